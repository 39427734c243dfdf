"""How an article says who somebody is: by the words before the name, or in apposition to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conspectus.compare.descriptions.vocabulary import EMPTY, GROUPS, MEANINGS, SLIGHT
from conspectus.compare.entities.vocabulary import BODIES, is_person
from conspectus.compare.labels.records import Label, Referent
from conspectus.compare.labels.vocabulary import PEOPLE
from conspectus.compare.placed import placed
from conspectus.compare.roles.vocabulary import OFFICES, TWO_WORDS
from conspectus.compare.voice import voices_of
from conspectus.compare.words import Word, stem, words
from conspectus.model import Name, Phrase, Reading, Span

_LONGEST = 100
"""Characters of a description; of a longer one the words up to the noun are taken."""
_PEOPLES = frozenset(("GPE", "LOC", "FAC", "NORP"))
"""Names of places and peoples, parties among them, which one outlet adds as a matter of style."""
_NO_BODY = frozenset(("PERSON", "NORP", "DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LAW"))


@dataclass(frozen=True, slots=True)
class Description:
    """What an article calls somebody: ``head`` is the sort of the noun, ``says`` the stems of all words that tell,
    without names."""

    span: Span
    head: str
    says: frozenset[str]


def of_person(referent: Referent, reading: Reading) -> list[Description]:
    """The descriptions of one person in the article's own voice, in document order."""
    found: list[Description] = []
    heads = [label.phrase.head for label in referent.labels if label.name == "PERSON"]
    for label in referent.labels:
        if label.article == reading.article.id and label.voice is None:
            # What is said of a pronoun or another noun may be said of somebody else.
            named = label.phrase.about is not None and any(label.phrase.about.overlaps(head) for head in heads)
            found += _of_label(reading, label, named)
    return _once(found)


def _of_label(reading: Reading, label: Label, named: bool) -> Iterator[Description]:
    if label.name is None and named and not label.phrase.plural and not _somebody_between(reading, label.phrase):
        yield from _description(reading, *_said(reading, label.phrase), True)
    elif label.name == "PERSON":
        core = label.phrase.core
        name = next((one.span for one in reading.names if one.span.overlaps(label.phrase.head)), core)
        yield from _before(reading, core, name, True)
        # "His former aide, Dana Orlu": the noun stands before the name, and a comma between.
        text = reading.article.part(core.part)
        for phrase in reading.phrases:
            end = phrase.span.end
            near = core.start == end + 2 and phrase.span.part == core.part and text[end : core.start] == ", "
            free = not phrase.plural and phrase.about is None
            if near and free and not any(one.span.overlaps(phrase.head) for one in reading.names):
                yield from _description(reading, phrase.span, phrase.head, True)


def _somebody_between(reading: Reading, phrase: Phrase) -> bool:
    """In a list of people a description belongs to the nearest."""
    about = phrase.about or phrase.head
    people = (n.span for n in reading.names if n.label == "PERSON" and n.span.part == phrase.span.part)
    return any(about.end < one.start and one.end <= phrase.span.start for one in people)


def of_bodies(reading: Reading) -> dict[str, tuple[str, list[Description]]]:
    """For each body's name without an article, in small letters: the name, and its descriptions in the own voice."""
    found: dict[str, tuple[str, list[Description]]] = {}
    voice_of = voices_of(reading)
    phrases = placed((head, one) for one in reading.phrases for head in (one.head, one.about) if head)
    for name in reading.names:
        printed = reading.article.words(name.span).removesuffix("’s").removesuffix("'s")
        printed = printed.removeprefix("the ").removeprefix("The ")
        if name.label in _NO_BODY or voice_of(name.span) is not None or not printed[:1].isupper():
            continue
        own = found.setdefault(printed.lower(), (printed, []))[1]
        own += _of_body(reading, name, phrases.touching(name.span))
    return {key: (printed, _once(own)) for key, (printed, own) in found.items() if own}


def _of_body(reading: Reading, name: Name, phrases: Sequence[Phrase]) -> Iterator[Description]:
    """What phrases say of a name; a phrase may be there twice."""
    for phrase in phrases:
        if phrase.head.overlaps(name.span):
            yield from _before(reading, phrase.core, name.span, False)
        elif phrase.about and phrase.about.overlaps(name.span) and not phrase.plural:
            yield from _description(reading, *_said(reading, phrase), False)


def _said(reading: Reading, phrase: Phrase) -> tuple[Span, Span]:
    """The phrase and its noun; a long one, or one that ends inside brackets, only as far as the noun."""
    whole = len(phrase.span) <= _LONGEST and "(" not in reading.article.words(phrase.span)
    return phrase.span if whole else phrase.core, phrase.head


def _before(reading: Reading, core: Span, name: Span, person: bool) -> Iterator[Description]:
    """The words that stand before a name without a comma ("harbour adviser Dana Orlu")."""
    if core.start < name.start and len(core) <= _LONGEST:
        run = _words(reading, Span(core.article, core.part, core.start, name.start))
        if (
            run
            and (run[-1].shown[:1].islower() or run[-1].norm in OFFICES)
            and not run[-1].shown.endswith(("s’", "'s"))
        ):
            before = Span(core.article, core.part, core.start, run[-1].span.end)
            yield from _description(reading, before, run[-1].span, person)


def _words(reading: Reading, span: Span) -> list[Word]:
    return [word for word in words(reading.article, span, False) if word.norm]


def _description(reading: Reading, span: Span, head: Span, person: bool) -> Iterator[Description]:
    noun = reading.article.words(head).lower().split("-")[-1].strip(".,’'")
    names = [one for one in reading.names if one.span.overlaps(span)]
    if not _is_who(noun, person) or noun in EMPTY or any(one.span.overlaps(head) for one in names):
        return
    run = [word for word in _words(reading, span) if word.span.start <= head.start]
    office = TWO_WORDS.get(" ".join(word.norm for word in run[-2:]))
    told = frozenset(
        _meaning(word.norm)
        for word in _words(reading, span)
        if word.is_content and word.norm not in SLIGHT and not any(one.span.overlaps(word.span) for one in names)
    )
    # "The aide" alone points back to what was told of somebody, and tells nothing more.
    if len(told) > 1 or not reading.article.words(span).lower().startswith("the "):
        yield Description(span, office or _meaning(noun), told)


def _once(found: list[Description]) -> list[Description]:
    return sorted({one.span: one for one in found}.values(), key=lambda one: (one.span.part != "title", one.span))


def _is_who(noun: str, person: bool) -> bool:
    if person:
        return noun in OFFICES or noun in PEOPLE or is_person(noun)
    return noun in BODIES or noun in GROUPS


def _meaning(word: str) -> str:
    low = word.lower().removesuffix("'s").removesuffix("’s").strip(".,’'")
    return MEANINGS.get(low) or stem(low)


def apart(own: list[Description], other: list[Description]) -> tuple[Description, Description] | None:
    """The first two descriptions that differ in substance: each says something that the other article does not say.

    Their nouns are one, or each is one that the other article does not use.
    """
    heads = [{one.head for one in told} for told in (own, other)]
    said = [frozenset[str]().union(*(one.says for one in told)) | heads[at] for at, told in enumerate((own, other))]
    for mine in own:
        for theirs in other:
            fresh = mine.head not in heads[1] and theirs.head not in heads[0]
            more = mine.says - said[1] and theirs.says - said[0]
            if more and (fresh or mine.head == theirs.head):
                return mine, theirs
    return None

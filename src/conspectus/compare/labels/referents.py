"""Whom or what the noun phrases of a story stand for: one referent for all that mean the same.

Names, and the nouns that stand for a name or are said of it, are joined as the entities are. Nouns without a name are
joined by ``nouns``.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from conspectus.compare.entities.forms import form
from conspectus.compare.entities.mentions import Mention, clusters
from conspectus.compare.entities.vocabulary import BODIES, SMALL, SUFFIXES, TITLES, is_person
from conspectus.compare.labels.bearers import sure
from conspectus.compare.labels.nouns import noun_referents
from conspectus.compare.labels.records import Label, Referent
from conspectus.compare.labels.tails import tail
from conspectus.compare.labels.vocabulary import (
    APART,
    BEARING,
    COMMON,
    COUNTING,
    COURTESY,
    DEFINITE,
    DENYING,
    EMPTY,
    LIGHT,
    NEVER,
    ORGANIZED,
    OTHER,
    PEOPLE,
    SPEAKING,
)
from conspectus.compare.placed import placed
from conspectus.compare.voice import voices_of
from conspectus.compare.words import stem, words
from conspectus.model import Entity, Name, Phrase, Reading, Span

Key = tuple[str, ...]
UNKNOWN = "?"
"""Whose something is, where the text does not tell."""
_MARKS = frozenset("'’")
_SHOWN_KINDS = frozenset(("PERSON", "ORG", None))
MUCH = 2
"""So many times as often as any other a given name has to stand before a family name that two bear, for the family
name alone to be that person's."""


def referents(readings: Sequence[Reading], right: Mapping[Span, Entity] | None = None) -> tuple[Referent, ...]:
    """All referents with labels in two articles or more; independent of the order of ``readings``.

    ``right`` are the mentions of entities that people put right.
    """
    ordered = sorted(readings, key=lambda one: one.article.id)
    keys = _put_right(_keys(ordered), right or {})
    named: dict[Key, list[tuple[Reading, Label]]] = defaultdict(list)
    nouns: list[Label] = []
    for reading in ordered:
        for label in _labels(reading, keys):
            key = _key(reading, label, keys)
            if key[0] == "name":
                named[key].append((reading, label))
            elif _stands_for_one(label) and not (label.phrase.about and is_person(label.lemma)):
                nouns.append(label)
    shared = _shared_names(ordered)
    made = [one for own in named.values() for one in _named(own, shared)]
    taken = {label.phrase.head for one in made for label in one.labels}
    # A noun that was not shown to stand for the name may still stand for what other nouns do.
    rest = (label for own in named.values() for _, label in own if label.name is None and _stands_for_one(label))
    nouns += [label for label in rest if label.phrase.head not in taken and not label.phrase.about]
    return tuple(one for one in (*made, *noun_referents(nouns, _near(ordered))) if len(one.articles) > 1)


def _near(readings: Sequence[Reading]) -> frozenset[frozenset[str]]:
    """Pairs of names of which the second tells where the first lies ("Haven, Orland")."""
    found = set()
    for reading in readings:
        for one, other in pairwise(reading.names):
            if (
                one.span.part == other.span.part
                and reading.article.part(one.span.part)[one.span.end : other.span.start] == ", "
            ):
                ends = [list(_stems(reading, name.span))[-1:] for name in (one, other)]
                found.add(frozenset(stem for own in ends for stem in own))
    return frozenset(found)


def _stands_for_one(label: Label) -> bool:
    """Whether a noun can stand for one thing across articles: not so many of them, nor bodies of one sort, none set
    apart from others."""
    words = label.printed.lower().split()
    many = label.lemma in BODIES or label.lemma in ORGANIZED
    counted = label.phrase.plural and (many or words[0][0].isdigit() or words[0] in COUNTING)
    bulk = not label.phrase.plural and not label.more and words[0] == label.lemma and not _in_title(label)
    return (
        label.lemma not in EMPTY
        and not bulk
        and words[0] not in NEVER
        and not APART.intersection(words)
        and not counted
    )


def _keys(readings: Sequence[Reading]) -> dict[Span, Key]:
    """The cluster of each phrase's head, and of the pronouns that phrases are said of."""
    texts, mentions = {}, {}
    for reading in readings:
        texts[reading.article.id] = reading.article.body
        names = placed((name.span, name) for name in reading.names)
        for phrase in reading.phrases:
            name = next(iter(names.touching(phrase.head)), None)
            mentions[phrase.head] = _mention(reading, phrase.core, name.label if name else None)
            first = reading.article.words(phrase.core).split()[0].lower()
            if first in BEARING:
                mentions[_opening(phrase, first)] = _mention(reading, _opening(phrase, first), None)
            if phrase.about and phrase.about not in mentions:
                mentions[phrase.about] = _mention(reading, phrase.about, None)
    found = clusters(list(mentions.values()), texts)
    return {span: found[mention] for span, mention in mentions.items()}


def _put_right(keys: dict[Span, Key], right: Mapping[Span, Entity]) -> dict[Span, Key]:
    """The names of an entity that people put right have one cluster: that of its fullest name, which is no other's."""
    named = [span for span, key in keys.items() if key[0] == "name"]
    heads: dict[Span, Entity] = {}
    for mention, entity in sorted(right.items(), key=lambda pair: (-len(pair[0]), pair[0])):
        heads |= {span: entity for span in named if span.overlaps(mention) and span not in heads}
    goals: dict[str, Key] = {}
    for span, entity in heads.items():
        taken = keys[span] in goals.values()
        goals.setdefault(entity.id, (*keys[span], entity.id) if taken else keys[span])
    return keys | {span: goals[entity.id] for span, entity in heads.items()}


def _mention(reading: Reading, span: Span, label: str | None) -> Mention:
    # Mentions know one text; the title goes before the body.
    place = len(reading.article.title) + 1 if span.part == "title" else 0
    return Mention(span.article, span.start - place, span.end - place, reading.article.words(span), label)


def _name(reading: Reading, head: Span) -> Name | None:
    return next((name for name in reading.names if name.span.overlaps(head)), None)


def _labels(reading: Reading, keys: Mapping[Span, Key]) -> Iterator[Label]:
    values = [t.span for t in reading.times] + [a.span for a in reading.amounts if a.kind != "count"]
    unwanted, names = placed((one, one) for one in values), placed((name.span, name) for name in reading.names)
    sentences = placed((one.span, one.span) for one in reading.sentences)
    around = {one.span: _content(reading, one.span) for one in reading.sentences}
    voice_of = voices_of(reading)
    for phrase in reading.phrases:
        printed = reading.article.words(phrase.core)
        if unwanted.touching(phrase.head) or _is_party(printed) or (phrase.about and unwanted.touching(phrase.about)):
            continue
        inside = [name for name in names.touching(phrase.span) if phrase.span.contains(name.span)]
        name = next(iter(names.touching(phrase.head)), None)
        if name and not phrase.span.contains(name.span) and name.span.end > phrase.span.end:
            continue
        owners = frozenset(one for n in _owners(reading, phrase, inside) for one in list(_stems(reading, n.span))[-1:])
        voice = voice_of(phrase.core)
        lent = _bearer(reading, phrase, keys, voice) if not owners else ""
        told = tail(reading.article, phrase)
        dated = [one for one in values if told.overlaps(one)] if told else []
        yield Label(
            phrase,
            frozenset(_stems(reading, phrase.core)),
            frozenset(one for n in inside for one in list(_stems(reading, n.span))[-1:]),
            owners | (frozenset((lent,)) if lent and lent != UNKNOWN else frozenset()),
            frozenset(one for sort in phrase.sorts for one in _stems(reading, sort)),
            _content(reading, told, dated) if told else frozenset(),
            around.get(next(iter(sentences.touching(phrase.head)), phrase.core), frozenset()),
            lent == UNKNOWN,
            _is_denied(reading, phrase),
            name.label if name else None,
            printed,
            form(printed),
            voice,
        )


def _is_denied(reading: Reading, phrase: Phrase) -> bool:
    """True for "neither a sailor nor a pilot"."""
    before = reading.article.part(phrase.core.part)[: phrase.core.start].split()[-1:]
    return bool(before) and before[0].lower() in DENYING


def _bearer(reading: Reading, phrase: Phrase, keys: Mapping[Span, Key], voice: tuple[Span, ...] | None) -> str:
    """The stem of the family name of whom a phrase's first word says it is ("his plan"); "" where it says nothing,
    ``UNKNOWN`` where nobody is told."""
    first = reading.article.words(phrase.core).split()[0].lower()
    if first in SPEAKING:
        return next(iter(list(_stems(reading, voice[0]))[-1:]), UNKNOWN) if voice else UNKNOWN
    if first not in BEARING:
        return ""
    pronoun = _opening(phrase, first)
    key = keys.get(pronoun, ("",))
    return stem(key[-1]) if key[0] == "name" and sure(reading, pronoun, key, voice or ()) else UNKNOWN


def _opening(phrase: Phrase, first: str) -> Span:
    """The span of a phrase's first word."""
    return replace(phrase.core, end=phrase.core.start + len(first))


def _content(reading: Reading, span: Span, without: Sequence[Span] = ()) -> frozenset[str]:
    found = (word for word in words(reading.article, span, False) if word.is_content)
    return frozenset(stem(word.norm) for word in found if not any(one.overlaps(word.span) for one in without))


def _owners(reading: Reading, phrase: Phrase, inside: Sequence[Name]) -> list[Name]:
    """The names whose a phrase says it is: before its head with an "'s", or at the end of what "of" brings in."""
    text = reading.article.part(phrase.span.part)
    own = [
        n
        for n in inside
        if n.span.end <= phrase.head.start and _MARKS.intersection(text[n.span.end - 2 : n.span.end + 1])
    ]
    behind = [n for n in inside if n.span.start >= phrase.head.end]
    return own or (behind[-1:] if text[phrase.head.end : phrase.head.end + 4] == " of " else [])


def _is_party(printed: str) -> bool:
    """True for a party and state behind a name ("R-Tenn.")."""
    return printed[1:2] == "-" or (printed.endswith(".") and " " not in printed and len(printed) < 7)


def _stems(reading: Reading, span: Span) -> Iterator[str]:
    return (stem(word.norm) for word in words(reading.article, span, False) if word.norm and word.norm not in LIGHT)


def _key(reading: Reading, label: Label, keys: Mapping[Span, Key]) -> Key:
    """The cluster of whom the phrase is said, else its own."""
    about = label.phrase.about
    if about is None or label.name not in (None, "NORP"):
        return keys[label.phrase.head]
    sort = form(reading.article.words(about)).sort
    if keys.get(about, ("",))[0] != "name":
        return ("",)
    known = sort == "name" or (sort == "pronoun" and sure(reading, about, keys[about], label.voice or ()))
    return keys[about] if known else ("",)


def _shared_names(readings: Sequence[Reading]) -> dict[str, str]:
    """The family names that two people of an article bear, each with the given name that is printed most by far.

    "" where none is: then the family name alone may be either's.
    """
    shared: set[str] = set()
    count: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        people = [form(reading.article.words(name.span)).words for name in reading.names if name.label == "PERSON"]
        given: dict[str, set[str]] = defaultdict(set)
        for first, *_, family in (one for one in people if len(one) > 1):
            given[family].add(first)
            count[family][first] += 1
        shared |= {family for family, firsts in given.items() if _two_people(firsts)}
    return {family: _chief(count[family]) for family in sorted(shared)}


def _two_people(firsts: set[str]) -> bool:
    """Whether given names are of two: an initial, and a name that another begins with, are of one."""
    full = sorted(one for one in firsts if len(one) > 1)
    return any(not other.startswith(one) and not one.startswith(other) for one in full for other in full)


def _chief(count: Counter[str]) -> str:
    (first, most), (_, next_most) = sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
    return first if most >= MUCH * next_most else ""


def _named(own: Sequence[tuple[Reading, Label]], shared: Mapping[str, str]) -> Iterator[Referent]:
    """One referent for a name; those who bear a part of it and may be others are left out."""
    kinds = [label.name for _, label in own if label.name]
    kind = max(sorted(set(kinds)), key=kinds.count, default=None)
    if kind not in _SHOWN_KINDS or kind is None:
        return
    junior = {label.phrase.head for reading, label in own if label.name and _is_junior(reading, label)}
    kept = [pair for pair in own if pair[1].phrase.head not in junior and pair[1].phrase.about not in junior]
    kept = [pair for pair in kept if not _runs_on(pair[1])]
    given = {label.form.words[0] for _, label in kept if label.name == "PERSON" and len(label.form.words) > 1}
    bare = {label.phrase.head for _, label in kept if label.name and _bare(label, shared, given)}
    kept = [pair for pair in kept if pair[1].phrase.head not in bare and pair[1].phrase.about not in bare]
    if kind == "PERSON":
        others = {(p[1].article, p[1].form.words) for p in kept if p[1].name and _another(p[1], kept)}
        words = {own for _, own in others}
        others |= {(p[1].article, p[1].form.words) for p in kept if p[1].name and p[1].form.words in words}
        others |= {(p[1].article, p[1].form.words) for p in kept if _precedes(p[1], kept)}
        kept = [p for p in kept if not p[1].name or (p[1].article, p[1].form.words) not in others]
    longest = max((label.form.words for _, label in kept if label.name == kind), key=len, default=())
    apart = _apart([label for _, label in kept if label.name == kind], longest) if kind != "PERSON" else frozenset()
    kept = [pair for pair in kept if not _is_named(pair[1]) or _bears(pair[1], kind, longest)]
    kept = [pair for pair in kept if pair[1].form.words not in apart or not pair[1].name]
    borne = {role for _, label in kept if label.name for role in label.form.roles}
    kept = [pair for pair in kept if _is_named(pair[1]) or _says_who(pair[1], kind, borne)]
    if kept:
        names = [name for reading, label in kept if label.name and (name := _printed(reading, label))]
        fullest = max(sorted(set(names)), key=lambda text: (len(form(text).words), names.count(text)), default="")
        yield Referent(fullest, tuple(label for _, label in kept))


def _runs_on(label: Label) -> bool:
    """True for two phrases without a word between them: "the talks Orlu had"."""
    before = label.printed.split()[-len(label.form.words) - 1 : -len(label.form.words)]
    word = before[0].lower() if before else ""
    many = before and before[0].islower() and word.endswith("s") and not word.endswith(("ss", "'s", "’s"))
    return bool(many) and not is_person(word) and word not in TITLES


def _is_named(label: Label) -> bool:
    """True for a name; "a registered Republican" that is said of one is none."""
    return bool(label.name) and not (label.name == "NORP" and label.phrase.about)


def _bare(label: Label, shared: Mapping[str, str], given: set[str]) -> bool:
    """A family name alone that two people bear ("Mr. Orlu" beside Dana and Ida Orlu), and not the better known's."""
    family = label.form.words[-1]
    return len(label.form.words) == 1 and family in shared and shared[family] not in given


def _bears(label: Label, kind: str, longest: tuple[str, ...]) -> bool:
    """Whether a name is one of those of its referent.

    A person's is by its last word, or the given name alone; a body's by the same last words or by its letters. A name
    that is only a part of another, or a place in it, is another's: "Tarn" is not "the Tarn harbour police".
    """
    words = label.form.words
    longest = longest or words
    if kind == "PERSON":
        return words[-1] == longest[-1] or (label.name == "PERSON" and words == longest[:1])
    if words == longest:
        return True
    if label.name != kind or (len(words) == 1 and (words[0] in BODIES or words[0] in COMMON)):
        return False
    letters = "".join(word[0] for word in longest if word not in SMALL)
    return words in (longest[-len(words) :], longest[: len(words)], (letters,))


def _apart(own: Sequence[Label], longest: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Shorter names that an article prints before the full one: who is named by a part of a name was named before."""
    found = set()
    for article in {label.article for label in own}:
        printed = [one for one in sorted(own, key=lambda o: o.place) if one.article == article and not _in_title(one)]
        words = [label.form.words for label in printed]
        if longest in words:
            found |= set(words[: words.index(longest)])
    return frozenset(found)


def _in_title(label: Label) -> bool:
    return label.phrase.span.part == "title"


def _says_who(label: Label, kind: str, borne: set[str]) -> bool:
    """Whether a noun describes: a person by a noun for people, or by an office printed before the name."""
    person = is_person(label.lemma) or label.lemma in PEOPLE
    if label.phrase.about:
        if label.first in ("whose", "which") or label.first in NEVER or label.printed == label.lemma or label.denied:
            return False
        return person if kind == "PERSON" else not person
    opening, *more = label.printed.lower().split()
    # "the chairman of the harbour board" is whoever chairs that board.
    whose = len(label.phrase.span) > len(label.phrase.core)
    return label.lemma in borne and opening in DEFINITE and not set(more) & OTHER and not whose


def _printed(reading: Reading, label: Label) -> str:
    name = _name(reading, label.phrase.head)
    return reading.article.words(name.span).removesuffix("’s").removesuffix("'s") if name else ""


def _is_junior(reading: Reading, label: Label) -> bool:
    """True for "Dana Orlu Jr.", who is not Dana Orlu."""
    head, text = label.phrase.head, reading.article.part(label.phrase.head.part)
    after = text[head.end : head.end + 5].lstrip(", ").split()[:1]
    return any(word.strip(".,").lower() in SUFFIXES for word in (*after, text[head.start : head.end]))


def _precedes(label: Label, own: Sequence[tuple[Reading, Label]]) -> bool:
    """True for a bare name that an article prints before the full one: it stands for the better known who bears it."""
    if label.name is None or len(label.form.words) > 1 or _in_title(label):
        return False
    full = [one.place for _, one in own if one.name and one.article == label.article and len(one.form.words) > 1]
    return bool(full) and label.place < min(full)


def _another(label: Label, own: Sequence[tuple[Reading, Label]]) -> bool:
    """True for a bare surname behind an office that is never given to the full name: "Mayor Orlu" beside "Ida Orlu".

    Not where the article has named in full before whom it then calls so.
    """
    own_form = label.form
    offices = {role for role in own_form.roles if role in TITLES and role not in COURTESY}
    if len(own_form.words) > 1 or not offices:
        return False
    full = [(other, other.form) for _, other in own if other.name]
    full = [(other, one) for other, one in full if len(one.words) > 1]
    before = any(other.article == label.article and other.place < label.place for other, _ in full)
    said = {word for _, other in own if not other.name for word in other.says}
    given = any(offices & set(one.roles) for _, one in full) or {stem(office) for office in offices} & said
    return bool(full) and not before and not given

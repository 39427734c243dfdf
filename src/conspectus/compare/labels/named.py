"""Which of the phrases taken for one name are that person's or body's: those who bear a part of it are others."""

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterator, Mapping, Sequence

from conspectus.compare.entities.forms import form
from conspectus.compare.entities.vocabulary import BODIES, SMALL, SUFFIXES, TITLES, is_person
from conspectus.compare.labels.records import Label, Referent
from conspectus.compare.labels.vocabulary import COMMON, COURTESY, DEFINITE, MEDIA, NEVER, ORGANIZED, OTHER, PEOPLE
from conspectus.compare.words import stem
from conspectus.model import Name, Reading, Span

_SHOWN_KINDS = frozenset(("PERSON", "ORG", None))
MUCH = 2
"""So many times as often as any other a given name has to stand before a family name that two bear, for the family
name alone to be that person's."""


def shared_names(readings: Sequence[Reading]) -> dict[str, str]:
    """The family names that two people of the story bear, each with the given name that is printed most by far.

    "" where none is: then the family name alone may be either's.
    """
    count: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        people = [form(reading.article.words(name.span)).words for name in reading.names if name.label == "PERSON"]
        for first, *_, family in (one for one in people if len(one) > 1):
            count[family][first] += 1
    return {family: _chief(own) for family, own in sorted(count.items()) if _two_people(set(own))}


def _two_people(firsts: set[str]) -> bool:
    """Whether given names are of two: an initial, and a name that another begins with, are of one."""
    full = sorted(one for one in firsts if len(one) > 1)
    return any(not other.startswith(one) and not one.startswith(other) for one in full for other in full)


def _chief(count: Counter[str]) -> str:
    (first, most), (_, next_most) = sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
    return first if most >= MUCH * next_most else ""


def named_referents(
    own: Sequence[tuple[Reading, Label]], shared: Mapping[str, str], outlets: Mapping[str, Container[str]]
) -> Iterator[Referent]:
    """One referent for a name; those who bear a part of it and may be others are left out.

    ``shared`` are family names of two people (``shared_names``), ``outlets`` those of each article (``outlets_of``).
    """
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
        others = {(p[1].article, p[1].form.words) for p in kept if p[1].name and _another(p[1], kept, shared)}
        words = {own for _, own in others}
        others |= {(p[1].article, p[1].form.words) for p in kept if p[1].name and p[1].form.words in words}
        others |= {(p[1].article, p[1].form.words) for p in kept if _precedes(p[1], kept)}
        kept = [p for p in kept if not p[1].name or not _is_outlet(p[1], outlets[p[1].article])]
        kept = [p for p in kept if not p[1].name or (p[1].article, p[1].form.words) not in others]
    longest = max((label.form.words for _, label in kept if label.name == kind), key=len, default=())
    full = {label.article for _, label in kept if label.name and len(label.form.words) > 1}
    apart = _apart([label for _, label in kept if label.name == kind], longest) if kind != "PERSON" else frozenset()
    kept = [pair for pair in kept if not _is_named(pair[1]) or _bears(pair[1], kind, longest, full)]
    kept = [pair for pair in kept if pair[1].form.words not in apart or not pair[1].name]
    borne = {role for _, label in kept if label.name for role in label.form.roles}
    kept = [pair for pair in kept if _is_named(pair[1]) or _says_who(pair[1], kind, borne)]
    if kept:
        names = [name for reading, label in kept if label.name and (name := _printed(reading, label))]
        fullest = max(sorted(set(names)), key=lambda text: (len(form(text).words), names.count(text)), default="")
        yield Referent(fullest, tuple(label for _, label in kept))


def outlets_of(reading: Reading) -> frozenset[str]:
    """First words of the outlets that an article names ("Resk" of "Resk News")."""
    found = (form(reading.article.words(name.span)).words for name in reading.names)
    return frozenset(words[0] for words in found if len(words) > 1 and words[-1] in MEDIA)


def _is_outlet(label: Label, outlets: Container[str]) -> bool:
    """True for a bare name that an outlet of the article bears too: it may be either's."""
    return len(label.form.words) == 1 and label.form.words[0] in outlets and not label.form.roles


def _runs_on(label: Label) -> bool:
    """True for two phrases without a word between them: "the talks Orlu had"."""
    before = label.printed.split()[-len(label.form.words) - 1 : -len(label.form.words)]
    word = before[0].lower() if before else ""
    many = before and before[0].islower() and word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s"))
    return label.name is not None and bool(many) and not is_person(word) and word not in TITLES


def _is_named(label: Label) -> bool:
    """True for a name; "a registered Republican" that is said of one is none."""
    return bool(label.name) and not (label.name == "NORP" and label.phrase.about)


def _bare(label: Label, shared: Mapping[str, str], given: set[str]) -> bool:
    """A family name alone that two people bear ("Mr. Orlu" beside Dana and Ida Orlu), and not the better known's."""
    family = label.form.words[-1]
    return len(label.form.words) == 1 and family in shared and shared[family] not in given


def _bears(label: Label, kind: str, longest: tuple[str, ...], full: Collection[str]) -> bool:
    """Whether a name is one of those of its referent.

    A person's is by its last word, or the given name alone in the articles that print the ``full`` name; a body's by
    the same last words or by its letters. A name that is only a part of another, or a place in it, is another's:
    "Tarn" is not "the Tarn harbour police".
    """
    words = label.form.words
    longest = longest or words
    if words[-1].isdigit():
        return words == longest
    if kind == "PERSON":
        return words[-1] == longest[-1] or (label.name == "PERSON" and words == longest[:1] and label.article in full)
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
        printed = [one for one in sorted(own, key=lambda o: o.place) if one.article == article and not in_title(one)]
        words = [label.form.words for label in printed]
        if longest in words:
            found |= set(words[: words.index(longest)])
    return frozenset(found)


def in_title(label: Label) -> bool:
    """It stands in the headline."""
    return label.phrase.span.part == "title"


def _says_who(label: Label, kind: str, borne: set[str]) -> bool:
    """Whether a noun describes: a person by a noun for people, or by an office printed before the name."""
    person = is_person(label.lemma) or label.lemma in PEOPLE
    if label.phrase.about:
        if label.first in ("whose", "which") or label.first in NEVER or label.printed == label.lemma or label.denied:
            return False
        if label.listed or not label.lemma.isalpha():
            return False
        return person if kind == "PERSON" else label.lemma in BODIES or label.lemma in ORGANIZED
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
    if label.name is None or len(label.form.words) > 1 or in_title(label):
        return False
    full = [one.place for _, one in own if one.name and one.article == label.article and len(one.form.words) > 1]
    return bool(full) and label.place < min(full)


def _another(label: Label, own: Sequence[tuple[Reading, Label]], shared: Container[str]) -> bool:
    """True for a bare surname behind an office that is never given to the full name: "Mayor Orlu" beside "Ida Orlu".

    Not where the article has named in full before whom it then calls so, and nobody else bears the name.
    """
    own_form = label.form
    offices = {role for role in own_form.roles if role in TITLES and role not in COURTESY}
    if len(own_form.words) > 1 or not offices:
        return False
    full = [(other, other.form) for _, other in own if other.name]
    full = [(other, one) for other, one in full if len(one.words) > 1]
    before = own_form.words[-1] not in shared and any(
        other.article == label.article and other.place < label.place for other, _ in full
    )
    said = {word for _, other in own if not other.name for word in other.says}
    given = any(offices & set(one.roles) for _, one in full) or {stem(office) for office in offices} & said
    return bool(full) and not before and not given


def _name(reading: Reading, head: Span) -> Name | None:
    return next((name for name in reading.names if name.span.overlaps(head)), None)

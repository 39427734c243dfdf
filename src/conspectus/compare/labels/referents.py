"""Whom or what the noun phrases of a story stand for: one referent for all that mean the same.

Names, and the nouns that stand for a name or are said of it, are joined as the entities are. Nouns without a name are
joined by ``nouns``.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from conspectus.compare.entities.forms import form
from conspectus.compare.entities.mentions import Mention, clusters
from conspectus.compare.entities.vocabulary import BODIES, SUFFIXES, TITLES, is_person
from conspectus.compare.labels.nouns import noun_referents
from conspectus.compare.labels.records import Label, Referent
from conspectus.compare.labels.vocabulary import COMMON, COURTESY, DEFINITE, EMPTY, LIGHT, NEVER, OTHER, PEOPLE
from conspectus.compare.placed import placed
from conspectus.compare.voice import voices_of
from conspectus.compare.words import stem, words
from conspectus.model import Name, Reading, Span

Key = tuple[str, ...]
_SHOWN_KINDS = frozenset(("PERSON", "ORG", "NORP", None))


def referents(readings: Sequence[Reading]) -> tuple[Referent, ...]:
    """All referents with labels in two articles or more; independent of the order of ``readings``."""
    ordered = sorted(readings, key=lambda one: one.article.id)
    keys = _keys(ordered)
    named: dict[Key, list[tuple[Reading, Label]]] = defaultdict(list)
    nouns: list[Label] = []
    for reading in ordered:
        for label in _labels(reading):
            key = _key(label, keys)
            if key[0] == "name":
                named[key].append((reading, label))
            elif label.lemma not in EMPTY and label.printed.split()[0].lower() not in NEVER:
                nouns.append(label)
    made = [one for own in named.values() for one in _named(own)]
    taken = {label.phrase.head for one in made for label in one.labels}
    # A noun that was not shown to stand for the name may still stand for what other nouns do.
    rest = (label for own in named.values() for _, label in own if label.name is None and label.lemma not in EMPTY)
    nouns += [label for label in rest if label.phrase.head not in taken and not label.phrase.about]
    return tuple(one for one in (*made, *noun_referents(nouns)) if len(one.articles) > 1)


def _keys(readings: Sequence[Reading]) -> dict[Span, Key]:
    """The cluster of each phrase's head, and of the pronouns that phrases are said of."""
    texts, mentions = {}, {}
    for reading in readings:
        texts[reading.article.id] = reading.article.body
        names = placed((name.span, name) for name in reading.names)
        for phrase in reading.phrases:
            name = next(iter(names.touching(phrase.head)), None)
            mentions[phrase.head] = _mention(reading, phrase.core, name.label if name else None)
            if phrase.about and phrase.about not in mentions:
                mentions[phrase.about] = _mention(reading, phrase.about, None)
    found = clusters(list(mentions.values()), texts)
    return {span: found[mention] for span, mention in mentions.items()}


def _mention(reading: Reading, span: Span, label: str | None) -> Mention:
    # Mentions know one text; the title goes before the body.
    place = len(reading.article.title) + 1 if span.part == "title" else 0
    return Mention(span.article, span.start - place, span.end - place, reading.article.words(span), label)


def _name(reading: Reading, head: Span) -> Name | None:
    return next((name for name in reading.names if name.span.overlaps(head)), None)


def _labels(reading: Reading) -> Iterator[Label]:
    values = [t.span for t in reading.times] + [a.span for a in reading.amounts if a.kind != "count"]
    unwanted, names = placed((one, one) for one in values), placed((name.span, name) for name in reading.names)
    voice_of = voices_of(reading)
    for phrase in reading.phrases:
        printed = reading.article.words(phrase.core)
        if unwanted.touching(phrase.head) or _is_party(printed):
            continue
        inside = [name for name in names.touching(phrase.span) if phrase.span.contains(name.span)]
        name = next(iter(names.touching(phrase.head)), None)
        if name and not phrase.span.contains(name.span) and name.span.end > phrase.span.end:
            continue
        yield Label(
            phrase,
            frozenset(_stems(reading, phrase.core)),
            frozenset(one for n in inside for one in list(_stems(reading, n.span))[-1:]),
            frozenset(one for sort in phrase.sorts for one in _stems(reading, sort)),
            name.label if name else None,
            printed,
            form(printed),
            voice_of(phrase.core),
        )


def _is_party(printed: str) -> bool:
    """True for a party and state behind a name ("R-Tenn.")."""
    return printed[1:2] == "-" or (printed.endswith(".") and " " not in printed and len(printed) < 7)


def _stems(reading: Reading, span: Span) -> Iterator[str]:
    return (stem(word.norm) for word in words(reading.article, span, False) if word.norm and word.norm not in LIGHT)


def _key(label: Label, keys: dict[Span, Key]) -> Key:
    """The cluster of whom the phrase is said, else its own."""
    about = label.phrase.about
    if about in keys and keys[about][0] == "name" and label.name in (None, "NORP"):
        return keys[about]
    return keys[label.phrase.head]


def _named(own: Sequence[tuple[Reading, Label]]) -> Iterator[Referent]:
    """One referent for a name; those who bear a part of it and may be others are left out."""
    kinds = [label.name for _, label in own if label.name]
    kind = max(sorted(set(kinds)), key=kinds.count, default=None)
    if kind not in _SHOWN_KINDS or kind is None:
        return
    junior = {label.phrase.head for reading, label in own if label.name and _is_junior(reading, label)}
    kept = [pair for pair in own if pair[1].phrase.head not in junior and pair[1].phrase.about not in junior]
    if kind == "PERSON":
        others = {(p[1].article, p[1].form.words) for p in kept if p[1].name and _another(p[1], kept)}
        kept = [p for p in kept if not p[1].name or (p[1].article, p[1].form.words) not in others]
    longest = max((label.form.words for _, label in kept if label.name == kind), key=len, default=())
    kept = [pair for pair in kept if not _is_named(pair[1]) or _bears(pair[1], kind, longest)]
    borne = {role for _, label in kept if label.name for role in label.form.roles}
    kept = [pair for pair in kept if _is_named(pair[1]) or _says_who(pair[1], kind, borne)]
    if kept:
        names = [name for reading, label in kept if label.name and (name := _printed(reading, label))]
        fullest = max(sorted(set(names)), key=lambda text: (len(form(text).words), names.count(text)), default="")
        yield Referent(fullest, tuple(label for _, label in kept))


def _is_named(label: Label) -> bool:
    """True for a name; "a registered Republican" that is said of one is none."""
    return bool(label.name) and not (label.name == "NORP" and label.phrase.about)


def _bears(label: Label, kind: str, longest: tuple[str, ...]) -> bool:
    """Whether a name is one of those of its referent: a person's by its last word, a body's by its words in order."""
    words = label.form.words
    longest = longest or words
    if kind == "PERSON":
        return words[-1] == longest[-1] or label.name == "PERSON"
    if len(words) == 1 and len(longest) > 1:
        return words[0] not in BODIES and words[0] not in COMMON
    at = iter(longest)
    return all(word in at for word in words)


def _says_who(label: Label, kind: str, borne: set[str]) -> bool:
    """Whether a noun describes: a person by a noun for people, or by an office printed before the name."""
    person = is_person(label.lemma) or label.lemma in PEOPLE
    if label.phrase.about:
        if label.printed.lower().startswith(("whose ", "which ")):
            return False
        return person if kind == "PERSON" else not person
    opening, *more = label.printed.lower().split()
    return label.lemma in borne and opening in DEFINITE and not set(more) & OTHER


def _printed(reading: Reading, label: Label) -> str:
    name = _name(reading, label.phrase.head)
    return reading.article.words(name.span).removesuffix("’s").removesuffix("'s") if name else ""


def _is_junior(reading: Reading, label: Label) -> bool:
    """True for "Dana Orlu Jr.", who is not Dana Orlu."""
    head, text = label.phrase.head, reading.article.part(label.phrase.head.part)
    after = text[head.end : head.end + 5].lstrip(", ").split()[:1]
    return any(word.strip(".,").lower() in SUFFIXES for word in (*after, text[head.start : head.end]))


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

"""Whom and what the articles of a story name: one entity for all its names, with what each article calls it.

Names are joined by their words alone (a full name, a surname, initials); a surname that two people of the story
share stays alone. Nothing is merged by likeness of sound or by a title.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from conspectus.compare.entities.forms import form, plain
from conspectus.compare.entities.names import Words, name_groups
from conspectus.compare.entities.vocabulary import BEFORE, QUALIFIERS, TITLES, is_person
from conspectus.model import Description, Entity, EntityKind, Name, Reading, Span
from conspectus.text.juniors import juniors

__all__ = ["entities"]

_KINDS: dict[str, EntityKind] = {
    "PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people",
}  # fmt: skip
_BEFORE = re.compile(r"(?:[^\W\d_][\w.’'-]*[ \u00a0]){1,6}$")
_AFTER = re.compile(r", ((?:a|an|the|his|her|its|their) [^,.;:“”\"()]{3,70})(?=[,.;:])")


def entities(readings: Sequence[Reading]) -> tuple[Entity, ...]:
    """The entities of a story in order of their ids; the same whatever the order of ``readings``."""
    named: dict[str, list[Words]] = {}
    found: list[tuple[Reading, Name, Words]] = []
    sons = juniors(readings)
    for reading in readings:
        own = [(name, form(reading.article.words(name.span)).words) for name in reading.names]
        own = [(name, (*words[:-1], f"{words[-1]} jr") if name in sons else words) for name, words in own]
        named[reading.article.id] = [words for _, words in own]
        found += [(reading, name, words) for name, words in own]
    groups = name_groups(dict(sorted(named.items())))
    members: dict[Words, list[tuple[Reading, Name]]] = defaultdict(list)
    for reading, name, words in found:
        members[groups[reading.article.id, words]].append((reading, name))
    made = (_entity(sorted(own, key=lambda pair: pair[1].span)) for own in members.values())
    return tuple(sorted(made, key=lambda entity: entity.mentions[0]))


def _entity(members: Sequence[tuple[Reading, Name]]) -> Entity:
    spans = tuple(name.span for _, name in members)
    printed = [reading.article.words(name.span) for reading, name in members]
    labels = Counter(name.label for _, name in members)
    kind = _KINDS.get(min(labels, key=lambda label: (-labels[label], label)), "other")
    described = (
        Description(span, reading.article.published.value)
        for reading, name in members
        if kind == "person"
        for span in _descriptions(reading, name)
    )
    speaks = tuple(
        name.span for reading, name in members if kind in ("place", "people") and _credited(reading, name.span)
    )
    first = spans[0]
    return Entity(
        f"{first.article}:{first.part}:{first.start}:{first.end}", kind,
        max(printed, key=lambda text: (len(text), text)), spans, tuple(described), speaks,
    )  # fmt: skip


def _descriptions(reading: Reading, name: Name) -> Iterator[Span]:
    """The words right before a person's name, or in apposition behind it, that say what the person is."""
    span, text = name.span, reading.article.part(name.span.part)
    opened = [s.span for s in reading.sentences if s.span.start <= span.start]
    begin = max([one.start for one in opened if one.contains(span)], default=span.start)
    before = _BEFORE.search(text[begin : span.start])
    words = before.group().split() if before else []
    if words and _is_role(words[-1]):
        kept = _role(words)
        start = span.start - len(" ".join(kept)) - 1
        yield Span(span.article, span.part, start, span.start - 1)
    after = _AFTER.match(text, span.end)
    if after and any(_is_role(word) for word in after.group(1).split()):
        yield Span(span.article, span.part, after.start(1), after.end(1))


def _is_role(word: str) -> bool:
    bare = plain(word)
    return bare in TITLES or is_person(bare)


def _role(words: Sequence[str]) -> Sequence[str]:
    """The words that belong to the role at the end ("met | former Deputy Prime Minister", "by | Orlu’s lawyer")."""
    begin = len(words) - 1
    while begin and _belongs(words[begin - 1], words[begin]):
        begin -= 1
    while begin < len(words) - 1 and words[begin].lower() in BEFORE:
        begin += 1
    return words[begin:]


def _belongs(word: str, following: str) -> bool:
    """A word before one of the role: a capital, what somebody is of (’s), or a word like "former"."""
    owner = word.endswith(("’s", "'s")) or _is_role(word) or plain(word) in QUALIFIERS
    return word.lower() not in BEFORE and (owner or (word[:1].isupper() and following[:1].isupper()))


def _credited(reading: Reading, span: Span) -> bool:
    """The name by itself is a source of words."""
    sources = [source for one in reading.attributions for source in one.source]
    return any(source.contains(span) and len(source) <= len(span) + 4 for source in sources)

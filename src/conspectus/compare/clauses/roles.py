"""What articles agree somebody is: a person's name with an office or role beside it, told alike in several articles."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from conspectus.compare.words import stem, word_set, words
from conspectus.model import Entity, Reading, Span

if TYPE_CHECKING:
    from conspectus.compare.clauses.lexicon import Lexicon

_ALIKE = 0.8
"""From this likeness of two words on ("lawyer", "attorney"), two roles may be one."""
_FAR = 3
"""Characters between a name and the role beside it."""
_COMMON = word_set(
    """former senior top chief new national vice deputy acting mister missus miss ms president senator representative
    governor secretary general doctor actor judge sheriff king queen prince princess"""
)
"""Words that say too little of what somebody is to be worth an agreement by themselves."""

Roles = tuple[tuple[Span, ...], float]


def roles(entities: Sequence[Entity], readings: Mapping[str, Reading], lexicon: "Lexicon") -> Iterator[Roles]:
    """For each person the name with its role, one span an article, where two articles or more give a like role."""
    for entity in (one for one in entities if one.kind == "person"):
        told: dict[str, list[tuple[Span, frozenset[str]]]] = defaultdict(list)
        for description in entity.descriptions:
            whole = _with_name(description.span, entity.mentions)
            own = _stems(readings[description.span.article], description.span)
            if whole is not None and own:
                told[whole.article].append((whole, own))
        groups = [_group(first, told, lexicon) for own in told.values() for first in own]
        best = max(groups, key=_rank, default=())
        if len(best) > 1:
            yield tuple(sorted(best)), 0.9


def _rank(group: tuple[Span, ...]) -> tuple[int, list[tuple[str, int]]]:
    return len(group), sorted((s.article, -s.start) for s in group)


def _group(
    first: tuple[Span, frozenset[str]], told: Mapping[str, list[tuple[Span, frozenset[str]]]], lexicon: "Lexicon"
) -> tuple[Span, ...]:
    """The span of ``first`` with the first of each other article that gives a like role."""
    found = [first[0]]
    for article, own in sorted(told.items()):
        if article != first[0].article:
            found += [span for span, stems in own if _alike(first[1], stems, lexicon)][:1]
    return tuple(found)


def _alike(one: frozenset[str], other: frozenset[str], lexicon: "Lexicon") -> bool:
    if one & other:
        return True
    return any(float(lexicon.vector(a) @ lexicon.vector(b)) >= _ALIKE for a in sorted(one) for b in sorted(other))


def _with_name(role: Span, mentions: Sequence[Span]) -> Span | None:
    """The role and the name that it stands beside, as one span."""
    for name in mentions:
        if (name.article, name.part) == (role.article, role.part):
            gap = max(name.start - role.end, role.start - name.end)
            if 0 <= gap <= _FAR:
                return Span(role.article, role.part, min(role.start, name.start), max(role.end, name.end))
    return None


def _stems(reading: Reading, span: Span) -> frozenset[str]:
    content = (w for w in words(reading.article, span, False) if w.is_content)
    return frozenset(stem(w.norm) for w in content if w.norm not in _COMMON)

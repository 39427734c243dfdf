"""What tells which words of a sentence carry a difference: for each word, where it stands and what others have of it.

Two sentences meet in a clause; in what they differ often stands beside it, or further off.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from conspectus.compare.clauses.lexicon import Lexicon, lexicon
from conspectus.compare.matters.marks import LISTED, is_role
from conspectus.compare.matters.signs import Floats
from conspectus.compare.matters.units import Unit
from conspectus.compare.words import Word, stem, words
from conspectus.model import Reading, Span

SORTS = ("time", "amount", "place", "name", "cue", "role", "reserve", "denial", "extent", "when")
NAMES = (
    "content", "own", "own_throughout", "quoted", "unit", "off", "off_unit", "own_around", "own_run", "rarity",
    "near", "near_own", "at", *(f"both_{sort}" for sort in SORTS),
)  # fmt: skip
"""The numbers of a word in order: whether it carries meaning, whether another sentence lacks it, whether all do,
whether it is quoted, whether it stands in the unit, how far (in 50 characters) from the middle of what is shown of the
unit and from the unit, the share of the words around that another lacks, how many such words stand in a row there, how
rare it is, how near to a word of another sentence and to one that only that has, its place in the sentence (0..1), and
for each sort whether it is of it (1), and another sentence has its own word of the sort too (2)."""
_SPREAD = 50
_OWN_SORTS = ("reserve", "denial", "extent", "when")
"""Words of these sorts say something although they carry no meaning of their own."""

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Told:
    """The words of one sentence [words]: which carry meaning, which are quoted, and of which sorts [words, sorts]."""

    unit: Unit
    run: Sequence[Word]
    stems: tuple[str, ...]
    content: Flags
    quoted: Flags
    sorts: Flags

    @property
    def says(self) -> Flags:
        """The words whose absence elsewhere says something."""
        listed = self.sorts[:, [SORTS.index(sort) for sort in _OWN_SORTS]]
        return np.asarray(self.content | listed.any(axis=1))


def sentences(members: Sequence[Unit], readings: Mapping[str, Reading]) -> tuple[Told, ...]:
    """The words of the sentences of the units."""
    return tuple(_told(unit, readings[unit.span.article]) for unit in members)


def numbers(told: Sequence[Told]) -> tuple[Floats, ...]:
    """For each sentence the numbers of its words [words, names]."""
    lacking = [lacking_of(one, told) for one in told]
    known = lexicon()
    vectors = [np.stack([known.vector(stem) for stem in one.stems]) for one in told]
    return tuple(_numbers(n, told, lacking, vectors, known) for n in range(len(told)))


def _told(unit: Unit, reading: Reading) -> Told:
    run = words(reading.article, unit.sentence, False)
    spans = {
        "time": [time.span for time in reading.times],
        "amount": [amount.span for amount in reading.amounts],
        "place": [place.span for place in reading.places],
        "name": [name.span for name in reading.names],
        "cue": [span for attribution in reading.attributions for span in attribution.cue],
        "quoted": [quotation.span for quotation in reading.quotations],
    }
    flags = {sort: _touched(run, unit.sentence, own) for sort, own in spans.items()}
    parts = [word.norm.split() for word in run]
    flags |= {sort: np.array([any(p in LISTED[sort] for p in own) for own in parts], bool) for sort in _OWN_SORTS}
    flags["role"] = np.array([any(is_role(part) for part in own) for own in parts], bool)
    return Told(
        unit, run, tuple(stem(word.norm) for word in run), np.array([word.is_content for word in run], bool),
        flags["quoted"], np.stack([flags[sort] for sort in SORTS], axis=1),
    )  # fmt: skip


def _touched(run: Sequence[Word], sentence: Span, spans: Sequence[Span]) -> Flags:
    near = [span for span in spans if span.overlaps(sentence)]
    return np.array([any(span.overlaps(word.span) for span in near) for word in run], bool)


def lacking_of(one: Told, told: Sequence[Told]) -> Flags:
    """For each other sentence, which words that say something it lacks [others, words]."""
    others = [frozenset(other.stems) for other in told if other is not one]
    return np.array([[stem not in other for stem in one.stems] for other in others], bool) & one.says


def _numbers(
    n: int, told: Sequence[Told], lacking: Sequence[Flags], vectors: Sequence[Floats], known: Lexicon
) -> Floats:
    one, others = told[n], [m for m in range(len(told)) if m != n]
    own = lacking[n].any(axis=0)
    alone = [lacking[m].any(axis=0) for m in others]
    middle = [(word.span.start + word.span.end) / 2 for word in one.run]
    unit, shown = one.unit.span, one.unit.shown
    both = [(told[m].sorts & lone[:, None]).any(axis=0) for m, lone in zip(others, alone, strict=True)]
    columns = [
        one.content, own, one.content & lacking[n].all(axis=0), one.quoted,
        [unit.overlaps(word.span) for word in one.run],
        [abs(at - (shown.start + shown.end) / 2) / _SPREAD for at in middle],
        [max(0.0, unit.start - at, at - unit.end) / _SPREAD for at in middle],
        [own[max(0, k - 2) : k + 3].mean() for k in range(len(own))],
        _in_a_row(own, one.content), [known.weight(stem) for stem in one.stems],
        _nearest(n, [(m, told[m].content) for m in others], vectors),
        _nearest(n, [(m, told[m].content & lone) for m, lone in zip(others, alone, strict=True)], vectors),
        np.arange(len(own)) / len(own),
        *(one.sorts * (1 + np.any(both, axis=0))).T,
    ]  # fmt: skip
    return np.round(np.array(columns, np.float32).T, 4)


def _in_a_row(own: Flags, content: Flags) -> list[int]:
    """How many words the run of own words around each word spans; one that carries no meaning may stand between."""
    found, at = [0] * len(own), 0
    while at < len(own):
        end = at
        while own[at] and end + 1 < len(own):
            if own[end + 1]:
                end += 1
            elif end + 2 < len(own) and not content[end + 1] and own[end + 2]:
                end += 2
            else:
                break
        if own[at]:
            found[at : end + 1] = [end + 1 - at] * (end + 1 - at)
        at = end + 1
    return found


def _nearest(n: int, others: Sequence[tuple[int, Flags]], vectors: Sequence[Floats]) -> Floats:
    """The likeness of each word to the nearest of the chosen words of the others, 0 where there are none."""
    near = np.zeros(len(vectors[n]), np.float32)
    for m, chosen in others:
        if chosen.any():
            near = np.maximum(near, (vectors[n] @ vectors[m][chosen].T).max(axis=1))
    return near

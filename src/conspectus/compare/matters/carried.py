"""Which words of a sentence carry what it tells differently: one stretch of it, and phrases that the others lack.

How likely each word is to be one that a reader would mark is told by a line (logistic regression) over what
``matters/telling_words.py`` sees of it. Shown is the likeliest stretch, and at most two phrases elsewhere that another
sentence lacks: together no wider than a unit.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from conspectus.compare.matters.likely import line
from conspectus.compare.matters.own_phrases import own_phrases
from conspectus.compare.matters.telling_words import NAMES, lacking_of, numbers, sentences
from conspectus.compare.matters.units import WIDEST, Unit
from conspectus.compare.words import Word
from conspectus.model import Reading, Span

_CORE = 70
"""Characters of the stretch before phrases are looked for, and before it takes what room they leave."""
_PHRASES = 2
_JOINED = 12
"""Pieces no further apart than this are one."""
_HANGING = ",;:—–-"


def carried(members: Sequence[Unit], readings: Mapping[str, Reading]) -> tuple[tuple[Span, ...], ...]:
    """What to show of each unit, in the order of the text. ModelError when the weights are missing."""
    told = sentences(members, readings)
    fitted = line("words", NAMES)
    found = []
    for one, rows in zip(told, numbers(told), strict=True):
        pieces = _pieces(one.run, fitted.odds(rows), own_phrases(one, lacking_of(one, told)))
        found.append(tuple(_span(one.run, first, last) for first, last in pieces))
    return tuple(found)


def _pieces(run: Sequence[Word], odds: NDArray[np.float64], phrases: Sequence[range]) -> list[tuple[int, int]]:
    """First and last words of what is shown: the likeliest stretch, the likeliest phrases, and what room they leave."""
    if run[-1].span.end - run[0].span.start <= WIDEST:
        return [(0, len(run) - 1)]
    likely = 1 / (1 + np.exp(-odds))
    first, last = _likeliest(run, likely)
    chosen = set(range(first, last + 1))
    for phrase in sorted(phrases, key=lambda own: (-max(likely[k] for k in own), own.start)):
        more = _joined(run, chosen | set(phrase))
        if len(more) <= 1 + _PHRASES and _width(run, more) <= WIDEST:
            chosen |= set(phrase)
    return _joined(run, _grown(run, chosen, first, last))


def _grown(run: Sequence[Word], chosen: set[int], first: int, last: int) -> set[int]:
    """The chosen words and those around the stretch, in turn before and behind it, while there is room."""
    ends = {-1: first, 1: last}
    while ends:
        for step, end in tuple(ends.items()):
            more = chosen | {end + step}
            if 0 <= end + step < len(run) and _width(run, _joined(run, more)) <= WIDEST:
                chosen, ends[step] = more, end + step
            else:
                del ends[step]
    return chosen


def _likeliest(run: Sequence[Word], likely: NDArray[np.float64]) -> tuple[int, int]:
    """First and last word of the stretch of at most ``_CORE`` characters that holds the most."""
    held = np.r_[0, np.cumsum([(len(word.span) + 1) * own for word, own in zip(run, likely, strict=True)])].round(4)
    best, last = (-1.0, 0, 0), 0
    for first in range(len(run)):
        last = max(last, first)
        while last + 1 < len(run) and run[last + 1].span.end - run[first].span.start <= _CORE:
            last += 1
        if held[last + 1] - held[first] > best[0]:
            best = (float(held[last + 1] - held[first]), first, last)
    return best[1], best[2]


def _joined(run: Sequence[Word], chosen: set[int]) -> list[tuple[int, int]]:
    """The chosen words as pieces, those near each other as one."""
    pieces: list[tuple[int, int]] = []
    for k in sorted(chosen):
        if pieces and run[k].span.start - run[pieces[-1][1]].span.end <= _JOINED:
            pieces[-1] = (pieces[-1][0], k)
        else:
            pieces.append((k, k))
    return pieces


def _width(run: Sequence[Word], pieces: Sequence[tuple[int, int]]) -> int:
    return sum(run[last].span.end - run[first].span.start for first, last in pieces)


def _span(run: Sequence[Word], first: int, last: int) -> Span:
    """From the first word to the last, without a comma or the like behind it."""
    begin, end = run[first].span, run[last]
    hanging = len(end.shown) - len(end.shown.rstrip(_HANGING))
    return Span(begin.article, begin.part, begin.start, end.span.end - hanging)

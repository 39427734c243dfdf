"""Passages that two articles share: runs of the same words, each word used once, with whose words they are.

Runs of five words give the beginnings, which are followed as far as the words are the same; the longest runs
are kept first. A run counts as speech where either article has it inside quotation marks, or both have it
where speech stands without marks.
"""

from collections.abc import Iterator
from itertools import islice

from conspectus.model import Passage, Standing
from conspectus.origins.words import RUN, Whose, Words

_REPEATS = 8
"""How many places of one run are followed: a run that recurs more often is a stock phrase of its article."""

Run = tuple[int, int, int]
"""First word in the one, first word in the other, how many words."""


def passages(one: Words, other: Words) -> tuple[Passage, ...]:
    """The shared passages of five words and more in the order of ``one``; a change of standing ends a passage."""
    return tuple(
        Passage(one.span(i, i + length), other.span(j, j + length), length, standing)
        for i, j, length in shared(one, other)
        for i, j, length, standing in _divided(one, other, (i, j, length))
    )


def shared(one: Words, other: Words) -> list[Run]:
    """Runs of the same words, no word of either used twice, in the order of ``one``."""
    used_one, used_other = bytearray(len(one.norms)), bytearray(len(other.norms))
    kept = []
    for i, j, length in sorted(_runs(one, other), key=lambda run: (-run[2], run)):
        if 1 in used_one[i : i + length] or 1 in used_other[j : j + length]:
            continue
        used_one[i : i + length] = used_other[j : j + length] = b"\1" * length
        kept.append((i, j, length))
    return sorted(kept)


def _runs(one: Words, other: Words) -> Iterator[Run]:
    """Every longest run of the same words."""
    held = other.runs
    if not held.keys() & one.runs.keys():
        return
    reached: dict[int, int] = {}
    left, right = one.norms, other.norms
    for i, value in enumerate(one.order):
        for j in held.get(value, ())[:_REPEATS]:
            # The two texts side by side, shifted by j - i, may have been followed to here already.
            if i < reached.get(j - i, 0) or i not in one.runs[value][:_REPEATS]:
                continue
            length = RUN
            for mine, theirs in zip(islice(left, i + RUN, None), islice(right, j + RUN, None), strict=False):
                if mine != theirs:
                    break
                length += 1
            reached[j - i] = i + length - RUN + 1
            if left[i : i + RUN] == right[j : j + RUN]:
                yield i, j, length


def _divided(one: Words, other: Words, run: Run) -> Iterator[tuple[int, int, int, Standing]]:
    """The run cut where the words of another begin: (first in one, first in other, words, standing)."""
    i, j, length = run
    if not any(one.whose[i : i + length]) and not any(other.whose[j : j + length]):
        yield i, j, length, "own"
        return
    at = 0
    while at < length:
        standing = _standing(one.whose[i + at], other.whose[j + at])
        end = at + 1
        while end < length and _standing(one.whose[i + end], other.whose[j + end]) == standing:
            end += 1
        yield i + at, j + at, end - at, standing
        at = end


def _standing(one: int, other: int) -> Standing:
    if Whose.SPEECH in (one, other) or one == other == Whose.LIKELY_SPEECH:
        return "speech"
    return "furniture" if Whose.FURNITURE in (one, other) else "own"

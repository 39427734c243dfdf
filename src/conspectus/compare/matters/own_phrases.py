"""Phrases of a sentence that another lacks, whole enough to make sense out of their sentence."""

from collections.abc import Sequence

import numpy as np

from conspectus.compare.matters.telling_words import SORTS, Flags, Told
from conspectus.compare.words import Word

_PARTING = frozenset(",;:—–)")
_FURTHEST = 3
"""Words from a reserve to the one that it is of."""


def _places(*sorts: str) -> list[int]:
    return [SORTS.index(sort) for sort in sorts]


_ALONE = _places("time", "amount", "place", "name", "role", "reserve", "denial")
"""A word of these sorts is a phrase by itself."""
_VALUES, _RESERVES, _NAMED = _places("time", "amount"), _places("reserve", "denial"), _places("name", "role")


def own_phrases(one: Told, lacking: Flags) -> list[range]:
    """Runs of words that another sentence lacks [others, words]: two or more, or one that says something by itself.

    None goes over a comma or the like, and none begins or ends with a word that only joins others.
    """
    own, found, at = lacking.any(axis=0), [], 0
    alone = one.sorts[:, _ALONE].any(axis=1) & ~_in_a_value(one)
    edge = one.content | alone
    while at < len(own):
        end = at
        while end < len(own) and own[end] and (end == at or _close(one.run, end - 1)):
            end += 1
        kept = [k for k in range(at, end) if edge[k]]
        if len(kept) > 1:
            found.append(range(kept[0], kept[-1] + 1))
        elif kept and alone[kept[0]]:
            found.append(_whole(one, kept[0]))
        at = max(end, at + 1)
    return found


def _whole(one: Told, at: int) -> range:
    """A lone word with what makes sense of it: a reserve with the word that it is of, a name with all of its words."""
    if one.sorts[at, _RESERVES].any() and not one.content[at]:
        return _reserved(one, at)
    first, end = at, at + 1
    named = one.sorts[:, _NAMED].any(axis=1)
    if named[at]:
        while first and named[first - 1] and _close(one.run, first - 1):
            first -= 1
        while end < len(named) and named[end] and _close(one.run, end - 1):
            end += 1
    return range(first, end)


def _reserved(one: Told, at: int) -> range:
    """ "Would" and "not" to the next word of meaning, where one stands near."""
    for end in range(at + 1, min(at + 1 + _FURTHEST, len(one.run))):
        if not _close(one.run, end - 1):
            break
        if one.content[end]:
            return range(at, end + 1)
    return range(at, at + 1)


def _close(run: Sequence[Word], at: int) -> bool:
    """Whether nothing parts a word from the next."""
    return run[at + 1].span.start - run[at].span.end <= 1 and run[at].shown[-1:] not in _PARTING


def _in_a_value(one: Told) -> Flags:
    """Which words stand beside another of their time or amount: "years" of "six years" is no phrase."""
    value = one.sorts[:, _VALUES]
    beside = np.zeros_like(value)
    beside[1:] |= value[:-1]
    beside[:-1] |= value[1:]
    return np.asarray((value & beside).any(axis=1))

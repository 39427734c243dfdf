"""Runs of equal words that stand in two texts."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest run of words that both have."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(other):
        places[word].append(at)
    longest, before = 0, dict[int, int]()
    for word in one:
        before = {at: before.get(at - 1, 0) + 1 for at in places.get(word, ())}
        longest = max(longest, *before.values()) if before else longest
    return longest


def longest_runs(left: Sequence[Sequence[str]], right: Sequence[Sequence[str]]) -> NDArray[np.int64]:
    """The length of the longest run of words that each text of ``left`` has in common with each of ``right``
    [left, right]. Time grows with the words that both sides have."""
    places: dict[str, list[int]] = defaultdict(list)
    owner: list[int] = []
    for number, text in enumerate(right):
        for word in text:
            places[word].append(len(owner))
            owner.append(number)
        owner.append(number)  # a place without a word: no run goes on into the next text
    found = []
    for text in left:
        longest = [0] * len(right)
        before = dict[int, int]()
        for word in text:
            before = {at: before.get(at - 1, 0) + 1 for at in places.get(word, ())}
            for at, length in before.items():
                if length > longest[owner[at]]:
                    longest[owner[at]] = length
        found.append(longest)
    return np.array(found, np.int64).reshape(len(left), len(right))

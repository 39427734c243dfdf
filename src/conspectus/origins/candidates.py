"""Which of many articles share a passage at all: winnowed fingerprints.

Winnowing (Schleimer, Wilkerson and Aiken 2003, "Winnowing: local algorithms for document fingerprinting") keeps the
least hash of every window of eight runs of five words. Every passage of twelve words or more leaves a common
fingerprint; shorter ones may. What is found has to be verified.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from conspectus.origins.words import Words

WINDOW = 8
"""Runs in a window: with runs of five words, twelve words in a row are never missed."""
COMMON = 0.5
"""A fingerprint in more than this share of (many) articles is page furniture and makes no candidate."""
_MANY = 50


def fingerprints(words: Words) -> frozenset[int]:
    """The least hash of every window."""
    values = words.order
    return frozenset(min(values[n : n + WINDOW]) for n in range(max(1, len(values) - WINDOW + 1)) if values)


def candidates(articles: Sequence[Words]) -> Iterable[tuple[int, int]]:
    """Pairs of places in ``articles`` that share a fingerprint, in order, each once."""
    holders: dict[int, list[int]] = defaultdict(list)
    for place, words in enumerate(articles):
        for value in fingerprints(words):
            holders[value].append(place)
    limit = len(articles) * COMMON if len(articles) > _MANY else len(articles)
    pairs = {
        (one, other)
        for places in holders.values()
        if 1 < len(places) <= limit
        for n, one in enumerate(places)
        for other in places[n + 1 :]
    }
    return sorted(pairs)

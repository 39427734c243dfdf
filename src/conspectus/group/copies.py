"""Articles with nearly the same words: prefiltered by MinHash (Broder 1997), every pair verified, none deleted."""

from collections.abc import Iterable
from dataclasses import dataclass

from conspectus.model import Article

LEAST = 0.8
_RUN, _STAND_FOR = 3, 5
_BANDS, _ROWS, _SEED = 32, 4, 7
"""Of pairs at the threshold one in 10^7 shares no band, of pairs at Jaccard .5 one in eight."""


@dataclass(frozen=True, slots=True)
class NearDuplicates:
    """Articles (ids, in the order given) that share nearly all their words.

    Each is tied to another of the group by a verified pair: ``least`` is the smallest Jaccard index (0..1) over runs of
    three words among the pairs that tied them. Two of a larger group may share less.
    """

    articles: tuple[str, ...]
    least: float


def near_duplicates(articles: Iterable[Article], least: float = LEAST) -> tuple[NearDuplicates, ...]:
    """Groups of two or more near-duplicates, in the order of their first articles. Titles are compared too."""
    names, runs = [], []
    for article in {one.id: one for one in articles}.values():
        names.append(article.id)
        runs.append(word_runs(f"{article.title}\n{article.body}"))
    root, weakest = list(range(len(names))), [1.0] * len(names)

    def top(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    buckets: dict[tuple[int, ...], list[int]] = {}
    for at, bands in enumerate(map(_bands, runs)):
        for band in bands:
            bucket = buckets.setdefault(band, [])
            for other in bucket:
                first, second = sorted((top(at), top(other)))
                # Whoever is tied already needs no further pair.
                if first != second and (found := jaccard(runs[at], runs[other])) >= least:
                    root[second] = first
                    weakest[first] = min(weakest[first], weakest[second], found)
            # Ten thousand copies would fill every bucket ten thousand times: a few of a group stand for it.
            if sum(top(other) == top(at) for other in bucket) < _STAND_FOR:
                bucket.append(at)
    groups: dict[int, list[str]] = {}
    for at, name in enumerate(names):
        groups.setdefault(top(at), []).append(name)
    return tuple(
        NearDuplicates(tuple(held), round(weakest[at], 2)) for at, held in sorted(groups.items()) if len(held) > 1
    )


def word_runs(text: str) -> frozenset[str]:
    """All runs of three words; of a shorter text, the text itself."""
    words = text.lower().split()
    return frozenset(" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared over all."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


def _bands(runs: frozenset[str]) -> list[tuple[int, ...]]:
    """The bands of a text's sketch: two texts that share one are worth comparing."""
    from rensa import RMinHash

    sketch = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    sketch.update(sorted(runs))
    digest = sketch.digest()
    return [(band, *digest[band * _ROWS : (band + 1) * _ROWS]) for band in range(_BANDS)]

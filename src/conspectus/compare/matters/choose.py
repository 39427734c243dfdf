"""Matters: the likeliest pairs of units, widened by the unit of each further article that tells of the same."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from conspectus.compare.matters.signs import NAMES, Candidates, Floats
from conspectus.compare.matters.units import Unit
from conspectus.compare.runs import longest_run

FURTHER = 0.75
"""A further article's unit has to be as likely as this share of the first pair with every unit already there."""
_SAME_RUN = 7
_SAME_SHARE = 0.7
"""Units that share so long a run of words, or that share of the shorter, are one wording; quotations have a check."""
_SHOWN_RUN = 8
_SHOWN_SHARE = 0.4
"""The same of what is shown."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Units of two or more articles, one of each, with the likelihood of the first pair.

    ``first`` are the places of that pair among the units, ``signs`` its signs, ``pairs`` the likelihoods of all pairs.
    """

    units: tuple[Unit, ...]
    likelihood: float
    first: tuple[int, int]
    signs: tuple[float, ...]
    pairs: tuple[float, ...]


def matters(found: Sequence[Unit], tried: Candidates, likely: Sequence[float], least: float) -> tuple[Matter, ...]:
    """Matters from ``least`` likelihood on, likeliest first; no unit stands in two with the same other article."""
    scores = dict(zip(tried.pairs, likely, strict=True))
    near: dict[int, set[int]] = defaultdict(set)
    for i, j in tried.pairs:
        near[i].add(j)
        near[j].add(i)
    told_alike = _told_alike(tried.signs)
    taken: set[tuple[int, str]] = set()
    sentences: set[tuple[object, object]] = set()
    chosen = []
    for place in sorted(range(len(likely)), key=lambda n: (-likely[n], tried.pairs[n])):
        i, j = tried.pairs[place]
        if likely[place] < least:
            break
        one, other = found[i], found[j]
        if (i, other.span.article) in taken or (j, one.span.article) in taken:
            continue
        if (one.sentence, other.sentence) in sentences:
            continue
        if told_alike[place] or _shown_alike(one, other):
            continue
        members = _widened([i, j], found, near, scores, FURTHER * likely[place])
        for a in members:
            for b in members:
                if a != b:
                    taken.add((a, found[b].span.article))
                    sentences.add((found[a].sentence, found[b].sentence))
        chosen.append(_matter(sorted(members), found, tried, scores, place))
    return tuple(chosen)


def _matter(
    members: list[int], found: Sequence[Unit], tried: Candidates, scores: dict[tuple[int, int], float], place: int
) -> Matter:
    i, j = tried.pairs[place]
    return Matter(
        tuple(found[n] for n in members),
        float(scores[i, j]),
        (members.index(i), members.index(j)),
        tuple(tried.signs[place].tolist()),
        tuple(_score(a, b, scores) for a, b in combinations(members, 2)),
    )


def _told_alike(signs: Floats) -> list[bool]:
    """Which pairs are of one wording."""
    alike = (signs[:, NAMES.index("run")] >= _SAME_RUN) | (signs[:, NAMES.index("run_share")] > _SAME_SHARE)
    return [bool(one) for one in alike]


def _shown_alike(one: Unit, other: Unit) -> bool:
    """Whether much of what would be shown of the two is one wording."""
    run = longest_run(one.wide, other.wide)
    return run >= _SHOWN_RUN or run > _SHOWN_SHARE * min(len(one.wide), len(other.wide))


def _widened(
    members: list[int],
    found: Sequence[Unit],
    near: dict[int, set[int]],
    scores: dict[tuple[int, int], float],
    least: float,
) -> list[int]:
    """The members and the best further unit of each article that has one."""
    common = set.intersection(*(near[n] for n in members))
    here = {found[n].span.article for n in members}
    weakest = {n: min(_score(n, member, scores) for member in members) for n in common}
    while True:
        weakest = {n: score for n, score in weakest.items() if found[n].span.article not in here}
        best = max(weakest, key=lambda n: (weakest[n], -n), default=None)
        if best is None or weakest[best] < least:
            return members
        members = [*members, best]
        here.add(found[best].span.article)
        weakest = {n: min(score, _score(n, best, scores)) for n, score in weakest.items() if n in near[best]}


def _score(one: int, other: int, scores: dict[tuple[int, int], float]) -> float:
    return scores[min(one, other), max(one, other)]

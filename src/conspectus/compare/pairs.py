"""Which values of two articles are told of the same thing, and which of several is meant by which.

One to one and best first: a value is paired with the one whose surroundings are most like its own. A value
that the other article gives as well, about the same sort of thing, is settled and paired with nothing else.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Pair[Value]:
    """Two values about the same thing, with the proof (0..1) that they are."""

    one: Value
    other: Value
    score: float


def pairs[Value](
    sides: Sequence[Sequence[Value]],
    score: Callable[[Value, Value], float],
    settled: Callable[[Value, Value], bool],
) -> tuple[Pair[Value], ...]:
    """The best one-to-one pairs between every two sides (articles), best first.

    ``score`` is 0 for values that are not about the same thing; ``settled`` says that two are the same value.
    """
    found: list[Pair[Value]] = []
    for left, right in combinations(sides, 2):
        open_left = [one for one in left if not any(settled(one, other) for other in right)]
        open_right = [other for other in right if not any(settled(one, other) for one in left)]
        found += _matched(open_left, open_right, score)
    return tuple(sorted(found, key=lambda pair: -pair.score))


def _matched[Value](
    left: Sequence[Value], right: Sequence[Value], score: Callable[[Value, Value], float]
) -> Iterator[Pair[Value]]:
    scored = [(score(one, other), i, j) for i, one in enumerate(left) for j, other in enumerate(right)]
    left_taken: set[int] = set()
    right_taken: set[int] = set()
    for value, i, j in sorted(scored, key=lambda x: (-x[0], x[1], x[2])):
        if value > 0 and i not in left_taken and j not in right_taken:
            left_taken.add(i)
            right_taken.add(j)
            yield Pair(left[i], right[j], value)


def clusters[Value](
    found: Sequence[Pair[Value]], article: Callable[[Value], str]
) -> tuple[tuple[tuple[Value, ...], float], ...]:
    """Pairs that share a value put together, one value an article; with the weakest score inside."""
    groups: list[tuple[list[Value], float]] = []
    # Each value is one object, found by its identity: comparing records with every group grows with the square.
    homes: dict[int, int] = {}
    for pair in found:
        both = (pair.one, pair.other)
        at = min((homes[id(v)] for v in both if id(v) in homes), default=len(groups))
        if at == len(groups):
            groups.append(([], pair.score))
        members, score = groups[at]
        fresh = [v for v in both if not any(v is member for member in members)]
        if all(article(v) not in {article(member) for member in members} for v in fresh):
            members.extend(fresh)
            groups[at] = (members, min(score, pair.score))
            for v in fresh:
                homes.setdefault(id(v), at)
    return tuple((tuple(members), score) for members, score in groups)


def folded[Value](
    groups: Sequence[tuple[tuple[Value, ...], float]], again: Callable[[Value, Value], bool]
) -> tuple[tuple[tuple[Value, ...], tuple[Value, ...], float], ...]:
    """Groups that say nothing beside a larger one put with it: (members, the same values told again, score).

    ``again`` says that one value is the other, told a second time in the same article.
    """
    kept: list[tuple[tuple[Value, ...], list[Value], float]] = []
    for members, score in sorted(groups, key=lambda group: (-len(group[0]), -group[1])):
        home = next((one for one in kept if all(any(again(m, own) for own in one[0]) for m in members)), None)
        if home is None:
            kept.append((members, [], score))
        else:
            home[1].extend(m for m in members if m not in home[0])
    return tuple((members, tuple(told), score) for members, told, score in kept)

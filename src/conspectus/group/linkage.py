"""Average linkage (Sokal and Michener 1958) over the pairs that score above nothing, part by part.

Two clusters are joined while the mean score over all their pairs reaches the threshold; a pair that is not listed
counts as 0. A mean that reaches it has a pair that does, so parts without such a pair between them stay apart.
"""

import heapq
from collections.abc import Iterable, Mapping, Sequence

Scores = Mapping[tuple[int, int], float]
"""Score of each listed pair, smaller number first."""


def parts(
    nodes: Iterable[int], scores: Scores, threshold: float
) -> list[tuple[list[int], dict[tuple[int, int], float]]]:
    """The nodes in parts connected by pairs that reach the threshold, each ascending, with its own pairs."""
    root = {node: node for node in nodes}

    def top(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for (one, other), score in scores.items():
        if score >= threshold:
            one, other = sorted((top(one), top(other)))
            root[other] = one
    found: dict[int, tuple[list[int], dict[tuple[int, int], float]]] = {}
    for node in sorted(root):
        found.setdefault(top(node), ([], {}))[0].append(node)
    for pair, score in scores.items():
        if top(pair[0]) == top(pair[1]):
            found[top(pair[0])][1][pair] = score
    return list(found.values())


def clusters(part: Sequence[int], scores: Scores, sizes: Mapping[int, int], threshold: float) -> list[list[int]]:
    """Average linkage inside one part. ``sizes`` says how many articles a node stands for. Ties go to smaller nodes."""
    size = {node: sizes[node] for node in part}
    members = {node: [node] for node in part}
    sums: dict[int, dict[int, float]] = {node: {} for node in part}
    heap = []
    for (one, other), score in scores.items():
        sums[one][other] = sums[other][one] = score * size[one] * size[other]
        heap.append((-sums[one][other] / (size[one] * size[other]), one, other))
    heapq.heapify(heap)
    while heap:
        score, one, other = heapq.heappop(heap)
        if -score < threshold:
            break
        if other not in sums.get(one, {}) or -sums[one][other] / (size[one] * size[other]) != score:
            continue  # one of them has been joined to something since
        _join(one, other, sums, heap, size)
        members[one] += members.pop(other)
    return [sorted(held) for held in members.values()]


def _join(
    one: int,
    other: int,
    sums: dict[int, dict[int, float]],
    heap: list[tuple[float, int, int]],
    size: dict[int, int],
) -> None:
    """Put ``other`` into ``one``: sums add up, and the new means go on the heap."""
    size[one] += size[other]
    for third, total in sums.pop(other).items():
        del sums[third][other]
        if third != one:
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + total
    for third, total in sums[one].items():
        low, high = min(one, third), max(one, third)
        heapq.heappush(heap, (-total / (size[one] * size[third]), low, high))

"""Things by where they stand in an article, so that what touches a stretch is looked up and not searched for."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from conspectus.model import Part, Span


@dataclass(frozen=True, slots=True)
class Placed[Item]:
    """Items of one article: for each part where they start, their spans with their place in the order given, and the
    length of the longest."""

    starts: Mapping[Part, tuple[int, ...]]
    rows: Mapping[Part, tuple[tuple[Span, int, Item], ...]]
    longest: Mapping[Part, int]

    def touching(self, span: Span) -> list[Item]:
        """The items that have at least one code point in common with ``span``, in the order given."""
        rows = self.rows.get(span.part, ())
        if not rows:
            return []
        starts = self.starts[span.part]
        begin, end = bisect_left(starts, span.start - self.longest[span.part]), bisect_left(starts, span.end)
        found = [(place, item) for one, place, item in rows[begin:end] if one.overlaps(span)]
        if len(found) > 1:
            found.sort(key=lambda pair: pair[0])
        return [item for _, item in found]


def placed[Item](items: Iterable[tuple[Span, Item]]) -> Placed[Item]:
    """The items with their spans, all of one article."""
    rows: dict[Part, list[tuple[Span, int, Item]]] = {}
    for place, (span, item) in enumerate(items):
        rows.setdefault(span.part, []).append((span, place, item))
    ordered = {part: tuple(sorted(own, key=lambda row: (row[0].start, row[1]))) for part, own in rows.items()}
    starts = {part: tuple(row[0].start for row in own) for part, own in ordered.items()}
    return Placed(starts, ordered, {part: max(len(row[0]) for row in own) for part, own in ordered.items()})

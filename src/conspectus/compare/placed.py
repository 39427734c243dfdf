"""Things by where they stand in an article, so that what touches a stretch is looked up and not searched for."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from conspectus.model import Part, Span


@dataclass(frozen=True, slots=True)
class Placed[Item]:
    """Items of one article: for each part where they start, the same with their place in the order given and their
    spans, and the length of the longest."""

    starts: Mapping[Part, tuple[int, ...]]
    rows: Mapping[Part, Sequence[tuple[int, int, Span, Item]]]
    longest: Mapping[Part, int]

    def touching(self, span: Span) -> list[Item]:
        """The items that have at least one code point in common with ``span``, in the order given."""
        rows = self.rows.get(span.part, ())
        if not rows:
            return []
        starts = self.starts[span.part]
        begin, end = bisect_left(starts, span.start - self.longest[span.part]), bisect_left(starts, span.end)
        found = [(place, item) for _, place, one, item in rows[begin:end] if one.overlaps(span)]
        if len(found) > 1:
            found.sort()  # no two have one place
        return [item for _, item in found]


def placed[Item](items: Iterable[tuple[Span, Item]]) -> Placed[Item]:
    """The items with their spans, all of one article."""
    rows: dict[Part, list[tuple[int, int, Span, Item]]] = {}
    for place, (span, item) in enumerate(items):
        rows.setdefault(span.part, []).append((span.start, place, span, item))
    for own in rows.values():
        own.sort()  # no two have one place
    starts = {part: tuple([row[0] for row in own]) for part, own in rows.items()}
    return Placed(starts, rows, {part: max([len(row[2]) for row in own]) for part, own in rows.items()})

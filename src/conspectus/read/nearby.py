"""Finding what lies near a span without looking at everything: numbers filed under cells of a text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from conspectus.model import Part, Span

_CELL = 256


class Nearby:
    """Numbers by where their spans lie; a look-up costs what lies there, not what the article holds."""

    def __init__(self) -> None:
        self._cells: dict[tuple[Part, int], list[int]] = defaultdict(list)

    def add(self, number: int, spans: Iterable[Span]) -> None:
        for cell in _cells(spans):
            self._cells[cell].append(number)

    def at(self, spans: Iterable[Span]) -> list[int]:
        """The numbers filed in the cells of ``spans``, each once, in order; their spans need not overlap these."""
        return sorted({number for cell in _cells(spans) for number in self._cells.get(cell, ())})


def _cells(spans: Iterable[Span]) -> Iterator[tuple[Part, int]]:
    for span in spans:
        for cell in range(span.start // _CELL, max(span.start, span.end - 1) // _CELL + 1):
            yield span.part, cell

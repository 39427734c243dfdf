"""A normalised view of a stretch of text with an exact map back, built once, never by diff.

Reading wants one kind of quotation mark and one kind of space; findings want the words as printed.
The view replaces characters by characters where it can, drops the invisible ones, and keeps for every
view position the raw position it came from.
"""

from dataclasses import dataclass

_SPACES = dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\n\v\f\x85\u2028\u2029", " ")  # fmt: skip
_QUOTES = dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"')
_APOSTROPHES = dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'")
_DROPPED = dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\x00", "")  # fmt: skip
_TABLE = str.maketrans(_SPACES | _QUOTES | _APOSTROPHES | _DROPPED)
_DROPPED_SET = frozenset(_DROPPED)


@dataclass(frozen=True, slots=True)
class View:
    """``text`` is what readers see; ``raw_start`` where it begins in the part.

    ``kept`` holds, for each view position, the raw offset relative to ``raw_start``; it is empty when
    nothing was dropped and the two coincide.
    """

    text: str
    raw_start: int
    raw_end: int
    kept: tuple[int, ...]

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Raw half-open offsets of the view's [start, end); an empty stretch maps to an empty one."""
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"{start}..{end} does not lie in a view of {len(self.text)}")
        if start == end:
            at = self._at(start)
            return at, at
        return self._at(start), self._at(end - 1) + 1

    def _at(self, position: int) -> int:
        if not self.kept:
            return self.raw_start + position
        if position == len(self.kept):
            return self.raw_end
        return self.raw_start + self.kept[position]


def view(text: str, start: int, end: int) -> View:
    """The normalised view of ``text[start:end]``."""
    piece = text[start:end]
    normal = piece.translate(_TABLE)
    if len(normal) == len(piece):
        return View(normal, start, end, ())
    kept = tuple(i for i, char in enumerate(piece) if char not in _DROPPED_SET)
    return View(normal, start, end, kept)

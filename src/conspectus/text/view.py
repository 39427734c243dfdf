"""A normalised view of a stretch of text with an exact map back, built once, never by diff.

Reading wants one kind of quotation mark, one space at a time and letters in one piece; findings want the
words as printed. The view replaces characters where it can, drops those that print nothing, draws several
into one or takes one apart, and keeps for every view position the raw stretch that it stands for.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_SPACE = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_INVISIBLE = (
    "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x7f\u00ad\u061c"
    "\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067"
    "\u2068\u2069\ufe0e\ufe0f\ufeff"
)
_BULLETS = "•▪◦‣●■▸"
"""Shown as "*", which a parser knows for a mark: it takes the others for figures or words."""
_EVEN = re.compile(rf"[{_SPACE}{_BULLETS}“”„‟«»″‘’‚‛‹›′\ud800-\udfff]")
_SHOWN = dict.fromkeys(_SPACE, " ") | dict.fromkeys(_BULLETS, "*")
_SHOWN |= dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛‹›′", "'")
_UNKNOWN = "\ufffd"
"""Shown for half of a surrogate pair, which parsers cannot encode."""
_DOUBLED = frozenset(("``", "''", "‘‘", "’’"))
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_UNEVEN = re.compile(
    rf"[{_INVISIBLE}]+|[ {_SPACE}][ {_SPACE}{_INVISIBLE}]*[ {_SPACE}]|``|''|‘‘|’’|[^\W\d_][\u0300-\u036f]+|[ﬀ-ﬆ]"
)


@dataclass(frozen=True, slots=True)
class View:
    """``text`` is what readers see; [``raw_start``, ``raw_end``) the stretch of the part it stands for.

    ``starts`` and ``ends`` hold, for each view position, the half-open raw offsets of what it stands for,
    relative to ``raw_start``; both are empty where view and raw positions coincide.
    """

    text: str
    raw_start: int
    raw_end: int
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Raw half-open offsets of the view's [start, end); an empty stretch maps to an empty one."""
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"{start}..{end} does not lie in a view of {len(self.text)}")
        if not self.starts:
            first = self.raw_start + start if start < len(self.text) else self.raw_end
            return first, first if start == end else self.raw_start + end
        first = self.raw_start + self.starts[start] if start < len(self.starts) else self.raw_end
        return first, first if start == end else self.raw_start + self.ends[end - 1]

    def begins(self, places: Sequence[int]) -> list[int]:
        """The raw offsets at which the view's characters begin, as ``raw`` has them."""
        if not self.starts:
            return [self.raw_start + place for place in places]
        return [self.raw_start + self.starts[place] for place in places]


def view(text: str, start: int, end: int) -> View:
    """The normalised view of ``text[start:end]``; never raises on any text."""
    piece = text[start:end]
    shown = _EVEN.sub(lambda found: _SHOWN.get(found.group(), _UNKNOWN), piece)
    uneven = [found.span() for found in _UNEVEN.finditer(piece)]
    if not uneven:
        return View(shown, start, start + len(piece))
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = 0
    for at, to in [*uneven, (len(piece), len(piece))]:
        words.append(shown[last:at])
        starts += range(last, at)
        ends += range(last + 1, at + 1)
        for instead, first, stop in _pieces(piece, at, to):
            words.append(instead)
            starts += [first] * len(instead)
            ends += [stop] * len(instead)
        last = to
    return View("".join(words), start, start + len(piece), tuple(starts), tuple(ends))


def _pieces(piece: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """What is shown for an uneven stretch, each with the raw offsets it stands for."""
    raw = piece[start:end]
    if not raw or raw[0] in _INVISIBLE:
        return []
    if raw in _DOUBLED:
        return [('"', start, end)]
    if raw[0].isspace():
        return [(" ", start, end)]
    if raw in _LIGATURES:
        return [(_LIGATURES[raw], start, end)]
    whole = unicodedata.normalize("NFC", raw)
    if len(whole) == 1:
        return [(whole, start, end)]
    return [(char, start + at, start + at + 1) for at, char in enumerate(raw)]

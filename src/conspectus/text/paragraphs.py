"""Where the paragraphs of a text lie."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

LONGEST = 20_000
"""Code points a paragraph may have; a longer one is cut, since parsers hold a whole paragraph in memory."""

_LINE = re.compile(r"[^\n\r\x85\u2028\u2029]+")
_WIDEST, _NARROWEST = 100, 45
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[-*•–—]|\(?\w{1,3}[.)])\s")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line by the offsets of its words; ``indent`` in code points, ``apart`` after a blank line."""

    start: int
    end: int
    indent: int
    apart: bool


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open offsets of the paragraphs of ``text``, trimmed of white space; blank ones are left out.

    A line is a paragraph, unless the text is broken into lines of 45 to 100 columns, as agencies and e-mail
    print it: then lines are joined up to a blank line, an indented line, an item of a list or a line that
    ends early. A paragraph of more than ``LONGEST`` code points is cut after a sentence, or else at a space.
    Linear in the length of the text; never raises.
    """
    lines = list(_lines(text))
    width = _wrapped_at(text, lines)
    joined: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        if at and width and _goes_on(text, lines[at - 1], line, width):
            joined[-1] = (joined[-1][0], line.end)
        else:
            joined.append((line.start, line.end))
    return tuple(piece for place in joined for piece in _cut(text, *place))


def _lines(text: str) -> Iterator[_Line]:
    before = 0
    for line in _LINE.finditer(text):
        words = line.group().strip()
        if words:
            start = line.start() + line.group().index(words[0])
            gap = text[before:start].replace("\r\n", "\n")
            yield _Line(start, start + len(words), start - line.start(), len(_LINE.sub("", gap)) > 1)
            before = start + len(words)


def _wrapped_at(text: str, lines: Sequence[_Line]) -> int:
    """The width that ``text`` is broken at, or 0. Most lines are full, and break off inside a sentence."""
    widths = sorted(line.indent + line.end - line.start for line in lines)
    narrow = [width for width in widths if width <= _WIDEST]
    if not narrow or len(narrow) < 0.9 * len(lines) or narrow[-1] < _NARROWEST:
        return 0
    width = narrow[-1 - len(narrow) // 50]
    breaks = [(a, b) for a, b in pairwise(lines) if not b.apart]
    full = [(a, b) for a, b in breaks if _is_full(text, a, b, width)]
    inside = sum(not _stops(text, a) for a, _ in full)
    early = sum(not _stops(text, a) for a, _ in breaks) - inside
    if len(full) < 2 or len(full) < 1.5 * early:
        return 0
    lower = sum(text[b.start].islower() for _, b in full)
    shouted = not any(char.islower() for char in text[lines[0].start : lines[-1].end])
    return width if inside >= 0.6 * len(full) and (shouted or lower >= 0.4 * len(full)) else 0


def _is_full(text: str, line: _Line, following: _Line, width: int) -> bool:
    """The next line's first word would not have fitted, give or take what proportional type makes of it."""
    word = text[following.start : min(following.end, following.start + width)].split(maxsplit=1)[0]
    return line.indent + line.end - line.start + 1 + len(word) > 0.8 * width


def _stops(text: str, line: _Line) -> bool:
    return bool(_ENDS.search(text, max(line.start, line.end - 6), line.end))


def _goes_on(text: str, line: _Line, following: _Line, width: int) -> bool:
    """The two lines belong to one paragraph of a text that is broken at ``width``."""
    if following.apart or following.indent > line.indent + 1 or _ITEM.match(text, following.start):
        return False
    if _stops(text, line):
        word = text[following.start : following.end].split(maxsplit=1)[0]
        return line.indent + line.end - line.start + 1 + len(word) > width
    return _is_full(text, line, following, width) or text[following.start].islower()


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        window = text[start : start + LONGEST]
        stops = [found.end() for found in _SENTENCE_END.finditer(window, LONGEST // 2)]
        stop = stops[-1] if stops else _last_space(window)
        piece = window[:stop].rstrip()
        if piece:
            yield start, start + len(piece)
        start += stop
        start += len(text[start : start + LONGEST]) - len(text[start : start + LONGEST].lstrip())
    if start < end:
        yield start, end


def _last_space(window: str) -> int:
    found = max(window.rfind(" ", LONGEST // 2), window.rfind("\t", LONGEST // 2))
    return found if found > 0 else len(window)

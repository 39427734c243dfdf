"""Lines of a terminal: styles, cells at the right edge, wrapping and cutting by columns, not by characters.

rich is imported where it is used, so that importing the package stays light.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from conspectus.present.marks import in_marks
from conspectus.present.outline import Key
from conspectus.present.safe import for_terminal

if TYPE_CHECKING:
    from rich.text import Text

WIDTH = 100
"""Columns of the output when it is no terminal; a narrower terminal is respected down to ``NARROWEST``."""
NARROWEST = 60
MATRIX = 12
"""Articles up to which a row ends in one cell each; more are listed by siglum on a line of their own."""

DIM, BOLD = "bright_black", "bold"
COLOURS: dict[Key, str] = {
    "differ": "dark_orange3", "agree": "cyan", "only": "medium_purple1", "accused": "dodger_blue2",
    "called": "dark_goldenrod", "origins": "bold", "inside": "dark_orange3", "unknown": "bold",
}  # fmt: skip


def styled(*parts: "tuple[str, str] | str | Text") -> "Text":
    """One line out of (text, style) pairs; the text of strangers has to be made safe before."""
    from rich.text import Text

    return Text.assemble(*parts, no_wrap=True)


def cut(text: str, columns: int) -> str:
    """The beginning of a text that fits, with … where it was cut; at a word where one is near."""
    from rich.cells import cell_len, set_cell_size

    text = for_terminal(text)
    if cell_len(text) <= columns:
        return text
    short = set_cell_size(text, max(columns - 2, 1)).rstrip()
    word = short.rfind(" ")
    kept = short[:word] if word > 0.5 * len(short) else short
    return kept.rstrip(" ,;:") + " …"


def quoted(words: Sequence[str]) -> str:
    """Words in quotation marks, a gap between them as …"""
    return in_marks(for_terminal(" … ".join(word.strip() for word in words)))


def wrapped(line: "Text", columns: int, indent: str = "", most: int = 0) -> list["Text"]:
    """The line broken at words, further lines indented; at most ``most`` lines (0: all), the last cut with ….

    What the line begins with, as far as the indent reaches, stays on the first line.
    """
    import io

    from rich.console import Console

    console = Console(file=io.StringIO(), width=columns)
    first = line[: len(indent)]
    room = max(columns - max(len(indent), first.cell_len), 10)
    lines = list(line[len(indent) :].wrap(console, room, no_wrap=False, overflow="fold"))
    if most and len(lines) > most:
        del lines[most:]
        lines[-1].truncate(room - 2)
        lines[-1].rstrip()
        lines[-1].append(" …")
    for one in lines:
        one.rstrip()
    return [styled(indent if n else first) + one for n, one in enumerate(lines)]


def with_cells(line: "Text", cells: Sequence[str], width: int, style: str) -> "Text":
    """The line, cut to leave room, and one cell an article at the right edge."""
    room = width - cells_width(cells)
    line.truncate(room - 1, overflow="ellipsis", pad=True)
    line.append(" ")
    column = cells_width(cells) // max(len(cells), 1)
    for cell in cells:
        line.append(cell.ljust(column), style if cell not in ("–", "?") else DIM)
    line.rstrip()
    return line


def cells_width(cells: Sequence[str]) -> int:
    """Columns that the cells of a row take."""
    return len(cells) * (4 if len(cells) <= 6 else 3)

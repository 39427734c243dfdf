"""Comparison → terminal: lead, then the findings row by row with what each article prints."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from conspectus.model import Article, Comparison, Side
from conspectus.present import wording
from conspectus.present.decided import decided_lines, put_right
from conspectus.present.graph import graph_lines
from conspectus.present.heard import heard_lines
from conspectus.present.layout import (
    BOLD,
    COLOURS,
    DIM,
    MATRIX,
    WIDTH,
    cells_width,
    cut,
    quoted,
    styled,
    with_cells,
    wrapped,
)
from conspectus.present.lead import lead
from conspectus.present.limits import LIMITS
from conspectus.present.noted import noted
from conspectus.present.outline import READINGS_SHOWN, Group, Outline, Row, Section, outline
from conspectus.present.safe import for_terminal
from conspectus.present.sides import beside, in_row

if TYPE_CHECKING:
    from rich.text import Text

FOLD = 4
"""Rows of a group that are shown before the rest is folded into their number."""
READINGS = 6
"""Lines of readings shown under one row before the rest is folded."""
LABEL = 6


def comparison_text(comparison: Comparison, width: int = WIDTH, everything: bool = False) -> "Text":
    """The whole comparison as styled text of lines no wider than ``width`` columns.

    Long groups of agreements and of what one article tells are folded with their number, unless
    ``everything`` is asked for. Differences and what could not be told are never folded.
    """
    laid = outline(comparison)
    lines = [*_head(comparison, laid, width), styled()]
    for sentence in lead(laid):
        lines += wrapped(styled(*(piece_text(piece.text) for piece in sentence)), width, most=3)
    for section in laid.sections:
        lines += [styled(), *_section(comparison, laid, section, (width, everything))]
    lines += [line for found in graph_lines(comparison, width) for line in found]
    if comparison.heard:
        lines += [styled(), *heard_lines(comparison, width, everything)]
    lines += [styled(), *_foot(comparison, laid, width)]
    return styled("\n").join(lines)


def piece_text(text: str) -> str:
    """A piece of a sentence made safe, the space at its ends kept."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return before + for_terminal(text) + after


def articles_lines(articles: Sequence[Article], sigla: Sequence[str], width: int) -> Iterator["Text"]:
    """One line an article: siglum, outlet, words, date, hash."""
    outlets = [cut(wording.outlet(article), 36) for article in articles]
    lengths = [wording.words(article) for article in articles]
    dates = [cut(wording.date(article), 25) for article in articles]
    for siglum, article, outlet, length, date in zip(sigla, articles, outlets, lengths, dates, strict=True):
        line = styled((f" {siglum:<3}", BOLD), padded(outlet, max(map(len, outlets))), "   ")
        about = (
            f"{length:>{max(map(len, lengths))}}   {date:<{max(map(len, dates))}}   sha256 {article.raw.sha256[:12]}"
        )
        line.append(about, DIM)
        line.truncate(width, overflow="ellipsis")
        yield line


def padded(text: str, columns: int) -> str:
    """The text filled with spaces to a width in columns."""
    from rich.cells import cell_len

    return text + " " * max(columns - cell_len(text), 0)


def side_words(comparison: Comparison, side: Side) -> str:
    """The words a side rests on, as printed; … stands where something between them is left out."""
    article = next(one for one in comparison.articles if one.id == side.article)
    # Words that a side has in several places are shown once.
    return quoted(list(dict.fromkeys(article.words(span) for span in side.spans)))


def _head(comparison: Comparison, laid: Outline, width: int) -> Iterator["Text"]:
    yield from wrapped(styled((for_terminal(wording.titled(laid.title)), BOLD)), width, most=2)
    yield from articles_lines(comparison.articles, laid.sigla, width)


def _section(comparison: Comparison, laid: Outline, section: Section, view: tuple[int, bool]) -> Iterator["Text"]:
    width = view[0]
    colour = COLOURS[section.key]
    line = styled((f"{section.glyph} ", colour), (section.heading, BOLD), (f"  {len(section.rows)}  ", DIM))
    line.append(section.says if section.rows else "none found", DIM)
    sigla = laid.sigla if len(laid.sigla) <= MATRIX and section.rows else ()
    yield with_cells(line, sigla, width, BOLD)
    if section.key in LIMITS:
        yield from wrapped(styled("  ", (LIMITS[section.key], DIM)), width, "  ", most=2)
    for group in section.groups:
        if section.key in ("differ", "agree") or (section.key == "accused" and group.says):
            yield _group_line(group, section, width)
        yield from _rows(comparison, section, group, view)


def _group_line(group: Group, section: Section, width: int) -> "Text":
    line = styled("  ", (group.heading, COLOURS[section.key]))
    if section.key == "agree":
        line.append(f"  {len(group.rows)}  {group.says}", DIM)
    elif group.says:
        line.append(f": {group.says}", COLOURS[section.key])
    line.truncate(width)
    line.rstrip()
    return line


def _rows(comparison: Comparison, section: Section, group: Group, view: tuple[int, bool]) -> Iterator["Text"]:
    width, everything = view
    folds = section.key in ("agree", "only", "origins") and not everything and len(group.rows) > FOLD + 1
    shown = group.rows[:FOLD] if folds else group.rows
    for row in shown:
        yield from _row(comparison, section, row, width)
    if folds:
        where = f" {group.heading[0].lower()}{group.heading[1:]}" if section.key == "only" else ""
        yield styled(" " * (4 + LABEL), (f"and {len(group.rows) - FOLD} more{where}", DIM))


def _row(comparison: Comparison, section: Section, row: Row, width: int) -> Iterator["Text"]:
    finding, colour = row.finding, COLOURS[section.key]
    matrix = row.cells if len(row.cells) <= MATRIX else ()
    label = f"    {row.label:<{LABEL}}"
    kinds = {"agree": wording.origins(finding), "differ": wording.PROPERTIES[finding.property]}
    kind = cut(kinds.get(section.key, ""), 40)
    room = width - len(label) - cells_width(matrix) - len(kind) - 4
    line = styled((label, DIM), cut(wording.titled(finding.title), max(room, 20)), (f"  {kind}", DIM))
    yield with_cells(line, matrix, width, colour)
    indent = " " * len(label)
    if not matrix:
        yield from wrapped(styled(indent, (_by_cell(comparison, row), DIM)), width, indent, most=3)
    for said in decided_lines(comparison, finding):
        yield from wrapped(styled(indent, (for_terminal(said), BOLD)), width, indent, most=2)
    if section.key in READINGS_SHOWN:
        yield from _readings(comparison, row, width, indent)
        if finding.reconciled:
            yield from wrapped(
                styled(indent, (f"reconciled by {for_terminal(finding.reconciled)}", DIM)), width, indent
            )


def _readings(comparison: Comparison, row: Row, width: int, indent: str) -> Iterator["Text"]:
    """One line a reading and wording: letter, the sigla that print it so, the words, their value."""
    lines: dict[tuple[str, str, str], list[str]] = {}
    listed = in_row(row.finding)
    for side in sorted(listed, key=lambda s: (s.reading, len(comparison.siglum(s.article)))):
        about = for_terminal(beside(comparison, row.finding, side))
        key = (side.reading, side_words(comparison, side), about)
        lines.setdefault(key, []).append(comparison.siglum(side.article))
    for (letter, words, value), sigla in list(lines.items())[:READINGS]:
        who = " ".join(sigla) if len(sigla) <= 6 else f"{' '.join(sigla[:5])} +{len(sigla) - 5}"
        room = width - len(indent) - len(letter) - len(who) - 4
        value = cut(value, max(room // 3, 12))
        line = styled(indent, (f"{letter} ", COLOURS["differ"]), (f"{who} ", BOLD))
        line.append(cut_quoted(words, room - len(value)))
        line.append(f"  {value}" if value else "", DIM)
        line.truncate(width, overflow="ellipsis")
        yield line
    more = max(0, len(lines) - READINGS) + len(row.finding.sides) - len(listed)
    if more:
        yield styled(indent, (f"and {more} more, --show {row.label}", DIM))


def cut_quoted(words: str, columns: int) -> str:
    """Quoted words cut inside their marks."""
    return words[0] + cut(words[1:-1], columns - 2) + words[-1]


def _by_cell(comparison: Comparison, row: Row) -> str:
    """The cells of many articles as a list: "a A C D   b B   – E F"."""
    cells: dict[str, list[str]] = {}
    for article, cell in zip(comparison.articles, row.cells, strict=True):
        if cell:
            cells.setdefault(cell, []).append(comparison.siglum(article.id))
    return "   ".join(f"{cell} {' '.join(sigla)}" for cell, sigla in cells.items())


def _foot(comparison: Comparison, laid: Outline, width: int) -> Iterator["Text"]:
    yield from notes_lines(comparison, width)
    if any(section.rows for section in laid.sections):
        first = next(row.label for section in laid.sections for row in section.rows)
        hints = f"--show {first} prints the evidence   --html page.html the reading page   --json - the data"
        yield from wrapped(styled("  ", (hints, DIM)), width, "  ")
    rejected = f"{len(comparison.rejections)} rejected"
    told = (f"{len(one.rows)} {wording.section(one.key, len(one.rows))}" for one in laid.sections)
    counts = " · ".join([*told, rejected])
    yield from wrapped(styled("  ", (counts, DIM)), width, "  ")


def notes_lines(comparison: Comparison, width: int) -> Iterator["Text"]:
    """Notes of the comparison, of its articles and readings, then the rejections, one paragraph each."""
    for said in put_right(comparison):
        yield from wrapped(styled(("  decided  ", DIM), for_terminal(said)), width, " " * 11, most=3)
    marked = list(noted(comparison))
    for siglum, message in marked:
        said = f"{siglum}: {for_terminal(message)}" if siglum else for_terminal(message)
        yield from wrapped(styled(("  note  ", DIM), said), width, " " * 8, most=3)
    for one in comparison.rejections:
        what = f"{for_terminal(one.name)}: {for_terminal(one.reason)}; {for_terminal(one.advice)}"
        yield from wrapped(styled(("  not read  ", DIM), what), width, " " * 12, most=3)
    if marked or comparison.rejections:
        yield styled()

"""Who is heard, for the terminal: a row a voice, a cell an article, and what each article has from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from conspectus.model import Chain, Comparison, Heard, Reading, SpeakerKind, Told
from conspectus.present.layout import BOLD, DIM, MATRIX, cells_width, cut, styled, with_cells, wrapped
from conspectus.present.safe import for_terminal
from conspectus.present.tree import tree_lines
from conspectus.present.wording import number

if TYPE_CHECKING:
    from rich.text import Text

HEADING = "Who is heard"
SAYS = "share of each article’s words by the voice that says them first"
FOLD = 8
"""Named voices on the terminal before the rest is folded into their number."""
TOGETHER: dict[SpeakerKind | None, str] = {
    "collective": "groups of people", "unnamed": "people without a name", "document": "texts",
    "body": "bodies without a name", "outlet": "outlets without a name", "person": "people without a name",
    "author": "the articles’ own words", None: "could not tell who",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A voice with its label (V1 …), its title and one cell an article: "12%", "<1%", "–" for not there."""

    label: str
    voice: Heard
    title: str
    cells: tuple[str, ...]


def rows(comparison: Comparison) -> tuple[Row, ...]:
    """The voices in the comparison's order; those that only stand together come last, without a label."""
    found = []
    for number_, voice in enumerate(comparison.heard, 1):
        told = {one.article: one for one in voice.told}
        cells = tuple(_cell(told.get(article.id)) for article in comparison.articles)
        label = f"V{number_}" if voice.name else ""
        found.append(Row(label, voice, voice.name or TOGETHER[voice.kind], cells))
    return tuple(found)


def _cell(told: Told | None) -> str:
    if told is None:
        return "–"
    return f"{told.share:.0%}" if told.share >= 0.005 else "<1%"


def relays(comparison: Comparison, voice: Heard) -> str:
    """Through whom its words come: "CNN (A), the ministry (B C)"."""
    found: dict[str, list[str]] = {}
    for told in voice.told:
        article = next(one for one in comparison.articles if one.id == told.article)
        for span in told.through:
            sigla = found.setdefault(cut(article.words(span), 40), [])
            if comparison.siglum(article.id) not in sigla:
                sigla.append(comparison.siglum(article.id))
    return ", ".join(f"{name} ({' '.join(sigla)})" for name, sigla in found.items())


def heard_lines(comparison: Comparison, width: int, everything: bool = False) -> Iterator["Text"]:
    """The section of the terminal: named voices, folded behind the first, then those that stand together."""
    laid = rows(comparison)
    named = [row for row in laid if row.label]
    sigla = [comparison.siglum(article.id) for article in comparison.articles]
    matrix = len(sigla) <= MATRIX
    line = styled(("◦ ", BOLD), (HEADING, BOLD), (f"  {len(named)}  {SAYS if named else 'none found'}", DIM))
    yield with_cells(line, sigla if matrix and named else (), width, BOLD)
    shown = named if everything or len(named) <= FOLD + 1 else named[:FOLD]
    for row in shown:
        yield from _row(comparison, row, width, matrix)
    if len(shown) < len(named):
        yield styled(" " * 10, (f"and {len(named) - len(shown)} more named", DIM))
    for row in laid:
        if not row.label:
            yield from _row(comparison, row, width, matrix)


def _row(comparison: Comparison, row: Row, width: int, matrix: bool) -> Iterator["Text"]:
    cells = row.cells if matrix else ()
    title = cut(row.title, max(width - cells_width(cells) - 12, 20))
    yield with_cells(styled((f"    {row.label:<6}", DIM), (title, "" if row.label else DIM)), cells, width, "")
    through = relays(comparison, row.voice) if row.label else ""
    if through:
        yield from wrapped(styled(" " * 10, (f"through {for_terminal(through)}", DIM)), width, " " * 10, most=2)


def voice_lines(comparison: Comparison, label: str, width: int) -> list["Text"]:
    """What each article has from the voice of this label, as trees of who says it through whom; [] for none."""
    row = next((row for row in rows(comparison) if row.label and row.label.lower() == label.lower()), None)
    if row is None:
        return []
    lines = [styled((f"{row.label}  ", DIM), (for_terminal(row.title), BOLD))]
    for told, reading, chains in sayings(comparison, row.voice):
        siglum = comparison.siglum(told.article)
        about = f"  {number(len(chains), 'saying')}, {number(told.words, 'word')}, {_cell(told)}"
        lines += [styled(), styled("  ", (siglum, BOLD), (about, DIM))]
        for chain in chains:
            lines += tree_lines(reading.article, chain, width, "    ")
    return lines


def sayings(comparison: Comparison, voice: Heard) -> Iterator[tuple[Told, Reading, tuple[Chain, ...]]]:
    """For each article that has the voice, in the comparison's order, the chains that begin with it."""
    told = {one.article: one for one in voice.told}
    for reading in comparison.readings:
        own = told.get(reading.article.id)
        if own is not None:
            wanted = set(own.chains)
            yield own, reading, tuple(chain for chain in reading.chains if chain.id in wanted)

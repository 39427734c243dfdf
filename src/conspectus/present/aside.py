"""Rows of the page that are no findings: what was read in the articles, laid out in the same way and linked alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from conspectus.model import Span
from conspectus.present.outline import Outline
from conspectus.present.safe import for_page

AsideKey = Literal["said", "time"]


@dataclass(frozen=True, slots=True)
class Aside:
    """One row. ``readings`` is HTML under the title; ``words`` is HTML for each of ``spans`` (with their sigla).

    ``linked`` is False where the texts are not there to lead to.
    """

    key: AsideKey
    label: str
    title: str
    kind: str
    cells: tuple[str, ...]
    readings: str
    spans: tuple[tuple[str, Span], ...]
    words: tuple[str, ...]
    linked: bool = True

    def anchor(self, place: int) -> str:
        """The id that the words of a span have on the page."""
        return f"w-{self.label}-{self.spans[place][0]}-{place + 1}"


def text(words: str) -> str:
    """Words of strangers, escaped."""
    return escape(for_page(words), quote=True)


def aside_html(laid: Outline, found: Sequence[Aside], fold: int, what: str) -> Iterator[str]:
    """The rows; those behind the first ``fold`` are folded into their number."""
    shown = found if len(found) <= fold + 1 else found[:fold]
    for row in shown:
        yield from _row(laid, row)
    if len(shown) < len(found):
        yield f'<details class="more"><summary>and {len(found) - len(shown):,} more {what}</summary>'
        for row in found[fold:]:
            yield from _row(laid, row)
        yield "</details>"


def _row(laid: Outline, row: Aside) -> Iterator[str]:
    yield f'<details class="f" id="r-{row.label}" data-f="{row.label}"><summary><span class="what">'
    yield f'<h3 dir="auto">{text(row.title)}</h3>'
    yield f' <small class="ty">{text(row.kind)}</small>' if row.kind else ""
    yield f'<span class="rds">{row.readings}</span></span>'
    yield '<span class="cells" aria-hidden="true">'
    yield "".join(f"<i class={'n' if cell == '–' else 's2'}>{cell}</i>" for cell in row.cells)
    yield f'</span><span class="vh">{_spoken(laid, row)}</span></summary><div class="ev" id="f-{row.label}">'
    for place, (siglum, span) in enumerate(row.spans):
        where = f"{span.part} {span.start}–{span.end}"
        link = f' href="#{row.anchor(place)}"' if row.linked else ""
        yield (
            f"<p class=say><i class=sg>{siglum}</i><a{link}>{row.words[place]}</a><code class=pos>{where}</code></p>"
        )
    yield "</div></details>"


def _spoken(laid: Outline, row: Aside) -> str:
    """The cells as a sentence."""
    having = [
        f"{siglum}: {cell.replace('•', 'told')}"
        for siglum, cell in zip(laid.sigla, row.cells, strict=True)
        if cell != "–"
    ]
    lacking = [siglum for siglum, cell in zip(laid.sigla, row.cells, strict=True) if cell == "–"]
    return "; ".join([*having, *([f"not found in {', '.join(lacking)}"] if lacking else [])])

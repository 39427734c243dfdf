"""A comparison in a notebook: a pandas frame, and the parts of the page as one HTML fragment."""

from typing import TYPE_CHECKING, Any

from conspectus.errors import OutputError
from conspectus.model import Comparison
from conspectus.present import wording
from conspectus.present.findings import sides_in_order, text
from conspectus.present.outline import Row, outline
from conspectus.present.page import columns, stylesheet
from conspectus.present.parts import findings_html
from conspectus.present.passages import direction, marks, passages
from conspectus.present.said import said_rows
from conspectus.present.timeline import time_rows

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = (
    "label", "finding", "kind", "property", "verdict", "severity", "title", "siglum", "article", "outlet", "reading",
    "part", "start", "end", "words", "value", "found", "reconciled", "origin", "certainty", "reason", "component",
)  # fmt: skip
"""Columns of the frame. ``start`` and ``end`` are code points of the article's part, null where not found."""


_FRAME = (
    ":scope{background:var(--paper);color:var(--ink);font:15px/1.45 var(--sans);padding:16px 24px}"
    ":scope{overflow-wrap:anywhere}.secs{position:static}"
)
"""What the whole page has from its body."""


def frame(comparison: Comparison) -> "DataFrame":
    """One row for each span of each side, and one (``found`` False) for each article without it.

    Rows stand in the order of the terminal and the page. OutputError when pandas is not installed.
    """
    try:
        import pandas
    except ImportError as error:
        raise OutputError("pandas is not installed", "to_pandas", "pip install 'conspectus[pandas]'") from error
    rows = [
        line for section in outline(comparison).sections for row in section.rows for line in _lines(comparison, row)
    ]
    table = pandas.DataFrame(rows, columns=list(COLUMNS))
    return table.astype({"start": "Int64", "end": "Int64", "found": "bool", "certainty": "float64"})


def fragment(comparison: Comparison) -> str:
    """The findings as the page shows them, and the texts folded under them, for one cell among others.

    The style sheet reaches only into this fragment; there is no script, and nothing of an article is executed.
    """
    laid = outline(comparison)
    said, dated = said_rows(comparison), time_rows(comparison)
    marked = marks(comparison, laid, (*said, *dated))
    css = stylesheet().replace(":root{", ":scope{").replace(":root:not(.js)", ":scope") + _FRAME
    lines = [f'<div class="conspectus {columns(len(comparison.articles))}">']
    lines.append(f"<style>@scope (.conspectus){{{css}}}</style>")
    lines += findings_html(comparison, laid, said, dated)
    for siglum, article in zip(laid.sigla, comparison.articles, strict=True):
        about = f"{text(wording.outlet(article))}, {wording.words(article)}, {text(wording.date(article))}"
        lines.append(f'<details class="more" id="article-{siglum}"><summary>{siglum} {about}</summary>')
        lines.append(f'<div class="text" dir="{direction(article.body)}">{passages(article, marked[article.id])}</div>')
        lines.append("</details>")
    return "\n".join([*lines, "</div>"])


def _lines(comparison: Comparison, row: Row) -> list[dict[str, Any]]:
    """The rows of one finding, as column → value."""
    finding = row.finding
    articles = {article.id: article for article in comparison.articles}
    shared = {
        "label": row.label, "finding": finding.id, "kind": finding.kind, "property": finding.property,
        "verdict": finding.verdict, "severity": finding.severity, "title": finding.title,
        "reconciled": finding.reconciled, "origin": finding.origin, "certainty": finding.certainty,
        "reason": finding.reason, "component": f"{finding.made.component} {finding.made.version}",
    }  # fmt: skip

    def whose(article: str) -> dict[str, Any]:
        outlet = articles[article].outlet.value
        return {**shared, "siglum": comparison.siglum(article), "article": article, "outlet": outlet}

    lines = []
    for side in sides_in_order(comparison, finding):
        for span in side.spans:
            where = {
                "part": span.part,
                "start": span.start,
                "end": span.end,
                "words": articles[side.article].words(span),
            }
            lines.append({**whose(side.article), **where, "reading": side.reading, "value": side.value, "found": True})
    return lines + [{**whose(article), "found": False} for article in finding.missing]

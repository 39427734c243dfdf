"""A comparison in a notebook: a pandas frame, and a short HTML fragment without styles of its own."""

from typing import TYPE_CHECKING, Any

from conspectus.errors import OutputError
from conspectus.model import Comparison
from conspectus.present import wording
from conspectus.present.findings import printed, sides_in_order, text
from conspectus.present.lead import lead
from conspectus.present.outline import Row, outline

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = (
    "label", "finding", "kind", "property", "verdict", "severity", "title", "siglum", "article", "outlet", "reading",
    "part", "start", "end", "words", "value", "found", "reconciled", "origin", "certainty", "reason", "component",
)  # fmt: skip
"""Columns of the frame. ``start`` and ``end`` are code points of the article's part, null where not found."""


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
    """The lead and a table of the findings as HTML that is safe to show among other cells."""
    laid = outline(comparison)
    lines = [f"<div><p><b>{text(laid.title)}</b></p>", "<ul>"]
    for siglum, article in zip(laid.sigla, comparison.articles, strict=True):
        about = f"{text(wording.outlet(article))}, {wording.words(article)}, {text(wording.date(article))}"
        lines.append(f"<li><b>{siglum}</b> {about}</li>")
    lines.append("</ul>")
    lines += [f"<p>{text(''.join(piece.text for piece in sentence))}</p>" for sentence in lead(laid)]
    head = "".join(f"<th>{siglum}</th>" for siglum in laid.sigla)
    for section in laid.sections:
        lines.append(f"<details><summary>{section.glyph} {section.heading}: {len(section.rows):,}</summary><table>")
        lines.append(f"<tr><th></th><th></th><th></th>{head}</tr>")
        lines += [_table_row(comparison, row) for row in section.rows]
        lines.append("</table></details>")
    lines.append("</div>")
    return "\n".join(lines)


def _table_row(comparison: Comparison, row: Row) -> str:
    cells = "".join(f"<td>{text(cell)}</td>" for cell in row.cells)
    words = "<br>".join(
        f"{comparison.siglum(side.article)} {printed(comparison, side)}"
        for side in sides_in_order(comparison, row.finding)
    )
    return f"<tr><td>{row.label}</td><td>{text(row.finding.title)}</td><td>{words}</td>{cells}</tr>"


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

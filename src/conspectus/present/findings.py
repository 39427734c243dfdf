"""One finding on the page: its row, and its evidence folded under it."""

from collections.abc import Iterator, Sequence
from html import escape

from conspectus.model import Column, Comparison, Finding, Side, Span
from conspectus.present import wording
from conspectus.present.decided import decided_lines
from conspectus.present.outline import READINGS_SHOWN, Outline, Row, Section
from conspectus.present.passages import anchors
from conspectus.present.safe import for_page
from conspectus.present.sides import beside

CELL_CLASSES = {"–": "no", "?": "q", "": "un"}


def text(words: str) -> str:
    """Words of strangers, escaped."""
    return escape(for_page(words), quote=True)


def row_link(row: Row, words: str) -> str:
    """A link to a finding."""
    return f'<a class="to" href="#f-{row.finding.id}">{text(words)}</a>'


def finding_html(comparison: Comparison, laid: Outline, section: Section, row: Row) -> str:
    """The finding as a folded element: the row is its summary."""
    return "\n".join([
        f'<details class="f" id="r-{row.finding.id}" data-f="{row.label}"><summary>',
        *_row(comparison, laid, section, row),
        f'</summary><div class="ev" id="f-{row.finding.id}">',
        *_evidence(comparison, row),
        "</div></details>",
    ])  # fmt: skip


def spoken(laid: Outline, section: Section, row: Row) -> str:
    """The cells as a sentence, articles with one cell together: "reading a: A, C; not found: B"."""
    words = {"–": "not found", "": "not compared", "?": "origin not stated", "•": "told"}
    words |= {"→": "accusation", "←": "answer", "⇄": "accusation and answer"}
    said = {"differ": "reading ", "called": "name ", "agree": "origin "}.get(section.key, "")
    sigla: dict[str, list[str]] = {}
    for siglum, cell in zip(laid.sigla, row.cells, strict=True):
        sigla.setdefault(words.get(cell, said + cell), []).append(siglum)
    return "; ".join(f"{cell}: {', '.join(having)}" for cell, having in sigla.items())


def _row(comparison: Comparison, laid: Outline, section: Section, row: Row) -> Iterator[str]:
    finding = row.finding
    kinds = {"differ": wording.PROPERTIES[finding.property], "agree": finding.origin or ""}
    kind = kinds.get(section.key, "")
    yield f'<span class="lb">{row.label}</span>'
    yield f'<span class="what"><h3 dir="auto">{text(finding.title)}</h3> <small>{text(kind)}</small>'
    if section.key in READINGS_SHOWN:
        yield from _readings(comparison, finding)
    yield from (f'<span class="said">{text(said)}</span>' for said in decided_lines(comparison, finding))
    yield "</span>"
    yield '<span class="cells" aria-hidden="true">'
    for n, (siglum, cell) in enumerate(zip(laid.sigla, row.cells, strict=True)):
        first = "s1" if section.key == "agree" and cell not in row.cells[:n] else "s2"
        yield f'<i class="{CELL_CLASSES.get(cell, first)}" data-s="{siglum}">{text(cell)}</i>'
    yield f'</span><span class="vh">{spoken(laid, section, row)}</span>'


def _readings(comparison: Comparison, finding: Finding) -> Iterator[str]:
    """Each reading once for every wording: letter, sigla, words, value."""
    lines: dict[tuple[str, str, str], list[str]] = {}
    for side in sides_in_order(comparison, finding):
        key = (side.reading, printed(comparison, side), beside(comparison, finding, side))
        lines.setdefault(key, []).append(comparison.siglum(side.article))
    yield '<span class="rds">'
    for (letter, words, value), sigla in lines.items():
        small = f" <small>{text(value)}</small>" if value else ""
        yield f"<span><b>{text(letter)}</b> <i>{' '.join(sigla)}</i> <bdi>{words}</bdi>{small}</span>"
    if finding.reconciled:
        yield f'<span class="rec">reconciled by {text(finding.reconciled)}</span>'
    yield "</span>"


def printed(comparison: Comparison, side: Side) -> str:
    """The words a side rests on, escaped, in quotation marks; … where something is left out between them."""
    return "“" + " … ".join(text(_words(comparison, span).strip()) for span in side.spans) + "”"


def sides_in_order(comparison: Comparison, finding: Finding) -> Sequence[Side]:
    """The sides by reading, then in the order of the articles."""
    order = {article.id: n for n, article in enumerate(comparison.articles)}
    return sorted(finding.sides, key=lambda side: (side.reading, order[side.article]))


def _evidence(comparison: Comparison, row: Row) -> Iterator[str]:
    finding = row.finding
    for side in sides_in_order(comparison, finding):
        yield from _side(comparison, row, side)
    if finding.missing:
        sigla = ", ".join(comparison.siglum(article) for article in finding.missing)
        which = "Not found in this article" if len(finding.missing) == 1 else "Not found in these articles"
        yield f'<p class="nf">{which}: {sigla}</p>'
    if finding.verdict == "agree":
        origin = f"Origin: {text(finding.origin)}" if finding.origin else wording.ORIGIN_NOT_STATED.capitalize()
        yield f'<p class="why">{origin}.</p>'
    yield f'<p class="why">{text(finding.reason)}</p>'
    if finding.reconciled:
        yield f'<p class="why">Reconciled by {text(finding.reconciled)}.</p>'
    if finding.collation:
        yield from _collation(comparison, finding)
    yield (
        f'<p class="made"><code>{finding.id}</code> certainty {finding.certainty:.2f}, '
        f"made by {text(finding.made.component)} {text(finding.made.version)}</p>"
    )


def _side(comparison: Comparison, row: Row, side: Side) -> Iterator[str]:
    letter = f"{side.reading} " if row.finding.verdict == "differ" else ""
    where = ", ".join(f"{span.part} {span.start}–{span.end}" for span in side.spans)
    about = beside(comparison, row.finding, side)
    value = f"<code>{text(about)}</code>" if about else ""
    yield (
        f'<div class="rb"><p class="hd"><b>{text(letter)}</b><span class="sg">{comparison.siglum(side.article)}</span> '
        f'{value} <code class="pos">{where}</code></p>'
    )
    places = anchors(comparison, row.finding)
    for context in side.context or side.spans:
        yield f'<blockquote dir="auto">{"".join(_quoted(comparison, context, side, places))}</blockquote>'
    yield "</div>"


def _quoted(comparison: Comparison, context: Span, side: Side, places: dict[Span, str]) -> Iterator[str]:
    """The words of a context; those of the reading lead to their place in the article."""
    whole = _words(comparison, context)
    place = context.start
    for span in sorted(span for span in side.spans if span.overlaps(context)):
        start, end = max(span.start, place), min(span.end, context.end)
        if start >= end:
            continue
        yield text(whole[place - context.start : start - context.start])
        marked = text(whole[start - context.start : end - context.start])
        yield f'<a href="#{places[span]}"><mark>{marked}</mark></a>'
        place = end
    yield text(whole[place - context.start :])


def _collation(comparison: Comparison, finding: Finding) -> Iterator[str]:
    yield '<h4>Word by word</h4><p class="dif">'
    for column in finding.collation:
        words = [text(_words(comparison, span)) if span else "" for span in column.spans]
        if column.kind == "same":
            yield f"{next(word for word in words if word)} "
            continue
        yield f'<span class="loc {column.kind}">{"".join(_stack(comparison, finding, column, words))}</span> '
    yield "</p>"


def _stack(comparison: Comparison, finding: Finding, column: Column, words: Sequence[str]) -> Iterator[str]:
    stack: dict[str, list[str]] = {}
    for side, word in zip(finding.sides, words, strict=True):
        stack.setdefault(word, []).append(comparison.siglum(side.article))
    for word, sigla in stack.items():
        shown = word or '<i class="nil">–</i>'
        yield f"<span><sup>{' '.join(dict.fromkeys(sigla))}</sup> <bdi>{shown}</bdi></span>"


def _words(comparison: Comparison, span: Span) -> str:
    return next(one for one in comparison.articles if one.id == span.article).words(span)

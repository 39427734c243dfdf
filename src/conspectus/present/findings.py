"""One finding on the page: its row, and its evidence folded under it."""

from collections.abc import Iterator, Sequence
from html import escape

from conspectus.model import Column, Comparison, Finding, Reading, Side, Span
from conspectus.present import wording
from conspectus.present.chains import around, chain_html
from conspectus.present.decided import decided_lines
from conspectus.present.layout import cut
from conspectus.present.marks import in_marks
from conspectus.present.outline import READINGS_SHOWN, Outline, Row, Section
from conspectus.present.passages import anchors
from conspectus.present.safe import for_page
from conspectus.present.sides import beside, in_row, perhaps_answers

LONGEST = 140
"""Characters of a reading shown in a row; the evidence under it has all."""
AROUND = 140
"""Characters shown on each side of the words of a reading where its sentences are longer."""
READINGS = 8
"""Readings in a row before the rest is counted."""
SPOKEN = {"–": "not found", "": "not compared", "?": "origin not stated", "•": "told"} | {
    "→": "accusation", "←": "answer", "⇄": "accusation and answer",
}  # fmt: skip


def text(words: str) -> str:
    """Words of strangers, escaped."""
    return escape(for_page(words), quote=True)


def row_link(row: Row, words: str, key: str) -> str:
    """A link to a finding, in the colour of its kind."""
    return f'<a class="to {key}" href="#f-{row.finding.id}">{text(words)}</a>'


def finding_html(comparison: Comparison, laid: Outline, section: Section, row: Row) -> str:
    """The finding as a folded element: the row is its summary."""
    return "".join([
        f'<details class="f" id="r-{row.finding.id}" data-f="{row.label}"><summary>',
        *_row(comparison, laid, section, row),
        f'</summary><div class="ev" id="f-{row.finding.id}">',
        *_evidence(comparison, section, row),
        "</div></details>\n",
    ])  # fmt: skip


def spoken(laid: Outline, section: Section, row: Row) -> str:
    """The cells as a sentence, articles with one cell together: "reading a: A, C; not found: B"."""
    said = {"differ": "reading ", "called": "names: ", "agree": "origin "}.get(section.key, "")
    sigla: dict[str, list[str]] = {}
    for siglum, cell in zip(laid.sigla, shown(section, row), strict=True):
        sigla.setdefault(SPOKEN.get(cell, said + cell), []).append(siglum)
    return "; ".join(f"{cell}: {', '.join(having)}" for cell, having in sigla.items())


def _row(comparison: Comparison, laid: Outline, section: Section, row: Row) -> Iterator[str]:
    finding = row.finding
    kinds = {"differ": wording.PROPERTIES[finding.property], "agree": wording.origins(finding)}
    kind = text(cut(kinds.get(section.key, ""), 60))
    yield f'<span class="what"><h3 dir="auto">{text(wording.titled(finding.title))}</h3> '
    yield f'<small class="ty">{kind} <code>{row.label}</code></small>'
    if finding.reconciled:
        yield f' <span class="rec">✓ reconciled by {text(finding.reconciled)}</span>'
    if section.key in READINGS_SHOWN:
        yield from _readings(comparison, section, finding)
    yield from (f'<span class="given">{text(said)}</span>' for said in decided_lines(comparison, finding))
    yield f'</span><span class="cells" aria-hidden="true">{"".join(cells(section, row))}</span>'
    yield f'<span class="vh">{spoken(laid, section, row)}</span>'


def cells(section: Section, row: Row) -> Iterator[str]:
    """One cell an article: the first holder of a reading or origin solid, repeats tinted."""
    classes = {"–": "n", "?": "q", "": ""}
    if section.key == "called":
        classes |= dict.fromkeys(shown(section, row), "s2") | {"–": "n", "": ""}
    for n, cell in enumerate(shown(section, row)):
        kind = classes.get(cell, "s2" if cell in row.cells[:n] or cell in "•→←" else "s1")
        yield f"<i class={kind}>{text(cell)}</i>" if kind else "<i></i>"


def shown(section: Section, row: Row) -> tuple[str, ...]:
    """The cells as the page shows them: of names, how many each article has."""
    if section.key != "called":
        return row.cells
    return tuple(str(sum(c.isalpha() for c in cell)) if cell[:1].isalpha() else cell for cell in row.cells)


def _readings(comparison: Comparison, section: Section, finding: Finding) -> Iterator[str]:
    """Each reading once for every wording, with the sigla where the cells do not tell them."""
    lines: dict[tuple[str, str, str], list[str]] = {}
    listed = in_row(finding)
    for side in (one for one in sides_in_order(comparison, finding) if one in listed):
        words = text(in_marks(cut(_printed(comparison, side), LONGEST)))
        sigla = lines.setdefault((side.reading, words, _beside_words(comparison, finding, side)), [])
        sigla += [siglum for siglum in (comparison.siglum(side.article),) if siglum not in sigla]
    yield f'<span class="rds {"" if section.key == "differ" else "st"}">'
    for (letter, words, about), sigla in list(lines.items())[:READINGS]:
        mark = {"accused": "→" if letter == "a" else "←", "called": ""}.get(section.key, letter)
        who = "" if section.key == "differ" else "".join(f"<i class=sg>{one}</i>" for one in sigla)
        yield f"<span>{f'<b>{mark}</b> ' if mark else ''}{who} <bdi>{words}</bdi>{about}</span>"
    if more := max(0, len(lines) - READINGS) + len(finding.sides) - len(listed):
        yield f"<small>and {more} more</small>"
    if section.key == "accused" and not any(side.reading == "b" for side in finding.sides):
        yield "<span><b>←</b> <small>No answer found in these articles</small></span>"
    yield "</span>"


def _beside_words(comparison: Comparison, finding: Finding, side: Side) -> str:
    """In whose voice a name stands, which printing has no quotation marks, when an updated value was printed.

    Other values stand in the evidence alone.
    """
    if finding.reconciled and "update" in finding.reconciled:
        return f" <small>{text(wording.date(_reading(comparison, side.article).article))}</small>"
    if perhaps_answers(finding, side):
        return " <small>said elsewhere, perhaps no answer</small>"
    if finding.kind not in ("label", "quote"):
        return ""
    own = ' <small class="own">own voice</small>' if finding.kind == "label" and side.voice is None else ""
    told = beside(comparison, finding, side)
    return f"{own} <small>{text(told)}</small>" if told else own


def printed(comparison: Comparison, side: Side) -> str:
    """The words a side rests on, escaped, in quotation marks; … where something is left out between them."""
    return text(in_marks(_printed(comparison, side)))


def _printed(comparison: Comparison, side: Side) -> str:
    # Words that a side has in several places are shown once.
    return " … ".join(dict.fromkeys(_words(comparison, span).strip() for span in side.spans))


def sides_in_order(comparison: Comparison, finding: Finding) -> Sequence[Side]:
    """The sides by reading, then in the order of the articles."""
    order = {article.id: n for n, article in enumerate(comparison.articles)}
    return sorted(finding.sides, key=lambda side: (side.reading, order[side.article], side.spans))


def _evidence(comparison: Comparison, section: Section, row: Row) -> Iterator[str]:
    finding = row.finding
    if finding.accused is not None:
        yield f"<p class=why>{text(wording.titled(wording.accused(finding)))}</p>"
    for side in sides_in_order(comparison, finding):
        yield from _side(comparison, section, row, side)
    if finding.missing:
        sigla = ", ".join(comparison.siglum(article) for article in finding.missing)
        yield f"<p class=nf>{wording.not_found(finding)}: {sigla}</p>"
    if finding.verdict == "agree":
        yield f"<p class=why>{text(_rests(comparison, finding))}.</p>"
    yield f"<p class=why>{text(finding.reason)}</p>"
    if finding.reconciled:
        yield f"<p class=why>Reconciled by {text(finding.reconciled)}.</p>"
    if finding.collation:
        yield from _collation(comparison, finding)
    yield (
        f"<p class=made><b>{row.label}</b> <code>{finding.id}</code> certainty {finding.certainty:.2f}, "
        f"made by {text(finding.made.component)} {text(finding.made.version)}</p>"
    )


def _rests(comparison: Comparison, finding: Finding) -> str:
    """On which origins an agreement rests, with the numbers of its cells; where none is stated, that."""
    told = []
    for n, rest in enumerate(finding.rests, 1):
        sigla = ", ".join(comparison.siglum(article) for article in rest.articles)
        told.append(f"{n} {rest.name or 'one text'} ({sigla})" if rest.origin else f"not stated ({sigla})")
    if any(rest.origin for rest in finding.rests):
        return f"Origins: {'; '.join(told)}"
    return f"Origin: {finding.origin}" if finding.origin else wording.ORIGIN_NOT_STATED.capitalize()


def _side(comparison: Comparison, section: Section, row: Row, side: Side) -> Iterator[str]:
    letter = side.reading if section.key in ("differ", "inside") else ""
    if section.key == "accused":
        letter = "→" if side.reading == "a" else "←"
    where = ", ".join(f"{span.part} {span.start}–{span.end}" for span in side.spans)
    about = beside(comparison, row.finding, side)
    value = f" <code>{text(about)}</code>" if about else ""
    reading = _reading(comparison, side.article)
    chain = around(reading, side.spans)
    through = f' <span class="ch">{chain_html(reading, chain)}</span>' if chain else ""
    yield f"<div class=rb><b>{text(letter)}</b><p class=hd><i class=sg>{comparison.siglum(side.article)}</i>"
    yield f"{through}{value}<code class=pos>{where}</code></p>"
    places = anchors(comparison, row.label, row.finding)
    for context in side.context or side.spans:
        yield f"<blockquote>{''.join(_quoted(comparison, context, side, places))}</blockquote>"
    yield "</div>"


def _quoted(comparison: Comparison, context: Span, side: Side, places: dict[Span, str]) -> Iterator[str]:
    """The words of a context, cut far from the reading; those of the reading lead to their place in the article."""
    whole = _words(comparison, context)
    spans = sorted(span for span in side.spans if span.overlaps(context))
    first, last = _cuts(whole, [(span.start - context.start, span.end - context.start) for span in spans])
    yield "… " if first else ""
    place = context.start + first
    for span in spans:
        start, end = max(span.start, place), min(span.end, context.end)
        if start >= end:
            continue
        yield text(whole[place - context.start : start - context.start])
        marked = text(whole[start - context.start : end - context.start])
        yield f'<a href="#{places[span]}"><mark>{marked}</mark></a>'
        place = end
    yield text(whole[place - context.start : last])
    yield " …" if last < len(whole) else ""


def _cuts(whole: str, marked: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Where the words shown begin and end: at a word, some way around what is marked."""
    if not marked or len(whole) <= 2 * AROUND:
        return 0, len(whole)
    begin, end = marked[0][0] - AROUND, max(stop for _, stop in marked) + AROUND
    first = whole.find(" ", begin, marked[0][0]) + 1 if begin > 0 else 0
    last = whole.rfind(" ", max(stop for _, stop in marked), end) if end < len(whole) else len(whole)
    return first, last if last > 0 else len(whole)


def _collation(comparison: Comparison, finding: Finding) -> Iterator[str]:
    """Common words run on; each place that differs is a stack of readings; mere punctuation and case are dotted."""
    yield '<h4>Word by word</h4><p class="dif" dir="auto">'
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
    for word, sigla in sorted(stack.items(), key=lambda one: min((len(siglum), siglum) for siglum in one[1])):
        shown = word or '<i class="nil">–</i>'
        yield f"<span><sup>{' '.join(dict.fromkeys(sigla))}</sup> <bdi>{shown}</bdi></span>"


def _words(comparison: Comparison, span: Span) -> str:
    return _reading(comparison, span.article).article.words(span)


def _reading(comparison: Comparison, article: str) -> Reading:
    return next(one for one in comparison.readings if one.article.id == article)

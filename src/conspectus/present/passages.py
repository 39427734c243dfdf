"""The texts of the page: every word of an article in its order, the words of findings marked.

Spans may overlap; the text is cut at every beginning and end, and each piece carries all that covers it.
Copying a passage gives the article's words alone: labels of findings are drawn by the style sheet.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise

from conspectus.model import Article, Block, Comparison, Finding, Span
from conspectus.present.aside import Aside, AsideKey
from conspectus.present.outline import Key, Outline
from conspectus.present.safe import for_page
from conspectus.present.wording import number


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that a row rests on. ``anchor`` is their id on the page, ``finding`` names its finding."""

    span: Span
    key: Key | AsideKey
    label: str
    finding: str
    anchor: str


def anchors(comparison: Comparison, label: str, finding: Finding) -> dict[Span, str]:
    """The id that each span of a finding has on the page: w-LABEL-SIGLUM-NUMBER."""
    spans = sorted({span for side in finding.sides for span in side.spans})
    return {span: f"w-{label}-{comparison.siglum(span.article)}-{n}" for n, span in enumerate(spans, 1)}


def marks(comparison: Comparison, laid: Outline, rows: Sequence[Aside] = ()) -> dict[str, list[Mark]]:
    """Article id → the marks in it, in the order of the text; ``rows`` are those that are no findings."""
    found: dict[str, list[Mark]] = {article.id: [] for article in comparison.articles}
    for section in laid.sections:
        for row in section.rows:
            for span, anchor in anchors(comparison, row.label, row.finding).items():
                found[span.article].append(Mark(span, section.key, row.label, row.finding.id, anchor))
    for one in rows:
        for n, (_, span) in enumerate(one.spans):
            found[span.article].append(Mark(span, one.key, one.label, one.label, one.anchor(n)))
    return {name: sorted(mine, key=lambda mark: (mark.span, mark.label)) for name, mine in found.items()}


def passages(article: Article, marked: Sequence[Mark], excerpts: bool = False) -> str:
    """The title and the paragraphs of an article as HTML, marks included.

    A title that the first block repeats is shown once, with the marks of both. With ``excerpts`` only the title and
    the paragraphs that findings point into are there; how many are left out stands in their place.
    """
    seen: set[str] = set()
    lines = []
    left_out = 0
    repeated = _repeated(article)
    marked = [_in_title(article, mark, repeated) for mark in marked] if repeated else marked
    for group in paragraphs(article):
        body = group[0].span.part == "body"
        if body and repeated in group:
            continue
        if excerpts and body and not any(m.span.overlaps(b.span) for m in marked for b in group):
            left_out += 1
            continue
        lines += _gap(left_out)
        left_out = 0
        tag = "p" if body else "h3"
        words = "".join(_block(article, block, group, marked, seen) for block in group)
        lines.append(f'<{tag} class="role-{group[-1].role}" dir="auto">{words}</{tag}>')
    return "\n".join([*lines, *_gap(left_out)])


def _repeated(article: Article) -> Block | None:
    """The first block where it is the title again, on a line of its own."""
    group = next((group for group in paragraphs(article) if group[0].span.part == "body"), [])
    alone = len(group) == 1 and article.title.strip() == article.words(group[0].span).strip() != ""
    return group[0] if alone else None


def _in_title(article: Article, mark: Mark, repeated: Block) -> Mark:
    """A mark in the block that repeats the title, moved to the same words of the title."""
    if mark.span.part == "title" or not mark.span.overlaps(repeated.span):
        return mark
    block, title = article.words(repeated.span), article.title
    shift = _indent(title) - _indent(block) - repeated.span.start
    start, end = max(mark.span.start + shift, 0), min(mark.span.end + shift, len(title))
    return replace(mark, span=Span(article.id, "title", start, max(start, end)))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _gap(paragraphs: int) -> list[str]:
    return [f'<p class="gap">… {number(paragraphs, "paragraph")} left out</p>'] if paragraphs else []


def paragraphs(article: Article) -> Iterator[list[Block]]:
    """Blocks that stand on one line, such as a dateline and the text after it, are one paragraph."""
    group: list[Block] = []
    for block in blocks(article):
        if group and (block.span.part, group[-1].span.part) == ("body", "body"):
            gap = article.body[group[-1].span.end : block.span.start]
            if "\n" not in gap and "\r" not in gap:
                group.append(block)
                continue
        if group:
            yield group
        group = [block]
    if group:
        yield group


def _block(article: Article, block: Block, group: list[Block], marked: Sequence[Mark], seen: set[str]) -> str:
    mine = [mark for mark in marked if mark.span.overlaps(block.span)]
    words = "".join(_pieces(article, block.span, mine, seen))
    if block is group[-1]:
        return words
    following = group[group.index(block) + 1].span.start
    return f'<span class="role-{block.role}">{words}</span>{escape(article.body[block.span.end : following])}'


def blocks(article: Article) -> Iterator[Block]:
    """The title, then the paragraphs; words that stand in no paragraph get one of their own."""
    if article.title.strip():
        yield Block(Span(article.id, "title", 0, len(article.title)), "headline")
    place = 0
    for block in (*article.blocks, None):
        start = max(block.span.start, place) if block else len(article.body)
        if article.body[place:start].strip():
            yield Block(Span(article.id, "body", place, start), "text")
        if block and block.span.end > start:
            yield Block(Span(article.id, "body", start, block.span.end), block.role)
            place = block.span.end


def direction(text: str) -> str:
    """ "rtl" or "ltr", by the first letter that has a direction."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return "ltr"


def _pieces(article: Article, within: Span, marked: Sequence[Mark], seen: set[str]) -> Iterator[str]:
    """The words of a block, cut wherever a mark begins or ends; ``seen`` collects the anchors already set."""
    text = article.part(within.part)
    cuts = {within.start, within.end}
    for mark in marked:
        cuts |= {max(mark.span.start, within.start), min(mark.span.end, within.end)}
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        words = escape(for_page(text[start:end]))
        over = [mark for mark in marked if mark.span.start <= start and end <= mark.span.end]
        yield _mark(words, over, seen) if over else words


def _mark(words: str, over: Sequence[Mark], seen: set[str]) -> str:
    labels, own = [], ""
    for mark in over:
        if mark.anchor in seen:
            continue
        seen.add(mark.anchor)
        if mark.finding == mark.label:  # no finding: nothing leads back, so the words themselves are the place
            own = own or f' id="{mark.anchor}"'
            labels += [f'<a id="{mark.anchor}"></a>'] if mark.anchor not in own else []
        else:
            labels.append(
                f'<a class="ref {mark.key}" id="{mark.anchor}" href="#f-{mark.finding}" aria-label="{mark.label}"></a>'
            )
    kinds = " ".join(dict.fromkeys(mark.key for mark in over))
    findings = " ".join(dict.fromkeys(mark.label for mark in over))
    return f'<mark class="{kinds}" data-f="{findings}"{own}>{"".join(labels)}{words}</mark>'

"""One finding with its whole evidence, for the terminal (``--show``)."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from conspectus.model import Column, Comparison, Finding, Side, Span
from conspectus.present import wording
from conspectus.present.decided import decided_lines
from conspectus.present.heard import voice_lines
from conspectus.present.layout import BOLD, COLOURS, DIM, WIDTH, styled, wrapped
from conspectus.present.outline import Row, outline
from conspectus.present.safe import for_terminal
from conspectus.present.sides import beside
from conspectus.present.terminal import side_words
from conspectus.present.tree import tree_lines

if TYPE_CHECKING:
    from rich.text import Text

OPEN, CLOSE = "⟦", "⟧"
"""Marks around the words of a reading, so that plain text shows them as well as colour does."""
AROUND = 80
"""Characters shown on each side of words that have no sentence as context."""


def evidence_text(comparison: Comparison, name: str, width: int = WIDTH) -> "Text | None":
    """The evidence of the finding with this label or id, or all that a voice (V1 …) says.

    None where there is none, or more than one.
    """
    row = outline(comparison).row(name)
    if row is None:
        voice = voice_lines(comparison, name, width)
        return styled("\n").join(voice) if voice else None
    finding = row.finding
    lines = [*_head(row, width), styled()]
    for side in sorted(finding.sides, key=lambda one: (one.reading, comparison.siglum(one.article))):
        lines += [*_side(comparison, row, side, width), styled()]
    lines += _missing(comparison, finding, width)
    lines += wrapped(styled("  ", for_terminal(finding.reason)), width, "  ")
    if finding.reconciled:
        lines += wrapped(styled("  ", f"Reconciled by {for_terminal(finding.reconciled)}."), width, "  ")
    if finding.collation:
        lines += [styled(), *_collation(comparison, finding, width)]
    decided = list(decided_lines(comparison, finding))
    lines += [styled()] if decided else []
    for said in decided:
        lines += wrapped(styled("  ", (for_terminal(said), BOLD)), width, "    ")
    lines += [styled(), *_made(finding)]
    return styled("\n").join(lines)


def _head(row: Row, width: int) -> Iterator["Text"]:
    finding = row.finding
    yield from wrapped(styled((f"{row.label}  ", DIM), (for_terminal(finding.title), BOLD)), width, "    ")
    name, says = wording.group(finding)
    level = f"{name}: {says}   " if finding.verdict == "differ" else f"{finding.verdict}   "
    level = "" if finding.kind in ("label", "allegation") else level
    yield styled("    ", (f"{level}{wording.PROPERTIES[finding.property]}", DIM))
    if finding.accused is not None:
        yield from wrapped(styled("    ", (for_terminal(wording.accused(finding)), DIM)), width, "    ")
    if finding.verdict == "agree":
        named = wording.origins(finding)
        origin = f"origin: {for_terminal(named)}" if named else wording.ORIGIN_NOT_STATED
        yield styled("    ", (origin, DIM))


def _side(comparison: Comparison, row: Row, side: Side, width: int) -> Iterator["Text"]:
    article = next(one for one in comparison.articles if one.id == side.article)
    letter = f"{side.reading} " if row.finding.verdict == "differ" else ""
    where = ", ".join(f"{span.part} {span.start}–{span.end}" for span in side.spans)
    line = styled("  ", (letter, COLOURS["differ"]), (comparison.siglum(side.article), BOLD))
    line.append(f"  {for_terminal(wording.outlet(article))}   {where}", DIM)
    yield from wrapped(line, width, "    ")
    value = f"   {for_terminal(beside(comparison, row.finding, side))}"
    yield from wrapped(styled("    ", side_words(comparison, side), (value, DIM)), width, "    ")
    for context in side.context or tuple(_around(comparison, span) for span in side.spans):
        yield from wrapped(styled("    ", *_marked(comparison, context, side.spans)), width, "    ")
    yield from _through(comparison, side, width)


def _through(comparison: Comparison, side: Side, width: int) -> Iterator["Text"]:
    """Through whom the words of a side come, where they come through more than one voice."""
    reading = next(one for one in comparison.readings if one.article.id == side.article)
    for chain in reading.chains:
        if len(chain.voices) > 1 and any(span.contains(own) for span in chain.content for own in side.spans):
            yield styled("    ", ("through whom", DIM))
            yield from tree_lines(reading.article, chain, width, "      ")


def _around(comparison: Comparison, span: Span) -> Span:
    article = next(one for one in comparison.articles if one.id == span.article)
    end = min(span.end + AROUND, len(article.part(span.part)))
    return Span(span.article, span.part, max(span.start - AROUND, 0), end)


def _marked(comparison: Comparison, context: Span, spans: Sequence[Span]) -> Iterator[tuple[str, str]]:
    """The words of a context, those of the reading between marks; overlapping spans are one mark."""
    article = next(one for one in comparison.articles if one.id == context.article)
    text = article.part(context.part)
    place = context.start
    for start, end in merged([span for span in spans if span.overlaps(context)]):
        start, end = max(start, place), min(end, context.end)
        yield _spaced(text[place:start]), DIM
        yield f"{OPEN}{for_terminal(text[start:end])}{CLOSE}", BOLD
        place = end
    yield _spaced(text[place : context.end]), DIM


def merged(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """The stretches that spans of one part cover, in order, none overlapping."""
    stretches: list[tuple[int, int]] = []
    for span in sorted(spans):
        if stretches and span.start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], span.end))
        else:
            stretches.append((span.start, span.end))
    return stretches


def _spaced(text: str) -> str:
    """Text safe for a terminal with a space kept at either end, since words go on there."""
    line = for_terminal(text)
    before, after = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' if before else ''}{line}{' ' if after and line else ''}"


def _missing(comparison: Comparison, finding: Finding, width: int) -> list["Text"]:
    if not finding.missing:
        return []
    sigla = " ".join(comparison.siglum(article) for article in finding.missing)
    return [*wrapped(styled("  ", (f"{wording.not_found(finding)}: {sigla}", DIM)), width, "    "), styled()]


def _collation(comparison: Comparison, finding: Finding, width: int) -> Iterator["Text"]:
    """Word by word: common words run on, each place that differs is a stack of readings."""
    yield styled("  ", ("Word by word", BOLD))
    run: list[tuple[str, str]] = []
    for column in finding.collation:
        words = _column_words(comparison, column)
        if column.kind == "same":
            run.append((f"{next(word for word in words if word)} ", ""))
            continue
        stack = " / ".join(f"{sigla} {word or '–'}" for sigla, word in _stacked(comparison, finding, words))
        run.append((f"[{stack}] ", COLOURS["differ"] if column.kind == "differs" else DIM))
    yield from wrapped(styled("    ", *run), width, "    ")


def _column_words(comparison: Comparison, column: Column) -> list[str]:
    articles = {article.id: article for article in comparison.articles}
    return [for_terminal(articles[span.article].words(span)) if span else "" for span in column.spans]


def _stacked(comparison: Comparison, finding: Finding, words: Sequence[str]) -> list[tuple[str, str]]:
    """Sigla and word of each reading in a column, sides with the same word together."""
    stack: dict[str, list[str]] = {}
    for side, word in zip(finding.sides, words, strict=True):
        stack.setdefault(word, []).append(comparison.siglum(side.article))
    return [(" ".join(dict.fromkeys(sigla)), word) for word, sigla in stack.items()]


def _made(finding: Finding) -> Iterator["Text"]:
    yield styled("  ", (f"finding {finding.id}   certainty {finding.certainty:.2f}", DIM))
    yield styled("  ", (f"made by {finding.made.component} {finding.made.version}", DIM))

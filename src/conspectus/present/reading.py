"""Reading → terminal: who says what, through whom, quotations, times, amounts and places, each with offsets."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from conspectus.model import (
    Amount,
    Article,
    Attribution,
    Circumstances,
    Place,
    Quotation,
    Reading,
    Span,
    Speaker,
    Time,
)
from conspectus.present import wording
from conspectus.present.layout import BOLD, COLOURS, DIM, WIDTH, cut, quoted, styled, wrapped
from conspectus.present.noted import messages
from conspectus.present.safe import for_terminal
from conspectus.present.terminal import articles_lines
from conspectus.present.tree import tree_lines

if TYPE_CHECKING:
    from rich.text import Text

NEAR = ("exact", "between")
"""Bounds that the figures of an amount already show."""


def reading_text(reading: Reading, width: int = WIDTH) -> "Text":
    """One reading as styled text of lines no wider than ``width`` columns."""
    article = reading.article
    title = wording.headline(article) or article.raw.name
    lines = [*wrapped(styled((for_terminal(title), BOLD)), width, most=2)]
    lines += articles_lines([article], ["A"], width)
    credited = [one for one in reading.attributions if one.source]
    unknown = [one for one in reading.attributions if not one.source]
    speakers = {one.source: one for one in reading.speakers}
    at = {one.attribution: one for one in reading.circumstances}
    for name, attributions in (("Who says what", credited), ("Speaker unknown", unknown)):
        lines += _heading(name, len(attributions))
        for attribution in attributions:
            lines += _attribution(article, attribution, speakers.get(attribution.source), width)
            if attribution.id in at:
                lines.append(_circumstances(article, at[attribution.id], width))
    relayed = [chain for chain in reading.chains if len(chain.voices) > 1]
    lines += _heading("Through whom", len(relayed))
    for chain in relayed:
        lines += tree_lines(article, chain, width)
    spare = [one for one in reading.quotations if not _credited(one, reading)]
    lines += _heading("Other words in quotation marks", len(spare))
    lines += [_row(article, one.inner, one.style, width) for one in spare]
    lines += _heading("Times", len(reading.times))
    lines += [_row(article, time.span, time_value(time), width) for time in reading.times]
    lines += _heading("Amounts", len(reading.amounts))
    lines += [_row(article, amount.span, amount_value(amount), width) for amount in reading.amounts]
    lines += _heading("Places", len(reading.places))
    lines += [_row(article, place.span, place_value(place), width) for place in reading.places]
    for message in messages((*article.notes, *reading.notes)):
        lines += wrapped(styled(("  note  ", DIM), for_terminal(message)), width, " " * 8)
    return styled("\n").join(lines)


def time_value(time: Time) -> str:
    """Type, TIMEX3 value and modifier; says so where the value rests on the publication time or on nothing."""
    basis = {"stated": "", "inferred": " (inferred)", "unknown": " (not known)"}[time.basis]
    return f"{time.type} {time.value}{f' {time.mod}' if time.mod else ''}{basis}"


def amount_value(amount: Amount) -> str:
    """The interval with its unit and what is counted: "12 person", "at least 12 person", "10–20 %";
    of a rate, the time it is told for as a TIMEX3 duration ("12 person per P1D"); what happened to them in brackets.
    """
    low, high = ("…" if end is None else f"{end:,f}" for end in (amount.low, amount.high))
    figure = low if amount.low == amount.high else f"{low}–{high}"
    if amount.bound not in NEAR and "…" in figure:
        figure = high if amount.low is None else low
    bound = "" if amount.bound in NEAR else f"{amount.bound.replace('_', ' ')} "
    kind = f"{amount.kind} changed by" if amount.change else amount.kind
    rate = f"per {amount.per}" if amount.per else ""
    fate = f"({amount.fate})" if amount.fate and amount.fate != amount.of else ""
    return " ".join(part for part in (kind, f"{bound}{figure}", amount.unit, amount.of or "", fate, rate) if part)


def place_value(place: Place) -> str:
    """Kind, name and id of a place and what it lies in: "city Tula 480562 in RU.76, RU, 150"; else why it has none."""
    if place.id is None:
        return f"({place.why})"
    known = f"{'of the ' if place.demonym else ''}{place.kind} {place.name} {place.id}"
    return f"{known} in {', '.join(place.within)}" if place.within else known


def _heading(name: str, count: int) -> Iterator["Text"]:
    yield styled()
    yield styled((name, BOLD), (f"  {count}" if count else "  0  none found", DIM))


def _attribution(article: Article, one: Attribution, speaker: Speaker | None, width: int) -> Iterator["Text"]:
    source = cut(" … ".join(article.words(span) for span in one.source), 40) or cut(one.unknown or "", 60)
    cue = " … ".join(article.words(span) for span in one.cue)
    line = styled("  ", (source, BOLD), (speaker_words(article, speaker), DIM))
    line.append(f"  {cut(cue, 24)}" if cue else "", COLOURS["differ"])
    line.append(f"  {one.form}   {_offsets(one.content)}", DIM)
    line.truncate(width, overflow="ellipsis")
    yield line
    words = quoted([article.words(span) for span in one.content])
    yield from wrapped(styled("    ", words), width, "    ", most=4)


def _circumstances(article: Article, one: Circumstances, width: int) -> "Text":
    """Channel, occasion, addressee and time of a saying, as printed."""
    given = (("channel", one.channel), ("occasion", one.occasion), ("to", one.addressee), ("time", one.time))
    line = styled("    ")
    for name, span in given:
        if span:
            line.append_text(styled((f"{name} ", DIM), cut(article.words(span), 40), "   "))
    line.rstrip()
    line.truncate(width, overflow="ellipsis")
    return line


def speaker_words(article: Article, speaker: Speaker | None) -> str:
    """Whom a source stands for, where its own words do not say it: " = Dana Orlu", " (a group)"."""
    if speaker is None:
        return ""
    printed = " ".join(article.words(span) for span in speaker.source)
    named = [cut(article.words(span), 40) for span in speaker.names if article.words(span) not in printed]
    kind = {"unnamed": " (unnamed)", "collective": " (a group)", None: " (cannot tell who)"}.get(speaker.kind, "")
    return f" = {', '.join(named)}" if named else kind


def _row(article: Article, span: Span, value: str, width: int) -> "Text":
    where = _offsets((span,))
    words = cut(article.words(span), width // 2)
    line = styled("  ", quoted([words]), (f"  {for_terminal(value)}   {where}", DIM))
    line.truncate(width, overflow="ellipsis")
    return line


def _credited(quotation: Quotation, reading: Reading) -> bool:
    content = [span for one in reading.attributions for span in one.content]
    return any(span.overlaps(quotation.inner) for span in content)


def _offsets(spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{span.part} {span.start}–{span.end}" for span in spans)

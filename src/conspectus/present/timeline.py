"""When things happened, as the articles date them: a row a day, the words of each article beside it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from conspectus.model import Comparison, Reading, Span, Time
from conspectus.present.aside import Aside, aside_html, text
from conspectus.present.layout import cut
from conspectus.present.outline import Outline
from conspectus.present.values import day

HEADING = "When, as dated"
SAYS = "Dates as printed, resolved where the articles allow it."
FOLD = 8
LINES = 4
LONGEST = 150
_DATED = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d|-(?:SP|SU|FA|WI|Q\d|H\d))?)(?![\d/])(?!-)")
_ROLES = ("text", "headline", "caption", "post")
_BASES = {"stated": "", "inferred": "by the day of publication", "unknown": "not resolved"}


def time_rows(comparison: Comparison) -> tuple[Aside, ...]:
    """A row for each date that is told of something, in their order; undated words stay out of it."""
    found: dict[str, list[tuple[Reading, Time, Span]]] = defaultdict(list)
    for reading in comparison.readings:
        told = set()
        for time in reading.times:
            dated = _DATED.match(time.value)
            around = _around(reading, time.span)
            if time.type in ("DATE", "TIME") and dated and around and (dated[1], around) not in told:
                told.add((dated[1], around))
                found[dated[1]].append((reading, time, around))
    return tuple(_row(comparison, f"T{n}", value, found[value]) for n, value in enumerate(sorted(found), 1))


def _around(reading: Reading, time: Span) -> Span | None:
    """The smallest statement or sentence that tells something at this time; None in a dateline or byline."""
    blocks = [block for block in reading.article.blocks if block.span.contains(time)]
    if blocks and blocks[0].role not in _ROLES:
        return None
    statements = [one.span for one in reading.statements if one.span.contains(time)]
    sentences = [one.span for one in reading.sentences if one.span.contains(time)]
    return min(statements or sentences, key=lambda span: (len(span), span), default=None)


def _row(comparison: Comparison, label: str, value: str, found: list[tuple[Reading, Time, Span]]) -> Aside:
    having = {reading.article.id for reading, _, _ in found}
    cells = tuple("•" if article.id in having else "–" for article in comparison.articles)
    lines: dict[str, list[str]] = {}
    for reading, time, around in found:
        words = _cut(reading, time, around)
        lines.setdefault(words, []).append(comparison.siglum(reading.article.id))
    shown = [_line(sigla, words) for words, sigla in list(lines.items())[:LINES]]
    more = f"<small>and {len(lines) - LINES} more</small>" if len(lines) > LINES else ""
    bases = {_BASES[time.basis] for _, time, _ in found} - {""}
    spans = tuple((comparison.siglum(reading.article.id), time.span) for reading, time, _ in found)
    printed = tuple(text(reading.article.words(time.span)) for reading, time, _ in found)
    return Aside("time", label, day(value), ", ".join(sorted(bases)), cells, "".join(shown) + more, spans, printed)


def _line(sigla: Sequence[str], words: str) -> str:
    marks = "".join(f'<i class="sg">{siglum}</i>' for siglum in dict.fromkeys(sigla))
    return f"<span>{marks} <bdi>{text(words)}</bdi></span>"


def _cut(reading: Reading, time: Time, around: Span) -> str:
    """The words around a time, cut so that the time stays in."""
    whole = reading.article.words(around)
    end = time.span.end - around.start
    if end <= LONGEST:
        return cut(whole, LONGEST)
    before = whole[:end].find(" ", max(end - LONGEST + 40, 0))
    return "… " + cut(whole[before + 1 :], LONGEST)


def time_html(laid: Outline, found: Sequence[Aside]) -> Iterator[str]:
    """The rows of the section."""
    yield from aside_html(laid, found, FOLD, "dates")

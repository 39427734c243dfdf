"""Votes of all and votes against: one article calls a body's decision unanimous, another counts votes against it.

Compared are a sentence with "unanimous" and a sentence with an outcome ("10-2", "by 10 to two") that name one sort of
small body (a jury, a court, a board), where neither article prints what the other does. A body may decide twice, so it
is a tension.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conspectus.compare.check import Check, Evidence
from conspectus.compare.context import sentences_of
from conspectus.compare.letters import Letters
from conspectus.compare.words import normal
from conspectus.model import PARTS, Finding, Made, Reading, Side, Span, finding_id

MADE = Made("compare.unanimous", "1")
_BODIES = {
    "jury": "jury", "juror": "jury", "jurors": "jury", "court": "court", "justices": "court", "judges": "court",
    "board": "board", "directors": "board", "panel": "panel", "tribunal": "tribunal", "council": "council",
    "councillors": "council", "commission": "commission", "commissioners": "commission", "committee": "committee",
}  # fmt: skip
_MOST = 25
"""Votes of a small body, which mostly decides once in a story."""
_UNANIMOUS = r"\bunanimous(?:ly)?\b"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a body decided: ``all`` of it, or with votes against."""

    span: Span
    body: str
    all: bool


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    readings = {reading.article.id: reading for reading in sorted(evidence.readings, key=lambda one: one.article.id)}
    told = [one for reading in readings.values() for one in _outcomes(reading)]
    found: list[Finding] = []
    for body in sorted({one.body for one in told}):
        own = [one for one in told if one.body == body]
        ways = {article: {one.all for one in own if one.span.article == article} for article in readings}
        shown = [next(o for o in own if o.span.article == a) for a, way in ways.items() if len(way) == 1]
        if len({one.all for one in shown}) > 1:
            found.append(_finding(shown, readings))
    return tuple(found)


def _outcomes(reading: Reading) -> Iterator[Outcome]:
    for part in PARTS:
        for at in re.finditer(_UNANIMOUS, reading.article.part(part)):
            yield from _of(reading, Span(reading.article.id, part, at.start(), at.end()), True)
    for amount in reading.amounts:
        if amount.kind == "score" and amount.low and amount.high and amount.low + amount.high <= _MOST:
            yield from _of(reading, amount.span, False)


def _of(reading: Reading, span: Span, everybody: bool) -> Iterator[Outcome]:
    """The outcome for the body that stands nearest in its sentence; a jury comes before the court it sits in."""
    near = []
    for sentence in sentences_of(reading, span):
        text = reading.article.words(sentence)
        for word in re.finditer(r"\w+", text):
            body = _BODIES.get(normal(word.group()))
            if body:
                near.append((body != "jury", abs(sentence.start + word.start() - span.start), body))
    if near:
        yield Outcome(span, min(near)[-1], everybody)


def _finding(shown: Sequence[Outcome], readings: dict[str, Reading]) -> Finding:
    letters = Letters()
    sides = tuple(
        Side(o.span.article, (o.span,), sentences_of(readings[o.span.article], o.span),
             readings[o.span.article].article.words(o.span), letters.of(o.all))
        for o in shown
    )  # fmt: skip
    articles = {side.article for side in sides}
    return Finding(
        id=finding_id("discrepancy", "number", [span for side in sides for span in side.spans]),
        kind="discrepancy", property="number", verdict="differ", severity="tension",
        title=f"How the {shown[0].body} decided", sides=sides,
        missing=tuple(article for article in readings if article not in articles), reconciled=None, certainty=0.6,
        reason="One article calls unanimous what another counts with votes against; the body may have decided twice.",
        origin=None, collation=(), made=MADE,
    )  # fmt: skip


CHECK = Check(MADE, __doc__ or "", _run)

"""Origins: passages of several articles traced back to one statement, speech, post or document.

Printings of one utterance have one origin. So have the words of one source for which two articles name the same
channel ("in a statement", "told a news conference"), also where they quote other sentences of it. What a source
said through no named channel is not joined beyond the utterance: it may have been said twice. An agency or outlet
that two articles credit for a text, or for telling the same, is an origin too, and so is a text that articles share.
"""

from collections.abc import Iterator, Mapping, Sequence

from conspectus.compare.check import Check, Evidence
from conspectus.compare.context import sentences_of
from conspectus.compare.traces import Saying, Trace, reason, title
from conspectus.compare.words import content
from conspectus.model import Drawn, Finding, Made, Origin, OriginKind, Reading, Side, Span, finding_id

MADE = Made("compare.tracing", "2")
_TEXTS = ("wire copy", "outlet", "shared text")
_SHARED = 4
"""So many words of meaning in common, and two articles pass on the same of what an outlet had."""


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    readings = {reading.article.id: reading for reading in evidence.readings}
    found = [_finding(trace, readings) for trace in evidence.traces]
    found += [_of_text(origin, readings) for origin in evidence.origins.origins if origin.kind in _TEXTS]
    return tuple(one for one in found if one)


def _of_text(origin: Origin, readings: Mapping[str, Reading]) -> Finding | None:
    """An agency, outlet or shared text as a finding, with what two articles or more have from it in common."""
    kept = [one for one in origin.drawn if one.all or any(_alike(one, other, readings) for other in origin.drawn)]
    if len(kept) < 2:
        return None
    spans = {one.article: tuple(sorted({*one.stated, *one.passages})) for one in kept}
    sides = tuple(_plain_side(readings[article], own, origin.kind) for article, own in sorted(spans.items()))
    return Finding(
        id=finding_id("origin", "came from", [span for own in spans.values() for span in own]), kind="origin",
        property="came from", verdict="agree", severity=None, title=title(origin.name, origin.kind), sides=sides,
        missing=(), reconciled=None, certainty=0.9 if origin.basis == "stated" else 0.7, reason=origin.reason,
        origin=origin.name, collation=(), made=MADE,
    )  # fmt: skip


def _alike(one: Drawn, other: Drawn, readings: Mapping[str, Reading]) -> bool:
    """Two articles have something from it in common: a passage of one tells what a passage of the other tells."""
    if one.article == other.article:
        return False
    left, right = (list(_telling(d, readings[d.article])) for d in (one, other))
    return any(len(a & b) >= _SHARED for a in left for b in right)


def _telling(drawn: Drawn, reading: Reading) -> Iterator[frozenset[str]]:
    """The words of meaning of each passage, and of each sentence that names the origin."""
    naming = [s.span for s in reading.sentences if any(s.span.contains(span) for span in drawn.stated)]
    for span in {*drawn.passages, *naming}:
        yield content(reading.article, span)


def _plain_side(reading: Reading, spans: tuple[Span, ...], kind: OriginKind | None) -> Side:
    context = sentences_of(reading, *spans)
    return Side(reading.article.id, spans, context, kind, "a")


def _finding(trace: Trace, readings: Mapping[str, Reading]) -> Finding | None:
    sayings = trace.sayings
    said = trace.printed or tuple(sorted({span for one in sayings for span in one.attribution.content}))
    spans = sorted({*said, *(span for one in sayings for span in one.named)})
    articles = sorted({span.article for span in spans})
    if len(articles) < 2:
        return None
    sides = tuple(_side([s for s in spans if s.article == one], readings[one], sayings) for one in articles)
    return Finding(
        id=finding_id("origin", "came from", spans), kind="origin", property="came from", verdict="agree",
        severity=None, title=title(trace.name, trace.kind), sides=sides, missing=(), reconciled=None,
        certainty=0.9 if trace.stated else 0.6, reason=reason(trace.kind, trace.stated), origin=trace.name,
        collation=(), made=MADE,
    )  # fmt: skip


def _side(spans: Sequence[Span], reading: Reading, sayings: Sequence[Saying]) -> Side:
    context = sentences_of(reading, *spans)
    kind = next((one.kind for one in sayings if one.article == reading.article.id and one.kind), None)
    return Side(reading.article.id, tuple(spans), context, kind, "a")


CHECK = Check(MADE, __doc__ or "", _run)

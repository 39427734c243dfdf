"""The order in which findings are shown: by what they are, then severity, then consequence, then place."""

from collections.abc import Iterable, Sequence

from conspectus.model import Finding, Reading

_KINDS = ("differ", "agree", "only here", "cannot tell")
_SEVERITIES = ("conflict", "tension", "granularity", None)
_CONSEQUENCE = (
    "name_role", "speaker_source", "status", "number", "quote", "action", "scope", "date", "duration", "place", "told",
    "accused", "challenged", "called", "came from",
)  # fmt: skip
"""People and sourcing first, wording of the page last."""


def ordered(findings: Iterable[Finding], readings: Sequence[Reading]) -> tuple[Finding, ...]:
    """Each finding once, in the order shown; independent of the order of articles but for their own order inside."""
    once = {finding.id: finding for finding in findings}
    lengths = {reading.article.id: max(1, len(reading.article.body)) for reading in readings}
    return tuple(sorted(once.values(), key=lambda finding: _rank(finding, lengths)))


def _rank(finding: Finding, lengths: dict[str, int]) -> tuple[int, int, int, int, float, str]:
    first = min(
        (
            0.0 if span.part == "title" else span.start / lengths[span.article]
            for s in finding.sides
            for span in s.spans
        ),
        default=1.0,
    )
    return (
        _KINDS.index(finding.verdict), _SEVERITIES.index(finding.severity), _CONSEQUENCE.index(finding.property),
        -len({side.article for side in finding.sides}), round(first, 3), finding.id,
    )  # fmt: skip

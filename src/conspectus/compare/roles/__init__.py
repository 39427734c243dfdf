"""Roles: a person to whom the articles give different offices.

Compared are the nouns for an office or a trade that stand before a person’s name or in apposition to it, in the
article’s own voice, or in passing inside what it reports. One person can hold several offices, so two that differ are
a detail. Where one article says that an office is over, or names a lower one of the same sort, and the other does not,
it is a tension. Two words for one sort of office (“lawyer”, “attorney”), seats in a parliament and titles that former
holders keep are no difference.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

from conspectus.compare.check import Check, Evidence
from conspectus.compare.context import sentences_of
from conspectus.compare.labels.records import Referent
from conspectus.compare.letters import Letters
from conspectus.compare.roles.offices import Office, offices, told_apart
from conspectus.compare.roles.vocabulary import RANKS
from conspectus.model import Finding, Made, Reading, Severity, Side, finding_id

MADE = Made("compare.roles", "3")
_REASON: dict[Severity, str] = {
    "granularity": "The articles give one person different offices, which one person can hold together.",
    "tension": "The articles give one person two ranks, or one office as over or as a lower one, and not so.",
}


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    if len(evidence.readings) < 2:
        return ()
    readings = {reading.article.id: reading for reading in evidence.readings}
    people = (one for one in evidence.referents if one.name)
    return tuple(finding for one in people if (finding := _finding(one, readings)))


def _finding(referent: Referent, readings: Mapping[str, Reading]) -> Finding | None:
    given: dict[str, list[Office]] = {}
    for office in offices(referent, readings):
        given.setdefault(office.span.article, []).append(office)
    pairs = [pair for one, other in combinations(given, 2) if (pair := told_apart(given[one], given[other]))]
    if not pairs:
        return None
    tense = [pair for pair in pairs if pair[0].sort == pair[1].sort or {pair[0].sort, pair[1].sort} <= RANKS]
    severity: Severity = "tension" if tense else "granularity"
    shown = {office.span.article: office for pair in reversed(tense or pairs) for office in pair}
    sides = _sides(sorted(shown.values(), key=lambda one: one.span), readings)
    return Finding(
        id=finding_id("discrepancy", "name_role", [span for side in sides for span in side.spans]),
        kind="discrepancy", property="name_role", verdict="differ", severity=severity,
        title=f"Role of {referent.name}", sides=sides,
        missing=tuple(a for a in sorted(readings) if a not in shown), reconciled=None,
        certainty=0.7, reason=_REASON[severity], origin=None, collation=(), made=MADE,
    )  # fmt: skip


def _sides(shown: Sequence[Office], readings: Mapping[str, Reading]) -> tuple[Side, ...]:
    letters, sides = Letters(), []
    for one in shown:
        reading = readings[one.span.article]
        context = sentences_of(reading, one.span)
        letter = letters.of((one.sort, one.over, one.lower))
        sides.append(Side(one.span.article, (one.span,), context, reading.article.words(one.span), letter))
    return tuple(sides)


CHECK = Check(MADE, __doc__ or "", _run)

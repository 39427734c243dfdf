"""Readings → Comparison: align the statements, then run the checks in order."""

from collections.abc import Iterator, Sequence

from conspectus.compare import (
    agreement,
    amounts,
    inside,
    labels,
    only,
    places,
    quotations,
    speakers,
    spells,
    times,
    tracing,
)
from conspectus.compare.align import align
from conspectus.compare.check import Check, Evidence
from conspectus.compare.entities import entities
from conspectus.compare.heard import MADE as HEARD
from conspectus.compare.heard import heard
from conspectus.compare.order import ordered
from conspectus.compare.settle import settled
from conspectus.compare.utterances import utterances
from conspectus.model import Comparison, Made, Note, Reading, Rejection
from conspectus.options import CompareOptions
from conspectus.version import __version__

CHECKS: tuple[Check, ...] = (
    quotations.CHECK, speakers.CHECK, amounts.CHECK, times.CHECK, spells.CHECK, places.CHECK, agreement.CHECK,
    only.CHECK, labels.CHECK, tracing.CHECK, inside.CHECK,
)  # fmt: skip
"""Every check, in the order they run."""

__all__ = ["CHECKS", "Check", "Evidence", "compare"]


def compare(
    readings: Sequence[Reading], options: CompareOptions = CompareOptions(), rejections: Sequence[Rejection] = ()
) -> Comparison:
    """Compare the readings of one story. ``rejections`` are carried along so that nothing is lost.

    The findings and their ids do not depend on the order of ``readings``; sigla follow that order.
    """
    alignments = align(readings, options.align_threshold)
    evidence = Evidence(tuple(readings), alignments, utterances(readings, options.quote_threshold), options)
    found = [finding for check in CHECKS for finding in check.run(evidence)]
    findings = ordered(settled(found), readings)
    made = (
        Made("conspectus", __version__),
        Made("compare.align", "1"),
        Made("compare.utterances", "1"),
        Made("compare.entities", "1"),
        *(check.made for check in CHECKS),
        HEARD,
    )
    return Comparison(
        evidence.readings,
        alignments,
        findings,
        tuple(_notes(readings)),
        tuple(rejections),
        options,
        made,
        heard(readings),
        entities(readings),
    )


def _notes(readings: Sequence[Reading]) -> Iterator[Note]:
    """What limits this comparison: said, so that an empty list is not taken for agreement."""
    if len(readings) == 1:
        yield Note("one article", "there is only one article, so nothing was compared")
    for reading in readings:
        if not reading.statements:
            yield Note("no statements", f"no statement was read in {reading.article.raw.name}, so it has no part below")

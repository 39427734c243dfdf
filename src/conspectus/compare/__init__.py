"""Readings → Comparison: align the statements, then run the checks in order."""

from collections.abc import Sequence

from conspectus.compare import quotations, speakers
from conspectus.compare.check import Check, Evidence
from conspectus.model import Comparison, Made, Reading, Rejection
from conspectus.options import CompareOptions
from conspectus.version import __version__

CHECKS: tuple[Check, ...] = (quotations.CHECK, speakers.CHECK)
"""Every check, in the order they run."""

__all__ = ["CHECKS", "Check", "Evidence", "compare"]


def compare(
    readings: Sequence[Reading], options: CompareOptions = CompareOptions(), rejections: Sequence[Rejection] = ()
) -> Comparison:
    """Compare the readings of one story. ``rejections`` are carried along so that nothing is lost.

    The findings and their ids do not depend on the order of ``readings``; sigla follow that order.
    """
    evidence = Evidence(tuple(readings), (), options)
    findings = tuple(finding for check in CHECKS for finding in check.run(evidence))
    made = (Made("conspectus", __version__), *(check.made for check in CHECKS))
    return Comparison(evidence.readings, (), findings, (), tuple(rejections), options, made)

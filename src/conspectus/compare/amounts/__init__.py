"""Amounts: figures that articles give for the same thing.

Compared are figures of the same kind and unit that count the same thing in like surroundings. Exact figures that
differ are a conflict, unless one article is a day or more later: then the later figure may be an update, but for
ages and for what is dated in an earlier year. A figure inside another's bounds ("12", "at least a dozen") is a
detail. A figure that an article gives for one thing in two places stands in one finding, with both.
"""

from conspectus.compare.amounts.alike import apart, one_thing
from conspectus.compare.amounts.figure import Figure, again, figures, figures_compared, settled
from conspectus.compare.amounts.finding import MADE, finding
from conspectus.compare.check import Check, Evidence
from conspectus.compare.pairs import clusters, folded, pairs
from conspectus.compare.told.settings import settings
from conspectus.model import Finding


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    from conspectus.compare.told.likely import Told

    ordered = sorted(evidence.readings, key=lambda r: r.article.id)
    owner = {span: entity.id for entity in evidence.entities for span in entity.mentions}
    sides = [figures(r, owner) for r in ordered]
    told = Told([settings(r, figures_compared(r)) for r in ordered], evidence)

    def score(one: Figure, other: Figure) -> float:
        likely = told.of_one(one.mention.span, other.mention.span)
        return one_thing(one, other, likely, evidence.rare, evidence.alignments)

    found = [pair for pair in pairs(sides, score, settled) if apart(pair.one.amount, pair.other.amount)]
    readings = {reading.article.id: reading for reading in evidence.readings}
    groups = folded(clusters(found, lambda figure: figure.mention.article), again)
    return tuple(finding(members, told, score, readings) for members, told, score in groups)


CHECK = Check(MADE, __doc__ or "", _run)

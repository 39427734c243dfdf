"""Other differences: clauses of several articles that tell of one matter and do not tell it alike.

Found by a scorer trained on stories read by hand, whose answer is weighed with what the clauses agree in. Shown is the
stretch of each sentence in which the difference most likely lies, and up to two phrases that the others lack. That both
cannot be right is never claimed here: a person has to look. The kind of difference is the likeliest of nine by what one
shows and the other does not (days, figures, roles, who says it, reserves). Clauses that print one figure or time in two
ways are left out; how the other figures and times compare, and who holds what how surely, stands in the reason.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from conspectus.compare.check import Check, Evidence
from conspectus.compare.letters import Letters
from conspectus.compare.matters.units import Unit, units
from conspectus.compare.phrases.pair import half
from conspectus.compare.values.amounts import compare_amounts
from conspectus.compare.values.times import compare_times
from conspectus.compare.words import words
from conspectus.model import Amount, Finding, Made, Property, Reading, Severity, Side, Span, Time, finding_id

if TYPE_CHECKING:
    from conspectus.compare.matters.choose import Matter
    from conspectus.compare.matters.title import Rarity

MADE = Made("compare.differences", "6")
KINDS: tuple[Property, ...] = (
    "number", "date", "duration", "place", "name_role", "speaker_source", "status", "scope", "action",
)  # fmt: skip
"""The kinds in the order of the weights' classes."""
_FIRST = 0.04
"""Likelihood by the signs alone from which a matter is weighed together with what agrees in it."""
_LEAST = 0.23
"""Likelihood, all told, that a reader would note it, from which it is shown."""
_RIGHT = 0.45
"""Likelihood that it is one matter told differently, under which it is not shown, however likely it is to be noted."""
MOST = 18
"""Matters listed of one story, so that a reader can look at each (compare/shortlist.py cuts, and says so)."""
_COPIED = 0.8
"""What two articles show is one reading where a run of this share of the longer is the same."""
_GRAVE = 0.5
"""From this likelihood on a difference is a tension, under it a detail."""
_REASON: dict[str, str] = {
    "number": "how many or how much",
    "date": "when",
    "duration": "how long",
    "place": "where",
    "name_role": "who, or in which role",
    "speaker_source": "who says it",
    "status": "how certain or how far it is",
    "scope": "how far it reaches or by which term it is told",
    "action": "what was done, or why",
}


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    import numpy as np

    from conspectus.compare.matters.agreed import numbers, weighed
    from conspectus.compare.matters.likely import FOLDER
    from conspectus.compare.matters.marks import MARKS, of_kinds, of_matter
    from conspectus.compare.matters.right import right
    from conspectus.compare.matters.title import rarities
    from conspectus.compare.trees import load

    readings = {reading.article.id: reading for reading in evidence.readings}
    first = likely_matters(evidence)
    table = numbers(first, evidence.closer, evidence.phrases)
    told = [replace(matter, likelihood=noted) for matter, noted in zip(first, weighed(table), strict=True)]
    near = [n for n, matter in enumerate(told) if matter.likelihood >= _LEAST]
    held = right([first[n] for n in near], table[near], readings)
    shown = [told[n] for n, own in zip(near, held, strict=True) if own >= _RIGHT]
    chosen = [matter for matter in shown if not _in_other_words(matter.units, readings)]
    if not chosen:
        return ()
    chosen.sort(key=lambda matter: -matter.likelihood)
    rows = of_matter([matter.units for matter in chosen], readings)
    likeliest = np.where(of_kinds(rows, KINDS), load("kind", MARKS, FOLDER).sums(rows).round(3), -np.inf)
    kinds = [KINDS[n] for n in likeliest.argmax(1).tolist()]
    grave = load("grave", MARKS, FOLDER).likely(rows).tolist()
    rare = rarities(readings.values())
    found = (
        _finding(matter, kind, "tension" if weight >= _GRAVE else "granularity", readings, rare)
        for matter, kind, weight in _once(list(zip(chosen, kinds, grave, strict=True)))
    )
    return tuple(one for one in found if len({side.reading for side in one.sides}) > 1)


def likely_matters(evidence: Evidence) -> "tuple[Matter, ...]":
    """The matters that the signs of two clauses alone make likely, likeliest first."""
    if len(evidence.readings) < 2:
        return ()
    from conspectus.compare.matters.choose import matters
    from conspectus.compare.matters.likely import likely
    from conspectus.compare.matters.signs import candidates
    from conspectus.compare.matters.stretches import chosen_stretches

    found = units(evidence.readings, evidence.entities)
    tried = candidates(found, evidence.alike)
    if not tried.pairs:
        return ()
    likelihood = chosen_stretches(found, tried, likely(tried.signs)).tolist()
    return matters(found, tried, [round(score, 3) for score in likelihood], _FIRST)


def _once(told: "Sequence[tuple[Matter, Property, float]]") -> "list[tuple[Matter, Property, float]]":
    """Without those that show the same words of two articles as a likelier one of the same kind does."""
    kept: list[tuple[Matter, Property, float]] = []
    for one in told:
        if not any(one[1] == other[1] and _shares(one[0].units, other[0].units) for other in kept):
            kept.append(one)
    return kept


def _shares(one: Sequence[Unit], other: Sequence[Unit]) -> bool:
    pairs = [(a.shown, b.shown) for a in one for b in other if a.shown.article == b.shown.article]
    return sum(half(a, b) for a, b in pairs) > 1


def _wordings(shown: Sequence[Sequence[Span]], readings: dict[str, Reading]) -> list[int]:
    """For each article the first whose words are nearly its own: a copied sentence is no reading of its own."""
    from conspectus.compare.runs import longest_run

    told = [
        [word.norm for span in spans for word in words(readings[span.article].article, span, False)] for spans in shown
    ]
    return [
        next(m for m in range(n + 1) if m == n or longest_run(own, told[m]) >= _COPIED * max(len(own), len(told[m])))
        for n, own in enumerate(told)
    ]


def _in_other_words(members: Sequence[Unit], readings: dict[str, Reading]) -> bool:
    """One figure or time, printed in two ways ("a dozen", "12"), is what looks like a difference and is none."""

    def printed(value: Time | Amount) -> str:
        return readings[value.span.article].article.words(value.span).lower()

    for one, other in combinations(members, 2):
        same: list[tuple[Time | Amount, Time | Amount]] = []
        same += [(a, b) for a in one.times for b in other.times if compare_times(a, b).verdict == "equal"]
        same += [(a, b) for a in one.amounts for b in other.amounts if compare_amounts(a, b).verdict == "equal"]
        if any(printed(a) != printed(b) for a, b in same):
            return True
    return False


def _finding(
    matter: "Matter", kind: Property, severity: Severity, readings: dict[str, Reading], rare: "Rarity"
) -> Finding:
    from conspectus.compare.matters.carried import carried
    from conspectus.compare.matters.title import title

    shown = carried(matter.units, readings)
    letters = Letters()
    sides = [
        Side(unit.span.article, spans, (unit.sentence,), None, letters.of(wording))
        for unit, spans, wording in zip(matter.units, shown, _wordings(shown, readings), strict=True)
    ]
    articles = {side.article for side in sides}
    return Finding(
        id=finding_id("discrepancy", kind, [span for side in sides for span in side.spans]),
        kind="discrepancy", property=kind, verdict="differ", severity=severity,
        title=title(matter.units, shown[0], readings, rare), sides=tuple(sides),
        missing=tuple(a for a in sorted(readings) if a not in articles),
        reconciled=None, certainty=round(matter.likelihood, 2), reason=_reason(matter.units, kind), origin=None,
        collation=(), made=MADE,
    )  # fmt: skip


def _reason(members: Sequence[Unit], kind: Property) -> str:
    sentence = f"The articles tell of one matter and seem to differ in {_REASON[kind]}"
    tried = "; ".join(_compared(members))
    return f"{sentence}: {tried}." if tried else f"{sentence}."


def _compared(members: Sequence[Unit]) -> Iterator[str]:
    """What was compared and how it came out, in words."""
    pairs = list(combinations(members, 2))
    times = [(a, b, compare_times(a, b).verdict) for one, other in pairs for a in one.times for b in other.times]
    amounts = [
        (a, b, compare_amounts(a, b).verdict)
        for one, other in pairs
        for a in one.amounts
        for b in other.amounts
        if (a.kind, a.unit, a.of) == (b.kind, b.unit, b.of)
    ]
    yield from _values("times", _without_equals(times))
    yield from _values("figures", _without_equals(amounts))
    told = [unit.statement for unit in members if unit.statement]
    if len({statement.polarity for statement in told}) > 1:
        yield "only one of them says no"
    certainty = {statement.certainty for statement in told}
    if "planned" in certainty and len(certainty) > 1:
        yield "one tells it as planned"
    elif certainty & {"hedged", "possible"} and len(certainty) > 1:
        yield "one tells it with a reserve"
    if len({bool(statement.holders) for statement in told}) > 1:
        yield "one gives it in the words of a source, another in its own"


def _without_equals[Value: Time | Amount](compared: Sequence[tuple[Value, Value, str]]) -> set[str]:
    """How the values compare; one that has its equal on the other side is held against nothing else."""
    equal = {value.span for one, other, verdict in compared if verdict == "equal" for value in (one, other)}
    return {verdict for one, other, verdict in compared if verdict == "equal" or not equal & {one.span, other.span}}


def _values(what: str, verdicts: set[str]) -> Iterator[str]:
    """What the comparison of values says: what may exclude each other first, then the best of it."""
    if "different" in verdicts:
        yield f"{'some of ' if len(verdicts) > 1 else ''}the {what} exclude each other if they are of one thing"
    elif "equal" in verdicts:
        yield f"the {what} agree" if verdicts == {"equal"} else f"some of the {what} agree"
    elif "compatible" in verdicts:
        yield f"the {what} can both hold"


CHECK = Check(MADE, __doc__ or "", _run)

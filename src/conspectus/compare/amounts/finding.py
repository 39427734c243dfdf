"""Figures that stand apart as one finding: how gravely, with which values, and why."""

import re
from collections.abc import Mapping, Sequence

from conspectus.compare.amounts.alike import apart
from conspectus.compare.amounts.figure import TOLL, Figure, again
from conspectus.compare.letters import Letters
from conspectus.compare.mentions import shared_word
from conspectus.compare.words import stem
from conspectus.model import Amount, Finding, Made, Reading, Severity, Side, finding_id

MADE = Made("compare.amounts", "7")
_FATES = {"death": "dead"}
"""What happened as a title has it, where that is another word."""
_RISING = frozenset(("death", "injured", "rescued"))
"""Tolls that do not fall; of the missing some are found."""
_COURSES = {
    "": "",
    "update": "; they were published on different days, so the later figure may be an update",
    "undated": "; when the articles were published is not known, so one may be an update of the other",
    "fallen": "; they were published on different days, and the later figure is the lower one",
}
"""What the days of publication say about figures that differ."""
_WHOSE = frozenset(("the", "these", "those", "their", "his", "her", "its", "our", "my", "your"))
_OPEN = frozenset(("at_least", "more_than", "at_most", "less_than"))
_BOUNDS = "each is a bound"
_PRECISE = "one is more precise"
_SURE = 0.3
"""A likelihood under this is never enough for a conflict."""
_SIGNS = {"more_than": ">", "less_than": "<", "about": "~"}
"""What stands before a figure that is a bound without itself, or approximate."""
_CALLED = {"money": "sum", "score": "vote", "share": "share", "measure": "measure"}


def finding(members: Sequence[Figure], told: Sequence[Figure], score: float, readings: dict[str, Reading]) -> Finding:
    severity = _severity(members)
    if severity == "conflict" and (score < _SURE or not _of_one_noun(members)):
        severity = "tension"
    undated = severity == "conflict" and members[0].amount.of in TOLL and not all(f.published for f in members)
    later = severity == "conflict" and len({_day(f) for f in members}) > 1 and all(_may_grow(f) for f in members)
    fallen = later and _has_fallen(members)
    update = later and not fallen and not all(f.mention.quoted for f in members)
    course = "update" if update else "undated" if undated else "fallen" if fallen else ""
    shown: Severity = "granularity" if update else "tension" if course else severity
    letters = Letters()
    sides = []
    for figure in sorted(members, key=lambda f: f.mention.article):
        key = (figure.amount.low, figure.amount.high, figure.amount.bound)
        places = sorted({f.mention.span: f.mention for f in (figure, *told) if again(f, figure)}.items())
        spans = tuple(span for span, _ in places)
        context = tuple(dict.fromkeys(mention.sentence for _, mention in places))
        sides.append(Side(figure.mention.article, spans, context, _value(figure.amount), letters.of(key)))
    articles = {side.article for side in sides}
    return Finding(
        id=finding_id("discrepancy", "number", [span for side in sides for span in side.spans]),
        kind="discrepancy", property="number", verdict="differ", severity=shown,
        title=_title(members, readings), sides=tuple(sides),
        missing=tuple(a for a in sorted(readings) if a not in articles),
        reconciled="an update in the later article" if update else None, certainty=round(min(score, 1.0), 2),
        reason=_reason(members, severity, _COURSES[course], readings), origin=None, collation=(), made=MADE,
    )  # fmt: skip


def _of_one_noun(members: Sequence[Figure]) -> bool:
    """All say what they count, and it is one noun: a bare sum or length may be of another time or part."""
    nouns = {stem(one.amount.of or "") for one in members}
    return len(nouns) == 1 and "" not in nouns


def _severity(members: Sequence[Figure]) -> Severity:
    found = {apart(one.amount, other.amount) for one in members for other in members if one is not other}
    return next(one for one in ("conflict", "tension", "granularity") if one in found)


def _has_fallen(members: Sequence[Figure]) -> bool:
    """A toll that does not fall is lower in a later article."""
    counts = [f.amount.low for f in sorted(members, key=lambda f: (_day(f), f.amount.low or 0)) if f.amount.low]
    return members[0].amount.of in _RISING and counts != sorted(counts)


def _may_grow(figure: Figure) -> bool:
    """Whether a later article can have a newer figure: not of an age, nor of what is dated in an earlier year."""
    if not figure.published or figure.amount.kind == "age":
        return False
    years = {date[:4] for date in figure.dates}
    return not years or max(years) >= figure.published[:4]


def _day(figure: Figure) -> str:
    return (figure.published or "")[:10]


def _value(amount: Amount) -> str:
    low = "" if amount.low is None else f"{amount.low:f}"
    high = "" if amount.high is None else f"{amount.high:f}"
    sign = _SIGNS.get(amount.bound, "")
    return " ".join(part for part in (f"{sign}{low}..{high}", amount.unit, amount.of) if part)


def _title(members: Sequence[Figure], readings: Mapping[str, Reading]) -> str:
    """What is counted, in the words of the first article that says it, or a word that stands beside all figures."""
    first = members[0].amount
    if first.kind == "age":
        return f"The age of {_name(members, readings)}"
    if first.of in TOLL:
        return f"How many {_FATES.get(first.of, first.of)}"
    told = sorted(members, key=lambda figure: figure.mention.span)
    counted = next(((f.mention.article, f.amount.counted) for f in told if f.amount.counted), None)
    if first.kind == "count" and counted and counted[1]:
        return _how_many(members, readings[counted[0]].article.words(counted[1]).split())
    word = shared_word([figure.mention for figure in members], readings)
    what = "How many" if first.kind == "count" else "How much"
    return f"{what}: {word}" if word else f"The {_CALLED.get(first.kind, 'figure')} given"


def _name(members: Sequence[Figure], readings: Mapping[str, Reading]) -> str:
    """The fullest name of whose age it is."""
    named = [readings[f.mention.article].article.words(f.amount.counted) for f in members if f.amount.counted]
    return re.sub(r"['’]s?$", "", max(named, key=lambda name: (len(name), name)))


def _how_many(members: Sequence[Figure], what: list[str]) -> str:
    """ "How many colleagues dead": what is counted without whose it is, and what happened, where all say it."""
    while len(what) > 1 and what[0].lower() in _WHOSE:
        what = what[1:]
    fate = members[0].amount.fate if len({f.amount.fate for f in members}) == 1 else None
    said = _FATES.get(fate or "", fate or "")
    return " ".join(("How many", *what, *([said] if said and said not in what else [])))


def _reason(members: Sequence[Figure], severity: Severity, course: str, readings: dict[str, Reading]) -> str:
    shown = sorted({f"“{readings[f.mention.article].article.words(f.mention.span)}”" for f in members})
    given = " and ".join(shown)
    if course:
        return f"The articles give {given}{course}."
    if severity == "granularity":
        bounds = [f.amount.bound for f in members]
        rough = bounds.count("about")
        why = "they are approximate" if rough == len(members) else "one is approximate" if rough else _PRECISE
        why = _BOUNDS if len(set(bounds)) == 1 and bounds[0] in _OPEN else why
        return f"The articles give {given}; {why}, and both may hold."
    return f"The articles give {given} for the same thing."

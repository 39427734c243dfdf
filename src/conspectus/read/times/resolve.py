"""What a time expression stands for: TIMEX3 type, value and modifier, against the publication date where needed.

TIMEX3 as in ISO 24617-1 and the TempEval guidelines. ``stated``: the words alone give the value. ``inferred``:
the publication date and the tense, or a date told before, were needed. ``unknown``: they were needed and there
is none; the value then keeps what is known ("XXXX-05-23").
"""

from collections.abc import Callable

from conspectus.read.scan import Expression
from conspectus.read.times import dates, days, lengths
from conspectus.read.times.anchor import Anchor, Resolved


def resolve(found: Expression, anchor: Anchor) -> Resolved | None:
    """The value of an expression, or None where its words turn out to be no time (31 February)."""
    return _FORMS[found.form](found, anchor)


def _reference(found: Expression, _anchor: Anchor) -> Resolved | None:
    return Resolved("DATE", "PAST_REF" if found["past"] else "FUTURE_REF" if found["future"] else "PRESENT_REF")


_FORMS: dict[str, Callable[[Expression, Anchor], Resolved | None]] = {
    "iso": dates.iso, "slashed": dates.slashed, "day_range": dates.day_range, "months": dates.months,
    "date": dates.day_of_month, "month": dates.month_form, "bare_month": dates.month_form,
    "year_range": dates.year_range, "year": dates.year_form, "decade": dates.decade, "century": dates.century,
    "quarter": dates.quarter, "half_year": dates.half_year, "season": dates.season,
    "season_beside": dates.season_beside, "holiday": dates.holiday,
    "weekday": days.weekday, "nth_weekday": dates.nth_weekday,
    "clock": days.clock, "hours": days.hours, "noon": days.noon, "today": days.today, "that_day": days.that_day,
    "day_beside": days.day_beside, "ago": lengths.ago, "relative": lengths.relative, "weekend": lengths.weekend,
    "recent": lengths.vague, "set": lengths.repeated, "rate": lengths.rate, "duration": lengths.duration,
    "vague": lengths.vague, "ref": _reference, "current": _reference,
}  # fmt: skip

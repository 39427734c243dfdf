"""Figures, dates and lengths of time: what is compared with what, and what is left alone."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest

from conspectus.compare import amounts, spells, times
from conspectus.compare.amounts.alike import one_thing
from conspectus.compare.amounts.figure import figures
from conspectus.compare.check import Check, Evidence
from conspectus.compare.mentions import rarity
from conspectus.compare.values.lengths import days, range_of
from conspectus.model import Amount, Bound, Finding, Quotation, Reading, Span, Statement, Time, TimeType
from conspectus.options import CompareOptions

Read = Callable[..., Reading]


def _time(article: str, kind: TimeType, value: str, mod: str | None = None) -> Time:
    return Time(Span(article, "body", 0, 1), kind, value, mod, "stated")


def _with_times(reading: Reading, **values: str) -> Reading:
    """The reading with each named word read as a time of that value (``_`` stands for a space or hyphen)."""
    body = reading.article.body
    found = []
    for name, value in values.items():
        word = next(w for w in (name.replace("_", " "), name.replace("_", "-")) if w in body)
        span = Span(reading.article.id, "body", body.index(word), body.index(word) + len(word))
        kind: TimeType = "DURATION" if value.startswith("P") else "DATE"
        found.append(Time(span, kind, value, None, "inferred"))
    return replace(reading, times=tuple(found))


def _with_amount(reading: Reading, words: str, low: int | None, high: int | None, of: str, bound: Bound) -> Reading:
    at = reading.article.body.index(words)
    span = Span(reading.article.id, "body", at, at + len(words))
    figures = [None if n is None else Decimal(n) for n in (low, high)]
    return replace(reading, amounts=(Amount(span, "count", figures[0], figures[1], bound, "", None, of),))


def _run(check: Check, *readings: Reading) -> tuple[Finding, ...]:
    return check.run(Evidence(readings, (), (), CompareOptions(), rare=rarity(readings)))


def _words(finding: Finding, readings: tuple[Reading, ...]) -> set[str]:
    articles = {r.article.id: r.article for r in readings}
    return {articles[span.article].words(span) for side in finding.sides for span in side.spans}


_VISIT_A = "Envoy Tovi is on a week-long visit from May 3-8 to Marlo. The visit began on Monday. Her visit ends soon."
_VISIT_B = (
    "Tovi came to the island. Her six-day trip is about fishing rights. The trip is the first. No trip was longer."
)


def test_a_length_is_reconciled_by_the_printed_range(reading_of: Read) -> None:
    one = _with_times(reading_of(_VISIT_A), week_long="P1W", **{"May 3-8": "XXXX-05-03/XXXX-05-08"})
    other = _with_times(reading_of(_VISIT_B), six_day="P6D")
    (found,) = _run(spells.CHECK, one, other)
    assert (found.property, found.severity) == ("duration", "granularity")
    assert found.reconciled == "“May 3-8” counted with both ends: 6 days"
    assert _words(found, (one, other)) == {"week-long", "May 3-8", "six-day"}
    assert {side.value for side in found.sides} == {"P1W, XXXX-05-03/XXXX-05-08", "P6D"}


def test_lengths_that_nothing_reconciles_are_a_conflict(reading_of: Read) -> None:
    one = _with_times(reading_of(_VISIT_A), week_long="P1W")
    other = _with_times(reading_of(_VISIT_B), six_day="P6D")
    (found,) = _run(spells.CHECK, one, other)
    assert (found.severity, found.reconciled) == ("tension", None)
    (found,) = _run(spells.CHECK, one, _with_times(reading_of(_VISIT_B), six_day="P4D"))
    assert (found.severity, found.reconciled) == ("conflict", None)


def test_lengths_of_one_act_share_the_words_beside_them(reading_of: Read) -> None:
    one = _with_times(
        reading_of("Boats searched the strait for six hours before fog stopped the work."), six_hours="PT6H"
    )
    other = _with_times(reading_of("Rescuers searched the strait for nine hours until fog came."), nine_hours="PT9H")
    (found,) = _run(spells.CHECK, one, other)
    assert _words(found, (one, other)) == {"six hours", "nine hours"}


def test_lengths_of_different_things_are_left_alone(reading_of: Read) -> None:
    one = _with_times(reading_of(_VISIT_A), week_long="P1W")
    other = _with_times(
        reading_of("A six-day strike closed the mill. The strike ended. No strike was longer."), six_day="P6D"
    )
    assert _run(spells.CHECK, one, other) == ()


@pytest.mark.parametrize(
    ("value", "expected"),
    [("P6D", 6.0), ("P1W", 7.0), ("PT12H", 0.5), ("PXY", None), ("P1DT12H", 1.5), ("PT6H360M", 0.5), ("P", None)],
)
def test_days_of_a_duration(value: str, expected: float | None) -> None:
    assert days(_time("a", "DURATION", value)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("XXXX-05-23/XXXX-05-28", (5, 6)),
        ("2031-12-30/2032-01-02", (3, 4)),
        ("2031-05", None),
        ("2031-05-09/2031-05-09", None),
    ],
)
def test_days_of_a_range(value: str, expected: tuple[int, int] | None) -> None:
    found = range_of(_time("a", "DATE", value))
    assert (found and (found.between, found.with_both)) == expected


_POST_A = "A harbour clerk on Friday apologized for a Facebook post about the ferry crew."
_POST_B = "The clerk of the harbour had to apologize Saturday for a Facebook post about the crew."


def test_two_days_for_one_apology(reading_of: Read) -> None:
    one = _with_times(reading_of(_POST_A), Friday="2031-05-23")
    other = _with_times(reading_of(_POST_B), Saturday="2031-05-24")
    (found,) = _run(times.CHECK, one, other)
    assert (found.property, found.severity) == ("date", "conflict")
    assert _words(found, (one, other)) == {"Friday", "Saturday"}
    assert "counted from the day of publication" in found.reason


@pytest.mark.parametrize("value", ["2031-05-23", "2031-05-29", "2031-06"])
def test_days_that_agree_or_lie_far_apart_are_left_alone(reading_of: Read, value: str) -> None:
    one = _with_times(reading_of(_POST_A), Friday="2031-05-23")
    assert _run(times.CHECK, one, _with_times(reading_of(_POST_B), Saturday=value)) == ()


_HURT_A = "Rescuers said 12 sailors were injured when the ferry hit the pier at Marlo."
_HURT_B = "The ferry hit the pier at Marlo and 15 sailors were injured, rescuers said."


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ((12, 12, "exact"), (15, 15, "exact"), "conflict"),
        ((12, 12, "exact"), (12, 12, "exact"), None),
        ((12, 12, "exact"), (12, None, "at_least"), "granularity"),
        ((12, 12, "exact"), (11, 13, "about"), "granularity"),
        ((12, None, "at_least"), (20, 20, "about"), None),
        ((12, 12, "exact"), (20, None, "more_than"), "tension"),
    ],
)
def test_figures(
    reading_of: Read, one: tuple[int, int, Bound], other: tuple[int, int | None, Bound], severity: str | None
) -> None:
    left = _with_amount(reading_of(_HURT_A), "12", one[0], one[1], "sailor", one[2])
    right = _with_amount(reading_of(_HURT_B), "15", other[0], other[1], "sailor", other[2])
    found = _run(amounts.CHECK, left, right)
    assert [f.severity for f in found] == ([severity] if severity else [])


def test_a_figure_of_a_later_day_may_be_an_update(reading_of: Read) -> None:
    left = _with_amount(reading_of(_HURT_A, "2031-05-23"), "12", 12, 12, "sailor", "exact")
    right = _with_amount(reading_of(_HURT_B, "2031-05-24"), "15", 15, 15, "sailor", "exact")
    (found,) = _run(amounts.CHECK, left, right)
    assert found.severity == "granularity"
    assert "may be an update" in found.reason


@pytest.mark.parametrize(
    "other",
    ["Some 15 sailors have joined the union of the northern yards since spring.", "He bought 15 nets at Marlo."],
)
def test_figures_of_different_things_are_left_alone(reading_of: Read, other: str) -> None:
    left = _with_amount(reading_of(_HURT_A), "12", 12, 12, "sailor", "exact")
    of = "sailor" if "sailors" in other else "net"
    assert _run(amounts.CHECK, left, _with_amount(reading_of(other), "15", 15, 15, of, "exact")) == ()


def test_three_articles_make_one_finding_whatever_their_order(reading_of: Read) -> None:
    third = "At Marlo 12 sailors were injured as the ferry hit the pier, said rescuers."
    readings = (
        _with_amount(reading_of(_HURT_A), "12", 12, 12, "sailor", "exact"),
        _with_amount(reading_of(_HURT_B), "15", 15, 15, "sailor", "exact"),
        _with_amount(reading_of(third), "12", 12, 12, "sailor", "exact"),
    )
    runs = [_run(amounts.CHECK, *order) for order in permutations(readings)]
    assert [sorted(side.reading for side in runs[0][0].sides)] in ([["a", "a", "b"]], [["a", "b", "b"]])
    assert all(run == runs[0] for run in runs)


@pytest.mark.parametrize(("again", "places"), [("12", [[2, 2]]), ("14", [[1, 1], [1, 1]])])
def test_a_figure_told_twice_stands_once_with_both_places(
    reading_of: Read, again: str, places: list[list[int]]
) -> None:
    body = f"{_HURT_A} At night {again} sailors were still hurt in hospital, said rescuers at the pier of Marlo."
    one = _with_amount(reading_of(body), "12", 12, 12, "sailor", "exact")
    at = body.index(again, len(_HURT_A))
    second = replace(
        one.amounts[0], span=Span(one.article.id, "body", at, at + 2), low=Decimal(again), high=Decimal(again)
    )
    both = replace(one, amounts=(*one.amounts, second))
    text = f"{_HURT_B} At night fifteen sailors were still hurt in hospital, said rescuers at the pier of Marlo."
    other = _with_amount(reading_of(text), "15", 15, 15, "sailor", "exact")
    more = _with_amount(other, "fifteen", 15, 15, "sailor", "exact").amounts
    found = _run(amounts.CHECK, both, replace(other, amounts=(*other.amounts, *more)))
    assert [[len(side.spans) for side in f.sides] for f in found] == places


def test_figures_counted_by_another_noun(reading_of: Read) -> None:
    left = _with_amount(
        reading_of("Police seized 12 crude bombs that were mailed to Marlo."), "12", 12, 12, "bomb", "exact"
    )
    right = _with_amount(
        reading_of("Police seized at least 14 parcels that were mailed to Marlo."),
        "at least 14",
        14,
        None,
        "parcel",
        "at_least",
    )
    assert len(_run(amounts.CHECK, left, right)) == 1


@pytest.mark.parametrize("value", ["2031-05-23TEV", "2031-05", "2031-W21"])
def test_a_date_inside_another_is_a_detail(reading_of: Read, value: str) -> None:
    one = _with_times(reading_of(_POST_A), Friday="2031-05-23")
    (found,) = _run(times.CHECK, one, _with_times(reading_of(_POST_B), Saturday=value))
    assert found.severity == "granularity"


def test_one_weekday_told_twice_without_a_week_differs_from_nothing(reading_of: Read) -> None:
    one = _with_times(reading_of(_POST_A), Friday="XXXX-WXX-5")
    assert _run(times.CHECK, one, _with_times(reading_of(_POST_B), Saturday="XXXX-WXX-5")) == ()
    (found,) = _run(times.CHECK, one, _with_times(reading_of(_POST_B), Saturday="2031-05-23"))
    assert found.severity == "granularity"


def test_counts_far_apart_need_more_than_like_surroundings(reading_of: Read) -> None:
    texts = (
        "Two firefighters were hurt, said Fire Chief Orlu.",
        "Some {} firefighters were hurt, Fire Chief Orlu said.",
    )
    one = _with_amount(reading_of(texts[0]), "Two", 2, 2, "firefighter", "exact")
    for many, found in ((6, 1), (640, 0)):
        other = _with_amount(reading_of(texts[1].format(many)), str(many), many, many, "firefighter", "exact")
        assert len(_run(amounts.CHECK, one, other)) == found


def test_a_day_and_the_beginning_of_it_are_two_readings(reading_of: Read) -> None:
    one = _with_times(reading_of(_POST_A), Friday="2031-05-23")
    other = _with_times(reading_of(_POST_B), Saturday="2031-05-23")
    early = replace(other, times=tuple(replace(time, mod="START") for time in other.times))
    (found,) = _run(times.CHECK, one, early)
    assert (found.severity, {side.reading for side in found.sides}) == ("granularity", {"a", "b"})


_TOLLS = ("The storm killed 12 people in Marlo, the mayor said.", "In Marlo the storm left 14 people dead by noon.")


@pytest.mark.parametrize(
    ("days", "severity", "said"),
    [
        (("2031-05-03", "2031-05-03"), "conflict", "for the same thing"),
        (("2031-05-03", "2031-05-04"), "granularity", "may be an update"),
        ((None, "2031-05-04"), "tension", "not known"),
    ],
)
def test_a_toll_may_be_an_update(
    reading_of: Read, days: tuple[str | None, str | None], severity: str, said: str
) -> None:
    one = _with_amount(reading_of(_TOLLS[0], days[0]), "12 people", 12, 12, "death", "exact")
    other = _with_amount(reading_of(_TOLLS[1], days[1]), "14 people", 14, 14, "death", "exact")
    (found,) = _run(amounts.CHECK, one, other)
    assert found.severity == severity
    assert said in found.reason


def test_a_toll_of_an_earlier_year_is_no_update(reading_of: Read) -> None:
    texts = ("In 2019 a storm killed 12 people in Marlo.", "A storm in 2019 left 14 people dead in Marlo.")
    days = ("2031-05-03", "2031-05-04")
    read = [reading_of(text, day) for text, day in zip(texts, days, strict=True)]
    counted = [_with_amount(r, f"{n} people", n, n, "death", "exact") for r, n in zip(read, (12, 14), strict=True)]
    dated = [replace(r, times=(replace(_time(r.article.id, "DATE", "2019"), span=_span(r, "2019")),)) for r in counted]
    (found,) = _run(amounts.CHECK, *dated)
    assert (found.severity, found.reconciled) == ("conflict", None)


def test_a_toll_of_another_year_is_another_toll(reading_of: Read) -> None:
    one = _with_amount(
        reading_of("The storm of 2031 killed 12 people on the coast of Marlo."), "12", 12, 12, "death", "exact"
    )
    other = _with_amount(reading_of("In 2019 a flood in Marlo killed 20 people."), "20", 20, 20, "death", "exact")
    dated = [
        replace(r, times=(replace(_time(r.article.id, "DATE", year), span=_span(r, year)),))
        for r, year in ((one, "2031"), (other, "2019"))
    ]
    assert _run(amounts.CHECK, *dated) == ()


def _span(reading: Reading, words: str) -> Span:
    at = reading.article.body.index(words)
    return Span(reading.article.id, "body", at, at + len(words))


def test_tolls_far_apart_need_more_than_a_place_in_common(reading_of: Read) -> None:
    one = _with_amount(reading_of(_TOLLS[0]), "12 people", 12, 12, "death", "exact")
    other = _with_amount(
        reading_of("The mayor recalled a war that left 900 dead in the hills of Marlo."), "900", 900, 900, "death",
        "exact",
    )  # fmt: skip
    assert _run(amounts.CHECK, one, other) == ()


def test_a_rounded_figure_is_a_detail(reading_of: Read) -> None:
    one = _with_amount(reading_of("The army sent 5,217 masked troops to the border."), "5,217", 5217, 5217, "troop",
                       "exact")  # fmt: skip
    other = _with_amount(reading_of("It sent 5,200 masked troops to the border."), "5,200", 5200, 5200, "troop",
                         "exact")  # fmt: skip
    (found,) = _run(amounts.CHECK, one, other)
    assert found.severity == "granularity"


def test_the_more_precise_date_of_one_clause_is_a_detail(reading_of: Read) -> None:
    one = _with_times(
        reading_of("Mayor Tovi signed the harbour treaty Tuesday morning at the quay."), Tuesday_morning="2031-05-06TMO"
    )
    other = _with_times(reading_of("The harbour treaty was signed Tuesday by Tovi."), Tuesday="2031-05-06")
    (found,) = _run(times.CHECK, one, other)
    assert (found.severity, _words(found, (one, other))) == ("granularity", {"Tuesday morning", "Tuesday"})
    assert "may hold" in found.reason


def test_an_article_that_prints_both_dates_differs_from_neither(reading_of: Read) -> None:
    text = "Tovi resigned from the council Friday at noon, ending the council quarrel."
    one = reading_of(text)
    at = {words: text.index(words) for words in ("Friday at noon", "Friday")}
    exact = Time(Span(one.article.id, "body", at["Friday at noon"], at["Friday at noon"] + 14), "TIME", "2031-05-09T12:00",
                 None, "inferred")  # fmt: skip
    one = replace(one, times=(exact,))
    other = reading_of("Tovi resigned from the council Friday at noon to end the council quarrel, on Friday.")
    body = other.article.body
    spans = [Span(other.article.id, "body", body.index("Friday at"), body.index("Friday at") + 14),
             Span(other.article.id, "body", body.rindex("Friday"), body.rindex("Friday") + 6)]  # fmt: skip
    other = replace(
        other,
        times=(
            Time(spans[0], "TIME", "2031-05-09T12:00", None, "inferred"),
            Time(spans[1], "DATE", "2031-05-09", None, "inferred"),
        ),
    )
    assert _run(times.CHECK, one, other) == ()


@pytest.mark.parametrize(("behind", "found"), [("", 1), (" more", 0), (" additional", 0)])
def test_a_figure_that_comes_on_top_is_no_other_total(reading_of: Read, behind: str, found: int) -> None:
    one = _with_amount(reading_of("Divers raised 19 crates from the wreck off Marlo."), "19", 19, 19, "crate", "exact")
    text = f"Off Marlo divers raised 15{behind} crates from the wreck."
    other = _with_amount(reading_of(text), "15", 15, 15, "crate", "exact")
    assert len(_run(amounts.CHECK, one, other)) == found


def test_nouns_of_like_meaning_may_count_one_thing_where_both_figures_hold(reading_of: Read) -> None:
    one = _with_amount(
        reading_of("At least 30 other countries grant the harbour right, a study by the guild says."),
        "At least 30", 30, None, "country", "at_least",
    )  # fmt: skip
    text = "The harbour right is granted by 34 nations, the study by the guild says."
    (found,) = _run(amounts.CHECK, one, _with_amount(reading_of(text), "34", 34, 34, "nation", "exact"))
    assert found.severity == "granularity"
    apart = _with_amount(reading_of(text), "34", 20, 20, "nation", "exact")
    assert _run(amounts.CHECK, one, apart) == ()


def test_lengths_that_can_both_hold_need_little_in_common(reading_of: Read) -> None:
    one = _with_times(reading_of("Clerk Tovi Arn, a 21-year veteran of the harbour, was fired."), **{"21-year": "P21Y"})
    text = "Tovi Arn, who rose through more than 20 years at the harbour, was fired."
    other = _with_times(reading_of(text), **{"more than 20 years": "P20Y"})
    over = replace(other, times=(replace(other.times[0], mod="MORE_THAN"),))
    (found,) = _run(spells.CHECK, one, over)
    assert found.severity == "granularity"
    far = _with_times(reading_of("A choir has sung for more than 20 years."), **{"more than 20 years": "P20Y"})
    far = replace(far, times=(replace(far.times[0], mod="MORE_THAN"),))
    assert _run(spells.CHECK, one, far) == ()


def test_figures_that_are_both_approximate_are_a_detail(reading_of: Read) -> None:
    left = _with_amount(reading_of(_HURT_A), "12", 1200, 1200, "sailor", "about")
    right = _with_amount(reading_of(_HURT_B), "15", 1300, 1300, "sailor", "about")
    (found,) = _run(amounts.CHECK, left, right)
    assert (found.severity, "approximate" in found.reason) == ("granularity", True)


def test_a_preposition_before_a_small_count_is_no_bound(reading_of: Read) -> None:
    left = _with_amount(
        reading_of("Marlo sued the island over three laws on fishing."), "over three", 3, None, "law", "more_than"
    )
    right = _with_amount(
        reading_of("Marlo sued the island and named three laws on fishing."), "three", 3, 3, "law", "exact"
    )
    assert _run(amounts.CHECK, left, right) == ()


def test_bare_sums_that_differ_are_never_a_conflict(reading_of: Read) -> None:
    """Nothing says what they count, so that one may be of a part, or of another time."""
    left = reading_of("The council of Marlo approved the repair of the old pier, which is to cost 41 million crowns.")
    right = reading_of("Marlo council approved the repair of its old pier, which will cost 43 million crowns.")
    left, right = (_with_amount(r, n, int(n), int(n), "", "exact") for r, n in ((left, "41"), (right, "43")))
    left, right = (replace(r, amounts=tuple(_as_money(a) for a in r.amounts)) for r in (left, right))
    (found,) = _run(amounts.CHECK, left, right)
    assert found.severity == "tension"


def _as_money(amount: Amount) -> Amount:
    return replace(amount, kind="money", unit="XXX", of=None)


@pytest.mark.parametrize(("other", "found"), [(1420, ["tension"]), (1350, [])])
def test_a_figure_with_its_digits_turned_round_is_shown(reading_of: Read, other: int, found: list[str]) -> None:
    body = "The trial of green tea that Orlu led took in 1240 sailors. It was hot."
    one = _with_amount(reading_of(body), "1240", 1240, 1240, "sailor", "exact")
    text = f"Nobody in Marlo had heard of it. Her team gave {other} volunteers tea to drink each day."
    told = _with_amount(reading_of(text), str(other), other, other, "volunteer", "exact")
    assert [f.severity for f in _run(amounts.CHECK, one, told)] == found


def test_the_only_tolls_of_two_articles_are_held_against_each_other(reading_of: Read) -> None:
    one = _with_amount(
        reading_of("Police made 5 arrests after the match.", "2031-05-23"), "5", 5, 5, "arrested", "exact"
    )
    text = "3 people were held outside the ground; a flare was thrown."
    other = _with_amount(reading_of(text, "2031-05-23"), "3", 3, 3, "arrested", "exact")
    (found,) = _run(amounts.CHECK, one, other)
    assert (found.severity, found.title) == ("conflict", "How many arrested")


def test_what_is_told_for_each_year_is_no_length(reading_of: Read) -> None:
    body = "The line saves $2 million a year. The visit took a year of planning."
    reading = reading_of(body)
    at = [body.index("a year"), body.rindex("a year")]
    spans = [Span(reading.article.id, "body", start, start + len("a year")) for start in at]
    sum_at = Span(reading.article.id, "body", body.index("$2"), body.index(" a year"))
    amount = Amount(sum_at, "money", Decimal(2), Decimal(2), "exact", "USD", None, None, "P1Y")
    both = tuple(Time(span, "DURATION", "P1Y", None, "stated") for span in spans)
    assert [t.span for t in spells.lengths_compared(replace(reading, times=both, amounts=(amount,)))] == [spans[1]]


def test_lengths_that_exclude_each_other_are_shown_where_one_thing_is_likely_told(reading_of: Read) -> None:
    one = _with_times(
        reading_of("Pilot Tovi Arn, who sells eels, held on to a barrel for four hours."), **{"four hours": "PT4H"}
    )
    text = "Tovi Arn, an eel seller, described clinging to a barrel for six hours."
    (found,) = _run(spells.CHECK, one, _with_times(reading_of(text), **{"six hours": "PT6H"}))
    assert (found.severity, found.property) == ("conflict", "duration")
    other = reading_of("The shop at Marlo was shut for six hours by fog.")
    assert _run(spells.CHECK, one, _with_times(other, **{"six hours": "PT6H"})) == ()


_BUILT = "The block was built in 1998. The town had it painted in 2016."


@pytest.mark.parametrize(
    ("text", "year", "found"),
    [
        ("The structure was constructed in 1995 by a cousin.", "1995", ["tension"]),
        ("The structure was painted in 1995 by a cousin.", "1995", []),
        ("The structure was constructed in 1971 by a cousin.", "1971", []),
    ],
)
def test_two_years_of_one_act_are_shown(reading_of: Read, text: str, year: str, found: list[str]) -> None:
    readings = []
    for body, printed, verb in ((_BUILT, "1998", "built"), (text, year, text.split()[3])):
        reading = _with_times(reading_of(body), **{printed: printed})
        at = body.index(verb)
        head = Span(reading.article.id, "body", at, at + len(verb))
        told = Statement(printed, reading.sentences[0].span, (), "affirmed", "stated", head, (verb,), (), ())
        times_stated = tuple(replace(t, basis="stated") for t in reading.times)
        readings.append(replace(reading, times=times_stated, statements=(told,)))
    assert [f.severity for f in _run(times.CHECK, *readings)] == found


def test_one_month_of_two_years_is_shown(reading_of: Read) -> None:
    one = _with_times(
        reading_of("An examiner raised the loans as early as November 2024."), **{"November 2024": "2024-11"}
    )
    text = "A memo of November 2025 had drawn attention to the loans of the bank."
    other = _with_times(reading_of(text), **{"November 2025": "2025-11"})
    stated = [replace(r, times=tuple(replace(t, basis="stated") for t in r.times)) for r in (one, other)]
    assert [f.severity for f in _run(times.CHECK, *stated)] == ["tension"]


@pytest.mark.parametrize(
    ("own", "others", "found"),
    [
        (("A statute of {1998} backs the toll.", "backs"), ("It rests on a statute from {1995} on.", "rests"), 1),
        (("A ferry of {1998} backs the toll.", "backs"), ("It rests on a ferry from {1995} on.", "rests"), 0),
        (
            ("A fire killed nine people in {2019}.", "killed"),
            ("In {2021} flames killed nine people there.", "killed"),
            1,
        ),
        (("The raid began at {3.20am} in fog.", "began"), ("The shelling began at {2.20am} near Marlo.", "began"), 1),
        (
            ("The raid began at {3.20am} in fog.", "began"),
            ("The shelling stopped at {2.20am} near Marlo.", "stopped"),
            0,
        ),
        (("The raid began at {3.20am} in fog.", "began"), ("The shelling began at {10.40am} near Marlo.", "began"), 0),
    ],
    ids=("of one law", "of one ferry", "one verb and its words", "one verb by the clock", "two verbs", "hours apart"),
)
def test_slips_in_a_year_or_an_hour_are_shown(
    reading_of: Read, own: tuple[str, str], others: tuple[str, str], found: int
) -> None:
    readings = []
    for marked, verb in (own, others):
        printed = marked.split("{")[1].split("}")[0]
        hour, _, minute = printed.removesuffix("am").partition(".")
        reading = reading_of(marked.replace("{", "").replace("}", ""))
        at, start = reading.article.body.index(verb), reading.article.body.index(printed)
        value = f"2031-05-23T{int(hour):02}:{minute}" if minute else printed
        head = Span(reading.article.id, "body", at, at + len(verb))
        told = Statement(printed, reading.sentences[0].span, (), "affirmed", "stated", head, (verb,), (), ())
        span = Span(reading.article.id, "body", start, start + len(printed))
        time = Time(span, "TIME" if minute else "DATE", value, None, "stated")
        readings.append(replace(reading, times=(time,), statements=(told,)))
    assert len(_run(times.CHECK, *readings)) == found


@pytest.mark.parametrize(
    ("other", "fate", "one"),
    [("firefighter", "injured", True), ("firefighter", None, False), ("driver", "injured", False)],
)
def test_the_same_that_happened_to_the_same_people_is_one_figure(
    reading_of: Read, other: str, fate: str | None, one: bool
) -> None:
    text = "Two firefighters suffered minor injuries when a wall fell on their truck at the mill."
    left = _counting(reading_of(text), "Two", 2, "firefighter", "injured")
    text = f"Three {other}s were hurt as flames came down to the mill."
    right = _counting(reading_of(text), "Three", 3, other, fate)
    (two,), (three,) = figures(left, {}), figures(right, {})
    assert bool(one_thing(two, three, 0.0, rarity((left, right)), ())) == one


def _counting(reading: Reading, words: str, figure: int, of: str, fate: str | None) -> Reading:
    counting = _with_amount(reading, words, figure, figure, of, "exact")
    (amount,) = counting.amounts
    start = reading.article.body.index(of)
    noun = Span(reading.article.id, "body", start, start + len(of) + 1)
    return replace(counting, amounts=(replace(amount, counted=noun, fate=fate),))


def test_a_value_says_how_it_is_bound(reading_of: Read) -> None:
    left = _with_amount(reading_of(_HURT_A), "12", 12, None, "sailor", "more_than")
    right = _with_amount(reading_of(_HURT_B), "15", 14, 14, "sailor", "about")
    (found,) = _run(amounts.CHECK, left, right)
    assert {side.value for side in found.sides} == {">12.. sailor", "~14..14 sailor"}


@pytest.mark.parametrize(("of", "severity"), [("death", "tension"), ("missing", "granularity")])
def test_a_toll_that_falls_is_no_update(reading_of: Read, of: str, severity: str) -> None:
    left = _with_amount(reading_of(_HURT_A, "2031-05-23"), "12", 18, 18, of, "exact")
    right = _with_amount(reading_of(_HURT_B, "2031-05-24"), "15", 14, 14, of, "exact")
    (found,) = _run(amounts.CHECK, left, right)
    assert found.severity == severity


def test_figures_that_somebody_said_are_no_update(reading_of: Read) -> None:
    left = _with_amount(reading_of(_HURT_A, "2031-05-23"), "12", 14, 14, "death", "exact")
    right = _with_amount(reading_of(_HURT_B, "2031-05-24"), "15", 18, 18, "death", "exact")
    (found,) = _run(amounts.CHECK, left, right)
    assert (found.severity, found.reconciled) == ("granularity", "an update in the later article")
    (found,) = _run(amounts.CHECK, _quoted(left), _quoted(right))
    assert (found.severity, "lower" in found.reason) == ("conflict", False)


def _quoted(reading: Reading) -> Reading:
    whole = Span(reading.article.id, "body", 0, len(reading.article.body))
    return replace(reading, quotations=(Quotation(whole, whole, "curly", 0, True, False),))

"""Time expressions: the span marked inside the text, type, TIMEX3 value and modifier, with and without a date."""

import pytest
from factories import article, marked
from hypothesis import given, settings
from hypothesis import strategies as st
from tables.times import DATED, LOOKALIKES, UNDATED

from conspectus import Models
from conspectus.model import Reading, Time
from conspectus.read import times
from conspectus.read.parse import parse
from conspectus.read.times.grammar import _compiled, expressions
from conspectus.read.times.holidays import easter

FRIDAY = "2031-05-23"


def found(models: Models, text: str, published: str | None) -> tuple[Time, ...]:
    one = article(text, published=published)
    return times.READER.run(one, parse(one, models), Reading(one), models)


def told(time: Time) -> str:
    return f"{time.type} {time.value}" + (f" {time.mod}" if time.mod else "")


def check(models: Models, text: str, values: str, published: str | None) -> None:
    plain, places = marked(text)
    read = found(models, plain, published)
    assert [(t.span.start, t.span.end) for t in read] == places["t"]
    assert "; ".join(told(t) for t in read) == values


@pytest.mark.parametrize(("text", "values"), DATED, ids=[row[0] for row in DATED])
def test_published_on_a_friday(models: Models, text: str, values: str) -> None:
    check(models, text, values, FRIDAY)


@pytest.mark.parametrize(("text", "values"), UNDATED, ids=[row[0] for row in UNDATED])
def test_without_a_publication_date(models: Models, text: str, values: str) -> None:
    check(models, text, values, None)


@pytest.mark.parametrize("text", LOOKALIKES)
def test_look_alikes_are_no_times(models: Models, text: str) -> None:
    assert [text[t.span.start : t.span.end] for t in found(models, text, FRIDAY)] == []


@pytest.mark.parametrize(("published", "basis"), [(FRIDAY, "inferred"), (None, "unknown"), ("2031-05", "unknown")])
def test_what_is_inferred_is_told_from_what_is_unknown(models: Models, published: str | None, basis: str) -> None:
    stated, weekday = found(models, "It closed on May 3, 2030, and the mayor spoke on Monday.", published)
    assert (stated.basis, weekday.basis) == ("stated", basis)


@pytest.mark.parametrize("text", [row[0] for row in DATED])
def test_the_places_to_try_lose_no_expression(text: str) -> None:
    """Trying the forms at every word finds nothing before the first place that the scan tries."""
    plain, _ = marked(text)
    tried = {one.start for one in expressions(plain)}
    first = min(tried)
    for at in range(first):
        fresh = at == 0 or not (plain[at - 1].isalnum() or plain[at - 1] in "_$€£#.:/")
        assert not fresh or not any(pattern.match(plain, at) for _, pattern in _compiled()[1])


def test_a_date_is_told_anew_in_each_paragraph(models: Models) -> None:
    *_, last = found(models, "He left in 2012.\n\nA year later, he was back.", FRIDAY)
    assert told(last) == "DURATION P1Y"


def test_an_hour_is_of_no_day_long_past(models: Models) -> None:
    *_, last = found(models, "It was built on March 24, 1989.\n\nA curfew was imposed from 8 p.m. on.", FRIDAY)
    assert told(last) == f"TIME {FRIDAY}T20:00"


@pytest.mark.parametrize(("year", "day"), [(1999, "04-04"), (2000, "04-23"), (2008, "03-23"), (2038, "04-25")])
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "May 31,",
                "February 29",
                "24:00",
                "99999999999 years ago",
                "10000 weeks from now",
                "9999",
                "the next day",
                "½",
                "٣ May",
                "\u200b",
                "0 days ago",
                "last Monday",
                "(",
                "\n",
                "a year later",
                "999999 centuries earlier",
                "1.5 weeks ago",
            ]
        ),
        max_size=8,
    )
)
def test_no_text_breaks_the_reader(models: Models, pieces: list[str]) -> None:
    text = " ".join(pieces)
    for time in found(models, text, "9999-12-31"):
        assert 0 <= time.span.start < time.span.end <= len(text)
        assert time.value


@pytest.mark.xfail(strict=True, reason="the minister's name stands behind a word that also stands before months")
def test_a_minister_named_like_a_month(models: Models) -> None:
    assert found(models, "It was built by April and her sons.", None) == ()


@pytest.mark.parametrize(("published", "week"), [("2031-05-25", "2031-W21"), ("2031-05-26", "2031-W21")])
def test_on_a_sunday_the_week_just_over_is_last_week(models: Models, published: str, week: str) -> None:
    (time,) = found(models, "The pier closed last week.", published)
    assert time.value == week


def test_three_hundred_rows_and_none_twice() -> None:
    rows = [text for text, _ in DATED] + LOOKALIKES
    assert len(set(rows)) == len(rows)
    assert len({text for text, _ in UNDATED}) == len(UNDATED)
    # A text that stands in both tables is one row: what differs is only whether the day of publication is known.
    assert len(set(rows) | {text for text, _ in UNDATED}) >= 300


def test_a_headline_in_the_present_tense_looks_back(models: Models) -> None:
    one = article("Ferry sinks Monday off Velmora\n\nIt had rained for an hour.", published=FRIDAY)
    read = times.READER.run(one, parse(one, models), Reading(one), models)
    assert told(read[0]) == "DATE 2031-05-19"

"""Time expressions: the span marked inside the text, type, TIMEX3 value and modifier, with and without a date."""

import pytest
from factories import article, marked
from hypothesis import given, settings
from hypothesis import strategies as st

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


DATED = [
    ("It closed on <t>May 3, 2030</t>.", "DATE 2030-05-03"),
    ("It closed on <t>3 May 2030</t>.", "DATE 2030-05-03"),
    ("It closed on <t>Tuesday, May 6, 2031</t>.", "DATE 2031-05-06"),
    ("It closed on <t>the 3rd of May</t>.", "DATE 2031-05-03"),
    ("It closed on <t>2030-05-03</t>.", "DATE 2030-05-03"),
    ("It closed on <t>05/03/2030</t>.", "DATE 2030-05-03"),
    ("It closed on <t>5/3/99</t>.", "DATE 1999-05-03"),
    ("It closed in <t>May 2030</t>.", "DATE 2030-05"),
    ("It closed in <t>late May 2030</t>.", "DATE 2030-05 END"),
    ("It closed in <t>mid-March</t>.", "DATE 2031-03 MID"),
    ("It closed in <t>the middle of March</t>.", "DATE 2031-03 MID"),
    ("It closed in <t>Sept. 2029</t>.", "DATE 2029-09"),
    ("It opened in <t>1998</t>.", "DATE 1998"),
    ("It opened in <t>the 1990s</t>.", "DATE 199"),
    ("It opened in <t>the late 1980s</t>.", "DATE 198 END"),
    ("It opened in <t>the '60s</t>.", "DATE 196"),
    ("It opened in <t>the early 20th century</t>.", "DATE 19 START"),
    ("The visit runs <t>May 23-28</t>.", "DATE 2031-05-23/2031-05-28"),
    ("The visit runs <t>23–28 May 2031</t>.", "DATE 2031-05-23/2031-05-28"),
    ("The visit ran from <t>April 28 to May 2</t>.", "DATE 2031-04-28/2031-05-02"),
    ("The visit ran from <t>28 April to 2 May</t>.", "DATE 2031-04-28/2031-05-02"),
    ("It closes from <t>December 28 to January 2, 2032</t>.", "DATE 2031-12-28/2032-01-02"),
    ("It rained <t>between May 3 and 7</t>.", "DATE 2031-05-03/2031-05-07"),
    ("It was closed <t>between March and April</t> again.", "DATE 2031-03/2031-04"),
    ("It was closed <t>from March to May 2030</t>.", "DATE 2030-03/2030-05"),
    ("It was closed on <t>May 6</t>.", "DATE 2031-05-06"),
    ("It was closed on <t>December 6</t>.", "DATE 2030-12-06"),
    ("It will open on <t>January 6</t>.", "DATE 2032-01-06"),
    ("It was closed <t>last October</t>.", "DATE 2030-10"),
    ("It sank <t>last Oct. 23</t>.", "DATE 2030-10-23"),
    ("It will close <t>next April</t>.", "DATE 2032-04"),
    ("The mayor spoke on <t>Monday</t>.", "DATE 2031-05-19"),
    ("The mayor will speak on <t>Monday</t>.", "DATE 2031-05-26"),
    ("The mayor spoke on <t>Friday</t>.", "DATE 2031-05-23"),
    ("It sank <t>last Friday</t>.", "DATE 2031-05-16"),
    ("It sails <t>next Friday</t>.", "DATE 2031-05-30"),
    ("It sank on <t>Tuesday morning</t>.", "TIME 2031-05-20TMO"),
    ("The vote was postponed until <t>Tuesday</t>.", "DATE 2031-05-27"),
    ("She is scheduled to return <t>Tuesday</t>.", "DATE 2031-05-27"),
    ("She could leave as soon as <t>Tuesday</t>.", "DATE 2031-05-27"),
    ("It sails on <t>Mondays</t>.", "SET XXXX-WXX-1"),
    ("It sank <t>yesterday</t>.", "DATE 2031-05-22"),
    ("It sank <t>the day before yesterday</t>.", "DATE 2031-05-21"),
    ("It sails <t>tomorrow evening</t>.", "TIME 2031-05-24TEV"),
    ("It sank <t>last night</t>.", "TIME 2031-05-22TNI"),
    ("It sails <t>tonight</t>.", "TIME 2031-05-23TNI"),
    ("It sank <t>this morning</t>.", "TIME 2031-05-23TMO"),
    ("It sank over <t>the weekend</t>.", "DATE 2031-W20-WE"),
    ("It sank <t>last weekend</t>.", "DATE 2031-W20-WE"),
    ("It sails <t>next weekend</t>.", "DATE 2031-W22-WE"),
    ("It sank <t>three years ago</t>.", "DATE 2028"),
    ("It sank <t>two months ago</t>.", "DATE 2031-03"),
    ("It sank <t>ten days ago</t>.", "DATE 2031-05-13"),
    ("It sank <t>a decade ago</t>.", "DATE 2021"),
    ("It sank <t>two weeks ago</t>.", "DATE 2031-W19"),
    ("It sank <t>a few weeks ago</t>.", "DATE PAST_REF"),
    ("It sank <t>years ago</t>.", "DATE PAST_REF"),
    ("It sails <t>two years from now</t>.", "DATE 2033"),
    ("It sank <t>last year</t>.", "DATE 2030"),
    ("It sails <t>next month</t>.", "DATE 2031-06"),
    ("It sank <t>last week</t>.", "DATE 2031-W20"),
    ("It sank <t>earlier this year</t>.", "DATE 2031 START"),
    ("It sank <t>early last month</t>.", "DATE 2031-04 START"),
    ("It grew in <t>the last century</t>.", "DURATION P100Y"),
    ("It sank <t>last summer</t>.", "DATE 2030-SU"),
    ("It sank <t>in the spring of 2029</t>.", "DATE 2029-SP"),
    ("Sales fell in <t>the third quarter of 2030</t>.", "DATE 2030-Q3"),
    ("Sales fell in <t>the first quarter</t>.", "DATE 2031-Q1"),
    ("Sales fell <t>last quarter</t>.", "DATE 2031-Q1"),
    ("Sales fell in <t>the second quarter of fiscal 2030</t>.", "DATE FY2030-Q2"),
    ("It fell in <t>fiscal 2029</t>.", "DATE FY2029"),
    ("It left at <t>7:40 a.m.</t> from the dock.", "TIME 2031-05-23T07:40"),
    ("It left at <t>noon</t>.", "TIME 2031-05-23T12:00"),
    ("It left at <t>midnight</t> on the dot.", "TIME 2031-05-23T24:00"),
    ("It left at <t>12:30 am</t> in fog.", "TIME 2031-05-23T00:30"),
    ("It left at <t>17:45</t> in fog.", "TIME 2031-05-23T17:45"),
    ("It left at <t>5 in the morning</t>.", "TIME 2031-05-23T05:00"),
    ("It left at <t>6 o'clock</t>.", "TIME 2031-05-23T06:00"),
    ("It left at <t>9 p.m. on Monday</t>.", "TIME 2031-05-19T21:00"),
    ("It left at <t>10:35 a.m. GMT</t>.", "TIME 2031-05-23T10:35"),
    ("It opened on <t>Christmas Eve</t>.", "DATE 2030-12-24"),
    ("It opened on <t>Thanksgiving</t>.", "DATE 2030-11-28"),
    ("It opens on <t>Easter Sunday 2032</t>.", "DATE 2032-03-28"),
    ("He ruled from <t>2010 to 2014</t>.", "DATE 2010/2014"),
    ("He ruled <t>between 2010 and 2014</t>.", "DATE 2010/2014"),
    ("He ruled in <t>2010-14</t>.", "DATE 2010/2014"),
    ("He was hurt in <t>2012</t>. <t>A year later</t>, he left.", "DATE 2012; DATE 2013"),
    ("He was hurt on <t>May 3, 2030</t>. <t>The next day</t>, he left.", "DATE 2030-05-03; DATE 2030-05-04"),
    ("He was hurt in <t>2012</t> and left <t>that year</t>.", "DATE 2012; DATE 2012"),
    ("He was hurt on <t>May 3, 2030</t>, and died <t>two days later</t>.", "DATE 2030-05-03; DATE 2030-05-05"),
    ("He was hurt in <t>March 2030</t> and sued <t>the same month</t>.", "DATE 2030-03; DATE 2030-03"),
    ("It rained <t>the day before</t> the vote.", "DATE XXXX-XX-XX"),
    ("He left on <t>May 3</t>, having packed <t>the day before</t>.", "DATE 2031-05-03; DATE 2031-05-02"),
    ("It closed in post-<t>1998</t> Orvania.", "DATE 1998"),
    ("A <t>six-day</t> visit began.", "DURATION P6D"),
    ("<t>A week-long</t> visit began.", "DURATION P1W"),
    ("They searched for <t>nearly nine hours</t>.", "DURATION PT9H LESS_THAN"),
    ("It took <t>a decade</t> to build.", "DURATION P10Y"),
    ("It stood for <t>several months</t>.", "DURATION PXM"),
    ("It rained for <t>weeks</t>.", "DURATION PXW"),
    ("It took <t>half an hour</t>.", "DURATION PT30M"),
    ("It took <t>a year and a half</t>.", "DURATION P18M"),
    ("It took <t>two and a half years</t>.", "DURATION P30M"),
    ("It took <t>5 1/2 hours</t>.", "DURATION PT330M"),
    ("It stood <t>more than four decades</t>.", "DURATION P40Y MORE_THAN"),
    ("He waited <t>a fortnight</t>.", "DURATION P2W"),
    ("He waited <t>three days or more</t>.", "DURATION P3D EQUAL_OR_MORE"),
    ("He worked there <t>the past two months</t>.", "DURATION P2M"),
    ("He will work there <t>the next few days</t>.", "DURATION PXD"),
    ("It sails <t>every Monday</t>.", "SET XXXX-WXX-1"),
    ("It sails <t>daily</t>.", "SET P1D"),
    ("It sails <t>every two weeks</t>.", "SET P2W"),
    ("It sails <t>each summer</t>.", "SET XXXX-SU"),
    ("It sails three times <t>a week</t>.", "DURATION P1W"),
    ("The <t>annual</t> fair opened.", "SET P1Y"),
    ("It is closed <t>now</t>.", "DATE PRESENT_REF"),
    ("It was closed <t>recently</t>.", "DATE PAST_REF"),
    ("It was closed <t>so far</t>.", "DATE PRESENT_REF"),
    ("It will close <t>soon</t>.", "DATE FUTURE_REF"),
    ("It was closed <t>at the time</t>.", "DATE PAST_REF"),
    ("In <t>recent years</t> it was closed.", "DURATION PXY"),
    ("It happened <t>in the past</t>.", "DATE PAST_REF"),
    ("It happened in <t>the past four years</t>.", "DURATION P4Y"),
    ("The <t>decades-long</t> row ended.", "DURATION PXDE"),
    ("He was jailed for <t>18 months</t>.", "DURATION P18M"),
    ("The <t>current</t> mayor is Orlu.", "DATE PRESENT_REF"),
    ("It took <t>centuries</t> to grow.", "DURATION PXCE"),
    ("He stayed <t>two nights</t>.", "DURATION P2D"),
]  # fmt: skip

UNDATED = [
    ("It closed in <t>mid-March</t>.", "DATE XXXX-03 MID"),
    ("It was closed <t>between March and April</t> again.", "DATE XXXX-03/XXXX-04"),
    ("It sank <t>last Oct. 23</t>.", "DATE XXXX-10-23"),
    ("The mayor spoke on <t>Monday</t>.", "DATE XXXX-WXX-1"),
    ("The mayor spoke on <t>Friday</t>.", "DATE XXXX-WXX-5"),
    ("It sails <t>next Friday</t>.", "DATE XXXX-WXX-5"),
    ("The vote was postponed until <t>Tuesday</t>.", "DATE XXXX-WXX-2"),
    ("She could leave as soon as <t>Tuesday</t>.", "DATE XXXX-WXX-2"),
    ("It sails on <t>Mondays</t>.", "SET XXXX-WXX-1"),
    ("It sank <t>yesterday</t>.", "DATE XXXX-XX-XX"),
    ("It sank <t>last night</t>.", "TIME XXXX-XX-XXTNI"),
    ("It sank <t>this morning</t>.", "TIME XXXX-XX-XXTMO"),
    ("It sank <t>last weekend</t>.", "DATE XXXX-WXX-WE"),
    ("It sank <t>three years ago</t>.", "DATE PAST_REF"),
    ("It sank <t>ten days ago</t>.", "DATE PAST_REF"),
    ("It sank <t>two weeks ago</t>.", "DATE PAST_REF"),
    ("It sank <t>years ago</t>.", "DATE PAST_REF"),
    ("It sank <t>last year</t>.", "DATE XXXX"),
    ("It sank <t>last week</t>.", "DATE XXXX-WXX"),
    ("It sank <t>early last month</t>.", "DATE XXXX-XX START"),
    ("It sank <t>last summer</t>.", "DATE XXXX-SU"),
    ("It will close by <t>the summer</t>.", "DATE XXXX-SU"),
    ("Sales fell in <t>the first quarter</t>.", "DATE XXXX-Q1"),
    ("Sales fell in <t>the second quarter of fiscal 2030</t>.", "DATE FY2030-Q2"),
    ("It left at <t>7:40 a.m.</t> from the dock.", "TIME XXXX-XX-XXT07:40"),
    ("It left at <t>midnight</t> on the dot.", "TIME XXXX-XX-XXT24:00"),
    ("It left at <t>17:45</t> in fog.", "TIME XXXX-XX-XXT17:45"),
    ("It left at <t>6 o'clock</t>.", "TIME XXXX-XX-XXT06:00"),
    ("It left at <t>10:35 a.m. GMT</t>.", "TIME XXXX-XX-XXT10:35"),
    ("It opened on <t>Thanksgiving</t>.", "DATE XXXX-XX-XX"),
    ("He was hurt on <t>May 3, 2030</t>. <t>The next day</t>, he left.", "DATE 2030-05-03; DATE 2030-05-04"),
    ("He was hurt on <t>May 3, 2030</t>, and died <t>two days later</t>.", "DATE 2030-05-03; DATE 2030-05-05"),
    ("It rained <t>the day before</t> the vote.", "DATE XXXX-XX-XX"),
    ("It took <t>a year and a half</t>.", "DURATION P18M"),
    ("He worked there <t>the past two months</t>.", "DURATION P2M"),
    ("It sails <t>every Monday</t>.", "SET XXXX-WXX-1"),
    ("It sails <t>each summer</t>.", "SET XXXX-SU"),
    ("It closes on <t>February 29</t>.", "DATE XXXX-02-29"),
    ("It closes <t>next Sunday night</t>.", "TIME XXXX-WXX-7TNI"),
]  # fmt: skip

LOOKALIKES = [
    "Minister April Quill may resign.",
    "They will march on the town hall.",
    "It may close.",
    "May said so to the press.",
    "The March on Velmora grew.",
    "February 31 is no day.",
    "It closed on 2031-13-01.",
    "It closed at 25:00 sharp.",
    "Year 0 is none.",
    "Call 555-1234 for help.",
    "The law is Section 230 of the code.",
    "Sat by the river, he sang.",
    "He is a 12-year-old boy.",
    "They fall in love.",
    "Take a second look.",
    "A second man left.",
    "It weighs 1,998 pounds.",
    "More than 2000 people came.",
    "It cost $1999.",
    "Shares fell 2020.5 points.",
    "The Velmora Daily News wrote it.",
    "He reads Harbour Today.",
    "A quarter of all ferries are late.",
    "Winds reached 140 kilometers per hour.",
    "Model 2031-B broke.",
    "The score was 3:1.",
    "The sun rose.",
    "He sprang from spring water.",
]  # fmt: skip


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


@pytest.mark.xfail(strict=True, reason="days of one month that are listed are read as the first alone")
def test_two_days_of_one_month_are_two_dates(models: Models) -> None:
    assert [told(t) for t in found(models, "They met on May 3 and 4, 2030.", None)] == [
        "DATE 2030-05-03",
        "DATE 2030-05-04",
    ]


@pytest.mark.xfail(strict=True, reason="the minister's name stands behind a word that also stands before months")
def test_a_minister_named_like_a_month(models: Models) -> None:
    assert found(models, "It was built by April and her sons.", None) == ()


@pytest.mark.xfail(strict=True, reason="half an hour is told in minutes, an hour and its half in no range")
def test_a_range_of_hours_is_one_time(models: Models) -> None:
    assert [told(t) for t in found(models, "It was open from 9 to 5.", None)] == ["TIME XXXX-XX-XXT09:00/T17:00"]

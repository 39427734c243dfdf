"""Amounts: the span marked inside the text, kind, interval, unit, and what is counted.

An interval is written as it is read: 12, ~400 (about), ≥12, >30, ≤30, <30, 20–30 (between), 3:1 (a score).
"""

import re
from decimal import Decimal

import pytest
from factories import article, marked
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus import Models
from conspectus.model import Amount, Reading
from conspectus.read import amounts, times
from conspectus.read.amounts.grammar import _compiled as amount_forms
from conspectus.read.parse import parse
from conspectus.read.scan import scan
from conspectus.read.times.grammar import _compiled as time_forms


def found(models: Models, text: str) -> tuple[Amount, ...]:
    one = article(text, published="2031-05-23")
    parsed = parse(one, models)
    reading = Reading(one, times=times.READER.run(one, parsed, Reading(one), models))
    return amounts.READER.run(one, parsed, reading, models)


def plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def told(amount: Amount) -> str:
    low, high = plain(amount.low), plain(amount.high)
    joined = low if low == high else f"{low}–{high}"
    shown = {
        "exact": low if amount.kind != "score" else f"{low}:{high}", "about": f"~{joined}", "between": joined,
        "at_least": f"≥{low}", "more_than": f">{low}", "at_most": f"≤{high}", "less_than": f"<{high}",
    }[amount.bound]  # fmt: skip
    return " ".join(part for part in (amount.kind, shown, amount.unit, amount.of and f"of {amount.of}") if part)


ROWS = [
    ("The blast killed <a>12</a> people.", "count 12 of death"),
    ("<a>At least 12</a> people were killed.", "count ≥12 of death"),
    ("<a>Fourteen</a> people died in the fire.", "count 14 of death"),
    ("The death toll climbed to <a>19</a>.", "count 19 of death"),
    ("<a>Forty</a> people were still missing.", "count 40 of missing"),
    ("The number of injured rose to <a>83</a>.", "count 83 of injured"),
    ("The storm left <a>12</a> dead and <a>40</a> injured.", "count 12 of death; count 40 of injured"),
    ("<a>Two</a> people were killed and <a>30</a> others injured.", "count 2 of death; count 30 of injured"),
    ("A gunman shot dead <a>3</a> officers.", "count 3 of officer"),
    ("<a>Twelve</a> gunmen killed the mayor of Velmora.", "count 12 of gunman"),
    ("Police arrested <a>14</a> protesters on the quay.", "count 14 of protester"),
    ("<a>Eight</a> of the sailors drowned off Teskel.", "count 8 of sailor"),
    ("Rescuers pulled <a>6</a> miners from the shaft.", "count 6 of miner"),
    ("<a>No fewer than 17</a> villagers were detained.", "count ≥17 of villager"),
    ("The fire killed the driver and <a>11</a> others.", "count 11 of other"),
    ("Officials put the number of dead at <a>45</a>.", "count 45 of death"),
    ("Divers rescued <a>22</a> passengers.", "count 22 of passenger"),
    ("The landslide claimed <a>31</a> lives.", "count 31 of death"),
    ("<a>Some 400</a> homes burned.", "count ~400 of home"),
    ("<a>Nearly 1,200</a> workers left.", "count ~1200 of worker"),
    ("<a>Almost half</a> of the workers left.", "share ~50 % of worker"),
    ("<a>More than 30</a> boats sank.", "count >30 of boat"),
    ("<a>Up to 30</a> boats sank.", "count ≤30 of boat"),
    ("<a>Fewer than 30</a> boats sank.", "count <30 of boat"),
    ("<a>As many as 30</a> boats sank.", "count ≤30 of boat"),
    ("<a>Just under 30</a> boats sank.", "count <30 of boat"),
    ("<a>No more than 30</a> boats sank.", "count ≤30 of boat"),
    ("<a>An estimated 9,000</a> fans sang.", "count ~9000 of fan"),
    ("<a>A total of 78,000</a> votes were cast for Orlu.", "count 78000 of vote"),
    ("<a>Around 50</a> goats were vaccinated.", "count ~50 of goat"),
    ("<a>Exactly 7</a> chairs were broken.", "count 7 of chair"),
    ("<a>Only 3</a> lamps worked.", "count 3 of lamp"),
    ("<a>Thirty or so</a> lamps worked.", "count ~30 of lamp"),
    ("<a>Two dozen</a> boats sank.", "count 24 of boat"),
    ("<a>A dozen</a> eggs fell.", "count 12 of egg"),
    ("<a>Several hundred</a> boats sank.", "count ~300–1000 of boat"),
    ("<a>A few thousand</a> birds landed.", "count ~2000–5000 of bird"),
    ("<a>Tens of thousands</a> of protesters came.", "count ~20000–100000 of protester"),
    ("<a>Hundreds</a> of boats sank.", "count ~200–1000 of boat"),
    ("<a>Scores</a> of cyclists fell.", "count ~40–200 of cyclist"),
    ("<a>A million or more</a> members left.", "count ≥1000000 of member"),
    ("<a>Between 20 and 30</a> cars burned.", "count 20–30 of car"),
    ("<a>20 to 30</a> cars burned.", "count 20–30 of car"),
    ("<a>10-12</a> cars burned.", "count 10–12 of car"),
    ("<a>Three or four</a> cars burned.", "count 3–4 of car"),
    ("There are <a>11 million</a> migrants.", "count 11000000 of migrant"),
    ("<a>Half a million</a> bees escaped.", "count 500000 of bee"),
    ("<a>Two and a half million</a> tulips bloomed.", "count 2500000 of tulip"),
    ("<a>One hundred and five</a> ships anchored.", "count 105 of ship"),
    ("<a>Twenty-one</a> ships anchored.", "count 21 of ship"),
    ("<a>Three hundred and five thousand</a> ships anchored.", "count 305000 of ship"),
    ("<a>1.2 million</a> ballots were counted.", "count 1200000 of ballot"),
    ("<a>2,00,000</a> farmers marched.", "count 200000 of farmer"),
    ("The state has <a>1.000.000</a> inhabitants.", "count 1000000 of inhabitant"),
    ("The fund spent <a>1.000,50 euros</a>.", "money 1000.5 EUR"),
    ("The crane cost <a>$4.5bn</a>.", "money 4500000000 USD"),
    ("The crane cost <a>€3 million</a>.", "money 3000000 EUR"),
    ("The crane cost <a>3 million euros</a>.", "money 3000000 EUR"),
    ("The crane cost <a>US$2,400</a>.", "money 2400 USD"),
    ("The crane cost <a>A$70m</a>.", "money 70000000 AUD"),
    ("The crane cost <a>90 million crowns</a>.", "money 90000000 crown"),
    ("The film earned <a>$140,937,785</a>.", "money 140937785 USD"),
    ("It cost <a>$4 to $5 million</a>.", "money 4000000–5000000 USD"),
    ("It cost <a>$10-15 million</a>.", "money 10000000–15000000 USD"),
    ("He paid <a>more than 40 million crowns</a>.", "money >40000000 crown"),
    ("<a>Millions of dollars</a> vanished.", "money ~2000000–10000000 USD"),
    ("<a>Hundreds of millions of euros</a> vanished.", "money ~200000000–1000000000 EUR"),
    ("The bond paid <a>500 €</a>.", "money 500 EUR"),
    ("The dam cost <a>5 million pounds</a>.", "money 5000000 GBP"),
    ("Prices rose from <a>$4</a> to <a>$6</a>.", "money 4 USD; money 6 USD"),
    ("Prices ranged from <a>$4 to $6</a>.", "money 4–6 USD"),
    ("It won <a>52 percent</a> of the votes.", "share 52 % of vote"),
    ("It won <a>52.5%</a>.", "share 52.5 %"),
    ("Support stood at <a>40 to 45 percent</a>.", "share 40–45 %"),
    ("Support fell from <a>45</a> to <a>40 percent</a>.", "share 45 %; share 40 %"),
    ("Output shrank by <a>−2.5%</a>.", "share -2.5 %"),
    ("Turnout was up <a>3 percentage points</a>.", "share 3 pp"),
    ("<a>Two thirds</a> of the voters stayed home.", "share 66.7 % of voter"),
    ("<a>A quarter</a> of all ferries are late.", "share 25 % of ferry"),
    ("<a>One in five</a> children is poor.", "share 20 % of child"),
    ("<a>9 out of 10</a> dentists agreed.", "share 90 % of dentist"),
    ("It lies <a>6 kilometres</a> off the coast.", "measure 6000 m"),
    ("It lies <a>about four miles</a> off the coast.", "measure ~6437.376 m"),
    ("It weighs <a>30 tonnes</a>.", "measure 30000 kg"),
    ("It covers <a>12 square miles</a>.", "measure 31079857.324032 m2"),
    ("The tank holds <a>300 cubic meters</a>.", "measure 300 m3"),
    ("Winds reached <a>90 mph</a>.", "measure 144.84096 km/h"),
    ("Winds reached <a>140 kilometers per hour</a>.", "measure 140 km/h"),
    ("It was <a>−5 degrees Celsius</a> at dawn.", "measure -5 °C"),
    ("It was <a>minus 12 degrees</a> at dawn.", "measure -12 °"),
    ("A <a>150-pound</a> dog barked.", "measure 68.0388555 kg"),
    ("The chest weighed <a>40 pounds</a>.", "measure 18.1436948 kg"),
    ("The plant makes <a>5 megawatts</a>.", "measure 5000000 W"),
    ("It pumps <a>9,000 barrels</a> a day.", "measure 9000 barrel"),
    ("A <a>magnitude 6.4</a> quake struck.", "measure 6.4 magnitude"),
    ("The <a>6.4-magnitude</a> quake struck.", "measure 6.4 magnitude"),
    ("The ditch is <a>5 to 7 feet</a> deep.", "measure 1.524–2.1336 m"),
    ("Strom, <a>61</a>, left the court.", "age 61 year"),
    ("Strom, who is <a>46</a>, left the court.", "age 46 year"),
    ("She is <a>38</a>.", "age 38 year"),
    ("A <a>12-year-old</a> boy swam ashore.", "age 12 year"),
    ("The <a>three-year-old</a> swam ashore.", "age 3 year"),
    ("The boys, <a>aged 9</a>, swam ashore.", "age 9 year"),
    ("Children <a>aged 6 to 9</a> swam ashore.", "age 6–9 year"),
    ("He is <a>in his mid-50s</a>.", "age 50–59 year"),
    ("Anna was <a>14 years old</a>.", "age 14 year"),
    ("The House voted <a>348-77</a> to override.", "score 348:77"),
    ("The Herons beat the Gulls <a>3-1</a>.", "score 3:1"),
    ("The court ruled <a>5–4</a> for the union.", "score 5:4"),
    ("It was her <a>third</a> term.", "ordinal 3 of term"),
    ("He is the <a>45th</a> president of Orvania.", "ordinal 45 of president"),
    ("She took the stand in <a>38</a>-word oath.", "count 38 of word"),
    ("A <a>10</a>-round limit was proposed.", "count 10 of round"),
    ("The <a>five</a> vote majority held.", "count 5 of vote"),
    ("He wanted all <a>three</a>.", "count 3"),
    ("They received <a>more than 10,000</a> calls and emails.", "count >10000 of call"),
    ("<a>At least one</a> passenger was hurt.", "count ≥1 of passenger"),
    ("<a>Thousands</a> marched in Velmora.", "count ~2000–10000"),
    ("The ferry carried <a>40</a> cars, <a>12</a> trucks and <a>310</a> passengers.", "count 40 of car; count 12 of truck; count 310 of passenger"),
    ("<a>Five hundred and forty</a> delegates voted.", "count 540 of delegate"),
    ("Of <a>60</a> houses, <a>14</a> were damaged.", "count 60 of house; count 14"),
    ("He got <a>3</a> of <a>12</a> seats.", "count 3 of seat; count 12 of seat"),
    ("The union has <a>5m</a> members.", "count 5000000 of member"),
    ("<a>Ninety-nine</a> balloons burst.", "count 99 of balloon"),
    ("<a>٣٠</a> boats sank.", "count 30 of boat"),
    ("<a>Two</a> Boeing <a>737</a> jets landed.", "count 2 of jet; count 737 of jet"),
    ("In Velmora <a>300</a> people slept.", "count 300 of people"),
    ("By 2031 <a>300</a> boats sank.", "count 300 of boat"),
    ("The team won <a>3</a> of <a>4</a>.", "count 3; count 4"),
    ("<a>More than 2000</a> people came.", "count >2000 of people"),
    ("They sat on the <a>3rd</a> floor.", "ordinal 3 of floor"),
    ("He is <a>46 percent</a> sure.", "share 46 %"),
]  # fmt: skip

LOOKALIKES = [
    "The law is Section 230 of the code.",
    "He flew a Boeing 737 to Velmora.",
    "It is ship No. 10 of the line.",
    "Flight 370 was lost.",
    "Call 555-1234 for help.",
    "Call +44 20 7946 0958 for help.",
    "Call (555) 123-4567 for help.",
    "Call 1-800-555-0199 for help.",
    "It was one of them.",
    "They met under one roof.",
    "He was not the only one.",
    "The attacks of 9/11 changed it.",
    "It is open 24/7.",
    "It opened in 1998.",
    "He visits on May 3.",
    "Bill H.R. 1234 passed.",
    "He is number 7 on the list.",
    "The F-16 landed.",
    "She lives at 12 Quay Street in Teskel.",
    "She lives at 221B North Mill Road.",
    "See § 12 of the code.",
    "See §12 and Art. 5 of the code.",
    "The ratio was 3:1.",
    "Version 2.4.1 is out.",
    "Look at https://example.org/2031/400 for more.",
    "The ledger says 1.000.000.00 and 1,000.000,00 in one column.",
    "It costs 1,5 per head.",
    "The code 007 was used.",
    "He ran the 10k race.",
    "The 5m wall fell.",
    "His iPhone 12 broke.",
    "It scored 6.4 people.",
    "They came first and left second.",
    "He wore the number 23 shirt.",
    "Room 101 was locked.",
    "The 12:30 train left.",
    "A 1,2,3 count began.",
    "Team 3 won the cup.",
    "He has 1 000 boats.",
    "The party got 5½ points.",
    "Ten Downing Lane is empty.",
    "The A320 and the B-52 landed.",
    "Windows 11 crashed.",
    "It is 5 o'clock.",
    "He paid 40 pounds for it.",
    "ISBN 978-3-16-148410-0 is the book.",
    "Zip codes 10001-1234 are odd.",
    "He bought Lot 49.",
    "They met on May 3 and 4.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), ROWS, ids=[row[0] for row in ROWS])
def test_amounts(models: Models, text: str, values: str) -> None:
    words, places = marked(text)
    read = found(models, words)
    assert [(a.span.start, a.span.end) for a in read] == places["a"]
    assert "; ".join(told(a) for a in read) == values


@pytest.mark.parametrize("text", LOOKALIKES)
def test_look_alikes_are_no_amounts(models: Models, text: str) -> None:
    assert [text[a.span.start : a.span.end] for a in found(models, text)] == []


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Some 400 wooden homes burned.", "wooden homes"),
        ("A 38-word oath was read.", "word"),
        ("Tens of thousands of protesters came.", "protesters"),
        ("The death toll climbed to 19.", None),
    ],
)
def test_the_words_that_say_what_is_counted(models: Models, text: str, counted: str | None) -> None:
    (one,) = found(models, text)
    assert (text[one.counted.start : one.counted.end] if one.counted else None) == counted


WEAK = [
    ("Two Boeing 737 jets landed.", "count 2 of jet", "a model number in front of a noun is read as a count of it"),
    ("Two degrees hung on the wall.", "count 2 of degree", "degrees that measure nothing are read as degrees"),
    ("The twenty-first passenger boarded.", "ordinal 21 of passenger", "the parser takes a hyphened ordinal apart"),
    ("He paid 40 pounds for it.", "money 40 GBP", "pounds without millions are money only to a reader who knows where"),
    ("The ratio of nurses was 3 to 1.", "score 3:1", "ratios have no kind of their own and are left alone"),
    ("The party got 5½ points.", "count 5.5 of point", "fractions in one character are left alone"),
]


@pytest.mark.parametrize(
    ("text", "values"),
    [pytest.param(t, v, marks=pytest.mark.xfail(strict=True, reason=why), id=t) for t, v, why in WEAK],
)
def test_known_weaknesses(models: Models, text: str, values: str) -> None:
    assert "; ".join(told(a) for a in found(models, text)) == values


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "$5",
                "½",
                "-",
                "−3 %",
                "1.000.000,5",
                "a dozen",
                "or more",
                "between 5 and",
                "of",
                "§",
                "12",
                "people",
                "killed",
                "٣",
                "99999999999999999999",
                "0",
                "one in 0",
                "\u200b",
                "\n",
                "from 9 to 3",
                "(555)",
            ]
        ),
        max_size=8,
    )
)
def test_no_text_breaks_the_reader(models: Models, pieces: list[str]) -> None:
    text = " ".join(pieces)
    for one in found(models, text):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.low is None or one.high is None or one.low <= one.high or one.kind == "score"


RUNS = [
    "12,345 boats and ", "one hundred and one hundred and ", "1,1,1,1,", "   ", "$5 to $6 to ", "7", "1,", "one-",
    "half a ", "at least    ", "from May to ", "May ", "1 000 ", "+1 1 1 ", "A Bb Cc ", "(12) 3 ", "word ",
]  # fmt: skip


class Counting:
    """A form of a grammar that counts how often it is tried, and how many characters it takes."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self.tried = 0

    def match(self, text: str, at: int) -> re.Match[str] | None:
        found = self.pattern.match(text, at)
        self.tried += 1 + (found.end() - at if found else 0)
        return found


def work(text: str) -> int:
    """How often the forms of both grammars are tried over a text, with the characters that they take."""
    tried = 0
    for starts, forms in (amount_forms(), time_forms()):
        counted = [(name, Counting(pattern)) for name, pattern in forms]
        list(scan(text, starts, counted))  # type: ignore[arg-type]
        tried += sum(form.tried for _, form in counted)
    return tried


@pytest.mark.parametrize("piece", RUNS)
def test_twice_the_text_takes_twice_the_work(piece: str) -> None:
    once, twice = (work((piece * (length // len(piece) + 1))[:length]) for length in (2000, 4000))
    assert twice <= 2.1 * once + 100


def test_a_thousand_numbers_in_one_paragraph_are_all_read_with_no_more_work_for_each(models: Models) -> None:
    sentences = [f"It has {n} boats." for n in range(3000, 4000)]
    assert work(" ".join(sentences)) <= 10.1 * work(" ".join(sentences[:100]))
    assert len(found(models, " ".join(sentences))) == 1000

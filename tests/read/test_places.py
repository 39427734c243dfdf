"""Places: the name marked inside the text, and the place that the article means by it.

A place is written as its id, a city as its name and what it lies in ("Oslo NO.12"); "~" marks a word for people or things
from there, "?" a name that stands for no place of the gazetteer.
"""

from itertools import pairwise
from pathlib import Path

import pytest
from factories import article, marked
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus import Models
from conspectus.errors import ModelError
from conspectus.model import Place, Reading
from conspectus.read import names, places
from conspectus.read.parse import parse
from conspectus.read.places.gazetteer import folded, load


def found(models: Models, text: str) -> tuple[Place, ...]:
    one = article(text)
    parsed = parse(one, models)
    reading = Reading(one, names=names.READER.run(one, parsed, Reading(one), models))
    return places.READER.run(one, parsed, reading, models)


def told(place: Place) -> str:
    if place.id is None:
        return "?"
    shown = f"{place.name} {place.within[0]}" if place.kind == "city" else place.id
    return f"~{shown}" if place.demonym else shown


ROWS = [
    # countries, under several names
    ("The ferry sank off <p>Norway</p>.", "NO"),
    ("A court in the <p>Netherlands</p> heard the case.", "NL"),
    ("The ship left <p>Great Britain</p> at dawn.", "GB"),
    ("The ship left the <p>U.K.</p> at dawn.", "GB"),
    ("A bridge in the <p>United States</p> was closed.", "US"),
    ("The <p>U.S.</p> closed a bridge.", "US"),
    ("Miners in the <p>DRC</p> went on strike.", "CD"),
    ("Miners in the <p>Democratic Republic of the Congo</p> went on strike.", "CD"),
    ("A flood hit <p>Burma</p> on Monday.", "MM"),
    ("A flood hit <p>Myanmar</p> on Monday.", "MM"),
    ("Farmers in <p>Ivory Coast</p> sold less cocoa.", "CI"),
    ("Farmers in <p>Côte d'Ivoire</p> sold less cocoa.", "CI"),
    ("The plane landed in <p>Turkey</p>.", "TR"),
    ("Sailors from <p>South Korea</p> were rescued.", "KR"),
    ("Sailors from <p>Burkina Faso</p> were rescued.", "BF"),
    # regions of the first level
    ("A storm swept across <p>Bavaria</p> at night.", "DE.02"),
    ("Cane farmers in <p>Queensland</p> sold less sugar.", "AU.04"),
    ("Wells ran dry in <p>Punjab</p>, <p>Pakistan</p>.", "PK.04; PK"),
    ("Wells ran dry in <p>Punjab</p>, <p>India</p>.", "IN.23; IN"),
    ("The dam in <p>Xinjiang</p> was repaired.", "CN.13"),
    ("The dam in <p>Tibet</p> was repaired.", "CN.14"),
    ("Voters in <p>Catalonia</p> stayed home.", "ES.56"),
    ("Fires burned across <p>New South Wales</p>.", "AU.02"),
    ("Fires burned across <p>NSW</p> on Friday.", "AU.02"),
    ("A school in <p>Chechnya</p> reopened.", "RU.12"),
    ("The road through <p>Oaxaca</p> state was closed.", "MX.20"),
    ("The governor of <p>Kano</p> State resigned.", "NG.29"),
    ("Trains in <p>Scotland</p> were late.", "GB.SCT"),
    ("Trains in <p>Kent</p> were late, as in all of <p>England</p>.", "GB.kent; GB.ENG"),
    ("A train hit a cow near the <p>Rhône-Alpes</p> border in <p>France</p>.", "FR.rhone-alpes; FR"),
    # cities
    ("The mayor of <p>Nairobi</p> opened a school.", "Nairobi KE.05"),
    ("A tram in <p>Gothenburg</p> caught fire.", "Gothenburg SE.28"),
    ("A tram in <p>São Paulo</p> caught fire.", "São Paulo BR.27"),
    ("A tram in <p>Sao Paulo</p> caught fire.", "São Paulo BR.27"),
    ("A tram in <p>Zürich</p> caught fire.", "Zürich CH.ZH"),
    ("A tram in <p>Kiev</p> caught fire.", "Kyiv UA.kyiv-city"),
    ("A tram in <p>Kolkata</p> caught fire.", "Kolkata IN.28"),
    ("A tram in <p>Calcutta</p> caught fire.", "Kolkata IN.28"),
    ("They met in <p>Malakal</p> for talks.", "Malakal SS.07"),
    ("They met in <p>New York City</p> for talks.", "New York City US.NY"),
    ("They met in <p>New York</p> for talks.", "New York City US.NY"),
    ("A bakery in <p>Mexico City</p> closed.", "Mexico City MX.09"),
    ("Shops in downtown <p>Lagos</p> were looted.", "Lagos NG.05"),
    ("Two men from <p>L.A.</p> were arrested.", "Los Angeles US.CA"),
    # parts of the world
    ("Storks fly from <p>Europe</p> to <p>Africa</p>.", "150; 002"),
    ("Rice grows in <p>Southeast Asia</p>.", "035"),
    # what stands right behind a name decides
    ("A barn burned in <p>Springfield</p>, <p>Illinois</p>.", "Springfield US.IL; US.IL"),
    ("A barn burned in <p>Springfield</p>, <p>Massachusetts</p>.", "Springfield US.MA; US.MA"),
    ("A barn burned in <p>Springfield</p>, <p>Mo.</p>, on Monday.", "Springfield US.MO; US.MO"),
    ("A barn burned in <p>Paris</p>, <p>Texas</p>.", "Paris US.TX; US.TX"),
    ("A barn burned in <p>London</p>, <p>Ontario</p>.", "London CA.08; CA.08"),
    ("A barn burned in <p>Cambridge</p>, <p>Mass.</p>, on Monday.", "Cambridge US.MA; US.MA"),
    ("A barn burned in <p>Birmingham</p> (<p>Alabama</p>).", "Birmingham US.AL; US.AL"),
    ("A barn burned in <p>Valencia</p> in <p>Venezuela</p>.", "Valencia VE.07; VE"),
    ("A barn burned in <p>Georgetown</p>, <p>Guyana</p>.", "Georgetown GY.12; GY"),
    ("A barn burned in <p>Santiago</p>, the <p>Dominican Republic</p>.", "DO.25; DO"),
    ("A barn burned in <p>Berlin</p>, <p>N.H.</p>, on Monday.", "Berlin US.NH; US.NH"),
    ("A barn burned in <p>Turkey</p>, <p>Texas</p>.", "?; US.TX"),
    # the article's other places decide
    ("It rained in <p>Birmingham</p>. In <p>Tuscaloosa</p> and <p>Montgomery</p> it snowed.", "Birmingham US.AL; Tuscaloosa US.AL; Montgomery US.AL"),
    ("It rained in <p>Birmingham</p>. In <p>Leeds</p> and <p>Bristol</p> it snowed.", "Birmingham GB.ENG; Leeds GB.ENG; Bristol GB.ENG"),
    ("Voters in <p>Georgia</p> and <p>Alabama</p> went to the polls, as in <p>Atlanta</p>.", "US.GA; US.AL; Atlanta US.GA"),
    ("Voters in <p>Georgia</p> and <p>Armenia</p> went to the polls, as in <p>Tbilisi</p>.", "GE; AM; Tbilisi GE.51"),
    ("The fire in <p>Victoria</p> spread. Smoke was seen in <p>Melbourne</p> and in <p>Geelong</p>.", "AU.07; Melbourne AU.07; Geelong AU.07"),
    ("The fire in <p>Victoria</p> spread. <p>Vancouver</p> saw smoke, and so did <p>Nanaimo</p> in <p>British Columbia</p>.", "Victoria CA.02; Vancouver CA.02; Nanaimo CA.02; CA.02"),
    ("The fire near <p>San Jose</p> spread to <p>Oakland</p>, <p>California</p>.", "San Jose US.CA; Oakland US.CA; US.CA"),
    ("The fire near <p>San José</p> spread to <p>Alajuela</p>, <p>Costa Rica</p>.", "San José CR.08; Alajuela CR.01; CR"),
    ("Snow fell on <p>Washington</p>. In <p>Seattle</p> and <p>Spokane</p> schools closed, and in <p>Tacoma</p> too.", "US.WA; Seattle US.WA; Spokane US.WA; Tacoma US.WA"),
    ("Snow fell on <p>Washington</p>. In <p>Baltimore</p> schools closed.", "Washington US.DC; Baltimore US.MD"),
    ("The plant in <p>Hamilton</p> closed. <p>Toronto</p> and <p>Ottawa</p> lost jobs too.", "Hamilton CA.08; Toronto CA.08; Ottawa CA.08"),
    ("The plant in <p>Hamilton</p> closed. <p>Auckland</p> and <p>Wellington</p> lost jobs too.", "Hamilton NZ.G1; Auckland NZ.E7; Wellington NZ.G2"),
    ("Clashes in <p>Tripoli</p> went on. The army left <p>Benghazi</p>, <p>Libya</p>.", "Tripoli LY.77; Benghazi LY.69; LY"),
    ("Clashes in <p>Tripoli</p> went on. The army left <p>Beirut</p>, <p>Lebanon</p>.", "Tripoli LB.09; Beirut LB.04; LB"),
    ("Rebels in <p>Congo</p> marched from <p>Goma</p> to <p>Bukavu</p>.", "CD; Goma CD.11; Bukavu CD.12"),
    ("Rebels in <p>Congo</p> left the suburbs of <p>Brazzaville</p> and <p>Pointe-Noire</p>.", "CG; Brazzaville CG.12; Pointe-Noire CG.15"),
    ("Grain from <p>Niger</p> and <p>Mali</p> was late.", "NE; ML"),
    ("He lived in <p>Chad</p>, <p>Niger</p>, <p>Nigeria</p> and <p>Mali</p>.", "TD; NE; NG; ML"),
    # one name, one place in one article
    ("A barn burned in <p>Paris</p>, <p>Texas</p>. Firemen from all over <p>Paris</p> came.", "Paris US.TX; US.TX; Paris US.TX"),
    # words for people and things
    ("The <p>French</p> minister met <p>Kenyan</p> farmers.", "~FR; ~KE"),
    ("Two <p>Texans</p> won the race.", "~US.TX"),
    ("A <p>Scottish</p> court ruled.", "~GB.SCT"),
    ("The <p>Tibetan</p> monk spoke.", "~CN.14"),
    ("Four <p>Iraqis</p> were freed.", "~IQ"),
    ("<p>Dutch</p> police arrested a <p>Swede</p>.", "~NL; ~SE"),
    ("An <p>Irishman</p> bought it.", "~IE"),
    ("The <p>South Korean</p> team lost.", "~KR"),
    # a government or team is no place
    ("<p>Moscow</p> rejected the offer on Tuesday.", "?"),
    ("<p>Beijing</p> accused <p>Taipei</p> of lying.", "?; ?"),
    ("Talks between <p>Washington</p> and <p>Tehran</p> broke down.", "?; ?"),
    ("It follows <p>Ankara</p>'s refusal to sign.", "?"),
    ("<p>Liverpool</p> beat Arsenal on Sunday.", "?"),
    ("<p>Canada</p> rejected the offer on Tuesday.", "CA"),
    ("He moved to <p>Moscow</p> on Tuesday.", "Moscow RU.48"),
    ("<p>Moscow</p> is cold in winter.", "Moscow RU.48"),
    # names that the gazetteer lacks stay names
    ("Troops left the town of <p>Keshmara</p> in <p>Kenya</p>.", "?; KE"),
    ("They met in <p>Port Hessel</p>, <p>Ohio</p>.", "?; US.OH"),
    ("Tankers crossed the <p>Red Sea</p> on Monday.", "?"),
    # datelines, headings, possessives
    ("<p>NAIROBI</p>, <p>Kenya</p> (AP) — The mayor opened a school.", "Nairobi KE.05; KE"),
    ("<p>Kenya</p>'s farmers are on strike.", "KE"),
    ("The road from <p>Lyon</p> to <p>Marseille</p> is closed.", "Lyon FR.84; Marseille FR.93"),
    ("It hit southern <p>Sudan</p> first.", "SD"),
    ("It hit <p>South Sudan</p> first.", "SS"),
    ("It hit <p>Northern Ireland</p> first.", "GB.NIR"),
    ("The republic of <p>Georgia</p> is small, <p>Tbilisi</p> says.", "GE; ?"),
]  # fmt: skip

NONE = [
    "The University of Michigan won a prize.",
    "The Boston Globe wrote it.",
    "Paris Hilton laughed.",
    "Jordan Pell laughed.",
    "The Philippine Department of Agriculture paid.",
    "Many Republicans voted.",
    "The Muslims prayed.",
    "He read the London Review of Books.",
    "They spoke English.",
    "It was in May.",
    "Mr. Washington left.",
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_places(models: Models, text: str, expected: str) -> None:
    words, marks = marked(text)
    read = found(models, words)
    assert "; ".join(map(told, read)) == expected
    assert [(p.span.start, p.span.end) for p in read] == marks["p"]
    assert all(place.why for place in read)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_place(models: Models, text: str) -> None:
    assert [text[p.span.start : p.span.end] for p in found(models, text) if p.id] == []


def test_no_row_is_there_twice_and_there_are_a_hundred() -> None:
    rows = [*(text for text, _ in ROWS), *NONE]
    assert len(set(rows)) == len(rows) >= 100


def test_what_lies_in_what(models: Models) -> None:
    city, region, country = found(models, "They met in Tuscaloosa, Alabama, in the United States.")
    assert city.within == ("US.AL", "US", "003")
    assert region.within == ("US", "003")
    assert (country.kind, country.within) == ("country", ("003",))
    assert city.latitude == pytest.approx(33.2, abs=0.1)
    assert city.longitude == pytest.approx(-87.6, abs=0.1)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It rained in Paris, Texas.", "lies in the place named right behind it"),
        ("It rained in Goma.", "the only place of that name"),
        ("It rained in Birmingham.", "the largest place of that name"),
        ("It rained in Birmingham. Leeds is dry, and so is Bristol in England.", "near the article’s other places"),
        ("Moscow rejected the offer.", "stands for a government, a team or a body, not for the place"),
        ("They met in Port Hessel, Ohio.", "not in the gazetteer"),
        (
            "It rained in Ware. In Kenya and in Uganda it was dry.",
            "places of that name are small, and the article names nothing near them",
        ),
    ],
)
def test_each_place_says_why_it_was_taken(models: Models, text: str, why: str) -> None:
    assert found(models, text)[0].why == why


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "in",
                "Paris",
                ",",
                "Texas",
                "the",
                "U.S.",
                "(",
                "São",
                "Paulo",
                "\u200b",
                "\n",
                "’s",
                "and",
                "Mass.",
                "NSW",
                "ﬁ",
                "٣",
            ]
        ),
        max_size=10,
    )
)
def test_no_text_breaks_the_reader(models: Models, pieces: list[str]) -> None:
    text = " ".join(pieces)
    spans = [place.span for place in found(models, text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_a_name_is_found_in_any_case_and_without_accents() -> None:
    book = load()
    assert {entry.id for entry in book.named("SAO PAULO")} == {entry.id for entry in book.named("São Paulo")}
    assert folded("Côte d’Ivoire") == "cote d ivoire"
    assert book.named("") == book.named("no such place") == book.shortened("us") == ()
    assert [entry.id for entry in book.shortened("U.S.")] == ["US"]


def test_every_place_lies_in_places_of_the_gazetteer() -> None:
    book = load()
    for name in ("Springfield", "San Juan", "Victoria", "Georgia", "Congo", "Washington", "Paris", "Santiago"):
        entries = book.named(name)
        assert len({entry.id for entry in entries}) == len(entries) > 1
        assert all(len(entry.country) == 2 and entry.country in (entry.id, *entry.within) for entry in entries)
        assert all(-90 <= entry.latitude <= 90 and -180 <= entry.longitude <= 180 for entry in entries)


def test_a_missing_gazetteer_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="gazetteer"):
        load(tmp_path)

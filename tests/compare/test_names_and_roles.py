"""Two spellings of one name, and the offices that articles give one person: what is shown, what is left alone."""

from collections.abc import Callable

import pytest
from tests.factories import article

from conspectus import compare, read
from conspectus.compare import spellings
from conspectus.model import Comparison, Finding
from conspectus.read import Models

Findings = Callable[..., tuple[Finding, ...]]


def _saying(name: str) -> str:
    return f"<who>{name}</who> <cue>said</cue> <what>the quay would close</what>."


@pytest.mark.parametrize(
    ("one", "other"),
    [("Milena Orlanek", "Milena Orlaenk"), ("Ivo Resketh", "Ivo Reskth"), ("Vincento Pell", "Vicento Pell")],
    ids=("letters that changed places", "a letter left out", "a letter of the given name"),
)
def test_a_slip_in_a_name_is_a_conflict_with_both_names_as_sides(findings_of: Findings, one: str, other: str) -> None:
    (found,) = findings_of(spellings.CHECK, _saying(one), f"On Monday {_saying(other)}")
    assert (found.property, found.severity) == ("name_role", "conflict")
    assert {side.value for side in found.sides} == {one, other}
    assert len({side.reading for side in found.sides}) == 2


def test_a_doubled_letter_is_a_detail(findings_of: Findings) -> None:
    (found,) = findings_of(spellings.CHECK, _saying("Milena Orlanek"), f"On Monday {_saying('Milena Orlannek')}")
    assert found.severity == "granularity"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Milena Orlanek", "Milena Orlanka"),  # an ending
        ("Daniel Orlanek", "Daniela Orlanek"),  # another person
        ("Milena Orlanek", "Milena Orlamek"),  # exchanged: transliterations differ so
        ("Ann Orlanek", "Anne Orlanek"),  # short
        ("Milena Orlanek", "Ivo Orlaenk"),  # another given name
        ("Milena Orlanek", "M. Orlanek"),
    ],
)
def test_what_may_be_house_style_or_somebody_else_is_left_alone(findings_of: Findings, one: str, other: str) -> None:
    assert findings_of(spellings.CHECK, _saying(one), f"On Monday {_saying(other)}") == ()


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ("Milena Orlandeck", "Orlandek", "conflict"),  # alone in one article
        ("Orlandek", "Orladnek", "conflict"),
        ("Milena Orlandek", "Orlondek", "tension"),  # exchanged, in a long one
        ("Ivo Marek", "Ivo Marrek", "granularity"),  # short, of one given name
    ],
)
def test_a_long_surname_is_compared_alone(findings_of: Findings, one: str, other: str, severity: str) -> None:
    (found,) = findings_of(spellings.CHECK, _saying(one), f"On Monday {_saying(other)}")
    assert found.severity == severity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Milena Orlandek", "Ivo Orladnek"),  # two given names
        ("Milena Marek", "Marrek"),  # short
        ("Milena Orländek", "Orlandek"),  # an accent
    ],
)
def test_surnames_of_two_people_short_ones_and_accents_are_left_alone(
    findings_of: Findings, one: str, other: str
) -> None:
    assert findings_of(spellings.CHECK, _saying(one), f"On Monday {_saying(other)}") == ()


def test_an_article_that_prints_both_spellings_is_not_set_against_another(findings_of: Findings) -> None:
    both = "<who1>Milena Orlanek</who1> <cue1>said</cue1> <what1>no</what1>. <who2>Milena Orlaenk</who2> \
<cue2>said</cue2> <what2>yes</what2>."
    assert findings_of(spellings.CHECK, both, f"On Monday {_saying('Milena Orlaenk')}") == ()


def test_a_third_article_joins_the_finding(findings_of: Findings) -> None:
    texts = [f"On {day} {_saying(name)}" for day, name in
             (("Monday", "Milena Orlanek"), ("Tuesday", "Milena Orlaenk"), ("Friday", "Milena Orlanek"))]  # fmt: skip
    (found,) = findings_of(spellings.CHECK, *texts)
    assert sorted(side.reading for side in found.sides) in (["a", "a", "b"], ["a", "b", "b"])


NORTH = """Harbour adviser Ivo Resketh said on Monday that the quay would close for repairs in the spring.

Dana Orlu, the chief executive of Tarn Ferries, welcomed the plan. Mayor Lena Pell did not answer, and neither did her \
lawyer, Otto Marn.

Sita Quell, a deputy director of the port, asked for time. Major Beno Tal guarded the quay."""
SOUTH = """The quay will close for repairs in the spring, said Ivo Resketh, a spokesman for the harbour, on Monday.

Dana Orlu, the former chief executive of Tarn Ferries, was not there. Former Mayor Lena Pell sent her attorney, Otto Marn.

Sita Quell, the director of the port, asked for time. Captain Beno Tal guarded the quay."""


@pytest.fixture(scope="module")
def quay(models: Models) -> Comparison:
    return compare([read(article(NORTH), models), read(article(SOUTH), models)])


def _roles(comparison: Comparison) -> dict[str, Finding]:
    return {one.title: one for one in comparison.findings if one.made.component == "compare.roles"}


def test_two_offices_of_one_person_are_a_detail(quay: Comparison) -> None:
    found = _roles(quay)["Role of Ivo Resketh"]
    assert found.severity == "granularity"
    assert {side.value for side in found.sides} == {"Harbour adviser Ivo Resketh", "a spokesman for the harbour"}


@pytest.mark.parametrize(
    "person", ["Dana Orlu", "Sita Quell", "Beno Tal"], ids=("over in one", "lower in one", "two ranks")
)
def test_an_office_that_is_over_or_lower_in_one_article_is_a_tension(quay: Comparison, person: str) -> None:
    assert _roles(quay)[f"Role of {person}"].severity == "tension"


def test_two_words_for_one_office_and_titles_that_stay_are_no_difference(quay: Comparison) -> None:
    assert set(_roles(quay)) == {f"Role of {name}" for name in ("Ivo Resketh", "Dana Orlu", "Sita Quell", "Beno Tal")}


def test_an_office_told_in_passing_inside_reported_words_counts_where_the_sort_is_one(models: Models) -> None:
    one = "She told the paper that Ivo Resketh, then an assistant prosecutor, met her outside the courthouse in Tarn."
    other = "The Tarn Post reported that Ivo Resketh, then a prosecutor, met her outside the courthouse in Tarn."
    third = "The Tarn Post reported that Ivo Resketh, then a teacher, met her outside the courthouse in Tarn."
    readings = [read(article(text), models) for text in (one, other, third)]
    assert _roles(compare(readings[:2]))["Role of Ivo Resketh"].severity == "tension"
    assert _roles(compare(readings[1:])) == {}

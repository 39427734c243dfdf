"""How far a thing is: planned in one article and done in another, and what is no such pair."""

import pytest
from tests.factories import article

from conspectus import read
from conspectus.compare import progress
from conspectus.compare.check import Evidence
from conspectus.compare.entities import entities
from conspectus.model import Finding
from conspectus.options import CompareOptions
from conspectus.read import Models

PLANNED = "Dana Orlu will meet Mayor Lena Pell in Tarn on Thursday."
DONE = "Dana Orlu met Mayor Lena Pell on Thursday and left the town hall by a back door."


def _found(
    models: Models, one: str, other: str, days: tuple[str | None, str | None] = (None, None)
) -> tuple[Finding, ...]:
    articles = [article(text, published=day) for text, day in zip((one, other), days, strict=True)]
    readings = tuple(read(each, models) for each in articles)
    return progress.CHECK.run(Evidence(readings, (), (), CompareOptions(), entities=entities(readings)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PLANNED, DONE),
        ("Dana Orlu is expected to meet Mayor Lena Pell in Tarn.", DONE),
        (PLANNED, "Mayor Lena Pell met Dana Orlu on Thursday."),
        ("Dana Orlu is considering an order on ferries.", "Dana Orlu was preparing an order for the harbour."),
    ],
    ids=("will", "is expected to", "the other way round", "a step further"),
)
def test_planned_in_one_and_further_in_the_other_is_a_tension(models: Models, one: str, other: str) -> None:
    (found,) = _found(models, one, other)
    assert (found.property, found.severity) == ("status", "tension")
    assert {side.article: side.reading for side in found.sides} == {article(one).id: "a", article(other).id: "b"}


def test_on_a_later_day_it_is_an_update(models: Models) -> None:
    (found,) = _found(models, PLANNED, DONE, ("2031-05-05", "2031-05-08"))
    assert found.severity == "granularity"
    assert "later day" in found.reason


@pytest.mark.parametrize(
    "other",
    [
        "Ivo Resketh met Sita Quell on Thursday.",
        "Dana Orlu did not meet Mayor Lena Pell.",
        "Dana Orlu would have met Mayor Lena Pell, but a ferry was late.",
        "Dana Orlu will meet Mayor Lena Pell on Thursday.",
        "Dana Orlu praised Mayor Lena Pell on Thursday.",
    ],
    ids=("others", "denied", "what did not come about", "planned in both", "another act"),
)
def test_what_tells_no_further_step_of_it_is_left_alone(models: Models, other: str) -> None:
    assert _found(models, PLANNED, other) == ()


def test_of_two_bodies_each_may_do_it_to_one_person(models: Models) -> None:
    one = "The Harbour committee is preparing to issue a summons against Ivo Resketh."
    other = "Leaders of the Ferry Committee issued a summons against Ivo Resketh on Tuesday."
    assert _found(models, one, other) == ()

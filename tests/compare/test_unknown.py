"""What one article calls unknown and another tells: what is set against what, and what is left alone."""

import pytest
from tests.factories import article

from conspectus import compare, read
from conspectus.compare import unknown
from conspectus.compare.acts import akin
from conspectus.compare.check import Evidence
from conspectus.compare.entities import entities
from conspectus.model import Finding
from conspectus.options import CompareOptions
from conspectus.read import Models

OPEN = "Dana Orlu arrived in Tarn on Monday. It is unclear who she will meet and how long she will stay."
TOLD = "Dana Orlu came to Tarn on Monday, where she will meet the harbour council and two owners of ferries."


def _found(
    models: Models, one: str, other: str, days: tuple[str | None, str | None] = (None, None)
) -> tuple[Finding, ...]:
    articles = [article(text, published=day) for text, day in zip((one, other), days, strict=True)]
    readings = tuple(read(each, models) for each in articles)
    return unknown.CHECK.run(Evidence(readings, (), (), CompareOptions(), entities=entities(readings)))


def test_whom_somebody_meets_is_unclear_in_one_and_told_in_the_other(models: Models) -> None:
    (found,) = _found(models, OPEN, TOLD)
    assert (found.property, found.severity) == ("status", "tension")
    texts = {article(text).id: text for text in (OPEN, TOLD)}
    shown = {texts[s.article][s.start : s.end] for side in found.sides for s in side.spans}
    assert "unclear who she will meet" in shown
    assert any("meet the harbour council" in words for words in shown)


def test_a_later_article_may_know_more(models: Models) -> None:
    assert _found(models, OPEN, TOLD, ("2031-05-05", "2031-05-06"))[0].severity == "granularity"
    assert _found(models, OPEN, TOLD, ("2031-05-06", "2031-05-05"))[0].severity == "tension"


def test_what_has_yet_to_be_done_is_done_elsewhere(models: Models) -> None:
    one = "Mayor Lena Pell has yet to make an endorsement in the race for the harbour board."
    (found,) = _found(models, one, "Lena Pell endorsed Ivo Resketh for the harbour board on Tuesday.")
    assert found.property == "status"


@pytest.mark.parametrize(
    "told",
    [
        "Ivo Resketh came to Tarn on Monday, where he will meet the harbour council and two owners of ferries.",
        "Dana Orlu came to Tarn on Monday, where she might meet the harbour council and two owners of ferries.",
        "Dana Orlu came to Tarn on Monday. She will not meet the harbour council.",
        "Dana Orlu came to Tarn on Monday. It is not known whether she will meet the harbour council.",
        "Dana Orlu came to Tarn on Monday. She met the harbour council a year ago.",
        "Dana Orlu came to Tarn on Monday. She will open a new quay.",
    ],
    ids=("another person", "with a reserve", "denied", "unknown too", "another time", "another act"),
)
def test_what_tells_no_such_thing_is_left_alone(models: Models, told: str) -> None:
    assert _found(models, OPEN, told) == ()


def test_compare_shows_it_once(models: Models) -> None:
    found = compare([read(article(text), models) for text in (OPEN, TOLD)]).findings
    assert sum(one.property == "status" for one in found if one.kind == "discrepancy") == 1


def test_a_noun_is_its_verb_and_no_longer_word() -> None:
    assert akin("endors", "endorsement")
    assert not akin("port", "portion")
    assert not akin("act", "action")

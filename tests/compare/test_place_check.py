"""Where an act was: what is compared with what, and what is left alone."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from conspectus.compare import places
from conspectus.compare.check import Evidence
from conspectus.compare.mentions import rarity
from conspectus.model import Alignment, Finding, Name, Place, PlaceKind, Reading, Span, Statement, Time
from conspectus.options import CompareOptions

Read = Callable[..., Reading]

_KNOWN: dict[str, tuple[str, PlaceKind, tuple[str, ...], float]] = {
    "Ostra": ("5", "city", ("M.2", "M"), 10.0),
    "Quay": ("8", "city", ("H.1", "H"), 50.0),
    "Pell": ("6", "city", ("M.2", "M"), 10.3),
    "Marlo": ("M", "country", (), 12.0),
    "Marlan": ("M", "country", (), 12.0),
}


def _placed(reading: Reading, predicate: str) -> Reading:
    """The reading with the known names read as places, and its first sentence a statement."""
    own, body = reading.article.id, reading.article.body
    found = []
    for name in sorted((n for n in _KNOWN if n in body), key=body.index):
        code, kind, within, latitude = _KNOWN[name]
        span = Span(own, "body", body.index(name), body.index(name) + len(name))
        found.append(Place(span, code, kind, name, within, latitude, 20.0, name == "Marlan", "test"))
    head = Span(own, "body", body.index(predicate), body.index(predicate) + len(predicate))
    first = reading.sentences[0].span
    told = Statement(own, first, (), "affirmed", "stated", head, (predicate,), (), ())
    return replace(reading, places=tuple(found), statements=(told,))


def _run(*readings: Reading, score: float = 0.7) -> tuple[Finding, ...]:
    alignment = Alignment(tuple(reading.article.id for reading in readings), score)
    return places.CHECK.run(Evidence(readings, (alignment,), (), CompareOptions(), rare=rarity(readings)))


_ARREST = "Police arrested the ferry clerk Tovi Arn in Ostra after the fire."


def _other(words: str) -> str:
    return f"The ferry clerk Tovi Arn was arrested {words} after the fire, police said."


@pytest.mark.parametrize(
    ("words", "score", "severity"),
    [("in Quay", 0.7, "conflict"), ("near Quay", 0.4, "tension"), ("in Marlo", 0.7, "granularity")],
)
def test_one_act_in_two_places(reading_of: Read, words: str, score: float, severity: str) -> None:
    one = _placed(reading_of(_ARREST), "arrested")
    other = _placed(reading_of(_other(words)), "arrested")
    (found,) = _run(one, other, score=score)
    assert (found.property, found.verdict, found.severity) == ("place", "differ", severity)
    articles = {reading.article.id: reading.article for reading in (one, other)}
    shown = {articles[span.article].words(span) for side in found.sides for span in side.spans}
    assert shown == {"Ostra", words.split()[-1]}
    assert ("one place lies in the other" in found.reason) == (severity == "granularity")
    assert _run(other, one, score=score) == (found,)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (_other("in Ostra"), "the same place"),
        (_other("in Pell"), "a town beside it"),
        (_other("by Marlan officers"), "a word for people"),
        (_other("from Quay"), "another preposition"),
        (_other("on the road that Quay built"), "no preposition"),
        (_other("in Quay") + " She lived in Ostra.", "the article knows both"),
    ],
)
def test_places_that_exclude_nothing_are_left_alone(reading_of: Read, told: str, why: str) -> None:
    one = _placed(reading_of(_ARREST), "arrested")
    assert _run(one, _placed(reading_of(told), "arrested")) == (), why


def test_another_act_is_not_compared(reading_of: Read) -> None:
    one = _placed(reading_of(_ARREST), "arrested")
    born = "The ferry clerk Tovi Arn, whom police hold after the fire, was born in Quay."
    assert _run(one, _placed(reading_of(born), "born")) == ()


def test_the_same_act_of_somebody_else_is_not_compared(reading_of: Read) -> None:
    one = _placed(reading_of(_ARREST), "arrested")
    other = _placed(reading_of("Two boys were arrested in Quay over a stolen cart."), "arrested")
    assert places.CHECK.run(Evidence((one, other), (), (), CompareOptions(), rare=rarity((one, other)))) == ()


def test_acts_of_other_days_are_two(reading_of: Read) -> None:
    one = _placed(reading_of(_ARREST), "arrested")
    other = _placed(reading_of(_other("in Quay")), "arrested")
    days = [
        replace(reading, times=(Time(Span(reading.article.id, "body", 0, 1), "DATE", day, None, "inferred"),))
        for reading, day in ((one, "2031-05-23"), (other, "2031-05-27"))
    ]
    assert _run(*days) == ()


def _of(reading: Reading, person: str) -> Reading:
    at = reading.article.body.index(person)
    name = Name(Span(reading.article.id, "body", at, at + len(person)), "PERSON")
    return replace(_placed(reading, "led"), names=(name,))


@pytest.mark.parametrize(
    ("words", "person", "found"),
    [
        ("Police led Tovi Arn of northern Marlo away.", "Tovi Arn", 1),
        ("Police led Tovi Arn, 61, of Ostra, away.", "Tovi Arn", 0),
        ("Police led Beno Arn, 61, of Marlo, away.", "Beno Arn", 0),
    ],
)
def test_homes_of_one_person_are_compared(reading_of: Read, words: str, person: str, found: int) -> None:
    one = _of(reading_of("The clerk, Tovi Arn, 61, of Ostra, was led away after the fire."), "Tovi Arn")
    other = _of(reading_of(words), person)
    got = places.CHECK.run(Evidence((one, other), (), (), CompareOptions(), rare=rarity((one, other))))
    assert [finding.severity for finding in got] == ["granularity"] * found


def test_a_day_between_the_act_and_its_place_hides_no_act(reading_of: Read) -> None:
    one = _placed(reading_of("The two ministers will meet in Quay on Thursday, the envoy Tovi Arn said."), "meet")
    told = reading_of("The two ministers are to meet Thursday in Ostra, said Tovi Arn, the envoy.")
    at = told.article.body.index("Thursday")
    day = Time(Span(told.article.id, "body", at, at + len("Thursday")), "DATE", "2031-05-29", None, "inferred")
    (found,) = _run(one, replace(_placed(told, "are"), times=(day,)))
    assert found.severity == "conflict"

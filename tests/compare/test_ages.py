"""Whose age it is that an article gives, and two ages of one person."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from conspectus.compare import amounts
from conspectus.compare.ages import ages
from conspectus.compare.check import Evidence
from conspectus.compare.mentions import rarity
from conspectus.model import Amount, Entity, Finding, Name, Reading, Span
from conspectus.options import CompareOptions

Read = Callable[..., Reading]


def _told(reading: Reading, who: str, age: str) -> Reading:
    """The reading with a person's name and an age in it."""
    body = reading.article.body
    name, years = (Span(reading.article.id, "body", body.index(w), body.index(w) + len(w)) for w in (who, age))
    figure = Decimal("".join(c for c in age if c.isdigit()))
    amount = Amount(years, "age", figure, figure, "exact", "year", None, None)
    return replace(reading, names=(Name(name, "PERSON"),), amounts=(amount,))


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Dana Orlu, 61, was hurt.", "61"),
        ("Dana Orlu, who is 61, was hurt.", "61"),
        ("Dana Orlu, a 61-year-old nurse, was hurt.", "61-year-old"),
        ("Nobody knew where Dana Orlu — the 61-year-old nurse — had gone.", "61-year-old"),
        ("The 61-year-old nurse, Dana Orlu, was hurt.", "61-year-old"),
        ("They found 61-year-old Dana Orlu.", "61-year-old"),
        ("Dana Orlu was hurt. The 61-year-old lost a boot.", "61-year-old"),
        ("Dana Orlu was hurt. He was 61 years old.", "61 years old"),
        ("Dana Orlu was hurt. He was 61.", "61"),
        ("Dana Orlu was 61.", "61"),
        ("Dana Orlu died at 61, his son said.", "61"),
        ("They mourned Dana Orlu, who died at the age of 61.", "at the age of 61"),
    ],
)
def test_an_age_is_of_the_name_beside_it(reading_of: Read, text: str, age: str) -> None:
    reading = _told(reading_of(text), "Dana Orlu", age)
    assert [(reading.article.words(a.span), reading.article.words(n.span)) for a, n in ages(reading)] == [
        (age, "Dana Orlu")
    ]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("A 9-year-old son of Dana Orlu was hurt.", "9-year-old"),
        ("A 9-year-old and Dana Orlu were hurt.", "9-year-old"),
        ("Dana Orlu saw that a boy of 9 was hurt.", "9"),
        ("After 61 came the house of Dana Orlu.", "61"),
        ("Dana Orlu was hurt. A 61-year-old lost a boot.", "61-year-old"),
        ("Dana Orlu was hurt. Rain fell. It was cold. Hail fell. The 61-year-old lost a boot.", "61-year-old"),
    ],
)
def test_an_age_of_somebody_else_is_left_alone(reading_of: Read, text: str, age: str) -> None:
    assert not list(ages(_told(reading_of(text), "Dana Orlu", age)))


def test_two_ages_of_one_person_are_a_conflict_and_of_two_are_none(reading_of: Read) -> None:
    one = _told(reading_of("Dana Orlu, 61, was hurt in the storm.", "2031-05-23"), "Dana Orlu", "61")
    other = _told(reading_of("The storm hurt Orlu, a 62-year-old nurse.", "2031-05-23"), "Orlu", "62-year-old")
    together, apart = ([one, other],), ([one], [other])
    assert [(f.severity, f.title) for f in _run(one, other, together)] == [("conflict", "The age of Dana Orlu")]
    assert not _run(one, other, apart)


def _run(one: Reading, other: Reading, people: tuple[list[Reading], ...]) -> tuple[Finding, ...]:
    entities = tuple(
        Entity(str(at), "person", "Orlu", tuple(n.span for r in group for n in r.names), (), ())
        for at, group in enumerate(people)
    )
    told = (one, other)
    return amounts.CHECK.run(Evidence(told, (), (), CompareOptions(), rare=rarity(told), entities=entities))

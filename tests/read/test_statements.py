"""Statements: the clauses marked <c>, with who holds them, polarity, certainty and values."""

import pytest
from factories import article, marked

from conspectus import Models, Reading, read

CLAUSES = [
    "<c>The ferry sank on Tuesday</c>.",
    "<c>The ferry sank on Tuesday</c>, and <c>divers searched the wreck</c>.",
    "The mayor said <c>the bridge would close</c>.",
    "When <c>the ferry sank</c>, <c>forty people were on board</c>.",
    "<c>The council announced a strike from Thursday</c>.",
]


def statements(models: Models, text: str) -> Reading:
    return read(article(text), models)


@pytest.mark.parametrize("text", CLAUSES)
def test_clauses_are_cut_where_the_next_begins(models: Models, text: str) -> None:
    plain, places = marked(text)
    found = [(s.span.start, s.span.end) for s in statements(models, plain).statements]
    assert found == places["c"]


@pytest.mark.parametrize(
    ("text", "polarity", "certainty"),
    [
        ("The bridge closed on Monday.", "affirmed", "stated"),
        ("The bridge did not close on Monday.", "negated", "stated"),
        ("The bridge never closed on Mondays.", "negated", "stated"),
        ("The bridge may close on Monday.", "affirmed", "possible"),
        ("The bridge will close on Monday.", "affirmed", "planned"),
        ("The bridge reportedly closed on Monday.", "affirmed", "hedged"),
    ],
)
def test_polarity_and_certainty(models: Models, text: str, polarity: str, certainty: str) -> None:
    (one,) = statements(models, text).statements
    assert (one.polarity, one.certainty) == (polarity, certainty)


def test_a_clause_names_its_holders_from_the_inside_out(models: Models) -> None:
    reading = statements(models, "Dana Orlu said the old bridge would close on Monday.")
    (clause,) = [s for s in reading.statements if "close" in s.lemmas]
    (holder,) = [a for a in reading.attributions if a.id == clause.holders[0]]
    assert [reading.article.words(span) for span in holder.source] == ["Dana Orlu"]


def test_values_stand_in_their_clause(models: Models) -> None:
    reading = statements(models, "At least 12 people died on May 3, 2031, near Velmora.")
    (one,) = reading.statements
    assert {reading.article.words(span) for span in one.values} == {"At least 12", "May 3, 2031"}


def test_bylines_and_captions_tell_nothing(models: Models) -> None:
    reading = statements(
        models,
        "Bridge to close\n\nBy Marta Quill\n\nThe bridge will close on Monday.\n\nPhoto: Boats leave the harbour.",
    )
    assert not [s for s in reading.statements if "harbour" in s.lemmas or "quill" in s.lemmas]

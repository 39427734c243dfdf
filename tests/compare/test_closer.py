"""The closer look: what of two sentences is read, and which pairs are read at all."""

import pytest
from factories import article

from conspectus import Models, read
from conspectus.compare.clauses.scorer import alike
from conspectus.compare.closer.encoder import encoder
from conspectus.compare.closer.look import looked
from conspectus.compare.closer.passage import Passage, together
from conspectus.compare.phrases.scorer import phrases
from conspectus.model import Reading, Span

FIRST = "The old ferry Saint Odile sank off Hessel on Tuesday after hitting a rock."
OTHER = "The Saint Odile, a ferry, went down near Hessel on Tuesday."
APART = "Hessel will open a museum about the ferry Saint Odile next spring."


@pytest.fixture(scope="module")
def readings(models: Models) -> list[Reading]:
    return [read(article(text), models) for text in (FIRST, OTHER, APART)]


def whole(reading: Reading) -> Span:
    return reading.sentences[0].span


def test_marks_tell_the_side_the_clause_and_what_both_have() -> None:
    known = encoder().vocabulary
    ids, marks = together(Passage((7, 8), 1, 2), Passage((8, 9), 0, 1), known)
    assert ids == [known.special("CLS"), 7, 8, known.special("SEP"), 8, 9, known.special("SEP")]
    assert marks == [0, 0, 3, 0, 7, 4, 4]


def test_a_long_sentence_is_cut_around_the_clause(models: Models) -> None:
    text = "The clerk of Hessel listed " + "ropes, nets, oars, sails, " * 12 + "anchors and nobody else."
    one = read(article(text), models)
    at = one.article.body.index("nobody")
    cut = encoder().passage(one, Span(one.article.id, "body", at, at + 6))
    assert len(cut.pieces) == 36
    assert cut.pieces[cut.first : cut.last] == encoder().vocabulary.pieces("nobody")


def test_two_tellings_of_one_thing_score_above_two_things_about_one_subject(readings: list[Reading]) -> None:
    first, other, apart = (encoder().passage(reading, whole(reading)) for reading in readings)
    assert encoder().same(first, other) > encoder().same(first, apart)


def test_only_what_is_open_and_nothing_speaks_against_is_read(readings: list[Reading]) -> None:
    clauses = alike(readings)
    pieces = phrases(readings, clauses)
    kept = looked(clauses, pieces, readings, lambda *_: False)
    assert {p.score for p in kept.clauses} == {p.score for p in clauses}
    assert len(kept.phrases) == len(pieces)


def test_the_order_of_articles_changes_no_score(readings: list[Reading]) -> None:
    found = []
    for given in (readings, readings[::-1]):
        clauses = alike(given)
        found.append(looked(clauses, phrases(given, clauses), given, lambda *_: True))
    assert found[0] == found[1]

"""Whether pairs that score alike tell one thing: what is weighed, and what the weights make of it."""

from pathlib import Path

import numpy as np
import pytest
from factories import article

from conspectus import Models, Reading, read
from conspectus.compare.clauses.alike import Alike
from conspectus.compare.clauses.lexicon import lexicon
from conspectus.compare.phrases.pair import Phrases
from conspectus.compare.telling import weigh
from conspectus.compare.telling.numbers import CLAUSES, PHRASES, around, of_clauses, of_phrases
from conspectus.compare.telling.weigh import ENOUGH, weighed
from conspectus.errors import ModelError
from conspectus.model import Span, Statement

ONE = "The harbour master closed the old lock at Hessel. Divers found a bronze bell in the mud."
OTHER = "On Tuesday the harbour master closed the old lock. A choir from Lund sang in the market hall."


@pytest.fixture(scope="module")
def two(models: Models) -> tuple[Reading, Reading]:
    return read(article(ONE), models), read(article(OTHER), models)


def telling(reading: Reading, word: str) -> Statement:
    return next(s for s in reading.statements if word in reading.article.words(s.span))


def stretch(reading: Reading, words: str) -> Span:
    start = reading.article.body.index(words)
    return Span(reading.article.id, "body", start, start + len(words))


def numbered(pair: Alike, two: tuple[Reading, Reading], *more: Phrases) -> dict[str, float]:
    known = around([pair], more, {r.article.id: r for r in two}, lexicon())
    return dict(zip(CLAUSES, of_clauses(pair, known), strict=True))


def test_what_both_tell_of_the_shorter_clause_and_what_else_the_sentences_share(two: tuple[Reading, Reading]) -> None:
    one, other = two
    same = Alike(telling(one, "closed"), telling(other, "closed"), 0.5)
    apart = Alike(telling(one, "bell"), telling(other, "sang"), 0.5)
    row = numbered(same, two)
    assert row["share"] > 0.8 > numbered(apart, two)["share"] == 0
    assert (row["score"], row["phrase"], row["beside"]) == (0, 0, 0)
    inside = Phrases(stretch(one, "closed the old lock"), stretch(other, "closed the old lock"), 0.7, 9.0)
    assert numbered(same, two, inside)["phrase"] == pytest.approx(0.7)
    assert numbered(same, two, inside)["beside"] == 0
    assert numbered(apart, two, inside)["phrase"] == 0


@pytest.mark.parametrize(("marks", "quoted"), [("“”", 1.0), ("  ", 0.0)])
def test_a_phrase_is_weighed_by_its_words_and_by_whether_both_quote_it(
    models: Models, marks: str, quoted: float
) -> None:
    texts = ("The master said {}the old lock is closed{}.", "{}The old lock is closed{}, said the master of Hessel.")
    sides = tuple(read(article(text.format(*marks)), models) for text in texts)
    pair = Phrases(stretch(sides[0], "old lock is closed"), stretch(sides[1], "old lock is closed"), 0.5, 9.0)
    known = around([], [pair], {r.article.id: r for r in sides}, lexicon())
    row = dict(zip(PHRASES, of_phrases(pair, known), strict=True))
    assert row == {"score": 0, "mass": pytest.approx(np.log(10), abs=1e-3), "quoted": quoted}


def test_the_same_comes_before_what_scores_as_much(two: tuple[Reading, Reading]) -> None:
    one, other = two
    same = Alike(telling(one, "closed"), telling(other, "closed"), 0.5)
    apart = Alike(telling(one, "bell"), telling(other, "sang"), 0.5)
    weak = Alike(telling(one, "bell"), telling(other, "closed"), ENOUGH / 2)
    found = weighed([apart, same, weak], [], two).clauses
    assert [pair.one for pair in found] == [same.one, apart.one]
    assert found == weighed([weak, same, apart], [], two[::-1]).clauses


def test_nothing_is_weighed_of_nothing(two: tuple[Reading, Reading]) -> None:
    assert weighed([], [], two) == weigh.Weighed((), ())


def test_weights_for_other_numbers_are_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("told_clauses", "told_phrases"):
        np.savez(tmp_path / f"{name}.npz", signs=np.array(["other"]))
    monkeypatch.setattr(weigh, "FOLDER", tmp_path)
    with pytest.raises(ModelError, match="other signs"):
        weighed([], [], ())

"""Whether pairs that score alike tell one thing: what is weighed, and what the weights make of it."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from factories import article

from conspectus import Models, Reading, read
from conspectus.compare.clauses.alike import Alike
from conspectus.compare.clauses.lexicon import lexicon
from conspectus.compare.phrases.pair import Phrases
from conspectus.compare.telling import weigh
from conspectus.compare.telling.numbers import CLAUSES, PHRASES, Around, around, of_clauses, of_phrases
from conspectus.compare.telling.weigh import ENOUGH, weighed
from conspectus.errors import ModelError
from conspectus.model import Span, Statement

ONE = "The harbour master closed the old lock at Hessel. Divers found a bronze bell in the mud."
OTHER = "On Tuesday the harbour master closed the old lock. A choir from Lund sang in the market hall."

Two = tuple[Reading, Reading]


@pytest.fixture(scope="module")
def two(models: Models) -> Two:
    return read(article(ONE), models), read(article(OTHER), models)


def telling(reading: Reading, word: str) -> Statement:
    return next(s for s in reading.statements if word in reading.article.words(s.span))


def stretch(reading: Reading, words: str) -> Span:
    start = reading.article.body.index(words)
    return Span(reading.article.id, "body", start, start + len(words))


def laid_out(clauses: Sequence[Alike], phrases: Sequence[Phrases], two: Two) -> Around:
    return around(clauses, phrases, {r.article.id: r for r in two}, lexicon())


def numbered(pair: Alike, two: Two, *more: Phrases) -> dict[str, float]:
    return dict(zip(CLAUSES, of_clauses(pair, laid_out([pair], more, two)), strict=True))


def phrased(two: Two, one: str, other: str) -> dict[str, float]:
    pair = Phrases(stretch(two[0], one), stretch(two[1], other), 0.5, 9.0)
    return dict(zip(PHRASES, of_phrases(pair, laid_out([], [pair], two)), strict=True))


def test_what_both_tell_of_the_shorter_clause_and_what_else_the_sentences_share(two: Two) -> None:
    one, other = two
    same = Alike(telling(one, "closed"), telling(other, "closed"), 0.5)
    apart = Alike(telling(one, "bell"), telling(other, "sang"), 0.5)
    row, far = numbered(same, two), numbered(apart, two)
    assert row["in_short"] > 0.8 > far["in_short"] == 0
    assert row["sentences_least"] > far["sentences_most"]
    assert (row["act_same"], row["clause_act_same"], far["act_same"]) == (1, 1, 0)
    assert row["run"] == pytest.approx(np.log1p(7), abs=1e-3)  # "the harbour master closed the old lock"
    assert (row["score"], row["phrase"], row["beside"]) == (0, 0, 0)
    inside = Phrases(stretch(one, "closed the old lock"), stretch(other, "closed the old lock"), 0.7, 9.0)
    assert numbered(same, two, inside)["phrase"] == pytest.approx(0.7)
    assert numbered(same, two, inside)["beside"] == 0
    assert numbered(apart, two, inside)["phrase"] == 0


def test_the_numbers_are_the_same_either_way_round(two: Two) -> None:
    one, other = telling(two[0], "closed"), telling(two[1], "sang")
    assert numbered(Alike(one, other, 0.5), two) == numbered(Alike(other, one, 0.5), two)


@pytest.mark.parametrize(("marks", "quoted"), [("“”", 1.0), ("  ", 0.0)])
def test_a_phrase_is_weighed_by_its_words_and_by_whether_both_quote_it(
    models: Models, marks: str, quoted: float
) -> None:
    texts = ("The master said {}the old lock is closed{}.", "{}The old lock is closed{}, said the master of Hessel.")
    sides = tuple(read(article(text.format(*marks)), models) for text in texts)
    row = phrased((sides[0], sides[1]), "old lock is closed", "old lock is closed")
    assert (row["score"], row["quoted_both"], row["quoted_one"]) == (0, quoted, 0)
    assert row["mass"] == pytest.approx(np.log(10), abs=1e-3)


def test_a_word_of_the_whole_story_is_told_from_one_of_a_single_place(models: Models) -> None:
    told = "The lock of Hessel leaks. The lock needs a gate. A diver saw the lock. "
    sides = tuple(
        read(article(told + end), models) for end in ("A heron nests in the lock.", "The heron left the lock.")
    )
    two = (sides[0], sides[1])
    often, once = phrased(two, "in the lock", "left the lock"), phrased(two, "A heron", "The heron")
    assert often["spread"] == pytest.approx(np.log1p(16), abs=1e-3)
    assert once["spread"] == pytest.approx(np.log1p(1), abs=1e-3)


def test_names_figures_and_days_that_one_sentence_lacks_are_counted(models: Models) -> None:
    texts = ("On Monday Ada Brandt sold 12 boats in Hessel.", "On Friday Ada Brandt sold 15 boats in Lund.")
    sides = tuple(read(article(text), models) for text in texts)
    row = phrased((sides[0], sides[1]), "Ada Brandt sold 12 boats", "Ada Brandt sold 15 boats")
    assert (row["figures_both"], row["figures_missing"]) == (0, 2)
    assert (row["times_apart"], row["times_same"]) == (1, 0)


def test_the_same_comes_before_what_scores_as_much(two: Two) -> None:
    one, other = two
    same = Alike(telling(one, "closed"), telling(other, "closed"), 0.5)
    apart = Alike(telling(one, "bell"), telling(other, "sang"), 0.5)
    weak = Alike(telling(one, "bell"), telling(other, "closed"), ENOUGH / 2)
    every = [apart, same, weak]
    found = weighed(every, [], laid_out(every, [], two)).clauses
    assert [pair.one for pair in found] == [same.one, apart.one]
    assert found[0].score > 0.5 > found[1].score
    assert found == weighed(every[::-1], [], laid_out(every[::-1], [], two[::-1])).clauses


def test_nothing_is_weighed_of_nothing(two: Two) -> None:
    assert weighed([], [], laid_out([], [], two)) == weigh.Weighed((), ())


def test_weights_for_other_numbers_are_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, two: Two) -> None:
    for name in ("told_clauses", "told_phrases"):
        np.savez(tmp_path / f"{name}.npz", signs=np.array(["other"]))
    monkeypatch.setattr(weigh, "FOLDER", tmp_path)
    with pytest.raises(ModelError, match="other signs"):
        weighed([], [], laid_out([], [], two))

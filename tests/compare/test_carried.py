"""Which words of a sentence are shown as carrying a difference."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from conspectus.compare.matters import carried as module
from conspectus.compare.matters.carried import carried
from conspectus.compare.matters.own_phrases import own_phrases
from conspectus.compare.matters.telling_words import NAMES, lacking_of, numbers, sentences
from conspectus.compare.matters.units import WIDEST, Unit, units
from conspectus.model import Reading, Span

Read = Callable[..., Reading]
LONG = (
    "The trawler Corran left the harbour of Ulsay before dawn with eleven people aboard, most of them deckhands "
    "hired in the spring, and nobody ashore saw the vessel again after the coastguard lost her signal at noon."
)
OTHER = (
    "The trawler Corran left the harbour of Ulsay on Sunday night with a crew of nine, the owner said, adding that "
    "the coastguard had been told twice in March of a leaking pump which he meant to have repaired before summer."
)


def _units(*told: Reading) -> tuple[tuple[Unit, ...], dict[str, Reading]]:
    """The first unit of each reading."""
    found = units(told)
    first = tuple(next(u for u in found if u.span.article == reading.article.id) for reading in told)
    return first, {reading.article.id: reading for reading in told}


def _held(rows: np.ndarray, name: str) -> list[float]:
    return [float(own) for own in rows[:, NAMES.index(name)]]


def _printed(reading: Reading, spans: Sequence[Span]) -> list[str]:
    return [reading.article.words(span) for span in spans]


def test_a_short_sentence_is_shown_whole(reading_of: Read) -> None:
    one, other = reading_of("The council vetoed the ferry plan."), reading_of("The ferry plan was put off on Monday.")
    members, readings = _units(one, other)
    assert [_printed(r, s) for r, s in zip((one, other), carried(members, readings), strict=True)] == [
        ["The council vetoed the ferry plan."],
        ["The ferry plan was put off on Monday."],
    ]


def test_a_long_sentence_is_shown_in_whole_words_and_no_wider_than_a_unit(reading_of: Read) -> None:
    one, other = reading_of(LONG), reading_of(OTHER)
    members, readings = _units(one, other)
    for reading, spans in zip((one, other), carried(members, readings), strict=True):
        assert spans == tuple(sorted(spans))
        assert 0 < sum(len(span) for span in spans) <= WIDEST
        assert len(spans) <= 3
        printed = {word.strip(",") for word in reading.article.body.split()}
        assert all(word.strip(",") in printed for piece in _printed(reading, spans) for word in piece.split())
        assert not any(piece.endswith(",") for piece in _printed(reading, spans))


def test_the_order_of_the_sentences_changes_nothing(reading_of: Read) -> None:
    (one, other), readings = _units(reading_of(LONG), reading_of(OTHER))
    assert carried((one, other), readings) == carried((other, one), readings)[::-1]


def test_a_word_that_another_sentence_lacks_is_told_from_one_that_both_have(reading_of: Read) -> None:
    members, readings = _units(reading_of("Eleven people left Ulsay."), reading_of("Nobody left Ulsay."))
    first, second = numbers(sentences(members, readings))
    assert _held(first, "own") == [1, 1, 0, 0]
    assert _held(second, "own")[1:] == [0, 0]
    assert _held(first, "own_run") == [2, 2, 0, 0]


def test_with_three_articles_what_all_others_lack_is_told_from_what_one_lacks(reading_of: Read) -> None:
    told = [
        reading_of(text) for text in ("Divers found the wreck.", "Divers sold the wreck.", "Nobody found the wreck.")
    ]
    members, readings = _units(*told)
    at = members.index(next(m for m in members if m.span.article == told[0].article.id))
    rows = numbers(sentences(members, readings))[at]
    assert _held(rows, "own") == [1, 1, 0, 0]
    assert _held(rows, "own_throughout") == [0, 0, 0, 0]


def test_phrases_further_off_are_those_that_another_sentence_lacks(
    reading_of: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "line", lambda name, signs: _Flat())
    one, other = reading_of(LONG), reading_of(LONG.replace("lost her signal at noon", "gave up"))
    members, readings = _units(one, other)
    spans = carried(members, readings)[members.index(next(m for m in members if m.span.article == one.article.id))]
    assert _printed(one, spans)[-1] == "signal at noon."


@pytest.mark.parametrize(
    ("told", "other", "phrases"),
    [
        ("The ferry sank near Ulsay, and rescuers came.", "The ferry sank.", ["near Ulsay,", "rescuers came."]),
        ("The ferry sank during heavy storms.", "The ferry sank.", ["heavy storms."]),
        ("The council might well act.", "The council will act.", ["might well act."]),
        ("The council did not act.", "The council did act.", ["not act."]),
    ],
)
def test_a_phrase_is_cut_at_commas_and_keeps_what_makes_sense_of_it(
    reading_of: Read, told: str, other: str, phrases: list[str]
) -> None:
    one = reading_of(told)
    members, _ = _units(one, reading_of(other))
    rows = sentences(members, {r.article.id: r for r in (one, reading_of(other))})
    mine = next(row for row in rows if row.unit.span.article == one.article.id)
    found = own_phrases(mine, lacking_of(mine, rows))
    text = one.article.body
    assert [text[mine.run[p[0]].span.start : mine.run[p[-1]].span.end] for p in found] == phrases


class _Flat:
    """A line that finds the first words as likely as the last."""

    @staticmethod
    def odds(rows: np.ndarray) -> np.ndarray:
        return np.zeros(len(rows))

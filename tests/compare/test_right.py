"""Whether a matter holds when a reader looks at it: what is measured, and what is done with the answer."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from conspectus.compare import differences
from conspectus.compare.check import Evidence
from conspectus.compare.clauses.lexicon import lexicon
from conspectus.compare.matters.agreed import numbers as agreed
from conspectus.compare.matters.choose import Matter
from conspectus.compare.matters.meet import NAMES as MET
from conspectus.compare.matters.meet import likeness, meeting
from conspectus.compare.matters.right import NAMES, numbers, right
from conspectus.compare.matters.signs import NAMES as SIGNS
from conspectus.compare.matters.units import Unit, units
from conspectus.model import Reading, Span, Time
from conspectus.options import CompareOptions

Read = Callable[..., Reading]


def _two(one: Reading, other: Reading) -> tuple[Unit, Unit, dict[str, Reading]]:
    (first,), (second,) = units([one]), units([other])
    return first, second, {reading.article.id: reading for reading in (one, other)}


def _met(one: Reading, other: Reading) -> dict[str, float]:
    first, second, readings = _two(one, other)
    return dict(zip(MET, meeting(first, second, readings, lexicon()), strict=True))


def test_a_rare_word_in_both_weighs_more_than_a_common_one(reading_of: Read) -> None:
    rare = _met(reading_of("The trawler left the harbour."), reading_of("Nobody saw the trawler again."))
    common = _met(reading_of("The people left the harbour."), reading_of("Nobody saw the people again."))
    assert rare["rarest"] > common["rarest"] > 0
    assert _met(reading_of("The trawler left."), reading_of("Bread will cost more."))["rarest"] == 0


def test_what_only_one_shows_is_near_when_the_other_says_it_in_other_words(reading_of: Read) -> None:
    base = reading_of("The council bought a vessel.")
    near = _met(base, reading_of("The council purchased a ship."))["near"]
    far = _met(base, reading_of("The council praised a choir."))["near"]
    assert near > far
    assert _met(base, base)["left"] == 0


def test_likeness_is_the_same_either_way_round(reading_of: Read) -> None:
    first, second, readings = _two(reading_of("The council bought a ship."), reading_of("Ships were bought."))
    one, other = (likeness(a, b, readings, lexicon()) for a, b in ((first, second), (second, first)))
    assert one == pytest.approx(other)
    assert 0 < one <= 1.01
    assert meeting(first, second, readings, lexicon()) == pytest.approx(meeting(second, first, readings, lexicon()))


def test_a_time_within_another_meets_and_an_equal_one_does_not(reading_of: Read) -> None:
    one, other = reading_of("The trawler sank on Monday."), reading_of("The trawler foundered that May.")

    def dated(reading: Reading, words: str, value: str) -> Reading:
        at = reading.article.body.index(words)
        span = Span(reading.article.id, "body", at, at + len(words))
        return replace(reading, times=(Time(span, "DATE", value, None, "explicit"),))

    day, month = dated(one, "Monday", "2031-05-19"), dated(other, "that May", "2031-05")
    assert _met(day, month)["times"] == 1
    assert _met(day, dated(other, "that May", "2031-05-19"))["times"] == 0


def test_the_numbers_of_a_matter_do_not_depend_on_where_its_first_pair_stands(reading_of: Read) -> None:
    texts = ("The council vetoed the ferry plan.", "The council put off the ferry plan.", "The ferry plan is dead.")
    told = [reading_of(text) for text in texts]
    members = tuple(units(told))
    readings = {reading.article.id: reading for reading in told}
    signs = tuple(float(n) for n in range(len(SIGNS)))
    matter = Matter(members, 0.5, (0, 2), signs, (0.4, 0.5, 0.6))
    (row,) = numbers([matter], agreed([matter], (), ()), readings).tolist()
    held = dict(zip(NAMES, row, strict=True))
    assert held["pairs"] == pytest.approx(0, abs=1e-4)
    assert (held["units"], held["sign_at_last"]) == (3, signs[SIGNS.index("at_last")])
    turned = replace(matter, first=(2, 0))
    assert numbers([turned], agreed([turned], (), ()), readings).tolist() == [pytest.approx(row)]
    assert 0 < right([matter], agreed([matter], (), ()), readings)[0] < 1


def test_what_is_noted_and_not_right_is_not_shown(reading_of: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tuple(reading_of(text) for text in ("The council vetoed the plan.", "The plan was put off by the council."))
    evidence = Evidence(told, (), (), CompareOptions())
    monkeypatch.setattr(differences, "_LEAST", 0.0)
    monkeypatch.setattr(differences, "_RIGHT", 0.0)
    assert len(differences.CHECK.run(evidence)) == 1
    monkeypatch.setattr(differences, "_RIGHT", 1.0)
    assert differences.CHECK.run(evidence) == ()

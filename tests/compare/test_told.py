"""How likely two values are told of one thing: by what stands around them, not by what they say."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from conspectus.compare import times
from conspectus.compare.check import Evidence
from conspectus.compare.mentions import rarity
from conspectus.compare.told.likely import Told, weights
from conspectus.compare.told.settings import settings
from conspectus.errors import ModelError
from conspectus.model import Finding, Reading, Span, Statement, Time
from conspectus.options import CompareOptions

Read = Callable[..., Reading]
_VOTE = "The council of Marlo voted on Tuesday to close the old ferry pier for repairs."
_SAME = "On Tuesday morning Marlo council voted to close its old ferry pier."
_ELSE = "The choir meets on Tuesday and sings until late."


def _dated(reading: Reading, **values: str) -> Reading:
    found = []
    for words, value in values.items():
        at = reading.article.body.index(words.replace("_", " "))
        span = Span(reading.article.id, "body", at, at + len(words))
        found.append(Time(span, "DATE", value, None, "inferred"))
    return replace(reading, times=tuple(sorted(found, key=lambda time: time.span)))


def _evidence(*readings: Reading) -> Evidence:
    return Evidence(readings, (), (), CompareOptions(), rare=rarity(readings))


def _likelihood(one: Reading, other: Reading) -> float:
    told = Told([settings(one, one.times), settings(other, other.times)], _evidence(one, other))
    return told.of_one(one.times[0].span, other.times[0].span)


def test_a_day_is_likelier_of_the_same_vote_than_of_a_rehearsal(reading_of: Read) -> None:
    vote, same, rehearsal = (_dated(reading_of(text), Tuesday="2031-05-06") for text in (_VOTE, _SAME, _ELSE))
    assert _likelihood(vote, same) > 0.5 > _likelihood(vote, rehearsal)


def test_the_values_and_the_order_of_articles_play_no_part(reading_of: Read) -> None:
    vote, same = (_dated(reading_of(text), Tuesday="2031-05-06") for text in (_VOTE, _SAME))
    later = _dated(reading_of(_SAME), Tuesday="2033-01-01")
    assert _likelihood(vote, same) == _likelihood(same, vote) == _likelihood(vote, later)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="told of one thing"):
        weights(tmp_path)


def _found(one: Reading, other: Reading) -> tuple[Finding, ...]:
    return times.CHECK.run(_evidence(one, other))


def test_terms_of_office_that_meet_in_a_year_are_two_terms(reading_of: Read) -> None:
    one = _dated(
        reading_of("Tovi was mayor of Marlo from 2022 to 2026, and praised the pier."), **{"2022 to 2026": "2022/2026"}
    )
    other = _dated(
        reading_of("Orlu was mayor of Marlo from 2026 to 2030, and praised the pier."), **{"2026 to 2030": "2026/2030"}
    )
    assert _found(one, other) == ()


def test_years_that_share_most_of_their_length_are_a_detail(reading_of: Read) -> None:
    one = _dated(
        reading_of("Tovi was mayor of Marlo from 2022 to 2026, and praised the pier."), **{"2022 to 2026": "2022/2026"}
    )
    other = _dated(
        reading_of("Tovi was mayor of Marlo from 2023 to 2026, and praised the pier."), **{"2023 to 2026": "2023/2026"}
    )
    (found,) = _found(one, other)
    assert found.severity == "granularity"


def test_days_in_quotation_marks_are_counted_from_when_they_were_said(reading_of: Read) -> None:
    quote = reading_of('Tovi told the Marlo council: "We closed the old ferry pier yesterday."')
    plain = _dated(
        reading_of("Tovi told the Marlo council that the old ferry pier closed on Tuesday."), Tuesday="2031-05-06"
    )
    assert _found(_dated(quote, yesterday="2031-05-05"), plain) == ()


def test_two_acts_of_one_person_are_dated_apart(reading_of: Read) -> None:
    one = _dated(reading_of("Clerk Tovi Arn of the harbour apologized Friday for the ferry post."), Friday="2031-05-09")
    same = _dated(reading_of("Clerk Tovi Arn apologized on Saturday for the ferry post."), Saturday="2031-05-10")
    resigned = replace(one, statements=(_statement(one, "apologized"),))
    (found,) = _found(resigned, replace(same, statements=(_statement(same, "apologized"),)))
    assert found.severity in ("tension", "conflict")
    left = _dated(reading_of("Clerk Tovi Arn boarded on Saturday after the ferry post."), Saturday="2031-05-10")
    assert _found(resigned, replace(left, statements=(_statement(left, "boarded"),))) == ()


def _statement(reading: Reading, verb: str) -> Statement:
    at = reading.article.body.index(verb)
    head = Span(reading.article.id, "body", at, at + len(verb))
    return Statement(reading.article.id, reading.sentences[0].span, (), "affirmed", "stated", head, (verb,), (), ())

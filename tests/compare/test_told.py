"""How likely two values are told of one thing: by what stands around them, and by how far apart they lie."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from conspectus.compare import times
from conspectus.compare.check import Evidence
from conspectus.compare.mentions import rarity
from conspectus.compare.told.likely import Told
from conspectus.compare.told.settings import settings
from conspectus.compare.told.signs import NAMES
from conspectus.compare.told.values import Value
from conspectus.compare.trees import load
from conspectus.errors import ModelError
from conspectus.model import Amount, Finding, Reading, Span, Statement, Time
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


def _counted(reading: Reading, figure: int) -> Reading:
    at = reading.article.body.index(str(figure))
    span = Span(reading.article.id, "body", at, at + len(str(figure)))
    one = Amount(span, "count", Decimal(figure), Decimal(figure), "exact", "", None, "weaver")
    return replace(reading, amounts=(one,))


def _evidence(*readings: Reading) -> Evidence:
    return Evidence(readings, (), (), CompareOptions(), rare=rarity(readings))


def _likelihood(one: Reading, other: Reading) -> float:
    return _likelihood_of(one.times, other.times, (one, other))


def _likelihood_of(left: Sequence[Value], right: Sequence[Value], told_in: tuple[Reading, Reading]) -> float:
    told = Told([settings(told_in[0], left), settings(told_in[1], right)], _evidence(*told_in))
    return told.of_one(left[0].span, right[0].span)


def test_a_day_is_likelier_of_the_same_vote_than_of_a_rehearsal(reading_of: Read) -> None:
    vote, same, rehearsal = (_dated(reading_of(text), Tuesday="2031-05-06") for text in (_VOTE, _SAME, _ELSE))
    assert _likelihood(vote, same) > 0.5 > _likelihood(vote, rehearsal)


def test_the_order_of_articles_plays_no_part(reading_of: Read) -> None:
    vote, same = (_dated(reading_of(text), Tuesday="2031-05-06") for text in (_VOTE, _SAME))
    assert _likelihood(vote, same) == _likelihood(same, vote)


def test_figures_of_one_size_are_likelier_of_one_thing(reading_of: Read) -> None:
    mill, close, far = (
        _counted(reading_of(text), figure)
        for text, figure in (
            ("The mill of Marlo employs 140 weavers, the union said.", 140),
            ("Some 150 weavers work at the mill, according to its owner.", 150),
            ("Some 2 weavers work at the mill, according to its owner.", 2),
        )
    )
    assert _likelihood_of(mill.amounts, close.amounts, (mill, close)) > 2 * _likelihood_of(
        mill.amounts, far.amounts, (mill, far)
    )


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"told\.npz"):
        load("told", NAMES, tmp_path)


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


@pytest.mark.parametrize(("period", "value", "found"), [("last week", "2031-W18", 0), ("that month", "2031-04", 1)])
def test_a_day_of_a_week_is_told_of_anything(
    reading_of: Read, monkeypatch: pytest.MonkeyPatch, period: str, value: str, found: int
) -> None:
    monkeypatch.setattr(Told, "of_one", lambda *_: 0.72)
    day = _dated(reading_of("The council of Marlo voted on April 29 to close the pier."), **{"April 29": "2031-04-29"})
    longer = _dated(reading_of(f"The council of Marlo voted {period} to close the pier."), **{period: value})
    assert len(_found(day, longer)) == found

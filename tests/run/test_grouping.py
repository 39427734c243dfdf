"""Grouping over record batches finds what ``group`` finds, however the articles come."""

import random
from itertools import batched

import pytest

pytest.importorskip("pyarrow")

from store_articles import ferry, trial

from conspectus import group
from conspectus.model import Rejection
from conspectus.options import RunOptions
from conspectus.run.grouping import group_batches, sign_aside
from conspectus.run.tables import READ, article_row, rejected, rejection, strings, table

DAYS = ("2031-05-20", "2031-05-21", None, "2031-05-27")
WEEK = [*(ferry(200 + n, DAYS[n % 4]) for n in range(24)), *(trial(40 + n, DAYS[n % 3]) for n in range(12))]


def found(stories: object) -> list[tuple[object, ...]]:
    return [
        (member.article, story.id, story.follows, story.reason, member.nearest, member.likeness, member.why)
        for story in stories  # type: ignore[attr-defined]
        for member in story.members
    ]


@pytest.mark.parametrize(("size", "processes"), [(5, 1), (36, 1), (7, 2)])
def test_batches_are_grouped_as_their_articles_are(size: int, processes: int) -> None:
    shuffled = [*WEEK, WEEK[0]]
    random.Random(size).shuffle(shuffled)
    batches = [table([article_row(one) for one in some], strings(READ)) for some in batched(shuffled, size)]
    rows = [row for one in group_batches(batches, running=RunOptions(processes=processes)) for row in one.to_pylist()]
    names = ("id", "story", "follows", "reason", "nearest", "likeness", "why")
    assert [tuple(row[name] for name in names) for row in rows] == found(group(WEEK))
    assert len({row["story"] for row in rows}) > 3


def test_what_failed_before_is_passed_on_and_what_cannot_be_counted_is_named() -> None:
    lost = Rejection("x.txt", "broken", "was broken", "mend it")
    given = [{"id": "x", "rejection": rejected(lost)}, article_row(WEEK[0])]
    (answer,) = group_batches([table(given, strings(READ))])
    first, last = answer.to_pylist()
    assert (first["id"], first["rejection"]) == (WEEK[0].id, None)
    assert rejection(last["rejection"]) == lost
    (row,) = sign_aside(table(given[1:], strings(READ)), "ended its process 3 times").to_pylist()
    assert "counting its words ended its process 3 times" in rejection(row["rejection"]).reason
    assert list(group_batches([])) == []

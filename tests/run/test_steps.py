"""Reading and comparing over Arrow batches: what they give is what the verbs give, in a library too."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

from run_steps import sparing
from store_articles import NOW, ferry, placed, trial

from conspectus import CompareOptions, Models, ReadOptions, compare, read
from conspectus.model import Comparison, Reading, Rejection
from conspectus.options import GroupOptions, RunOptions
from conspectus.run import Died, Work, working
from conspectus.run.steps import article_aside, compare_batch, read_batch
from conspectus.run.tables import READ, article_row, rejected, rejection, stories_schema, strings, table
from conspectus.store import Library, opened
from conspectus.store.adding import add
from conspectus.store.grouping import regroup
from conspectus.store.records import from_json
from conspectus.store.results import Asked, compared, freshness

PAIR = (trial(40), trial(41))


def test_reading_a_batch_gives_what_reading_each_gives(models: Models) -> None:
    rows = [article_row(one) for one in PAIR]
    why = Rejection("x.txt", "broken", "was broken", "mend it")
    given = table(
        [rows[0], {"id": "x", "rejection": rejected(why)}, {**rows[1], "title": None}, rows[1]], strings(READ)
    )
    first, passed, odd, second = read_batch(given, models).to_pylist()
    held = {one.id: one for one in PAIR}
    bare = [replace(one, raw=replace(one.raw, data=b"")) for one in PAIR]
    assert from_json(Reading, first["reading"], held) == read(PAIR[0], models)
    assert from_json(Reading, second["reading"], {one.id: one for one in bare}) == read(bare[1], models)
    assert rejection(passed["rejection"]) == why
    assert odd["reading"] is None


def test_comparing_a_batch_gives_what_comparing_gives(models: Models) -> None:
    rows = [article_row(one) for one in PAIR]
    read_rows = read_batch(table(rows, strings(READ)), models).to_pylist()
    story = {
        "story": "s",
        "articles": rows,
        "readings": [row["reading"] for row in read_rows],
        "rejections": [],
        "decisions": [],
    }
    broken = {**story, "story": "b", "readings": ["{}"]}
    whole, lost = compare_batch(table([story, broken], stories_schema())).to_pylist()
    held = {one.id: one for one in PAIR}
    assert from_json(Comparison, whole["comparison"], held) == compare([read(one, models) for one in PAIR])
    assert rejection(lost["rejection"]).code == "comparing-failed"


def test_what_is_set_aside_keeps_its_name_and_why() -> None:
    (row,) = article_aside(table([article_row(PAIR[0])], strings(READ)), "ended its process 3 times").to_pylist()
    why = rejection(row["rejection"])
    assert (row["id"], why.name) == (PAIR[0].id, PAIR[0].raw.name)
    assert "ended its process 3 times" in why.reason


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Library]:
    with opened(str(tmp_path / "news.library"), create=True) as library:
        add(library, [ferry(212), ferry(208), ferry(211), trial(40), trial(41)], NOW)
        regroup(library, GroupOptions(), NOW)
        yield library


def test_an_article_that_kills_whoever_reads_it_is_named_and_the_rest_compared(
    filled: Library, models: Models, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "reading", lambda options: Work(sparing, options, "id", article_aside))
    asked = Asked(ReadOptions(), CompareOptions(), lambda: models, NOW)
    stories = tuple(dict.fromkeys(placed(filled).values()))
    heard: list[Died] = []
    result = working.worked(filled, stories, asked, RunOptions(processes=2), heard.append)
    assert result.compared == 2
    (lost,) = result.rejections
    assert (lost.name, lost.code) == ("Tarn Post.txt", "reading-failed")
    assert "ended its process 3 times (killed by SIGKILL)" in lost.reason
    assert [one.tries for one in heard] == [0, 1, 2, 3]
    for story in stories:
        assert freshness(filled, story, asked) == "fresh"
    ferries = compared(filled, placed(filled)["Ferry turns over, 212 on board"], asked)
    assert (len(ferries.articles), ferries.rejections) == (2, (lost,))

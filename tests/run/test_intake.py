"""Files, pages of archives and lines shared out among processes give what one process takes in, in its order."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

from archives import page, record

from conspectus import IngestOptions
from conspectus.ingest import articles_in, pieces, sources, streamed
from conspectus.ingest.draft import Input, Record
from conspectus.ingest.knowledge import knowledge
from conspectus.model import Article, Rejection
from conspectus.options import RunOptions
from conspectus.run import intake
from conspectus.run.intake import Taking, ingest_batch, piece_aside, piece_row, pieces_schema, taken_in
from conspectus.run.tables import rejection, table

TEXT = "The ferry {} turned over in the Carrow Strait on Tuesday, the coast guard said in the evening."
TWO = RunOptions(processes=2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("Alma", "Bera"):
        (tmp_path / f"{name}.txt").write_text(TEXT.format(name))
    several = [{"title": name, "text": TEXT.format(name)} for name in ("Cole", "Dora")]
    (tmp_path / "several.json").write_text(json.dumps(several))
    (tmp_path / "lines.jsonl").write_text("\n".join(map(json.dumps, several)).replace("Dora", "Eida") + "\n{broken")
    (tmp_path / "empty.txt").write_text("")
    facts = {"Alma.txt": {"outlet": "Tarn Post"}, "several.json[1]": {"date": "2031-05-20"}, "no.txt": {"outlet": "X"}}
    (tmp_path / "conspectus.json").write_text(json.dumps(facts))
    crawl = [record(f"https://news.example/{n}", page(f"Page {n}")) for n in range(9)]
    crawl[4:4] = [record("https://news.example/x.png", b"PNG", "image/png"), record("https://news.example/m", b"menu")]
    (tmp_path / "crawl.warc.gz").write_bytes(b"".join(map(gzip.compress, crawl)) + b"\x1f\x8b and no more")
    return tmp_path


def test_several_processes_take_in_what_one_does(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "HEAD", 100)  # so that the lines are streamed
    monkeypatch.setattr(intake, "_PIECES", 4)
    names, options = (str(folder), str(folder / "gone.txt")), IngestOptions()
    one = list(streamed(*names, options=options))
    two = list(taken_in(names, options, None, TWO))
    assert len([found for found in one if isinstance(found, Article)]) == 15
    assert {"empty", "missing", "no article", "no page", "malformed JSON", "unused entry", "broken"} == {
        found.code for found in one if isinstance(found, Rejection)
    }
    assert list(map(repr, two)) == list(map(repr, one))
    assert [found.raw.data for found in two if isinstance(found, Article)] == [
        found.raw.data for found in one if isinstance(found, Article)
    ]


def test_no_more_of_a_file_is_read_than_the_processes_need(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [json.dumps({"text": TEXT.format(n)}) for n in range(120)]
    (tmp_path / "lines.jsonl").write_text("\n".join(lines))
    monkeypatch.setattr(sources, "HEAD", 100)
    monkeypatch.setattr(intake, "_PIECES", 2)
    read: list[object] = []
    monkeypatch.setattr(intake, "pieces", _counted(read))
    found = taken_in([str(tmp_path / "lines.jsonl")], IngestOptions(), None, TWO)
    first = next(found)
    assert isinstance(first, Article)
    assert len(read) <= 20  # so many as are given out ahead, of 120
    assert len([first, *found]) == len(read) == 120


def _counted(seen: list[object]) -> Callable[[Input | Rejection], object]:
    def counting(given: Input | Rejection) -> object:
        for one in pieces(given):
            seen.append(one)
            yield one

    return counting


def test_a_piece_may_hold_many_articles_or_none(folder: Path) -> None:
    given = [piece_row(Input(str(path), path.read_bytes()), 0) for path in sorted(folder.glob("*.[tj][xs]*"))]
    lost = Rejection("x.txt", "broken", "was broken", "mend it")
    given.append(piece_row(lost, 0))
    taking = Taking(knowledge((), IngestOptions()), 1000)
    rows = ingest_batch(table(given, pieces_schema()), taking).to_pylist()
    assert len([row for row in rows if row["rejection"] is None]) == 6
    assert rejection(rows[-1]["rejection"]) == lost
    (row,) = piece_aside(table(given[:1], pieces_schema()), "ended its process 3 times").to_pylist()
    assert rejection(row["rejection"]).name == given[0]["name"]


def test_a_page_that_breaks_a_parser_costs_itself_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from conspectus.ingest import html

    whole = html.drafts

    def breaking(given: Input) -> object:
        if b"Page 3" in given.data:
            raise ValueError("no such page")
        return whole(given)

    monkeypatch.setattr(html, "drafts", breaking)
    crawl = Input(str(folder / "crawl.warc.gz"), b"\x1f\x8b", True, 1_000_000)
    known = knowledge((), IngestOptions())
    found = [one for piece in pieces(crawl) for one in articles_in(piece, known, 0, 1_000_000)]
    assert [one.title for one in found if isinstance(one, Article)] == [f"Page {n}" for n in range(9) if n != 3]
    (broken,) = [one for one in found if isinstance(one, Rejection) and "no such page" in one.reason]
    assert broken.name.endswith("crawl.warc.gz:4")


def test_what_is_not_what_its_name_says_is_not_taken_in_part(folder: Path) -> None:
    feed = b"<rss><channel><item><title>A</title></item>" + b" " * 100_000
    (found,) = pieces(Input("feed.jsonl", feed[:65536], True, 1000))
    assert isinstance(found, Rejection)
    assert "another kind (feed)" in found.reason
    assert all(
        isinstance(one, Record | Rejection) for one in pieces(Input(str(folder / "lines.jsonl"), b"{}", True, 99))
    )

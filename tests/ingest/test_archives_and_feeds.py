"""Web archives, feeds and tables: an article for each page, entry or row, and what is none is counted."""

import gzip
import io
import json
from pathlib import Path

import pytest
from archives import page, record

from conspectus import IngestOptions, ingest
from conspectus.ingest import sources
from conspectus.model import Ingested


def taken(tmp_path: Path, name: str, data: bytes, **options: int) -> Ingested:
    path = tmp_path / name
    path.write_bytes(data)
    return ingest(path, options=IngestOptions(**options))  # type: ignore[arg-type]


RECORDS = (
    record("https://news.example/a", page("Alma")),
    record("https://news.example/b", gzip.compress(page("Bera")), encoding="Content-Encoding: gzip\r\n"),
    record("https://news.example/c.png", b"\x89PNG", "image/png"),
    record("https://news.example/d", b"gone", status=404),
)


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_an_archive_gives_its_pages_and_counts_the_rest(tmp_path: Path, name: str) -> None:
    data = b"".join(map(gzip.compress, RECORDS)) if name.endswith("gz") else b"".join(RECORDS)
    found = taken(tmp_path, name, data)
    assert [one.title for one in found.articles] == ["Alma", "Bera"]
    assert [one.url.value for one in found.articles] == ["https://news.example/a", "https://news.example/b"]
    assert {one.published.value for one in found.articles} == {"2031-05-20T08:00:00Z"}
    assert found.articles[1].raw.data == page("Bera")
    assert sorted(one.reason for one in found.rejections) == [
        "1 record is an answer with status 404, not a page", "1 record is image/png, not a page",
    ]  # fmt: skip


def test_a_broken_archive_keeps_what_came_before(tmp_path: Path) -> None:
    whole = gzip.compress(RECORDS[0])
    broken = gzip.compress(RECORDS[1])
    found = taken(tmp_path, "cut.warc.gz", whole + broken[: len(broken) // 2])
    assert [one.title for one in found.articles] == ["Alma"]
    nothing = taken(tmp_path, "no.warc", b"this is no archive at all")
    assert not nothing.articles
    assert len(nothing.rejections) == 1


def test_bombs_and_huge_pages_are_bounded_and_named(tmp_path: Path) -> None:
    bomb = record("https://news.example/x", gzip.compress(b" " * 3_000_000), encoding="Content-Encoding: gzip\r\n")
    found = taken(tmp_path, "bomb.warc.gz", gzip.compress(bomb) + gzip.compress(RECORDS[0]), max_bytes=100_000)
    assert [one.title for one in found.articles] == ["Alma"]
    assert [one.code for one in found.rejections] == ["too large"]
    runaway = record("https://news.example/y", b" " * 600_000)
    found = taken(tmp_path, "huge.warc.gz", gzip.compress(runaway) + gzip.compress(RECORDS[0]), max_bytes=10_000)
    assert [one.title for one in found.articles] == ["Alma"]
    assert [(one.name.rpartition(":")[2], one.code) for one in found.rejections] == [("1", "too large")]


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Tarn Post</title>{items}</channel></rss>"""
ITEM = """<item><title>Ferry {n} &amp; more</title><link>https://tarn.example/{n}</link><pubDate>Tue, 20 May 2031 08:00:00 GMT</pubDate>
<description>Summary {n}.</description>{content}</item>"""
WHOLE = "<content:encoded><![CDATA[<p>The ferry {n} turned over.</p><p>Four boats <b>came</b>.</p>]]></content:encoded>"


def test_a_feed_gives_its_entries(tmp_path: Path) -> None:
    items = ITEM.format(n=1, content=WHOLE.format(n=1)) + ITEM.format(n=2, content="")
    first, second = taken(tmp_path, "feed.xml", RSS.format(items=items).encode()).articles
    assert (first.title, first.body) == ("Ferry 1 & more", "The ferry 1 turned over.\n\nFour boats came.")
    assert (first.outlet.value, first.url.value) == ("Tarn Post", "https://tarn.example/1")
    assert first.published.value == "2031-05-20T08:00:00+00:00"
    assert second.body == "Summary 2."
    assert "summary" in {note.code for note in second.notes}


def test_a_feed_of_many_entries_is_taken_whole(tmp_path: Path) -> None:
    items = "".join(ITEM.format(n=n, content="") for n in range(500))
    assert len(taken(tmp_path, "feed.rss", RSS.format(items=items).encode()).articles) == 500


def test_a_table_gives_its_rows(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from datetime import datetime

    from pyarrow import parquet

    rows = {
        "title": ["Alma", "Bera"],
        "text": ["The ferry turned over.", None],
        "date_publish": [datetime(2031, 5, 20), None],
    }
    held = io.BytesIO()
    parquet.write_table(pyarrow.table(rows), held)
    found = taken(tmp_path, "news.parquet", held.getvalue())
    (one,) = found.articles
    assert (one.title, one.body, one.published.value) == ("Alma", "The ferry turned over.", "2031-05-20T00:00:00")
    assert [rejection.code for rejection in found.rejections] == ["no text"]
    assert len(taken(tmp_path, "odd.parquet", b"PAR1 and no more").rejections) == 1


def test_exports_of_crawlers_are_taken_as_they_write_them(tmp_path: Path) -> None:
    lines = [
        {"title": "Alma", "maintext": "The ferry turned over.", "date_publish": "2031-05-20 08:00:00", "source_domain": "tarn.example"},
        {"title": "Bera", "body": "Four boats came.", "publishing_date": "2031-05-20T08:00:00+02:00", "publisher": "Tarn Post"},
        {"title": "Cole", "text": "The search lasted hours.", "date": "2031-05-20", "sitename": "Northern Wire", "source": "https://w.example/1"},
    ]  # fmt: skip
    found = taken(tmp_path, "export.jsonl", "\n".join(map(json.dumps, lines)).encode())
    assert len(found.articles) == 3
    assert all(one.published.value for one in found.articles)


def test_lines_are_streamed_as_they_would_be_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"The ferry {n} turned over in the Carrow Strait." for n in range(40)]
    lines = [json.dumps({"title": f"Ferry {n}", "text": text}).encode() for n, text in enumerate(texts)]
    lines[7:7] = [b"", b"{broken", b'{"title": "no text"}']
    data = "\ufeff".encode() + b"\r\n".join(lines)
    whole = taken(tmp_path, "all.jsonl", data)
    assert len(whole.articles) == 40
    monkeypatch.setattr(sources, "HEAD", 500)
    assert taken(tmp_path, "all.jsonl", data) == whole
    assert taken(tmp_path, "all.jsonl", data.decode("utf-8-sig").encode("utf-16")).articles[3].body == texts[3]


def test_a_line_that_is_too_long_costs_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "HEAD", 500)
    short = json.dumps({"text": "The ferry turned over in the strait."}).encode()
    long = json.dumps({"text": "word " * 40_000}).encode()
    found = taken(
        tmp_path, "all.jsonl", b"\n".join([short, long, short.replace(b"ferry", b"boat"), long]), max_bytes=20_000
    )
    assert [one.raw.name.rpartition(":")[2] for one in found.articles] == ["1", "3"]
    assert [(one.name.rpartition(":")[2], one.code) for one in found.rejections] == [
        ("2", "too large"),
        ("4", "too large"),
    ]


def test_a_page_of_two_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    with open(tmp_path / "huge.html", "wb") as file:
        file.truncate(2_000_000_000)
    found = ingest(tmp_path / "huge.html")
    assert [one.code for one in found.rejections] == ["too large"]

"""A file of CC-NEWS comes in whole: every page with its address, date and bytes, whatever way it was sent."""

import hashlib
import random
from pathlib import Path

import ccnews
import pytest

from conspectus import IngestOptions
from conspectus.ingest import streamed
from conspectus.model import Article, Rejection
from conspectus.store import opened
from conspectus.store.adding import add
from conspectus.store.checking import verify
from conspectus.store.finding import raw_bytes

NOW = "2031-06-01T10:00:00Z"
SEED, PAGES = 7, 60


def taken(path: Path, data: bytes, max_bytes: int = 10_000_000) -> tuple[list[Article], list[Rejection]]:
    path.write_bytes(data)
    found = list(streamed(path, options=IngestOptions(max_bytes=max_bytes)))
    return [one for one in found if isinstance(one, Article)], [one for one in found if isinstance(one, Rejection)]


def test_every_page_comes_in_with_address_date_bytes_and_hash(tmp_path: Path) -> None:
    data, expected, passed = ccnews.archive(SEED, PAGES)
    assert {None, "2031-05-21T08:00:00Z"} == {one.published for one in expected}
    articles, rejections = taken(tmp_path / "CC-NEWS-20310522040506-00001.warc.gz", data)
    assert [
        ccnews.Expected(one.title, one.url.value or "", one.published.value, one.raw.data) for one in articles
    ] == expected
    for one in articles:
        assert one.raw.sha256 == hashlib.sha256(one.raw.data).hexdigest()
        assert "café" in one.body
        assert "�" not in one.body
    counted = {f"{n} {'record is' if n == 1 else 'records are'} {why}" for why, n in passed.items()}
    assert {one.reason for one in rejections} == counted
    assert {one.code for one in rejections} == {"no page"}


def test_the_same_words_under_two_addresses_are_one_article_of_two_places(tmp_path: Path) -> None:
    data, expected, _ = ccnews.archive(SEED, PAGES)
    (tmp_path / "crawl.warc.gz").write_bytes(data)
    with opened(str(tmp_path / "news.library"), create=True) as library:
        added = add(library, streamed(tmp_path / "crawl.warc.gz"), NOW)
        assert (added.articles, added.known, added.appearances) == (PAGES, len(expected) - PAGES, len(expected) - PAGES)
        held = dict(library.base.execute("SELECT title, sha256 FROM articles"))
        assert {title: raw_bytes(library, sha) for title, sha in held.items()} == {
            one.title: one.page for one in expected
        }
        assert verify(library) == ()


def test_a_broken_record_costs_itself_alone(tmp_path: Path) -> None:
    data, expected, _ = ccnews.archive(SEED, 12)
    records = list(ccnews.members(data))
    chance = random.Random(3)
    answers = [n for n, one in enumerate(records) if b"response" in ccnews.zlib.decompress(one, 31)[:400]]
    for at in answers[::3]:
        broken = bytearray(records[at])
        middle = chance.randrange(len(broken) // 2, len(broken) - 30)
        broken[middle : middle + 9] = bytes(9)
        given = b"".join([*records[:at], bytes(broken), *records[at + 1 :]])
        articles, rejections = taken(tmp_path / "broken.warc.gz", given)
        lost = {one.address for one in expected} - {one.url.value for one in articles}
        assert len(lost) <= 1, at
        assert sum(one.code == "broken" for one in rejections) == 1, at
        whole = {one.address: one.page for one in expected}
        assert all(whole[one.url.value or ""] == one.raw.data for one in articles)


@pytest.mark.parametrize("noise", [b"", b"no archive at all " * 9, b"\x1f\x8b\x08\x00 no member", b"\x00" * 3_000_000])
def test_noise_between_records_costs_none_of_them(tmp_path: Path, noise: bytes) -> None:
    data, expected, _ = ccnews.archive(SEED, 12)
    records = list(ccnews.members(data))
    for packed in (True, False):
        parts = records if packed else [ccnews.zlib.decompress(one, 31) for one in records]
        given = b"".join([*parts[:9], noise, *parts[9:]])
        articles, rejections = taken(tmp_path / ("n.warc.gz" if packed else "n.warc"), given)
        assert [one.url.value for one in articles] == [one.address for one in expected]
        assert sum(one.code == "broken" for one in rejections) == bool(noise)


def test_what_breaks_off_is_no_page_and_what_the_crawler_cut_says_so(tmp_path: Path) -> None:
    page = ccnews.archive(SEED, 1)[1][0].page
    whole = ccnews.gzip.compress(page)
    parts = [
        ccnews.answered("https://a.example/1", whole[:-60], "text/html", 200, "Content-Encoding: gzip\r\n"),
        ccnews.answered("https://a.example/2", b"\x28\xb5\x2f\xfd", "text/html", 200, "Content-Encoding: zstd\r\n"),
        ccnews.answered("https://a.example/3", b"5\r\nhello\r\n9\r\nwo", "text/html", 200, "Transfer-Encoding: chunked\r\n"),
        ccnews.answered("https://a.example/4", ccnews.brotli.compress(page)[:-40], "text/html", 200, "Content-Encoding: br\r\n"),
        ccnews.answered("https://a.example/5", whole[:-60], "text/html", 200, "Content-Encoding: gzip\r\n", "WARC-Truncated: length\r\n"),
        ccnews.answered("https://a.example/6", page, "text/html", 200, ""),
    ]  # fmt: skip
    articles, rejections = taken(tmp_path / "cut.warc.gz", b"".join(parts))
    assert [one.url.value for one in articles] == ["https://a.example/5", "https://a.example/6"]
    assert ["cut" in {note.code for note in one.notes} for one in articles] == [True, False]
    assert [(one.name.rpartition(":")[2], one.code) for one in rejections] == [(str(n), "broken") for n in (1, 2, 3, 4)]
    assert "zstd" in rejections[1].reason


@pytest.mark.parametrize(
    ("headers", "packed"),
    [("Content-Encoding: gzip\r\n", ccnews.gzip.compress), ("Content-Encoding: br\r\n", ccnews.brotli.compress)],
)
def test_a_bomb_is_not_unpacked(tmp_path: Path, headers: str, packed) -> None:
    bomb = packed(b" " * 30_000_000)
    assert len(bomb) < 100_000
    last = ccnews.archive(SEED, 1)[1][0].page
    parts = [
        ccnews.answered("https://a.example/1", bomb, "text/html", 200, headers),
        ccnews.answered("https://a.example/2", b" " * 30_000_000, "text/html", 200, ""),
        ccnews.answered("https://a.example/3", last, "text/html", 200, ""),
    ]
    articles, rejections = taken(tmp_path / "bomb.warc.gz", b"".join(parts), max_bytes=200_000)
    assert [one.url.value for one in articles] == ["https://a.example/3"]
    assert [one.code for one in rejections] == ["too large", "too large"]

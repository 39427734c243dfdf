"""A file as CC-NEWS has them, of invented pages, the same for one seed: every way of sending, what is no page, and noise."""

import base64
import gzip
import hashlib
import random
import uuid
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import brotli

_WORDS = [
    "ferry",
    "strait",
    "harbour",
    "lifeboat",
    "master",
    "deck",
    "court",
    "auditor",
    "invoice",
    "bridge",
    "fund",
    "apple",
    "harvest",
    "frost",
    "press",
    "union",
]
_PLACES = ("Port Tarn", "Belmark", "Lake Ostra", "Veld", "Carrow")


@dataclass(frozen=True, slots=True)
class Expected:
    """What an article of the file has to be: None where the page tells no date."""

    title: str
    address: str
    published: str | None
    page: bytes


def _chunked(data: bytes, chance: random.Random) -> bytes:
    parts, at = [], 0
    while at < len(data):
        size = chance.randint(1, 900)
        part = data[at : at + size]
        parts.append(f"{len(part):x}{chance.choice(['', ';ext=1'])}\r\n".encode() + part + b"\r\n")
        at += size
    return b"".join(parts) + b"0\r\n\r\n"


def _bare(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def _two_members(data: bytes) -> bytes:
    return gzip.compress(data[:300]) + gzip.compress(data[300:])


_Way = tuple[str, Callable[[bytes, random.Random], bytes]]
WAYS: tuple[_Way, ...] = (
    # As the crawler of CC-NEWS writes them: unpacked, with the old headers under other names.
    ("X-Crawler-Content-Encoding: gzip\r\nX-Crawler-Transfer-Encoding: chunked\r\n", lambda data, _: data),
    ("", lambda data, _: data),
    # As they came over the wire, which other crawlers keep.
    ("Content-Encoding: gzip\r\n", lambda data, _: gzip.compress(data)),
    ("content-encoding: X-GZIP\r\n", lambda data, _: _two_members(data)),
    ("Content-Encoding: deflate\r\n", lambda data, _: zlib.compress(data)),
    ("Content-Encoding: deflate\r\n", lambda data, _: _bare(data)),
    ("Content-Encoding: br\r\n", lambda data, _: brotli.compress(data)),
    ("Transfer-Encoding: chunked\r\n", _chunked),
    ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", lambda data, chance: _chunked(gzip.compress(data), chance)),
    ("Content-Encoding: gzip, br\r\n", lambda data, _: brotli.compress(gzip.compress(data))),
    # Unpacked, and the headers left as they were.
    ("Content-Encoding: gzip\r\n", lambda data, _: data),
    ("Transfer-Encoding: chunked\r\nContent-Encoding: br\r\n", lambda data, _: data),
)  # fmt: skip
NO_PAGES = (
    ("image/jpeg", 200),
    ("application/rss+xml", 200),
    ("text/plain", 200),
    ("text/html", 404),
    ("text/html", 301),
)


def written(kind: str, address: str, block: bytes, content: str, more: str = "") -> bytes:
    """A record of the archive, compressed on its own."""
    name = uuid.UUID(bytes=hashlib.md5(address.encode() + block).digest())
    head = (
        f"WARC/1.0\r\nWARC-Record-ID: <urn:uuid:{name}>\r\nContent-Length: {len(block)}\r\n"
        f"WARC-Date: 2031-05-22T04:05:06Z\r\nWARC-Type: {kind}\r\n"
        + (f"WARC-Target-URI: {address}\r\nWARC-IP-Address: 192.0.2.7\r\n" if address else "")
        + f"{more}Content-Type: {content}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n")


def answered(address: str, body: bytes, kind: str, status: int, headers: str, more: str = "") -> bytes:
    head = f"HTTP/1.1 {status} Said\r\nContent-Type: {kind}\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode()
    digest = base64.b32encode(hashlib.sha1(body).digest()).decode()
    more += f"WARC-Payload-Digest: sha1:{digest}\r\n"
    return written("response", address, head + body, "application/http; msgtype=response", more)


def _page(number: int, chance: random.Random, dated: bool, charset: str) -> tuple[str, bytes]:
    title = f"{chance.choice(_PLACES)}: {chance.choice(_WORDS)} and {chance.choice(_WORDS)}, {number}"
    paragraphs = "".join(
        f"<p>{chance.choice(_PLACES)} — the {' '.join(chance.choices(_WORDS, k=30))} café of day {number}.</p>"
        for _ in range(4)
    )
    date = '<meta property="article:published_time" content="2031-05-21T08:00:00Z">' if dated else ""
    meta = '<meta charset="utf-8">' if charset == "utf-8" else ""
    html = f"<!DOCTYPE html><html><head>{meta}<title>{title}</title>{date}</head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    return title, html.encode(charset)


def archive(seed: int, pages: int) -> tuple[bytes, list[Expected], dict[str, int]]:
    """The file, the articles that it holds, and how many records of each kind hold none."""
    chance = random.Random(seed)
    parts = [
        written(
            "warcinfo", "", b"software: StormCrawler\r\nformat: WARC File Format 1.0\r\n", "application/warc-fields"
        )
    ]
    expected: list[Expected] = []
    passed: dict[str, int] = {}
    for number in range(pages):
        headers, way = WAYS[number % len(WAYS)]
        dated, charset = chance.random() < 0.7, "windows-1252" if number % 5 == 4 else "utf-8"
        title, page = _page(number, chance, dated, charset)
        address = f"https://news{number % 3}.example/2031/05/{number}.html"
        date = "Date: Thu, 22 May 2031 04:05:06 GMT\r\n" if chance.random() < 0.5 else ""
        sent = "text/html" if charset == "utf-8" else f"text/html; charset={charset}"
        parts.append(written("request", address, b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"))
        parts.append(answered(address, way(page, chance), sent, 200, headers + date))
        expected.append(Expected(title, address, "2031-05-21T08:00:00Z" if dated else None, page))
        if number % 4 == 0:
            kind, status = NO_PAGES[number // 4 % len(NO_PAGES)]
            parts.append(answered(f"{address}?x", b"no page", kind, status, ""))
            why = f"an answer with status {status}, not a page" if status != 200 else f"{kind}, not a page"
            passed[why] = passed.get(why, 0) + 1
        if number % 6 == 5:
            # The same words under another address.
            parts.append(answered(f"{address}?amp", way(page, chance), sent, 200, headers))
            expected.append(Expected(title, f"{address}?amp", expected[-1].published, page))
    return b"".join(parts), expected, passed


def members(data: bytes) -> Iterator[bytes]:
    """The records of a file, each as it is compressed."""
    while data:
        packer = zlib.decompressobj(31)
        packer.decompress(data)
        yield data[: len(data) - len(packer.unused_data)]
        data = packer.unused_data

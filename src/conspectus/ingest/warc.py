"""Web archives (WARC, also compressed record by record), streamed: an article for each page, whatever their size.

An address comes from the page, else from the record. The time of a crawl is no time of publication. A record that
cannot be read costs itself: reading goes on where the next one begins.
"""

import re
import zlib
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import IO, Any

from conspectus.ingest import html, http
from conspectus.ingest.draft import Drafts, Given, Input, Record, Records, told
from conspectus.model import Rejection

_PAGES = ("text/html", "application/xhtml+xml")
_RUN_AWAY = 50
"""A record that says it has so many times the bytes of the largest article is not unpacked to get past it."""
_ANEW = "fetch the archive anew, or give the pages"
_ALONE = "give the page alone, or raise --max-bytes"
_PACKED, _PLAIN = b"\x1f\x8b\x08", b"WARC/1."
_HEAD = re.compile(rb"WARC/1\.\d\r?\n[A-Za-z-]+:")
_BLOCK, _BEGINNING = 1 << 20, 512


@dataclass(slots=True)
class _Reading:
    """How far reading has come: records so far, where the last one began, what was passed over."""

    file: IO[bytes]
    number: int = 0
    at: int = 0
    passed: Counter[str] = field(default_factory=Counter)


class _Onward(Exception):
    """The record is told of; reading is to go on behind it."""


def records(given: Input) -> Records:
    """The pages of an archive, unpacked one at a time; what is none is counted."""
    with open(given.name, "rb") as file:
        reading, start, lost = _Reading(file), 0, False
        while start >= 0:
            before, reading.at = reading.number, start
            try:
                yield from _from(start, reading, given)
                break
            except _Onward:
                start, lost = _next(file, reading.at + 1), False
            except Exception as error:
                start = _next(file, reading.at + 1)
                # What cannot be read may begin like a record, and fail again.
                if reading.number > before or not lost:
                    reading.number += 1
                    what = f"record {reading.number}" + ("" if start >= 0 else " and what follows")
                    reason = told(f"{what} ({type(error).__name__})", error)
                    yield Rejection(f"{given.name}:{reading.number}", "broken", reason, _ANEW)
                lost = True
    if not reading.number:
        yield Rejection(given.name, "no articles", "no record of a page in this archive", _ANEW)
    for why, count in sorted(reading.passed.items()):
        several = "1 record is" if count == 1 else f"{count:,} records are"
        yield Rejection(given.name, "no page", f"{several} {why}", "nothing to do: only pages hold articles")


def page_drafts(record: Record) -> Drafts:
    """The article of one page."""
    for draft in html.drafts(Input(record.name, record.data, charset=record.charset)):
        if isinstance(draft, Rejection):
            yield draft
            continue
        url = Given(record.address, "WARC-Target-URI") if draft.url is None and record.address else draft.url
        part = f"the archive has only a part of this page (WARC-Truncated: {record.cut})"
        yield replace(draft, url=url, notes=(*draft.notes, *([("cut", part)] if record.cut else [])))


def _from(start: int, reading: _Reading, given: Input) -> Records:
    """The pages from a place on where a record begins."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    reading.file.seek(start)
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.revisit
    for record in ArchiveIterator(reading.file, record_types=wanted, parse_http=True, auto_decode="none"):
        reading.number, reading.at = reading.number + 1, record.stream_pos
        name = f"{given.name}:{reading.number}"
        if record.content_length > _RUN_AWAY * given.limit:
            size = f"this record says it has {record.content_length / 1e6:,.0f} MB"
            yield Rejection(name, "too large", size, _ALONE)
            raise _Onward
        if (why := _no_page(record)) is not None:
            reading.passed[why] += 1
            continue
        try:
            found = _page(name, record, given)
        except Exception as error:
            yield Rejection(name, "broken", told(f"this record ({type(error).__name__})", error), _ANEW)
            raise _Onward from error
        yield found


def _no_page(record: Any) -> str | None:
    """Why a record is no page, or None."""
    if record.headers.get("WARC-Type") == "revisit":
        return "a note that a page was unchanged, without the page"
    if record.http_headers is not None and record.http_headers.status_code not in (200, None):
        return f"an answer with status {record.http_headers.status_code}, not a page"
    kind = (record.http_content_type or record.headers.get("Content-Type") or "of no stated type").split(";")[0].strip()
    return None if kind.lower() in _PAGES else f"{kind.lower()[:60]}, not a page"


def _page(name: str, record: Any, given: Input) -> Record | Rejection:
    # What a record says of its size holds for what is packed: a bomb shows only in unpacking.
    # No byte more than it has: what follows may be broken.
    data = record.reader.read(min(record.content_length, given.limit + 1))
    cut = record.headers.get("WARC-Truncated")
    if len(data) < min(record.content_length, given.limit) and not cut:
        raise EOFError("it breaks off")
    try:
        if len(data) > given.limit:
            raise http.TooLarge
        answer = record.http_headers or {}
        chunked = "chunked" in (answer.get("Transfer-Encoding") or "").lower()
        data = http.unpacked(data, chunked, answer.get("Content-Encoding") or "", given.limit, bool(cut))
    except http.TooLarge:
        return Rejection(name, "too large", f"more than the {given.limit / 1e6:.1f} MB that may be taken in", _ALONE)
    except http.Unreadable as error:
        return Rejection(name, "broken", told("this record", error), _ANEW)
    address = record.headers.get("WARC-Target-URI")
    return Record(name, given.name, "page", data, address and address.strip("<>"), record.http_charset, cut)


def _next(file: IO[bytes], start: int) -> int:
    """Where the next record from ``start`` on begins; -1 where none does."""
    file.seek(0)
    sign = _PACKED if file.read(len(_PACKED)) == _PACKED else _PLAIN
    file.seek(start)
    held, at = b"", start
    while more := file.read(_BLOCK):
        held += more
        place = held.find(sign)
        while place >= 0:
            if _is_record(file, at + place):
                return at + place
            place = held.find(sign, place + 1)
        at += len(held) - len(sign) + 1
        held = held[1 - len(sign) :]
        file.seek(at + len(held))
    return -1


def _is_record(file: IO[bytes], place: int) -> bool:
    """Whether what looks like the beginning of a record is one."""
    file.seek(place)
    head = file.read(_BEGINNING)
    try:
        return bool(_HEAD.match(zlib.decompressobj(31).decompress(head, _BEGINNING) if head[:1] == b"\x1f" else head))
    except zlib.error:
        return False

"""Web archives (WARC, also compressed record by record), streamed: an article for each page, whatever the size.

An address comes from the page, else from the record. The time of a crawl is no time of publication.
"""

from collections import Counter
from dataclasses import replace
from typing import Any

from conspectus.ingest import html
from conspectus.ingest.draft import Draft, Drafts, Given, Input, Record, Records, told
from conspectus.model import Rejection

_PAGES = ("text/html", "application/xhtml+xml")
_RUN_AWAY = 50
"""A record that says it has so many times the bytes of the largest article ends the file."""


def records(given: Input) -> Records:
    """The pages of an archive, unpacked one at a time; what is none is counted."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    passed: Counter[str] = Counter()
    number = 0
    try:
        with open(given.name, "rb") as file:
            wanted = WarcRecordType.response | WarcRecordType.resource
            for record in ArchiveIterator(file, record_types=wanted, parse_http=True, auto_decode="all"):
                number += 1
                name = f"{given.name}:{number}"
                if record.content_length > _RUN_AWAY * given.limit:
                    size = f"record {number} says it has {record.content_length / 1e6:,.0f} MB"
                    yield Rejection(name, "too large", f"{size}; it and what follows is not read", _ANEW)
                    break
                if (why := _no_page(record)) is not None:
                    passed[why] += 1
                    continue
                yield _unpacked(name, record, given)
    except Exception as error:
        reason = told(f"record {number + 1} and what follows ({type(error).__name__})", error)
        yield Rejection(f"{given.name}:{number + 1}", "broken", reason, _ANEW)
        number += 1
    if not number:
        yield Rejection(given.name, "no articles", "no record of a page in this archive", _ANEW)
    for why, count in sorted(passed.items()):
        records = "1 record is" if count == 1 else f"{count:,} records are"
        yield Rejection(given.name, "no page", f"{records} {why}", "nothing to do: only pages hold articles")


_ANEW = "fetch the archive anew, or give the pages"


def _no_page(record: Any) -> str | None:
    """Why a record is no page, or None."""
    if record.http_headers is not None and record.http_headers.status_code not in (200, None):
        return f"an answer with status {record.http_headers.status_code}, not a page"
    kind = (record.http_content_type or record.headers.get("Content-Type") or "of no stated type").split(";")[0].strip()
    return None if kind.lower() in _PAGES else f"{kind.lower()[:60]}, not a page"


def _unpacked(name: str, record: Any, given: Input) -> Record | Rejection:
    # What a record says of its size holds for what is packed: a bomb shows only in unpacking.
    data = record.reader.read(given.limit + 1)
    if len(data) > given.limit:
        reason = f"more than the {given.limit / 1e6:.1f} MB that may be taken in"
        return Rejection(name, "too large", reason, "give the page alone, or raise --max-bytes")
    address = record.headers.get("WARC-Target-URI")
    return Record(name, given.name, "page", data, address and address.strip("<>"))


def page_drafts(record: Record) -> Drafts:
    """The article of one page."""
    for draft in html.drafts(Input(record.name, record.data)):
        if isinstance(draft, Draft) and draft.url is None and record.address:
            yield replace(draft, url=Given(record.address, "WARC-Target-URI"))
        else:
            yield draft

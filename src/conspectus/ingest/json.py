"""JSON and JSON Lines under the field names in use: news-please, Fundus, trafilatura, NewsAPI and hand-made ones.

Title and body are the input's own strings, unchanged, so that spans fit the file.
"""

import json
from collections.abc import Iterator
from typing import Any

from conspectus.ingest.decode import decode
from conspectus.ingest.draft import Draft, Drafts, Given, Input
from conspectus.model import Rejection
from conspectus.version import __version__

TITLE = ("title", "headline")
BODY = ("text", "body", "content", "maintext", "article", "articleBody")
OUTLET = ("outlet", "source", "publisher", "site", "sitename", "site_name", "source_domain")
PUBLISHED = ("published", "date", "publish_date", "date_publish", "datePublished", "published_at", "publishedAt")
URL = ("url", "link", "address")
AUTHORS = ("authors", "author", "byline")
LISTS = ("articles", "items", "data", "results")
LOOKED_FOR = "no such field in the JSON"


def drafts(given: Input) -> Drafts:
    """One object, a list of them, or an object with a list of them under a usual name."""
    found = decode(given.data)
    try:
        value = json.loads(found.text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        yield Rejection(given.name, "malformed JSON", f"not JSON at {where}: {error.msg}", "mend that place")
        return
    except RecursionError:
        yield Rejection(given.name, "malformed JSON", "nested too deeply", "give a flat object with title and text")
        return
    if isinstance(value, dict) and not _first(value, BODY):
        value = next((value[key] for key in LISTS if isinstance(value.get(key), list)), value)
    if not isinstance(value, list):
        yield _draft(given, given.name, given.data, value, found.encoding, found.replaced)
        return
    for place, one in enumerate(value):
        data = json.dumps(one, ensure_ascii=False).encode("utf-8", "surrogatepass")
        yield _draft(given, f"{given.name}[{place}]", data, one, found.encoding, found.replaced)


def line_drafts(given: Input) -> Drafts:
    """One object a line; a line that is none is rejected by its number and the rest goes on."""
    for number, line in _lines(given.data):
        name = f"{given.name}:{number}"
        found = decode(line)
        try:
            value = json.loads(found.text)
        except (json.JSONDecodeError, RecursionError) as error:
            yield Rejection(name, "malformed JSON", f"line {number} is not JSON: {error}", "mend that line")
            continue
        yield _draft(given, name, line, value, found.encoding, found.replaced)


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            yield number, line.rstrip(b"\r")


def _draft(given: Input, name: str, data: bytes, value: Any, encoding: str, replaced: int) -> Draft | Rejection:
    if not isinstance(value, dict):
        kind = type(value).__name__
        return Rejection(
            name, "no text", f"this JSON holds no article but a {kind}", "give an object with title and text"
        )
    body = _first(value, BODY)
    if body is None or not body.value.strip():
        fields = ", ".join(sorted(str(key) for key in value)[:12]) or "none"
        return Rejection(
            name, "no text", f"no text in this JSON (fields: {fields})", f"put the text under one of {', '.join(BODY)}"
        )
    title = _first(value, TITLE)
    return Draft(
        name, data, "application/json", encoding, replaced, "json", __version__, body.value, LOOKED_FOR,
        title=title.value if title else "", outlet=_first(value, OUTLET), published=_first(value, PUBLISHED),
        url=_first(value, URL), authors=_people(value),
    )  # fmt: skip


def _first(value: dict[str, Any], names: tuple[str, ...]) -> Given | None:
    """The first of these fields that holds words: a string, a number, or an object with a name."""
    for name in names:
        held = value.get(name)
        if isinstance(held, dict):
            held = held.get("name")
        if isinstance(held, int | float) and not isinstance(held, bool):
            held = str(held)
        if isinstance(held, str) and held.strip():
            return Given(held, f"field {name}")
    return None


def _people(value: dict[str, Any]) -> tuple[str, ...]:
    for name in AUTHORS:
        held = value.get(name)
        found = held if isinstance(held, list) else [held]
        named = [one.get("name") if isinstance(one, dict) else one for one in found]
        people = tuple(one.strip() for one in named if isinstance(one, str) and one.strip())
        if people:
            return people
    return ()

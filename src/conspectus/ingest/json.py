"""JSON and JSON Lines under the field names in use: news-please, Fundus, trafilatura, NewsAPI and hand-made ones.

Title and body are the input's own strings, unchanged, so that spans fit the file. The raw bytes are those of the
file or line; of an object in a list they are its JSON written anew, since the parser does not keep its place.
"""

import codecs
import json
from collections.abc import Iterator
from typing import Any

from conspectus.ingest.decode import decode, marked, unmarked_wide
from conspectus.ingest.draft import Draft, Drafts, Given, Input, Record, Records, is_blank
from conspectus.ingest.kinds import HEAD
from conspectus.model import Rejection
from conspectus.version import __version__

TITLE = ("title", "headline")
BODY = ("text", "body", "content", "maintext", "article", "articleBody")
OUTLET = ("outlet", "source", "publisher", "site", "sitename", "site_name", "source_domain")
PUBLISHED = (
    "published", "date", "publish_date", "date_publish", "datePublished", "published_at", "publishedAt",
    "publishing_date", "pubDate",
)  # fmt: skip
URL = ("url", "link", "address")
AUTHORS = ("authors", "author", "byline")
LISTS = ("articles", "items", "data", "results")
WRAPPERS = ("article", "data", "item", "result", "document")
LOOKED_FOR = "no such field in the JSON"
_WIDE_MOST = 50
_OBJECT = "give an object with title and text"
_KINDS = {str: "a string", int: "a number", float: "a number", bool: "true or false", list: "a list"}


def drafts(given: Input) -> Drafts:
    """One object, a list of them, or an object with a list of them under a usual name."""
    found = decode(given.data)
    try:
        value, twice = _parsed(found.text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and _is_object(found.text.lstrip().split("\n", 1)[0]):
            yield from line_drafts(given)  # objects one a line, under the ending of JSON
            return
        where = f"line {error.lineno}, column {error.colno}"
        yield Rejection(given.name, "malformed JSON", f"not JSON at {where}: {error.msg}", "mend that place")
        return
    except (ValueError, RecursionError) as error:
        yield Rejection(given.name, "malformed JSON", _too_much(error), _OBJECT)
        return
    if isinstance(value, dict) and not _words(value, BODY):
        value = next((value[key] for key in LISTS if isinstance(value.get(key), list)), value)
    if not isinstance(value, list):
        yield object_draft(Input(given.name, given.data), value, found.encoding, found.replaced, twice)
        return
    if not value:
        yield Rejection(given.name, "no text", "this JSON holds an empty list", "give one with articles in it")
    for place, one in enumerate(value):
        data = json.dumps(one, ensure_ascii=False).encode("utf-8", "surrogatepass")
        yield object_draft(Input(f"{given.name}[{place}]", data), one, found.encoding, found.replaced, twice)


def line_drafts(given: Input) -> Drafts:
    """One object a line; a line that is none is rejected by its number and the rest goes on."""
    for record in records(given):
        yield record if isinstance(record, Rejection) else line_draft(record)


def records(given: Input) -> Records:
    """The lines with something in them.

    Of a file that is streamed one line at a time is held; one that is longer than an article may be is passed over.
    """
    for number, line in _from_file(given) if given.streamed else _lines(given.data):
        name = f"{given.name}:{number}"
        if line is None:
            reason = f"line {number} has more than the {given.limit / 1e6:.1f} MB that may be taken in"
            yield Rejection(name, "too large", reason, "give the article alone, or raise --max-bytes")
        else:
            yield Record(name, given.name, "line", line)


def line_draft(record: Record) -> Draft | Rejection:
    """The article of one line."""
    found, number = decode(record.data), record.name.rpartition(":")[2]
    try:
        value, twice = _parsed(found.text)
    except json.JSONDecodeError as error:
        reason = f"line {number} is not JSON at column {error.colno}: {error.msg}"
        return Rejection(record.name, "malformed JSON", reason, "mend that line")
    except (ValueError, RecursionError) as error:
        return Rejection(record.name, "malformed JSON", f"line {number} is {_too_much(error)}", _OBJECT)
    return object_draft(Input(record.name, record.data), value, found.encoding, found.replaced, twice)


def _parsed(text: str) -> tuple[Any, tuple[str, ...]]:
    """The value, and the fields that stand twice in one object (the last one counts)."""
    twice: dict[str, None] = {}

    def held(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            twice.update(dict.fromkeys(name for name in found if names.count(name) > 1))
        return found

    return json.loads(text, object_pairs_hook=held), tuple(twice)


def _too_much(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else "beyond reading: a number with too many digits"


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    if _wide(data):
        data = decode(data).text.encode("utf-8", "surrogatepass")
    for number, line in enumerate(marked(data)[1].split(b"\n"), 1):
        if line.strip():
            yield number, line.rstrip(b"\r")


def _wide(data: bytes) -> bool:
    """Whether a sign takes two bytes or four, so that lines cannot be told before decoding."""
    return (marked(data)[0] or unmarked_wide(data) or "utf-8") != "utf-8"


def _from_file(given: Input) -> Iterator[tuple[int, bytes | None]]:
    """The lines of a file with their numbers; None for one that is too long."""
    if _wide(given.data):
        with open(given.name, "rb") as file:
            data = file.read(_WIDE_MOST * given.limit + 1)
        if len(data) > _WIDE_MOST * given.limit:
            raise ValueError("too large for lines in UTF-16 or UTF-32: save it as UTF-8")
        yield from _lines(data)
        return
    with open(given.name, "rb") as file:
        number, line = 1, file.readline(given.limit + 1).removeprefix(codecs.BOM_UTF8)
        while line:
            whole = line.endswith(b"\n") or len(line) <= given.limit
            while not whole and (rest := file.readline(HEAD)) and not rest.endswith(b"\n"):
                pass
            if line.strip():
                yield number, line.rstrip(b"\r\n") if whole else None
            number, line = number + 1, file.readline(given.limit + 1)


def object_draft(
    given: Input, value: Any, encoding: str = "utf-8", replaced: int = 0, twice: tuple[str, ...] = ()
) -> Draft | Rejection:
    """The article that one object holds under the field names in use."""
    if not isinstance(value, dict):
        kind = _KINDS.get(type(value), "null")
        return Rejection(given.name, "no text", f"this JSON holds no article but {kind}", _OBJECT)
    body = _words(value, BODY)
    inner = next((value[key] for key in WRAPPERS if isinstance(value.get(key), dict)), None)
    if body is None and inner and _words(inner, BODY):
        value = {**value, **inner}
        body = _words(inner, BODY)
    if body is None or is_blank(body.value):
        return _without_text(given.name, value)
    title = _words(value, TITLE)
    return Draft(
        given.name, given.data, "application/json", encoding, replaced, "json", __version__, body.value, LOOKED_FOR,
        title=title.value if title else "", outlet=_first(value, OUTLET), published=_first(value, PUBLISHED),
        url=_first(value, URL), authors=_people(value),
        notes=tuple(("field twice", f"the field {name} stands twice; the last one counts") for name in twice),
    )  # fmt: skip


def _without_text(name: str, value: dict[str, Any]) -> Rejection:
    """Told by the fields that are there, and by what a field for the text holds instead of words."""
    fields = ", ".join(sorted(" ".join(str(key).split())[:40] for key in value)[:12]) or "none"
    held = next((key for key in BODY if value.get(key) is not None), None)
    reason = f"no text in this JSON (fields: {fields})"
    if held is not None:
        kind = _KINDS.get(type(value[held]), "an object")
        what = "is empty" if isinstance(value[held], str) else f"holds {kind}, not a text"
        reason = f"the field {held} {what} (fields: {fields})"
    return Rejection(name, "no text", reason, f"put the text under one of {', '.join(BODY)}")


def _words(value: dict[str, Any], names: tuple[str, ...]) -> Given | None:
    """The first of these fields that is a string with something in it, unchanged."""
    for name in names:
        held = value.get(name)
        if isinstance(held, str) and held.strip():
            return Given(held, f"field {name}")
    return None


def _first(value: dict[str, Any], names: tuple[str, ...]) -> Given | None:
    """The first of these fields that tells a fact: a string, a number, or an object with a name."""
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

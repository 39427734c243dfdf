"""Articles with their stories out of a library: JSON lines, CSV or Parquet, for whatever comes next."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from conspectus.errors import OptionError
from conspectus.store.finding import articles
from conspectus.store.library import Library

FIELDS = ("id", "story", "title", "outlet", "date", "url", "language", "raw_sha256", "text")


def exported(library: Library, path: str) -> bytes:
    """All articles in the form that the ending of ``path`` names; OptionError for another one.

    JSON lines have the names that ``conspectus add`` reads, so that they can be added to another library.
    """
    form = path.lower().rpartition(".")[2]
    if form in ("jsonl", "ndjson") or path == "-":
        return b"".join(json.dumps(row).encode("ascii") + b"\n" for row in _rows(library))
    if form == "csv":
        held = io.StringIO()
        writer = csv.DictWriter(held, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _plain(value) for name, value in row.items()} for row in _rows(library))
        return held.getvalue().encode("utf-8", "replace")
    if form == "parquet":
        return _parquet(list(_rows(library)))
    raise OptionError("no such form of export", path, "end the name with .jsonl, .csv or .parquet")


def _rows(library: Library) -> Iterator[dict[str, Any]]:
    for article, story in articles(library):
        known = (article.outlet.value, article.published.value, article.url.value, article.language.code)
        yield dict(
            zip(FIELDS, (article.id, story, article.title, *known, article.raw.sha256, article.body), strict=True)
        )


def _plain(value: Any) -> Any:
    """What a spreadsheet would run as a formula is led by an apostrophe, as it shows text."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _parquet(rows: list[dict[str, Any]]) -> bytes:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise OptionError("Parquet is written with pyarrow", "pyarrow", 'pip install "conspectus[parquet]"') from error
    clean = [{name: value and value.encode("utf-8", "replace").decode() for name, value in row.items()} for row in rows]
    held = io.BytesIO()
    schema = pyarrow.schema([(name, pyarrow.string()) for name in FIELDS])
    parquet.write_table(pyarrow.Table.from_pylist(clean, schema), held)
    return held.getvalue()

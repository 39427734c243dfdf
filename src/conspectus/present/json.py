"""Comparison and readings → JSON, as ``schema/*.json`` and docs/json.md describe it.

A record becomes an object with its fields in their order, a Decimal a string, a span an object; raw
bytes stay out (their SHA-256 stands for them), texts stay in, since spans index them.
"""

import dataclasses
import json
from collections.abc import Sequence
from decimal import Decimal
from importlib import resources
from typing import Any

from conspectus.model import Article, Comparison, Made, Reading, Rejection
from conspectus.present.outline import outline

COMPARISON = "conspectus-comparison/1"
READING = "conspectus-reading/1"

Json = Any


def comparison_json(comparison: Comparison) -> bytes:
    """One comparison as UTF-8 JSON that validates against ``schema("comparison-1")``."""
    return _encoded(comparison_object(comparison))


def reading_json(readings: Sequence[Reading], made: Made, rejections: Sequence[Rejection] = ()) -> bytes:
    """Readings of any number of articles as UTF-8 JSON that validates against ``schema("reading-1")``."""
    return _encoded(reading_object(readings, made, rejections))


def rejections_jsonl(rejections: Sequence[Rejection]) -> bytes:
    """One JSON object a line: name, code, reason, advice."""
    return b"".join(_utf8(json.dumps(_plain(one), ensure_ascii=False)) + b"\n" for one in rejections)


def comparison_object(comparison: Comparison) -> dict[str, Json]:
    """The comparison as plain objects, lists, strings and numbers."""
    rows = {row.finding.id: row for section in outline(comparison).sections for row in section.rows}
    sigla = [comparison.siglum(article.id) for article in comparison.articles]
    articles = zip(sigla, comparison.articles, strict=True)
    return {
        "format": COMPARISON,
        "made": _plain(comparison.made),
        "options": _plain(comparison.options),
        "articles": [{"siglum": siglum, **_article(article)} for siglum, article in articles],
        "findings": [{"label": rows[one.id].label, **_plain(rows[one.id].finding)} for one in comparison.findings],
        "heard": _plain(comparison.heard),
        "alignments": _plain(comparison.alignments),
        "entities": _plain(comparison.entities),
        "origins": _plain(comparison.origins),
        "decisions": _plain(comparison.decisions),
        "readings": [_reading(reading) for reading in comparison.readings],
        "notes": _plain(comparison.notes),
        "rejections": _plain(comparison.rejections),
    }


def reading_object(readings: Sequence[Reading], made: Made, rejections: Sequence[Rejection]) -> dict[str, Json]:
    """Readings as plain objects, lists, strings and numbers."""
    return {
        "format": READING,
        "made": [_plain(made)],
        "articles": [_article(reading.article) for reading in readings],
        "readings": [_reading(reading) for reading in readings],
        "rejections": _plain(tuple(rejections)),
    }


def schema(name: str) -> dict[str, Json]:
    """The JSON Schema that ships with the package: "comparison-1" or "reading-1"."""
    text = resources.files("conspectus.present").joinpath(f"schema/{name}.json").read_text(encoding="utf-8")
    loaded: dict[str, Json] = json.loads(text)
    return loaded


def _article(article: Article) -> dict[str, Json]:
    plain: dict[str, Json] = _plain(article)
    del plain["raw"]["data"]
    return plain


def _reading(reading: Reading) -> dict[str, Json]:
    fields = [field.name for field in dataclasses.fields(reading) if field.name != "article"]
    return {"article": reading.article.id, **{name: _plain(getattr(reading, name)) for name in fields}}


def _plain(record: Any) -> Json:
    """A record as JSON holds it, recursively."""
    if dataclasses.is_dataclass(record):
        return {field.name: _plain(getattr(record, field.name)) for field in dataclasses.fields(record)}
    if isinstance(record, tuple):
        return [_plain(one) for one in record]
    return str(record) if isinstance(record, Decimal) else record


def _encoded(content: dict[str, Json]) -> bytes:
    return _utf8(json.dumps(content, ensure_ascii=False, indent=1)) + b"\n"


def _utf8(text: str) -> bytes:
    # A lone surrogate has no UTF-8 form; its backslash escape is what JSON writes for it.
    return text.encode("utf-8", "backslashreplace")

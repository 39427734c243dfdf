"""Records as JSON and back, by their types. Articles inside readings stand as their ids: their texts are kept once.

Fields go by name, so that what a later version adds to a record takes its default when an older one is read.
"""

import dataclasses
import json
import types
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from conspectus.model import Article, Comparison


def to_json(record: Any) -> str:
    """A record, or a tuple of them, as JSON that ``from_json`` understands."""
    return json.dumps(_plain(record), ensure_ascii=True, separators=(",", ":"))


def article_to_json(article: Article) -> str:
    """All of an article but its texts and raw bytes, which have places of their own."""
    fields = [one.name for one in dataclasses.fields(article) if one.name not in ("title", "body")]
    held = {name: _plain(getattr(article, name)) for name in fields}
    # A lone surrogate, which JSON may bring in, has no place in a text column.
    odd = {name: getattr(article, name) for name in ("title", "body") if _odd(getattr(article, name))}
    return json.dumps(held | odd, ensure_ascii=True, separators=(",", ":"))


def article_from_json(text: str, title: str, body: str, raw: bytes = b"") -> Article:
    """The article, with its texts and raw bytes put back."""
    made = _article({"title": title, "body": body} | json.loads(text))
    return dataclasses.replace(made, raw=dataclasses.replace(made.raw, data=raw))


def comparison_from_json(text: str | bytes) -> Comparison:
    """The comparison of a file that ``compare --json`` wrote; its articles come without their raw bytes."""
    held = json.loads(text)
    for one in held["articles"]:
        one["raw"]["data"] = ""
    articles = {one["id"]: _article(one) for one in held["articles"]}
    made: Comparison = _maker(Comparison)(held, articles)
    return made


def _article(held: Mapping[str, Any]) -> Article:
    hints = get_type_hints(Article)
    return Article(**{name: _maker(hints[name])(value, {}) for name, value in held.items() if name in hints})


def column(text: str) -> str:
    """A text as a column holds it."""
    return text.encode("utf-8", "replace").decode("utf-8") if _odd(text) else text


def _odd(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= sign <= "\udfff" for sign in text)


def from_json[Record](kind: type[Record], text: str, articles: Mapping[str, Article]) -> Record:
    """The record of type ``kind``; KeyError for an article that is not among ``articles``."""
    make: Maker = _maker(kind)  # type: ignore[arg-type]
    made: Record = make(json.loads(text), articles)
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, Article):
        return value.id
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple | list | frozenset | set):
        return [_plain(one) for one in value]
    if isinstance(value, bytes):
        return ""
    return str(value) if isinstance(value, Decimal) else value


Maker = Callable[[Any, Mapping[str, Article]], Any]


@cache
def _maker(kind: Any) -> Maker:
    """What makes a value of this type from its JSON."""
    if kind is Article:
        return lambda value, articles: articles[value]
    if kind is bytes:
        return lambda value, _: b""
    if kind is Decimal:
        return lambda value, _: Decimal(value)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        makers = {field.name: _maker(hints[field.name]) for field in dataclasses.fields(kind)}
        return lambda value, articles: kind(**{n: m(value[n], articles) for n, m in makers.items() if n in value})
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _optional(tuple(one for one in inner if one is not type(None)))
    if origin is tuple and inner[-1] is ...:
        one = _maker(inner[0])
        return lambda value, articles: tuple(one(held, articles) for held in value)
    if origin is tuple:
        several = [_maker(held) for held in inner]
        return lambda value, articles: tuple(m(held, articles) for m, held in zip(several, value, strict=True))
    if origin in (None, Literal) or kind in (str, int, float, bool):
        return lambda value, _: value
    raise TypeError(f"no way to read {kind} back from JSON")


def _optional(kinds: tuple[Any, ...]) -> Maker:
    if len(kinds) > 1:
        raise TypeError(f"no way to tell which of {kinds} a JSON value is")
    make = _maker(kinds[0])
    return lambda value, articles: None if value is None else make(value, articles)

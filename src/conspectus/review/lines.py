"""A decision as one line of JSON, and back. The page writes the same lines."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, get_args

from conspectus.model import Corrected, Correction, Decision, Judgement, Span, SpeakerKind

FORMAT = "conspectus-decision/1"

_FORMATS = re.compile(r"conspectus-decision/(\d+)")
_WHEN = re.compile(r"\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-6]\d(\.\d{1,9})?Z")
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_ID = re.compile(r"[0-9a-f]{12}")
_NO_TEXT = re.compile("[\ud800-\udfff]")
_LONGEST = 100_000
"""Characters of a line that is taken for a decision."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The decisions of some lines in their order, and for each line that is none its number with the reason."""

    decisions: tuple[Decision, ...]
    refused: tuple[tuple[int, str], ...]


def line(decision: Decision) -> str:
    """One line of JSON with its line end, as docs/json.md describes it."""
    return json.dumps({"format": FORMAT, **asdict(decision)}, ensure_ascii=True) + "\n"


def parsed(text: str) -> Parsed:
    """Every line that is a decision. A line that broke off is refused with its number, never taken by half.

    Bytes that are not UTF-8 stand in ``text`` as surrogates ("surrogateescape"); their lines are refused.
    """
    decisions, refused = [], []
    for number, one in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if not one.strip():
            continue
        try:
            decisions.append(_decision(one))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            refused.append((number, f"{error}" if isinstance(error, ValueError) else "a field is missing or odd"))
    return Parsed(tuple(decisions), tuple(refused))


def _decision(one: str) -> Decision:
    if len(one) > _LONGEST:
        raise ValueError(f"longer than any decision ({_LONGEST:,} characters)")
    if _NOT_UTF8.search(one):
        raise ValueError("not in UTF-8")
    try:
        given = json.loads(one)
    except ValueError as error:
        raise ValueError("not a whole line of JSON") from error
    if not isinstance(given, dict) or given.get("format") != FORMAT:
        raise ValueError(_odd_format(given))
    correction = given["correction"]
    return Decision(
        _matching(given["story"], _ID, "story"),
        None if given["finding"] is None else _matching(given["finding"], _ID, "finding"),
        None if given["judgement"] is None else _among(given["judgement"], get_args(Judgement), "judgement"),
        _text(given["note"], "note"),
        None if given["who"] is None else _text(given["who"], "who"),
        _matching(given["when"], _WHEN, "when"),
        None if correction is None else _correction(correction),
        _text(given.get("about", ""), "about"),
        tuple(_text(article, "article") for article in given.get("articles", ())),
    )


def _odd_format(given: Any) -> str:
    """Why this is no line of this format; one of a later format is no damage, and the file is as it should be."""
    found = _FORMATS.fullmatch(str(given.get("format"))) if isinstance(given, dict) else None
    if found and int(found[1]) > 1:
        return f"written by a newer Conspectus ({found[0]}): install that to read it"
    return f"its format is not {FORMAT}"


def _correction(given: dict[str, Any]) -> Correction:
    return Correction(
        _among(given["what"], get_args(Corrected), "what"),
        _spans(given["spans"]),
        _spans(given["names"]),
        None if given["kind"] is None else _among(given["kind"], get_args(SpeakerKind), "kind"),
        None if given["value"] is None else _text(given["value"], "value"),
        _flag(given.get("withdrawn", False), "withdrawn"),
    )


def _spans(given: Iterable[dict[str, Any]]) -> tuple[Span, ...]:
    spans = tuple(Span(one["article"], one["part"], one["start"], one["end"]) for one in given)
    if not all(type(place) is int for span in spans for place in (span.start, span.end)):
        raise ValueError("a span runs between whole numbers")
    if not all(isinstance(span.article, str) and span.part in ("title", "body") for span in spans):
        raise ValueError("a span lies in the title or body of an article")
    return spans


def _matching(value: Any, pattern: re.Pattern[str], what: str) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError(f"its {what} is odd")
    return value


def _among(value: Any, known: tuple[Any, ...], what: str) -> Any:
    if value not in known:
        raise ValueError(f"its {what} is none of {', '.join(known)}")
    return value


def _text(value: Any, what: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"its {what} is no text")
    if _NO_TEXT.search(value):
        raise ValueError(f"its {what} holds half a character")
    return value


def _flag(value: Any, what: str) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"its {what} is neither true nor false")
    return value

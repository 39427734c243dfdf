"""The words of our own that stand around what articles print. Every presentation takes them from here."""

import re
from collections.abc import Callable

from conspectus.model import Article, Decision, Finding, Judgement, Property, Severity, Span

SEVERITIES: dict[Severity, tuple[str, str]] = {
    "conflict": ("Conflict", "as worded, both cannot hold"),
    "tension": ("Tension", "the readings pull apart; both may hold"),
    "granularity": ("Detail", "one says more than the other"),
}
"""Level → its name on pages and what it means."""

SECTIONS = {
    "differ": "Differ", "agree": "Agree", "only": "Only one", "accused": "Accused", "called": "Names",
    "origins": "Origins", "inside": "Inside one", "unknown": "Could not tell",
}  # fmt: skip
"""Key of a section → its name where there is little room."""

UNGRADED = ("No level", "the words differ")

PROPERTIES: dict[Property, str] = {
    "speaker_source": "speaker",
    "name_role": "name or role",
    "number": "number",
    "duration": "duration",
    "date": "date",
    "place": "place",
    "status": "status",
    "action": "action",
    "scope": "scope",
    "told": "told",
    "accused": "accusation",
    "called": "name",
    "came from": "origin",
    "quote": "quotation",
}
"""What was compared, in the order rows stand within a level: people and sourcing first, wording last."""

_EXACT = re.compile(r"^(-?[\d.]*\d)\.\.\1( .*)?$")
_CLOCK = re.compile(r"T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?")

ORIGIN_NOT_STATED = "origin not stated: not shown to be independent"


def number(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: "1 article", "2 articles"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def outlet(article: Article) -> str:
    return article.outlet.value or "outlet not stated"


def date(article: Article) -> str:
    """The publication time to the minute, for people; data keeps what was given."""
    return _CLOCK.sub(r" \1 ", article.published.value or "no date").strip()


def words(article: Article) -> str:
    """How long the body is, counted between white space."""
    return number(len(article.body.split()), "word")


def headline(article: Article) -> str:
    """The title, or the headline that stands in the body, or ""."""
    if article.title.strip():
        return article.title.strip()
    blocks = (block for block in article.blocks if block.role == "headline")
    return next((article.words(block.span).strip() for block in blocks), "")


def value(normalised: str | None) -> str:
    """A normalised value for people: an exact amount is given once ("12 person"); "" for none."""
    return _EXACT.sub(r"\1\2", normalised or "")


def level(finding: Finding) -> tuple[str, str]:
    """The name of a finding's level and what it means."""
    return SEVERITIES[finding.severity] if finding.severity else UNGRADED


JUDGED: dict[Judgement, str] = {"accept": "✓ accepted", "reject": "× rejected", "could not tell": "? could not tell"}


def judged(decision: Decision, words: Callable[[Span], str]) -> str:
    """What one decision says; ``words`` gives the words under a span."""
    right = decision.correction
    if right is None:
        said = [JUDGED[decision.judgement]] if decision.judgement else []
        note = [f"note: {decision.note}"] if decision.note else []
        return "; ".join([*said, *note]) or "taken back"
    at = " … ".join(words(span) for span in right.spans)
    if right.what == "origin":
        said_of = f"origin put right: {right.value or 'not stated'}"
    else:
        names = " / ".join(words(span) for span in right.names)
        nobody = "the article does not tell" if right.what == "speaker" else "somebody of their own"
        said_of = f"{right.what} put right: “{at}” is {f'“{names}”' if names else nobody}"
    return f"{said_of}; note: {decision.note}" if decision.note else said_of

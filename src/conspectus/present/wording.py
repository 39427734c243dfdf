"""The words of our own that stand around what articles print. Every presentation takes them from here."""

import re
from collections.abc import Callable, Sequence

from conspectus.model import SURE, Article, Decision, Finding, Judgement, Property, Severity, Span
from conspectus.present.values import day

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

EXPLAINED = {
    "differ": "Same point, different readings, marked a, b, c. Readings are shown as printed. "
    "No reading is called right.",
    "agree": "Articles that relay one origin count once. The same number in two columns is the same origin; ? means "
    "that no origin is stated, which is not shown to be independent.",
    "only": "Looked for in every other article and not found there, which says nothing about why.",
    "accused": "An answer is listed where it names the accusation. An accusation without an answer is no fact.",
    "called": "The words by which each article calls the same, and in whose voice.",
    "origins": "One origin, however many articles print it.",
    "inside": "What one article says in two ways: its headline against its text, or one place against another.",
    "unknown": "What was looked for and cannot be decided from these texts.",
}
"""Key of a section → one sentence or two on how to read it."""

UNGRADED = ("No level", "the words differ")
PERHAPS = ("Perhaps", "found by likeness; half of them differ")
_UNSURE = "compare.differences"
"""What this component finds is found by likeness, and set apart from what was compared value by value."""
PERHAPS_ALIKE = ("Perhaps", "found by likeness; more than half of them tell of two things")
_ALIKE = "compare.agreement"
"""What this component finds with less than ``SURE`` is set apart: of 58 read a strict reader held 24 for wrong, above 7
of 85."""
CHALLENGED = ("Perhaps challenged", "in milder words, found by likeness; one in three challenges nothing")

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
    "challenged": "challenge",
    "called": "name",
    "came from": "origin",
    "quote": "quotation",
}
"""What was compared, in the order rows stand within a level: people and sourcing first, wording last."""

_CLOCK = re.compile(r"T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?")

ORIGIN_NOT_STATED = "origin not stated: not shown to be independent"


def section(key: str, rows: int) -> str:
    """The name of a section behind the number of its rows: "1 origin", "2 origins"."""
    name = SECTIONS[key].lower()
    return name.removesuffix("s") if rows == 1 and key in ("called", "origins") else name


def origins(finding: Finding) -> str:
    """Whom and what an agreement rests on, for people; "" where no origin is stated."""
    named = [rest.name or "one text" for rest in finding.rests if rest.origin]
    return " / ".join(named) or finding.origin or ""


def number(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: "1 article", "2 articles"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def titled(title: str) -> str:
    """A title with a capital letter; what begins with a mark stays as it is printed."""
    return title[:1].upper() + title[1:] if title[:1].isalpha() else title


def outlet(article: Article) -> str:
    return article.outlet.value or "outlet not stated"


def date(article: Article) -> str:
    """The publication time to the minute, for people; data keeps what was given."""
    return _CLOCK.sub(r" \1 ", article.published.value or "no date").strip()


def days(articles: Sequence[Article]) -> str:
    """From when to when the articles were published: "11–12 March 2031"; says so where some carry no date."""
    dates = sorted({article.published.value[:10] for article in articles if article.published.value})
    undated = sum(1 for article in articles if not article.published.value)
    if not dates:
        return "no article carries a date" if len(articles) > 1 else "no date"
    first, last = day(dates[0]), day(dates[-1])
    if len(dates[0]) == len(dates[-1]) == len("2031-03-11") and dates[0][:7] == dates[-1][:7]:
        first = first.split()[0]
    told = last if dates[0] == dates[-1] else f"{first} to {last}"
    return f"{told}, {undated} without a date" if undated else told


def words(article: Article) -> str:
    """How long the body is, counted between white space."""
    return number(len(article.body.split()), "word")


def headline(article: Article) -> str:
    """The title, or the headline that stands in the body, or ""."""
    if article.title.strip():
        return article.title.strip()
    blocks = (block for block in article.blocks if block.role == "headline")
    return next((article.words(block.span).strip() for block in blocks), "")


def group(finding: Finding) -> tuple[str, str]:
    """The heading that a difference stands under, and what it says: its level, or that it is not sure."""
    return PERHAPS if finding.made.component == _UNSURE else level(finding)


def is_sure(agreement: Finding) -> bool:
    """Whether an agreement is more than likely."""
    return agreement.made.component != _ALIKE or agreement.certainty >= SURE


def level(finding: Finding) -> tuple[str, str]:
    """The name of a finding's level and what it means."""
    return SEVERITIES[finding.severity] if finding.severity else UNGRADED


JUDGED: dict[Judgement, str] = {"accept": "✓ accepted", "reject": "× rejected", "could not tell": "? could not tell"}


def judged(decision: Decision, quoted: Callable[[Span], str]) -> str:
    """What one decision says; ``quoted`` gives the words under a span in quotation marks, and whose they are."""
    right = decision.correction
    if right is None:
        said = [JUDGED[decision.judgement]] if decision.judgement else []
        note = [f"note: {decision.note}"] if decision.note else []
        return "; ".join([*said, *note]) or "taken back"
    at = " … ".join(quoted(span) for span in right.spans)
    if right.withdrawn:
        return f"{right.what} put right: taken back" + ("" if right.what == "origin" else f", {at} is as it was read")
    if right.what == "origin":
        said_of = f"origin put right: {right.value or 'not stated'}"
    else:
        names = " / ".join(quoted(span) for span in right.names)
        nobody = "the article does not tell" if right.what == "speaker" else "somebody of their own"
        said_of = f"{right.what} put right: {at} is {names or nobody}"
    return f"{said_of}; note: {decision.note}" if decision.note else said_of


def accused(finding: Finding) -> str:
    """Whom an accusation is against; "" for a finding of another kind."""
    if finding.accused is None:
        return ""
    return f"against: {finding.accused.name or 'nobody named'}"


def not_found(finding: Finding) -> str:
    """What stands before the sigla of the articles in which it was not found."""
    told = {"allegation": "Answer not found", "discrepancy": "Nothing set beside it"}  # not looked for everywhere
    what = told.get(finding.kind, "Not found")
    return f"{what} in {'this article' if len(finding.missing) == 1 else 'these articles'}"

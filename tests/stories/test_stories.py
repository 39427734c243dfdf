"""Whole stories: the examples, with the findings expected in them marked inside the texts.

``⟦name|words⟧`` marks words that carry an expected finding; ``expected.toml`` beside the articles says
what has to be found there, or what must never be. The examples that ship are these files without the marks.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from examples_compared import EXAMPLES, compared

from conspectus import Comparison, Models, Span
from conspectus.model import Article, Finding

HERE = Path(__file__).parent
STORIES = tuple(sorted(path.parent.name for path in HERE.glob("*/expected.toml")))
MARK = re.compile(r"⟦(\w+)\|([^⟦⟧]*)⟧")


def expectations() -> list[Any]:
    rows = []
    for story in STORIES:
        table = tomllib.loads((HERE / story / "expected.toml").read_text(encoding="utf8"))
        for name, wanted in table.items():
            marks = [pytest.mark.xfail(strict=True, reason=wanted["known_miss"])] if "known_miss" in wanted else []
            rows.append(pytest.param(story, name, wanted, id=f"{story}-{name}", marks=marks))
    return rows


def marked_words(story: str) -> dict[str, list[tuple[str, str, str]]]:
    """Mark → (file name, the words before it, its words) in the marked files of a story."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for path in sorted((HERE / story).iterdir()):
        if path.name != "expected.toml":
            text = path.read_text(encoding="utf8")
            for mark in MARK.finditer(text):
                before = MARK.sub(r"\2", text[: mark.start()])[-40:]
                found.setdefault(mark[1], []).append((path.name, before, mark[2]))
    return found


def marked_spans(story: str, name: str, articles: tuple[Article, ...]) -> list[Span]:
    """Where the marked words stand in the articles; where they stand twice, what goes before them decides."""
    by_name = {Path(article.raw.name).name: article for article in articles}
    spans = []
    for file, before, words in marked_words(story)[name]:
        article = by_name[file]
        lengths = (n for n in range(len(before) + 1) if article.body.count(before[len(before) - n :] + words) == 1)
        length = next(lengths, None)
        assert length is not None, f"{words!r} has to be found in {file}"
        start = article.body.index(before[len(before) - length :] + words) + length
        spans.append(Span(article.id, "body", start, start + len(words)))
    return spans


def touches(finding: Finding, marks: list[Span]) -> set[str]:
    """Articles in which a span of the finding covers half of the shorter of it and a marked span."""
    hit = set()
    for side in finding.sides:
        for span in side.spans:
            for mark in marks:
                common = min(span.end, mark.end) - max(span.start, mark.start)
                if span.overlaps(mark) and 2 * common >= min(len(span), len(mark)):
                    hit.add(span.article)
    return hit


@pytest.mark.parametrize("story", STORIES)
def test_an_example_is_its_marked_story_without_the_marks(story: str) -> None:
    marked = {p.name: p.read_text(encoding="utf8") for p in (HERE / story).iterdir() if p.name != "expected.toml"}
    shipped = {p.name: p.read_text(encoding="utf8") for p in (EXAMPLES / story).iterdir()}
    assert {name: MARK.sub(r"\2", text) for name, text in marked.items()} == shipped


@pytest.mark.parametrize("story", STORIES)
def test_every_mark_has_an_expectation(story: str) -> None:
    table = tomllib.loads((HERE / story / "expected.toml").read_text(encoding="utf8"))
    assert set(table) == set(marked_words(story))


@pytest.mark.parametrize(("story", "name", "wanted"), expectations())
def test_finding(story: str, name: str, wanted: dict[str, Any], models: Models) -> None:
    comparison = compared(story, models)
    marks = marked_spans(story, name, comparison.articles)
    if wanted.get("anywhere_in_sentence"):
        marks = [sentence_around(comparison, mark) for mark in marks]
    needed = min(2, len({mark.article for mark in marks}))
    hits = [finding for finding in comparison.findings if len(touches(finding, marks)) >= needed]
    for kind in wanted.get("never", ()):
        assert not [hit for hit in hits if hit.kind == kind], wanted["what"]
    for severity in wanted.get("never_severity", ()):
        assert not [hit for hit in hits if hit.severity == severity], wanted["what"]
    if "kind" in wanted:
        assert any(fits(hit, wanted) for hit in hits), wanted["what"]


def fits(finding: Finding, wanted: dict[str, Any]) -> bool:
    return (
        finding.kind in wanted["kind"]
        and finding.property == wanted.get("property", finding.property)
        and finding.severity in wanted.get("severity", [finding.severity])
        and (not wanted.get("reconciled") or finding.reconciled is not None)
    )


def sentence_around(comparison: Comparison, mark: Span) -> Span:
    reading = next(one for one in comparison.readings if one.article.id == mark.article)
    around = [s.span for s in reading.sentences if s.span.overlaps(mark)]
    return Span(mark.article, mark.part, min(s.start for s in around), max(s.end for s in around))

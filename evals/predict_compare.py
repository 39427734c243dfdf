"""One story's folder of articles → findings as score_compare.py wants them."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from conspectus import Article, Comparison, Finding, Models, compare, ingest, read
from conspectus.model import Span


def findings(folder: Path, models: Models) -> Iterator[dict[str, Any]]:
    """Findings of the articles in ``folder``; a document is named by its file without the ending."""
    articles = taken_in(folder)
    comparison = compare([read(article, models) for article in articles])
    names = {article.id: os.path.splitext(os.path.basename(article.raw.name))[0] for article in articles}
    for finding in comparison.findings:
        yield from _lines(finding, comparison, names)


def taken_in(folder: Path) -> tuple[Article, ...]:
    """The articles of a story's folder; a file that is none ends the run."""
    paths = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    taken = ingest(*(str(path) for path in paths))
    for rejection in taken.rejections:
        raise SystemExit(f"{rejection.name}: {rejection.reason}; {rejection.advice}")
    return taken.articles


def _lines(finding: Finding, comparison: Comparison, names: dict[str, str]) -> Iterator[dict[str, Any]]:
    spans = [_span(span, names) for side in finding.sides for span in side.spans]
    if finding.kind == "agreement":
        yield {"kind": "agreement", "spans": spans}
    elif finding.kind == "quote":
        line = {"kind": "quote", "same_utterance": True, "class": "quote", "spans": spans}
        yield line | ({"severity": finding.severity} if finding.severity else {})
        if finding.verdict == "agree" or finding.severity == "granularity":
            yield {"kind": "agreement", "spans": spans}
    elif finding.kind == "discrepancy" and finding.verdict == "differ":
        yield {"kind": "discrepancy", "class": finding.property, "severity": finding.severity, "spans": spans}
    elif finding.kind == "label":
        yield {"kind": "label", "spans": spans}
    elif finding.kind == "origin":
        yield {"kind": "origin", "spans": _within(spans)}
    elif finding.kind == "allegation":
        read_as = {
            letter: [s for side in finding.sides if side.reading == letter for s in side.spans] for letter in "ab"
        }
        accused, answered = ([_span(span, names) for span in read_as[letter]] for letter in "ab")
        yield {"kind": "allegation", "allegation": _within(accused), "denial": _within(answered)}
    elif finding.kind == "only":
        for article in finding.missing:
            yield {"kind": "silence", "missing": names[article], "spans": spans}


def _within(spans: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The shortest spans of each article, as many as the scorer lets one finding cover."""
    room = dict.fromkeys((span["doc"].split("#")[0] for span in spans), 800)
    kept = []
    for span in sorted(spans, key=lambda one: (one["end"] - one["start"], one["doc"], one["start"])):
        name, length = span["doc"].split("#")[0], span["end"] - span["start"]
        if length <= room[name]:
            room[name] -= length
            kept.append(span)
    return kept


def _span(span: Span, names: dict[str, str]) -> dict[str, Any]:
    part = "#title" if span.part == "title" else ""
    return {"doc": names[span.article] + part, "start": span.start, "end": span.end}

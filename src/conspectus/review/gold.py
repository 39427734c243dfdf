"""What people decided, as gold in the scorers' formats: findings, speakers, entities."""

from collections.abc import Iterator, Sequence
from typing import Any

from conspectus.model import Decision, Span
from conspectus.review.apply import corrections, standing
from conspectus.review.subject import Json, Subject, spans_of

ACCEPTED = {
    "agreement": "agreements", "discrepancy": "discrepancies", "quote": "quote_variants", "label": "labels",
    "origin": "origins", "allegation": "allegation_denial", "only": "silences",
}  # fmt: skip
"""Kind of a finding → the list of gold that it belongs to once it is accepted."""


def findings(about: Subject, decisions: Sequence[Decision]) -> dict[str, Any]:
    """The story as gold of score_compare.py.

    Accepted findings are gold. A rejected discrepancy is a look-alike (``hard_negatives``), a rejected quotation one
    that is not the same utterance. Where people disagree or could not tell, a finding is neither.
    """
    gold: dict[str, Any] = {
        "format": "gold-1",
        "docs": {about.document(one["id"]): {"sha256": one["raw"]["sha256"]} for one in about.articles},
    }
    for finding in about.findings:
        said = {one.judgement for one in standing(decisions, finding["id"]) if one.judgement}
        if said == {"accept"} and finding["kind"] in ACCEPTED:
            for name, item in _accepted(about, finding):
                gold.setdefault(name, []).append(item)
        elif said == {"reject"} and finding["kind"] == "discrepancy":
            item = {"id": finding["id"], "why_not_a_discrepancy": "rejected", "spans": _all(about, finding)}
            gold.setdefault("hard_negatives", []).append(item)
        elif said == {"reject"} and finding["kind"] == "quote":
            item = {"id": finding["id"], "same_utterance": False, "spans": _all(about, finding)}
            gold.setdefault("quote_variants", []).append(item)
    return gold


def _accepted(about: Subject, finding: Json) -> Iterator[tuple[str, dict[str, Any]]]:
    name, item = ACCEPTED[finding["kind"]], {"id": finding["id"]}
    if finding["kind"] == "discrepancy":
        if finding["verdict"] == "differ":
            graded = {"class": finding["property"], "severity": finding["severity"] or "tension"}
            yield name, {**item, **graded, "what": finding["title"], "spans": _all(about, finding)}
    elif finding["kind"] == "quote":
        yield name, {**item, "same_utterance": True, "spans": _all(about, finding)}
    elif finding["kind"] == "only":
        for article in finding["missing"]:
            yield name, {**item, "missing": about.document(article), "told_in": _all(about, finding)}
    elif finding["kind"] == "allegation":
        told = {"allegation": _all(about, finding, "a"), "denial": _all(about, finding, "b")}
        yield name, {**item, **told}
    else:
        yield name, {**item, "claim": finding["title"], "spans": _all(about, finding)}


def _all(about: Subject, finding: Json, letter: str = "") -> list[dict[str, Any]]:
    sides = [side for side in finding["sides"] if side["reading"].startswith(letter)]
    return [_span(about, span) for side in sides for span in spans_of(side["spans"])]


def _span(about: Subject, span: Span) -> dict[str, Any]:
    part = "#title" if span.part == "title" else ""
    return {"doc": about.document(span.article) + part, "start": span.start, "end": span.end}


def speakers(about: Subject, decisions: Sequence[Decision], story: str) -> list[dict[str, Any]]:
    """The sources that people put right, as gold of score_speakers.py: what was not corrected is not judged."""
    here = {article["id"] for article in about.articles}
    return [
        {
            "story": story, "article": about.document(one.spans[0].article), "part": one.spans[0].part,
            "source": [one.spans[0].start, one.spans[-1].end], "kind": one.kind,
            "names": [[name.part, name.start, name.end] for name in one.names],
        }
        for one in corrections(decisions)
        if one.what == "speaker" and one.spans[0].article in here
    ]  # fmt: skip


def entities(about: Subject, decisions: Sequence[Decision]) -> dict[str, str]:
    """``doc:start:end`` → cluster, as gold of score_stories.py, for the entities that a correction touched.

    These are the two that it tells apart or joins, and those that share a word with a name it moved: whoever said
    whose it is said that it is none of these.
    """
    cluster = {one.span: one.entity or _alone(one.span) for one in about.names}
    touched: set[str] = set()
    for right in corrections(decisions):
        if right.what != "entity" or not all(span in cluster for span in (*right.spans, *right.names)):
            continue
        goal = cluster[right.names[0]] if right.names else _alone(right.spans[0])
        words = {word for span in right.spans for word in _words(about, span)}
        touched |= {goal, *(cluster[span] for span in right.spans)}
        touched |= {name for span, name in cluster.items() if words & _words(about, span)}
        cluster.update(dict.fromkeys(right.spans, goal))
    body = (span for span in sorted(cluster) if span.part == "body" and cluster[span] in touched)
    return {f"{about.document(span.article)}:{span.start}:{span.end}": cluster[span] for span in body}


def _alone(span: Span) -> str:
    return f"{span.article}:{span.part}:{span.start}:{span.end} alone"


def _words(about: Subject, span: Span) -> set[str]:
    return {word for word in about.words(span).lower().split() if len(word) > 3}

"""Stories read by hand → the numbers of every candidate pair of clauses and of phrases, and whether it tells the same.

    pairs.py CLAUSES.npz PHRASES.npz OPEN.jsonl SCORES.jsonl STORIES...   (a Python that has conspectus installed)

STORIES hold articles/NAME/ and gold/NAME.jsonl.

A pair tells the same (1) where a gold agreement or saying covers both sides, by the rule of the scorer: half of the
shorter of side and span; of phrases, the gold has to be about as narrow, too. It is left out (-1) where a look-alike
difference or a mere difference in detail covers both, because those may well agree; what a conflict or tension covers
does not (0). All others count as 0, though the gold is a sample: some of them do tell the same, which lowers the scores
of all alike. OPEN.jsonl holds the pairs that the scores leave open with their sentences, for ``closer.py``;
SCORES.jsonl the spans and scores of all that score enough, for ``shown.py``.
Phrases see the score of the clauses they stand in: here it is that of a scorer which has not seen the
story.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from fit import cross_validated

from conspectus import Reading, ingest, load_models, read
from conspectus.compare.clauses.alike import Alike
from conspectus.compare.clauses.candidates import candidates
from conspectus.compare.clauses.clause import clauses
from conspectus.compare.clauses.facing import facing
from conspectus.compare.clauses.features import features
from conspectus.compare.clauses.lexicon import lexicon
from conspectus.compare.clauses.support import supported
from conspectus.compare.clauses.table import table, vocabulary
from conspectus.compare.phrases.meetings import Meeting
from conspectus.compare.phrases.scorer import measured
from conspectus.model import Span, Statement

_SAME = ("agreement", "quote")
_ROOM = 200
"""A gold span of this many characters, or 2.5 times its own, is as wide as a phrase may be."""
_LEAST = 0.01
"""Phrases see the scores of clauses from here on, as in the package."""
_KEPT = 0.05
"""Pairs that score less are not passed on in SCORES.jsonl."""
_OPEN = (0.05, 0.9)
"""Pairs of these scores are left open."""

Clauses = tuple[Statement, Statement, bool]
"""Two statements, and whether the package would let them agree."""


def clause_pairs(readings: Sequence[Reading], gold: Sequence[dict]) -> tuple[list, list[int], list[Clauses]]:
    """For every candidate pair of clauses its numbers, its label and its statements."""
    words = lexicon()
    own = [clauses(reading, words) for reading in readings]
    known = vocabulary((one for found in own for one in found), words)
    tables = [table(found, known) for found in own]
    names = _names(readings)
    rows, labels, pairs = [], [], []
    for pair in candidates(own, known):
        for found in facing(pair, tables[pair.left], tables[pair.right], known):
            rows += features(found).tolist()
            places = zip(found.pairs.one.tolist(), found.pairs.other.tolist(), supported(found).tolist(), strict=True)
            for i, j, enough in places:
                one, other = found.one.clauses[i].statement, found.other.clauses[j].statement
                labels.append(_label(one.span, other.span, gold, names, False))
                pairs.append((one, other, enough))
    return rows, labels, pairs


def phrase_pairs(
    readings: Sequence[Reading], gold: Sequence[dict], like: Sequence[Alike]
) -> tuple[list, list[int], list[Meeting]]:
    """For every candidate pair of phrases its numbers, its label and where its words meet."""
    met, numbers = measured(readings, like)
    names = _names(readings)
    labels = [_label(one.one, one.other, gold, names, True) for one in met]
    return numbers.tolist(), labels, list(met)


def _names(readings: Sequence[Reading]) -> dict[str, str]:
    return {r.article.id: os.path.splitext(os.path.basename(r.article.raw.name))[0] for r in readings}


def _label(one: Span, other: Span, gold: Sequence[dict], names: dict[str, str], narrow: bool) -> int:
    both = [g for g in gold if _covering(one, names, g, narrow) and _covering(other, names, g, narrow)]
    if any(g["kind"] in _SAME and g.get("same_utterance", True) in (True, "true", "likely") for g in both):
        return 1
    loose = ("hard_negative", "quote")
    return -1 if any(g["kind"] in loose or g.get("severity") == "granularity" for g in both) else 0


def _covering(span: Span, names: dict[str, str], item: dict, narrow: bool) -> bool:
    document = names[span.article] + ("#title" if span.part == "title" else "")
    own = [one for one in item.get("spans") or [] if one["doc"].split("#")[0] == names[span.article]]
    if narrow and len(span) > max(_ROOM, 2.5 * sum(one["end"] - one["start"] for one in own)):
        return False
    for one in own:
        common = min(one["end"], span.end) - max(one["start"], span.start)
        if one["doc"] == document and common > 0 and 2 * common >= min(one["end"] - one["start"], len(span)):
            return True
    return False


def stories(folders: Sequence[str]) -> Iterator[tuple[str, list[Reading], list[dict]]]:
    """The name and the readings of each story with its gold."""
    models = load_models()
    for path in sorted(path for folder in folders for path in Path(folder, "gold").iterdir()):
        folder = path.parents[1] / "articles" / path.stem
        readings = [read(article, models) for article in ingest(str(folder)).articles]
        gold = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
        yield path.stem, sorted(readings, key=lambda r: r.article.id), gold


def _sentence(readings: Sequence[Reading], span: Span) -> tuple[str, int, int]:
    """The sentence around a span, and where in it the span lies."""
    reading = next(r for r in readings if r.article.id == span.article)
    whole = next((s.span for s in reading.sentences if s.span.overlaps(span)), span)
    start, end = min(whole.start, span.start), max(whole.end, span.end)
    text = reading.article.words(Span(span.article, span.part, start, end))
    return text, span.start - start, span.end - start


def _open(
    kind: str, told: list, spans: Sequence[Sequence[tuple[Span, Span]]], labels: np.ndarray, groups: np.ndarray,
    scores: np.ndarray,
) -> Iterator[str]:  # fmt: skip
    """The pairs of a middling score, a line each."""
    every = [(number, pair) for number, own in enumerate(spans) for pair in own]
    for (number, (one, other)), label, score in zip(every, labels.tolist(), scores.tolist(), strict=True):
        if label >= 0 and _OPEN[0] <= score <= _OPEN[1]:
            sides = {"a": _sentence(told[number][1], one), "b": _sentence(told[number][1], other)}
            yield json.dumps({"kind": kind, "story": number, "label": label, "score": score} | sides)


def _place(span: Span) -> list:
    return [span.article, span.part, span.start, span.end]


def _scored(story: str, own: Sequence[tuple[tuple[Span, Span], float, dict]]) -> Iterator[str]:
    """The pairs of a story that score enough, a line each."""
    for (one, other), score, more in own:
        if score >= _KEPT:
            yield json.dumps({"story": story, "score": score, "one": _place(one), "other": _place(other)} | more)


def main(clauses_out: str, phrases_out: str, open_out: str, scores_out: str, *folders: str) -> None:
    told = list(stories(folders))
    found = [clause_pairs(readings, gold) for _, readings, gold in told]
    rows, labels, groups = _joined([(rows, labels) for rows, labels, _ in found])
    np.savez_compressed(clauses_out, rows=rows, labels=labels, groups=groups)
    scores = np.round(cross_validated(rows.astype(float), labels, groups), 3)
    spans = [[(one.span, other.span) for one, other, _ in pairs] for _, _, pairs in found]
    lines = list(_open("clauses", told, spans, labels, groups, scores))
    phrases, kept = [], []
    for number, ((name, readings, gold), (_, _, pairs)) in enumerate(zip(told, found, strict=True)):
        own = list(zip(pairs, scores[groups == number].tolist(), strict=True))
        like = [Alike(one, other, score) for (one, other, enough), score in own if enough and score >= _LEAST]
        phrases.append(phrase_pairs(readings, gold, like))
        clauses = [
            ((p.one.span, p.other.span), p.score, {"kind": "clauses", "ids": [p.one.id, p.other.id]}) for p in like
        ]
        kept += _scored(name, clauses)
    rows, labels, groups = _joined([(rows, labels) for rows, labels, _ in phrases])
    scores = np.round(cross_validated(rows.astype(float), labels, groups), 3)
    spans = [[(one.one, one.other) for one in met] for _, _, met in phrases]
    lines += _open("phrases", told, spans, labels, groups, scores)
    for number, ((name, _, _), (_, _, met)) in enumerate(zip(told, phrases, strict=True)):
        own = zip(met, scores[groups == number].tolist(), strict=True)
        kept += _scored(name, [((m.one, m.other), s, {"kind": "phrases", "mass": round(m.mass, 3)}) for m, s in own])
    Path(open_out).write_text("\n".join(lines) + "\n", encoding="utf8")
    Path(scores_out).write_text("\n".join(kept) + "\n", encoding="utf8")
    np.savez_compressed(phrases_out, rows=rows, labels=labels, groups=groups)


def _joined(found: Sequence[tuple[list, list[int]]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rows = np.array([row for rows, _ in found for row in rows], np.float32)
    labels = np.array([label for _, labels in found for label in labels])
    print(f"{len(labels)} pairs, {int((labels > 0).sum())} that tell the same")
    return rows, labels, np.repeat(np.arange(len(found)), [len(labels) for _, labels in found])


if __name__ == "__main__":
    main(*sys.argv[1:])

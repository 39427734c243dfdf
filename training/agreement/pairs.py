"""Stories read by hand → the numbers of every candidate pair of clauses, and whether the pair tells the same.

    pairs.py STORIES OUT.npz      (a Python that has conspectus installed; STORIES holds articles/ and gold/)

A pair tells the same (1) where a gold agreement or saying covers both clauses, by the rule of the scorer: half of the
shorter of clause and span. It is left out (-1) where a look-alike difference or a mere difference in detail covers
both, because those may well agree; what a conflict or tension covers does not (0). All others count as 0, though the
gold is a sample: some of them do tell the same, which lowers the scores of all alike.
"""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from conspectus import Reading, ingest, load_models, read
from conspectus.compare.clauses.candidates import candidates
from conspectus.compare.clauses.clause import clauses
from conspectus.compare.clauses.facing import facing
from conspectus.compare.clauses.features import features
from conspectus.compare.clauses.lexicon import lexicon
from conspectus.compare.clauses.table import table, vocabulary
from conspectus.model import Span

_SAME = ("agreement", "quote")


def pairs(readings: Sequence[Reading], gold: Sequence[dict]) -> tuple[list, list[int], list[tuple[Span, Span]]]:
    """For every candidate its numbers, its label and its spans."""
    words = lexicon()
    own = [clauses(reading, words) for reading in readings]
    known = vocabulary((one for found in own for one in found), words)
    tables = [table(found, known) for found in own]
    names = {r.article.id: os.path.splitext(os.path.basename(r.article.raw.name))[0] for r in readings}
    rows, labels, spans = [], [], []
    for pair in candidates(own, known):
        for found in facing(pair, tables[pair.left], tables[pair.right], known):
            rows += features(found).tolist()
            for i, j in zip(found.pairs.one.tolist(), found.pairs.other.tolist(), strict=True):
                one, other = found.one.clauses[i].statement.span, found.other.clauses[j].statement.span
                both = [item for item in gold if _covering(one, names, item) and _covering(other, names, item)]
                labels.append(_label(both))
                spans.append((one, other))
    return rows, labels, spans


def _label(items: Sequence[dict]) -> int:
    if any(i["kind"] in _SAME and i.get("same_utterance", True) in (True, "true", "likely") for i in items):
        return 1
    loose = [i for i in items if i["kind"] == "hard_negative" or i.get("severity") == "granularity"]
    return -1 if loose else 0


def _covering(span: Span, names: dict[str, str], item: dict) -> bool:
    document = names[span.article] + ("#title" if span.part == "title" else "")
    for one in item.get("spans") or []:
        common = min(one["end"], span.end) - max(one["start"], span.start)
        if one["doc"] == document and common > 0 and 2 * common >= min(one["end"] - one["start"], len(span)):
            return True
    return False


def main(stories: str, out: str) -> None:
    models = load_models()
    rows, labels, groups = [], [], []
    for number, path in enumerate(sorted(Path(stories, "gold").iterdir())):
        folder = Path(stories, "articles", path.stem)
        readings = [read(article, models) for article in ingest(str(folder)).articles]
        gold = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
        found = pairs(sorted(readings, key=lambda r: r.article.id), gold)
        rows += found[0]
        labels += found[1]
        groups += [number] * len(found[0])
    np.savez_compressed(out, rows=np.array(rows, np.float32), labels=np.array(labels), groups=np.array(groups))
    print(f"{len(rows)} pairs, {sum(label > 0 for label in labels)} that tell the same")


if __name__ == "__main__":
    main(*sys.argv[1:])

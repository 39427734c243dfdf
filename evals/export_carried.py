#!/usr/bin/env python3
"""Export what tells which words carry a difference: their numbers as the package sees them, and which a reader marked.

    python evals/export_carried.py OUT.npz FOLDER...

A FOLDER is as for export_matters.py. Of each matter that stands in sentences of two articles in which one item
(discrepancy, quotation or label) is marked: the words of each sentence with a mark. The arrays, one row a word:

    numbers  [W,N]  conspectus.compare.matters.telling_words, in the order of ``names``
    hit      [W]    1: marked
    weight   [W]    the same for each sentence, however long
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from conspectus.compare.check import Evidence
from conspectus.compare.clauses.scorer import alike
from conspectus.compare.differences import likely_matters
from conspectus.compare.entities import entities
from conspectus.compare.matters.telling_words import NAMES, Told, numbers, sentences
from conspectus.model import Reading
from conspectus.options import CompareOptions

sys.path.insert(0, str(Path(__file__).resolve().parent))
from export_agreed import NOTED
from export_matters import stories

WEIGHT = 20.0
"""What the words of a sentence weigh together."""
Row = tuple[Any, Any]


def story(readings: Sequence[Reading], items: Sequence[dict[str, Any]]) -> Iterator[Row]:
    """The numbers of the words of each sentence with a mark [words, names], and which are marked [words]."""
    evidence = Evidence(tuple(readings), (), (), CompareOptions(), alike=alike(readings), entities=entities(readings))
    docs = {r.article.id: Path(r.article.raw.name).stem for r in readings}
    known = {r.article.id: r for r in readings}
    noted = [item["spans"] for item in items if item["kind"] in NOTED]
    for matter in likely_matters(evidence):
        told = sentences(matter.units, known)
        marked = [np.zeros(len(one.run), bool) for one in told]
        for spans in noted:
            own = [_marked(one, spans, docs) for one in told]
            if len({one.unit.span.article for one, hit in zip(told, own, strict=True) if hit.any()}) > 1:
                marked = [before | hit for before, hit in zip(marked, own, strict=True)]
        yield from ((rows, hit) for rows, hit in zip(numbers(told), marked, strict=True) if hit.any())


def _marked(one: Told, spans: Sequence[dict[str, Any]], docs: dict[str, str]) -> Any:
    """Which words of the sentence touch a span."""
    sentence = one.unit.sentence
    doc = docs[sentence.article] + ("#title" if sentence.part == "title" else "")
    own = [(span["start"], span["end"]) for span in spans if span["doc"] == doc]
    return np.array([any(word.span.start < end and start < word.span.end for start, end in own) for word in one.run])


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path, help="NPZ to write")
    parser.add_argument("folder", type=Path, nargs="+")
    options = parser.parse_args(argv)
    told = [row for folder in options.folder for readings, items in stories(folder) for row in story(readings, items)]
    hit = np.concatenate([own for _, own in told])
    weight = np.concatenate([np.full(len(own), WEIGHT / len(own)) for _, own in told])
    rows = np.concatenate([rows for rows, _ in told])
    np.savez_compressed(options.output, names=np.array(NAMES), numbers=rows, hit=hit.astype(np.int64), weight=weight)
    sys.stdout.write(f"{len(told)} sentences, {len(hit)} words, {int(hit.sum())} marked\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

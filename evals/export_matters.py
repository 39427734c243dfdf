#!/usr/bin/env python3
"""Export what the trainer of matters needs, as the package sees it: signs of candidate pairs, and what a reader said.

    python evals/export_matters.py FOLDER OUT.npz

FOLDER holds articles/STORY/* and gold/STORY.jsonl, an item a line: {"kind", "class"?, "severity"?, "spans": [{"doc",
"start", "end"}]}. A pair is of an item when what is shown of each of its units overlaps one of the item's spans by half
of the shorter. The arrays, one row a pair:

    signs  [P,S]  conspectus.compare.matters.signs, in the order of ``names``
    marks  [P,M]  conspectus.compare.matters.marks, in the order of ``marked``, of the pairs with ``hit``
    story  [P]    number of its story
    two    [P]    number of its two sentences
    hit    [P]    1: of a discrepancy that is not one of quotations
    alike  [P]    1: of a look-alike, and of no discrepancy
    kind   [P]    class of the discrepancy (conspectus.compare.differences.KINDS), -1: none
    grave  [P]    1: its severity is conflict or tension
    item   [P]    number of the discrepancy in its story, -1: none
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from conspectus import load_models, read
from conspectus.compare.clauses.scorer import alike
from conspectus.compare.differences import KINDS
from conspectus.compare.entities import entities
from conspectus.compare.matters.marks import MARKS, marks
from conspectus.compare.matters.signs import NAMES, candidates
from conspectus.compare.matters.stretches import of_sentences
from conspectus.compare.matters.units import Unit, units
from conspectus.model import Reading, Span

sys.path.insert(0, str(Path(__file__).resolve().parent))
from predict_compare import taken_in

Row = tuple[int, int, int, int, int]


Told = tuple[int, dict[str, Any], set[int]]
"""A discrepancy's number, the discrepancy, and the units that it touches."""


def story(readings: list[Reading], items: list[dict[str, Any]]) -> tuple[Any, Any, Any, list[Row]]:
    """Signs [pairs, signs], marks [pairs, marks], numbers of two sentences [pairs], and a row of each pair:

    hit, alike, kind, grave, item.
    """
    found = units(readings, entities(readings))
    tried = candidates(found, alike(readings))
    names = {r.article.id: Path(r.article.raw.name).stem for r in readings}
    told = [item for item in items if item["kind"] == "discrepancy" and item["class"] in KINDS]
    touched = [(n, item, _touched(item, found, names)) for n, item in enumerate(told)]
    likes = [_touched(item, found, names) for item in items if item["kind"] == "hard_negative"]
    rows = [_row(pair, touched, likes) for pair in tried.pairs]
    seen = np.zeros((len(rows), len(MARKS)), np.float32)
    by_id = {r.article.id: r for r in readings}
    for n, ((i, j), row) in enumerate(zip(tried.pairs, rows, strict=True)):
        if row[0]:
            seen[n] = marks(found[i], found[j], by_id)
    return tried.signs, seen, of_sentences(found, tried), rows


def _row(pair: tuple[int, int], touched: list[Told], likes: list[set[int]]) -> Row:
    i, j = pair
    of = next(((n, item) for n, item, numbers in touched if i in numbers and j in numbers), None)
    if of is None:
        return 0, int(any(i in numbers and j in numbers for numbers in likes)), -1, 0, -1
    return 1, 0, KINDS.index(of[1]["class"]), int(of[1]["severity"] != "granularity"), of[0]


def _touched(item: dict[str, Any], found: tuple[Unit, ...], names: dict[str, str]) -> set[int]:
    return {n for n, unit in enumerate(found) for span in item["spans"] if touches(unit, span, names)}


def touches(unit: Unit, span: dict[str, Any], names: dict[str, str]) -> bool:
    """Whether the stretch of a unit overlaps a span of gold by half of the shorter."""
    return overlaps(unit.shown, span, names)


def overlaps(shown: Span, span: dict[str, Any], names: dict[str, str]) -> bool:
    """Whether the two have half of the shorter in common."""
    if names[shown.article] + ("#title" if shown.part == "title" else "") != span["doc"]:
        return False
    common: int = min(shown.end, span["end"]) - max(shown.start, span["start"])
    return common > 0 and 2 * common >= min(len(shown), int(span["end"]) - int(span["start"]))


def stories(folder: Path) -> Iterator[tuple[list[Reading], list[dict[str, Any]]]]:
    """The readings and the items of each story of a folder."""
    models = load_models()
    for gold in sorted((folder / "gold").glob("*.jsonl")):
        lines = gold.read_text(encoding="utf-8").splitlines()
        articles = taken_in(folder / "articles" / gold.stem)
        yield [read(article, models) for article in articles], [json.loads(line) for line in lines if line.strip()]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path, help="NPZ to write")
    options = parser.parse_args(argv)
    signs, seen, rows, numbers, two = [], [], [], [], [np.zeros(0, np.int64)]
    for number, (readings, items) in enumerate(stories(options.folder)):
        own, shown, sentences, found = story(readings, items)
        two.append(sentences + max(int(before.max(initial=-1)) for before in two) + 1)
        signs.append(own)
        seen.append(shown)
        rows += found
        numbers += [number] * len(found)
    columns = np.array(rows, np.int64).reshape(-1, 5).T
    named: dict[str, Any] = dict(zip(("hit", "alike", "kind", "grave", "item"), columns, strict=True))
    named |= {"names": np.array(NAMES), "marked": np.array(MARKS), "story": numbers, "two": np.concatenate(two)}
    np.savez_compressed(options.output, signs=np.concatenate(signs), marks=np.concatenate(seen), **named)
    sys.stdout.write(f"{len(signs)} stories, {len(rows)} pairs, {int(columns[0].sum())} of a discrepancy\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

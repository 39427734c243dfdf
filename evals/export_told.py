#!/usr/bin/env python3
"""Export what the trainer of "told of one thing" needs, as the package sees it: signs of pairs of values, and what a
reader put together.

    python evals/export_told.py OUT.npz FOLDER [FOLDER ...]

Each FOLDER holds articles/STORY/* and gold/STORY.jsonl, an item a line: {"kind", "spans": [{"doc", "start", "end"}]}.
Two values are of one thing when each overlaps a span of one agreement, discrepancy, saying or silence by half of the
shorter. The arrays, one row a pair of times, of amounts of one kind and unit, or of places:

    signs  [P,S]  conspectus.compare.told.signs, in the order of ``names``
    story  [P]    number of its story
    same   [P]    1: of one thing
    known  [P]    1: each of the two stands in some item
    noted  [P]    1: one difference covers both
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from conspectus import load_models, read
from conspectus.compare.amounts.figure import figures_compared
from conspectus.compare.clauses.lexicon import lexicon
from conspectus.compare.clauses.scorer import alike
from conspectus.compare.mentions import rarity
from conspectus.compare.places import places_compared
from conspectus.compare.spells import lengths_compared
from conspectus.compare.times import dates_compared
from conspectus.compare.told.settings import Setting, settings
from conspectus.compare.told.signs import NAMES, alike_scores, signs, weighed
from conspectus.model import Reading, Span

sys.path.insert(0, str(Path(__file__).resolve().parent))
from predict_compare import taken_in

KINDS = frozenset({"agreement", "discrepancy", "quote", "silence"})
Row = tuple[int, int, int]


def story(readings: Sequence[Reading], items: list[dict[str, Any]]) -> Iterator[tuple[Any, list[Row]]]:
    """Signs [pairs, signs] and (same, known, noted) of each pair of two articles' values of one kind."""
    names = {r.article.id: Path(r.article.raw.name).stem for r in readings}
    scores, rare = alike_scores(alike(readings)), rarity(readings)
    kept = [i for i in items if i["kind"] in KINDS and i.get("same_utterance", True) not in (False, "false")]
    told = [item["spans"] for item in kept]
    differ = {n for n, item in enumerate(kept) if item["kind"] == "discrepancy"}
    for values in (dates_compared, lengths_compared, figures_compared, places_compared):
        sides = [settings(r, values(r)) for r in sorted(readings, key=lambda r: r.article.id)]
        for left, right in combinations(sides, 2):
            one, other = (weighed(side, rare, lexicon()) for side in (left, right))
            found, rows = signs(one, other, scores, rare, lexicon())
            of = [[_of(one, told, names) for one in side] for side in (left, right)]
            yield rows, [_row(of[0][i], of[1][j], differ) for i, j in found]


def _row(one: set[int], other: set[int], differ: set[int]) -> Row:
    both = one & other
    return int(bool(both)), int(bool(one and other)), int(bool(both & differ))


def _of(one: Setting, items: list[list[dict[str, Any]]], names: dict[str, str]) -> set[int]:
    return {n for n, spans in enumerate(items) if any(_overlaps(one.value.span, span, names) for span in spans)}


def _overlaps(own: Span, span: dict[str, Any], names: dict[str, str]) -> bool:
    if names[own.article] + ("#title" if own.part == "title" else "") != span["doc"]:
        return False
    common: int = min(own.end, span["end"]) - max(own.start, span["start"])
    return common > 0 and 2 * common >= min(len(own), int(span["end"]) - int(span["start"]))


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path, help="NPZ to write")
    parser.add_argument("folders", type=Path, nargs="+")
    options = parser.parse_args(argv)
    models = load_models()
    blocks, rows, numbers = [], [], []
    named = [gold for folder in options.folders for gold in sorted((folder / "gold").glob("*.jsonl"))]
    for number, gold in enumerate(named):
        items = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
        readings = [read(article, models) for article in taken_in(gold.parents[1] / "articles" / gold.stem)]
        for block, found in story(readings, items):
            blocks.append(block)
            rows += found
            numbers += [number] * len(found)
    columns = np.array(rows, np.int64).reshape(-1, 3).T
    answers: dict[str, Any] = dict(zip(("same", "known", "noted"), columns, strict=True))
    np.savez_compressed(options.output, names=np.array(NAMES), signs=np.concatenate(blocks), story=numbers, **answers)
    sys.stdout.write(f"{len(rows)} pairs, {int(columns[0].sum())} of one thing\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

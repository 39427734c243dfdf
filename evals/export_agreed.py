#!/usr/bin/env python3
"""Export what weighs a matter all told: its numbers as the package sees them, and whether a reader noted it.

    python evals/export_agreed.py FOLDER OUT.npz

FOLDER is as for export_matters.py. A matter is of a discrepancy, a quotation or a label when its stretches in two
articles overlap the item's spans by half of the shorter. The arrays, one row a matter:

    numbers  [M,N]  conspectus.compare.matters.agreed, in the order of ``names``
    hit      [M]    1: of an item
    story    [M]    number of its story
"""

import argparse
import sys
from pathlib import Path
from typing import Any

import numpy as np

from conspectus.compare.agreement import same
from conspectus.compare.check import Evidence
from conspectus.compare.clauses.scorer import alike
from conspectus.compare.closer.look import looked
from conspectus.compare.differences import likely_matters
from conspectus.compare.entities import entities
from conspectus.compare.matters.agreed import NAMES, numbers
from conspectus.compare.phrases.scorer import phrases
from conspectus.model import Reading
from conspectus.options import CompareOptions

sys.path.insert(0, str(Path(__file__).resolve().parent))
from export_matters import stories, touches

NOTED = ("discrepancy", "quote", "label")


def story(readings: tuple[Reading, ...], items: list[dict[str, Any]]) -> tuple[Any, list[int]]:
    """The numbers of a story's matters [matters, names], and which of them a reader noted."""
    like = alike(readings)
    closer = looked(like, phrases(readings, like), readings, same)
    evidence = Evidence(readings, (), (), CompareOptions(), alike=like, entities=entities(readings))
    found = likely_matters(evidence)
    names = {r.article.id: Path(r.article.raw.name).stem for r in readings}
    noted = [item["spans"] for item in items if item["kind"] in NOTED]
    hit = [int(any(_is_of(matter.units, spans, names) for spans in noted)) for matter in found]
    return numbers(found, closer.clauses, closer.phrases), hit


def _is_of(units: Any, spans: list[dict[str, Any]], names: dict[str, str]) -> bool:
    return sum(any(touches(unit, span, names) for span in spans) for unit in units) > 1


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path, help="NPZ to write")
    options = parser.parse_args(argv)
    rows, hits, numbered = [], [], []
    for number, (readings, items) in enumerate(stories(options.folder)):
        own, hit = story(tuple(readings), items)
        rows.append(own)
        hits += hit
        numbered += [number] * len(hit)
    named: dict[str, Any] = {"names": np.array(NAMES), "hit": np.array(hits), "story": np.array(numbered)}
    np.savez_compressed(options.output, numbers=np.concatenate(rows), **named)
    sys.stdout.write(f"{len(rows)} stories, {len(hits)} matters, {sum(hits)} noted\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

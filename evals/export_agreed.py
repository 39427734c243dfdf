#!/usr/bin/env python3
"""Export what weighs a matter all told: its numbers as the package sees them, and whether a reader noted it.

    python evals/export_agreed.py FOLDER JUDGED.jsonl OUT.npz

FOLDER is as for export_matters.py. A matter is of a discrepancy, a quotation or a label when its stretches in two
articles overlap the item's spans by half of the shorter: it was noted. It is right when that holds of what is shown of
it, a look-alike when it is not, and what is shown is of a pair that the reader put down as no difference. Of others
JUDGED (training/matters) holds what a reader said who looked at their stretches. The arrays, one row a matter:

    numbers  [M,N]  conspectus.compare.matters.right, in the order of ``names``; the first ``agreed`` are of agreed.py
    hit      [M]    1: noted
    right    [M]    1: of an item as shown, or judged right; 0.5: judged arguable; 0: judged wrong; -1: nobody judged it
    alike    [M]    1: a look-alike
    story    [M]    number of its story
"""

import argparse
import json
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
from conspectus.compare.matters.agreed import NAMES as AGREED
from conspectus.compare.matters.agreed import numbers as of_agreed
from conspectus.compare.matters.carried import carried
from conspectus.compare.matters.right import NAMES, numbers
from conspectus.compare.phrases.scorer import phrases
from conspectus.model import Reading, Span
from conspectus.options import CompareOptions

sys.path.insert(0, str(Path(__file__).resolve().parent))
from export_matters import overlaps, stories

NOTED = ("discrepancy", "quote", "label")


Judged = list[dict[str, Any]]
Names = dict[str, str]
Shown = tuple[tuple[Span, ...], ...]
"""What is shown of each article."""


Row = tuple[int, float, int]


def story(readings: tuple[Reading, ...], items: list[dict[str, Any]], judged: Judged) -> tuple[Any, list[Row]]:
    """The numbers of a story's matters [matters, names], and of each whether it was noted, how right and how alike."""
    like = alike(readings)
    closer = looked(like, phrases(readings, like), readings, same)
    evidence = Evidence(readings, (), (), CompareOptions(), alike=like, entities=entities(readings))
    found, known = likely_matters(evidence), {r.article.id: r for r in readings}
    names = {r.article.id: Path(r.article.raw.name).stem for r in readings}
    noted = [item["spans"] for item in items if item["kind"] in NOTED]
    likes = [item["spans"] for item in items if item["kind"] == "hard_negative"]
    rows = []
    for matter in found:
        stretches, shown = tuple((unit.shown,) for unit in matter.units), carried(matter.units, known)
        hit, of = (any(_is_of(own, spans, names) for spans in noted) for own in (stretches, shown))
        right = 1.0 if of else _said(matter.units, judged, names)
        rows.append((int(hit), right, int(not of and any(_is_of(shown, spans, names) for spans in likes))))
    table = of_agreed(found, closer.clauses, closer.phrases)
    return numbers(found, table, known), rows


def _is_of(shown: Shown, spans: Judged, names: Names) -> bool:
    """Whether the spans touch what is shown of two articles."""
    return sum(any(overlaps(one, span, names) for one in own for span in spans) for own in shown) > 1


def _said(units: Any, judged: Judged, names: Names) -> float:
    """What a reader said of the matter that shows the most of these words, -1 when nobody judged one."""
    stretches = tuple((unit.shown,) for unit in units)
    shown = [one for one in judged if _is_of(stretches, one["spans"], names)]
    return float(max(shown, key=lambda one: _common(units, one["spans"], names))["right"]) if shown else -1.0


def _common(units: Any, spans: Judged, names: Names) -> int:
    """Characters that stretches and spans share."""
    pairs = [(unit.shown, span) for unit in units for span in spans if overlaps(unit.shown, span, names)]
    return sum(min(shown.end, span["end"]) - max(shown.start, span["start"]) for shown, span in pairs)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("judged", type=Path)
    parser.add_argument("output", type=Path, help="NPZ to write")
    options = parser.parse_args(argv)
    judged = [json.loads(line) for line in options.judged.read_text(encoding="utf-8").splitlines()]
    told = sorted((options.folder / "gold").glob("*.jsonl"))
    rows: list[Any] = []
    said: list[Row] = []
    numbered: list[int] = []
    for number, (gold, (readings, items)) in enumerate(zip(told, stories(options.folder), strict=True)):
        own, found = story(tuple(readings), items, [one for one in judged if one["story"] == gold.stem])
        rows.append(own)
        said += found
        numbered += [number] * len(found)
    hit, right, like = (np.array(column) for column in zip(*said, strict=True))
    named: dict[str, Any] = {"names": np.array(NAMES), "agreed": len(AGREED), "right": right, "alike": like}
    np.savez_compressed(options.output, numbers=np.concatenate(rows), hit=hit, story=np.array(numbered), **named)
    sys.stdout.write(
        f"{len(rows)} stories, {len(hit)} matters, {hit.sum()} noted, {(right >= 0).sum()} judged, {like.sum()} alike\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

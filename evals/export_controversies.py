#!/usr/bin/env python3
"""Export what tells which challenges an editor lists, and what answers them: signs as the package sees them.

    python evals/export_controversies.py FOLDER SCORER.json OUT.npz

FOLDER holds articles/STORY/* and gold/STORY.jsonl, a challenge a line: {"kind": "allegation", "rank": 1 for what
matters most, "allegation": [{"doc", "start", "end"}], "denial": [...]}. SCORER is what accusing made
(training/accusations). The arrays, one row a saying, or one a challenge and a saying that may answer it:

    noting   [N,S]  conspectus.compare.accusations.signs, in the order of ``noted``
    wanted   [N]    1: of a challenge that the reader lists
    first    [N]    1: of one of the three that matter most
    story    [N]    number of its story
    replying [M,R]  the same of answers, in the order of ``answering``: the surest saying of a challenge, every other
    answers  [M]    1: the reader takes it for an answer
    of       [M]    number of its story
    asked    [M]    number of its challenge
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from conspectus import load_models, read
from conspectus.compare.accusations.charges import charges, told
from conspectus.compare.accusations.scorer import Scorer
from conspectus.compare.accusations.signs import ANSWERING, NOTED, Told, answering, noting
from conspectus.compare.clauses.lexicon import lexicon
from conspectus.compare.entities import entities
from conspectus.compare.mentions import rarity
from conspectus.model import Reading

sys.path.insert(0, str(Path(__file__).resolve().parent))
from allegations import items
from export_accusations import scorer_of, touches
from predict_compare import taken_in

FIRST = 3
Item = dict[str, Any]
Noting = tuple[list[float], int, int]
Replying = tuple[list[float], int, int]


def story(readings: Sequence[Reading], listed: Sequence[Item], learned: Scorer) -> tuple[list[Noting], list[Replying]]:
    """A row a saying (signs, listed, among the first), and a row a pair (signs, an answer, number of the challenge)."""
    rare = rarity(readings)
    said = told(readings, learned, lexicon(), rare)
    names = {reading.article.id: Path(reading.article.raw.name).stem for reading in readings}
    long = {reading.article.id: len(reading.sentences) for reading in readings}
    notes = []
    for one in said:
        ranks = [item["rank"] for item in listed if touches(one.one.span, item["allegation"], names)]
        signs = noting(one.one, one.sure, one.weight, long[one.one.article])
        notes.append((signs, int(bool(ranks)), int(min(ranks, default=FIRST + 1) <= FIRST)))
    targets = {
        charge.told.one.span: charge.target
        for charge in charges(said, {r.article.id: r for r in readings}, entities(readings))
    }
    pairs = []
    for number, item in enumerate(listed):
        own = [one for one in said if touches(one.one.span, item["allegation"], names)]
        if own and item["denial"]:
            charge = max(own, key=lambda one: one.sure)
            target = targets[charge.one.span]
            pairs += [(*row, number) for row in _replies(charge, target, said, item, names, rare)]
    return notes, pairs


def _replies(
    charge: Told, target: str | None, said: Sequence[Told], item: Item, names: dict[str, str], rare: dict[str, float]
) -> Iterator[tuple[list[float], int]]:
    for reply in said:
        if reply is not charge:
            yield answering(charge, target, reply, rare), int(touches(reply.one.span, item["denial"], names))


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("output", type=Path, help="NPZ to write")
    given = parser.parse_args(argv)
    models, learned = load_models(), scorer_of(given.scorer)
    notes: list[tuple[list[float], int, int, int]] = []
    pairs: list[tuple[list[float], int, int, int]] = []
    for number, gold in enumerate(sorted((given.folder / "gold").glob("*.jsonl"))):
        readings = [read(one, models) for one in taken_in(given.folder / "articles" / gold.stem)]
        own, asked = story(readings, items(gold), learned)
        notes += [(*row, number) for row in own]
        pairs += [(*row, number) for row in asked]
    write(given.output, notes, pairs)
    return 0


def write(output: Path, notes: Sequence[Any], pairs: Sequence[Any]) -> None:
    first, second = ([np.array([row[at] for row in rows], np.float32) for at in range(4)] for rows in (notes, pairs))
    np.savez_compressed(
        output, noted=np.array(NOTED), answering=np.array(ANSWERING), noting=first[0], wanted=first[1], first=first[2],
        story=first[3], replying=second[0], answers=second[1], asked=second[2], of=second[3],
    )  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())

#!/usr/bin/env python3
"""Export what the trainer of accusations needs, as the package sees it: signs, and what a reader said of them.

    python evals/export_accusations.py accusing|answering FOLDER JUDGED SCORER.json OUT.npz

FOLDER holds articles/STORY/* and gold/STORY.jsonl (items of kind "allegation") or gold/STORY.json (allegation_denial).
JUDGED holds judged.jsonl, sayings a person judged: {"story", "article", "part", "start", "end", "accuses": 1, 0.5, 0},
and answers.jsonl, pairs: {"story", "charge": [article, part, start, end], "answer": [...], "answers": 1, 0}. SCORER is
what accusing made, needed for answering. The arrays, one row a saying, or one a saying and what may answer it:

    signs [N,S]  conspectus.compare.accusations.signs, in the order of ``names``
    wanted [N]   1: it accuses, or answers; 0.5: arguable; 0: not
    weights [N]  1; less for a pair that nobody judged and gold does not name
    story [N]    number of its story
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from conspectus import load_models, read
from conspectus.compare.accusations.charges import Charge, charges, told
from conspectus.compare.accusations.scorer import Logistic, Scorer
from conspectus.compare.accusations.signs import ACCUSING, ANSWERING, Told, accusing, answering
from conspectus.compare.clauses.lexicon import lexicon
from conspectus.compare.entities import entities
from conspectus.compare.mentions import rarity
from conspectus.model import Reading, Span

sys.path.insert(0, str(Path(__file__).resolve().parent))
from predict_compare import taken_in

Json = dict[str, Any]
Row = tuple[list[float], float, float]
LEAST = 0.12
"""What accuses less likely is paired with no answer."""
UNJUDGED = 0.3
SAME = 0.4
"""Share of the longer of two stretches that both must have to be one."""


@dataclass(frozen=True, slots=True)
class Story:
    """What is said in a story, the names of its files by article, and how rare its words are."""

    said: list[Told]
    names: dict[str, str]
    rare: dict[str, float]


def lines(path: Path) -> list[Json]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def key(span: Span, names: dict[str, str]) -> tuple[str, str, int, int]:
    return names[span.article], span.part, span.start, span.end


def of_sayings(about: Story, judged: list[Json]) -> Iterator[Row]:
    for one in about.said:
        near = [(_share(key(one.one.span, about.names), line), line) for line in judged]
        best = max(near, key=lambda pair: pair[0], default=(0.0, {}))
        yield accusing(one.one), float(best[1]["accuses"]) if best[0] > SAME else 0.0, 1.0


def _share(place: tuple[str, str, int, int], line: Json) -> float:
    if (line["article"], line["part"]) != place[:2]:
        return 0.0
    common = min(line["end"], place[3]) - max(line["start"], place[2])
    return float(common / max(line["end"] - line["start"], place[3] - place[2]))


def of_pairs(about: Story, made: list[Charge], gold: list[Json], judged: list[Json]) -> Iterator[Row]:
    """The pairs that gold knows or a person judged."""
    names, said, rare = about.names, about.said, about.rare
    known = {(tuple(line["charge"]), tuple(line["answer"])): line["answers"] for line in judged}
    for charge in made:
        one = charge.told.one
        own = [item for item in gold if _touches(one.span, item["allegation"], names)]
        for reply in said:
            answer = reply.one
            verdict = known.get((key(one.span, names), key(answer.span, names)))
            if verdict is None and not own:
                continue
            if answer.span.overlaps(one.span) or answer.by & one.by or not (answer.credited or answer.against >= 3):
                continue
            named = any(_touches(answer.span, item["denial"], names) for item in own)
            wanted = 1.0 if named else float(verdict or 0)
            weight = 1.0 if named or verdict is not None else UNJUDGED
            yield answering(charge.told, charge.target, reply, rare), wanted, weight


def _touches(span: Span, items: list[Json], names: dict[str, str]) -> bool:
    doc = names[span.article] + ("#title" if span.part == "title" else "")
    for item in items:
        common = min(span.end, item["end"]) - max(span.start, item["start"])
        if item["doc"] == doc and common > 0 and 2 * common >= min(len(span), item["end"] - item["start"]):
            return True
    return False


def _gold(path: Path) -> list[Json]:
    if path.suffix == ".json":
        listed: list[Json] = json.loads(path.read_text(encoding="utf-8"))["allegation_denial"]
        return listed
    return [item for item in lines(path) if item["kind"] == "allegation"]


def _scorer(path: Path) -> Scorer:
    """What accusing made; all zeros before."""
    nothing = Logistic((0.0,) * len(ANSWERING), 0.0)
    if not path.exists():
        return Scorer(Logistic((0.0,) * len(ACCUSING), 0.0), nothing)
    table = json.loads(path.read_text(encoding="utf-8"))["accusing"]
    return Scorer(Logistic(tuple(table["weights"]), table["bias"]), nothing)


def _rows(
    what: str, gold: Path, readings: list[Reading], judged: dict[str, list[Json]], scorer: Scorer
) -> Iterator[Row]:
    rare = rarity(readings)
    names = {reading.article.id: Path(reading.article.raw.name).stem for reading in readings}
    about = Story(told(readings, scorer, lexicon(), rare), names, rare)
    own = {name: [line for line in every if line["story"] == gold.stem] for name, every in judged.items()}
    if what == "accusing":
        yield from of_sayings(about, own["judged"])
    else:
        made = list(charges(about.said, {r.article.id: r for r in readings}, entities(readings), LEAST))
        yield from of_pairs(about, made, _gold(gold), own["answers"])


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("accusing", "answering"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("judged", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("output", type=Path, help="NPZ to write")
    given = parser.parse_args(argv)
    models, scorer = load_models(), _scorer(given.scorer)
    judged = {name: lines(given.judged / f"{name}.jsonl") for name in ("judged", "answers")}
    found, story = [], []
    for number, gold in enumerate(sorted((given.folder / "gold").glob("*.json*"))):
        readings = [read(article, models) for article in taken_in(given.folder / "articles" / gold.stem)]
        rows = list(_rows(given.what, gold, readings, judged, scorer))
        found += rows
        story += [number] * len(rows)
    signs, wanted, weights = (np.array(column) for column in zip(*found, strict=True))
    names = "\n".join(ACCUSING if given.what == "accusing" else ANSWERING)
    np.savez_compressed(
        given.output, names=np.array(names), signs=signs, wanted=wanted, weights=weights, story=np.array(story)
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

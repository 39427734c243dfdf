#!/usr/bin/env python3
"""Export what the trainer of accusations needs, as the package sees it: signs, and what a reader said of them.

    python evals/export_accusations.py accusing|answering FOLDER JUDGED SCORER.json OUT.npz

FOLDER holds articles/STORY/* and gold/STORY.jsonl (items of kind "allegation") or gold/STORY.json (allegation_denial).
JUDGED holds judged.jsonl, sayings a person judged: {"story", "article", "part", "start", "end", "accuses": 1, 0.5, 0},
and answers.jsonl, pairs: {"story", "charge": [article, part, start, end], "answer": [...], "answers": 1, 0}. Of a story
that judged.jsonl does not name, gold lists every accusation. SCORER is what accusing made, needed for answering. The
arrays, one row a saying, or one a saying and what may answer it:

    signs [N,S]  conspectus.compare.accusations.signs, in the order of ``names``
    words [N,W]  accusing: whether the saying has each of the stems ``stems``
    wanted [N]   1: it accuses, or answers; 0.5: arguable; 0: not
    weights [N]  how much it counts: of a judged story twice; little where gold alone does not name words of blame
    story [N]    number of its story
"""

import argparse
import collections
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from conspectus import load_models, read
from conspectus.compare.accusations.charges import charges, told
from conspectus.compare.accusations.scorer import Logistic, Scorer
from conspectus.compare.accusations.signs import ACCUSING, ANSWERING, NOTED, Told, accusing, answering
from conspectus.compare.clauses.lexicon import lexicon
from conspectus.compare.entities import entities
from conspectus.compare.mentions import rarity
from conspectus.compare.words import stem
from conspectus.model import Entity, Reading, Span

sys.path.insert(0, str(Path(__file__).resolve().parent))
from allegations import items
from predict_compare import taken_in

Json = dict[str, Any]
Row = tuple[list[float], float, float, frozenset[str]]
LEAST, MOST = 0.08, 40
"""What accuses less likely is paired with no answer; so many accusations of a story are."""
JUDGED, UNNAMED = 2.0, 0.3
"""Weights: of a judged story, and of words of blame that gold does not name."""
BLAME = ("cue judges", "words judge", "words name a charge", "names a wrong")
SAME = 0.4
"""Share of the longer of two stretches that both must have to be one."""
FEW, MANY, LOWER = 8, 60, 4
"""A stem is learned that stands in so many stories, and so many times as often in lower case as with a capital."""
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Story:
    """A story as the package sees it, the names of its files by article, what gold lists and what a person judged."""

    name: str
    readings: Sequence[Reading]
    entities: tuple[Entity, ...]
    said: list[Told]
    names: dict[str, str]
    rare: dict[str, float]
    gold: list[Json]
    judged: dict[str, list[Json]]


def lines(path: Path) -> list[Json]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def key(span: Span, names: dict[str, str]) -> tuple[str, str, int, int]:
    return names[span.article], span.part, span.start, span.end


def of_sayings(about: Story) -> Iterator[Row]:
    judged = about.judged["judged"]
    for one in about.said:
        signs = accusing(one.one)
        near = [(_share(key(one.one.span, about.names), line), line) for line in judged]
        best = max(near, key=lambda pair: pair[0], default=(0.0, {}))
        named = any(touches(one.one.span, item["allegation"], about.names) for item in about.gold)
        wanted = 1.0 if named else float(best[1]["accuses"]) if best[0] > SAME else 0.0
        blame = any(signs[ACCUSING.index(sign)] for sign in BLAME)
        weight = JUDGED if judged else UNNAMED if blame and not named else 1.0
        yield signs, wanted, weight, one.one.stems


def _share(place: tuple[str, str, int, int], line: Json) -> float:
    if (line["article"], line["part"]) != place[:2]:
        return 0.0
    common = min(line["end"], place[3]) - max(line["start"], place[2])
    return float(common / max(line["end"] - line["start"], place[3] - place[2]))


def of_pairs(about: Story) -> Iterator[Row]:
    """The likeliest accusations with everything that may answer them."""
    names, rare = about.names, about.rare
    known = {(tuple(line["charge"]), tuple(line["answer"])): line["answers"] for line in about.judged["answers"]}
    likely = [one for one in about.said if one.sure >= LEAST]
    made = charges(likely, {r.article.id: r for r in about.readings}, about.entities)
    for charge in sorted(made, key=lambda one: -one.told.sure)[:MOST]:
        one = charge.told.one
        own = [item for item in about.gold if touches(one.span, item["allegation"], names)]
        for reply in about.said:
            answer = reply.one
            if answer.span.overlaps(one.span) or answer.by & one.by or not (answer.credited or answer.against >= 3):
                continue
            named = any(touches(answer.span, item["denial"], names) for item in own)
            wanted = named or known.get((key(one.span, names), key(answer.span, names))) == 1
            signs = answering(charge.told, charge.target, reply, rare)
            yield signs, float(wanted), JUDGED if about.judged["judged"] else 1.0, frozenset()


def touches(span: Span, listed: Iterable[Json], names: dict[str, str]) -> bool:
    doc = names[span.article] + ("#title" if span.part == "title" else "")
    for item in listed:
        common = min(span.end, item["end"]) - max(span.start, item["start"])
        if item["doc"] == doc and common > 0 and 2 * common >= min(len(span), item["end"] - item["start"]):
            return True
    return False


def scorer_of(path: Path) -> Scorer:
    """What accusing made; all zeros before, and for what is made of it."""
    nothing = Logistic((0.0,) * len(ANSWERING), 0.0), Logistic((0.0,) * len(NOTED), 0.0)
    if not path.exists():
        return Scorer(Logistic((0.0,) * len(ACCUSING), 0.0), {}, *nothing)
    table = json.loads(path.read_text(encoding="utf-8"))["accusing"]
    return Scorer(Logistic(tuple(table["weights"]), table["bias"]), table["words"], *nothing)


def story(gold: Path, readings: Sequence[Reading], judged: dict[str, list[Json]], scorer: Scorer) -> Story:
    rare = rarity(readings)
    names = {reading.article.id: Path(reading.article.raw.name).stem for reading in readings}
    own = {name: [line for line in every if line["story"] == gold.stem] for name, every in judged.items()}
    said = told(readings, scorer, lexicon(), rare)
    return Story(gold.stem, readings, entities(readings), said, names, rare, items(gold), own)


def learnable(said: Iterable[tuple[str, frozenset[str]]], texts: Iterable[str]) -> list[str]:
    """The stems that are learned, out of sayings with the names of their stories; names are none of them."""
    within: dict[str, set[str]] = collections.defaultdict(set)
    for name, stems in said:
        for form in stems:
            within[form].add(name)
    lower: collections.Counter[str] = collections.Counter()
    upper: collections.Counter[str] = collections.Counter()
    for text in texts:
        for word in _WORD.findall(text):
            for form in {word.lower(), stem(word.lower())}:
                (lower if word[0].islower() else upper)[form] += 1
    common = (form for form, names in within.items() if FEW <= len(names) <= MANY and form.isalpha())
    return sorted(form for form in common if lower[form] and lower[form] >= LOWER * upper[form])


def write(what: str, stories: Iterable[Story], output: Path) -> None:
    rows: list[Row] = []
    of: list[int] = []
    said: list[tuple[str, frozenset[str]]] = []
    texts: list[str] = []
    for number, about in enumerate(stories):
        own = list(of_sayings(about) if what == "accusing" else of_pairs(about))
        rows += own
        of += [number] * len(own)
        said += [(about.name, stems) for *_, stems in own]
        texts += [reading.article.body for reading in about.readings]
    stems = learnable(said, texts)
    signs, wanted, weights = (np.array([row[at] for row in rows], np.float32) for at in range(3))
    words = np.array([[form in row[3] for form in stems] for row in rows], bool).reshape(len(rows), len(stems))
    names = "\n".join(ACCUSING if what == "accusing" else ANSWERING)
    np.savez_compressed(
        output, names=np.array(names), stems=np.array("\n".join(stems)), signs=signs, words=words, wanted=wanted,
        weights=weights, story=np.array(of),
    )  # fmt: skip


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("accusing", "answering"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("judged", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("output", type=Path, help="NPZ to write")
    given = parser.parse_args(argv)
    models, scorer = load_models(), scorer_of(given.scorer)
    judged = {name: lines(given.judged / f"{name}.jsonl") for name in ("judged", "answers")}
    named = sorted((given.folder / "gold").glob("*.json*"))
    read_in = ((gold, [read(one, models) for one in taken_in(given.folder / "articles" / gold.stem)]) for gold in named)
    write(given.what, (story(gold, readings, judged, scorer) for gold, readings in read_in), given.output)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

#!/usr/bin/env python3
"""Where accusations are missed, by kind, and how much of what is shown is in gold.

    allegations.py FOLDER [--list]

FOLDER holds articles/STORY/* and gold/STORY.json (allegation_denial) or gold/STORY.jsonl (items of kind "allegation"):
compare/ and compare_train/ do. What counts as a hit is what score_compare.py takes for one: words that overlap by half
of the shorter, and an answer of gold's, or none where gold has none. Every accusation of gold is counted under how far
the nearest of ours gets:

  right               its words are shown, with an answer of gold's, or rightly with none
  another answer      its words are shown, with other answers than gold's
  no answer found     its words are shown with no answer, and gold has one
  answer to nothing   its words are shown with an answer, and gold has none
  among the rest      its words are taken for an accusation, and not shown: others weigh more
  too unlikely        its words are somebody's, and not likely enough to accuse
  words not read      no sentence or saying was read there

Last comes how many are shown a story, and how many of these have words that gold calls an accusation: gold lists all
only where its README says so. --list prints a line a miss: story, where the words are, the kind, the likelihood.
"""

import argparse
import collections
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conspectus import load_models, read
from conspectus.compare.accusations import MOST
from conspectus.compare.accusations.groups import Accusation, Found, of_story
from conspectus.compare.entities import entities
from conspectus.compare.mentions import rarity
from conspectus.model import Reading, Span

sys.path.insert(0, str(Path(__file__).resolve().parent))
from predict_compare import taken_in

KINDS = (
    "right", "another answer", "no answer found", "answer to nothing", "among the rest", "too unlikely",
    "words not read",
)  # fmt: skip
"""The rows of the table, from the right ones to a miss of everything."""
Item = dict[str, Any]
Told = tuple[str, Sequence[Reading], Sequence[Item]]
"""A story's name, its readings, and the accusations of gold."""


@dataclass(frozen=True, slots=True)
class Story:
    """What is found in a story, with the names of its documents by article and part."""

    found: Found
    names: dict[tuple[str, str], str]

    def meets(self, span: Span, items: Sequence[Item]) -> bool:
        """Whether a span overlaps one of gold's by half of the shorter."""
        doc = self.names[span.article, span.part]
        for item in items:
            common = min(span.end, item["end"]) - max(span.start, item["start"])
            if item["doc"] == doc and common > 0 and 2 * common >= min(len(span), item["end"] - item["start"]):
                return True
        return False

    def accuses(self, one: Accusation, items: Sequence[Item]) -> bool:
        return any(self.meets(charge.told.one.span, items) for charge in one.charges)


def of_readings(readings: Sequence[Reading]) -> Story:
    """The accusations of a story's readings; documents are named by their files, headlines with "#title"."""
    names = {
        (reading.article.id, part): Path(reading.article.raw.name).stem + end
        for reading in readings
        for part, end in (("body", ""), ("title", "#title"))
    }
    return Story(of_story(readings, entities(readings), rarity(readings)), names)


def verdict(about: Story, gold: Item) -> tuple[str, float]:
    """The kind that an accusation of gold counts under, and how likely its words accuse (0 where none are read)."""
    told = [one for one in about.found.told if about.meets(one.one.span, gold["allegation"])]
    sure = max((one.sure for one in told), default=0.0)
    shown = about.found.accusations[:MOST]
    kinds = [_answered(about, one, gold["denial"]) for one in shown if about.accuses(one, gold["allegation"])]
    if kinds:
        return min(kinds, key=KINDS.index), sure
    if any(about.accuses(one, gold["allegation"]) for one in about.found.accusations[MOST:]):
        return "among the rest", sure
    return ("too unlikely" if told else "words not read"), sure


def _answered(about: Story, one: Accusation, denial: Sequence[Item]) -> str:
    given = [answer.span for answer in (*one.answers, *one.elsewhere)]
    if not denial:
        return "answer to nothing" if given else "right"
    if any(about.meets(span, denial) for span in given):
        return "right"
    return "another answer" if given else "no answer found"


def stories(folder: Path) -> Iterator[Told]:
    models = load_models()
    for gold in sorted((folder / "gold").glob("*.json*")):
        yield gold.stem, [read(one, models) for one in taken_in(folder / "articles" / gold.stem)], items(gold)


def items(gold: Path) -> list[Item]:
    """The accusations of a file of gold, in either form."""
    text = gold.read_text(encoding="utf-8")
    if gold.suffix == ".json":
        listed: list[Item] = json.loads(text).get("allegation_denial", [])
        return listed
    lines = (json.loads(line) for line in text.splitlines() if line.strip())
    return [one for one in lines if one["kind"] == "allegation"]


def table(told: Iterable[Told]) -> tuple[list[str], list[str]]:
    """The rows of the table, and a line a miss."""
    counts: collections.Counter[str] = collections.Counter()
    misses, stories_read, shown, known = [], 0, 0, 0
    for name, readings, gold in told:
        stories_read += 1
        about = of_readings(readings)
        for item in gold:
            kind, sure = verdict(about, item)
            counts[kind] += 1
            if kind != "right":
                at = " ".join(f"{span['doc']}:{span['start']}-{span['end']}" for span in item["allegation"])
                misses.append(f"{name}\t{at}\t{kind}\t{sure:.2f}")
        ours = about.found.accusations[:MOST]
        shown += len(ours)
        known += sum(any(about.accuses(one, item["allegation"]) for item in gold) for one in ours)
    rows = [*((kind, counts[kind]) for kind in KINDS), ("of", sum(counts.values()))]
    lines = [f"{kind:18} {count:4}" for kind, count in rows]
    return [*lines, f"shown a story {shown / max(stories_read, 1):.1f}; in gold {known} of {shown}"], misses


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true")
    given = parser.parse_args(argv)
    lines, misses = table(stories(given.folder))
    for line in [*(misses if given.list else ()), *lines]:
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""How many of the accusations shown accuse nobody, by what a person read.

    score_accusations.py FOLDER [--judged accusations.jsonl]

FOLDER holds articles/STORY/* and gold/STORY.json, as compare/ does. JUDGED has a line a saying that a person read in
its article: {"story", "article", "part", "span": [start, end], "accuses"}, accuses 1 (it blames somebody for
something), 0.5 (arguable) or 0 (it accuses nobody). Offsets only. Every accusation that is listed counts by its
surest saying, and one that nobody read counts as unjudged: it is neither right nor wrong.
"""

import argparse
import collections
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from conspectus.compare.accusations import MOST

sys.path.insert(0, str(Path(__file__).resolve().parent))
from allegations import Told, of_readings, stories

JUDGED = Path(__file__).resolve().parent / "accusations.jsonl"
CALLED = {1: "accuses", 0.5: "arguable", 0: "accuses nobody", None: "unjudged"}
Place = tuple[str, str, str, int, int]


def judged(path: Path) -> dict[Place, float]:
    """What was read, by story, article, part and offsets."""
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return {(one["story"], one["article"], one["part"], *one["span"]): one["accuses"] for one in lines}


def shown(told: Iterable[Told]) -> Iterator[Place]:
    """Where the surest saying of each accusation that is listed stands."""
    for name, readings, _ in told:
        about = of_readings(readings)
        for one in about.found.accusations[:MOST]:
            span = max((charge.told for charge in one.charges), key=lambda told: told.sure).one.span
            article = about.names[span.article, span.part].split("#")[0]
            yield name, article, span.part, span.start, span.end


def table(places: Iterable[Place], read: dict[Place, float]) -> list[str]:
    counts = collections.Counter(CALLED[read.get(place)] for place in places)
    known = sum(counts.values()) - counts["unjudged"]
    share = f"{100 * counts['accuses nobody'] / known:.0f}" if known else "-"
    rows = [f"{called:15} {counts[called]:4}" for called in CALLED.values()]
    return [*rows, f"accuse nobody, of 100 judged: {share}"]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--judged", type=Path, default=JUDGED)
    given = parser.parse_args(argv)
    for line in table(shown(stories(given.folder)), judged(given.judged)):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())

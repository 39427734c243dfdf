#!/usr/bin/env python3
"""Where attribution chains are missed, by kind. Standard library only.

    chains.py --gold GOLD_DIR --pred PRED_DIR [--list]

GOLD_DIR holds NAME.json with "attribution_chains" (a selection, so that further predictions are no mistakes), PRED_DIR
the NAME.jsonl that `predict.py chains` writes. For each gold chain the predicted chain of its article is taken that
gets furthest, and the first thing that is wrong with it is counted:

  words not found       no chain has any of its words
  words cut otherwise   a chain has some of them, fewer than 30 % of the characters of both together
  a voice too few       its words are found, with fewer voices; "a voice too many" with more
  source not given      the voices are as many, and one that gold names has no source
  another source        the voices are as many, and one of them has another source

--list prints a line a miss: story, article, where the words begin and end, the kind, and how many voices gold has.
"""

import argparse
import collections
import json
from pathlib import Path
from typing import Any

KINDS = (
    "right", "words not found", "words cut otherwise", "a voice too few", "a voice too many", "source not given",
    "another source",
)  # fmt: skip
"""The rows of the table: the right ones, then from a miss of everything to a miss of one source."""
REACHED = {kind: at for at, kind in enumerate((*KINDS[1:], KINDS[0]))}
"""How far a predicted chain gets before something is wrong with it."""
ALIKE = 0.3
Line = dict[str, Any]


def covered(spans: list[list[int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def kind(gold: Line, predicted: Line) -> str:
    """What is wrong first with a predicted chain of the same article."""
    want = covered([[span["start"], span["end"]] for span in gold["content"]])
    have = covered(predicted["content"])
    if not want & have:
        return "words not found"
    if len(want & have) < ALIKE * len(want | have):
        return "words cut otherwise"
    missing = len(gold["chain"]) - len(predicted["chain"])
    if missing:
        return "a voice too few" if missing > 0 else "a voice too many"
    pairs = [(level["source"], given["source"]) for level, given in zip(gold["chain"], predicted["chain"], strict=True)]
    named = [(source, given) for source, given in pairs if source]
    if any(given is None for _, given in named):
        return "source not given"
    met = all(min(source["end"], given[1]) > max(source["start"], given[0]) for source, given in named)
    return "right" if met else "another source"


def verdict(gold: Line, predicted: list[Line]) -> str:
    found = [kind(gold, chain) for chain in predicted if chain["doc"] == gold["doc"]]
    return max(found, key=lambda one: REACHED[one], default="words not found")


def lines(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--gold", required=True, type=Path)
    args.add_argument("--pred", required=True, type=Path)
    args.add_argument("--list", action="store_true")
    given = args.parse_args()
    counts: collections.Counter[tuple[str, bool]] = collections.Counter()
    for path in sorted(given.gold.glob("*.json")):
        predicted = lines(given.pred / f"{path.name}l")
        for gold in json.loads(path.read_text(encoding="utf8")).get("attribution_chains", []):
            found, deep = verdict(gold, predicted), len(gold["chain"]) > 1
            counts[found, deep] += 1
            if given.list and found != "right":
                at = " ".join(f"{span['start']}-{span['end']}" for span in gold["content"])
                print(f"{path.stem}\t{gold['doc']}\t{at}\t{found}\t{len(gold['chain'])}")
    print(f"{'':22} {'one voice':>10} {'two or more':>12} {'all':>5}")
    for row in KINDS:
        one, more = counts[row, False], counts[row, True]
        print(f"{row:22} {one:10} {more:12} {one + more:5}")
    one, more = (sum(n for (_, deep), n in counts.items() if deep is wanted) for wanted in (False, True))
    print(f"{'of':22} {one:10} {more:12} {one + more:5}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Recall of the differences in values: of the gold discrepancies of one of these classes, how many are found.

    python evals/score_values.py SCORER GOLD PRED

SCORER is score_compare.py, whose matching this uses; GOLD and PRED are its folders. Printed are found and all of each
class, of all four, and of the predictions of these classes how many are of a discrepancy, a quotation or a label.
"""

import argparse
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

CLASSES = ("number", "date", "duration", "place")
Item = dict[str, Any]


def tally(scorer: ModuleType, gold: Item, predicted: list[Item]) -> Counter[tuple[str, str]]:
    """Counts by class and what is counted: "gold", "found", "shown", "right"."""
    counts: Counter[tuple[str, str]] = Counter()
    pool = [one for one in predicted if one["kind"] in ("discrepancy", "quote")]

    def usable(item: Item, one: Item) -> bool:
        quoted = scorer.norm_class(item["class"]) == "quote"
        return bool(scorer.hits(item, one)) and (one["kind"] == "discrepancy" or quoted)

    found = scorer.match(gold["discrepancies"], pool, usable)
    for number, item in enumerate(gold["discrepancies"]):
        kind = scorer.norm_class(item["class"])
        counts[kind, "gold"] += 1
        counts[kind, "found"] += number in found
    known = gold["discrepancies"] + gold.get("quote_variants", []) + gold.get("labels", [])
    for one in (p for p in pool if p["kind"] == "discrepancy"):
        kind = scorer.norm_class(one["class"])
        counts[kind, "shown"] += 1
        counts[kind, "right"] += any(scorer.hits(item, one) for item in known)
    return counts


def lines(counts: Counter[tuple[str, str]]) -> Iterator[str]:
    for kind in CLASSES:
        yield " ".join(
            [f"{kind:10}", *(f"{what} {counts[kind, what]:3}" for what in ("found", "gold", "right", "shown"))]
        )
    found, gold = (sum(counts[kind, what] for kind in CLASSES) for what in ("found", "gold"))
    yield f"recall of the four classes {100 * found / gold if gold else float('nan'):.1f}"


def _loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_compare", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("scorer", "gold", "pred"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args(argv)
    scorer = _loaded(options.scorer)
    counts: Counter[tuple[str, str]] = Counter()
    for path in sorted(options.gold.glob("*.json")):
        told = options.pred / f"{path.stem}.jsonl"
        predicted = [json.loads(line) for line in told.read_text("utf8").splitlines()] if told.exists() else []
        counts += tally(scorer, json.loads(path.read_text("utf8")), predicted)
    sys.stdout.write("\n".join(lines(counts)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

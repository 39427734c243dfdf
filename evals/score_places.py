#!/usr/bin/env python3
"""Score places found in text against places with coordinates. Standard library only.

    score_places.py --gold GOLD.jsonl --pred PRED.jsonl [--gazetteer FOLDER] [--show]

Gold: {"text", "places": [{"span": [s, e], "lat", "lon"}]} a line; prediction: {"places": [same]} a line, in the same
order.

  precision      of the predicted places, those that overlap a gold one
  recall         of the gold places, those that a predicted one overlaps; with --gazetteer (a folder with names.tsv.gz)
                 of those alone whose printed name it has; all: of every gold place
  within_161_km  of the gold places found, those whose predicted place lies within 161 km (100 miles, as is usual)
"""

import argparse
import gzip
import json
import math
import re
import unicodedata
from pathlib import Path
from typing import Any

EARTH = 6371.0
NEAR = 161.0
Place = dict[str, Any]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def folded(name: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", bare.casefold()))


def kilometres(one: Place, other: Place) -> float:
    """The distance on a sphere (haversine)."""
    first, second = math.radians(one["lat"]), math.radians(other["lat"])
    turn = math.radians(one["lon"] - other["lon"])
    h = math.sin((first - second) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(turn / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(min(1.0, h)))


def found(place: Place, among: list[Place]) -> Place | None:
    """The place that shares most characters with this one."""

    def shared(other: Place) -> int:
        return int(min(place["span"][1], other["span"][1]) - max(place["span"][0], other["span"][0]))

    best = max(among, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def names_of(folder: Path) -> set[str]:
    text = gzip.decompress((folder / "names.tsv.gz").read_bytes()).decode("utf8")
    return {line.split("\t")[0] for line in text.splitlines()}


def percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def score(gold: list[dict[str, Any]], predicted: list[dict[str, Any]], known: set[str] | None) -> dict[str, float]:
    pairs = list(zip(gold, predicted, strict=True))
    right = sum(found(p, g["places"]) is not None for g, o in pairs for p in o["places"])
    told = [(p, found(p, o["places"]), printed(g, p)) for g, o in pairs for p in g["places"]]
    listed = [match for _, match, name in told if known is None or folded(name) in known or f"={name}" in known]
    matched = [(place, match) for place, match, _ in told if match]
    near = sum(kilometres(place, match) <= NEAR for place, match in matched)
    return {
        "precision": percent(right, sum(len(o["places"]) for o in predicted)),
        "recall": percent(sum(match is not None for match in listed), len(listed)),
        "recall_all": percent(len(matched), len(told)),
        "within_161_km": percent(near, len(matched)),
    }


def printed(line: dict[str, Any], place: Place) -> str:
    return str(line["text"][place["span"][0] : place["span"][1]])


def show(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> None:
    """What is wrong, a line each: not found, found where gold has nothing, or found far away."""
    for line, told in zip(gold, predicted, strict=True):
        for place in line["places"]:
            match = found(place, told["places"])
            if match is None:
                print(f"missed {printed(line, place)}")
            elif kilometres(place, match) > NEAR:
                print(f"far    {printed(line, place)}  {kilometres(place, match):.0f} km  {match.get('id', '')}")
        for place in told["places"]:
            if found(place, line["places"]) is None:
                print(f"extra  {printed(line, place)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--pred", type=Path, required=True)
    parser.add_argument("--gazetteer", type=Path, help="folder with names.tsv.gz: recall of the names that it has")
    parser.add_argument("--show", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    gold, predicted = lines(options.gold), lines(options.pred)
    if options.show:
        show(gold, predicted)
    known = names_of(options.gazetteer) if options.gazetteer else None
    for name, value in score(gold, predicted, known).items():
        print(f"{name} {value}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Export what the trainer of coreference needs, as the package sees it: signs of pairs of mentions, and which are one.

    python evals/export_coreference.py IN.jsonl OUT.npz

IN has a document a line: doc, topic, event, text, mentions with span, type and chain. The arrays, one row a pair of
which one at least is a participant or a place (type HUMAN… or LOC…):

    signs  [P,S]  conspectus.compare.entities.signs, in the order of ``names``
    same   [P]    1: of one chain
    both   [P]    1: both are participants or places
    topic, event  [P]    number of the topic, of the event
    one, other    [P]    row of each in the arrays of mentions

and one row a mention: ``chain``, ``scored`` (1: a participant or place), ``sort``, ``document`` [M], all of the event
``home`` [M].
"""

import argparse
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np

from conspectus import load_models
from conspectus.compare.entities.facts import facts
from conspectus.compare.entities.linked import pairs
from conspectus.compare.entities.mentions import clusters
from conspectus.compare.entities.signs import NAMES, signs
from conspectus.compare.entities.standing import standing

sys.path.insert(0, str(Path(__file__).resolve().parent))
from predict import lines
from predict_coreference import Event, events


def rows(event: Event, gold: dict[tuple[str, int, int], tuple[str, bool]]) -> dict[str, Any]:
    """The arrays of one event; rows of mentions are counted from 0."""
    placed = sorted(set(event.mentions), key=lambda m: (m.document, m.start, m.end, m.words))
    known = facts(placed, clusters(placed, event.texts), event.texts)
    told = [gold[m.document, m.start, m.end] for m in placed]
    chain = np.unique([name for name, _ in told], return_inverse=True)[1]
    scored = np.array([yes for _, yes in told])
    one, other = pairs(known)
    seen = scored[one] | scored[other]
    one, other = one[seen], other[seen]
    return {
        "signs": signs(known, standing(known, placed, event.texts), one, other),
        "same": chain[one] == chain[other], "both": scored[one] & scored[other],
        "one": one, "other": other, "chain": chain, "scored": scored, "sort": known.sort, "document": known.document,
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("input", type=Path)
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    documents = list(lines(options.input))
    topics = {str(one["event"]): int(one["topic"]) for one in documents}
    gold = {
        (one["doc"], m["span"][0], m["span"][1]): (m["chain"], m["type"].startswith(("HUMAN", "LOC")))
        for one in documents
        for m in one["mentions"]
    }
    columns: dict[str, list[Any]] = defaultdict(list)
    begin = 0
    for number, event in enumerate(events(documents, load_models())):
        found = rows(event, gold)
        count, mentions = len(found["one"]), len(found["chain"])
        found |= {"one": found["one"] + begin, "other": found["other"] + begin, "home": np.full(mentions, number)}
        found |= {"topic": np.full(count, topics[event.name]), "event": np.full(count, number)}
        begin += mentions
        for name, values in found.items():
            columns[name].append(values)
    arrays: dict[str, Any] = {name: np.concatenate(values) for name, values in columns.items()}
    np.savez_compressed(options.output, names=NAMES, **arrays)


if __name__ == "__main__":
    main()

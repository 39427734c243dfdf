#!/usr/bin/env python3
"""Export what a trainer needs, as the package sees it, so that training and reading see the same.

    python evals/export.py attribution IN.jsonl OUT.npz

A line of IN is {"doc_id", "text", "attributions": [{"source", "cue", "content"}], "discard"?}: spans are lists of
[start, end], half-open code points. The arrays (flat, with offsets) hold the windows that the networks read:

    doc_ids                    names of the articles
    window_doc                 [W]   article of each window
    slot_at, piece_at, att_at  [W+1] where each window's slots, pieces and attributions begin
    ids, feats                 [P]   word piece, feature (quotation state x shape)
    starts, par, spans, lost   [S]   first piece in the window, paragraph, characters, 1 = takes no part in the loss
    cue, source, content       [S]   number of the window's attribution that owns the slot, -1: none, -2: one whose
                                     cue lies in another window (a source that several share: the last of them)
    att_source                 [A,2] first and last slot of the attribution's source, -1: it has none, -2: elsewhere
"""

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from conspectus.read.attributions.trained.network import FOLDER
from conspectus.read.attributions.trained.windows import Slot, Window, windows
from conspectus.read.quotations import quotations_of
from conspectus.text.wordpieces import Vocabulary

sys.path.insert(0, str(Path(__file__).resolve().parent))
from predict import article, lines

ROLES = ("cue", "source", "content")
TYPES: dict[str, Any] = {"ids": np.int32, "feats": np.int8, "spans": np.int32, "lost": np.int8}
NOWHERE, ELSEWHERE = -1, -2


@dataclass
class Columns:
    """The arrays as they grow."""

    flat: dict[str, list[Any]] = field(
        default_factory=lambda: {
            name: [] for name in ("window_doc", "ids", "feats", "starts", "par", "spans", "lost", *ROLES, "att_source")
        }
    )
    at: dict[str, list[int]] = field(default_factory=lambda: {"slot_at": [0], "piece_at": [0], "att_at": [0]})

    def add(self, document: int, window: Window, attributions: list[dict[str, Any]], marked: dict[str, Any]) -> None:
        """One window: its slots and pieces, and which attribution owns each slot in each role."""
        columns, piece = self.flat, 0
        columns["window_doc"].append(document)
        for slot in window:
            columns["ids"] += slot.pieces
            columns["feats"] += [slot.feature] * len(slot.pieces)
            columns["starts"].append(piece)
            columns["par"].append(slot.paragraph)
            columns["spans"].append(place(slot))
            columns["lost"].append(int(slot.span is not None and marked["lost"][slot.span.start]))
            piece += len(slot.pieces)
        owners = {role: [owner(slot, marked[role]) for slot in window] for role in ROLES}
        # Attributions are numbered by their cues in this window.
        here = sorted(set(owners["cue"]) - {NOWHERE})
        number = {name: n for n, name in enumerate(here)} | {NOWHERE: NOWHERE}
        for role in ROLES:
            columns[role] += [number.get(name, ELSEWHERE) for name in owners[role]]
        columns["att_source"] += [between(window, attributions[name]["source"]) for name in here]
        self.at["slot_at"].append(len(columns["starts"]))
        self.at["piece_at"].append(len(columns["ids"]))
        self.at["att_at"].append(len(columns["att_source"]))

    def arrays(self) -> dict[str, Any]:
        out = {name: np.array(values, TYPES.get(name, np.int16)) for name, values in self.flat.items()}
        out["att_source"] = out["att_source"].reshape(-1, 2)
        out["spans"] = out["spans"].reshape(-1, 2)
        return out | {name: np.array(values, np.int64) for name, values in self.at.items()}


def place(slot: Slot) -> tuple[int, int]:
    """Characters of a slot, (-1, -1) for a special token."""
    return (-1, -1) if slot.span is None else (slot.span.start, slot.span.end)


def owner(slot: Slot, marked: Any) -> int:
    """A word belongs to an attribution's role when any of its characters does."""
    return NOWHERE if slot.span is None else int(marked[slot.span.start : slot.span.end].max())


def between(window: Window, pieces: list[list[int]]) -> tuple[int, int]:
    """First and last slot that overlap the first to the last piece."""
    if not pieces:
        return NOWHERE, NOWHERE
    first, last = min(start for start, _ in pieces), max(end for _, end in pieces)
    at = [n for n, slot in enumerate(window) if slot.span and slot.span.start < last and slot.span.end > first]
    return (at[0], at[-1]) if at else (ELSEWHERE, ELSEWHERE)


def characters(document: dict[str, Any]) -> dict[str, Any]:
    """For every character the attribution that owns it in each role, and whether it takes no part in the loss."""
    size = len(document["text"])
    marked: dict[str, Any] = {role: np.full(size, NOWHERE, np.int32) for role in ROLES}
    for number, attribution in enumerate(document["attributions"]):
        for role in ROLES:
            for start, end in attribution[role]:
                marked[role][start:end] = number
    marked["lost"] = np.zeros(size, np.int8)
    for start, end in document.get("discard", []):
        marked["lost"][start:end] = 1
    return marked


def attribution(source: Path, target: Path) -> str:
    """Write the arrays of all articles in ``source``; says how many there are."""
    vocabulary, columns = Vocabulary(FOLDER / "vocab.txt"), Columns()
    names: list[str] = []
    for document in lines(source):
        one, marked = article(document["text"]), characters(document)
        outer = tuple(quotation for quotation in quotations_of(one, one.blocks) if not quotation.depth)
        for window in windows(one, outer, vocabulary):
            columns.add(len(names), window, document["attributions"], marked)
        names.append(document["doc_id"])
    arrays = columns.arrays()
    np.savez_compressed(target, doc_ids=np.array(names), **arrays)
    return f"{len(names)} articles, {len(arrays['window_doc'])} windows, {len(arrays['att_source'])} attributions"


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=["attribution"])
    parser.add_argument("input", type=Path, help="JSONL with doc_id, text and attributions")
    parser.add_argument("output", type=Path, help="NPZ to write")
    options = parser.parse_args(argv)
    sys.stdout.write(attribution(options.input, options.output) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

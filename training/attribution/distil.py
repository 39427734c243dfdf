"""Train a narrowed network (prune.py) to say what the whole one says, and what the annotation says.

    python distil.py --start small.pt --teacher model.pt --graphs FOLDER --arrays train.npz --out small.pt

FOLDER holds the teacher's graphs (export.py), which give its states and tags for a window the first time it is met; its
pair head runs along.  After Hinton et al. 2015, and Jiao et al. 2020 for the states.  From ``--round`` on the encoder's
products are computed from inputs and weights rounded as the 8-bit graphs round them, the slopes passing unchanged
(Jacob et al. 2018), so that the network learns to live with it.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from model import Reader
from predict import Onnx
from torch import Tensor, nn
from train import WEIGHTS, Arrays, Batch, Judged, Trainer, batches, held_out, judge, losses, paired, worth

GOLD = 0.5  # weight of what the annotation says, where the teacher's word has 1
STATES = 2.0


class Inputs(torch.autograd.Function):
    """Rounded to 8 bits over the range of each window, zero included."""

    @staticmethod
    def forward(ctx, x: Tensor) -> Tensor:
        flat = x.flatten(1)
        low, high = flat.amin(1).clamp_max(0), flat.amax(1).clamp_min(0)
        step = ((high - low) / 255).clamp_min(1e-9)[:, None, None]
        zero = torch.round(-low[:, None, None] / step)
        return torch.round(x / step).add_(zero).clamp_(0, 255).sub_(zero).mul_(step)

    @staticmethod
    def backward(ctx, slope: Tensor) -> Tensor:
        return slope


class Weights(torch.autograd.Function):
    """Rounded to 7 bits over the range of each output channel."""

    @staticmethod
    def forward(ctx, w: Tensor) -> Tensor:
        step = w.abs().amax(1, keepdim=True).clamp_min(1e-9) / 63.5
        return torch.round(w / step).clamp_(-64, 63).mul_(step)

    @staticmethod
    def backward(ctx, slope: Tensor) -> Tensor:
        return slope


def rounded(line: nn.Linear, x: Tensor) -> Tensor:
    return F.linear(Inputs.apply(x), Weights.apply(line.weight), line.bias)


class Teacher:
    def __init__(self, model: Path, graphs: Path, data: Arrays) -> None:
        self.reader, self.network, self.data = Reader.load(model).eval(), Onnx(graphs), data
        self.met: dict[int, tuple[np.ndarray, np.ndarray]] = {}

    def window(self, i: int) -> tuple[np.ndarray, np.ndarray]:
        """States [S,384] and tags [S,7]; kept in 16 bits for the next epoch."""
        if i not in self.met:
            ids, feats, starts = (
                np.asarray(x[i], np.int64)[None] for x in (self.data.ids, self.data.feats, self.data.starts)
            )
            states, tags = self.network.tagger(ids, feats, np.ones_like(ids), starts)
            self.met[i] = states[0].astype(np.float16), tags[0]
        return self.met[i]

    def spread(self, rows: list[int]) -> float:
        """Variance of its states, by which distances from them are measured."""
        return float(np.concatenate([self.window(i)[0] for i in rows]).astype(np.float32).var(0).mean())

    def judge(self, batch: Batch, like: Judged) -> Judged:
        """The teacher's scores for the anchors that its pupil was given."""
        states, tags = torch.zeros_like(like.states), torch.zeros_like(like.tags)
        for b, i in enumerate(batch.rows):
            state, tag = self.window(i)
            states[b, : len(state)] = torch.from_numpy(state).float()
            tags[b, : len(tag)] = torch.from_numpy(tag)
        if like.given is None:
            return Judged(states, tags, None)
        with torch.no_grad():
            return Judged(states, tags, like.given, *paired(self.reader, states, like.given))


def soft(x: Tensor, y: Tensor) -> Tensor:
    """Cross entropy of the scores x with what the scores y believe, over the last axis."""
    return -(y.softmax(-1) * x.log_softmax(-1)).sum(-1)


def likeness(batch: Batch, mine: Judged, taught: Judged, spread: float) -> dict[str, Tensor]:
    """How far a network's scores and states are from its teacher's; the same parts as train.losses."""
    here = batch.slots.float()
    mean = lambda x: (x * here).sum() / here.sum()  # noqa: E731
    out = {"tag": mean(soft(mine.tags, taught.tags))}
    out["states"] = mean(((mine.states - taught.states) ** 2).mean(-1)) / spread
    if mine.given is None:
        return out
    weight = worth(mine.given)
    points = soft(mine.points.transpose(1, 2), taught.points.transpose(1, 2)).mean(1)
    out["source"] = (points * weight).sum() / weight.sum()
    bce = F.binary_cross_entropy_with_logits(mine.content, taught.content.sigmoid(), reduction="none") * mine.given.here
    out["content"] = (bce.sum(1) * weight).sum() / (30 * max(1, int((mine.given.of >= 0).sum())))
    out["valid"] = F.binary_cross_entropy_with_logits(mine.valid, taught.valid.sigmoid())
    return out


def unseen(model: Reader, data: Arrays, rows: list[list[int]]) -> str:
    """Losses on held-out documents."""
    model.eval()
    parts: dict[str, float] = {}
    with torch.no_grad():
        for batch in (Batch(data, one) for one in rows):
            for k, v in losses(batch, judge(model, batch, warm=False)).items():
                parts[k] = parts.get(k, 0.0) + v.item() / len(rows)
    model.train()
    total = sum(WEIGHTS[k] * v for k, v in parts.items())
    return f"{total:.3f} (" + " ".join(f"{k} {v:.3f}" for k, v in parts.items()) + ")"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--graphs", type=Path, required=True, help="folder of the teacher's tagger.onnx")
    parser.add_argument("--arrays", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--epochs", type=float, default=0.75)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--head-rate", type=float, default=1e-4)
    parser.add_argument("--pieces", type=int, default=1024)
    parser.add_argument("--round", type=float, default=0.5, help="share of the steps after which products are rounded")
    parser.add_argument("--steps", type=int, default=0, help="this many steps in all, for a trial")
    parser.add_argument("--share", type=int, default=16, help="as in train.py")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    rng = np.random.default_rng(args.seed)
    data = Arrays(args.arrays)
    out = [held_out(data.doc_ids[data.window_doc[i]], args.share) for i in range(len(data))]
    kept, other = np.flatnonzero(~np.array(out)).tolist(), np.flatnonzero(out).tolist()
    teacher = Teacher(args.teacher, args.graphs, data)
    sizes, test = [len(data.ids[i]) for i in kept], [other[i : i + 8] for i in range(0, len(other), 16)]
    model = Reader.load(args.start)
    model.encoder.freeze(0)
    fixed = {n: p.detach().clone() for n, p in model.named_parameters() if not p.requires_grad}
    trainer = Trainer(model, args, torch.float32)
    total = args.steps or int(args.epochs * len(batches(sizes, args.pieces, np.random.default_rng(0))))
    order = (rows for _ in iter(int, 1) for rows in batches(sizes, args.pieces, rng))
    spread = teacher.spread(kept[:100])
    print("held out, before", unseen(model, data, test), flush=True)
    began, seen = time.time(), {}
    for step, rows in zip(range(1, total + 1), order, strict=False):
        if step > args.round * total:
            for layer in model.encoder.layers:
                layer.product = rounded
        batch = Batch(data, [kept[i] for i in rows])
        mine = judge(model, batch, warm=False)
        parts = likeness(batch, mine, teacher.judge(batch, mine), spread)
        gold = losses(batch, mine)
        loss = sum((WEIGHTS | {"states": STATES})[k] * v for k, v in parts.items())
        (loss + GOLD * sum(WEIGHTS[k] * v for k, v in gold.items())).backward()
        trainer.step(min(step / (0.05 * total), (total + 1 - step) / (0.95 * total), 1.0))
        for k, v in (parts | {f"gold {k}": v for k, v in gold.items()}).items():
            seen[k] = 0.95 * seen.get(k, v.item()) + 0.05 * v.item()
        if step % 20 == 0 or step == total:
            text = " ".join(f"{k} {v:.3f}" for k, v in seen.items())
            print(f"{step}/{total} {text} {(time.time() - began) / step:.2f} s a step", flush=True)
        if step % 200 == 0 or step == total:
            trainer.save(args.out, fixed, vars(args))
            print("held out", unseen(model, data, test), flush=True)


if __name__ == "__main__":
    main()

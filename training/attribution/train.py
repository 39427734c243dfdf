"""Train the attribution network on arrays exported by the package (evals/export.py).

python train.py --arrays train.npz --base model.safetensors --out model.pt --seed 7
"""

from __future__ import annotations

import argparse
import json
import time
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from decode import Settings, anchors, views
from model import Reader
from safetensors.torch import load_file
from torch import Tensor


class Arrays:
    """Windows of an .npz as lists of views."""

    def __init__(self, path: Path) -> None:
        z = np.load(path)
        a = {k: z[k] for k in z.files}
        s, p, t = a["slot_at"], a["piece_at"], a["att_at"]
        self.doc_ids = a["doc_ids"].tolist()
        self.window_doc = a["window_doc"]
        cut = lambda k, at: [a[k][at[i] : at[i + 1]] for i in range(len(at) - 1)]  # noqa: E731
        self.ids, self.feats = cut("ids", p), cut("feats", p)
        self.starts, self.par, self.spans, self.lost = (cut(k, s) for k in ("starts", "par", "spans", "lost"))
        self.cue, self.source, self.content = (cut(k, s) for k in ("cue", "source", "content"))
        self.att_source = cut("att_source", t)

    def __len__(self) -> int:
        return len(self.ids)


def held_out(name: str, share: int) -> bool:
    """One document in ``share`` is held out, by a hash of its name."""
    return zlib.crc32(name.encode()) % share == 0


def batches(sizes: list[int], pieces: int, rng: np.random.Generator) -> list[list[int]]:
    """Windows of like length together, at most ``pieces`` padded pieces a batch, in random order."""
    order = sorted(range(len(sizes)), key=lambda i: sizes[i] + rng.integers(0, 12))
    out: list[list[int]] = [[]]
    longest = 0
    for i in order:
        longest = max(longest, sizes[i])
        if longest * (len(out[-1]) + 1) > pieces:
            out.append([])
            longest = sizes[i]
        out[-1].append(i)
    rng.shuffle(out)  # type: ignore[arg-type]
    return out


def pad(rows: list[np.ndarray], value: int) -> Tensor:
    out = np.full((len(rows), max(map(len, rows))), value, np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.from_numpy(out)


def tags_of(own: dict[str, np.ndarray]) -> np.ndarray:
    tags = np.zeros(len(own["cue"]), np.int64)
    for k, role in enumerate(("cue", "source", "content")):
        o = own[role]
        here = o != -1
        begin = here & np.concatenate(([True], o[1:] != o[:-1]))
        tags[here] = 2 * k + 2
        tags[begin] = 2 * k + 1
    return tags


class Batch:
    def __init__(self, a: Arrays, rows: list[int]) -> None:
        self.rows = rows
        self.ids, self.feats = pad([a.ids[i] for i in rows], 0), pad([a.feats[i] for i in rows], 0)
        self.mask = pad([np.ones(len(a.ids[i]), np.int64) for i in rows], 0)
        self.starts = pad([a.starts[i] for i in rows], 0)
        self.slots = pad([np.ones(len(a.par[i]), np.int64) for i in rows], 0)
        self.words = [a.spans[i][:, 0] >= 0 for i in rows]
        self.par = [a.par[i] for i in rows]
        own = [{"cue": a.cue[i], "source": a.source[i], "content": a.content[i]} for i in rows]
        self.own = own
        self.source = [a.att_source[i] for i in rows]
        tags = [np.where(a.lost[i] == 1, -100, tags_of(o)) for i, o in zip(rows, own, strict=True)]
        self.tags = pad(tags, -100)
        self.lost = [a.lost[i] == 1 for i in rows]


def choose_anchors(batch: Batch, tags: np.ndarray, predicted: bool) -> tuple[np.ndarray, np.ndarray]:
    """Anchors [A,3] for the pair head and the attribution each belongs to (-1: no cue).

    The tagger's own candidates stand in for the gold cues they touch, so that the head learns from what it
    will see; candidates that touch none teach it to say no.
    """
    rows, of = [], []
    for b, own in enumerate(batch.own):
        cue = own["cue"]
        gold = {int(g): np.flatnonzero(cue == g) for g in np.unique(cue) if g >= 0}
        done = set()
        n = len(cue)
        spans = anchors(tags[b, :n], batch.words[b], Settings()) if predicted else []
        wrong = 0
        for first, last in spans:
            hit = [int(g) for g in np.unique(cue[first : last + 1]) if g >= 0]
            if hit and hit[0] not in done:
                done.add(hit[0])
                rows.append((b, first, last))
                of.append(hit[0])
            elif not hit and wrong < 8 and not batch.lost[b][first]:
                wrong += 1
                rows.append((b, first, last))
                of.append(-1)
        for g, at in gold.items():
            if g not in done:
                rows.append((b, int(at[0]), int(at[-1])))
                of.append(g)
    return np.array(rows, np.int64).reshape(-1, 3), np.array(of, np.int64)


@dataclass
class Given:
    """What the pair head is given: anchors [A,3], whose attribution each is (-1: none), and their views [A,L]."""

    anchors: Tensor
    of: np.ndarray
    slots: Tensor
    far: Tensor
    block: Tensor
    here: Tensor

    def views(self) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        return self.anchors, self.slots, self.far, self.block, self.here


def given(batch: Batch, anchor: np.ndarray, of: np.ndarray) -> Given:
    rows: dict[str, list[np.ndarray]] = {"slots": [], "far": [], "block": [], "here": []}
    for b in np.unique(anchor[:, 0]).tolist():
        seen = views([(int(f), int(e)) for r, f, e in anchor.tolist() if r == b], batch.par[b])
        for name, column in rows.items():
            column.extend(getattr(seen, name))
    return Given(torch.from_numpy(anchor), of, *(pad(x, 0) for x in rows.values()))


def targets(batch: Batch, g: Given) -> tuple[Tensor, Tensor, Tensor]:
    """Begin and end of each anchor's source as places of its view, and its content [A,L]."""
    begin, end = np.full(len(g.of), -100, np.int64), np.full(len(g.of), -100, np.int64)
    content = np.zeros(g.slots.shape, np.float32)
    for i, (b, name) in enumerate(zip(g.anchors[:, 0].tolist(), g.of.tolist(), strict=True)):
        if name < 0:
            continue
        seen = g.slots[i, : int(g.here[i].sum())].numpy()
        # no source: slot 0; a source that is not in view teaches nothing
        first, last = (max(x, 0) if x >= -1 else x for x in batch.source[b][name].tolist())
        if first in seen and last in seen:
            begin[i], end[i] = np.searchsorted(seen, (first, last))
        content[i, : len(seen)] = batch.own[b]["content"][seen] == name
    return torch.from_numpy(begin), torch.from_numpy(end), torch.from_numpy(content)


@dataclass
class Judged:
    """The network's scores for a batch; those of the pair head are None where nothing could be a cue."""

    states: Tensor
    tags: Tensor
    given: Given | None
    points: Tensor | None = None
    content: Tensor | None = None
    valid: Tensor | None = None


def judge(model: Reader, batch: Batch, warm: bool) -> Judged:
    h, tags = model(batch.ids, batch.feats, batch.mask, batch.starts)
    tags = tags.float()
    anchor, of = choose_anchors(batch, tags.detach().numpy(), not warm)
    if not len(anchor):
        return Judged(h, tags, None)
    g = given(batch, anchor, of)
    return Judged(h, tags, g, *paired(model, h, g))


def paired(model: Reader, states: Tensor, g: Given) -> tuple[Tensor, Tensor, Tensor]:
    """The pair head's begins and ends of sources [A,L,2], contents [A,L], valid [A]."""
    scores, valid = model.pairs(states, *g.views())
    scores = scores.float()
    return scores[..., :2] - (1 - g.here.float())[..., None] * 1e4, scores[..., 2], valid.float()


def losses(batch: Batch, j: Judged) -> dict[str, Tensor]:
    out = {"tag": F.cross_entropy(j.tags.transpose(1, 2), batch.tags, ignore_index=-100)}
    if j.given is None:
        return out
    begin, end, content = targets(batch, j.given)
    real = torch.from_numpy(j.given.of >= 0)
    ends = ((j.points[..., 0], begin), (j.points[..., 1], end))
    out["source"] = sum(F.cross_entropy(x, y, ignore_index=-100) for x, y in ends) / 2
    bce = F.binary_cross_entropy_with_logits(j.content, content, reduction="none") * j.given.here
    out["content"] = (bce.sum(1) * worth(j.given)).sum() / (30 * max(1, int(real.sum())))
    out["valid"] = F.binary_cross_entropy_with_logits(j.valid, real.float())
    return out


def worth(g: Given) -> Tensor:
    """Anchors that are no cue count less."""
    return torch.where(torch.from_numpy(g.of >= 0), 1.0, 0.3)


WEIGHTS = {"tag": 4.0, "source": 1.0, "content": 1.5, "valid": 1.0}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--arrays", type=Path, required=True)
    parser.add_argument("--base", type=Path, help="model.safetensors of the encoder to begin with")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--order", type=int, help="seed of the order of batches, where it differs from the weights'")
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--pieces", type=int, default=2048)
    parser.add_argument("--drop", type=float, default=0.1)
    parser.add_argument("--share", type=int, default=16, help="one document in SHARE is held out; 0: none")
    parser.add_argument("--limit", type=int, default=0, help="windows to train on (for a trial)")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps of the schedule")
    parser.add_argument("--start", type=Path, help="go on from this model with a fresh schedule")
    parser.add_argument("--freeze", type=int, default=0, help="lowest layers that stay as they are")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    rng = np.random.default_rng(args.seed if args.order is None else args.order)
    data = Arrays(args.arrays)
    kept = [i for i in range(len(data)) if not (args.share and held_out(data.doc_ids[data.window_doc[i]], args.share))]
    if args.limit:
        kept = kept[: args.limit]
    sizes = [len(data.ids[i]) for i in kept]
    model = Reader.load(args.start, args.drop) if args.start else Reader(drop=args.drop)
    if not args.start:
        model.encoder.load_bert(load_file(args.base))
    model.encoder.freeze(args.freeze)
    fixed = {n: p.detach().clone() for n, p in model.named_parameters() if not p.requires_grad}
    trainer = Trainer(model, args)
    total = int(args.epochs * len(batches(sizes, args.pieces, np.random.default_rng(0))))
    stop = min(total, args.steps or total)
    step, pieces, began, seen = 0, 0, time.time(), {}
    while step < stop:
        for rows in batches(sizes, args.pieces, rng):
            rise, fall = (step + 1) / (0.08 * total), (total - step) / (0.92 * total)
            batch = Batch(data, [kept[i] for i in rows])
            parts = losses(batch, judge(model, batch, warm=not args.start and step < 0.05 * total))
            sum(WEIGHTS[k] * v for k, v in parts.items()).backward()
            trainer.step(min(rise, fall, 1.0))
            step += 1
            pieces += int(batch.mask.sum())
            for k, v in parts.items():
                seen[k] = 0.95 * seen.get(k, v.item()) + 0.05 * v.item()
            if step % 20 == 0 or step == stop:
                text = " ".join(f"{k} {v:.3f}" for k, v in seen.items())
                print(f"{step}/{total} {text} {pieces / (time.time() - began):.0f} pieces/s", flush=True)
            if step % 200 == 0 or step == stop:
                trainer.save(args.out, fixed, vars(args))
            if step >= stop:
                break


class Trainer:
    """The network computes in bf16 or fp32; AdamW steps on fp32 copies of its weights, whose running mean is kept."""

    def __init__(self, model: Reader, args: argparse.Namespace, kind: torch.dtype = torch.bfloat16) -> None:
        named = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
        self.names = [n for n, _ in named]
        self.masters = [p.detach().clone().float() for _, p in named]
        self.mean = [m.clone() for m in self.masters]
        groups: dict[float, list[Tensor]] = {args.rate: [], args.head_rate: []}
        for name, master in zip(self.names, self.masters, strict=True):
            inner = name.startswith("encoder") and "feats" not in name
            groups[args.rate if inner else args.head_rate].append(master)
        self.optimiser = torch.optim.AdamW(
            [{"params": ps, "lr": rate, "top": rate} for rate, ps in groups.items()], weight_decay=0.01, fused=True
        )
        model.to(kind).train()
        self.live = [p for _, p in named]
        self.steps = 0

    def step(self, height: float) -> None:
        for master, live in zip(self.masters, self.live, strict=True):
            master.grad = None if live.grad is None else live.grad.float()
            live.grad = None
        torch.nn.utils.clip_grad_norm_(self.masters, 1.0)
        for group in self.optimiser.param_groups:
            group["lr"] = group["top"] * height
        self.optimiser.step()
        self.steps += 1
        with torch.no_grad():
            torch._foreach_copy_(self.live, self.masters)
            torch._foreach_lerp_(self.mean, self.masters, max(0.002, 4 / (self.steps + 4)))

    def save(self, out: Path, fixed: dict[str, Tensor], args: dict) -> None:
        state = dict(zip(self.names, self.mean, strict=True)) | fixed
        torch.save({"state": state, "args": json.dumps({k: str(v) for k, v in args.items()})}, out)


if __name__ == "__main__":
    main()

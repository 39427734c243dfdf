"""Make a narrower network of a trained one: fewer heads and inner units, chosen over all layers at once.

    python prune.py --model model.pt --arrays train.npz --out small.pt

A head or unit is worth the square of what the loss would change without it, to first order (slope x output, summed
over a window; mean over windows: a diagonal Fisher information, Kwon et al. 2022). Those worth least for their cost
go first. What is left of a product is fitted to what the whole product gave on the same windows (least squares),
which undoes most of the harm before any training; distil.py undoes more.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from model import HEAD, Layer, Reader
from torch import Tensor, nn
from train import WEIGHTS, Arrays, Batch, held_out, judge, losses

GROUP = 32  # inner units come in groups of so many
FEWEST = (4, 256)  # heads and units that every layer keeps
COST = 96  # of a head, in inner units: the time of its products and its attention
RIDGE = 1e-3


@dataclass
class Watched:
    """The input of one product: what its channels, ``group`` together, are worth, and their sums for least squares."""

    line: nn.Linear
    group: int
    worth: Tensor = field(init=False)
    sums: Tensor = field(init=False)
    seen: Tensor = field(init=False)

    def __post_init__(self) -> None:
        n = self.line.in_features
        self.worth, self.sums = torch.zeros(n // self.group), torch.zeros(n + 1, n + 1)
        self.line.register_forward_pre_hook(self.see)

    def see(self, module: nn.Module, given: tuple[Tensor, ...]) -> None:
        (self.seen,) = given
        self.seen.retain_grad()

    def count(self) -> None:
        """After the backward pass of one window."""
        x = self.seen.detach()[0]
        self.worth += (x * self.seen.grad[0]).sum(0).view(-1, self.group).sum(1).square()
        x = torch.cat([x, torch.ones(len(x), 1)], 1)
        self.sums += x.T @ x

    def shrunk(self, kept: Tensor) -> nn.Linear:
        """The product with the groups ``kept`` alone, fitted to the whole; the ridge draws to what there was."""
        line = self.line
        whole = torch.cat([line.weight, line.bias[:, None]], 1).detach().double()
        inputs = channels(kept, self.group)
        held = torch.cat([inputs, torch.tensor([line.in_features])])
        sums = self.sums.double()[held]
        inner = sums[:, held] + RIDGE * sums[:, held].diagonal().mean() * torch.eye(len(held), dtype=sums.dtype)
        fitted = whole[:, held] + torch.linalg.solve(inner, sums @ whole.T - sums[:, held] @ whole[:, held].T).T
        return linear(fitted[:, :-1].float(), fitted[:, -1].float())


def channels(groups: Tensor, size: int) -> Tensor:
    return (groups[:, None] * size + torch.arange(size)).flatten()


def linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    out = nn.Linear(weight.shape[1], weight.shape[0])
    out.weight, out.bias = nn.Parameter(weight.detach().clone()), nn.Parameter(bias.detach().clone())
    return out


def watch(model: Reader, data: Arrays, rows: list[int]) -> list[tuple[Watched, Watched]]:
    """Heads and inner units of every layer, watched on the windows ``rows``."""
    watched = [(Watched(layer.out, HEAD), Watched(layer.down, 1)) for layer in model.encoder.layers]
    for i in rows:
        batch = Batch(data, [i])
        parts = losses(batch, judge(model, batch, warm=False))
        sum(WEIGHTS[k] * v for k, v in parts.items()).backward()
        model.zero_grad(set_to_none=True)
        for heads, units in watched:
            heads.count()
            units.count()
    return watched


def choose(watched: list[tuple[Watched, Watched]], keep: float) -> list[tuple[Tensor, Tensor]]:
    """Heads and units that stay in each layer: the most worth for their cost, at ``keep`` of the whole cost."""
    groups = []  # worth for its cost, layer, heads or units, cost
    for i, (heads, units) in enumerate(watched):
        best = heads.worth.sort(descending=True).values[FEWEST[0] :]
        groups += [(x / COST, i, 0, COST) for x in best.tolist()]
        best = units.worth.sort(descending=True).values[FEWEST[1] :].view(-1, GROUP)
        groups += [(x / GROUP, i, 1, GROUP) for x in best.sum(1).tolist()]
    left = keep * sum(len(h.worth) * COST + len(u.worth) for h, u in watched) - len(watched) * (
        FEWEST[0] * COST + FEWEST[1]
    )
    counts = [list(FEWEST) for _ in watched]
    for _, layer, kind, cost in sorted(groups, reverse=True):
        if cost > left:
            break
        left -= cost
        counts[layer][kind] += GROUP if kind else 1
    best = lambda one, n: torch.topk(one.worth, n).indices.sort().values  # noqa: E731
    return [(best(h, n), best(u, m)) for (h, u), (n, m) in zip(watched, counts, strict=True)]


def shrink(layer: Layer, watched: tuple[Watched, Watched], kept: tuple[Tensor, Tensor]) -> None:
    """Cut a layer down in place."""
    rows = channels(kept[0], HEAD)
    rows = torch.cat([rows + k * layer.heads * HEAD for k in range(3)])
    layer.qkv = linear(layer.qkv.weight[rows], layer.qkv.bias[rows])
    layer.up = linear(layer.up.weight[kept[1]], layer.up.bias[kept[1]])
    layer.out, layer.down = (one.shrunk(groups) for one, groups in zip(watched, kept, strict=True))
    layer.heads = len(kept[0])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--arrays", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--keep", type=float, default=0.55, help="share of the encoder's products that stays")
    parser.add_argument("--windows", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--share", type=int, default=16, help="as in train.py")
    args = parser.parse_args()
    torch.set_num_threads(1)
    data = Arrays(args.arrays)
    model = Reader.load(args.model).eval()
    model.encoder.freeze(0)
    rows = [i for i in range(len(data)) if not held_out(data.doc_ids[data.window_doc[i]], args.share)]
    np.random.default_rng(args.seed).shuffle(rows)
    watched = watch(model, data, rows[: args.windows])
    kept = choose(watched, args.keep)
    for layer, one, groups in zip(model.encoder.layers, watched, kept, strict=True):
        shrink(layer, one, groups)
    print("heads and inner units:", [(len(h), len(u)) for h, u in kept])
    torch.save({"state": model.state_dict(), "args": str(vars(args))}, args.out)


if __name__ == "__main__":
    main()

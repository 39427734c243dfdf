"""The network that takes a closer look at two passages: the lowest layers of MiniLM read them together.

Every word piece carries, beside its place, a mark (``MARKS``): which passage it is of, whether it lies in the clause
or phrase that is asked about, and whether the other passage has the same piece.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "attribution"))
from model import FULL, HEAD, Encoder

MARKS = 8  # 4 for the second passage, + 2 in the clause, + 1 met in the other passage
CLS, SEP = 101, 102
LAYERS = 4
INNER = 192
RELATIONS = ("entailment", "neutral", "contradiction")

Stretch = tuple[int, int]


def marked(one: list[int], other: list[int], asked: tuple[Stretch, Stretch]) -> tuple[list[int], list[int]]:
    """Pieces of two passages, with the stretches that are asked about → pieces and marks of the whole."""
    ids, marks = [CLS], [0]
    for side, (own, opposite) in enumerate(((one, set(other)), (other, set(one)))):
        first, last = asked[side]
        for n, piece in enumerate(own):
            ids.append(piece)
            marks.append(4 * side + 2 * (first <= n < last) + (piece in opposite))
        ids.append(SEP)
        marks.append(4 * side)
    return ids, marks


class Pair(nn.Module):
    def __init__(self, drop: float = 0.1, layers: Sequence[tuple[int, int]] = FULL[:LAYERS]) -> None:
        """``layers`` are the heads and inner units of each."""
        super().__init__()
        self.encoder = Encoder(layers, drop)
        width = self.encoder.words.embedding_dim
        self.inner = nn.Linear(4 * width, INNER)
        self.relation = nn.Linear(INNER, len(RELATIONS))
        self.matter = nn.Linear(INNER, 1)  # do they tell of one matter?
        self.tag = nn.Linear(width, 1)  # is the piece among the words that were changed?
        self.same = nn.Linear(INNER, 1)  # do clause and clause tell the same?
        self.drop = drop

    @classmethod
    def load(cls, path: str) -> Pair:
        """A trained network, whole or narrowed."""
        state = torch.load(path)
        sizes = []
        while (layer := f"encoder.layers.{len(sizes)}.") + "up.bias" in state:
            sizes.append((len(state[layer + "qkv.bias"]) // (3 * HEAD), len(state[layer + "up.bias"])))
        network = cls(layers=sizes)
        network.load_state_dict(state)
        return network

    def start(self, state: dict[str, Tensor]) -> None:
        """MiniLM's weights; the marks of the second passage begin as BERT's second token type."""
        self.encoder.load_bert(state)
        types = state["embeddings.token_type_embeddings.weight"].float()
        with torch.no_grad():
            self.encoder.feats.weight[4:MARKS] = types[1] - types[0]

    def forward(self, ids: Tensor, marks: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """ids, marks, mask [B,T] → states [B,T,width], what the heads read [B,INNER]."""
        states = self.encoder(ids, marks, mask)
        clause = mask * (marks % 4 >= 2)
        sides = []
        for side in (0, 1):
            of = (clause * (marks // 4 == side)).unsqueeze(-1).to(states.dtype)
            sides.append((states * of).sum(1) / of.sum(1).clamp_min(1))
        pooled = torch.cat([states[:, 0], sides[0], sides[1], (sides[0] - sides[1]).abs()], -1)
        return states, F.dropout(F.gelu(self.inner(pooled)), self.drop, self.training)

"""The attribution network: a MiniLM encoder that tags words, and a head that reads the words from one cue.

Tagger   every slot gets one of seven tags (cue, source, content; begin, inside; none).
Pairs    for one cue (an anchor: the window, first and last slot) every slot of its paragraph, and slot 0, gets three
         scores: begin of the cue's source, end of it, part of its content.  Slot 0 stands for "no source".  One
         more score says whether the anchor is a cue at all.  After the deep biaffine parser of Dozat and Manning
         (2017), with convolutions over the words as seen from the cue.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

TAGS = 7  # O, cue B I, source B I, content B I
FEATURES = 30
HEAD = 32  # width of a head of attention
FULL = ((12, 1536),) * 6  # heads and inner units of the layers as the encoder begins
BUCKETS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48)  # distances in words; see bucket()
DISTANCES = 2 * (len(BUCKETS) + 1) + 1


def exact(line: nn.Linear, x: Tensor) -> Tensor:
    return line(x)


class Layer(nn.Module):
    def __init__(self, width: int, heads: int, inner: int, drop: float) -> None:
        super().__init__()
        self.heads, self.drop = heads, drop
        self.product: Callable[[nn.Linear, Tensor], Tensor] = exact
        self.qkv = nn.Linear(width, 3 * HEAD * heads)
        self.out = nn.Linear(HEAD * heads, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, t, _ = x.shape
        q, k, v = self.product(self.qkv, x).view(b, t, 3, self.heads, HEAD).permute(2, 0, 3, 1, 4).unbind(0)
        # written out: at these lengths faster on a CPU than torch's fused attention, forward and back
        a = (q * HEAD**-0.5) @ k.transpose(-1, -2) + bias
        a = self.product(self.out, (a.softmax(-1) @ v).transpose(1, 2).reshape(b, t, self.heads * HEAD))
        x = self.norm1(x + F.dropout(a, self.drop, self.training))
        f = self.product(self.down, F.gelu(self.product(self.up, x)))
        return self.norm2(x + F.dropout(f, self.drop, self.training))


class Encoder(nn.Module):
    """BERT layout (Devlin et al. 2019) with one more embedding for the features."""

    def __init__(self, layers: Sequence[tuple[int, int]], drop: float, vocabulary: int = 30522) -> None:
        super().__init__()
        width = 384
        self.words = nn.Embedding(vocabulary, width)
        self.places = nn.Embedding(512, width)
        self.feats = nn.Embedding(FEATURES, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner, drop) for heads, inner in layers)
        nn.init.zeros_(self.feats.weight)
        self.drop = drop
        self.frozen = 0

    def forward(self, ids: Tensor, feats: Tensor, mask: Tensor) -> Tensor:
        with torch.set_grad_enabled(torch.is_grad_enabled() and not self.frozen):
            x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.feats(feats)
            x = F.dropout(self.norm(x), self.drop, self.training)
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for i, layer in enumerate(self.layers):
            with torch.set_grad_enabled(torch.is_grad_enabled() and i >= self.frozen):
                x = layer(x, bias)
        return x

    def freeze(self, layers: int) -> None:
        """Train only what lies above the lowest ``layers`` layers (0: all but the word pieces)."""
        self.frozen = layers
        self.words.weight.requires_grad_(False)
        if layers:
            for part in (self.places, self.feats, self.norm, *self.layers[:layers]):
                part.requires_grad_(False)

    def load_bert(self, state: dict[str, Tensor]) -> None:
        """Weights under BERT's names; the first token type is folded into the places."""
        get = lambda name: state[name].float()  # noqa: E731
        with torch.no_grad():
            self.words.weight.copy_(get("embeddings.word_embeddings.weight"))
            self.places.weight.copy_(
                get("embeddings.position_embeddings.weight") + get("embeddings.token_type_embeddings.weight")[0]
            )
            self.norm.weight.copy_(get("embeddings.LayerNorm.weight"))
            self.norm.bias.copy_(get("embeddings.LayerNorm.bias"))
            for i, layer in enumerate(self.layers):
                p = f"encoder.layer.{i}."
                names = {
                    "out": "attention.output.dense",
                    "norm1": "attention.output.LayerNorm",
                    "up": "intermediate.dense",
                    "down": "output.dense",
                    "norm2": "output.LayerNorm",
                }
                for kind in ("weight", "bias"):
                    parts = [get(f"{p}attention.self.{x}.{kind}") for x in ("query", "key", "value")]
                    getattr(layer.qkv, kind).copy_(torch.cat(parts))
                    for mine, theirs in names.items():
                        getattr(getattr(layer, mine), kind).copy_(get(f"{p}{theirs}.{kind}"))


class Conv(nn.Module):
    """Residual convolution over the slots, written as one matrix product (quantises like the rest)."""

    def __init__(self, width: int, step: int, reach: int = 2) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.shifts = [step * k for k in range(-reach, reach + 1)]
        self.mix = nn.Linear(width * len(self.shifts), width)
        self.pad = step * reach

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        y = F.gelu(self.norm(x)) * mask
        n = y.shape[1]
        y = F.pad(y, (0, 0, self.pad, self.pad))
        y = torch.cat([y[:, self.pad + s : self.pad + s + n] for s in self.shifts], -1)
        return x + self.mix(y)


class Pairs(nn.Module):
    def __init__(self, width: int = 384, inner: int = 128, steps: tuple[int, ...] = (1, 3)) -> None:
        super().__init__()
        self.slot = nn.Linear(width, 2 * inner)
        self.cue = nn.Linear(2 * width, 2 * inner)
        self.far = nn.Embedding(DISTANCES, inner)
        self.block = nn.Embedding(5, inner)
        self.convs = nn.ModuleList(Conv(inner, s) for s in steps)
        self.norm = nn.LayerNorm(inner)
        self.out = nn.Linear(inner, 3)
        self.valid = nn.Sequential(nn.Linear(4 * inner, inner), nn.GELU(), nn.Linear(inner, 1))

    def forward(
        self, h: Tensor, anchors: Tensor, slots: Tensor, far: Tensor, block: Tensor, here: Tensor
    ) -> tuple[Tensor, Tensor]:
        """h [B,S,width], anchors [A,3], views (decode.Views) [A,L] -> scores [A,L,3], valid [A]."""
        row, first, last = anchors.unbind(1)
        s = self.slot(h)[row[:, None], slots]
        c = self.cue(torch.cat([h[row, first], h[row, last]], -1))
        add, gate = s.chunk(2, -1)
        cadd, cgate = c.chunk(2, -1)
        keep = here.unsqueeze(-1).to(s.dtype)
        x = add + gate * cgate[:, None] + cadd[:, None] + self.far(far) + self.block(block)
        for conv in self.convs:
            x = conv(x, keep)
        x = F.gelu(self.norm(x))
        top = (x - (1 - keep) * 1e4).amax(1)
        mean = (x * keep).sum(1) / keep.sum(1)
        return self.out(x), self.valid(torch.cat([c, top, mean], -1)).squeeze(-1)


class Reader(nn.Module):
    def __init__(self, layers: Sequence[tuple[int, int]] = FULL, drop: float = 0.1) -> None:
        """layers: heads and inner units of each."""
        super().__init__()
        self.encoder = Encoder(layers, drop)
        self.tags = nn.Linear(384, TAGS)
        self.pairs = Pairs()

    @staticmethod
    def load(path: Path, drop: float = 0.0) -> Reader:
        """The network that train.py, prune.py or distil.py left, as wide as its weights are."""
        state = torch.load(path)["state"]
        layers = []
        while (name := f"encoder.layers.{len(layers)}.") + "out.weight" in state:
            layers.append((state[name + "out.weight"].shape[1] // HEAD, len(state[name + "up.weight"])))
        out = Reader(layers, drop)
        out.load_state_dict(state)
        return out

    def forward(self, ids: Tensor, feats: Tensor, mask: Tensor, starts: Tensor) -> tuple[Tensor, Tensor]:
        """ids, feats, mask [B,T], starts [B,S] -> slot states [B,S,384], tag scores [B,S,7]."""
        h = self.encoder(ids, feats, mask)
        h = h.gather(1, starts.unsqueeze(-1).expand(-1, -1, h.shape[-1]))
        return h, self.tags(h)

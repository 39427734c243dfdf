"""Write the trained network as two ONNX graphs, in fp32 and int8, and compare their numbers with torch.

    python export.py --model model.pt --arrays dev.npz --out FOLDER

FOLDER/fp32 and FOLDER/int8 each get tagger.onnx (encoder and tags) and pairs.onnx (one cue's view).
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import tempfile
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from model import Pairs, Reader
from onnxruntime.quantization import QuantType, quantize_dynamic
from predict import Onnx, Torch
from torch import Tensor, nn
from train import Arrays, geometry

EXACT = ("/exact/", "/tags/", "/pairs/out/", "/valid/")
PLACES = 256  # positions kept; windows hold at most windows.LIMIT pieces


class Rows(nn.Module):
    """An embedding table in 8 bits with one scale a row, which loses far less than one scale for all rows."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("rows", torch.round(table / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.rows[ids].float() * self.scale[ids]


class Split(nn.Module):
    """A product whose few input channels with outliers stay fp32 (Dettmers et al. 2022, LLM.int8).

    One large activation otherwise sets the 8-bit step of all others in its window.
    """

    def __init__(self, line: nn.Linear, top: Tensor) -> None:
        super().__init__()
        loud = torch.topk(top, LOUD).indices.sort().values
        quiet = torch.ones(line.in_features)
        quiet[loud] = 0.0
        self.register_buffer("loud", loud)
        self.register_buffer("quiet", quiet)
        self.line = nn.Linear(line.in_features, line.out_features)
        self.line.weight = nn.Parameter(line.weight.detach() * quiet)
        self.line.bias = nn.Parameter(line.bias.detach().clone())
        self.exact = nn.Linear(LOUD, line.out_features, bias=False)
        self.exact.weight = nn.Parameter(line.weight.detach()[:, loud].clone())

    def forward(self, x: Tensor) -> Tensor:
        return self.line(x * self.quiet) + self.exact(x[..., self.loud])


LOUD = 8
SPLIT = ("qkv", "up", "down")


def split(reader: Reader, data: Arrays, windows: int = 64) -> Reader:
    """A copy for quantisation, its products split by the largest inputs met in ``windows`` windows."""
    out = copy.deepcopy(reader)
    tops: dict[tuple[int, str], Tensor] = {}

    def watch(key: tuple[int, str]):
        def hook(module: nn.Module, given: tuple[Tensor, ...]) -> None:
            top = given[0].detach().abs().flatten(0, -2).amax(0)
            tops[key] = torch.maximum(tops[key], top) if key in tops else top

        return hook

    layers = list(enumerate(out.encoder.layers))
    hooks = [getattr(x, n).register_forward_pre_hook(watch((i, n))) for i, x in layers for n in SPLIT]
    with torch.no_grad():
        for i in range(0, len(data), max(1, len(data) // windows)):
            ids, feats, starts = (
                torch.from_numpy(x[i].astype(np.int64))[None] for x in (data.ids, data.feats, data.starts)
            )
            out(ids, feats, torch.ones_like(ids), starts)
    for hook in hooks:
        hook.remove()
    for i, layer in layers:
        for name in SPLIT:
            setattr(layer, name, Split(getattr(layer, name), tops[i, name]))
    return out


class Second(nn.Module):
    """The pair head for windows without padding."""

    def __init__(self, pairs: Pairs) -> None:
        super().__init__()
        self.pairs = pairs

    def forward(self, states: Tensor, anchors: Tensor, far: Tensor, block: Tensor) -> tuple[Tensor, Tensor]:
        return self.pairs(states, anchors, far, block, torch.ones_like(states[:, :, 0]))


def write(reader: Reader, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    ids = torch.ones(2, 9, dtype=torch.int64)
    starts = torch.arange(6)[None].repeat(2, 1)
    given = (ids, torch.zeros_like(ids), torch.ones_like(ids), starts)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            reader,
            given,
            str(folder / "tagger.onnx"),
            input_names=["ids", "feats", "mask", "starts"],
            output_names=["states", "tags"],
            dynamic_axes={
                "ids": {0: "b", 1: "t"},
                "feats": {0: "b", 1: "t"},
                "mask": {0: "b", 1: "t"},
                "starts": {0: "b", 1: "s"},
                "states": {0: "b", 1: "s"},
                "tags": {0: "b", 1: "s"},
            },
            opset_version=17,
            dynamo=False,
        )
        states, _ = reader(*given)
        anchors = torch.tensor([[0, 1, 2], [1, 3, 3], [1, 4, 5]])
        far = torch.zeros(3, 6, dtype=torch.int64)
        torch.onnx.export(
            Second(reader.pairs),
            (states, anchors, far, far),
            str(folder / "pairs.onnx"),
            input_names=["states", "anchors", "far", "block"],
            output_names=["scores", "valid"],
            dynamic_axes={
                "states": {0: "b", 1: "s"},
                "anchors": {0: "a"},
                "far": {0: "a", 1: "s"},
                "block": {0: "a", 1: "s"},
                "scores": {0: "a", 1: "s"},
                "valid": {0: "a"},
            },
            opset_version=17,
            dynamo=False,
        )


def quantise(reader: Reader, folder: Path) -> None:
    """Weights of matrix products and the word pieces in 8 bits; activations are quantised on the fly."""
    small = copy.deepcopy(reader)
    small.encoder.words = Rows(reader.encoder.words.weight.detach())  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as name:
        source = Path(name)
        write(small, source)
        folder.mkdir(parents=True, exist_ok=True)
        for graph in ("tagger.onnx", "pairs.onnx"):
            quantize_dynamic(
                source / graph,
                folder / graph,
                op_types_to_quantize=["MatMul", "Gemm"],
                weight_type=QuantType.QInt8,
                per_channel=True,
                # 7 bits: processors without VNNI add pairs of 8-bit products in 16 bits, which overflow
                reduce_range=True,
                nodes_to_exclude=kept_exact(source / graph),
                extra_options={"MatMulConstBOnly": True},
            )


def kept_exact(path: Path) -> list[str]:
    """Products that stay fp32: the small ones that end in scores."""
    nodes = onnx.load(path).graph.node
    return [n.name for n in nodes if n.op_type in ("MatMul", "Gemm") and any(e in n.name for e in EXACT)]


def compare(model: Path, folder: Path, data: Arrays, windows: int) -> None:
    ours, theirs = Torch(model), Onnx(folder)
    worst = {"tags": 0.0, "scores": 0.0, "valid": 0.0}
    for i in range(0, len(data), max(1, len(data) // windows)):
        one = lambda x: np.asarray(x, np.int64)[None]  # noqa: E731
        ids = one(data.ids[i])
        given = (ids, one(data.feats[i]), np.ones_like(ids), one(data.starts[i]))
        (h1, t1), (h2, t2) = ours.tagger(*given), theirs.tagger(*given)
        n = len(data.par[i])
        anchor = np.array([(0, k, min(k + 1, n - 1)) for k in range(1, n, 20)], np.int64)
        far, block = (x.numpy() for x in geometry([data.par[i]], anchor, n))
        (s1, v1), (s2, v2) = ours.pairs(h1, anchor, far, block), theirs.pairs(h2, anchor, far, block)
        for name, a, b in (("tags", t1, t2), ("scores", s1, s2), ("valid", v1, v2)):
            worst[name] = max(worst[name], float(np.abs(a - b).max()))
    print(folder.name, "largest difference from torch:", {k: round(v, 5) for k, v in worst.items()})


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--arrays", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    reader = Reader()
    reader.load_state_dict(torch.load(args.model)["state"])
    reader.eval()
    reader.encoder.places.weight = nn.Parameter(reader.encoder.places.weight[:PLACES].detach().clone())
    data = Arrays(args.arrays)
    write(reader, args.out / "fp32")
    quantise(split(reader, data), args.out / "int8")
    for kind in ("fp32", "int8"):
        compare(args.model, args.out / kind, data, 20)
        for path in sorted((args.out / kind).glob("*.onnx")):
            onnx.checker.check_model(str(path))
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            print(f"{kind}/{path.name} {path.stat().st_size / 1e6:.2f} MB sha256 {digest}")


if __name__ == "__main__":
    main()

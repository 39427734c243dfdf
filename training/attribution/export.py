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
from decode import views
from model import Reader
from onnxruntime.quantization import QuantType, quantize_dynamic
from predict import Onnx, Torch
from rows import Rows
from torch import nn
from train import Arrays

EXACT = ("/tags/", "/out/", "/valid/")  # what ends in scores
PLACES = 256  # positions kept; windows hold at most windows.LIMIT pieces


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
        slots = torch.arange(5)[None].repeat(3, 1)
        far = torch.zeros_like(slots)
        torch.onnx.export(
            reader.pairs,
            (states, anchors, slots, far, far, torch.ones_like(slots)),
            str(folder / "pairs.onnx"),
            input_names=["states", "anchors", "slots", "far", "block", "here"],
            output_names=["scores", "valid"],
            dynamic_axes={
                "states": {0: "b", 1: "s"},
                "anchors": {0: "a"},
                "slots": {0: "a", 1: "l"},
                "far": {0: "a", 1: "l"},
                "block": {0: "a", 1: "l"},
                "here": {0: "a", 1: "l"},
                "scores": {0: "a", 1: "l"},
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
    return [n.name for n in nodes if n.op_type in ("MatMul", "Gemm") and n.name.startswith(EXACT)]


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
        seen = views([(a, b) for _, a, b in anchor.tolist()], data.par[i])
        (s1, v1), (s2, v2) = ours.pairs(h1, anchor, seen), theirs.pairs(h2, anchor, seen)
        for name, a, b in (("tags", t1, t2), ("scores", s1, s2), ("valid", v1, v2)):
            worst[name] = max(worst[name], float(np.abs(a - b).max()))
    print(folder.name, "largest difference from torch:", {k: round(v, 5) for k, v in worst.items()})


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--arrays", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--kinds", nargs="+", choices=("fp32", "int8"), default=["fp32", "int8"])
    args = parser.parse_args()
    torch.set_num_threads(1)
    reader = Reader.load(args.model).eval()
    reader.encoder.places.weight = nn.Parameter(reader.encoder.places.weight[:PLACES].detach().clone())
    data = Arrays(args.arrays)
    if "fp32" in args.kinds:
        write(reader, args.out / "fp32")
    if "int8" in args.kinds:
        quantise(reader, args.out / "int8")
    for kind in args.kinds:
        compare(args.model, args.out / kind, data, 20)
        for path in sorted((args.out / kind).glob("*.onnx")):
            onnx.checker.check_model(str(path))
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            print(f"{kind}/{path.name} {path.stat().st_size / 1e6:.2f} MB sha256 {digest}")


if __name__ == "__main__":
    main()

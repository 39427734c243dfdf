"""A trained network → closer.onnx: pieces and marks of one pair in, log-odds that both tell the same out.

    closer_export.py MODEL.pt OUT.onnx

Word pieces and weights of matrix products in 8 bits, the last product exact; prints how far the scores move.
"""

import sys
import tempfile
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from network import Pair
from onnxruntime import InferenceSession
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "attribution"))
from rows import Rows

PLACES = 96


class Asked(nn.Module):
    """The network with one answer, for one pair at a time."""

    def __init__(self, network: Pair) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, marks: Tensor) -> Tensor:
        _, inner = self.network(ids, marks, torch.ones_like(ids))
        return self.network.same(inner)[:, 0]


def main(model: str, out: str) -> None:
    network = Pair.load(model).eval()
    network.encoder.places.weight = nn.Parameter(network.encoder.places.weight[:PLACES].detach().clone())
    asked = Asked(network)
    draw = torch.Generator().manual_seed(7)
    pairs = [
        (torch.randint(1000, 30000, (1, size), generator=draw), torch.randint(0, 8, (1, size), generator=draw))
        for size in range(20, 80, 3)
    ]
    with torch.no_grad():
        exact = [float(asked(*pair)) for pair in pairs]
    network.encoder.words = Rows(network.encoder.words.weight.detach())
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            torch.onnx.export(
                asked, pairs[0], str(whole), input_names=["ids", "marks"], output_names=["same"],
                dynamic_axes={"ids": {1: "t"}, "marks": {1: "t"}}, opset_version=17, dynamo=False,
            )  # fmt: skip
        nodes = [n.name for n in onnx.load(whole).graph.node if n.op_type in ("MatMul", "Gemm")]
        quantize_dynamic(
            whole, out, op_types_to_quantize=["MatMul", "Gemm"], weight_type=QuantType.QInt8, per_channel=True,
            # 7 bits: processors without VNNI add pairs of 8-bit products in 16 bits, which overflow
            reduce_range=True, nodes_to_exclude=nodes[-1:], extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip
    session = InferenceSession(out)
    small = [float(session.run(None, {"ids": a.numpy(), "marks": b.numpy()})[0][0]) for a, b in pairs]
    moved = np.abs(np.subtract(exact, small)).mean()
    print(f"{Path(out).stat().st_size / 1e6:.1f} MB; scores move by {moved:.3f} on average")


if __name__ == "__main__":
    main(*sys.argv[1:])

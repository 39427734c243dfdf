"""Attributions for a JSONL of articles, as score_attribution.py reads them; also the reference for the package.

python predict.py --model model.pt --arrays dev.npz --data dev.jsonl --out pred.jsonl
python predict.py --onnx FOLDER    --arrays dev.npz --data dev.jsonl --out pred.jsonl
python predict.py --model model.pt --arrays train.npz --data train.jsonl --tune settings.json --share 16
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Protocol

import numpy as np
from decode import Layout, Scores, Settings, Views, anchors, attributions, views
from train import Arrays, held_out


class Network(Protocol):
    def tagger(self, ids: np.ndarray, feats: np.ndarray, mask: np.ndarray, starts: np.ndarray) -> tuple: ...
    def pairs(self, states: np.ndarray, anchor: np.ndarray, seen: Views) -> tuple: ...


class Torch:
    def __init__(self, path: Path) -> None:
        import torch
        from model import Reader

        torch.set_num_threads(1)
        self.torch = torch
        self.model = Reader.load(path).eval()

    def tagger(self, ids, feats, mask, starts):
        with self.torch.no_grad():
            return tuple(x.numpy() for x in self.model(*map(self.torch.from_numpy, (ids, feats, mask, starts))))

    def pairs(self, states, anchor, seen):
        t = self.torch
        with t.no_grad():
            given = (states, anchor, seen.slots, seen.far, seen.block, seen.here)
            return tuple(x.numpy() for x in self.model.pairs(*map(t.from_numpy, given)))


class Onnx:
    def __init__(self, folder: Path) -> None:
        import onnxruntime as ort

        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.first = ort.InferenceSession(folder / "tagger.onnx", options, providers=["CPUExecutionProvider"])
        self.second = ort.InferenceSession(folder / "pairs.onnx", options, providers=["CPUExecutionProvider"])

    def tagger(self, ids, feats, mask, starts):
        return self.first.run(None, {"ids": ids, "feats": feats, "mask": mask, "starts": starts})

    def pairs(self, states, anchor, seen):
        given = {"slots": seen.slots, "far": seen.far, "block": seen.block, "here": seen.here}
        return self.second.run(None, {"states": states, "anchors": anchor} | given)


def scores(network: Network, data: Arrays, rows: list[int], settings: Settings) -> Iterator[Scores]:
    """One window at a time: the numbers of a window never depend on its neighbours in a batch."""
    for i in rows:
        one = lambda x: np.asarray(x, np.int64)[None]  # noqa: E731
        ids = one(data.ids[i])
        states, tags = network.tagger(ids, one(data.feats[i]), np.ones_like(ids), one(data.starts[i]))
        n = len(data.par[i])
        cues = anchors(tags[0], data.spans[i][:, 0] >= 0, settings)
        if not cues:
            yield Scores(tags[0], [], np.zeros((0, n, 3), np.float32), np.zeros(0, np.float32))
            continue
        anchor = np.array([(0, a, b) for a, b in cues], np.int64)
        seen = views(cues, data.par[i])
        pairs, valid = network.pairs(states, anchor, seen)
        yield Scores(tags[0], cues, seen.spread(pairs, n), valid)


def found(data: Arrays, i: int, s: Scores, settings: Settings) -> list[dict]:
    spans = data.spans[i]
    chars = lambda a, b: [int(spans[a, 0]), int(spans[b - 1, 1])]  # noqa: E731
    out = []
    for f in attributions(s, Layout(data.par[i], spans[:, 0] >= 0), settings):
        source = [chars(*f.source)] if f.source else []
        out.append({"cue": [chars(*f.cue)], "source": source, "content": [chars(*c) for c in f.content]})
    return out


def predict(data: Arrays, rows: list[int], given: list[Scores], settings: Settings) -> dict[str, list[dict]]:
    out: dict[str, list[dict]] = {data.doc_ids[data.window_doc[i]]: [] for i in rows}
    for i, s in zip(rows, given, strict=True):
        out[data.doc_ids[data.window_doc[i]]] += found(data, i, s, settings)
    return out


MARGIN = 0.15  # a threshold moves only for more than this, so that few documents do not decide it


def tune(score, start: Settings) -> Settings:
    """Coordinate search over the thresholds on held-out documents."""
    grid = {
        "keep": (-1.5, -1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75),
        "cue_weight": (0.0, 0.25, 0.5, 0.75, 1.0),
        "tag_weight": (0.0, 0.15, 0.3, 0.5, 0.7),
        "content_bias": (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5),
        "switch": (0.0, 0.5, 1.0, 2.0, 3.0, 4.0),
        "no_source": (-3.0, -2.0, -1.0, 0.0, 1.0, 2.0),
    }
    best, top = start, score(start)
    for _ in range(2):
        for name, values in grid.items():
            for v in values:
                trial = replace(best, **{name: v})
                if trial != best and (s := score(trial)) > top + MARGIN:
                    best, top = trial, s
    print("tuned", round(top, 2), best, file=sys.stderr)
    return best


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path)
    parser.add_argument("--onnx", type=Path)
    parser.add_argument("--arrays", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, help="score_attribution.py, for --tune and for the report")
    parser.add_argument("--settings", type=Path)
    parser.add_argument("--tune", type=Path, help="choose settings on the held-out documents and write them here")
    parser.add_argument("--share", type=int, default=0, help="only the held-out documents of train.py --share")
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    data = Arrays(args.arrays)
    network: Network = Torch(args.model) if args.model else Onnx(args.onnx)
    settings = Settings(**json.loads(args.settings.read_text())) if args.settings else Settings()
    rows = [i for i in range(len(data)) if not args.share or held_out(data.doc_ids[data.window_doc[i]], args.share)]
    began = time.process_time()
    given = list(scores(network, data, rows, settings))
    spent = time.process_time() - began
    words = sum(int((data.spans[i][:, 0] >= 0).sum()) for i in rows)
    print(f"{len(rows)} windows, {words} words and marks, {spent:.1f} CPU s", file=sys.stderr)
    if args.tune:
        sys.path.insert(0, str(args.scorer.parent))
        import score_attribution as scorer

        gold = scorer.load_gold(str(args.data))
        gold = {k: gold[k] for k in {data.doc_ids[data.window_doc[i]] for i in rows}}

        def score(s: Settings) -> float:
            res = scorer.evaluate(gold, predict(data, rows, given, s))
            a = res["all"]
            return a["attr"]["F1"] + 0.5 * a["c_soft"]["F1"] + 0.1 * (a["cue_hit"]["F1"] + a["c_exact"]["F1"])

        settings = tune(score, settings)
        args.tune.write_text(json.dumps(asdict(settings), indent=1))
    if args.out:
        wanted = predict(data, rows, given, settings)
        with args.out.open("w", encoding="utf-8") as f:
            for doc, found_ in wanted.items():
                f.write(json.dumps({"doc_id": doc, "attributions": found_}) + "\n")
        if args.scorer and not args.share:
            figures = args.out.with_suffix(".json")
            command = [sys.executable, args.scorer, "--gold", args.data, "--pred", args.out, "--json", figures]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()

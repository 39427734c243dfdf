"""Stems with their printed forms → one short vector a stem, taken from a sentence encoder.

    encode.py COUNTS.json MODEL_FOLDER OUT.npz      (a Python with torch and safetensors, see requirements.txt)

Every form is read by itself by all-MiniLM-L6-v2 (mean of its word pieces, as the model was trained), the forms of a
stem are averaged by their counts, and the vectors are cut to their main directions (after model2vec, Tulkens and
van Dongen 2024) and to eight bits.
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file

sys.path.insert(0, str(Path(__file__).parent.parent / "attribution"))
from model import Encoder

WIDTH = 64
BATCH = 256


def pieces(word: str, vocabulary: dict[str, int]) -> list[int]:
    """The word pieces of one word, longest first (Wu et al. 2016); marks are words of their own."""
    ids, at = [], 0
    while at < len(word):
        end = len(word)
        while end > at and (("##" if at else "") + word[at:end]) not in vocabulary:
            end -= 1
        if end == at:
            return [vocabulary["[UNK]"]]
        ids.append(vocabulary[("##" if at else "") + word[at:end]])
        at = end
    return ids


def encoded(words: list[str], folder: Path) -> np.ndarray:
    names = (folder / "vocab.txt").read_text(encoding="utf8").split("\n")
    vocabulary = {name: number for number, name in enumerate(names) if name}
    network = Encoder()
    network.load_bert(load_file(folder / "model.safetensors"))
    network.eval()
    runs = [[vocabulary["[CLS]"], *pieces(word, vocabulary)[:10], vocabulary["[SEP]"]] for word in words]
    order = sorted(range(len(runs)), key=lambda i: len(runs[i]))
    found = np.zeros((len(words), 384), np.float32)
    with torch.inference_mode():
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            length = max(len(runs[i]) for i in batch)
            ids = torch.zeros(len(batch), length, dtype=torch.long)
            mask = torch.zeros(len(batch), length, dtype=torch.long)
            for row, i in enumerate(batch):
                ids[row, : len(runs[i])] = torch.tensor(runs[i])
                mask[row, : len(runs[i])] = 1
            states = network(ids, torch.zeros_like(ids), mask)
            mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
            found[batch] = torch.nn.functional.normalize(mean, dim=1).numpy()
    return found


def main(counts: str, folder: str, out: str) -> None:
    torch.set_num_threads(1)
    table = json.loads(Path(counts).read_text(encoding="utf8"))
    stems = sorted(table["stems"])
    words = sorted({word for one in stems for word in table["stems"][one]["forms"]})
    rows = dict(zip(words, encoded(words, Path(folder)), strict=True))
    means = []
    for one in stems:
        forms = table["stems"][one]["forms"]
        means.append(sum(rows[word] * count for word, count in forms.items()) / sum(forms.values()))
    centred = np.array(means) - np.mean(means, axis=0)
    _, _, directions = np.linalg.svd(centred[:: max(1, len(centred) // 8000)], full_matrices=False)
    short = centred @ directions[:WIDTH].T
    short /= np.linalg.norm(short, axis=1, keepdims=True) + 1e-9
    rarity = np.log(table["total"] / np.array([table["stems"][one]["articles"] for one in stems]))
    np.savez_compressed(
        out, stems=np.array("\n".join(stems)), vectors=np.round(short * 127).astype(np.int8),
        rarity=np.round(rarity * 16).astype(np.uint8), total=np.array(table["total"]),
    )  # fmt: skip
    print(f"{len(stems)} stems, {WIDTH} wide")


if __name__ == "__main__":
    main(*sys.argv[1:])

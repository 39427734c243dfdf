"""Fit the line that weighs a matter all told: weigh.py ARRAYS.npz OUT.

ARRAYS comes from evals/export_agreed.py, of stories from which train.py has learnt nothing. Writes agreed.npz to OUT
in the layout of conspectus/compare/matters/likely.py, and prints the average precision by six-fold cross-validation by
story, beside that of the likelihood by the signs alone.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
from train import fitted_line, on_line

LOOSE = 0.02


def average_precision(scores: Any, hit: Any) -> float:
    right = hit[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(right) / np.arange(1, len(right) + 1))[right == 1].mean())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("arrays", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    with np.load(options.arrays, allow_pickle=False) as file:
        held = {name: file[name] for name in file.files}
    numbers, hit, story = held["numbers"].astype(np.float64), held["hit"], held["story"]
    scores = np.zeros(len(hit))
    for fold in range(6):
        out = story % 6 == fold
        scores[out] = on_line(fitted_line(numbers[~out], hit[~out], np.ones((~out).sum()), LOOSE), numbers[out])
    alone = average_precision(numbers[:, 0], hit)
    print(f"{len(hit)} matters, {hit.mean():.3f} noted; ", end="")
    print(f"average precision {average_precision(scores, hit):.3f}, by the signs alone {alone:.3f}")
    fit = fitted_line(numbers, hit, np.ones(len(hit)), LOOSE)
    np.savez_compressed(options.out / "agreed.npz", signs=held["names"], **fit)


if __name__ == "__main__":
    main()

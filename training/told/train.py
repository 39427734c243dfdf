"""Fit the weights of "told of one thing": train.py ARRAYS.npz OUT.json.

ARRAYS comes from evals/export_told.py. Writes the mean, spread and weight of each sign in the layout of
conspectus/compare/told/likely.py, and prints what cross-validation by story gives.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np

PENALTY = 3.0
FOLDS = 8
UNKNOWN = 0.5  # weight of a pair of which the reader mentioned at most one


def fitted(signs: Any, same: Any, weights: Any) -> tuple[Any, Any, Any]:
    """Mean and spread of each sign, and the weights of a ridge logistic regression with its bias last (Newton)."""
    mean, spread = signs.mean(0), signs.std(0) + 1e-6
    rows = np.c_[(signs - mean) / spread, np.ones(len(signs))]
    ridge = np.eye(rows.shape[1]) * PENALTY
    ridge[-1, -1] = 1e-6
    beta = np.zeros(rows.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-rows @ beta))
        slope = rows.T @ (weights * (likely - same)) + ridge @ beta
        bend = (rows * (weights * likely * (1 - likely))[:, None]).T @ rows + ridge
        step = np.linalg.solve(bend, slope)
        beta -= step
        if abs(step).max() < 1e-8:
            break
    return mean, spread, beta


def area(scores: Any, same: Any) -> float:
    """Area under the curve."""
    rank = np.argsort(np.argsort(scores))
    hit = same == 1
    return float((rank[hit].mean() - (hit.sum() - 1) / 2) / (~hit).sum())


def validated(held: dict[str, Any], weights: Any) -> float:
    scores = np.zeros(len(held["same"]))
    for fold in range(FOLDS):
        out = held["story"] % FOLDS == fold
        mean, spread, beta = fitted(held["signs"][~out], held["same"][~out], weights[~out])
        scores[out] = np.c_[(held["signs"][out] - mean) / spread, np.ones(out.sum())] @ beta
    return area(scores, held["same"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("arrays", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    with np.load(options.arrays, allow_pickle=False) as file:
        held = {name: file[name] for name in file.files}
    weights = np.where(held["known"] == 1, 1.0, UNKNOWN)
    print(
        f"{len(weights)} pairs, {held['same'].sum()} of one thing; area under the curve {validated(held, weights):.3f}"
    )
    mean, spread, beta = fitted(held["signs"], held["same"], weights)
    table = {
        str(name): {"mean": round(float(m), 5), "spread": round(float(s), 5), "weight": round(float(b), 4)}
        for name, m, s, b in zip(held["names"], mean, spread, beta[:-1], strict=True)
    }
    options.out.write_text(json.dumps({"signs": table, "bias": round(float(beta[-1]), 4)}, indent=1) + "\n")


if __name__ == "__main__":
    main()

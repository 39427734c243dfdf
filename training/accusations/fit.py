"""Fit the scorer of accusations: fit.py WHAT ARRAYS.npz SCORER.json.

WHAT is "accusing" or "answering"; ARRAYS comes from evals/export_accusations.py. Prints what cross-validation by story
gives, and writes its half of SCORER in the layout of conspectus/compare/accusations/scorer.py, the other half kept.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np

RIDGE = 3.0
FOLDS = 8


def fitted(signs: Any, wanted: Any, weights: Any) -> Any:
    """Logistic regression with a ridge on all but the bias (first), by Newton's method."""
    rows = np.hstack([np.ones((len(signs), 1)), signs])
    found = np.zeros(rows.shape[1])
    ridge = RIDGE * np.eye(len(found))
    ridge[0, 0] = 1e-6
    for _ in range(40):
        likely = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (weights * (wanted - likely)) - ridge @ found
        bend = (rows * (weights * likely * (1 - likely))[:, None]).T @ rows + ridge
        step = np.linalg.solve(bend, slope)
        found += step
        if np.abs(step).max() < 1e-7:
            break
    return found


def likelihood(signs: Any, found: Any) -> Any:
    return 1 / (1 + np.exp(-(found[0] + signs @ found[1:])))


def precision(wanted: Any, likely: Any) -> float:
    """Average precision of those wanted for certain."""
    right = (wanted == 1)[np.argsort(-likely)]
    return float((np.cumsum(right) / (1 + np.arange(len(right))))[right].mean())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("accusing", "answering"))
    parser.add_argument("arrays", type=Path)
    parser.add_argument("scorer", type=Path)
    given = parser.parse_args()
    with np.load(given.arrays) as file:
        names, signs, wanted = str(file["names"]).split("\n"), file["signs"], file["wanted"]
        weights, story = file["weights"], file["story"]
    likely = np.zeros(len(wanted))
    for fold in range(FOLDS):
        held = story % FOLDS == fold
        likely[held] = likelihood(signs[held], fitted(signs[~held], wanted[~held], weights[~held]))
    right = (wanted == 1).sum()
    print(f"{given.what}: {len(wanted)} rows, {right} right, average precision {precision(wanted, likely):.3f}")
    for least in (0.5, 0.55, 0.6, 0.7):
        shown = likely >= least
        print(f"  from {least} on: {shown.sum()}, of these no accusation or answer {np.mean(wanted[shown] == 0):.3f}")
    found = fitted(signs, wanted, weights)
    kept = json.loads(given.scorer.read_text(encoding="utf8")) if given.scorer.exists() else {}
    kept[given.what] = {
        "signs": names, "bias": round(float(found[0]), 4), "weights": [round(float(one), 4) for one in found[1:]]
    }  # fmt: skip
    given.scorer.write_text(json.dumps(dict(sorted(kept.items()))) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()

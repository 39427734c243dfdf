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

RIDGE, RIDGE_OF_WORDS = 3.0, 15.0
FOLDS = 6


def fitted(rows: Any, wanted: Any, weights: Any, ridge: Any) -> Any:
    """Logistic regression with a ridge (one value a column; the first column is the bias), by Newton's method."""
    found = np.zeros(rows.shape[1])
    for _ in range(40):
        likely = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (weights * (wanted - likely)) - ridge * found
        bend = (rows * (weights * likely * (1 - likely))[:, None]).T @ rows + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        found += step
        if np.abs(step).max() < 1e-4:
            break
    return found


def likelihood(rows: Any, found: Any) -> Any:
    return 1 / (1 + np.exp(-rows @ found))


def precision(wanted: Any, likely: Any) -> float:
    """Average precision of those wanted for certain."""
    right = (wanted == 1)[np.argsort(-likely, kind="stable")]
    return float((np.cumsum(right) / (1 + np.arange(len(right))))[right].mean())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("accusing", "answering"))
    parser.add_argument("arrays", type=Path)
    parser.add_argument("scorer", type=Path)
    given = parser.parse_args()
    with np.load(given.arrays) as file:
        names, stems = str(file["names"]).split("\n"), str(file["stems"]).split("\n")
        signs, words, wanted = file["signs"], file["words"], file["wanted"].astype(float)
        weights, story = file["weights"].astype(float), file["story"]
    rows = np.hstack([np.ones((len(signs), 1)), signs, words])
    ridge = np.r_[1e-6, np.full(signs.shape[1], RIDGE), np.full(words.shape[1], RIDGE_OF_WORDS)]
    likely = np.zeros(len(wanted))
    for fold in range(FOLDS):
        held = story % FOLDS == fold
        likely[held] = likelihood(rows[held], fitted(rows[~held], wanted[~held], weights[~held], ridge))
    judged = weights == weights.max()
    for name, of in (("stories judged saying by saying", judged), ("stories whose gold alone tells", ~judged)):
        print(f"{given.what}, {name}: {of.sum()} rows, {(wanted[of] == 1).sum()} right, average precision "
              f"{precision(wanted[of], likely[of]):.3f}")  # fmt: skip
    for least in (0.4, 0.5, 0.6, 0.7) if given.what == "accusing" else ():
        shown = (likely >= least) & judged
        print(f"  from {least} on: {shown.sum()} judged, of these none {np.mean(wanted[shown] == 0):.3f}")
    found = [round(float(one), 4) for one in fitted(rows, wanted, weights, ridge)]
    kept = json.loads(given.scorer.read_text(encoding="utf8")) if given.scorer.exists() else {}
    table: dict[str, Any] = {"signs": names, "bias": found[0], "weights": found[1 : 1 + len(names)]}
    if given.what == "accusing":
        table["words"] = dict(zip(stems, (round(one, 3) for one in found[1 + len(names) :]), strict=True))
    kept[given.what] = table
    given.scorer.write_text(json.dumps(dict(sorted(kept.items()))) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()

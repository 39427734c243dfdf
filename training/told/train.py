"""Train the trees of "told of one thing": train.py ARRAYS.npz OUT.

ARRAYS comes from evals/export_told.py. Writes told.npz to OUT in the layout of conspectus/compare/trees.py, and
prints what cross-validation by story gives: of the values that are not equal, how the pairs that a difference of the
gold covers are ranked.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "matters"))
from train import written

SEEDS, ROUNDS, FOLDS = (0, 1), 120, 8
SETTINGS: dict[str, Any] = {
    "objective": "binary", "num_leaves": 6, "min_data_in_leaf": 10, "learning_rate": 0.05, "feature_fraction": 0.6,
    "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 1, "verbose": -1, "num_threads": 1, "deterministic": True,
    "force_row_wise": True,
}  # fmt: skip
UNKNOWN = 0.5  # weight of a pair of which the reader mentioned at most one


def fitted(held: dict[str, Any], rows: Any) -> list[Any]:
    weights = np.where(held["known"] == 1, 1.0, UNKNOWN)[rows]
    given = [held["signs"][rows], held["same"][rows]]
    return [
        lightgbm.train(SETTINGS | {"seed": seed}, lightgbm.Dataset(*given, weight=weights), num_boost_round=ROUNDS)
        for seed in SEEDS
    ]


def validated(held: dict[str, Any]) -> Any:
    """The likelihood of each pair by trees that have not seen its story."""
    likely = np.zeros(len(held["same"]))
    for fold in range(FOLDS):
        out = held["story"] % FOLDS == fold
        raw = [model.predict(held["signs"][out], raw_score=True) for model in fitted(held, ~out)]
        likely[out] = 1 / (1 + np.exp(-np.mean(raw, axis=0)))
    return likely


def average_precision(right: Any, likely: Any) -> float:
    right = right[np.argsort(-likely, kind="stable")] == 1
    return float((np.cumsum(right) / (1 + np.arange(len(right))))[right].mean())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("arrays", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    with np.load(options.arrays, allow_pickle=False) as file:
        held = {name: file[name] for name in file.files}
    sign = {name: held["signs"][:, at] == 1 for at, name in enumerate(held["names"].tolist())}
    likely, unequal = validated(held), ~sign["equals"]
    kinds = {"figures": sign["is_amount"], "lengths": sign["is_length"], "places": sign["is_place"]}
    kinds["dates"] = ~(kinds["figures"] | kinds["lengths"] | kinds["places"])
    print(f"{len(likely)} pairs, {held['same'].sum()} of one thing")
    for name, of in kinds.items():
        rows = of & unequal
        print(
            f"{name}: {rows.sum()} pairs of unequal ones, {held['noted'][rows].sum()} noted, average precision "
            f"{average_precision(held['noted'][rows], likely[rows]):.3f}"
        )
    written(fitted(held, np.ones(len(likely), bool)), options.out / "told.npz", held["names"], 1)


if __name__ == "__main__":
    main()

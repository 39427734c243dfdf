"""Train the trees that say how likely two mentions are one: fit.py ARRAYS.npz OUT.

ARRAYS comes from evals/export_coreference.py. Writes pairs.npz to OUT in the layout of
conspectus/compare/trees.py, and prints what five-fold cross-validation by topic gives for several thresholds.
"""

from __future__ import annotations

import argparse
import sys
from itertools import product
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "matters"))
from train import written

SEEDS, ROUNDS, FOLDS, PRONOUN = (1, 2, 3, 4, 5, 6), 150, 5, 2
SETTINGS: dict[str, Any] = {
    "objective": "binary", "num_leaves": 16, "min_data_in_leaf": 60, "learning_rate": 0.08, "feature_fraction": 0.5,
    "bagging_fraction": 0.6, "bagging_freq": 1, "lambda_l2": 5, "verbose": -1, "num_threads": 1,
    "deterministic": True, "force_row_wise": True, "max_bin": 63,
}  # fmt: skip
LIKE, UNLIKE = 0.5, 0.12  # share of the pairs learnt from: with something in common, without
JOINED, AGAIN, MEANT = (0.4, 0.45, 0.5), (0.15, 0.2, 1), (0.35, 0.45)


def learnt(held: dict[str, Any], rows: Any, seed: int) -> tuple[Any, Any, Any]:
    """Signs, answers and weights of the pairs to learn from; every event counts by its mentions."""
    sign = {name: held["signs"][:, at] for at, name in enumerate(held["names"].tolist())}
    alike = (sign["head_alike"] > 0.3) | (sign["words_within"] > 0.2)
    for name in ("same_stem", "same_key", "person_agree", "name_variant", "role_borne", "same_label"):
        alike |= sign[name] > 0
    pronoun = (held["sort"][held["one"]] == PRONOUN) | (held["sort"][held["other"]] == PRONOUN)
    share = np.where(pronoun & held["both"], 1, np.where(alike & held["both"], LIKE, UNLIKE))
    seen = rows & (np.random.default_rng(seed).random(len(share)) < share)
    mentions = np.bincount(held["home"], held["scored"])
    total = np.bincount(held["event"][seen], 1 / share[seen], minlength=len(mentions))
    weights = (mentions / np.maximum(total, 1e-9))[held["event"]] / share
    return held["signs"][seen], held["same"][seen], weights[seen] / weights[seen].mean()


def fitted(held: dict[str, Any], rows: Any) -> list[Any]:
    """A model a seed: each learns from other pairs of those that are not looked at all."""
    models = []
    for seed in SEEDS:
        signs, wanted, weights = learnt(held, rows, seed)
        data = lightgbm.Dataset(signs, wanted, weight=weights)
        models.append(lightgbm.train(SETTINGS | {"seed": seed}, data, num_boost_round=ROUNDS))
    return models


def joined(likely: Any, sort: Any, document: Any, least: tuple[float, float, float]) -> Any:
    """The clusters of one event, as conspectus.compare.entities.linked makes them."""
    rest, found = np.flatnonzero(sort != PRONOUN), -np.ones(len(sort), int)
    far = 1 - likely[np.ix_(rest, rest)]
    found[rest] = fcluster(linkage(far[np.triu_indices(len(rest), 1)], "average"), 1 - least[0], "distance")
    found = again(found, likely, least[1])
    for row in np.flatnonzero(sort == PRONOUN):
        near = np.flatnonzero((document == document[row]) & (found >= 0))
        numbers, which = np.unique(found[near], return_inverse=True)
        best = np.argmax(np.bincount(which, likely[row, near])) if len(near) else -1
        meant = len(near) and likely[row, near][which == best].max() >= least[2]
        found[row] = numbers[best] if meant else found.max() + 1
    return found


def again(found: Any, likely: Any, least: float) -> Any:
    """The clusters of several mentions joined further, the likeliest two first."""
    numbers, counts = np.unique(found[found >= 0], return_counts=True)
    numbers = numbers[counts > 1]
    while len(numbers) > 1:
        held = (found[None] == numbers[:, None]).astype(float)
        mean = np.triu(held @ likely @ held.T / np.outer(held.sum(1), held.sum(1)), 1)
        one, other = np.unravel_index(np.argmax(mean), mean.shape)
        if mean[one, other] < least:
            break
        found[found == numbers[other]] = numbers[one]
        numbers = np.delete(numbers, other)
    return found


def bcubed(held: dict[str, Any], likely: Any, least: tuple[float, float, float]) -> tuple[float, float, float]:
    """BCubed F1, precision and recall over participants and places, within each event (Bagga and Baldwin 1998)."""
    sums, count = np.zeros(2), 0
    for event in range(held["home"].max() + 1):
        own = np.flatnonzero(held["home"] == event)
        pairs = held["event"] == event
        square = np.zeros((len(own), len(own)))
        one, other = held["one"][pairs] - own[0], held["other"][pairs] - own[0]
        square[one, other] = square[other, one] = likely[pairs]
        found = joined(square, held["sort"][own], held["document"][own], least)
        scored = held["scored"][own]
        one, other = found[scored][:, None] == found[scored], held["chain"][own][scored]
        other = other[:, None] == other
        sums += [((one & other).sum(1) / one.sum(1)).sum(), ((one & other).sum(1) / other.sum(1)).sum()]
        count += int(scored.sum())
    right, whole = sums / count
    return 200 * right * whole / (right + whole), 100 * right, 100 * whole


def validated(held: dict[str, Any]) -> None:
    topics = np.unique(held["topic"])
    likely = np.zeros(len(held["same"]))
    for fold in range(FOLDS):
        out = np.isin(held["topic"], topics[fold::FOLDS])
        odds = [model.predict(held["signs"][out], raw_score=True) for model in fitted(held, ~out)]
        likely[out] = 1 / (1 + np.exp(-np.mean(odds, axis=0)))
    for least in product(JOINED, AGAIN, MEANT):
        middle, right, whole = bcubed(held, likely, least)
        print("joined {:.2f} again {:.2f} meant {:.2f}:".format(*least), end=" ")
        print(f"F1 {middle:.2f} P {right:.1f} R {whole:.1f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("arrays", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    with np.load(options.arrays, allow_pickle=False) as file:
        held = {name: file[name] for name in file.files}
    validated(held)
    models = fitted(held, np.ones(len(held["same"]), bool))
    written(models, options.out / "pairs.npz", held["names"], 1)


if __name__ == "__main__":
    main()

"""Train the trees that find matters, tell their kind and weigh them: train.py ARRAYS.npz OUT.

ARRAYS comes from evals/export_matters.py. Writes matter.npz, stretch.npz, kind.npz and grave.npz to OUT in the layout
of conspectus/compare/trees.py, line.npz in that of likely.py beside it, and prints what five-fold
cross-validation by story gives.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from line import fitted_line, on_line

SEEDS = (0, 1)
SHOWN = 0.35  # share of the pairs of nothing that is learnt from, each counting for as many
COMMON: dict[str, Any] = {
    "learning_rate": 0.04, "feature_fraction": 0.5, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5,
    "verbose": -1, "num_threads": 1, "deterministic": True, "force_row_wise": True,
}  # fmt: skip
MATTER = COMMON | {"objective": "binary", "num_leaves": 6, "min_data_in_leaf": 80, "learning_rate": 0.06}
STRETCH = COMMON | {"objective": "binary", "num_leaves": 6, "min_data_in_leaf": 30, "learning_rate": 0.05}
KIND = COMMON | {"objective": "multiclass", "num_class": 9, "num_leaves": 5, "min_data_in_leaf": 20}
KIND["learning_rate"] = 0.06
GRAVE = COMMON | {"objective": "binary", "num_leaves": 5, "min_data_in_leaf": 20}
LOOSE = 0.02  # of the line: how little it is held back
ALIKE = 2.0  # weight of a look-alike among the pairs that are of no discrepancy


def fitted(settings: dict[str, Any], data: tuple[Any, Any, Any], rounds: int, seeds: tuple[int, ...]) -> list[Any]:
    signs, wanted, weights = data
    found = []
    for seed in seeds:
        given = lightgbm.Dataset(signs, wanted, weight=weights)
        found.append(lightgbm.train(settings | {"seed": seed}, given, num_boost_round=rounds))
    return found


def learnt(held: dict[str, Any], rows: Any) -> tuple[Any, Any]:
    """The pairs to learn from and their weights."""
    plain = (held["alike"] == 0) & (held["hit"] == 0)
    weights = np.where(held["alike"] == 1, ALIKE, np.where(plain, 1 / SHOWN, 1.0))
    seen = ~plain | (np.random.default_rng(SEEDS[0]).random(len(plain)) < SHOWN)
    rows = rows & seen
    return rows, weights[rows]


def matter(held: dict[str, Any], rows: Any) -> list[Any]:
    rows, weights = learnt(held, rows)
    return fitted(MATTER, (held["signs"][rows], held["hit"][rows], weights), 160, SEEDS)


def line(held: dict[str, Any], rows: Any) -> dict[str, Any]:
    rows, weights = learnt(held, rows)
    return fitted_line(held["signs"][rows].astype(np.float64), held["hit"][rows], weights, LOOSE)


def stretch(held: dict[str, Any], rows: Any) -> list[Any]:
    """Trees for the pair of two sentences that shows their difference, where some of their pairs do and some do not."""
    hits, all_of_two = np.bincount(held["two"], held["hit"]), np.bincount(held["two"])
    rows = rows & ((hits > 0) & (hits < all_of_two))[held["two"]]
    signs = against_mean(held["signs"], held["two"])
    return fitted(STRETCH, (signs[rows], held["hit"][rows], None), 80, SEEDS)


def against_mean(signs: Any, two: Any) -> Any:
    """The signs less their mean over the pairs of the same sentences."""
    sums = np.zeros((two.max() + 1, signs.shape[1]))
    np.add.at(sums, two, signs)
    return np.round(signs - (sums / np.bincount(two)[:, None])[two], 4).astype(np.float32)


def kind(held: dict[str, Any], rows: Any) -> list[Any]:
    rows = rows & (held["hit"] == 1)
    return fitted(KIND, (held["marks"][rows], held["kind"][rows], even(held)[rows]), 60, SEEDS[:1])


def grave(held: dict[str, Any], rows: Any) -> list[Any]:
    rows = rows & (held["hit"] == 1)
    return fitted(GRAVE, (held["marks"][rows], held["grave"][rows], even(held)[rows]), 60, SEEDS)


def even(held: dict[str, Any]) -> Any:
    """Weights of the pairs: one of a discrepancy with many pairs counts less."""
    _, which, counts = np.unique(held["story"] * 1000 + held["item"], return_inverse=True, return_counts=True)
    return 1 / np.sqrt(counts[which])


def written(models: list[Any], path: Path, names: Any, classes: int) -> None:
    """All trees of the models in one row of nodes; several models of one class count by their mean."""
    columns: dict[str, list[Any]] = {name: [] for name in ("sign", "limit", "least", "more", "value")}
    roots, owners, deepest = [], [], 0
    for model in models:
        for number, tree in enumerate(model.dump_model()["tree_info"]):
            roots.append(len(columns["sign"]))
            owners.append(number % classes)
            deepest = max(deepest, _laid(tree["tree_structure"], columns, 1 / len(models)))
    kinds = {"sign": np.int16, "limit": np.float32, "least": np.int32, "more": np.int32, "value": np.float32}
    arrays = {name: np.array(values, kinds[name]) for name, values in columns.items()}
    np.savez_compressed(
        path, signs=names, roots=np.array(roots, np.int32), owner=np.array(owners, np.int16), depth=deepest,
        classes=classes, **arrays,
    )  # fmt: skip


def _laid(node: dict[str, Any], columns: dict[str, list[Any]], share: float) -> int:
    """Lay a node and what is below it into the row; the number of steps below it."""
    own = len(columns["sign"])
    leaf = "leaf_value" in node
    columns["sign"].append(0 if leaf else node["split_feature"])
    # float32 signs of four digits never lie on a limit, so the limit may lose digits
    columns["limit"].append(0.0 if leaf else node["threshold"])
    columns["value"].append(node["leaf_value"] * share if leaf else 0.0)
    columns["least"].append(own)
    columns["more"].append(own)
    if leaf:
        return 0
    steps = []
    for name, way in (("least", "left_child"), ("more", "right_child")):
        columns[name][own] = len(columns["sign"])
        steps.append(_laid(node[way], columns, share))
    return 1 + max(steps)


def validated(held: dict[str, Any]) -> None:
    """Cross-validation by story: how far up the pairs of discrepancies stand, how often kind and weight are right."""
    likely, kinds, weights = np.zeros(len(held["hit"])), np.full(len(held["hit"]), -1), np.zeros(len(held["hit"]))
    for fold in range(5):
        out = held["story"] % 5 == fold
        signs = held["signs"][out]
        trees = np.mean([m.predict(signs, raw_score=True) for m in matter(held, ~out)], axis=0)
        likely[out] = (trees + on_line(line(held, ~out), signs)) / 2
        marks = held["marks"][out]
        kinds[out] = kind(held, ~out)[0].predict(marks).argmax(1)
        weights[out] = np.mean([m.predict(marks) for m in grave(held, ~out)], axis=0)
    hit = held["hit"] == 1
    order = np.argsort(likely)
    rank = np.empty(len(order))
    rank[order] = np.arange(len(order))
    area = (rank[hit].mean() - (hit.sum() - 1) / 2) / (~hit).sum()
    print(f"area under the curve {area:.3f}; kind right {np.mean(kinds[hit] == held['kind'][hit]):.3f}; ", end="")
    print(f"weight right {np.mean((weights[hit] >= 0.5) == held['grave'][hit]):.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("arrays", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    with np.load(options.arrays, allow_pickle=False) as file:
        held = {name: file[name] for name in file.files}
    validated(held)
    everything = np.ones(len(held["hit"]), bool)
    np.savez_compressed(options.out / "line.npz", signs=held["names"], **line(held, everything))
    for name, make, names, classes in (
        ("matter", matter, "names", 1), ("stretch", stretch, "names", 1),
        ("kind", kind, "marked", 9), ("grave", grave, "marked", 1),
    ):  # fmt: skip
        written(make(held, everything), options.out / f"{name}.npz", held[names], classes)


if __name__ == "__main__":
    main()

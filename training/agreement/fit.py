"""Pairs of clauses with their labels → the scorer's weights, and how well it ranks stories it has not seen.

    fit.py PAIRS.npz OUT.json      (numpy alone)

A network of one hidden layer over scaled numbers, trained with Adam (Kingma and Ba 2015) on the log loss, five runs
averaged. Stories are held out in turns (five folds); the figures are theirs.
"""

import json
import sys

import numpy as np

HIDDEN, RUNS, ROUNDS, RATE, DECAY, BATCH, SEED = 16, 5, 30, 4e-3, 2e-3, 512, 7
FOLDS = 5


def fitted(rows, labels, seed, weights=None):
    """One run → (first, first bias, second, second bias) for rows that are scaled already."""
    draw = np.random.default_rng(seed)
    sizes = rows.shape[1]
    p = [
        draw.normal(0, sizes**-0.5, (sizes, HIDDEN)),
        np.zeros(HIDDEN),
        draw.normal(0, HIDDEN**-0.5, HIDDEN),
        np.zeros(1),
    ]
    m, v, step = [np.zeros_like(x) for x in p], [np.zeros_like(x) for x in p], 0
    total = ROUNDS * -(-len(rows) // BATCH)
    for _ in range(ROUNDS):
        order = draw.permutation(len(rows))
        for start in range(0, len(rows), BATCH):
            at = order[start : start + BATCH]
            x, y = rows[at], labels[at]
            hidden = np.tanh(x @ p[0] + p[1])
            error = (1 / (1 + np.exp(-(hidden @ p[2] + p[3]))) - y) / len(at)
            back = np.outer(error, p[2]) * (1 - hidden**2)
            slopes = [x.T @ back + DECAY * p[0], back.sum(0), hidden.T @ error + DECAY * p[2], np.array([error.sum()])]
            step += 1
            rate = RATE * (1 - step / total) + 1e-5
            for i, slope in enumerate(slopes):
                m[i] = 0.9 * m[i] + 0.1 * slope
                v[i] = 0.999 * v[i] + 0.001 * slope**2
                p[i] -= rate * (m[i] / (1 - 0.9**step)) / (np.sqrt(v[i] / (1 - 0.999**step)) + 1e-8)
    return p


def scored(rows, runs):
    outputs = [np.tanh(rows @ p[0] + p[1]) @ p[2] + p[3] for p in runs]
    return 1 / (1 + np.exp(-np.mean(outputs, axis=0)))


def scale(rows):
    return rows.mean(0), rows.std(0) + 1e-3


def cross_validated(rows, labels, groups):
    out = np.zeros(len(rows))
    for fold in range(FOLDS):
        test = groups % FOLDS == fold
        train = ~test & (labels >= 0)
        mean, spread = scale(rows[train])
        runs = [fitted((rows[train] - mean) / spread, labels[train], SEED + n) for n in range(2)]
        out[test] = scored((rows[test] - mean) / spread, runs)
    return out


def average_precision(scores, labels):
    order = np.argsort(-scores, kind="stable")
    hits = labels[order] > 0
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean())


def main(pairs: str, out: str) -> None:
    with np.load(pairs) as file:
        rows, labels, groups = file["rows"].astype(float), file["labels"], file["groups"]
    known = labels >= 0
    scores = cross_validated(rows, labels, groups)
    print(f"held out: average precision {100 * average_precision(scores[known], labels[known]):.1f}")
    mean, spread = scale(rows[known])
    runs = [fitted((rows[known] - mean) / spread, labels[known], SEED + n) for n in range(RUNS)]
    rounded = [[np.round(part, 4).tolist() for part in run] for run in runs]
    with open(out, "w", encoding="utf8") as file:
        json.dump({"mean": np.round(mean, 4).tolist(), "spread": np.round(spread, 4).tolist(), "runs": rounded}, file)


if __name__ == "__main__":
    main(*sys.argv[1:])

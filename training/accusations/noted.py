"""Fit what an editor lists, and draw answers to what such readers took for one: noted.py ARRAYS.npz SCORER.json.

ARRAYS comes from evals/export_controversies.py. Writes "noted" into SCORER, in the layout of
conspectus/compare/accusations/scorer.py, and moves "answering" from what fit.py made towards these readers' answers.
Prints what cross-validation by story gives.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from fit import FOLDS, fitted, likelihood, precision

RIDGE, HELD, FREE = (
    3.0,
    100.0,
    0.1,
)  # of what is listed; how much the answers are held to what they were, and their bias
OF_FIRST = 1.5  # how much a saying of one of the first challenges counts
STEPS, STRIDE = 200, 1.0
SHOWN = (1, 3, 4, 5)


def columns(signs: Any) -> Any:
    """The signs with a column for the bias before them."""
    return np.hstack([np.ones((len(signs), 1)), signs])


def drawn(rows: Any, wanted: Any, start: Any) -> Any:
    """Logistic regression whose ridge pulls towards ``start``; Newton's steps, none longer than STRIDE."""
    ridge = np.r_[FREE, np.full(rows.shape[1] - 1, HELD)]
    found = start.copy()
    for _ in range(STEPS):
        likely = likelihood(rows, found)
        slope = rows.T @ (wanted - likely) - ridge * (found - start)
        bend = (rows * (likely * (1 - likely))[:, None]).T @ rows + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        step *= min(1.0, STRIDE / np.abs(step).max())
        found += step
        if np.abs(step).max() < 1e-5:
            break
    return found


def among_first(likely: Any, answers: Any, asked: Any) -> list[float]:
    """For how many challenges (0..1) an answer is among the likeliest, for each number of SHOWN."""
    found = []
    for one in np.unique(asked):
        own = np.flatnonzero(asked == one)
        if answers[own].any():
            ranked = answers[own[np.argsort(-likely[own], kind="stable")]]
            found.append([bool(ranked[:most].any()) for most in SHOWN])
    return [round(float(share), 2) for share in np.mean(found, axis=0)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("arrays", type=Path)
    parser.add_argument("scorer", type=Path)
    given = parser.parse_args()
    with np.load(given.arrays) as file:
        held = {name: file[name] for name in file.files}
    kept = json.loads(given.scorer.read_text(encoding="utf8"))

    rows, wanted, story = columns(held["noting"].astype(float)), held["wanted"].astype(float), held["story"]
    weights = 1 + (OF_FIRST - 1) * np.where(wanted == 1, held["first"], 0.0)
    ridge = np.r_[1e-6, RIDGE * rows[:, 1:].var(0) + 1e-6]
    likely = np.zeros(len(wanted))
    for fold in range(FOLDS):
        out = story % FOLDS == fold
        likely[out] = likelihood(rows[out], fitted(rows[~out], wanted[~out], weights[~out], ridge))
    print(
        f"noted: {len(wanted)} sayings, {int(wanted.sum())} listed, average precision {precision(wanted, likely):.3f}"
    )
    kept["noted"] = table(held["noted"], fitted(rows, wanted, weights, ridge))

    pairs, answers, of = columns(held["replying"].astype(float)), held["answers"].astype(float), held["of"]
    start = np.r_[kept["answering"]["bias"], kept["answering"]["weights"]]
    asked = of * 1000 + held["asked"]
    before, after = pairs @ start, np.zeros(len(answers))
    for fold in range(FOLDS):
        out = of % FOLDS == fold
        after[out] = pairs[out] @ drawn(pairs[~out], answers[~out], start)
    print(f"answers: {len(np.unique(asked))} challenges, right among the first {SHOWN}: ", end="")
    print(f"{among_first(before, answers, asked)}, drawn {among_first(after, answers, asked)}")
    kept["answering"] = table(held["answering"], drawn(pairs, answers, start))
    given.scorer.write_text(json.dumps(dict(sorted(kept.items()))) + "\n", encoding="utf8")


def table(names: Any, found: Any) -> dict[str, Any]:
    values = [round(float(one), 4) for one in found]
    return {"signs": names.tolist(), "bias": values[0], "weights": values[1:]}


if __name__ == "__main__":
    main()

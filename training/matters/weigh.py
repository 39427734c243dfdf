"""Fit the lines that weigh a matter all told: weigh.py ARRAYS.npz OUT.

ARRAYS comes from evals/export_agreed.py, of stories from which train.py has learnt nothing. Writes to OUT, laid out as
in conspectus/compare/matters/likely.py, agreed.npz (would a reader note it?) and right.npz (does it hold when a reader
looks at it?). An arguable matter counts as half a right one; one that nobody judged, because it stood too low to be
shown, as a tenth, and for a quarter; one that looks like a difference and is none, as three wrong ones. Prints what
six-fold cross-validation by story gives.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from line import fitted_line, on_line

LOOSE, LOOSE_RIGHT = 0.02, 0.005
UNJUDGED, COUNTS, ALIKE = 0.1, 0.25, 3.0
LIKE = -2.0


def average_precision(scores: Any, hit: Any) -> float:
    ranked = hit[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1))[ranked == 1].mean())


def area(scores: Any, hit: Any) -> float:
    """How often one of ``hit`` scores more than another."""
    rank = np.argsort(np.argsort(scores, kind="stable"), kind="stable")
    return float((rank[hit].mean() - (hit.sum() - 1) / 2) / (~hit).sum())


def noted(numbers: Any, hit: Any) -> dict[str, Any]:
    return fitted_line(numbers, hit, np.ones(len(hit)), LOOSE)


def right(numbers: Any, held: Any) -> dict[str, Any]:
    """A matter that is partly right counts as two, one right and one wrong, for its share each; LIKE: a look-alike."""
    share = np.where(held == LIKE, 0.0, np.where(held < 0, UNJUDGED, held))
    weight = np.where(held == LIKE, ALIKE, np.where(held < 0, COUNTS, 1.0))
    wanted, weights = np.r_[np.ones(len(share)), np.zeros(len(share))], np.r_[weight * share, weight * (1 - share)]
    seen = weights > 0
    return fitted_line(np.r_[numbers, numbers][seen], wanted[seen], weights[seen], LOOSE_RIGHT)


def folded(fit: Callable[[Any, Any], dict[str, Any]], numbers: Any, wanted: Any, story: Any) -> Any:
    """The log-odds of each matter by a line that has not seen its story."""
    scores = np.zeros(len(wanted))
    for fold in range(6):
        out = story % 6 == fold
        scores[out] = on_line(fit(numbers[~out], wanted[~out]), numbers[out])
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("arrays", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    with np.load(options.arrays, allow_pickle=False) as file:
        held = {name: file[name] for name in file.files}
    numbers, hit, story = held["numbers"].astype(np.float64), held["hit"], held["story"]
    few, names = numbers[:, : held["agreed"]], held["names"]
    scores, alone = folded(noted, few, hit, story), numbers[:, 0]
    print(
        f"{len(hit)} matters, {hit.mean():.3f} noted; average precision {average_precision(scores, hit):.3f}, ", end=""
    )
    print(f"by the signs alone {average_precision(alone, hit):.3f}")
    said = np.where(held["alike"] == 1, LIKE, held["right"])
    own = folded(right, numbers, said, story)
    looked_at = (held["right"] >= 0) & (hit == 0)
    holds = held["right"][looked_at] > 0
    print(f"{looked_at.sum()} judged, {1 - holds.mean():.3f} of these wrong; ", end="")
    print(
        f"area by the second line {area(own[looked_at], holds):.3f}, by the first {area(scores[looked_at], holds):.3f}"
    )
    apart = (hit == 1) | (held["alike"] == 1)
    print(f"{held['alike'].sum()} look-alikes; noted or look-alike: area {area(own[apart], hit[apart] == 1):.3f}")
    np.savez_compressed(options.out / "agreed.npz", signs=names[: held["agreed"]], **noted(few, hit))
    np.savez_compressed(options.out / "right.npz", signs=names, **right(numbers, said))


if __name__ == "__main__":
    main()

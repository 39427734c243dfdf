"""Fit the line that tells which words carry a difference: words.py ARRAYS.npz OUT.

ARRAYS comes from evals/export_carried.py. Writes words.npz to OUT, laid out as in conspectus/compare/matters/likely.py.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from line import fitted_line
from weigh import area, on_line

LOOSE = 0.1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("arrays", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    with np.load(options.arrays, allow_pickle=False) as file:
        numbers, hit, weight, names = file["numbers"].astype(np.float64), file["hit"], file["weight"], file["names"]
    fit = fitted_line(numbers, hit, weight, LOOSE)
    print(f"{len(hit)} words, {hit.mean():.2f} marked; area {area(on_line(fit, numbers), hit == 1):.3f} on the same")
    np.savez_compressed(options.out / "words.npz", signs=names, **fit)


if __name__ == "__main__":
    main()

"""A line over numbers, fitted by logistic regression; it needs numpy alone."""

from __future__ import annotations

from typing import Any

import numpy as np

FAR, STEPS = 4.0, 12  # how many spreads count, Newton's steps


def fitted_line(signs: Any, wanted: Any, weights: Any, loose: float) -> dict[str, Any]:
    """Logistic regression with an L2 penalty, by Newton's steps: middle and spread of the signs, slopes, height."""
    middle, spread = signs.mean(0), signs.std(0) + 1e-6
    table = np.c_[np.clip((signs - middle) / spread, -FAR, FAR), np.ones(len(signs))]
    held_back = np.r_[np.full(signs.shape[1], 1 / loose), 0.0]
    slopes = np.zeros(table.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-table @ slopes))
        pull = table.T @ (weights * (likely - wanted)) + held_back * slopes
        bend = (table * (weights * likely * (1 - likely))[:, None]).T @ table + np.diag(held_back)
        slopes -= np.linalg.solve(bend, pull)
    return {"middle": middle, "spread": spread, "slopes": slopes[:-1], "height": slopes[-1]}


def on_line(fit: dict[str, Any], signs: Any) -> Any:
    """The log-odds of the line."""
    return np.clip((signs - fit["middle"]) / fit["spread"], -FAR, FAR) @ fit["slopes"] + fit["height"]

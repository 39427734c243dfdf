"""Comparison → one self-contained HTML page."""

from conspectus.model import Comparison


def page(comparison: Comparison) -> bytes:
    raise NotImplementedError

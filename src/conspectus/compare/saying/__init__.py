"""Who tells it: differences of source, relay, channel and answer between articles. One check a file."""

from conspectus.compare.check import Check
from conspectus.compare.saying import addressed, relayed, unnamed

CHECKS: tuple[Check, ...] = (relayed.CHECK, addressed.CHECK, unnamed.CHECK)
"""The checks of this folder, in the order they run."""

__all__ = ["CHECKS"]

"""What comparing two values answers: one record for every type of value.

A type's comparison takes two values that are taken to be of one thing and says whether both can hold. Whether
they *are* of one thing is not asked here. A wrong "different" costs more than a "cannot tell".
"""

from dataclasses import dataclass
from typing import Literal

Relation = Literal["equal", "compatible", "different", "cannot tell"]
Means = Literal[
    "same", "name", "unit", "rounding", "bound", "approximation", "containment", "overlap", "precision", "counting",
    "none",
]  # fmt: skip
"""By what two values fit: the ``same`` value, or the same under another ``name`` or in another ``unit``; one is the
other rounded (``rounding``), within its bound ("at least": ``bound``) or near it ("about": ``approximation``); one
lies in what the other spans (``containment``), partly so (``overlap``); one is told more precisely (``precision``);
a length fits a range counted one way (``counting``). ``none``: they do not fit, or nobody can tell."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How two values of one thing stand to each other, by what means, and the reason in words."""

    verdict: Relation
    means: Means
    reason: str


SAME = Answer("equal", "same", "The two values are the same.")
OTHER = Answer("different", "none", "The two values exclude each other.")


def fits(means: Means, reason: str) -> Answer:
    """The two can both hold, by these means."""
    return Answer("compatible", means, reason)


def unknown(reason: str) -> Answer:
    """Nobody can tell, for this reason."""
    return Answer("cannot tell", "none", reason)

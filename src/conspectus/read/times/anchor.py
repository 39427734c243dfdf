"""What time expressions are read against, and what reading them gives."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from conspectus.model import Basis, TimeType

Tense = Literal["past", "future", "present"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The publication day, if known, the tense of the clause, and the date that the paragraph told last ("" if none).

    "That day", "the following year" and "two days later" are counted from the date told last.
    """

    day: date | None
    tense: Tense
    told: str = ""

    @property
    def basis(self) -> Basis:
        """On what ground a value stands for which the publication day is needed."""
        return "inferred" if self.day else "unknown"


@dataclass(frozen=True, slots=True)
class Resolved:
    """TIMEX3 type, value and modifier, and on what ground the value stands."""

    type: TimeType
    value: str
    mod: str | None = None
    basis: Basis = "stated"

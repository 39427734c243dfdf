"""How likely words accuse, are listed by an editor, and answer an accusation: logistic regression over ``signs``.

What accuses is told by its words besides: each stem that is not a name has a weight of its own.

Trained by ``training/accusations`` on sayings of stories read by hand, and laid in ``weights/accusations``.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from conspectus.compare.accusations.sayings import Saying
from conspectus.compare.accusations.signs import ACCUSING, ANSWERING, NOTED, accusing, noting
from conspectus.errors import ModelError

FOLDER = Path(__file__).parents[2] / "weights" / "accusations"


@dataclass(frozen=True, slots=True)
class Logistic:
    """One weight a sign, and the weight without any."""

    weights: tuple[float, ...]
    bias: float

    def likelihood(self, signs: Sequence[float], more: float = 0.0) -> float:
        """0..1, rounded to four places; ``more`` is added to what the signs weigh together."""
        total = self.bias + more + math.sumprod(self.weights, signs)
        return round(1 / (1 + math.exp(-total)), 4)


@dataclass(frozen=True, slots=True)
class Scorer:
    """What is learned of accusing, of answering, and of what an editor lists.

    ``words`` are the weights of stems in what may accuse.
    """

    accusing: Logistic
    words: Mapping[str, float]
    answering: Logistic
    noted: Logistic

    def accuses(self, one: Saying) -> float:
        """How likely (0..1) a saying accuses."""
        known = (self.words[form] for form in sorted(one.stems) if form in self.words)
        return self.accusing.likelihood(accusing(one), math.fsum(known))

    def notes(self, one: Saying, sure: float, weighty: float, sentences: int) -> float:
        """How likely (0..1) an editor lists it, by the signs of ``noting``."""
        return self.noted.likelihood(noting(one, sure, weighty, sentences))


@cache
def scorer(folder: Path = FOLDER) -> Scorer:
    """The scorer that comes with the package, loaded once. ModelError when it is missing or of another version."""
    path = folder / "scorer.json"
    try:
        table = json.loads(path.read_text(encoding="utf8"))
        learned = [_logistic(table[name]) for name in ("accusing", "answering", "noted")]
        words = {str(form): float(weight) for form, weight in table["accusing"]["words"].items()}
        named = [tuple(table[name]["signs"]) for name in ("accusing", "answering", "noted")]
    except (OSError, KeyError, ValueError, AttributeError) as error:
        message = f"the scorer of accusations cannot be read ({error})"
        raise ModelError(message, str(path), "install conspectus again") from error
    if named != [ACCUSING, ANSWERING, NOTED]:
        raise ModelError("the scorer of accusations is of another version", str(path), "install conspectus again")
    return Scorer(learned[0], words, *learned[1:])


def _logistic(table: dict[str, list[float] | float]) -> Logistic:
    weights, bias = table["weights"], table["bias"]
    if not isinstance(weights, list) or not isinstance(bias, float):
        raise ValueError("no list of weights with a bias")
    return Logistic(tuple(weights), bias)

"""How likely a matter is right when a reader looks at it: one matter, and told differently.

What readers note is one thing: the clearest differences, each once. Whether a matter that nobody noted would hold when
it is looked at shows in more than what agrees in it: in how near all its stretches are to each other, in how their
words meet, and in all signs of the two. Weighed by a line (logistic regression) fitted on a reader's answers to what
had been shown, on what was noted, and on what was put down as looking like a difference and being none.
"""

import math
from collections.abc import Sequence
from itertools import combinations

import numpy as np

from conspectus.compare.clauses.lexicon import Lexicon, lexicon
from conspectus.compare.matters.agreed import NAMES as AGREED
from conspectus.compare.matters.agreed import log_odds
from conspectus.compare.matters.choose import Matter
from conspectus.compare.matters.likely import line
from conspectus.compare.matters.meet import NAMES as MET
from conspectus.compare.matters.meet import Readings, likeness, meeting
from conspectus.compare.matters.signs import NAMES as SIGNS
from conspectus.compare.matters.signs import Floats

NAMES = (*AGREED, "pairs", "units", "like", "both_quoted", *MET, *(f"sign_{name}" for name in SIGNS))
"""The numbers in order: those of what agrees, the mean of the pairs' log-odds by the signs, articles, the mean likeness
of the stretches, and of the first pair: the least that lies inside quotation marks, how the words meet, its signs."""
_ARTICLES = 3


def right(chosen: Sequence[Matter], agreed: Floats, readings: Readings) -> list[float]:
    """The likelihood (0..1, three places) of each matter; ``agreed`` are its numbers [matters, names] of what agrees.

    ModelError when the weights are missing.
    """
    odds = line("right", NAMES).odds(numbers(chosen, agreed, readings))
    return [round(1 / (1 + math.exp(-own)), 3) for own in odds.tolist()]


def numbers(chosen: Sequence[Matter], agreed: Floats, readings: Readings) -> Floats:
    """What the line weighs [matters, names]."""
    words = lexicon()
    rows = [_numbers(matter, readings, words) for matter in chosen]
    own = np.array(rows, np.float32).reshape(-1, len(NAMES) - len(AGREED))
    return np.asarray(np.round(np.concatenate([agreed, own], axis=1), 4), np.float32)


def _numbers(matter: Matter, readings: Readings, words: Lexicon) -> list[float]:
    two = list(combinations(matter.units, 2))
    one, other = (matter.units[n] for n in matter.first)
    return [
        sum(log_odds(pair) for pair in matter.pairs) / len(matter.pairs), min(len(matter.units), _ARTICLES),
        sum(likeness(a, b, readings, words) for a, b in two) / len(two), min(one.quoted, other.quoted),
        *meeting(one, other, readings, words), *matter.signs,
    ]  # fmt: skip

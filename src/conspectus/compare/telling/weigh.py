"""How likely two clauses or phrases tell one thing, all told: a line (logistic regression) for each of the two.

Fitted by ``training/agreement`` on pairs that a reader judged right or wrong, where the scorers had not seen the story.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from conspectus.compare.clauses.alike import Alike
from conspectus.compare.clauses.lexicon import FOLDER
from conspectus.compare.matters.likely import line
from conspectus.compare.phrases.pair import Phrases
from conspectus.compare.telling.numbers import CLAUSES, PHRASES, Around, of_clauses, of_phrases

ENOUGH = 0.1
"""Pairs that score less tell different things: they are not weighed."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The pairs of clauses and of phrases that score enough, with how likely (0..1, three places) they are right, best
    first."""

    clauses: tuple[Alike, ...]
    phrases: tuple[Phrases, ...]


def weighed(clauses: Sequence[Alike], phrases: Sequence[Phrases], known: Around) -> Weighed:
    """``clauses`` and ``phrases`` are pairs of a story after a closer look, ``known`` holds all that it has.

    ModelError when weights are missing.
    """
    two = [pair for pair in clauses if pair.score >= ENOUGH]
    parts = [pair for pair in phrases if pair.score >= ENOUGH]
    of_two = _likely("told_clauses", CLAUSES, [of_clauses(pair, known) for pair in two])
    of_parts = _likely("told_phrases", PHRASES, [of_phrases(pair, known) for pair in parts])
    found = [replace(pair, score=score) for pair, score in zip(two, of_two, strict=True)]
    pieces = [replace(pair, score=score) for pair, score in zip(parts, of_parts, strict=True)]
    return Weighed(
        tuple(sorted(found, key=lambda p: (-p.score, p.one.span, p.other.span))),
        tuple(sorted(pieces, key=lambda p: (-p.score, p.one, p.other))),
    )


def _likely(name: str, numbers: tuple[str, ...], rows: Sequence[Sequence[float]]) -> list[float]:
    table = np.array(rows, np.float32).reshape(-1, len(numbers))
    return [round(1 / (1 + math.exp(-odds)), 3) for odds in line(name, numbers, FOLDER).odds(table).tolist()]

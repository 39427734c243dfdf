"""Signs that two values are told of one thing, as numbers; the same for both orders.

Most are of what stands around the two; the last are of what they say (``told/values.py``), and of how well a value
goes with one that says the same in the other article.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from conspectus.compare.clauses.alike import Alike
from conspectus.compare.mentions import cosine, length
from conspectus.compare.told.settings import Setting
from conspectus.compare.told.values import SIGNS, Value, value_signs
from conspectus.model import Amount, Place

if TYPE_CHECKING:
    from conspectus.compare.clauses.lexicon import Lexicon

Numbers = NDArray[np.float32]
Scores = Mapping[tuple[str, str], float]
NAMES = (
    "alike", "like", "act", "lead", "subject", "names_apart", "near", "around", "kin", "quoted", "quoted_one",
    "of_like", "of_same", "of_unsaid", "is_amount", "is_count", "is_length", "is_place", *SIGNS, "margin_least",
    "margin_most", "again_least", "again_most",
)  # fmt: skip
"""One name a number, in order."""
_LIKE = 0.05
"""Values in sentences less alike than this, with no word near both in common, are not looked at."""
_MOST_NEAR = 4


def alike_scores(pairs: Iterable[Alike]) -> Scores:
    """The scores of clauses that may tell the same, by their ids in order."""
    return {(min(p.one.id, p.other.id), max(p.one.id, p.other.id)): p.score for p in pairs}


@dataclass(frozen=True, slots=True)
class Weighed:
    """The settings of one article's values, with the length and the square of the weight of what stands around each."""

    settings: Sequence[Setting]
    lengths: Sequence[float]
    masses: Sequence[float]


def weighed(settings: Sequence[Setting], rare: Mapping[str, float], lexicon: "Lexicon") -> Weighed:
    """Worked out once an article, not once a pair of articles."""
    lengths = [length(one.mention, rare) for one in settings]
    return Weighed(settings, lengths, [_mass(one.around, lexicon) for one in settings])


def _mass(stems: Iterable[str], lexicon: "Lexicon") -> float:
    return math.fsum(lexicon.weight(s) ** 2 for s in stems)


def signs(
    left: Weighed, right: Weighed, scores: Scores, rare: Mapping[str, float], lexicon: "Lexicon"
) -> tuple[list[tuple[int, int]], Numbers]:
    """The pairs of two articles' values worth a look, as positions, and their signs [pairs, signs]."""
    found: list[tuple[int, int]] = []
    rows: list[list[float]] = []
    for i, one in enumerate(left.settings):
        for j, other in enumerate(right.settings):
            if not _of_a_kind(one.value, other.value):
                continue
            like = cosine(one.mention, other.mention, rare, left.lengths[i] * right.lengths[j])
            alike = _alike(one, other, scores)
            near = len(one.near & other.near)
            if like >= _LIKE or alike or near:
                found.append((i, j))
                shared, both = _mass(one.around & other.around, lexicon), left.masses[i] * right.masses[j]
                rows.append([alike, like, *_signs(one, other, shared / math.sqrt(both) if both else 0.0, lexicon)])
    if not rows:
        return [], np.zeros((0, len(NAMES)), np.float32)
    table = np.array(rows, np.float32)
    whole = np.hstack([table, _margins(found, table), _again(found, table)])
    return found, np.asarray(np.round(whole, 4), np.float32)


def _of_a_kind(one: Value, other: Value) -> bool:
    if isinstance(one, Amount) and isinstance(other, Amount):
        return (one.kind, one.unit) == (other.kind, other.unit)
    return type(one) is type(other)


def _alike(one: Setting, other: Setting, scores: Scores) -> float:
    pairs = ((min(a, b), max(a, b)) for a in one.mention.statements for b in other.mention.statements)
    return max((scores.get(pair, 0.0) for pair in pairs), default=0.0)


def _signs(one: Setting, other: Setting, around: float, lexicon: "Lexicon") -> list[float]:
    """All but the first two; ``around`` is the cosine of what stands around the two."""
    quoted = one.mention.quoted, other.mention.quoted
    apart = bool(one.names and other.names and not one.names & other.names)
    return [
        _meaning(one.act, other.act, lexicon), _meaning(one.lead, other.lead, lexicon),
        float(bool(one.subject & other.subject)), float(apart), float(min(len(one.near & other.near), _MOST_NEAR)),
        around, math.log(max(1, one.kin * other.kin)),
        float(all(quoted)), float(quoted[0] != quoted[1]),
        _meaning(one.of, other.of, lexicon), float(bool(one.of) and one.of == other.of),
        float(not (one.of and other.of)), float(isinstance(one.value, Amount)),
        float(isinstance(one.value, Amount) and one.value.kind == "count"), float(one.is_length),
        float(isinstance(one.value, Place)), *value_signs(one.value, other.value),
    ]  # fmt: skip


def _meaning(one: str, other: str, lexicon: "Lexicon") -> float:
    if not one or not other:
        return 0.0
    return 1.0 if one == other else float(lexicon.vector(one) @ lexicon.vector(other))


def _margins(found: Sequence[tuple[int, int]], table: Numbers) -> Numbers:
    """How far each pair stands above the next best of either value: the less and the more of the two leads."""
    at = {name: n for n, name in enumerate(NAMES)}
    mixed = table[:, at["alike"]] + table[:, at["like"]] + table[:, at["around"]] + 0.2 * table[:, at["of_like"]]
    mixed = mixed + 0.4 * (table[:, at["near"]] > 0)
    best: dict[tuple[int, int], list[float]] = {}
    for pair, weight in zip(found, mixed.tolist(), strict=True):
        for key in enumerate(pair):
            best[key] = sorted((*best.get(key, []), weight))[-2:]
    leads = []
    for pair, weight in zip(found, mixed.tolist(), strict=True):
        leads.append(sorted(weight - _rival(best[key], weight) for key in enumerate(pair)))
    return np.array(leads, np.float32)


def _rival(best: Sequence[float], weight: float) -> float:
    """The best of the others that a value could be paired with, 0 without any."""
    return best[-1] if best[-1] > weight else best[-2] if len(best) > 1 else 0.0


def _again(found: Sequence[tuple[int, int]], table: Numbers) -> Numbers:
    """How well each of two values goes with one that says the same: 0 where the other article has none; less, more."""
    at = {name: n for n, name in enumerate(NAMES)}
    well = (table[:, at["equals"]] * (1 + table[:, at["alike"]] + table[:, at["like"]])).tolist()
    best: dict[tuple[int, int], float] = {}
    for pair, weight in zip(found, well, strict=True):
        for key in enumerate(pair):
            best[key] = max(best.get(key, 0.0), weight)
    return np.array([sorted(best[key] for key in enumerate(pair)) for pair in found], np.float32)

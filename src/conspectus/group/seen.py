"""How common each word is, from what has been seen: the weights of TF-IDF (Salton and Buckley 1988)."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from conspectus.group.signature import WORDS, Signature, number

PRIOR = 200
"""So many articles' worth is believed of the shares that ``weights/words`` gives to common English words."""
_TOO_COMMON = 0.25
_DAMPED = 0.7
"""Rarity to this power: a word that hardly any article has must not count for ten that many have."""
_ENGLISH = 0.05
"""A text in English has more of the common words than this share of its different words."""
Table = Any
"""A numpy array of float64, one place a word number."""


@dataclass(frozen=True, slots=True)
class Seen:
    """In how many of the ``articles`` seen each word stands, the prior counted in."""

    articles: float
    table: Table


def nothing_seen() -> Seen:
    """The prior alone: what makes a group of two articles possible."""
    return Seen(PRIOR, _prior().copy())


def see(seen: Seen, one: Signature) -> Seen:
    """Count one more article. The table is counted in place: what was passed in is not to be used again."""
    seen.table[one.whole] += 1
    return Seen(seen.articles + 1, seen.table)


def weighted(seen: Seen, one: Signature) -> tuple[Any, Any]:
    """Places and weights of an article's vector: whole and opening side by side, each of length √½.

    The product of two such vectors is the mean of the cosines of wholes and of openings.
    """
    import numpy as np

    whole = _weights(seen, one.whole, one.whole_counts)
    opening = _weights(seen, one.opening, one.opening_counts)
    keep, kept = whole > 0, opening > 0
    places = np.concatenate([one.whole[keep], one.opening[kept] + WORDS])
    return places, np.concatenate([whole[keep], opening[kept]])


def _weights(seen: Seen, numbers: Any, counts: Any) -> Any:
    import numpy as np

    rare = np.log((1 + seen.articles) / (1 + np.minimum(seen.table[numbers], seen.articles)))
    common = _prior()[numbers] > _TOO_COMMON * PRIOR
    if common.mean() > _ENGLISH if len(common) else False:
        # A flood of articles on one event must not make its own words worthless. Of other languages it is not known
        # which words are common in any text, so that only what has been seen can tell.
        rare = np.maximum(rare, 1)
    rare **= _DAMPED
    weights = np.where(common, 0, (1 + np.log(counts)) * rare)
    length = float(np.sqrt(2 * (weights * weights).sum()))
    return weights / length if length else weights


@cache
def _prior() -> Table:
    import numpy as np

    shares = json.loads(resources.files("conspectus.weights").joinpath("words/shares.json").read_text("utf-8"))
    table = np.zeros(WORDS)
    for word, share in shares.items():
        table[number(word.encode())] += PRIOR * share
    return table

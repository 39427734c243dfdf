"""How two articles are related, by the passages they share outside speech and page furniture.

The labels are those of journalistic text reuse (Gaizauskas et al. 2001, "The METER corpus"), with speech kept apart: of
articles on one story a quarter share a run of twenty words, but three in a hundred outside quotation marks.
"""

from collections.abc import Sequence

from conspectus.model import Derivation, Derived, Made, Passage
from conspectus.origins.passages import passages
from conspectus.origins.words import Words

MADE = Made("origins.derivation", "1")
TELLING = 7
"""A passage of the articles' own words shorter than this is a stock phrase or a name."""
_RUN, _TOGETHER = 12, 30
"""Own words in one run, or together, from which a text is derived."""
_SPOKEN = 15
"""Words of shared speech from which articles have quotations in common."""
_ALL, _NEARLY = 0.97, 0.84
"""Share of the words, speech included, of either article, and of both, from which it is the same text."""
_WHOLE = 0.8
_MANY, _SHORT = 6, 31
"""A rewrite shares many passages that are short on average; what takes blocks shares few and long ones."""


def derivation(one: Words, other: Words) -> Derivation:
    """The relation of two articles; the same words in either order give the same label."""
    found = passages(one, other)
    telling = [p for p in found if p.standing == "own" and p.length >= TELLING]
    together = sum(p.length for p in telling)
    shares = (_share(together, one.own), _share(together, other.own))
    spoken = sum(p.length for p in found if p.standing == "speech")
    whole = [_share(together + spoken, words.told) for words in (one, other)]
    label: Derived = "copy" if telling and _same(whole) else _label(telling, shares, spoken)
    return Derivation(one.article, other.article, label, shares, found, _reason(label, telling, shares), MADE)


def _share(words: int, of: int) -> float:
    return round(min(1.0, words / of), 2) if of else 0.0


def _same(shares: Sequence[float]) -> bool:
    """Whether nearly all words of both are shared, or all of one: the other is then cut, or goes on."""
    return max(shares) >= _ALL or min(shares) >= _NEARLY


def _label(telling: Sequence[Passage], shares: tuple[float, float], spoken: int) -> Derived:
    together = sum(p.length for p in telling)
    if max((p.length for p in telling), default=0) < _RUN and together < _TOGETHER:
        return "quotes only" if spoken >= _SPOKEN else "independent"
    if max(shares) >= _WHOLE or (len(telling) >= _MANY and together < _SHORT * len(telling)):
        return "rewrite"
    return "partial"


def _reason(label: Derived, telling: Sequence[Passage], shares: tuple[float, float]) -> str:
    if label == "quotes only":
        return "They share quoted words and no text of their own."
    if label == "independent":
        return "They share no text beyond names and stock phrases."
    longest = max(p.length for p in telling)
    low, high = sorted(shares)
    return (
        f"They share {sum(p.length for p in telling):,} words outside quotations, {longest:,} of them in a row: "
        f"{high:.0%} of the one's own words and {low:.0%} of the other's."
    )

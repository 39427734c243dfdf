"""Which of the places of one name an article means: the place named right behind it, else the article's other places.

After Leidner 2007, "Toponym Resolution in Text": one referent for a name in an article, the places around it and what
lies in what, before the number of people. A name whose places are all small and far from the rest stays open.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conspectus.model import PlaceKind
from conspectus.read.places.gazetteer import Entry, folded
from conspectus.read.places.mentions import Mention

Names = tuple[str, tuple[str, ...]]
"""A name as it is looked up, and the ids of what stands right behind it."""

_ROUNDS = 2
_ALL = ""
"""Counts all places that lie in a country."""
_FEWEST = 1000
_CAPITAL = 2.5
_RANKS: dict[PlaceKind, float] = {"continent": 6.0, "country": 3.0, "region": 1.0, "city": 0.0}
_OTHER_NAME = -1.5
"""A name in another language or of another time."""
_ITS_CITY = -2.0
"""A region beside the large city that it is named after."""
_MUCH = 0.15
"""The share of its region's people that such a city has."""
_BEHIND = 20.0
"""It lies in the place named right behind it."""
_SHARED = 2.5
"""All other places of the article lie in the same country."""
_COUNTRY_NAMED, _REGION_NAMED, _REGION_SHARED = 1.0, 2.0, 1.0
_LARGE = 150_000
"""Smaller cities are taken only where something else in the article speaks for them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The place that a name stands for, None where the article leaves it open, and the ground."""

    entry: Entry | None
    why: str


class _Around:
    """The places of an article: how often each country and region is meant, and what is named.

    It is asked with a name of which nothing counts: the places of that name speak for none of themselves.
    """

    def __init__(self, chosen: Mapping[Names, Entry], weights: Mapping[Names, int]) -> None:
        self._named: Counter[str] = Counter()
        self._meant: Counter[str] = Counter()
        self._own: dict[str, tuple[Counter[str], Counter[str]]] = {}
        for name, entry in chosen.items():
            named, meant = self._own.setdefault(name[0], (Counter(), Counter()))
            named[entry.id] += 1
            for code in {entry.country, *_regions(entry)} if entry.country else ():
                meant[code] += weights[name]
                meant[_ALL] += weights[name] * (code == entry.country)
        for named, meant in self._own.values():
            self._named.update(named)
            self._meant.update(meant)

    def total(self, name: Names) -> int:
        return self._meant[_ALL] - self._own[name[0]][1][_ALL]

    def share(self, country: str, name: Names) -> float:
        total = self.total(name)
        return (self._meant[country] - self._own[name[0]][1][country]) / total if total else 0.0

    def speaks_for(self, entry: Entry, name: Names, namesake: bool) -> float:
        """How much speaks for a place; of a ``namesake`` of a larger one its region says nothing."""
        named, meant = self._own[name[0]]
        score = _SHARED * self.share(entry.country, name)
        if entry.kind != "country":
            score += _COUNTRY_NAMED * (self._named[entry.country] > named[entry.country])
        if namesake:
            return score
        regions = _regions(entry)
        score += _REGION_NAMED * any(self._named[code] > named[code] for code in regions if code != entry.id)
        return score + _REGION_SHARED * any(self._meant[code] > meant[code] for code in regions)


def _regions(entry: Entry) -> list[str]:
    """The ids of the regions that a place is or lies in."""
    return [code for code in (entry.id, *entry.within) if "." in code]


def name_of(mention: Mention) -> Names:
    return mention.key, tuple(entry.id for entry in mention.outer)


def choose(found: Sequence[Mention]) -> dict[Names, Choice]:
    """For each name of an article, with what stands right behind it, the place meant."""
    told = {name_of(mention): mention for mention in found if mention.candidates}
    weights = Counter(name_of(mention) for mention in found if mention.candidates)
    # The first round goes by size and by what stands behind a name alone.
    chosen = {name: max(m.candidates, key=lambda e: _alone(e, m)) for name, m in told.items()}
    for _ in range(_ROUNDS):
        around = _Around(chosen, weights)
        chosen = {name: _best(name, m, around) for name, m in told.items()}
    around = _Around(chosen, weights)
    return {name: _judged(chosen[name], name, m, around) for name, m in told.items()}


def _best(name: Names, mention: Mention, around: _Around) -> Entry:
    if len(mention.candidates) == 1:
        return mention.candidates[0]

    def score(entry: Entry) -> float:
        return round(_alone(entry, mention) + around.speaks_for(entry, name, _is_namesake(entry, mention)), 6)

    return max(mention.candidates, key=score)


def _is_namesake(city: Entry, mention: Mention) -> bool:
    """A city that bears the name of another region of its country ("Wyoming", a town in Michigan)."""
    larger = (one for one in mention.candidates if one.kind == "region" and one.country == city.country)
    return city.kind == "city" and any(folded(one.name) == mention.key and one.id not in city.within for one in larger)


def _alone(entry: Entry, mention: Mention) -> float:
    """How likely a place is by itself: by its people and rank, and by what stands right behind its name."""
    score = math.log10(max(entry.population, _FEWEST))
    score += _RANKS[entry.kind] + _CAPITAL * entry.capital
    if folded(entry.name) != mention.key and not _called_briefly(entry, mention):
        score += _OTHER_NAME
    if entry.kind == "region" and any(_its_city(one, entry) for one in mention.candidates):
        score += _ITS_CITY
    return score + _BEHIND * any(outer.id in entry.within for outer in mention.outer)


def _called_briefly(entry: Entry, mention: Mention) -> bool:
    """ "New York" for New York City; no "Mexico" for Mexico City."""
    if any(one.kind == "country" for one in mention.candidates):
        return False
    return folded(entry.name) in (f"{mention.key} city", f"{mention.key} strip")


def _its_city(city: Entry, region: Entry) -> bool:
    return city.kind == "city" and region.id in city.within and city.population >= _MUCH * region.population


def _judged(entry: Entry, name: Names, mention: Mention, around: _Around) -> Choice:
    """The choice with its ground; a small place that nothing speaks for is none."""
    if any(outer.id in entry.within for outer in mention.outer):
        return Choice(entry, "lies in the place named right behind it")
    if mention.demonym:
        return Choice(entry, "a word for its people or things")
    backed = around.share(entry.country, name) > 0
    if entry.kind == "city" and entry.population < _LARGE and not backed:
        if around.total(name):
            return Choice(None, "places of that name are small, and the article names nothing near them")
        if len(mention.candidates) > 1:
            return Choice(None, "several small places bear that name")
    if len(mention.candidates) == 1:
        return Choice(entry, "the only place of that name")
    return Choice(entry, "near the article’s other places" if backed else "the largest place of that name")

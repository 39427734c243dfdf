"""Two places where one thing is said to have been: by identity and containment in the gazetteer.

A place lies in its region, country and continent; that is all the gazetteer knows of borders. So places near each
other, places of one name, lands of which one belongs to or is claimed by the other, and parts of the world never
exclude each other.
"""

import math

from conspectus.compare.values.answer import SAME, Answer, fits, unknown
from conspectus.compare.values.lands import CLAIMED_LANDS, CLAIMED_REGIONS
from conspectus.model import Place

_NEAR_CITIES = 60.0
"""Kilometres within which a suburb or the next town is told for a city."""
_NEAR_REGIONS = 300.0
"""The same, where one of the two is a region: its point is only its middle."""
_EARTH = 6371.0


def compare_places(one: Place, other: Place) -> Answer:
    """Two places as the gazetteer has them; the answer is the same in either order."""
    if one.demonym or other.demonym:
        return unknown("A word for a place’s people or things does not say where.")
    if one.id is None or other.id is None:
        return unknown("The gazetteer lacks one of the two names.")
    if one.id == other.id:
        return SAME
    if one.id in other.within or other.id in one.within:
        return fits("containment", "One place lies in the other.")
    return _apart(one, other)


def _apart(one: Place, other: Place) -> Answer:
    """Two places of which neither is known to lie in the other."""
    if one.name is not None and other.name is not None and one.name.casefold() == other.name.casefold():
        return unknown("Two places bear this name; either may be meant.")
    if "continent" in (one.kind, other.kind):
        return unknown("Where a part of the world begins and ends depends on who tells it.")
    if _claimed(one, other):
        return unknown("One land belongs to the other, or is claimed by it.")
    if (
        _country(one) == _country(other)
        and {one.kind, other.kind} == {"city", "region"}
        and not _in_regions(one, other)
    ):
        return unknown("The gazetteer does not say in which region the city lies.")
    if "country" not in (one.kind, other.kind):
        near = _NEAR_REGIONS if "region" in (one.kind, other.kind) else _NEAR_CITIES
        apart = _kilometres(one, other)
        if apart is None or apart <= near:
            return unknown("The two are near each other; one may be told for the other.")
    return Answer("different", "none", "Neither place lies in the other.")


def _country(place: Place) -> str | None:
    """The id of its country, the outermost of what it lies in that is no continent (three digits)."""
    outer = [code for code in (place.id, *place.within) if code and not (code.isdigit() and len(code) == 3)]
    return outer[-1] if outer and (place.kind == "country" or place.within) else None


def _in_regions(one: Place, other: Place) -> bool:
    """Whether each city of the two is known to lie in a region."""
    return all(place.kind != "city" or any("." in code for code in place.within) for place in (one, other))


def _claimed(one: Place, other: Place) -> bool:
    lands = frozenset((_country(one), _country(other)))
    if lands in CLAIMED_LANDS:
        return True
    ids = {one.id, other.id, *one.within, *other.within}
    return any(region in ids and claimant in lands for region, claimant in CLAIMED_REGIONS)


def _kilometres(one: Place, other: Place) -> float | None:
    """The distance on a sphere (haversine); None where a place has no point."""
    if one.latitude is None or other.latitude is None or one.longitude is None or other.longitude is None:
        return None
    first, second = math.radians(one.latitude), math.radians(other.latitude)
    turn = math.radians(one.longitude - other.longitude)
    h = math.sin((first - second) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(turn / 2) ** 2
    return round(2 * _EARTH * math.asin(math.sqrt(min(1.0, h))), 1)

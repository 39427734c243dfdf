"""Two places of one act: equal, compatible, different, or nobody can tell."""

import pytest

from conspectus.compare.values.places import compare_places
from conspectus.model import Place, PlaceKind, Span


def place(words: str) -> Place:
    """ "Lensk < 7 < R.1 < R @ 10 20": a name, its ids from the nearest outward, and its point.

    ``?Velmora`` is a name that the gazetteer lacks, ``~Marlan < M`` a word for a place's people.
    """
    span = Span("a", "body", 0, 1)
    if words.startswith("?"):
        return Place(span, None, None, None, (), None, None, False, "not in the gazetteer")
    told, _, point = words.partition(" @ ")
    name, *ids = told.removeprefix("~").split(" < ")
    kind: PlaceKind = "region" if "." in ids[0] else "country"
    if ids[0].isdigit():
        kind = "continent" if len(ids[0]) == 3 else "city"
    latitude, longitude = map(float, point.split()) if point else (None, None)
    return Place(span, ids[0], kind, name, tuple(ids[1:]), latitude, longitude, words.startswith("~"), "test")


ROWS = (
    # one place, whatever it is called
    ("Marlo < M", "Marlo < M", "equal same"),
    ("Marlo < M", "Republic of Marlo < M", "equal same"),
    ("Teln < M.2 < M", "Teln Oblast < M.2 < M", "equal same"),
    ("Ostra < 5 < M.2 < M @ 10 20", "Ostra < 5 < M.2 < M @ 10 20", "equal same"),
    # one in the other
    ("Ostra < 5 < M.2 < M @ 10 20", "Marlo < M @ 30 40", "compatible containment"),
    ("Ostra < 5 < M.2 < M @ 10 20", "Teln < M.2 < M @ 14 20", "compatible containment"),
    ("Teln < M.2 < M", "Marlo < M", "compatible containment"),
    ("Ostra < 5 < M @ 10 20", "Marlo < M", "compatible containment"),
    ("Marlo < 9 < M.4 < M @ 10 20", "Marlo < M @ 12 20", "compatible containment"),
    # apart
    ("Marlo < M", "Hesk < H", "different none"),
    ("Ostra < 5 < M.2 < M @ 10 20", "Hesk < H @ 10 21", "different none"),
    ("Ostra < 5 < M @ 10 20", "Hesk < H", "different none"),
    ("Teln < M.2 < M @ 14 20", "Hesk < H @ 14 21", "different none"),
    ("Teln < M.2 < M @ 14 20", "Vorl < M.3 < M @ 24 20", "different none"),
    ("Ostra < 5 < M.2 < M @ 10 20", "Vorl < M.3 < M @ 24 20", "different none"),
    ("Ostra < 5 < M.2 < M @ 10 20", "Pell < 6 < M.2 < M @ 11 20", "different none"),
    ("Ostra < 5 < M.2 < M @ 10 20", "Quay < 8 < H.1 < H @ 50 -20", "different none"),
    ("Ostra < 5 < M @ 10 20", "Pell < 6 < M @ 12 20", "different none"),
    ("Ostra < 5 < M.2 < M @ 0 179.9", "Quay < 8 < H.1 < H @ 0 -179", "different none"),
    # near each other
    ("Ostra < 5 < M.2 < M @ 10 20", "Nether Ostra < 6 < M.2 < M @ 10.4 20", "cannot tell none"),
    ("Ostra < 5 < M.2 < M @ 10 20", "Quay < 8 < H.1 < H @ 10 20.2", "cannot tell none"),
    ("Ostra < 5 < M.2 < M @ 0 179.9", "Quay < 8 < H.1 < H @ 0 -179.9", "cannot tell none"),
    ("Ostra < 5 < M.2 < M @ 10 20", "Vorl < M.3 < M @ 12 20", "cannot tell none"),
    ("Teln < M.2 < M @ 14 20", "Vorl < M.3 < M @ 16 20", "cannot tell none"),
    ("Ostra < 5 < M.2 < M @ 10 20", "Vorl < M.3 < M", "cannot tell none"),
    # one name, two places
    ("Ostra < 5 < M.2 < M @ 10 20", "Ostra < 15 < H.1 < H @ 50 -20", "cannot tell none"),
    ("Hesk < H", "Hesk < M.7 < M", "cannot tell none"),
    ("OSTRA < 5 < M @ 10 20", "Ostra < 15 < H @ 50 20", "cannot tell none"),
    # a city whose region nobody knows
    ("Ostra < 5 < M @ 10 20", "Vorl < M.3 < M @ 24 20", "cannot tell none"),
    # lands that belong to another, or are claimed
    ("Hong Kong < HK", "China < CN", "cannot tell none"),
    ("Kowloon < 5 < HK @ 22 114", "Beijing < 6 < CN.22 < CN @ 40 116", "cannot tell none"),
    ("Puerto Rico < PR", "Texas < US.TX < US", "cannot tell none"),
    ("Crimea < UA.11 < UA", "Russia < RU", "cannot tell none"),
    ("Yalta < 5 < UA.11 < UA @ 44 34", "Russia < RU", "cannot tell none"),
    ("Lviv < 5 < UA.15 < UA @ 50 24", "Russia < RU", "different none"),
    ("Hong Kong < HK", "Taiwan < TW", "different none"),
    # parts of the world
    ("Marlo < M < 002", "Afar < 002", "compatible containment"),
    ("Ostra < 5 < M.2 < M < 002 @ 10 20", "Afar < 002", "compatible containment"),
    ("Marlo < M < 002", "Elsewhere < 150", "cannot tell none"),
    ("Afar < 002", "Elsewhere < 150", "cannot tell none"),
    ("Marlo < M < 002", "Hesk < H < 150", "different none"),
    ("Ostra < 5 < M.2 < M < 002 @ 10 20", "Quay < 8 < H.1 < H < 150 @ 50 -20", "different none"),
    ("Ostra < 5 < M < 002 @ 10 20", "Vorl < M.3 < M < 002 @ 24 20", "cannot tell none"),
    ("Crimea < UA.11 < UA < 150", "Russia < RU < 150", "cannot tell none"),
    # names that the gazetteer lacks, words for people
    ("?Velmora", "Marlo < M", "cannot tell none"),
    ("?Velmora", "?Port Hessel", "cannot tell none"),
    ("~Marlan < M", "Hesk < H", "cannot tell none"),
    ("~Marlan < M", "Marlo < M", "cannot tell none"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other", "answer"), ROWS)
def test_two_places(one: str, other: str, answer: str) -> None:
    judged = compare_places(place(one), place(other))
    assert f"{judged.verdict} {judged.means}" == answer
    assert judged.reason.endswith(".")
    assert compare_places(place(other), place(one)) == judged


def test_no_row_is_there_twice() -> None:
    assert len({frozenset(row[:2]) for row in ROWS}) == len(ROWS)

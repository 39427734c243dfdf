"""Articles without a day in a library: which of those there bear on new ones, so that not all are grouped anew.

Each stands in the table ``rare`` under the words that weigh most in it (``group.sieve``), as it was when it came, and
under ``_ALL_WORDS``.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from sqlite3 import Connection

from conspectus.group.seen import Seen, weighted
from conspectus.group.sieve import LATEST, heaviest, likely
from conspectus.group.signature import unpacked

_ALL_WORDS = -1
FEW = 300
"""So many are all grouped anew: it takes no time, and is exact."""


def touched(base: Connection, seen: Seen) -> list[int]:
    """The numbers of the articles whose stories new ones may change, the new ones among them; none without new ones.

    Those that share several rare words with a new one, and all articles of their stories.
    """
    new = _numbers(base, "SELECT number FROM articles WHERE day IS NULL AND story IS NULL ORDER BY number")
    if not new:
        return []
    words = _noted(base, seen)
    total = int(base.execute("SELECT count(*) FROM rare WHERE word = ?", (_ALL_WORDS,)).fetchone()[0])
    if total <= FEW or 2 * len(new) > total:
        return _numbers(base, "SELECT number FROM articles WHERE day IS NULL ORDER BY number")
    found = set(new)
    for number in new:
        found.update(_near(base, words[number], number))
    return sorted(found | _of_their_stories(base, found))


def _noted(base: Connection, seen: Seen) -> Mapping[int, Sequence[int]]:
    """Put those under their words that are not yet, which in an older library may be all; the words of each."""
    query = """SELECT number, signature FROM articles
      WHERE day IS NULL AND number NOT IN (SELECT number FROM rare WHERE word = ?)"""
    words = {}
    for number, signature in base.execute(query, (_ALL_WORDS,)).fetchall():
        words[number] = heaviest(weighted(seen, unpacked(signature)))
        base.executemany("INSERT INTO rare VALUES (?, ?)", ((word, number) for word in (*words[number], _ALL_WORDS)))
    return words


def _near(base: Connection, words: Sequence[int], number: int) -> Sequence[int]:
    query = "SELECT number FROM rare WHERE word = ? AND number <> ? ORDER BY number DESC LIMIT ?"
    return likely(Counter(one for word in words for (one,) in base.execute(query, (word, number, LATEST))))


def _of_their_stories(base: Connection, numbers: set[int]) -> set[int]:
    stories = {
        base.execute("SELECT story FROM articles WHERE number = ?", (number,)).fetchone()[0] for number in numbers
    }
    query = "SELECT number FROM articles WHERE story = ? AND day IS NULL"
    return {number for story in stories - {None} for (number,) in base.execute(query, (story,))}


def _numbers(base: Connection, query: str) -> list[int]:
    return [number for (number,) in base.execute(query)]

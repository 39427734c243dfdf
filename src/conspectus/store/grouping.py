"""Stories in a library: what is near new articles is grouped anew; ids survive, and what people placed stays."""

import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from conspectus.group.seen import Seen, see
from conspectus.group.seen import nothing_seen as nothing
from conspectus.group.signature import Signature, unpacked
from conspectus.group.stories import Placed, apart, placing, reason
from conspectus.model import story_id
from conspectus.options import GroupOptions
from conspectus.store.library import Library
from conspectus.store.undated import touched


@dataclass(frozen=True, slots=True)
class Row:
    """An article as grouping sees it."""

    number: int
    id: str
    day: int | None
    title: str
    story: str | None


def pending(library: Library) -> int:
    """How many articles have been added and not grouped yet."""
    return int(library.base.execute("SELECT count(*) FROM articles WHERE story IS NULL").fetchone()[0])


def regroup(library: Library, options: GroupOptions, now: str) -> int:
    """Group what is not yet in a story, and anew what lies within the window of it; how many articles were looked at.

    One transaction: killed inside it, the library is as before and the next call does the same work.
    """
    if not pending(library):
        return 0
    looked = 0
    with library.writing() as base:
        seen = _seen(base)
        for rows in _touched(base, seen, options.window):
            looked += len(rows)
            _settle(base, rows, _grouped(base, seen, rows, options), now)
    return looked


def current(base: Connection, story: str) -> str:
    """The story's id today: forwards of merged stories are followed."""
    for _ in range(1000):
        new = base.execute("SELECT new FROM forwards WHERE old = ?", (story,)).fetchone()
        if new is None:
            return story
        story = new[0]
    return story


def _spans(base: Connection, window: int) -> Iterator[tuple[int, int]]:
    """The stretches of days that new articles touch, each with the days around it that bear on its stories."""
    days = [
        day for (day,) in base.execute("SELECT DISTINCT day FROM articles WHERE story IS NULL AND day > 0 ORDER BY day")
    ]
    start = end = None
    for day in days:
        if end is not None and day - end <= 4 * window:
            end = day
            continue
        if start is not None and end is not None:
            yield start - 2 * window, end + 2 * window
        start = end = day
    if start is not None and end is not None:
        yield start - 2 * window, end + 2 * window


def _touched(base: Connection, seen: Seen, window: int) -> Iterator[list[Row]]:
    """The articles that are to be grouped together, new ones among them, in the order of their ids."""
    columns = "SELECT number, id, day, title, story FROM articles WHERE"
    for span in _spans(base, window):
        yield [Row(*row) for row in base.execute(f"{columns} day BETWEEN ? AND ? ORDER BY id", span)]
    undated = (base.execute(f"{columns} number = ?", (number,)).fetchone() for number in touched(base, seen))
    if rows := sorted((Row(*row) for row in undated), key=lambda row: row.id):
        yield rows


def _grouped(base: Connection, seen: Seen, rows: Sequence[Row], options: GroupOptions) -> list[Placed]:
    def signature_of(at: int) -> Signature:
        number = (rows[at].number,)
        return unpacked(base.execute("SELECT signature FROM articles WHERE number = ?", number).fetchone()[0])

    return placing([row.day for row in rows], signature_of, seen, options)


def _seen(base: Connection) -> Seen:
    """How common each word is in the library: kept, and counted on from where the last grouping ended."""
    import numpy as np

    kept = base.execute("SELECT articles, upto, counts FROM seen").fetchone()
    seen, upto = nothing(), 0
    if kept:
        seen = Seen(seen.articles + kept[0], seen.table + np.frombuffer(zlib.decompress(kept[2]), "<u4"))
        upto = kept[1]
    prior, own = nothing(), 0 if not kept else int(kept[0])
    for number, packed in base.execute(
        "SELECT number, signature FROM articles WHERE number > ? ORDER BY number", (upto,)
    ):
        seen, upto, own = see(seen, unpacked(packed)), number, own + 1
    counts = zlib.compress(np.round(seen.table - prior.table).astype("<u4").tobytes(), 1)
    base.execute("INSERT OR REPLACE INTO seen VALUES (1, ?, ?, ?)", (own, upto, counts))
    return seen


def _settle(base: Connection, rows: Sequence[Row], placed: Sequence[Placed], now: str) -> None:
    """Write what grouping found: names for the stories, the places of their articles, forwards for what is gone."""
    pinned = {
        article: current(base, story)
        for article, story in base.execute("SELECT article, story FROM placements ORDER BY number")
    }
    names = _names(base, rows, placed, pinned)
    for name, one in zip(names, placed, strict=True):
        follows = None if one.follows is None else names[one.follows]
        why = reason(len(one.numbers), one.dated)
        base.execute(
            "INSERT OR REPLACE INTO stories VALUES (?, ?, ?)", (name, why, follows if follows != name else None)
        )
        for number in one.numbers:
            row = rows[number]
            values: tuple[object, ...]
            if row.id in pinned:
                values = (pinned[row.id], None, None, "placed by a person", row.number)
            else:
                values = (name, *_why(number, one, rows), row.number)
            base.execute("UPDATE articles SET story = ?, nearest = ?, likeness = ?, why = ? WHERE number = ?", values)
    _forward(base, rows, now)


def _names(base: Connection, rows: Sequence[Row], placed: Sequence[Placed], pinned: Mapping[str, str]) -> list[str]:
    """An id for each story: the one that most of its articles had, if no other story has a better claim to it."""
    claims: list[tuple[int, str, int]] = []
    names: dict[int, str] = {}
    for at, one in enumerate(placed):
        members = [rows[number] for number in one.numbers]
        free = [row.story for row in members if row.id not in pinned and row.story]
        claims += [(-count, story, at) for story, count in Counter(free).items()]
        put = Counter(pinned[row.id] for row in members if row.id in pinned)
        if put and not free:
            # What joins articles that people placed goes with them, also where they made one story of several.
            names[at] = min(put, key=lambda story: (-put[story], story))
    taken: set[str] = set()
    for _, story, at in sorted(claims):
        if at not in names and story not in taken:
            names[at] = story
            taken.add(story)
    for at, one in enumerate(placed):
        if at not in names:
            names[at] = _new_name(base, [rows[number].id for number in one.numbers], taken)
            taken.add(names[at])
    return [names[at] for at in range(len(placed))]


def _new_name(base: Connection, articles: Sequence[str], taken: set[str]) -> str:
    """A name that no story has or had."""
    known = "SELECT 1 FROM stories WHERE id = ? UNION SELECT 1 FROM forwards WHERE old = ?"
    for salt in range(1000):
        name = story_id([*articles, *([f"again {salt}"] if salt else [])])
        if name not in taken and not base.execute(known, (name, name)).fetchone():
            return name
    raise ValueError("no free name for a story")


def _why(number: int, one: Placed, rows: Sequence[Row]) -> tuple[str | None, float, str]:
    score, nearest = one.near.get(number, (0.0, None))
    if nearest is None:
        return None, 0.0, reason(len(one.numbers), one.dated)
    how = apart(rows[number].day, rows[nearest].day)
    return rows[nearest].id, round(score, 2), f"most like “{rows[nearest].title}”, {how} (likeness {score:.2f})"


def depart(base: Connection, story: str, went: Mapping[str, int], why: str, now: str) -> None:
    """Note that articles of a story that goes on are in others now: how many in which."""
    for new, count in sorted(went.items()):
        values = (story, new, count, why, now)
        base.execute("INSERT INTO departures (story, new, articles, why, at) VALUES (?, ?, ?, ?, ?)", values)


def _forward(base: Connection, rows: Sequence[Row], now: str) -> None:
    """Stories that lost all their articles lead on to where most of these went; others note where some went."""
    for story in sorted({row.story for row in rows if row.story}):
        ids = [row.number for row in rows if row.story == story]
        went = Counter(
            base.execute("SELECT story FROM articles WHERE number = ?", (number,)).fetchone()[0] for number in ids
        )
        if base.execute("SELECT 1 FROM articles WHERE story = ?", (story,)).fetchone():
            del went[story]
            depart(base, story, went, "split by grouping", now)
            continue
        new = min(went, key=lambda name: (-went[name], name))
        base.execute("INSERT OR REPLACE INTO forwards VALUES (?, ?, ?, ?)", (story, new, "merged by grouping", now))
        base.execute("DELETE FROM stories WHERE id = ?", (story,))
    base.execute("DELETE FROM stories WHERE id NOT IN (SELECT story FROM articles WHERE story IS NOT NULL)")

"""What a library answers: stories, articles, versions of one address, search, its state. Reading never waits."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.errors import OptionError
from conspectus.model import Article
from conspectus.store.grouping import current, pending
from conspectus.store.library import Library
from conspectus.store.records import article_from_json

_ORDER = "day IS NULL, day, published, number"
"""The order of the articles of a story."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A story as lists show it. ``first`` and ``last`` are its days (ISO 8601), None in the lane without days."""

    id: str
    title: str
    articles: int
    outlets: tuple[str, ...]
    first: str | None
    last: str | None
    follows: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story with the reason for its place; ``versions`` counts what its address has shown."""

    article: Article
    nearest: str | None
    likeness: float | None
    why: str
    appearances: tuple[str, ...]
    versions: int


@dataclass(frozen=True, slots=True)
class Departed:
    """So many articles that a story had are in the story ``new`` now; ``why`` and since when (ISO 8601)."""

    new: str
    articles: int
    why: str
    at: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found; ``excerpt`` has the words found between [ and ]."""

    article: str
    story: str | None
    title: str
    outlet: str | None
    published: str | None
    excerpt: str


@dataclass(frozen=True, slots=True)
class State:
    """What is in a library, and what is left to do."""

    articles: int
    addresses_with_versions: int
    undated: int
    future: int
    pending: int
    stories: int
    stories_of_several: int
    compared: int
    rejections: int
    decisions: int


def stories(library: Library, least: int, limit: int) -> tuple[Listed, ...]:
    """Stories of ``least`` articles or more, the latest first, ``limit`` at most; undated ones last."""
    query = """SELECT s.id, count(*), min(a.published), max(a.published), max(a.day), s.follows, s.reason
      FROM stories s JOIN articles a ON a.story = s.id GROUP BY s.id HAVING count(*) >= ?
      ORDER BY max(a.day) IS NULL, max(a.day) DESC, count(*) DESC, s.id LIMIT ?"""
    return tuple(
        Listed(name, _title(library, name), count, _outlets(library, name), *_days(first, last, day), follows, why)
        for name, count, first, last, day, follows, why in library.base.execute(query, (least, limit))
    )


def story_named(library: Library, name: str) -> str:
    """The whole id of a story by its beginning or an id that it had; OptionError where there is none or several."""
    today = current(library.base, name)
    found = library.base.execute(
        "SELECT id FROM stories WHERE id = ? OR (length(?) >= 4 AND substr(id, 1, length(?)) = ?) ORDER BY id LIMIT 3",
        (today, name, name, name),
    ).fetchall()
    exact = [one for (one,) in found if one == today]
    if not exact and len(found) != 1:
        what = "several stories begin like this" if found else "no story has this id"
        raise OptionError(what, name, "see the ids with: conspectus stories")
    return exact[0] if exact else str(found[0][0])


def members(library: Library, story: str) -> tuple[Member, ...]:
    """The articles of a story in the order of their days."""
    query = f"""SELECT record, title, body, sha256, nearest, likeness, why, url, id FROM articles WHERE story = ?
      ORDER BY {_ORDER}"""  # noqa: S608
    found = []
    for record, title, body, sha, nearest, likeness, why, url, name in library.base.execute(query, (story,)):
        article = article_from_json(record, title, body, raw_bytes(library, sha))
        found.append(Member(article, nearest, likeness, why or "", _appeared(library, name), _versions(library, url)))
    return tuple(found)


def departed(library: Library, story: str) -> tuple[Departed, ...]:
    """Where articles that the story had went, the earliest first; not those that went to what is one with it again."""
    query = "SELECT new, articles, why, at FROM departures WHERE story = ? ORDER BY number"
    found = [Departed(current(library.base, new), *rest) for new, *rest in library.base.execute(query, (story,))]
    return tuple(one for one in found if one.new != story)


def records(library: Library, story: str) -> tuple[Article, ...]:
    """The articles of a story, in the order of ``members``, without their texts and raw bytes."""
    query = f"SELECT record FROM articles WHERE story = ? ORDER BY {_ORDER}"  # noqa: S608
    return tuple(article_from_json(record, "", "") for (record,) in library.base.execute(query, (story,)))


def raw_bytes(library: Library, sha256: str) -> bytes:
    """The bytes that an article was made from."""
    row = library.base.execute("SELECT data FROM raws WHERE sha256 = ?", (sha256,)).fetchone()
    return zlib.decompress(row[0]) if row else b""


def articles(library: Library) -> Iterator[tuple[Article, str | None]]:
    """Every article with the story it is in, in the order of adding, without the raw bytes."""
    for record, title, body, story in library.base.execute(
        "SELECT record, title, body, story FROM articles ORDER BY number"
    ):
        yield article_from_json(record, title, body), story


def search(library: Library, words: str, limit: int) -> tuple[Hit, ...]:
    """Articles with all these words, the best first (BM25). Quotation marks keep words together."""
    query = """SELECT a.id, a.story, a.title, a.outlet, a.published, snippet(words, 1, '[', ']', ' … ', 16)
      FROM words JOIN articles a ON a.number = words.rowid WHERE words MATCH ? ORDER BY rank LIMIT ?"""
    asked = _asked(words)
    if not asked:
        raise OptionError("there is no word in this search", words, "give words that an article may have")
    return tuple(Hit(*row) for row in library.base.execute(query, (asked, limit)))


def versions(library: Library, url: str) -> tuple[tuple[str, str | None], ...]:
    """What an address has shown, the earliest first: ids of articles with the time each says."""
    query = "SELECT id, published FROM articles WHERE url = ? ORDER BY published IS NULL, published, number"
    return tuple(library.base.execute(query, (url,)))


def state(library: Library, today: int) -> State:
    """Counts. ``today`` (a proleptic ordinal) tells which articles say that they are of the future."""

    def count(query: str, *values: object) -> int:
        return int(library.base.execute(query, values).fetchone()[0])

    several = "SELECT count(*) FROM (SELECT 1 FROM articles WHERE story IS NOT NULL GROUP BY story HAVING count(*) > 1)"
    return State(
        count("SELECT count(*) FROM articles"),
        count("SELECT count(*) FROM (SELECT 1 FROM articles WHERE url IS NOT NULL GROUP BY url HAVING count(*) > 1)"),
        count("SELECT count(*) FROM articles WHERE day IS NULL"),
        count("SELECT count(*) FROM articles WHERE day > ?", today + 1),
        pending(library),
        count("SELECT count(*) FROM stories"),
        count(several),
        count("SELECT count(*) FROM results WHERE kind = 'comparison'"),
        count("SELECT count(*) FROM rejections"),
        count("SELECT count(*) FROM decisions"),
    )


def _asked(words: str) -> str:
    """The search as FTS5 takes it: every word or quoted phrase is a string, so that no sign is an operator."""
    pieces = words.split('"')
    asked = []
    for at, piece in enumerate(pieces):
        whole = [piece] if at % 2 and at < len(pieces) - 1 else piece.split()
        asked += [f'"{one}"' for one in whole if any(sign.isalnum() for sign in one)]
    return " ".join(asked)


def _title(library: Library, story: str) -> str:
    """The title of the article that is most like the others."""
    query = "SELECT title, substr(body, 1, 80) FROM articles WHERE story = ? ORDER BY title = '', likeness DESC, number"
    title, start = library.base.execute(query, (story,)).fetchone()
    return str(title or start.split("\n")[0])


def _outlets(library: Library, story: str) -> tuple[str, ...]:
    query = """SELECT DISTINCT p.outlet FROM appearances p JOIN articles a ON a.id = p.article
      WHERE a.story = ? AND p.outlet IS NOT NULL ORDER BY 1"""
    return tuple(outlet for (outlet,) in library.base.execute(query, (story,)))


def _days(first: str | None, last: str | None, day: int | None) -> tuple[str | None, str | None]:
    return (None, None) if day is None or not first or not last else (first[:10], last[:10])


def _appeared(library: Library, article: str) -> tuple[str, ...]:
    query = "SELECT coalesce(outlet, name) FROM appearances WHERE article = ? ORDER BY rowid"
    return tuple(dict.fromkeys(name for (name,) in library.base.execute(query, (article,))))


def _versions(library: Library, url: str | None) -> int:
    return len(versions(library, url)) if url else 1

"""Articles into a library: in batches, each on disk before it is told; the same words are kept once."""

import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from sqlite3 import Connection

from conspectus.group.days import day_of
from conspectus.group.signature import packed, signature
from conspectus.model import Article, Rejection
from conspectus.store.library import Library
from conspectus.store.records import article_to_json, column


@dataclass(frozen=True, slots=True)
class Added:
    """What one call of ``add`` has put into the library so far: all of it is on disk.

    ``known`` counts articles whose words were there before; ``appearances`` new places of such words.
    """

    articles: int = 0
    known: int = 0
    appearances: int = 0
    rejections: tuple[Rejection, ...] = ()


def add(
    library: Library,
    given: Iterable[Article | Rejection],
    now: str,
    batch: int = 200,
    told: Callable[[Added], None] = lambda _: None,
) -> Added:
    """Add articles as they come; ``told`` hears after each batch that all before is on disk.

    ``now`` (UTC, ISO 8601) is kept as the time of adding. Adding the same again changes nothing, so that an
    interrupted run is resumed by running it again. Stories are made by ``store.grouping``.
    """
    done = Added()
    held: list[Article | Rejection] = []
    for one in given:
        held.append(one)
        if len(held) >= batch:
            done = _written(library, held, now, done)
            held = []
            told(done)
    if held:
        done = _written(library, held, now, done)
        told(done)
    return done


def _written(library: Library, held: list[Article | Rejection], now: str, done: Added) -> Added:
    articles, known, appearances = done.articles, done.known, done.appearances
    rejected = [one for one in held if isinstance(one, Rejection)]
    prepared = [(one, _row(one, now)) for one in held if isinstance(one, Article)]
    with library.writing() as base:
        for article, row in prepared:
            new = _insert(base, article, row)
            articles, known = articles + new, known + (not new)
            appeared = _appear(base, article, now)
            appearances += appeared and not new
        for one in rejected:
            values = tuple(map(column, (one.name, one.code, one.reason, one.advice, now)))
            base.execute("INSERT OR IGNORE INTO rejections VALUES (?, ?, ?, ?, ?)", values)
    return Added(articles, known, appearances, done.rejections + tuple(rejected))


def _row(article: Article, now: str) -> tuple[object, ...]:
    """The columns of an article, made before the lock is taken."""
    return (
        article.id, column(article.title), column(article.body), _told(article.outlet.value),
        _told(article.published.value), day_of(article), _told(article.url.value), article.raw.sha256,
        article_to_json(article), packed(signature(article.title, article.body)), now,
    )  # fmt: skip


def _told(value: str | None) -> str | None:
    return None if value is None else column(value)


def _insert(base: Connection, article: Article, row: tuple[object, ...]) -> bool:
    """True where these words are new to the library."""
    if base.execute("SELECT 1 FROM articles WHERE id = ?", (article.id,)).fetchone():
        return False
    data = zlib.compress(article.raw.data, 6)
    base.execute("INSERT OR IGNORE INTO raws VALUES (?, ?)", (article.raw.sha256, data))
    columns = "id, title, body, outlet, published, day, url, sha256, record, signature, added"
    number = base.execute(f"INSERT INTO articles ({columns}) VALUES (?,?,?,?,?,?,?,?,?,?,?)", row).lastrowid  # noqa: S608
    base.execute("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", (number, row[1], row[2]))
    return True


def _appear(base: Connection, article: Article, now: str) -> bool:
    """Where and as whose the words appeared: every outlet that prints them is kept. True for a new place."""
    facts = (_told(article.outlet.value), _told(article.published.value), _told(article.url.value))
    known = "SELECT 1 FROM appearances WHERE article = ? AND name = ? AND outlet IS ? AND published IS ? AND url IS ?"
    values = (article.id, column(article.raw.name), *facts)
    if base.execute(known, values).fetchone():
        return False
    base.execute("INSERT INTO appearances VALUES (?, ?, ?, ?, ?, ?)", (*values, now))
    return True

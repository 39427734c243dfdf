"""Whether a library is whole, and a copy of it while it is in use."""

import hashlib
import os
import sqlite3
import zlib
from collections.abc import Iterator

from conspectus.errors import LibraryError
from conspectus.group.days import day_of
from conspectus.model import article_id
from conspectus.store.library import Library, speaking
from conspectus.store.records import article_from_json


def verify(library: Library) -> tuple[str, ...]:
    """What is wrong, a line each, or nothing: the file's structure, every hash, every reference, the search index."""
    found = [f"the file: {line}" for (line,) in library.base.execute("PRAGMA integrity_check") if line != "ok"]
    found += [
        f"the file: a row of {table} leads nowhere" for table, *_ in library.base.execute("PRAGMA foreign_key_check")
    ]
    found += [*_raws(library), *_articles(library), *_stories(library), *_index(library)]
    return tuple(found)


def backup(library: Library, target: str) -> None:
    """A copy of the library as it is now, while others read and write; LibraryError where ``target`` is there."""
    if os.path.exists(target):
        raise LibraryError("is there already, and a backup replaces nothing", target, "give another name")
    part = f"{target}.part"
    try:
        with speaking(target):
            copy = sqlite3.connect(part, isolation_level=None)
            try:
                library.base.backup(copy)
                # One file that needs nothing beside it, wherever it is carried.
                copy.execute("PRAGMA journal_mode = DELETE")
            finally:
                copy.close()
        os.replace(part, target)
    except BaseException:
        if os.path.exists(part):
            os.remove(part)
        raise


def _raws(library: Library) -> Iterator[str]:
    for sha256, data in library.base.execute("SELECT sha256, data FROM raws"):
        try:
            own = hashlib.sha256(zlib.decompress(data)).hexdigest()
        except zlib.error:
            own = "nothing that can be unpacked"
        if own != sha256:
            yield f"raw bytes {sha256[:12]}: they are not what was added"


def _articles(library: Library) -> Iterator[str]:
    for name, title, body, record, day in library.base.execute("SELECT id, title, body, record, day FROM articles"):
        try:
            article = article_from_json(record, title, body)
        except (ValueError, KeyError, TypeError):
            yield f"article {name}: its record cannot be read"
            continue
        if article_id(article.title, article.body) != name:
            yield f"article {name}: its text is not what was added"
        if day_of(article) != day:
            yield f"article {name}: its day is not that of its date"


def _stories(library: Library) -> Iterator[str]:
    lost = "SELECT id, story FROM articles WHERE story IS NOT NULL AND story NOT IN (SELECT id FROM stories)"
    for name, story in library.base.execute(lost):
        yield f"article {name}: its story {story} is not there"


def _index(library: Library) -> Iterator[str]:
    try:
        library.base.execute("INSERT INTO words(words, rank) VALUES ('integrity-check', 1)")
    except sqlite3.OperationalError as error:
        if "readonly" not in str(error):
            raise
    except sqlite3.DatabaseError:
        yield "the search index: it does not fit the articles"

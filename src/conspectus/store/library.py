"""Opening a library: the checks, the migrations, and one clear error for each way in which it can fail.

Write-ahead logging lets everybody read while one writes. Writes are short transactions that are on disk when they
end, so that a process may be killed at any moment.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from conspectus.errors import LibraryError
from conspectus.store.schema import APPLICATION, MIGRATIONS, VERSION

_WAIT = 10.0
"""Seconds that a writer waits for another one."""
_FORBIDDEN = ("this library may not be written", "change its permissions, or work on a copy")


@dataclass(frozen=True, slots=True)
class Library:
    """An open library: its path and its connection. One that may not be written can be read all the same."""

    path: str
    base: sqlite3.Connection
    writable: bool = True

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is on disk afterwards, or nothing. LibraryError where it cannot be written."""
        if not self.writable:
            raise _forbidden(self.path)
        with speaking(self.path):
            self.base.execute("BEGIN IMMEDIATE")
            try:
                yield self.base
                self.base.execute("COMMIT")
            except BaseException:
                if self.base.in_transaction:
                    self.base.execute("ROLLBACK")
                raise


@contextmanager
def opened(path: str, create: bool = False, wait: float = _WAIT) -> Iterator[Library]:
    """Open the library at ``path``, made anew with ``create`` where there is none; bring an old one up to date.

    LibraryError for a file that is no library, one of a newer Conspectus, one that is missing or damaged, and with
    ``create`` for one that may not be written.
    """
    with speaking(path):
        writable = _may_be_written(path)
        if create and not writable:
            raise _forbidden(path)
        base = _connected(path, create, wait) if writable else _for_reading(path, wait)
        try:
            _prepared(path, base, writable)
            yield Library(path, base, writable)
        finally:
            base.close()


@contextmanager
def speaking(path: str) -> Iterator[None]:
    """SQLite's errors as LibraryErrors that say what to do."""
    try:
        yield
    except sqlite3.Error as error:
        what, advice = _told(error)
        raise LibraryError(what, path, advice) from error


def _connected(path: str, create: bool, wait: float) -> sqlite3.Connection:
    if os.path.isdir(path):
        raise LibraryError("is a folder, not a library", path, "give the library's file")
    if not os.path.exists(path):
        if not create:
            raise LibraryError("there is no library here", path, "make one with: conspectus add SOURCE --library PATH")
        if not Path(path).absolute().parent.is_dir():
            raise LibraryError("its folder does not exist", path, "make the folder first")
    base = sqlite3.connect(path, timeout=wait, isolation_level=None)
    base.execute("PRAGMA foreign_keys = ON")
    return base


def _forbidden(path: str) -> LibraryError:
    what, advice = _FORBIDDEN
    return LibraryError(what, path, advice)


def _may_be_written(path: str) -> bool:
    """Whether an existing file may be, and files beside it made, which writing needs; True where there is none."""
    folder = os.path.dirname(os.path.abspath(path))
    if not os.path.isfile(path):
        return True
    ours = os.access in os.supports_effective_ids
    return all(os.access(one, os.W_OK, effective_ids=ours) for one in (path, folder))


def _for_reading(path: str, wait: float) -> sqlite3.Connection:
    """A connection that needs nothing written beside the file, unless somebody who may write has it open."""
    log, where = f"{path}-wal", Path(path).absolute().as_uri()
    open_elsewhere = os.path.exists(log) and os.path.exists(f"{path}-shm")
    if not open_elsewhere and os.path.exists(log) and os.path.getsize(log):
        what = "its latest changes stand in a file beside it, and here they may not be put in"
        raise LibraryError(what, path, f"copy it with {os.path.basename(log)} to where it may be written")
    # Told that nobody changes the file, SQLite asks for no other beside it.
    how = "mode=ro" if open_elsewhere else "mode=ro&immutable=1"
    return sqlite3.connect(f"{where}?{how}", timeout=wait, isolation_level=None, uri=True)


def _prepared(path: str, base: sqlite3.Connection, writable: bool) -> None:
    application = base.execute("PRAGMA application_id").fetchone()[0]
    version = base.execute("PRAGMA user_version").fetchone()[0]
    tables = base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION and tables:
        raise LibraryError("this SQLite file is no library of Conspectus", path, "give another path")
    if version > VERSION:
        what = f"this library was written by a newer Conspectus (schema {version}, this one knows {VERSION})"
        raise LibraryError(what, path, "update Conspectus, or use another library")
    if version < VERSION and not writable:
        what = f"this library is of an older Conspectus (schema {version}), and may not be brought up to date here"
        raise LibraryError(what, path, "copy it to where it may be written")
    if version < VERSION:
        _migrated(base)
    base.execute("PRAGMA synchronous = FULL")


def _migrated(base: sqlite3.Connection) -> None:
    """Each step in one transaction with its number, under the writers' lock: a killed migration is as if not begun."""
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("BEGIN EXCLUSIVE")
    try:
        at = base.execute("PRAGMA user_version").fetchone()[0]
        for number, step in enumerate(MIGRATIONS[at:], at + 1):
            for statement in step.split(";\n"):
                if statement.strip():
                    base.execute(statement)
            base.execute(f"PRAGMA user_version = {number}")
        base.execute(f"PRAGMA application_id = {APPLICATION}")
        base.execute("COMMIT")
    except BaseException:
        if base.in_transaction:
            base.execute("ROLLBACK")
        raise


def _told(error: sqlite3.Error) -> tuple[str, str]:
    """What went wrong, and what to do."""
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "another process is writing to this library", "wait until it is done, and run this again"
    if code == sqlite3.SQLITE_FULL:
        return "the disk is full; what was added before is kept", "free some space, and run this again"
    if code == sqlite3.SQLITE_IOERR:
        return "the disk failed or is full; what was told as added is kept", "look after its space, and run this again"
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return _FORBIDDEN
    if code == sqlite3.SQLITE_CANTOPEN:
        return "cannot be opened", "check the path and its permissions"
    if code == sqlite3.SQLITE_NOTADB:
        return "this file is no library", "give another path"
    if code == sqlite3.SQLITE_CORRUPT:
        return "this library is damaged", "go back to a backup, or add the sources to a new one"
    return f"the library failed ({error})", "run conspectus verify on it"

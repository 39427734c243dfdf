"""The file: made, opened by others, brought up to date, and refused with what to do."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from privileges import unprivileged
from store_articles import NOW, ferry, trial

from conspectus.errors import LibraryError
from conspectus.options import GroupOptions
from conspectus.store import Library, opened
from conspectus.store.adding import add
from conspectus.store.checking import backup, verify
from conspectus.store.finding import articles, search, stories
from conspectus.store.grouping import regroup
from conspectus.store.schema import MIGRATIONS, VERSION


def test_a_new_library_has_the_newest_schema(library: Library) -> None:
    assert library.base.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert library.base.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert verify(library) == ()


@pytest.mark.parametrize("released", range(1, VERSION + 1))
def test_a_library_of_every_released_schema_is_brought_up_to_date(tmp_path: Path, released: int) -> None:
    path = str(tmp_path / "old.library")
    with opened(path, create=True) as made:
        shape = made.base.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    os.remove(path)
    base = sqlite3.connect(path)
    for step in MIGRATIONS[:released]:
        base.executescript(step)
    base.execute(f"PRAGMA user_version = {released}")
    base.execute(f"PRAGMA application_id = {0x436F6E73}")
    base.close()
    with opened(path) as library:
        assert library.base.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert library.base.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall() == shape


def refused(path: Path, create: bool = False) -> str:
    with pytest.raises(LibraryError) as caught, opened(str(path), create):
        pass
    line = str(caught.value)
    assert "\n" not in line
    assert str(path) in line
    return line


def test_what_is_no_library_is_refused_with_what_to_do(tmp_path: Path) -> None:
    text, other, empty = tmp_path / "a.txt", tmp_path / "other.db", tmp_path / "gone.library"
    text.write_text("words " * 500)
    base = sqlite3.connect(other)
    base.execute("CREATE TABLE somebodys (own)")
    base.close()
    assert "no library" in refused(text, create=True)
    assert text.read_text().startswith("words")
    assert "no library of Conspectus" in refused(other, create=True)
    assert "conspectus add" in refused(empty)
    assert not empty.exists()
    assert "folder" in refused(tmp_path)
    assert "make the folder" in refused(tmp_path / "no" / "such.library", create=True)


def test_a_library_of_a_newer_schema_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "new.library"
    with opened(str(path), create=True) as library:
        library.base.execute(f"PRAGMA user_version = {VERSION + 1}")
    assert "newer Conspectus" in refused(path)


def test_two_writers_the_second_is_told_to_wait(library: Library) -> None:
    with (
        opened(library.path, wait=0.05) as other,
        library.writing(),
        pytest.raises(LibraryError, match="another process"),
    ):
        add(other, [ferry(1)], NOW)
    with opened(library.path) as other:
        assert add(other, [ferry(1)], NOW).articles == 1


def test_readers_never_wait_for_the_writer(filled: Library) -> None:
    with opened(filled.path, wait=0) as reader, filled.writing() as base:
        base.execute("UPDATE articles SET title = 'half way'")
        titles = {article.title for article, _ in articles(reader)}
        assert len(titles) == 5
        assert "half way" not in titles


def test_a_library_that_may_not_be_written_says_so(filled: Library) -> None:
    filled.base.execute("PRAGMA query_only = ON")
    with pytest.raises(LibraryError, match="may not be written"):
        add(filled, [ferry(99)], NOW)


@pytest.fixture
def closed(filled: Library, tmp_path: Path) -> Path:
    """A library in a folder of its own, to take rights from."""
    folder = tmp_path / "archive"
    folder.mkdir()
    backup(filled, str(folder / "copy.library"))
    with opened(str(folder / "copy.library")) as library:
        library.base.execute("PRAGMA journal_mode = WAL")
    return folder / "copy.library"


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o755), (0o644, 0o555), (0o444, 0o555)])
def test_a_library_that_may_not_be_written_can_be_read(closed: Path, tmp_path: Path, file: int, folder: int) -> None:
    closed.chmod(file)
    closed.parent.chmod(folder)
    with unprivileged(tmp_path):
        assert "may not be written" in refused(closed, create=True)
        with opened(str(closed)) as library:
            assert not library.writable
            assert len(search(library, "coast guard", 5)) == 3
            assert len(stories(library, 2, 5)) == 2
            assert verify(library) == ()
            with pytest.raises(LibraryError, match="may not be written; change its permissions"):
                add(library, [ferry(99)], NOW)
    closed.parent.chmod(0o755)
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]


def test_a_library_with_changes_beside_it_is_not_read_without_them(closed: Path, tmp_path: Path) -> None:
    with opened(str(closed)) as library:
        add(library, [ferry(99)], NOW)
        log = closed.with_name(f"{closed.name}-wal").read_bytes()
        closed.parent.chmod(0o555)
        with unprivileged(tmp_path), opened(str(closed)) as reader:
            assert len(list(articles(reader))) == 6  # while the writer has it open
        closed.parent.chmod(0o755)
    alone = closed.with_name("left.library")
    alone.write_bytes(closed.read_bytes())
    alone.with_name("left.library-wal").write_bytes(log)
    closed.parent.chmod(0o555)
    with unprivileged(tmp_path):
        assert "copy it with left.library-wal" in refused(alone)
    closed.parent.chmod(0o755)


def test_an_older_library_that_may_not_be_written_says_that_it_is_old(closed: Path, tmp_path: Path) -> None:
    base = sqlite3.connect(closed)
    base.execute("PRAGMA user_version = 1")
    base.close()
    closed.chmod(0o444)
    with unprivileged(tmp_path):
        assert "older Conspectus (schema 1)" in refused(closed)


def test_a_full_disk_loses_nothing_that_was_told(filled: Library) -> None:
    pages = filled.base.execute("PRAGMA page_count").fetchone()[0]
    filled.base.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LibraryError, match="disk is full"):
        add(filled, [ferry(n) for n in range(1000, 1400)], NOW)
    assert len(list(articles(filled))) == 5
    assert verify(filled) == ()


def test_a_file_that_may_not_grow_loses_nothing_and_is_resumed(tmp_path: Path) -> None:
    path = str(tmp_path / "full.library")
    assert "the disk failed or is full" in told_by("full", path)
    with opened(path) as library:
        assert verify(library) == ()
        assert add(library, [ferry(n) for n in range(200)], NOW).known < 200
        assert len(list(articles(library))) == 200


def test_verify_names_what_does_not_fit(filled: Library) -> None:
    filled.base.execute("UPDATE articles SET body = body || ' more' WHERE number = 1")
    filled.base.execute(
        "UPDATE raws SET data = zeroblob(8) WHERE sha256 = (SELECT sha256 FROM articles WHERE number = 2)"
    )
    filled.base.execute("UPDATE articles SET story = 'nowhere' WHERE number = 3")
    wrong = "\n".join(verify(filled))
    for what in ("its text is not what was added", "raw bytes", "its story nowhere is not there", "search index"):
        assert what in wrong


def test_a_backup_is_a_whole_library_and_replaces_nothing(filled: Library, tmp_path: Path) -> None:
    target = str(tmp_path / "copy.library")
    with filled.writing():
        pass
    backup(filled, target)
    with opened(target) as copy:
        assert [one.id for one, _ in articles(copy)] == [one.id for one, _ in articles(filled)]
        assert verify(copy) == ()
    with pytest.raises(LibraryError, match="there already"):
        backup(filled, target)


def told_by(what: str, path: str) -> str:
    """What ``store_writers.py`` tells: a process of its own, since this one has threads and is not to be copied."""
    program = Path(__file__).parent.parent / "store_writers.py"
    one_thread = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, program, what, path], capture_output=True, text=True, check=True, env=os.environ | one_thread
    )
    assert done.stderr == ""
    return done.stdout


def test_killed_twenty_times_while_adding_nothing_told_is_lost(tmp_path: Path) -> None:
    path = str(tmp_path / "killed.library")
    with opened(path, create=True):
        pass
    rounds = [json.loads(line) for line in told_by("killed", path).splitlines()]
    assert len(rounds) == 20
    for told, there, wrong in rounds:
        assert told <= there
        assert wrong == []
    assert rounds[-1][1] > rounds[0][0] > 0
    with opened(path) as library:
        regroup(library, GroupOptions(), NOW)
        assert verify(library) == ()


def test_adding_again_changes_nothing(filled: Library) -> None:
    before = filled.base.execute("SELECT * FROM articles ORDER BY number").fetchall()
    again = add(filled, [ferry(212), trial(40)], NOW)
    assert (again.articles, again.known, again.appearances) == (0, 2, 0)
    assert filled.base.execute("SELECT * FROM articles ORDER BY number").fetchall() == before

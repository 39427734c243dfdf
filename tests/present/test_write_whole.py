"""Results on disk: whole or not at all."""

import os
from pathlib import Path

import pytest

from conspectus.errors import OutputError
from conspectus.present import write
from conspectus.present.write import check_target, write_whole


def test_a_result_is_written(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    write_whole(str(target), b"first")
    write_whole(str(target), b"second")
    assert target.read_bytes() == b"second"
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError(28, "No space left on device"), SystemExit(143)])
def test_an_interrupt_leaves_the_earlier_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException
) -> None:
    target = tmp_path / "out.json"
    target.write_bytes(b"earlier")

    def fail(_descriptor: int) -> None:
        raise stop

    monkeypatch.setattr(write.os, "fsync", fail)
    with pytest.raises((KeyboardInterrupt, OutputError, SystemExit)):
        write_whole(str(target), b"half")
    assert target.read_bytes() == b"earlier"
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


def test_a_full_disk_is_one_clear_line() -> None:
    with pytest.raises(OutputError) as caught:
        write_whole("/dev/full", b"x" * 100)
    assert str(caught.value).startswith("/dev/full: cannot be written (No space left on device); free some space")
    assert os.path.exists("/dev/full")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "real.json", tmp_path / "link.json"
    target.write_bytes(b"earlier")
    link.symlink_to(target)
    write_whole(str(link), b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_permissions_stay(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_bytes(b"")
    target.chmod(0o640)
    write_whole(str(target), b"new")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_name_as_long_as_names_may_be(tmp_path: Path) -> None:
    target = tmp_path / ("é" * 127)
    write_whole(str(target), b"x")
    assert target.read_bytes() == b"x"


@pytest.mark.parametrize(("name", "what"), [("", "is a folder"), ("none/out.json", "its folder does not exist")])
def test_an_impossible_target_is_refused_before_the_work(tmp_path: Path, name: str, what: str) -> None:
    with pytest.raises(OutputError, match=what):
        check_target(str(tmp_path / name))

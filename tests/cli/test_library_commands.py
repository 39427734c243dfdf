"""The library's commands: what they print, and one clear line for what cannot be done."""

import json
from pathlib import Path

import pytest


@pytest.fixture
def library(tmp_path: Path) -> tuple[str, str]:
    return "--library", str(tmp_path / "news.library")


def first_story(call, library) -> str:
    return call("stories", *library).stdout.split(" · ")[0]


def test_from_files_to_a_compared_story(call, pair, library, tmp_path: Path) -> None:
    added = call("add", *pair, *library, "--date", "2031-05-20")
    assert added.exit_code == 0, added.stderr
    assert added.stdout == "2 articles added, 0 known before\n"
    assert "0 articles added, 2 known before" in call("add", *pair, *library, "--date", "2031-05-20").stdout
    story = first_story(call, library)
    shown = call("story", story[:5], *library)
    assert shown.exit_code == 0
    assert f"story {story}" in shown.stdout
    assert shown.stdout.count("of the same day (likeness") == 2
    assert "Where the articles differ" in shown.stdout
    done = call("story", story, *library, "--json", "-")
    assert json.loads(done.stdout)["format"].startswith("conspectus-comparison/")
    assert call("work", *library).stdout == "0 stories compared\n"
    assert "1 comparisons kept" in call("status", *library).stdout
    assert call("verify", *library).stdout.startswith("whole")
    copy = str(tmp_path / "copy.library")
    assert call("backup", copy, *library).exit_code == 0
    assert call("search", "galley", "--library", copy).stdout.count("[galley]") == 1


def test_a_person_splits_and_merges(call, pair, library) -> None:
    call("add", *pair, *library, "--date", "2031-05-20")
    story = first_story(call, library)
    article = call("search", "galley", *library).stdout.split(" · ")[0]
    new = call("move", article, "--to", "new", *library).stdout.strip()
    assert new not in ("", story)
    assert "no story of 2 articles" in call("stories", *library).stderr
    assert call("merge", story, new, *library).stdout.strip() == story
    assert f"story {story}" in call("story", new, "--articles", *library).stdout


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (("status",), "there is no library here"),
        (("story", "abcd"), "there is no library here"),
        (("add", "nothing.txt"), "nothing.txt: there is no such file"),
    ],
)
def test_errors_are_one_line_with_what_to_do(call, library, command, line) -> None:
    done = call(*command, *library)
    assert done.exit_code == 1
    assert line in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_not_found_says_so(call, pair, library) -> None:
    call("add", *pair, *library)
    assert call("search", "zeppelin", *library).exit_code == 1
    missing = call("story", "ffff", *library)
    assert (missing.exit_code, missing.stderr.count("\n")) == (2, 1)
    assert "no story has this id" in missing.stderr

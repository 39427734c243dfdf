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


def test_a_story_of_very_many_is_named_and_left_out(call, library, tmp_path: Path) -> None:
    lines = [
        {"title": f"Ferry {n % 4}", "text": f"The ferry turned over in the Carrow Strait with {n % 4} on board.", "outlet": f"Outlet {n}"}
        for n in range(90)
    ]  # fmt: skip
    (tmp_path / "copies.jsonl").write_text("\n".join(map(json.dumps, lines)))
    assert "4 articles added, 86 known" in call("add", str(tmp_path / "copies.jsonl"), *library).stdout
    done = call("work", *library, "--most", "3")
    assert (done.exit_code, done.stdout) == (0, "0 stories compared\n")
    assert f"story {first_story(call, library)} has 4 articles: left out, see --most" in done.stderr
    shown = call("story", first_story(call, library), "--articles", *library).stdout
    assert "Outlet 76 and 3 more" in shown
    assert max(map(len, shown.splitlines())) < 400


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


def test_a_bundle_can_be_checked_anywhere_and_shows_what_was_changed(call, pair, library, tmp_path: Path) -> None:
    import zipfile

    call("add", *pair, *library, "--date", "2031-05-20")
    story = first_story(call, library)
    whole, brief, forged = (str(tmp_path / f"{name}.zip") for name in ("whole", "brief", "forged"))
    assert call("bundle", story, *library, "--to", whole).exit_code == 0
    assert call("bundle", story, *library, "--to", brief, "--excerpts").exit_code == 0
    for path in (whole, brief):
        assert call("verify", path).stdout.startswith("whole")
    with zipfile.ZipFile(whole) as held, zipfile.ZipFile(forged, "w") as target:
        for name in held.namelist():
            target.writestr(name, held.read(name).replace(b"212", b"912"))
    wrong = call("verify", forged)
    assert wrong.exit_code == 1
    assert "not what was bundled" in wrong.stdout
    with zipfile.ZipFile(brief) as held:
        assert not [name for name in held.namelist() if name.startswith(("raw", "articles"))]
        assert all("body" not in one for one in json.loads(held.read("comparison.json"))["articles"])
    assert "no evidence bundle" in call("verify", pair[0]).stderr


def test_exports_can_be_added_to_another_library(call, pair, library, tmp_path: Path) -> None:
    import csv

    call("add", *pair, *library, "--date", "2031-05-20")
    lines, table, columns = (str(tmp_path / f"all.{ending}") for ending in ("jsonl", "csv", "parquet"))
    for path in (lines, table, columns):
        assert call("export", path, *library).exit_code == 0
    other = ("--library", str(tmp_path / "other.library"))
    assert "2 articles added" in call("add", lines, *other).stdout
    assert first_story(call, other) == first_story(call, library)
    assert "0 articles added, 2 known" in call("add", columns, *other).stdout
    with open(table, encoding="utf-8", newline="") as file:
        assert [row["date"] for row in csv.DictReader(file)] == ["2031-05-20", "2031-05-20"]
    assert "no such form" in call("export", "all.xls", *library).stderr


def test_several_processes_find_what_one_finds(call, pair, library, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    other = ("--library", str(tmp_path / "other.library"))
    for one in (library, other):
        call("add", *pair, *one, "--date", "2031-05-20")
    done = call("work", *library, "--processes", "2")
    assert (done.exit_code, done.stdout) == (0, "1 story compared\n"), done.stderr
    assert call("work", *other).stdout == "1 story compared\n"
    story = first_story(call, library)
    found = [json.loads(call("story", story, *one, "--json", "-").stdout) for one in (library, other)]
    assert found[0] == found[1]
    assert found[0]["findings"]
    assert call("work", *library, "--processes", "2").stdout == "0 stories compared\n"


def test_an_archive_shared_out_among_processes_makes_the_library_that_one_makes(call, library, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    import gzip

    from archives import page, record

    from conspectus.store import opened

    pages = [record(f"https://news.example/{n}", page(f"Ferry {n}")) for n in range(30)]
    (tmp_path / "crawl.warc.gz").write_bytes(b"".join(map(gzip.compress, pages)))
    other = str(tmp_path / "other.library")
    assert "30 articles added" in call("add", str(tmp_path / "crawl.warc.gz"), *library, "--processes", "2").stdout
    assert "30 articles added" in call("add", str(tmp_path / "crawl.warc.gz"), "--library", other).stdout
    held = []
    for path in (library[1], other):
        with opened(path) as one:
            rows = one.base.execute("SELECT number, id, url, published, record, signature, story, why FROM articles")
            held.append((rows.fetchall(), one.base.execute("SELECT * FROM raws").fetchall()))
    assert len(held[0][0]) == 30
    assert held[0] == held[1]

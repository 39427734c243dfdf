"""Bad input through the command itself: one clear line each, the right exit code, and the rest goes on."""

import io
import json
import random
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdf
import pytest
from click.testing import Result

from conspectus.cli.speaking import DONE, INTERRUPTED, NOTHING, SOME_REJECTED

Call = Callable[..., Result]
NOTICE = "<html><body><p>We use cookies on this site. Accept all cookies to continue.</p></body></html>"


def scan() -> bytes:
    """A PDF of one page without any text."""
    out = io.BytesIO()
    writer = pypdf.PdfWriter()
    writer.add_blank_page(300, 300)
    writer.write(out)
    return out.getvalue()


# name, bytes (None: there is no such file), the words its line has to say, and what to do about it
REJECTED = [
    ("missing.txt", None, "no such file", "check the path"),
    ("none-*.txt", None, "no file fits this pattern", "check the pattern"),
    ("empty.txt", b"", "empty", "give a file with the article's text"),
    ("blank.txt", b" \r\n\t\n", "empty", "give a file with the article's text"),
    ("binary.txt", random.Random(1).randbytes(3000), "not text", "give a .txt"),
    ("photo.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "an image", "give the text"),
    ("photo.jpg", b"\xff\xd8\xff\xe0" + b"\x00" * 50, "an image", "give the text"),
    ("scan.pdf", scan(), "scan without a text layer", "run text recognition"),
    ("malformed.json", b'{"title": "x",\n "text": }', "line 2, column 10", "mend that place"),
    ("malformed.jsonl", b'\n{"text": \n', "line 2", "mend that line"),
    ("no-text.json", b'{"headline": "x", "note": "y"}', "no text", "put the text under"),
    ("notice.html", NOTICE.encode(), "no article was found", "give the text itself"),
    ("big.txt", b"It will close on Monday, the mayor said. " * 300_000, "more than the 10.0 MB", "--max-bytes"),
]
NAMES = [row[0] for row in REJECTED]


def made(folder: Path, name: str, data: bytes | None) -> str:
    if data is not None:
        (folder / name).write_bytes(data)
    return str(folder / name)


@pytest.mark.parametrize(("name", "data", "what", "advice"), REJECTED, ids=NAMES)
def test_one_line_says_what_where_and_what_to_do(
    call: Call, tmp_path: Path, name: str, data: bytes | None, what: str, advice: str
) -> None:
    path = made(tmp_path, name, data)
    done = call("compare", path)
    line, last = done.stderr.splitlines()
    assert done.exit_code == NOTHING
    assert done.stdout == ""
    assert line.startswith(f"conspectus: {path}")
    assert what in line
    assert advice in line.partition("; ")[2]
    assert last == "conspectus: no article could be read, so there is nothing to compare"


def test_all_of_them_beside_two_articles_stop_nothing_and_none_is_lost(call: Call, pair, tmp_path: Path) -> None:
    bad = [made(tmp_path, name, data) for name, data, _, _ in REJECTED]
    listed = tmp_path / "rejected.jsonl"
    done = call("compare", *bad[:5], pair[0], *bad[5:], pair[1], "--rejections", str(listed))
    assert done.exit_code == SOME_REJECTED, done.output
    assert "≠ Where the articles differ" in done.stdout
    assert f"{len(bad)} rejected" in done.stdout
    assert len(done.stderr.splitlines()) == len(bad)
    told = [json.loads(line) for line in listed.read_text(encoding="utf-8").splitlines()]
    assert [one["name"].rpartition(":2")[0] or one["name"] for one in told] == bad
    assert all(one["reason"] and one["advice"] and one["code"] for one in told)


def test_a_folder_without_articles(call: Call, tmp_path: Path) -> None:
    done = call("compare", str(tmp_path))
    assert done.exit_code == NOTHING
    assert done.stderr.startswith(f"conspectus: {tmp_path}: no article in this folder; ")
    assert len(done.stderr.splitlines()) == 2


def test_nothing_on_standard_input(call: Call) -> None:
    done = call("read", "-", input="")
    assert done.exit_code == NOTHING
    assert done.stderr.splitlines()[0].startswith("conspectus: -: ")


def test_a_file_that_vanishes_while_it_is_read(call: Call, pair, tmp_path: Path, monkeypatch) -> None:
    going = tmp_path / "articles" / "c.txt"
    going.write_text("The harbour office was shut on Tuesday, a clerk said.\n", encoding="utf-8")

    def vanishing(path, *rest):
        if str(path) == str(going):
            going.unlink()
        return open(path, *rest)

    monkeypatch.setattr(sys.modules["conspectus.ingest.sources"], "open", vanishing, raising=False)
    done = call("compare", str(tmp_path / "articles"))
    assert not going.exists()
    assert done.exit_code == SOME_REJECTED, done.output
    assert done.stderr.startswith(f"conspectus: {going}: the file is gone")
    assert "≠ Where the articles differ" in done.stdout


def test_the_same_words_twice_are_named_and_counted_once(call: Call, pair, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(Path(pair[0]).read_bytes())
    done = call("compare", *pair, str(copy))
    assert done.exit_code == SOME_REJECTED
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"conspectus: {copy}: ")
    assert pair[0] in line
    assert "1 rejected" in done.stdout


TEXT = "Ferry sinks\n\nA ferry sank off Port Tarn on Tuesday, the coast guard said.\n\n“It was old,” said Tomas Brandl, a cook.\n"
BROKEN = TEXT.encode().replace(b"Brandl", b"Br\xffndl")
# name, bytes, the body that has to be read from them, and the words of the note that says so
READABLE = [
    ("nul", TEXT.replace("old", "o\x00ld").encode(), TEXT.replace("old", "o\x00ld"), "NUL character"),
    ("utf-16", TEXT.encode("utf-16"), TEXT, None),
    ("utf-16 without a mark", TEXT.encode("utf-16-le"), TEXT, None),
    ("windows-1252", TEXT.encode("cp1252"), TEXT, None),
    ("byte order mark", b"\xef\xbb\xbf" + TEXT.encode(), TEXT, None),
    ("invalid utf-8", BROKEN, TEXT.replace("Brandl", "Br\ufffdndl"), "could not be decoded"),
    ("crlf", TEXT.replace("\n", "\r\n").encode(), TEXT.replace("\n", "\r\n"), None),
    ("all capitals", TEXT.upper().encode(), TEXT.upper(), None),
    ("a quotation left open", TEXT.replace("”", "").encode(), TEXT.replace("”", ""), "nothing closes"),
    ("mixed marks", TEXT.replace("”", '" «').encode(), TEXT.replace("”", '" «'), "no partner"),
    ("one line", (("Z" * 999 + " ") * 200).encode(), ("Z" * 999 + " ") * 200, "share few names"),
]


@pytest.mark.parametrize(("data", "body", "noted"), [row[1:] for row in READABLE], ids=[row[0] for row in READABLE])
def test_what_can_be_read_is_compared_with_every_character_kept(
    call: Call, pair, tmp_path: Path, data: bytes, body: str, noted: str | None
) -> None:
    data_file = tmp_path / "out.json"
    path = made(tmp_path, "odd.txt", data)
    done = call("compare", pair[0], path, "--json", str(data_file))
    assert done.exit_code == DONE, done.output
    assert done.stderr == ""
    content = json.loads(data_file.read_bytes())
    assert content["articles"][1]["body"] == body
    notes = [line for line in done.stdout.splitlines() if line.startswith("  note  ")]
    assert len(notes) == (1 if noted is None else 2), done.stdout
    assert noted is None or noted in notes[1]


def test_all_capitals_and_open_quotations_still_yield_the_quotation(call: Call, tmp_path: Path) -> None:
    for data in (TEXT.upper(), TEXT.replace("”", ""), TEXT.replace("“", '"').replace("”", '"')):
        done = call("read", made(tmp_path, "odd.txt", data.encode()), "--json", "-")
        (reading,) = json.loads(done.stdout)["readings"]
        said = [data[q["span"]["start"] : q["span"]["end"]].strip('“”",.') for q in reading["quotations"]]
        assert any(one.casefold().startswith("it was old") for one in said), said


def test_another_language_is_named_and_read_with_what_applies(call: Call, pair, tmp_path: Path) -> None:
    text = (
        "Le traversier coule\n\nLe traversier a coulé mardi au large de Port Tarn, a déclaré la garde côtière. "
        "« Il était vieux », a dit le cuisinier Tomas Brandl devant la presse.\n"
    )
    done = call("compare", pair[0], made(tmp_path, "c.txt", text.encode()))
    assert done.exit_code == DONE
    assert "B: this article is in another language (fr): it is read with what applies" in done.stdout


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """No file may grow beyond ``size`` bytes: a disk that fills up in the middle of a write."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_fills_up_leaves_the_earlier_page_and_no_half_of_a_new_one(call: Call, pair, tmp_path) -> None:
    page = tmp_path / "page.html"
    page.write_text("earlier", encoding="utf-8")
    with files_of_at_most(4000):
        done = call("compare", *pair, "--html", str(page))
    assert done.exit_code == NOTHING
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"conspectus: {page}: cannot be written (")
    assert "write to another place" in line
    assert page.read_text(encoding="utf-8") == "earlier"
    assert {path.name for path in tmp_path.iterdir()} == {"articles", "page.html"}


def test_ctrl_c_in_the_middle_of_reading_leaves_what_was_there(call: Call, pair, tmp_path: Path, monkeypatch) -> None:
    page = tmp_path / "page.html"
    page.write_text("earlier", encoding="utf-8")

    def interrupted(article, models):
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["conspectus.read"], "read", interrupted)
    done = call("compare", *pair, "--html", str(page))
    assert done.exit_code == INTERRUPTED
    assert done.stderr.strip() == "conspectus: interrupted; nothing was left half written"
    assert page.read_text(encoding="utf-8") == "earlier"

"""Files, folders, globs, standard input: everything in a folder is told, and nothing ends the run."""

import io
import os
import random
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conspectus import ingest
from conspectus.model import Ingested
from conspectus.options import IngestOptions

sources = sys.modules["conspectus.ingest.sources"]  # "conspectus.ingest" is the verb
TEXT = "The bridge at Velmora will close on Monday, the mayor said. It is old and weak."


def told(taken: Ingested) -> dict[str, str]:
    return {Path(one.name).name: one.code for one in taken.rejections}


KINDS = [
    ("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(50), "image"),
    ("photo", b"\xff\xd8\xff\xe0" + bytes(50), "image"),
    ("photo.gif", b"GIF89a" + bytes(50), "image"),
    ("photo.bmp", b"BM\x36\x00\x00\x00\x00\x00\x00\x00" + bytes(50), "image"),
    ("photo.webp", b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image"),
    ("map.svg", b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"></svg>', "image"),
    ("all.gz", b"\x1f\x8b\x08" + bytes(40), "archive"),
    ("all.7z", b"7z\xbc\xaf\x27\x1c", "archive"),
    ("all.zip", b"PK\x03\x04" + bytes(40), "archive"),
    ("all.tar", b"name".ljust(257, b"\0") + b"ustar\0", "archive"),
    ("talk.mp3", b"ID3\x03" + bytes(40), "media"),
    ("talk.mp4", b"\0\0\0\x20ftypisom" + bytes(40), "media"),
    ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "unknown type"),
    ("rich.rtf", rb"{\rtf1\ansi The bridge will close.}", "unknown type"),
    ("print.ps", b"%!PS-Adobe-3.0\n", "unknown type"),
    ("data.xml", b'<?xml version="1.0"?>\n<inventory></inventory>', "unknown type"),
    ("table.csv", b"bridge,closed\nVelmora,yes\n", "unknown type"),
    ("notes", b"The bridge will close.", "unknown type"),
    ("feed.xml", b'<?xml version="1.0"?>\n<rss version="2.0"><channel></channel></rss>', "feed"),
    ("feed.txt", b"<feed xmlns='http://www.w3.org/2005/Atom'></feed>", "feed"),
    ("tool", b"\x7fELF\x02\x01\x01" + bytes(9) + random.Random(3).randbytes(200), "binary"),
    ("noise.txt", random.Random(1).randbytes(3000), "binary"),
    ("noise.dat", b"\xff\xfe" + random.Random(2).randbytes(3000), "binary"),
    ("nuls.txt", bytes(3000), "binary"),
    ("wild.txt", b"\0".join(b"word" for _ in range(99)), "binary"),
    ("russian.txt", "Мост в Вельморе закроют в понедельник, сказал мэр города.".encode("cp1251"), "encoding"),
    ("empty.txt", b"", "empty"),
    ("empty.dat", b"", "empty"),
    ("blank.txt", b" \n\t\r\n", "empty"),
    ("spaces.txt", "\u00a0\u200b\u2003\n".encode(), "empty"),
    ("mark.txt", b"\xef\xbb\xbf", "empty"),
    ("mark16.txt", b"\xff\xfe", "empty"),
    ("mark32.txt", b"\x00\x00\xfe\xff", "empty"),
    ("blank16.txt", " \r\n".encode("utf-16"), "empty"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "code"), KINDS, ids=[kind[0] for kind in KINDS])
def test_every_other_kind_of_file_in_a_folder_is_told(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf8")
    taken = ingest(tmp_path)
    assert [article.body for article in taken.articles] == [TEXT]
    assert [(one.name, one.code) for one in taken.rejections] == [(str(tmp_path / name), code)]
    for one in taken.rejections:
        assert one.reason
        assert one.advice
        assert "\n" not in one.reason + one.advice


TEXTS = [
    "BMW will close its works at Velmora on Monday.", "GIF8 is no picture, she said.", "Rar! said the lion.",
    "II* was the number of the boat.", "<b>Bold</b> words begin this text.", "{Velmora} The bridge will close.",
    "%PDF is how it might begin.", "A line with \x1b[31mcolour\x1b[0m in it.", "Form\ffeed, and the end.\x1a", "a", "🌉",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_text_that_begins_like_something_else_is_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf8")
    assert [one.body for one in ingest(tmp_path / "a.txt").articles] == [text]


def test_a_file_with_an_unknown_ending_is_taken_by_its_own_path(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text(TEXT)
    assert [one.body for one in ingest(tmp_path / "notes").articles] == [TEXT]


def test_hidden_files_and_sidecars_are_passed_over_and_the_order_is_by_path(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a.txt", "b/1.txt", ".git/x.txt", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{TEXT} So says {name}.")
    for folder in (tmp_path, tmp_path / "b"):
        (folder / "conspectus.json").write_text("{}")
    taken = ingest(tmp_path)
    assert [os.path.relpath(one.raw.name, tmp_path) for one in taken.articles] == ["a.txt", "b/1.txt", "b/2.txt"]
    assert taken.rejections == ()


def test_missing_things_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "gone.txt")
    given = [tmp_path / "no.txt", tmp_path / "*.pdf", tmp_path / "empty", tmp_path / "dangling.txt", "a\0b", "a\0*", ""]
    codes = [one.code for one in ingest(*given).rejections]
    assert codes == ["missing", "missing", "no articles", "vanished", "missing", "missing", "missing"]


def test_pipes_and_devices_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "pipe")
    assert told(ingest(tmp_path, "/dev/null")) == {"pipe.txt": "no file", "pipe": "no file", "null": "no file"}


def test_a_linked_folder_is_told_and_a_linked_file_taken(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    (tmp_path / "in" / "a.txt").symlink_to(tmp_path / "a.txt")
    taken = ingest(tmp_path / "in")
    assert (len(taken.articles), told(taken)) == (1, {"loop": "linked folder"})


ERRORS = [
    (PermissionError(13, "Permission denied"), "no permission"),
    (FileNotFoundError(2, "No such file"), "vanished"),
    (OSError(5, "Input/output error"), "unreadable"),
]


@pytest.mark.parametrize(("error", "code"), ERRORS, ids=[code for _, code in ERRORS])
def test_a_file_that_fails_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, code: str
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{TEXT} So says {name}.")

    def failing(path: str, mode: str) -> io.BufferedReader:
        if path.endswith("a.txt"):
            raise error
        return io.BufferedReader(io.FileIO(path, mode))

    monkeypatch.setattr(sources, "open", failing, raising=False)
    taken = ingest(tmp_path)
    assert (told(taken), len(taken.articles)) == ({"a.txt": code}, 1)


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    walk = os.walk

    def closed(top: str, onerror: object = None) -> object:
        if callable(onerror):
            onerror(PermissionError(13, "Permission denied", str(tmp_path / "sub")))
        return walk(top)

    monkeypatch.setattr(sources.os, "walk", closed)
    taken = ingest(tmp_path)
    assert (told(taken), len(taken.articles)) == ({"sub": "no permission"}, 1)


def test_50_megabytes_are_rejected_without_reading_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(50_000_000)

    def opened(*_args: object, **_more: object) -> None:
        raise AssertionError("the file was opened")

    monkeypatch.setattr(sources, "open", opened, raising=False)
    (one,) = ingest(tmp_path / "big.txt").rejections
    assert (one.code, "50.0 MB" in one.reason, "--max-bytes" in one.advice) == ("too large", True, True)


class Endless(io.RawIOBase):
    """A stream without an end that counts what is read of it."""

    def __init__(self, start: bytes) -> None:
        self.start, self.given = start, 0

    def read(self, size: int = -1) -> bytes:
        assert size >= 0, "all of an endless stream was asked for"
        self.given += size
        found, self.start = self.start[:size], b""
        return found.ljust(size, b"x")


@pytest.mark.parametrize(("start", "most"), [(b"words", 1_001), (b' {"text": "', 50_001)])
def test_endless_standard_input_is_cut(start: bytes, most: int) -> None:
    stream = Endless(start)
    (one,) = ingest("-", stdin=stream, options=IngestOptions(max_bytes=1000)).rejections  # type: ignore[arg-type]
    assert (one.name, one.code, stream.given <= most) == ("-", "too large", True)


def test_standard_input_that_is_missing_breaks_off_or_is_read_twice() -> None:
    class Broken(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise OSError(5, "Input/output error")

    assert [one.code for one in ingest("-").rejections] == ["missing"]
    assert [one.code for one in ingest("-", stdin=Broken()).rejections] == ["unreadable"]  # type: ignore[arg-type]
    taken = ingest("-", "-", stdin=io.BytesIO(TEXT.encode()))
    assert ([one.body for one in taken.articles], told(taken)) == ([TEXT], {"-": "empty"})


def test_a_line_of_200_000_characters_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It will close. " * 13_400)
    (one,) = ingest(tmp_path / "a.txt").articles
    assert len(one.body) > 200_000
    assert max(len(block.span) for block in one.blocks) <= 20_100


def test_the_same_words_are_taken_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    a, b = str(tmp_path / "a.txt"), str(tmp_path / "b.txt")
    taken = ingest(a, b, a, options=IngestOptions(outlet=("Tarn Post", "Northern Wire", "Tarn Post")))
    assert [one.outlet.value for one in taken.articles] == ["Tarn Post"]
    assert [(one.name, one.code, one.reason) for one in taken.rejections] == [
        (b, "same article", f"this (of Northern Wire) has the same words as {a}"),
        (a, "same article", "this is given twice"),
    ]


def test_a_parser_that_fails_ends_its_input_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_given: object) -> object:
        raise ZeroDivisionError("division\nby zero")

    monkeypatch.setitem(sys.modules["conspectus.ingest"].FORMATS, "html", failing)
    (tmp_path / "a.html").write_text("<html><body>x</body></html>")
    (tmp_path / "b.txt").write_text(TEXT)
    taken = ingest(tmp_path)
    assert ([one.body for one in taken.articles], told(taken)) == ([TEXT], {"a.html": "broken"})
    assert taken.rejections[0].reason == "this (ZeroDivisionError) cannot be read (division by zero)"


STARTS = st.sampled_from(
    [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html><body><p>", b'{"text": "', b"[{", b"\xff\xfe", b"\xef\xbb\xbf", b"<?xml "]
)  # fmt: skip
ENDINGS = st.sampled_from([".txt", ".html", ".json", ".jsonl", ".pdf", ".docx", ".png", ""])


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(start=STARTS, rest=st.binary(max_size=120) | st.text(max_size=60).map(str.encode), ending=ENDINGS)
def test_any_bytes_under_any_name_become_articles_or_reasons(
    tmp_path: Path, start: bytes, rest: bytes, ending: str
) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(start + rest)
    taken = ingest(path)
    path.unlink()
    assert len(taken.articles) + len(taken.rejections) > 0
    for one in taken.rejections:
        assert one.reason
        assert one.advice
        assert "\n" not in one.reason + one.advice
    for article in taken.articles:
        assert article.body.strip()
        for block in article.blocks:
            assert article.words(block.span)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=150), nul=st.booleans())
def test_any_text_comes_back_unchanged(tmp_path: Path, text: str, nul: bool) -> None:
    text = f"Velmora\r\n{text}\r\nשלום 🌉 e\u0301\n" + ("It closes.\x00" if nul else "")
    (tmp_path / "a.txt").write_bytes(text.encode())
    (one,) = ingest(tmp_path / "a.txt").articles
    assert (one.body, one.raw.replaced, one.raw.encoding) == (text, 0, "utf-8")

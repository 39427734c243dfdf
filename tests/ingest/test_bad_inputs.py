"""Inputs that are no articles, or hardly: each is told apart with one line, and the rest goes on."""

import io
import random
import sys
import zipfile
from pathlib import Path

import pytest

from conspectus import ingest
from conspectus.errors import OptionError
from conspectus.options import IngestOptions

sources = sys.modules["conspectus.ingest.sources"]  # "conspectus.ingest" is the verb
TEXT = "The bridge at Velmora will close on Monday, the mayor said. It is old and weak."


def pdf(body: bytes) -> bytes:
    """A PDF of one page with a content stream."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start


def zipped(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "x")
    return buffer.getvalue()


REJECTED = [
    ("a.txt", b"", "empty"),
    ("a.txt", b" \n\t\r\n", "empty"),
    ("a.txt", b"\xef\xbb\xbf", "empty"),
    ("a.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "image"),
    ("a.txt", b"\xff\xd8\xff\xe0" + b"\x00" * 50, "image"),
    ("a.txt", random.Random(1).randbytes(3000), "binary"),
    ("a.txt", bytes(range(128, 256)) * 20, "encoding"),
    ("a.txt", b"\x1f\x8b\x08" + b"\x00" * 40, "archive"),
    ("a.docx", zipped("letter.xml"), "archive"),
    ("a.docx", zipped("word/document.xml"), "broken"),
    ("a.pdf", b"%PDF-1.4 and then nothing", "broken"),
    ("a.pdf", pdf(b"0 0 m 100 100 l S"), "no text layer"),
    ("a.json", b'{"title": "x",\n "text": }', "malformed JSON"),
    ("a.json", b"[" * 100_000, "malformed JSON"),
    ("a.json", b'{"title": "x", "note": "y"}', "no text"),
    ("a.json", b"12", "no text"),
    ("a.html", b"<html><body><p>We use cookies. Accept all cookies to continue.</p></body></html>", "no article"),
    ("a.html", b"<html></html>", "no article"),
]


@pytest.mark.parametrize(
    ("name", "data", "code"), REJECTED, ids=[f"{n}-{c}-{i}" for i, (n, _, c) in enumerate(REJECTED)]
)
def test_what_is_no_article_is_rejected_and_the_rest_goes_on(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf8")
    taken = ingest(tmp_path / name, tmp_path / "good.txt")
    assert [article.body for article in taken.articles] == [TEXT]
    assert {(one.name, one.code) for one in taken.rejections} == {(str(tmp_path / name), code)}
    for one in taken.rejections:
        assert one.reason
        assert one.advice
        assert "\n" not in one.reason + one.advice


def test_malformed_json_names_its_line_and_json_without_text_its_fields(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"title": "x",\n "text": }')
    (tmp_path / "b.json").write_text('{"title": "x", "note": "y"}')
    first, second = ingest(tmp_path / "a.json", tmp_path / "b.json").rejections
    assert "line 2, column 10" in first.reason
    assert "note, title" in second.reason


def test_missing_things_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "gone.txt")
    sources = [tmp_path / "no.txt", tmp_path / "*.pdf", tmp_path / "empty", tmp_path / "dangling.txt", "/dev/null"]
    codes = [one.code for one in ingest(*sources).rejections]
    assert codes == ["missing", "missing", "no articles", "vanished", "no file"]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)

    def closed(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(sources, "open", closed, raising=False)
    assert [one.code for one in ingest(tmp_path / "a.txt").rejections] == ["no permission"]


def test_a_file_that_vanishes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)

    def gone(*_args: object, **_more: object) -> None:
        raise FileNotFoundError(2, "No such file")

    monkeypatch.setattr(sources, "open", gone, raising=False)
    assert [one.code for one in ingest(str(tmp_path / "a.txt")).rejections] == ["vanished"]


def test_an_article_too_large_is_rejected_without_reading_it(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(50_000_000)
    (one,) = ingest(tmp_path / "big.txt").rejections
    assert (one.code, "50.0 MB" in one.reason, "--max-bytes" in one.advice) == ("too large", True, True)


def test_a_line_of_200_000_characters_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It will close. " * 13_400)
    (one,) = ingest(tmp_path / "a.txt").articles
    assert len(one.body) > 200_000
    assert max(len(block.span) for block in one.blocks) <= 20_100


def test_the_same_words_are_taken_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    taken = ingest(tmp_path)
    assert len(taken.articles) == 1
    assert [(one.code, Path(one.name).name) for one in taken.rejections] == [("same article", "b.txt")]


def test_nothing_in_a_folder_is_passed_over_in_silence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "conspectus.json").write_text("{}")
    taken = ingest(tmp_path)
    assert [Path(one.name).name for one in taken.rejections] == ["photo.png"]
    assert len(taken.articles) == 1


def test_a_bad_line_of_jsonl_is_named_by_its_number(tmp_path: Path) -> None:
    lines = ['{"text": "One tells this."}', "{broken", '{"title": "no text"}', "", '{"text": "Another tells that."}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    taken = ingest(tmp_path / "a.jsonl")
    assert [article.body for article in taken.articles] == ["One tells this.", "Another tells that."]
    assert [one.name.rsplit(":", 1)[1] for one in taken.rejections] == ["2", "3"]


BAD_SIDECARS = [
    ('{"a.txt": {"outlet": "x",}}', "line 1"),
    ("[]", "no object"),
    ('{"a.txt": "x"}', "object of strings"),
    ('{"a.txt": {"outlets": "x"}}', "unknown field outlets"),
    ('{"a.txt": {"date": "soon"}}', "no date"),
]


@pytest.mark.parametrize(("sidecar", "says"), BAD_SIDECARS)
def test_a_sidecar_that_cannot_be_used_stops_with_its_place(tmp_path: Path, sidecar: str, says: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "conspectus.json").write_text(sidecar)
    with pytest.raises(OptionError, match=says):
        ingest(tmp_path)


def test_a_sidecar_entry_that_fits_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "conspectus.json").write_text('{"b.txt": {"outlet": "x"}}')
    assert [one.code for one in ingest(tmp_path).rejections] == ["unused entry"]


@pytest.mark.parametrize(
    "options",
    [IngestOptions(date=("03/04/2031",)), IngestOptions(outlet=("a", "b")), IngestOptions(sidecar="/no/such.json")],
)
def test_options_that_cannot_be_used(tmp_path: Path, options: IngestOptions) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    with pytest.raises(OptionError):
        ingest(tmp_path / "a.txt", options=options)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "story.json",
            '{\n "format": "conspectus-comparison/1",\n "articles": [{"title": "A ferry", "body": "It sank."}]}',
        ),
        ("read.json", '{"format": "conspectus-reading/1", "articles": [{"body": "It sank."}]}'),
        ("story.decisions.jsonl", '{"format": "conspectus-decision/1", "note": "It sank."}\n' * 2),
        ("review.jsonl", '{"format":"conspectus-decision/1","note":"It sank."}\n'),
    ],
)
def test_what_conspectus_wrote_itself_is_told_once_and_is_no_article(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    taken = ingest(str(tmp_path))
    assert not taken.articles
    assert [(one.code, one.advice) for one in taken.rejections] == [
        ("own result", "keep results in another folder than articles")
    ]

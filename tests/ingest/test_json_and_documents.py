"""JSON, PDF and Word inputs: what is read of them, and every refusal told."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from conspectus import ingest
from conspectus.model import Ingested
from conspectus.options import IngestOptions

TEXT = "The bridge at Velmora will close on Monday, the mayor said."
MORE = "The ferry will run instead, twice an hour."
LINES = "\n".join(json.dumps({"text": text}) for text in (TEXT, MORE))


def of(tmp_path: Path, name: str, data: bytes | str) -> Ingested:
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return ingest(tmp_path / name)


ELSEWHERE = [
    ("a.txt", json.dumps({"text": TEXT}).encode(), [TEXT]), ("a.txt", LINES.encode(), [TEXT, MORE]),
    ("a.json", LINES.encode(), [TEXT, MORE]), ("a.json", b"\xef\xbb\xbf" + json.dumps({"text": TEXT}).encode(), [TEXT]),
    ("a.jsonl", LINES.encode("utf-16"), [TEXT, MORE]), ("a.txt", b"{ begins this text", ["{ begins this text"]),
    ("a.json", json.dumps({"source": "Post", "article": {"text": TEXT}}).encode(), [TEXT]),
    ("a.json", b'{"text": "\\ud800 lone"}', ["\ud800 lone"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "bodies"), ELSEWHERE, ids=range(len(ELSEWHERE)))
def test_the_content_tells_json_whatever_the_ending(tmp_path: Path, name: str, data: bytes, bodies: list[str]) -> None:
    assert [one.body for one in of(tmp_path, name, data).articles] == bodies


REFUSED = [
    ('{"text": ' + "1" * 5000 + "}", "malformed JSON", "too many digits"), ('{"text": ""}', "no text", "text is empty"),
    ('{"text": "\\u200b\\n"}', "no text", "text is empty"), ('{"text": 12}', "no text", "holds a number"),
    ('{"text": ["one"]}', "no text", "holds a list"), ('{"two\\nlines": 1}', "no text", "(fields: two lines)"),
    ("[]", "no text", "an empty list"), ('{"articles": []}', "no text", "an empty list"), ("null", "no text", "but null"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "code", "says"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_wrong_with_a_json_file_is_told_in_one_line(tmp_path: Path, data: str, code: str, says: str) -> None:
    (one,) = of(tmp_path, "a.json", data).rejections
    assert (one.code, says in one.reason, "\n" in one.reason) == (code, True, False)


def test_each_string_of_a_list_is_rejected_by_its_place(tmp_path: Path) -> None:
    taken = of(tmp_path, "a.json", json.dumps(["one", {"text": TEXT}]))
    assert ([Path(one.name).name for one in taken.rejections], len(taken.articles)) == (["a.json[0]"], 1)


def test_a_field_that_stands_twice_and_an_ambiguous_date_are_noted(tmp_path: Path) -> None:
    (one,) = of(tmp_path, "a.json", '{"text": "x", "text": "It will close.", "date": "03/04/2031"}').articles
    assert (one.body, one.published.value) == ("It will close.", None)
    assert sorted(note.code for note in one.notes) == ["date", "field twice"]


def test_one_article_of_many_may_be_too_large(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f"{LINES}\n{json.dumps({'text': 'Long. ' * 500})}")
    taken = ingest(tmp_path / "a.jsonl", options=IngestOptions(max_bytes=1000))
    assert len(taken.articles) == 2
    assert [(Path(one.name).name, one.code) for one in taken.rejections] == [("a.jsonl:3", "too large")]


def zipped(*names: str, size: int = 1) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, b"\0" * size)
    return buffer.getvalue()


REFUSED_DOCUMENTS = [
    ("a.docx", zipped("xl/workbook.xml"), "unknown type"), ("a.docx", b"PK\x03\x04 and nothing more", "broken"),
    ("a.docx", zipped("word/document.xml", size=201_000_000), "too large"), ("a.zip", zipped("letter.txt"), "archive"),
    ("a.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj trailer<</Root 1 0 R>>", "broken"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "code"), REFUSED_DOCUMENTS, ids=range(len(REFUSED_DOCUMENTS)))
def test_documents_that_cannot_be_read_are_one_line_and_print_nothing(
    tmp_path: Path, name: str, data: bytes, code: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (one,) = of(tmp_path, name, data).rejections
    assert (one.code, "\n" in one.reason) == (code, False)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(("password", "codes"), [("secret", ["encrypted"]), ("", ["no text layer"])])
def test_a_locked_pdf(tmp_path: Path, password: str, codes: list[str]) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(300, 300)
    writer.encrypt(password, "owner", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    assert [one.code for one in ingest(tmp_path / "a.pdf").rejections] == codes

"""What each format gives: the text unchanged, the facts with where they come from."""

import hashlib
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus import ingest
from conspectus.ingest.dates import iso_date
from conspectus.ingest.decode import decode
from conspectus.ingest.draft import is_blank
from conspectus.ingest.language import language_of
from conspectus.options import IngestOptions

TEXT = "The bridge at Velmora will close on Monday, the mayor said.\nIt is old and weak, and nobody repairs it."

DATES = [
    ("2031", "2031"), ("2031-05", "2031-05"), ("2031-05-23", "2031-05-23"), ("20310523", "2031-05-23"),
    ("2031-05-23T10:40", "2031-05-23T10:40"), ("2031-05-23 10:40:05", "2031-05-23T10:40:05"),
    ("2031-05-23T10:40:05.123Z", "2031-05-23T10:40:05Z"), ("2031-05-23T10:40:00+0200", "2031-05-23T10:40:00+02:00"),
    ("23 May 2031", "2031-05-23"), ("23rd May, 2031", "2031-05-23"), ("May 23, 2031", "2031-05-23"),
    ("Friday, May 23, 2031", "2031-05-23"), ("Fri, 23 May 2031 10:40:00 +0200", "2031-05-23T10:40:00+02:00"),
    ("Sept. 3, 2031", "2031-09-03"), ("May 2031", "2031-05"), (" 2031-05-23 ", "2031-05-23"), ("1937300000", "2031-05-23T10:53:20Z"),
    ("03/04/2031", None), ("2031-13-01", None), ("2031-02-30", None), ("February 30, 2031", None), ("soon", None), ("", None),
    ("2031-05-23T25:00", None), ("99", None),
]  # fmt: skip


@pytest.mark.parametrize(("written", "iso"), DATES)
def test_dates(written: str, iso: str | None) -> None:
    assert iso_date(written) == iso


ENCODED = [
    ("utf-8", "Café “quoted” – 1,200 €", 0), ("utf-8-sig", "Café “quoted”", 0), ("utf-16", "Café “quoted”", 0),
    ("utf-16-le", "The mayor said it will close on Monday.", 0), ("utf-16-be", "The mayor said it will close.", 0),
    ("utf-32", "Café", 0), ("cp1252", "Café “quoted” – the mayor’s", 0),
]  # fmt: skip


@pytest.mark.parametrize(("encoding", "text", "replaced"), ENCODED)
def test_encodings(encoding: str, text: str, replaced: int) -> None:
    found = decode(text.encode(encoding))
    assert (found.text, found.replaced) == (text, replaced)


def test_bytes_that_cannot_be_decoded_are_counted_and_stand_in_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Die Brücke ist älter, größer, öder – übrigens ".encode() + b"\xff und weiter.")
    (one,) = ingest(tmp_path / "a.txt").articles
    assert one.raw.replaced == 1
    assert one.body.count("\ufffd") == 1
    assert any(note.code == "undecodable" for note in one.notes)


def test_nul_bytes_stay_in_the_text_and_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((TEXT + "\x00" + TEXT).encode())
    (one,) = ingest(tmp_path / "a.txt").articles
    assert one.body == TEXT + "\x00" + TEXT
    assert any("1 NUL character stands" in note.message for note in one.notes)


@settings(max_examples=60, deadline=None)
@given(text=st.text(min_size=1, max_size=200).filter(lambda t: t.strip(" \t\r\n\x0b\x0c\ufeff") and "\x00" not in t))
def test_json_gives_back_any_text_unchanged(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("json") / "a.json"
    path.write_text(json.dumps({"title": "x", "text": text}), encoding="utf8")
    taken = ingest(path)
    assert [one.body for one in taken.articles] == ([] if is_blank(text) else [text])


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=20, max_size=200))
def test_a_plain_text_is_given_back_unchanged(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    text = f"Velmora\r\n{text}\nשלום 🌉 e\u0301"
    path = tmp_path_factory.mktemp("txt") / "a.txt"
    path.write_bytes(text.encode())
    (one,) = ingest(path).articles
    assert one.body == text
    assert one.raw.sha256 == hashlib.sha256(text.encode()).hexdigest()


FIELDS = [
    ({"headline": "T", "body": TEXT, "source": "Post", "date": "2031-05-23"}, ("T", "Post", "2031-05-23")),
    ({"title": "T", "maintext": TEXT, "source_domain": "post.example", "date_publish": "2031-05"}, ("T", "post.example", "2031-05")),
    ({"title": "T", "content": TEXT, "publisher": {"name": "Post"}, "publishedAt": 1937300000}, ("T", "Post", "2031-05-23T10:53:20Z")),
    ({"articleBody": TEXT, "site": "Post", "datePublished": "03/04/2031"}, ("", "Post", None)),
    ({"text": TEXT}, ("", None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "facts"), FIELDS)
def test_usual_field_names(tmp_path: Path, fields: dict[str, object], facts: tuple[str | None, ...]) -> None:
    (tmp_path / "a.json").write_text(json.dumps(fields))
    (one,) = ingest(tmp_path / "a.json").articles
    assert (one.title, one.outlet.value, one.published.value) == facts
    assert one.body == TEXT
    assert all((fact.value is None) == (fact.given_by == "nobody") for fact in (one.outlet, one.published, one.url))


def test_a_list_and_a_wrapped_list_hold_several_articles(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"text": "One tells."}, {"text": "Two tell."}]))
    (tmp_path / "b.json").write_text(
        json.dumps({"articles": [{"text": "Three tell.", "authors": ["A. Orlu", {"name": "B. Quill"}]}]})
    )
    taken = ingest(tmp_path)
    assert [one.body for one in taken.articles] == ["One tells.", "Two tell.", "Three tell."]
    assert taken.articles[2].authors == ("A. Orlu", "B. Quill")


PAGE = """<html lang="en"><head><title>Bridge to close</title><meta property="og:site_name" content="Tarn Post">
<meta property="article:published_time" content="2031-05-23T10:40:00+02:00"><script>alert("no")</script></head><body>
<nav><a href="/">Home</a><a href="/s">Sport</a></nav><article><h1>Bridge to close</h1>
<p>The bridge at Velmora will close on Monday &amp; stay closed, the mayor said at the town hall on Friday.</p>
<p>“It is old and weak,” Dana Orlu said. “Nobody has repaired it in twenty years, and nobody will.”</p></article>
<div class="comments"><p>First! I never liked that bridge.</p></div><footer>All rights reserved</footer></body></html>"""


def test_a_page_gives_its_article_and_what_its_markup_states(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf8")
    (one,) = ingest(tmp_path / "a.html").articles
    assert (one.title, one.outlet.value, one.published.value) == (
        "Bridge to close",
        "Tarn Post",
        "2031-05-23T10:40:00+02:00",
    )
    assert "on Monday & stay closed" in one.body
    for furniture in ("alert", "Sport", "First!", "All rights"):
        assert furniture not in one.body
    assert one.raw.extractor == "trafilatura"


def test_word_documents_keep_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("The bridge will close.")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Boats", "12"
    document.add_paragraph("It is old.")
    document.save(str(tmp_path / "a.docx"))
    (one,) = ingest(tmp_path / "a.docx").articles
    assert one.body == "The bridge will close.\nBoats\t12\nIt is old."


def test_a_pdf_gives_its_text_layer(tmp_path: Path) -> None:
    from pypdf import PdfWriter

    from_table = PdfWriter()
    from_table.add_blank_page(300, 300)
    from_table.write(tmp_path / "blank.pdf")
    (tmp_path / "a.pdf").write_bytes(text_pdf())
    taken = ingest(tmp_path)
    assert [one.body for one in taken.articles] == ["The bridge will close on Monday."]
    assert [one.code for one in taken.rejections] == ["no text layer"]


def text_pdf() -> bytes:
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("bad_inputs", Path(__file__).with_name("test_bad_inputs.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    made: bytes = module.pdf(b"BT /F1 12 Tf 20 200 Td (The bridge will close on Monday.) Tj ET")
    return made


@pytest.mark.parametrize(
    ("data", "body"), [(TEXT.encode(), TEXT), (json.dumps({"text": TEXT}).encode(), TEXT)], ids=["text", "json"]
)
def test_standard_input(data: bytes, body: str) -> None:
    (one,) = ingest("-", stdin=io.BytesIO(data)).articles
    assert one.body == body


def test_a_person_wins_over_the_file_and_options_over_the_sidecar(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": TEXT, "outlet": "File", "date": "2031-01-01"}))
    (tmp_path / "conspectus.json").write_text(
        json.dumps({"a.json": {"outlet": "Sidecar", "date": "2 May 2031", "url": "x"}})
    )
    (one,) = ingest(tmp_path).articles
    assert (one.outlet.value, one.outlet.given_by, one.outlet.where) == ("Sidecar", "person", "sidecar")
    assert (one.published.value, one.url.value) == ("2031-05-02", "x")
    (one,) = ingest(tmp_path, options=IngestOptions(outlet=("Option",))).articles
    assert (one.outlet.value, one.outlet.where) == ("Option", "--outlet")


LISTS = """Elm Ridge Fire: What to know

Updated Sunday, Aug. 10, 9 a.m.

- Acres burned: 33,500
- Containment: 15%
- Structures destroyed: 112
- Deaths: 1
- Evacuated: about 12,000

Evacuations
Residents west of Tarn Creek were told to leave at 7 p.m. Saturday. The order now covers all of Hessel Junction, Sheriff
Dan Orlu said.

Cause
The fire started Wednesday around 2:15 p.m. Investigators are looking at a broken line, said the spokesperson, Ilse Varga.
"""
NAMES = """Carvalho in hot water over ‘joke’ ban remark

Hessel Rovers manager Inês Carvalho has been charged with bringing the game into disrepute for her comments on Mateo Sandoval.

Sandoval, João Quintela and Caetano Abreu are to miss the match at São Tarno.
"""


@pytest.mark.parametrize("body", [LISTS, NAMES])
def test_bullets_and_foreign_names_leave_a_text_english(body: str) -> None:
    assert language_of(body).code == "en"


def test_another_language_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Die Brücke wird am Montag geschlossen, sagte die Bürgermeisterin der kleinen Stadt."
    )
    (tmp_path / "b.txt").write_text("Ja.")
    (tmp_path / "c.txt").write_text("THE BRIDGE WILL CLOSE ON MONDAY, THE MAYOR OF THE SMALL TOWN SAID.")
    first, second, third = ingest(tmp_path).articles
    assert (first.language.code, second.language.code, third.language.code) == ("de", None, "en")
    assert [note.code for note in first.notes] == ["language"]
    assert second.language.reason

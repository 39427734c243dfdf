"""What a reading promises, over generated articles: it never fails, and every record points at its words."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest
from factories import article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conspectus import Models, read
from conspectus.model import Article, Quotation, Reading, Span
from conspectus.read import READERS

ODD = (
    "“”‘’«»„‚\"'`—–-…() \t\u00a0\u200b\u200d\u200f\u202e\u00ad\ufeff\ufe0f\u0301\x00\x1c\ud83d"
    "😀👩🏽שלוםمرحبا中ßﬁ%$€½0.,:;!?"
)
WORDS = st.sampled_from(
    [
        "The dam will hold,", "Mayor Orla Venn said", "Venn said.", "“It is", "over,”", '"Nobody', 'told us,"', "‘we’",
        "according to the coast guard", "on Tuesday, May 3,", "at least 12 people", "4.5 million crowns", "two dozen",
        "were not killed", "VELDT, May 3 (NW) —", "By Jonna Reth", "UPDATE:", "Photo:", "— Venn (@venn) May 3, 2031",
        "the ministry said that the minister had told reporters", "may have been", "6'2\"", "«dam»", "and", "«", "„",
        "``", "''", ".", "?", "A", "’90s", "SHE SAID IT WAS OVER.", "Le maire a dit que le pont serait fermé.",
        "مرحبا بالعالم", "שלום עולם", "e\u0301te\u0301", "👩🏽\u200d🚒",
    ]
)  # fmt: skip
BREAKS = st.sampled_from([" ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\u2028", "\u00a0", "\u200b", ""])
PIECES = st.one_of(WORDS, WORDS, st.text(alphabet=ODD, max_size=8), st.text(max_size=6))
TEXTS = st.lists(st.tuples(PIECES, BREAKS), max_size=30).map(lambda pairs: "".join(a + b for a, b in pairs))
CHECKED = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def spans_of(record: Any) -> Iterator[tuple[str, Span]]:
    """Every span in a record, with the name of the field that holds it."""
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Span):
                yield field.name, one


def records_of(reading: Reading) -> Iterator[Any]:
    for reader in READERS:
        yield from getattr(reading, reader.provides)


def assert_anchored(reading: Reading) -> None:
    one = reading.article
    for record in records_of(reading):
        for field, span in spans_of(record):
            words = one.words(span)
            where = f"{type(record).__name__}.{field} {span} {words!r}"
            assert words, where
            if not (isinstance(record, Quotation) and field == "inner"):
                assert words == words.strip(), where


def assert_blocks_cover(one: Article) -> None:
    """Blocks stand in order, apart, and hold everything but white space."""
    last = 0
    for block in one.blocks:
        assert not one.body[last : block.span.start].strip()
        assert one.words(block.span) == one.words(block.span).strip() != ""
        last = block.span.end
    assert not one.body[last:].strip()


@CHECKED
@given(TEXTS, st.one_of(st.just(""), TEXTS))
def test_any_article_can_be_read_and_every_span_holds_words(models: Models, body: str, title: str) -> None:
    one = article(body, title)
    assert_blocks_cover(one)
    assert_anchored(read(one, models))


@settings(CHECKED, max_examples=25)
@given(TEXTS, TEXTS)
def test_a_reading_does_not_depend_on_what_was_read_before(models: Models, first: str, second: str) -> None:
    alone = read(article(first), models)
    read(article(second), models)
    assert read(article(first), models) == alone


HARD = {
    "empty": "",
    "white space": " \n\u2028\t ",
    "one character": "“",
    "marks only": "“”‘’\"\"''«»",
    "surrogates": "“A \ud83d half,” Venn said.\udc00",
    "nul": "The dam\x00 broke, Venn\x00 said.",
    "combining": "“Le po\u0302nt e\u0301tait ferme\u0301,” a dit Venn.",
    "right to left": "أعلنت الوزارة أن «السد انهار» يوم الثلاثاء.\nהשר אמר: „הסכר קרס“.",
    "mixed directions": "Venn said \u202b«السد»\u202c broke on May 3.",
    "emoji": "“👩🏽\u200d🚒 saved 12 people 🎉,” Venn said.",
    "CRLF": 'VELDT --\r\n"The dam broke," Venn said.\r\n\r\n"Twelve people died."\r\n',
    "capitals": "VELDT — THE DAM BROKE ON MONDAY, THE MAYOR SAID. “IT IS OVER,” SHE ADDED.",
    "unbalanced": '“The dam broke, Venn said. “It is over.\n” ‘Twelve "people’ died,” she said.',
    "zero width": "\u200bVenn\u200b said\u200b “it\u200b”\u200b.\u200b",
    "no words": "1 2 3 %%% --- ...",
}


@pytest.mark.parametrize("body", HARD.values(), ids=HARD.keys())
def test_hard_text_can_be_read(models: Models, body: str) -> None:
    one = article(body)
    assert_blocks_cover(one)
    assert_anchored(read(one, models))


def test_one_very_long_line_can_be_read(models: Models) -> None:
    one = article("The dam broke, “it did,” she said. " * 200)
    reading = read(one, models)
    assert_anchored(reading)
    assert len(reading.quotations) == 200


def test_a_reading_names_every_reader_that_made_it(models: Models) -> None:
    made = {one.component: one.version for one in read(article("The dam broke."), models).made}
    assert {f"read.{reader.name}": reader.version for reader in READERS}.items() <= made.items()


def test_spans_stand_in_document_order(models: Models) -> None:
    body = "“The dam broke on Monday,” Venn said. Reth denied it. Officials said 12 people died on May 3."
    reading = read(article(body, "Dam ‘broke’, mayor says"), models)
    for name in ("sentences", "quotations", "names", "times", "amounts", "statements"):
        found = [record.span for record in getattr(reading, name)]
        assert found == sorted(found, key=lambda span: (span.part != "title", span.start, -span.end)), name

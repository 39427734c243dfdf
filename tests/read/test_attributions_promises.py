"""What holds for the attributions of any text: anchored, complete for quotations, repeatable, linear."""

import random
import re
from dataclasses import replace

import pytest
from counting import steps
from factories import article
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus import Models
from conspectus.model import Article, Attribution, Block, Quotation, Reading, Span
from conspectus.read import attributions, quotations
from conspectus.read.attributions.forms import attribution_id, form_of
from conspectus.read.known import Known
from conspectus.read.parse import parse


def read(models: Models, one: Article) -> tuple[tuple[Quotation, ...], tuple[Attribution, ...]]:
    parsed = parse(one, models)
    marks = quotations.READER.run(one, parsed, Reading(one), models)
    return marks, attributions.READER.run(one, parsed, Reading(one, quotations=marks), models)


PIECES = [
    "The mayor said ", "he added, ", "According to Orlu, ", "“", "”", '"', "'", "«", "»", "''", "‘", "’", ". ", ", ",
    ": ", "\n\n", "\r\n", "it will close", "the bridge is old and it may fall", "Dana Orlu", "DANA ORLU SAID", "🌉 ",
    "\u200b", "e\u0301tat ", "אמר ראש העיר ", "was quoted as saying ", "that ", "who ", "1,200 ", "?", "…", "(", ")",
    "claims that ", "reportedly ", " – Dana Orlu", "\n• ", "\n\nDANA ORLU: ", "said:", "\n\nQ: ", "\n\nA: ", "@orlu: ", "\u00a0", "said Orlu", "told ", "to ",
]  # fmt: skip
WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=60, deadline=None)
@given(body=texts, title=st.lists(st.sampled_from(PIECES), max_size=6).map("".join))
def test_any_text_gives_anchored_attributions_and_no_exception(models: Models, body: str, title: str) -> None:
    one = article(body, title)
    marks, found = read(models, one)
    for attribution in found:
        assert attribution.content
        assert attribution.id == attribution_id(attribution.content)
        assert (attribution.unknown is None) == bool(attribution.source)
        for spans in (attribution.source, attribution.cue, attribution.content):
            assert list(spans) == sorted(spans, key=lambda span: (span.part != "title", span.start))
            assert all(one.words(span).strip() for span in spans)
    assert len({attribution.id for attribution in found}) == len(found)
    for mark in marks:
        if mark.depth == 0 and (mark.closed or mark.continues) and len(WORD.findall(one.words(mark.inner))) >= 5:
            assert shown(mark, found) > 0.5, one.words(mark.span)


def shown(mark: Quotation, found: tuple[Attribution, ...]) -> float:
    """The largest share of a quotation that stands in the content of one attribution."""
    shared = [
        sum(
            max(0, min(s.end, mark.inner.end) - max(s.start, mark.inner.start))
            for s in a.content
            if s.overlaps(mark.inner)
        )
        for a in found
    ]
    return max(shared, default=0) / len(mark.inner)


def test_the_same_text_reads_the_same_whatever_was_read_before(models: Models) -> None:
    one = article("“It will close,” said Orlu. “We have no choice.” The council denied that.\n\n“It is old and weak.”")
    first = read(models, one)
    read(models, article("The ministry said the river was rising."))
    assert read(models, one) == first


def test_a_quotation_without_a_speaker_is_kept_and_says_why(models: Models) -> None:
    one = article("“The tower is burning and nobody has come.”\n\nThe river was calm.")
    _, (found,) = read(models, one)
    assert found.source == ()
    assert found.unknown == "no source found in this paragraph or next to it"
    assert one.words(found.content[0]) == "“The tower is burning and nobody has come.”"


def test_a_quotation_tied_to_its_neighbours_is_cut_at_its_marks(models: Models) -> None:
    one = article("His one act—“My bridge will be a tremendous bridge!”—is old.")
    _, (found,) = read(models, one)
    assert [one.words(span) for span in found.content] == ["“My bridge will be a tremendous bridge!”"]


def test_a_quotation_of_nobody_is_not_given_to_the_words_around_it(models: Models) -> None:
    one = article("There was “a smell of smoke in the whole of the building” when they came.")
    _, (found,) = read(models, one)
    assert (found.source, found.form) == ((), "direct")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“It will close in May,” said Orlu.", "direct"),
        ("“It will close,” Orlu said, “in May.”", "direct"),
        ("Orlu said it would “close in May”.", "mixed"),
        ("Orlu said it would close in May.", "indirect"),
    ],
)
def test_the_form_tells_how_much_is_quoted(models: Models, text: str, form: str) -> None:
    _, found = read(models, article(text))
    assert [one.form for one in found] == [form]


@pytest.mark.parametrize(
    ("quoted", "words", "form"), [(0, 5, "indirect"), (3, 5, "mixed"), (5, 5, "direct"), (0, 0, "indirect")]
)
def test_form_of(quoted: int, words: int, form: str) -> None:
    assert form_of(quoted, words) == form


def test_the_identity_is_that_of_the_content() -> None:
    first, second = Span("a", "body", 0, 5), Span("a", "body", 9, 12)
    assert attribution_id([first, second]) == attribution_id([second, first])
    assert len({attribution_id([first]), attribution_id([second]), attribution_id([first, second])}) == 3


SENTENCES = [
    "The mayor said the bridge would close. ", "“It will close in May and stay closed,” Orlu said. ",
    "According to the ministry, twelve people were hurt. ", "The river was calm. ", "“It is old and weak and tired.” ",
    "Orlu called the bridge “a disgrace to all of us”. ", "The council denied that the bridge was old. ",
]  # fmt: skip


def paragraph_of(words: int) -> str:
    chance = random.Random(7)
    text = ""
    while text.count(" ") < words:
        text += chance.choice(SENTENCES)
    return text.strip()


def test_a_paragraph_of_thousands_of_words_is_read_with_linear_work(models: Models) -> None:
    def cost(words: int) -> int:
        text = paragraph_of(words)
        one = article("x")
        one = replace(one, body=text, blocks=(Block(Span(one.id, "body", 0, len(text)), "text"),))
        fresh = replace(models, known=Known())
        parsed = parse(one, fresh)
        reading = Reading(one, quotations=quotations.READER.run(one, parsed, Reading(one), fresh))
        return steps(lambda: attributions.READER.run(one, parsed, reading, fresh))

    cost(50)
    assert cost(6_000) < 4.4 * cost(1_500)

"""Quotations as records of an article: in title and body, in document order, over paragraphs."""

from collections.abc import Callable

import pytest
from factories import article

from conspectus import Models
from conspectus.model import Quotation, Reading
from conspectus.read.parse import parse
from conspectus.read.quotations import READER

Quoted = Callable[..., list[tuple[str, Quotation]]]


@pytest.fixture
def quoted(models: Models) -> Quoted:
    """Body and title → the quotations of that article, with the words of each."""

    def run(body: str, title: str = "") -> list[tuple[str, Quotation]]:
        one = article(body, title)
        found = READER.run(one, parse(one, models), Reading(one), models)
        return [(one.words(quotation.span), quotation) for quotation in found]

    return run


def test_title_comes_before_body(quoted: Quoted) -> None:
    found = quoted("“The dam will hold,” Venn said. It did not.", "‘Dam will hold’")
    assert [(words, one.span.part, one.style) for words, one in found] == [
        ("‘Dam will hold’", "title", "single"),
        ("“The dam will hold,”", "body", "curly"),
    ]


def test_inner_words_have_no_marks(quoted: Quoted) -> None:
    ((_, one),) = quoted("VELDT — The mayor called it «our oldest wall» on Monday.")
    assert len(one.span) - len(one.inner) == 2
    assert one.inner.start == one.span.start + 1


def test_quotation_over_paragraphs_is_one_record_each(quoted: Quoted) -> None:
    found = quoted("Venn said: “The dam will hold.\n“It always has.\n“It always will.” She left.")
    assert [(words, one.closed, one.continues) for words, one in found] == [
        ("“The dam will hold.", False, True),
        ("“It always has.", False, True),
        ("“It always will.”", True, False),
    ]


def test_quotation_runs_on_past_a_caption(quoted: Quoted) -> None:
    body = "“The dam will hold.\nPhoto: The “old wall” in 2029.\n“It always has,” Venn said."
    assert [(words, one.continues) for words, one in quoted(body)] == [
        ("“The dam will hold.", True),
        ("“old wall”", False),
        ("“It always has,”", False),
    ]


def test_quotation_may_begin_right_after_a_dateline(quoted: Quoted) -> None:
    ((words, _),) = quoted("VELDT, May 3 (NW) — “The dam will hold,” the mayor said.")
    assert words == "“The dam will hold,”"


def test_nested_quotation_follows_the_one_around_it(quoted: Quoted) -> None:
    found = quoted("“They told me ‘never’ and left,” Venn said.")
    assert [(words, one.depth) for words, one in found] == [("“They told me ‘never’ and left,”", 0), ("‘never’", 1)]


def test_broken_lines_and_soft_hyphens_stay_in_the_words(quoted: Quoted) -> None:
    ((words, _),) = quoted("Venn said “the dam\u00ad has\r\u200b gone” on Monday.".replace("\r", ""))
    assert words == "“the dam\u00ad has\u200b gone”"


def test_article_without_marks_has_no_quotations(quoted: Quoted) -> None:
    assert quoted("The mayor's dam, 12\" thick, didn't hold.") == []

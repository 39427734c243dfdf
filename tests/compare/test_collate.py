"""Collation: every word of every printing in exactly one column, whatever the order of the printings."""

from collections.abc import Callable, Sequence
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.compare.collate import collate
from conspectus.compare.words import Word, laid, normal, word_set, words
from conspectus.model import Article, Column, Fact, Language, Raw, Reading, Span, article_id

_FACT = Fact(None, "nobody", "not looked for")


def _article(text: str) -> Article:
    raw = Raw("t", b"", "", "text/plain", "utf-8", 0, "t", "1")
    return Article(article_id("", text), "", text, (), _FACT, _FACT, _FACT, (), Language("en", 1.0, "t"), raw)


def _words(text: str, quoted: bool = True) -> tuple[Word, ...]:
    article = _article(text)
    return words(article, Span(article.id, "body", 0, len(text)), quoted)


def _table(texts: Sequence[str]) -> list[str]:
    """One line a column: kind, then the words of each text."""
    columns = collate([_words(text) for text in texts])
    shown = []
    for column in columns:
        cells = [text[s.start : s.end] if s else "–" for text, s in zip(texts, column.spans, strict=True)]
        shown.append(f"{column.kind}: " + " | ".join(cells))
    return shown


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["The ferry was late.", "The ferry was late."], ["same: The ferry was late. | The ferry was late."]),
        (
            ["The ferry was late,", "the ferry was late."],
            ["style: The | the", "same: ferry was | ferry was", "style: late, | late."],
        ),
        (
            ["We learned something important at sea", "We learned something very important at sea"],
            [
                "same: We learned something | We learned something",
                "differs: – | very",
                "same: important at sea | important at sea",
            ],
        ),
        (
            ["not a spot at a bar", "not a spot at the bar"],
            ["same: not a spot at | not a spot at", "differs: a | the", "same: bar | bar"],
        ),
        (["It’s over", "It is over"], ["style: It’s | It is", "same: over | over"]),
        (["Six boats sank", "6 boats sank"], ["style: Six | 6", "same: boats sank | boats sank"]),
        (
            ["the harbour centre", "the harbor center"],
            ["same: the | the", "style: harbour | harbor", "style: centre | center"],
        ),
        (["a U.N. envoy", "a UN envoy"], ["same: a | a", "style: U.N. | UN", "same: envoy | envoy"]),
        (["30 percent of all", "30% of all"], ["style: 30 percent | 30%", "same: of all | of all"]),
        (
            ["sink or swim today", "sink or swim", "or swim today"],
            [
                "differs: sink | sink | –",
                "same: or swim | or swim | or swim",
                "differs: today | – | today",
            ],
        ),
    ],
)
def test_columns(texts: list[str], expected: list[str]) -> None:
    assert _table(texts) == expected


def test_a_word_outside_the_marks_is_a_difference() -> None:
    inside, outside = (
        _words("the boats must stay"),
        (*_words("the boats must stay", quoted=False)[:2], *_words("must stay")),
    )
    assert [c.kind for c in collate([inside, outside])] == ["differs", "same"]


def test_an_ellipsis_and_a_dash_cling_to_the_word_before() -> None:
    found = _words("We left … and — as you saw — came back")
    assert [word.shown for word in found] == ["We", "left …", "and —", "as", "you", "saw —", "came", "back"]
    assert [word.shown for word in found if word.cut_after] == ["left …"]


_VOCABULARY = sorted(word_set("the ferry was late It’s it is Six 6 big-boat — … [old] U.N. “so”"))
_TEXT = st.lists(st.sampled_from(_VOCABULARY), min_size=1, max_size=9)


@settings(max_examples=60, deadline=None)
@given(st.lists(_TEXT, min_size=1, max_size=4))
def test_columns_tile_each_printing(texts: list[list[str]]) -> None:
    witnesses = [own for own in (_words(" ".join(text)) for text in texts) if own]
    columns = collate(witnesses)
    for place, witness in enumerate(witnesses):
        spans = [column.spans[place] for column in columns if column.spans[place] is not None]
        assert [s for s in spans if s] == sorted(s for s in spans if s)
        covered = {i for s in spans if s for i in range(s.start, s.end)}
        assert all(set(range(w.span.start, w.span.end)) <= covered for w in witness)
        assert sum(len(s) for s in spans if s) == len(covered)


@settings(max_examples=40, deadline=None)
@given(st.lists(_TEXT, min_size=2, max_size=3))
def test_the_order_of_printings_changes_only_the_order_of_spans(texts: list[list[str]]) -> None:
    witnesses = [own for own in (_words(" ".join(text)) for text in texts) if own]
    first = collate(witnesses)
    for order in permutations(range(len(witnesses))):
        again = collate([witnesses[i] for i in order])
        assert [Column(c.kind, tuple(c.spans[i] for i in order)) for c in first] == list(again)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60))
def test_words_cover_everything_but_white_space(text: str) -> None:
    found = _words(text)
    covered = {i for word in found for i in range(word.span.start, word.span.end)}
    if found:
        assert all(i in covered or char.isspace() for i, char in enumerate(text))
    assert all(text[word.span.start : word.span.end] == word.shown for word in found)


@pytest.mark.parametrize(
    "text",
    [
        "“We left,” she said… — and [they] came back. The pier [now closed is no more] -- so they say.",
        "It's 1,200 men-at-arms; U.S. troops, 40% of 'em -- “gone”.\n\nThen . . . nothing—or [al]most nothing",
    ],
)
def test_words_of_a_laid_article_are_those_that_are_read(text: str) -> None:
    plain = _article(text)
    once = laid(plain)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            span = Span(plain.id, "body", start, end)
            assert words(once, span, False) == words(plain, span, False)
            assert words(once, span, True) == words(plain, span, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organise", "organize"), ("colour", "color"), ("theatre", "theater"), ("travelled", "traveled"),
        ("defence", "defense"), ("Sen.", "Senator"), ("can’t", "cannot"), ("won't", "will not"), ("&", "and"),
        ("twelve", "12"), ("1,200", "1200"), ("“Country!”", "country"), ("per-cent", "per-cent"), ("I’d", "I would"),
    ],
)  # fmt: skip
def test_house_style_is_no_difference(one: str, other: str) -> None:
    assert " ".join(w.norm for w in _words(one)) == " ".join(w.norm for w in _words(other))


@pytest.mark.parametrize(
    ("one", "other"), [("a", "the"), ("important", "very"), ("five", "6"), ("can", "can’t"), ("not", "now")]
)
def test_words_are_a_difference(one: str, other: str) -> None:
    assert normal(one) != normal(other)


def test_a_reading_of_marks_by_the_fixture(reading_of: Callable[..., Reading]) -> None:
    """The marked texts of these tests give the spans they mark."""
    reading = reading_of("<who>Dana Orlu</who> <cue>said</cue> <what>“the bridge is open”</what>.")
    (only,) = reading.attributions
    assert reading.article.words(only.source[0]) == "Dana Orlu"
    assert reading.article.words(only.content[0]) == "“the bridge is open”"
    assert [reading.article.words(q.inner) for q in reading.quotations] == ["the bridge is open"]

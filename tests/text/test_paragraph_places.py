"""Where paragraphs begin and end: by line, by blank line, and cut where they are too long for a parser."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.text.paragraphs import LONGEST, paragraphs

WRAPPED = """\
DAM BREAKS ABOVE VELDT

By Jonna Reth
VELDT, May 3 (NW) -- The old dam above the town of Veldt broke on
Monday after a week of rain, and the water took eleven houses with
it, the mayor said. Nobody was hurt.

"We were lucky that it was a Monday and that the children were in
school on the hill," said Mayor Orla Venn.

The dam was built in 1911.
"""
WRAPPED_STARTS = ["DAM BREAKS", "By Jonna", "VELDT,", '"We were', "The dam was"]


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", []),
        (" \n\t\r\n\u2028 ", []),
        ("One line.", ["One line."]),
        ("  One.  \n\n\n Two. ", ["One.", "Two."]),
        ("One.\nTwo.\r\nThree.\rFour.\u2029Five.", ["One.", "Two.", "Three.", "Four.", "Five."]),
        ("The dam broke\nNobody was hurt", ["The dam broke", "Nobody was hurt"]),
    ],
)
def test_lines_are_paragraphs(text: str, wanted: list[str]) -> None:
    assert words(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        WRAPPED,
        WRAPPED.replace("\n", "\r\n"),
        WRAPPED.replace("\n\n", "\n   "),
        WRAPPED.upper(),
        "".join(f"    {line}\n" if line else "\n" for line in WRAPPED.splitlines()),
    ],
    ids=["blank lines", "CRLF", "indented instead", "capitals", "with a margin"],
)
def test_lines_broken_at_a_width_are_joined(text: str) -> None:
    assert [one[:6].upper() for one in words(text)] == [start[:6].upper() for start in WRAPPED_STARTS]
    assert " ".join(words(text)[2].upper().split()).endswith("NOBODY WAS HURT.")


LONG_LINES = "\n".join(
    f"The {word} dam above the town of Veldt broke on Monday after a week of rain, the mayor said, and a house fell."
    for word in ("first", "second", "third", "fourth")
)
SHORT_SENTENCES = "\n".join(
    f"The {word} dam above the town of Veldt broke on Monday at noon."
    for word in ("first", "second", "third", "fourth")
)
LIST = "\n".join(
    f"- The {word} dam above the town of Veldt, which broke on Monday" for word in ("first", "second", "third")
)
HEADLINES = "\n".join(
    f"Mayor Venn closes the {word} dam above Veldt after a week" for word in ("First", "Second", "Third")
)


@pytest.mark.parametrize(
    "text", [LONG_LINES, SHORT_SENTENCES, LIST, HEADLINES], ids=["long", "short", "list", "titles"]
)
def test_lines_that_end_where_a_sentence_does_stay_apart(text: str) -> None:
    assert words(text) == text.split("\n")


def test_a_long_paragraph_is_cut_after_sentences() -> None:
    text = "The water rose again. " * 10_000
    pieces = words(text)
    assert all(len(piece) <= LONGEST and piece.endswith("again.") for piece in pieces)
    assert " ".join(pieces) == text.strip()


@pytest.mark.parametrize("unit", ["word ", "x", "é\u200b"])
def test_a_long_paragraph_without_sentences_is_cut_all_the_same(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    assert all(len(piece) <= LONGEST for piece in words(text))
    assert "".join(words(text)).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet=st.one_of(st.sampled_from(" \n\r\t.\u2028\x1c\u200bab“”"), st.characters()), max_size=200))
def test_paragraphs_hold_every_word_in_order(text: str) -> None:
    found = paragraphs(text)
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(found))

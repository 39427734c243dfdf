"""The normalised view and its way back to the words as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.text.view import view

MIXED = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "“”‘’«»„‚`'\"″ \t\r\n\f\u00a0\u2009\u200b\u200d\u00ad\ufeff\ufe0f\x00\x1c\u0301\u0308ﬁﬃéeaש\u202e😀🏽"
        ),
        st.characters(),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("“Close it,” ‘now’", "\"Close it,\" 'now'"),
        ("«Close» „it“ ‚now‘", '"Close" "it" \'now\''),
        ("``Close it'' ‘‘now’’", '"Close it" "now"'),
        ("two\u00a0\u00a0spaces \r\n\tand a break", "two spaces and a break"),
        ("soft\u00adhy\u200bphen\ufeff", "softhyphen"),
        ("cafe\u0301 Zoe\u0308", "café Zoë"),
        ("the ﬁrst oﬃce", "the first office"),
        ("a \ud83d half", "a \ufffd half"),
        ("family 👨\u200d👩\u200d👧", "family 👨👩👧"),
        ("שלום \u200fעולם", "שלום עולם"),
        ("nul\x00byte", "nulbyte"),
        ("• Two schools will close", "* Two schools will close"),
        ("", ""),
    ],
)
def test_view_shows_plain_text(raw: str, shown: str) -> None:
    assert view(raw, 0, len(raw)).text == shown


@pytest.mark.parametrize(
    ("raw", "words", "printed"),
    [
        ("``Close it'' now", '"Close it"', "``Close it''"),
        ("cafe\u0301 bar", "café", "cafe\u0301"),
        ("the ﬁrst day", "first", "ﬁrst"),
        ("a soft\u00adhyphen.", "softhyphen", "soft\u00adhyphen"),
        ("one  \r\n two", "one two", "one  \r\n two"),
        ("\u200bWord\u200b next", "Word", "Word"),
    ],
)
def test_words_of_the_view_lead_back_to_the_printed_ones(raw: str, words: str, printed: str) -> None:
    seen = view(f"before {raw}", 7, 7 + len(raw))
    at = seen.text.index(words)
    start, end = seen.raw(at, at + len(words))
    assert f"before {raw}"[start:end] == printed


@given(MIXED, st.integers(0, 40), st.integers(0, 40))
def test_every_stretch_of_a_view_maps_into_its_raw_stretch(text: str, first: int, second: int) -> None:
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    seen = view(text, start, end)
    last = start
    for at in range(len(seen.text)):
        raw_start, raw_end = seen.raw(at, at + 1)
        assert start <= raw_start < raw_end <= end
        assert raw_start >= last
        last = raw_start
        assert seen.raw(0, at + 1) == (seen.raw(0, 1)[0], raw_end)
        assert seen.raw(at, len(seen.text)) == (raw_start, seen.raw(len(seen.text) - 1, len(seen.text))[1])
    assert seen.raw(len(seen.text), len(seen.text)) == (end, end)


@given(MIXED)
def test_a_stretch_seen_alone_looks_as_it_does_in_the_whole(text: str) -> None:
    """Character by character, what the map points at shows what the view shows there."""
    seen = view(text, 0, len(text))
    for at, char in enumerate(seen.text):
        raw_start, raw_end = seen.raw(at, at + 1)
        assert char in view(text, raw_start, raw_end).text


@given(MIXED)
def test_view_holds_nothing_that_a_parser_trips_over(text: str) -> None:
    shown = view(text, 0, len(text)).text
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert not {char for char in shown if char.isspace()} - {" "}
    assert not set(shown) & set("“”‘’«»„‚\u200b\ufeff\x00")
    assert "  " not in shown.replace("\u200b", "")


def test_offsets_outside_a_view_are_refused() -> None:
    with pytest.raises(ValueError, match="does not lie"):
        view("words", 0, 5).raw(2, 6)

"""What the networks see: windows of one article and word pieces."""

import pytest
from factories import article
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.read.attributions.trained.network import FOLDER
from conspectus.read.attributions.trained.windows import LIMIT, windows
from conspectus.text.wordpieces import Vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(FOLDER / "vocab.txt")


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("ab Q.“”\"'\n’1é\u200b🌉ש"), max_size=400))
def test_windows_hold_every_word_once_and_keep_their_limit(vocabulary: Vocabulary, text: str) -> None:
    one = article(text, "A title")
    found = list(windows(one, (), vocabulary))
    spans = [slot.span for window in found for slot in window if slot.span is not None]
    assert all(sum(len(slot.pieces) for slot in window) <= LIMIT for window in found)
    assert len(set(spans)) == len(spans)
    words = "".join(one.words(span) for span in spans)
    assert words == "".join(c for c in "A title" + text if not c.isspace())


@pytest.mark.parametrize(("word", "pieces"), [("said", 1), ("Orluvian", 2), ("don", 1), ("Velmora", 2)])
def test_a_word_is_cut_into_its_longest_pieces(vocabulary: Vocabulary, word: str, pieces: int) -> None:
    found = vocabulary.pieces(word)
    assert len(found) >= pieces
    assert vocabulary.special("UNK") not in found


@pytest.mark.parametrize("word", ["x" * 101, "🌉", "\u200b"], ids=["too long", "no piece", "invisible"])
def test_a_word_without_pieces_is_unknown(vocabulary: Vocabulary, word: str) -> None:
    assert vocabulary.pieces(word) == (vocabulary.special("UNK"),)


def test_capitals_and_accents_make_no_difference(vocabulary: Vocabulary) -> None:
    assert vocabulary.pieces("CAFÉ") == vocabulary.pieces("cafe")

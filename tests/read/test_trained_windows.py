"""What the networks see: windows of one article, word pieces, and the same composition as in training."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from factories import article
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus import Models
from conspectus.model import Article, Quotation, Reading
from conspectus.read import quotations
from conspectus.read.attributions.trained.network import FOLDER
from conspectus.read.attributions.trained.windows import LIMIT, Window, windows
from conspectus.read.attributions.trained.wordpieces import Vocabulary
from conspectus.read.parse import parse

TRAINER = Path(__file__).parents[2] / "training" / "attribution" / "windows.py"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(FOLDER / "vocab.txt")


@pytest.fixture(scope="module")
def trainer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("training_windows", TRAINER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["training_windows"] = module
    spec.loader.exec_module(module)
    return module


def marks(models: Models, one: Article) -> tuple[Quotation, ...]:
    found = quotations.READER.run(one, parse(one, models), Reading(one), models)
    return tuple(quotation for quotation in found if not quotation.depth)


def shown(window: Window) -> list[tuple[tuple[int, int], tuple[int, ...], int, int]]:
    return [
        ((-1, -1) if s.span is None else (s.span.start, s.span.end), s.pieces, s.feature, s.paragraph) for s in window
    ]


TEXTS = [
    "The mayor said the bridge would close.",
    "“It is old,” said Dana Orlu.\n\n“It may fall\n\n“any day now,” she added.\n\nThe council denied it.",
    'An "iron" rule: “one” and "two words" — café naïve 1,200 U.S. don’t O’Neil’s re-open\n\n' * 12,
    "word " * 900 + ". " + "another sentence here. " * 200,
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_package_composes_windows_as_the_trainer_does(
    models: Models, vocabulary: Vocabulary, trainer: ModuleType, text: str
) -> None:
    one = article(text)
    own = [shown(window) for window in windows(one, marks(models, one), vocabulary)]
    given = [(q.span.start, q.span.end, q.closed) for q in marks(models, one)]
    theirs = trainer.windows(text, trainer.Vocabulary.load(FOLDER / "vocab.txt"), given)
    assert own == [[(s.span, s.pieces, s.feature, s.paragraph) for s in window.slots] for window in theirs]


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

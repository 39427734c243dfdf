"""From the networks' scores to sayings: hand-made scores, no network."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from conspectus.read.attributions.trained import decode
from conspectus.read.attributions.trained.decode import Found, Layout, Scores, Settings, attributions, views

PARAGRAPHS = np.array([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1], np.int64)
"""[CLS], four words, [SEP], four words, [SEP]."""
PAIRS_ALONE = Settings(tag_weight=0.0, content_bias=0.0, no_source=0.0)
WORDS = np.array([False, True, True, True, True, False, True, True, True, True, False])


def scored(cues: list[tuple[int, int]], content: dict[int, list[int]], source: dict[int, tuple[int, int]]) -> Scores:
    """Sure scores: the slots of each cue's content, first and last slot of its source (slot 0: none)."""
    tags = np.full((len(WORDS), 7), -5.0, np.float32)
    tags[:, 0] = 5.0
    pairs = np.full((len(cues), len(WORDS), 3), -5.0, np.float32)
    for row, (first, last) in enumerate(cues):
        tags[first : last + 1, 0], tags[first : last + 1, 1] = -5.0, 5.0
        pairs[row, content[row], 2] = 5.0
        begin, end = source[row]
        pairs[row, begin, 0] = pairs[row, end, 1] = 5.0
    return Scores(tags, cues, pairs, np.full(len(cues), 5.0, np.float32))


def parts(found: list[Found]) -> list[tuple[object, ...]]:
    return [(one.cue, one.source, one.content) for one in found]


def test_each_cue_gets_its_source_and_its_content() -> None:
    scores = scored([(2, 2), (7, 8)], {0: [3, 4], 1: [6, 9]}, {0: (1, 1), 1: (0, 0)})
    assert parts(attributions(scores, Layout(PARAGRAPHS, WORDS), PAIRS_ALONE)) == [
        ((2, 3), (1, 2), ((3, 5),)),
        ((7, 9), None, ((6, 7), (9, 10))),
    ]


def test_a_word_that_two_cues_ask_for_goes_to_the_louder_one() -> None:
    scores = scored([(1, 1), (4, 4)], {0: [2, 3], 1: [3]}, {0: (0, 0), 1: (0, 0)})
    scores.pairs[1, 3, 2] = 7.0
    found = attributions(scores, Layout(PARAGRAPHS, WORDS), replace(PAIRS_ALONE, switch=0.5))
    assert [one.content for one in found] == [((2, 3),), ((3, 4),)]


def test_one_word_that_speaks_against_does_not_break_a_content() -> None:
    scores = scored([(1, 1)], {0: [2, 4]}, {0: (0, 0)})
    scores.pairs[0, 3, 2] = -0.4
    assert [one.content for one in attributions(scores, Layout(PARAGRAPHS, WORDS), PAIRS_ALONE)] == [((2, 5),)]


def test_a_source_is_never_longer_than_allowed_nor_across_the_cue() -> None:
    scores = scored([(3, 3)], {0: [7, 8]}, {0: (1, 4)})
    scores.pairs[0, 2, 1] = 4.0
    assert attributions(scores, Layout(PARAGRAPHS, WORDS), PAIRS_ALONE)[0].source == (1, 3)
    short = replace(PAIRS_ALONE, longest_source=1)
    assert attributions(scores, Layout(PARAGRAPHS, WORDS), short)[0].source == (1, 2)


def test_a_cue_that_nobody_believes_in_says_nothing() -> None:
    scores = scored([(2, 2)], {0: [3]}, {0: (1, 1)})
    scores.valid[:] = -9.0
    assert not attributions(scores, Layout(PARAGRAPHS, WORDS), PAIRS_ALONE)


def test_the_pair_head_sees_the_paragraph_of_the_cue_and_slot_0() -> None:
    seen = views([(2, 3), (8, 8)], PARAGRAPHS)
    assert seen.slots[0].tolist() == [0, 1, 2, 3, 4, 5]
    assert seen.slots[1].tolist() == [0, 6, 7, 8, 9, 10]
    assert seen.far[0].tolist() == [2, 1, 0, 0, 13, 14]
    assert seen.block.tolist() == [[2] * 6, [1, 2, 2, 2, 2, 2]]


def test_what_the_pair_head_does_not_see_counts_as_no() -> None:
    seen = views([(1, 1), (7, 7)], np.array([0, 0, 0, 1, 1, 1, 1, 1]))
    assert seen.here.tolist() == [[1, 1, 1, 0, 0, 0], [1, 1, 1, 1, 1, 1]]
    spread = seen.spread(np.ones((2, 6, 3), np.float32), 8)
    assert (spread[0, 3:] == decode.UNSEEN).all()
    assert (spread[0, :3] == 1).all()
    assert (spread[1, [0, 3, 4, 5, 6, 7]] == 1).all()
    assert (spread[1, 1:3] == decode.UNSEEN).all()


@pytest.mark.parametrize("size", [20, 40])
def test_the_pair_head_sees_as_much_of_a_paragraph_however_many_follow(size: int) -> None:
    window = np.repeat(np.arange(size), 4)
    assert views([(5, 5)], window).here.sum() == 5


def test_the_trainer_reads_scores_as_the_package_does() -> None:
    ours = Path(decode.__file__)
    theirs = Path(__file__).parents[2] / "training" / "attribution" / "decode.py"
    assert theirs.read_bytes() == ours.read_bytes()

"""From the scores of a window to its attributions. Numpy only.

Steps (all scores of one window, no other window is looked at):

1. ``anchors``: runs of slots whose cue probability (begin + inside) reaches ``Settings.candidate``; a begin
   tag inside a run starts a new one.  These go to the pair head.
2. ``attributions``: an anchor stays when tagger and pair head together find it likely enough.  Its source is
   the best pair of begin and end, or none; its content are the slots whose score, tagger and pair head
   together, is positive after smoothing (a two-state Viterbi path with a cost per switch).  A slot that two
   cues ask for goes to the one that scores it higher.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
BUCKETS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48)
SIDE = len(BUCKETS) + 1
DIGITS = 3
STARTS = 8  # begins of a source that are tried, best first
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """A window's slots [S]: number of their paragraph, and whether they are words (not [CLS], not [SEP])."""

    paragraphs: Ints
    words: Bools


@dataclass(frozen=True, slots=True)
class Scores:
    """What the graphs say about a window: tags [S,7]; for the candidate cues, pairs [A,S,3] and valid [A]."""

    tags: Floats
    cues: list[Span]
    pairs: Floats
    valid: Floats

    def rounded(self) -> "Scores":
        """Scores as thresholds see them, so that the last bits of a processor's sums decide nothing."""
        tags, pairs, valid = (np.asarray(np.round(x, DIGITS), np.float32) for x in (self.tags, self.pairs, self.valid))
        return Scores(tags, self.cues, pairs, valid)


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds, chosen on documents held out of the training set."""

    candidate: float = 0.2
    keep: float = 0.0
    cue_weight: float = 0.5
    tag_weight: float = 0.3
    content_bias: float = 0.0
    switch: float = 1.0
    no_source: float = 0.0
    longest_source: int = 60


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution in slots of its window: half-open spans, ``source`` None when the text names none."""

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    score: float


def softmax(x: Floats) -> Floats:
    y: Floats = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(y / y.sum(-1, keepdims=True), np.float32)


def log_odds(p: Floats) -> Floats:
    q = np.clip(p, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(q) - np.log1p(-q), np.float32)


def anchors(tags: Floats, words: Bools, settings: Settings) -> list[Span]:
    """Candidate cues of a window: first and last slot.  tags [S,7], words [S] True for slots that are words."""
    p = softmax(np.asarray(np.round(tags, DIGITS), np.float32))
    cue = np.where(words, p[:, 1] + p[:, 2], 0.0) >= settings.candidate
    begins = p[:, 1] > p[:, 2]
    out: list[Span] = []
    for i in np.flatnonzero(cue).tolist():
        if out and out[-1][1] == i - 1 and not begins[i]:
            out[-1] = (out[-1][0], i)
        else:
            out.append((i, i))
    return out


def distances(first: int, last: int, slots: int) -> Ints:
    """Bucket of every slot's distance in slots to the anchor; 0 inside, before it 1.., after it SIDE+1.. ."""
    at = np.arange(slots)
    before, after = np.maximum(first - at, 0), np.maximum(at - last, 0)
    edges = np.array(BUCKETS)
    far = np.where(before > 0, 1 + np.searchsorted(edges, before), 0)
    return np.asarray(np.where(after > 0, 1 + SIDE + np.searchsorted(edges, after), far), np.int64)


def blocks(paragraphs: Ints, first: int) -> Ints:
    """Paragraphs between slot and anchor, -2..2, shifted to 0..4."""
    return np.asarray(np.clip(paragraphs.astype(np.int64) - paragraphs[first], -2, 2) + 2, np.int64)


def attributions(scores: Scores, layout: Layout, settings: Settings) -> list[Found]:
    """What the window says about who said what, in the order of the cues."""
    if not scores.cues:
        return []
    scores = scores.rounded()
    p = softmax(scores.tags)
    tagger = log_odds(p[:, 1] + p[:, 2])
    belief = np.array([tagger[a : b + 1].mean() for a, b in scores.cues])
    belief = settings.cue_weight * belief + (1 - settings.cue_weight) * scores.valid
    kept = np.flatnonzero(belief > settings.keep).tolist()
    if not kept:
        return []
    owner = contents(p, scores.pairs[kept, :, 2], [scores.cues[i] for i in kept], (layout.words, settings))
    out: list[Found] = []
    for row, i in enumerate(kept):
        pieces = runs(owner == row)
        if pieces:
            first, last = scores.cues[i]
            free = layout.words & (owner < 0)
            free[first : last + 1] = False
            source = source_of(scores.pairs[i], free, settings)
            out.append(Found((first, last + 1), source, tuple(pieces), float(belief[i])))
    return out


def contents(p: Floats, scores: Floats, cues: list[Span], given: tuple[Bools, Settings]) -> Ints:
    """Row of ``cues`` that owns each slot as content, or -1.  p [S,7] of the tagger, scores [A,S] of the pair head."""
    words, settings = given
    tagged = log_odds(p[:, 5] + p[:, 6])
    odds = (1 - settings.tag_weight) * scores + settings.tag_weight * tagged + settings.content_bias
    odds = np.clip(odds, -8, 8)
    for row, (first, last) in enumerate(cues):
        odds[row, first : last + 1] = -8
    best = odds.argmax(0)
    owner = np.full(len(words), -1, np.int64)
    for row in range(len(cues)):
        # a word that another cue asks for more loudly breaks this content
        mine = np.where(best == row, odds[row], np.minimum(odds[row], -1.0))
        mine[~words] = 0.0
        owner[smooth(mine, settings.switch) & words & (best == row)] = row
    return owner


def smooth(odds: Floats, cost: float) -> Bools:
    """Two-state Viterbi path: the states in which the odds less the cost of switching are largest."""
    # Which state each slot was reached from, for both states; walked back at the end.
    from_out: list[bool] = []
    from_in: list[bool] = []
    out_, in_ = 0.0, -cost
    for one in odds.tolist():
        leave, enter = in_ - cost, out_ - cost
        from_out.append(leave <= out_)
        from_in.append(enter <= in_)
        out_, in_ = (out_ if leave <= out_ else leave), (in_ if enter <= in_ else enter) + one
    inside = in_ - cost > out_
    path = np.zeros(len(odds), np.bool_)
    for at in range(len(odds) - 1, -1, -1):
        path[at] = inside
        inside = from_in[at] if inside else not from_out[at]
    return path


def runs(mask: Bools) -> list[Span]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.astype(np.int8), [0]))))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def source_of(scores: Floats, free: Bools, settings: Settings) -> Span | None:
    """Best begin and end within ``free`` slots, or None where slot 0 scores higher.  scores [S,3]."""
    begin = np.where(free, scores[:, 0], -np.inf)
    end = np.where(free, scores[:, 1], -np.inf)
    best, found = float(scores[0, 0] + scores[0, 1]) + settings.no_source, None
    for first in np.argsort(-begin, kind="stable")[:STARTS].tolist():
        if not free[first]:
            break
        stop = first
        while stop < len(end) and free[stop] and stop - first < settings.longest_source:
            stop += 1
        last = first + int(end[first:stop].argmax())
        if begin[first] + end[last] > best:
            best, found = float(begin[first] + end[last]), (first, last + 1)
    return found

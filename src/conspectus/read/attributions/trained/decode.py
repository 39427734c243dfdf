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
UNSEEN = -30.0  # score of a slot that the pair head does not see
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
    """Thresholds, chosen on documents held out of the training set; the search begins from these."""

    candidate: float = 0.2
    keep: float = 0.25
    cue_weight: float = 0.5
    tag_weight: float = 0.0
    content_bias: float = 0.5
    switch: float = 1.0
    no_source: float = 1.0
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


@dataclass(frozen=True, slots=True)
class Views:
    """What the pair head sees from each cue: slot 0 and its paragraph, where its source and content stand too.

    slots, far, block, here [A,L]: numbers of slots in the window, distances, blocks, 1 where a place holds a slot.
    """

    slots: Ints
    far: Ints
    block: Ints
    here: Ints

    def spread(self, scores: Floats, size: int) -> Floats:
        """Scores [A,L,3] of what is seen as scores [A,size,3] of the window."""
        out = np.full((len(scores), size, 3), UNSEEN, np.float32)
        row, at = np.nonzero(self.here)
        out[row, self.slots[row, at]] = scores[row, at]
        return out


def views(cues: list[Span], paragraphs: Ints) -> Views:
    """Views from the cues of a window whose slots stand in ``paragraphs`` [S]."""
    place = np.asarray(paragraphs, np.int64)
    first, last = np.array(cues, np.int64).T[:, :, None]
    seen = place == place[first]
    seen[:, 0] = True
    counts = seen.sum(1, keepdims=True)
    longest = int(counts.max())
    slots = np.argsort(~seen, 1, kind="stable")[:, :longest]
    here = np.asarray(np.arange(longest) < counts, np.int64)
    slots *= here
    return Views(
        slots, distances(slots, first, last) * here, (np.clip(place[slots] - place[first], -2, 2) + 2) * here, here
    )


def distances(slots: Ints, first: Ints, last: Ints) -> Ints:
    """Buckets of distances to an anchor; 0 inside it, 1 and more before it, SIDE + 1 and more after it."""
    before, after = np.maximum(first - slots, 0), np.maximum(slots - last, 0)
    edges = np.array(BUCKETS)
    far = np.where(before > 0, 1 + np.searchsorted(edges, before), 0)
    return np.asarray(np.where(after > 0, 1 + SIDE + np.searchsorted(edges, after), far), np.int64)


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
        # outside the first and last slot that speak for it, no path is better than out
        asked = np.flatnonzero(mine > 0)
        if len(asked):
            near = slice(asked[0], asked[-1] + 1)
            owner[near][smooth(mine[near], settings.switch) & words[near] & (best[near] == row)] = row
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
    most = end.max()
    for first in np.argsort(-begin, kind="stable")[:STARTS].tolist():
        if begin[first] + most <= best:
            break
        reached = end[first : first + settings.longest_source]
        barred = reached == -np.inf
        last = first + int(reached[: barred.argmax() if barred.any() else None].argmax())
        if begin[first] + end[last] > best:
            best, found = float(begin[first] + end[last]), (first, last + 1)
    return found

"""How much two texts share word by word, and whether that makes them one utterance.

Shared are the words of a longest common subsequence. What counts are its content words, its longest run
and how closely it lies together; share alone fails both ways.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from conspectus.compare.collate import matches
from conspectus.compare.fragments import Form, Fragment
from conspectus.compare.words import stem

VERBATIM = 10
"""So many words in the same order, small ones included, prove one utterance where they are most of it."""
STRONG = 5
"""From this many shared content words on, one utterance whoever is credited."""
_RUN = 3
"""Texts of so many words are never one utterance without a run of so many in common."""


@dataclass(frozen=True, slots=True)
class Link:
    """How well one text matches the base: certainty, the stretch of the base, how many content words."""

    certainty: float
    base: tuple[int, int]
    own: tuple[int, int]
    matched: int
    words: int
    whole: bool
    strong: bool

    @property
    def verbatim(self) -> bool:
        """Word for word and long: one utterance whoever is credited, however few of the words carry meaning."""
        return self.whole and self.words >= VERBATIM


@dataclass(frozen=True, slots=True)
class Block:
    """A run of equal words: half-open word positions in the base and in the other text."""

    base_start: int
    base_end: int
    own_start: int
    own_end: int


def _blocks(pairs: Sequence[tuple[int, int]]) -> list[Block]:
    starts = [at for at, (base, own) in enumerate(pairs) if not at or pairs[at - 1] != (base - 1, own - 1)]
    edges = ((pairs[begin], pairs[end - 1]) for begin, end in pairwise([*starts, len(pairs)]))
    return [Block(base, base_last + 1, own, own_last + 1) for (base, own), (base_last, own_last) in edges]


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts share in order: ``content`` words ``of`` the shorter one's (and the longer's),
    ``common`` ones of them without a capital, all ``words`` of its ``length``,
    the longest ``run``, the ``spread`` of the match, and whether one begins where the other ends (``meets``).
    """

    content: int
    of: int
    of_longer: int
    common: int
    words: int
    length: int
    run: int
    spread: int
    meets: bool

    @property
    def share(self) -> float:
        return self.content / self.of

    @property
    def strong(self) -> bool:
        """Enough to be one utterance whoever is credited."""
        return self.content >= STRONG and self.share >= 0.75 and self.run >= 4

    def proves(self, threshold: float) -> bool:
        """Enough for two quotations."""
        if 2 * self.words < self.spread:
            return False
        if self.words >= VERBATIM and self.run >= 4 and 4 * self.words >= 3 * self.length:
            return True
        if self.run >= self.length or (self.meets and self.run >= 4 and self.content >= 3):
            return True
        if self.content >= 4:
            return self.share >= threshold and (self.run >= 4 or (self.share >= 0.8 and self.run >= 3))
        if self.share >= 1 and self.content >= 2 and self.length >= 4:
            return self.run >= 3 and self.words >= self.length - 1
        return self.length >= 5 and self.run >= 3 and 20 * self.words >= 17 * self.length

    def proves_unmarked(self, threshold: float, alike: bool) -> bool:
        """Enough where one side has no marks: the words themselves have to carry the proof."""
        if 3 * self.words < 2 * self.spread or self.share < max(threshold, 0.75) or self.common < 2:
            return False
        whole = 10 * self.content >= 7 * self.of_longer
        return self.content >= (4 if whole else 6) and self.run >= (3 if alike else 5)


@dataclass(frozen=True, slots=True)
class Text:
    """What one text says, prepared to be held against many: its ``norms`` and their ``stems``, and how many of its
    words carry meaning. ``printings`` are the fragments that print it, ``marked`` tells whether one does in marks.
    ``runs`` are every ``_RUN`` norms in a row, ``rough_runs`` the same of stems."""

    printings: tuple[Fragment, ...]
    norms: tuple[str, ...]
    stems: tuple[str, ...]
    content: int
    marked: bool
    runs: frozenset[tuple[str, ...]]
    rough_runs: frozenset[tuple[str, ...]]

    @property
    def form(self) -> Form:
        return self.printings[0].form


def text(printings: Sequence[Fragment]) -> Text:
    """The text of fragments of the same words."""
    norms = printings[0].key
    stems = tuple(stem(norm) for norm in norms)
    marked = any(fragment.form == "quoted" for fragment in printings)
    return Text(tuple(printings), norms, stems, len(printings[0].content), marked, _runs(norms), _runs(stems))


def _runs(norms: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Every run of words that is long enough to prove anything."""
    return frozenset(zip(*(norms[at:] for at in range(_RUN)), strict=False))


def link(base: Text, own: Text, threshold: float) -> Link | None:
    """The evidence that two texts print one utterance, or None when it is not enough."""
    one, other = base.printings[0], own.printings[0]
    if base.marked and own.marked and base.norms != own.norms and _plain(base.norms) == _plain(own.norms):
        # "I shouldn't have" and "I should not have" are the same words, printed as fewer or more.
        whole = (0, len(base.norms)), (0, len(own.norms))
        return Link(1.0, *whole, own.content, len(_plain(own.norms)), True, own.content >= STRONG)
    rough = "reported" in {one.form, other.form}
    left, right = (base.stems, own.stems) if rough else (base.norms, own.norms)
    shorter = min(len(left), len(right))
    if shorter >= _RUN and (base.rough_runs if rough else base.runs).isdisjoint(own.rough_runs if rough else own.runs):
        return None
    from rapidfuzz.distance import LCSseq

    if LCSseq.similarity(left, right) < threshold * shorter / 2:
        return None
    blocks = _blocks(matches([{norm} for norm in left], right))
    kept = [b for b in blocks if any(other.words[i].is_content for i in range(b.own_start, b.own_end))]
    if not kept:
        return None
    base_stretch = (kept[0].base_start, kept[-1].base_end)
    own_stretch = (kept[0].own_start, kept[-1].own_end)
    shared = Shared(
        content=sum(other.words[i].is_content for b in kept for i in range(b.own_start, b.own_end)),
        of=max(1, min(base.content, own.content)),
        of_longer=max(base.content, own.content),
        common=sum(
            other.words[i].is_content and other.words[i].shown[:1].islower()
            for b in kept
            for i in range(b.own_start, b.own_end)
        ),
        words=sum(b.own_end - b.own_start for b in blocks),
        length=shorter,
        run=max(b.own_end - b.own_start for b in blocks),
        spread=max(base_stretch[1] - base_stretch[0], own_stretch[1] - own_stretch[0]),
        meets=_meets(kept[-1], len(left), len(right)) or _meets(kept[0], len(left), len(right)),
    )
    if not (
        shared.proves(threshold)
        if base.marked and own.marked
        else shared.proves_unmarked(threshold, one.form == other.form)
    ):
        return None
    return Link(
        min(1.0, round(shared.share, 2)),
        base_stretch,
        own_stretch,
        shared.content,
        shared.words,
        left == right,
        shared.strong,
    )


def _plain(norms: Sequence[str]) -> list[str]:
    """The words with contractions taken apart."""
    return " ".join(norms).split()


def _meets(block: Block, left: int, right: int) -> bool:
    """True when the end of one text is the beginning of the other."""
    return (block.base_end == left and block.own_start == 0) or (block.own_end == right and block.base_start == 0)

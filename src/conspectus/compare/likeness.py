"""How much two texts share word by word, and whether that makes them one utterance.

Shared are the words of a longest common subsequence. What counts are its content words, its longest run
and how closely it lies together; share alone fails both ways.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from conspectus.compare.fragments import Fragment
from conspectus.compare.words import stem

if TYPE_CHECKING:
    from rapidfuzz.distance._initialize import Opcode

STRONG = 5
"""From this many shared content words on, one utterance whoever is credited."""


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


def link(base: Sequence[Fragment], own: Sequence[Fragment], threshold: float) -> Link | None:
    """The evidence that two texts print one utterance, or None when it is not enough."""
    from rapidfuzz.distance import LCSseq

    one, other = base[0], own[0]
    rough = "reported" in {one.form, other.form}
    left, right = ([stem(norm) if rough else norm for norm in f.key] for f in (one, other))
    blocks = [b for b in LCSseq.opcodes(left, right) if b.tag == "equal"]
    kept = [b for b in blocks if any(other.words[i].is_content for i in range(b.dest_start, b.dest_end))]
    if not kept:
        return None
    base_stretch = (kept[0].src_start, kept[-1].src_end)
    own_stretch = (kept[0].dest_start, kept[-1].dest_end)
    shared = Shared(
        content=sum(other.words[i].is_content for b in kept for i in range(b.dest_start, b.dest_end)),
        of=max(1, min(len(one.content), len(other.content))),
        of_longer=max(len(one.content), len(other.content)),
        common=sum(
            other.words[i].is_content and other.words[i].shown[:1].islower()
            for b in kept
            for i in range(b.dest_start, b.dest_end)
        ),
        words=sum(b.dest_end - b.dest_start for b in blocks),
        length=min(len(left), len(right)),
        run=max(b.dest_end - b.dest_start for b in blocks),
        spread=max(base_stretch[1] - base_stretch[0], own_stretch[1] - own_stretch[0]),
        meets=_meets(kept[-1], len(left), len(right)) or _meets(kept[0], len(left), len(right)),
    )
    marked = all(any(f.form == "quoted" for f in side) for side in (base, own))
    if not (shared.proves(threshold) if marked else shared.proves_unmarked(threshold, one.form == other.form)):
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


def _meets(block: "Opcode", left: int, right: int) -> bool:
    """True when the end of one text is the beginning of the other."""
    return (block.src_end == left and block.dest_start == 0) or (block.dest_end == right and block.src_start == 0)

"""Chains: who said it, according to whom, to any depth.

An attribution lies inside another when its cue stands in what the other brings in. Each link is shown with its
words; nothing is carried over from an earlier sentence.
"""

import hashlib
from collections.abc import Sequence

from conspectus.model import Article, Chain, Reading, Span, Voice
from conspectus.read.chains.nest import corrected, parents
from conspectus.read.chains.relays import voices
from conspectus.read.chains.sayings import Saying, sayings
from conspectus.read.models import Models
from conspectus.read.parse import Parse
from conspectus.read.reader import Reader


def _run(_article: Article, parse: Parse, reading: Reading, _models: Models) -> tuple[Chain, ...]:
    found = corrected(sayings(parse, reading))
    outer = parents(found)
    chains = []
    for number, saying in enumerate(found):
        if saying.attribution is None and outer[number] is None:
            # What only the grammar shows is a level inside or around another, never a chain of its own.
            continue
        levels = _levels(found, outer, number, reading)
        content = _clipped(found, outer, number)
        chains.append(Chain(_chain_id(content, levels), content, levels))
    return tuple(sorted(chains, key=lambda one: [(s.part != "title", s.start, s.end) for s in one.content]))


def _levels(found: Sequence[Saying], outer: Sequence[int | None], number: int, reading: Reading) -> tuple[Voice, ...]:
    levels: list[Voice] = []
    at: int | None = number
    while at is not None:
        for voice in voices(found[at], reading):
            if not levels or not _one_cue(levels[-1], voice):
                levels.append(voice)
        at = outer[at]
    return tuple(levels)


def _one_cue(one: Voice, other: Voice) -> bool:
    """True for one cue read twice; of "is alleged to have told" the two are "is alleged to have" and "to have told"."""
    return any(a.contains(b) or b.contains(a) for a in one.cue for b in other.cue)


def _clipped(found: Sequence[Saying], outer: Sequence[int | None], number: int) -> tuple[Span, ...]:
    """The words said; where only the grammar shows them, no further than the words of the attribution around them."""
    content, at = found[number].content, outer[number]
    if found[number].attribution is not None or at is None:
        return content
    while at is not None and found[at].attribution is None:
        at = outer[at]
    pieces = [
        Span(one.article, one.part, max(one.start, piece.start), min(one.end, piece.end))
        for one in content
        for piece in (found[at].content if at is not None else ())
        if one.overlaps(piece)
    ]
    return tuple(pieces) or content


def _chain_id(content: Sequence[Span], levels: Sequence[Voice]) -> str:
    """12 hex digits over the spans of content and cues, which name their article."""
    spans = [*content, *(span for voice in levels for span in (*voice.source, *voice.cue))]
    lines = [f"{s.article} {s.part} {s.start} {s.end}" for s in spans]
    return hashlib.sha256("\n".join(["chain", *lines]).encode()).hexdigest()[:12]


READER = Reader("chains", "2", ("attributions", "names"), "chains", _run)

"""In whose voice agreeing words and those of only some articles stand: a charge never reads like a fact.

Each side names whose words they are, and the title too where the cue accuses or leaves open whether it is so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from conspectus.compare.voice import voices_of
from conspectus.model import Finding, Reading, Span

_KINDS = frozenset(("agreement", "only"))
_OPEN = frozenset(("accusing", "doubtful"))


def voiced(findings: Iterable[Finding], readings: Sequence[Reading]) -> list[Finding]:
    """The findings, those of agreement and of what only some tell with the voice of each side that stands in one."""
    voices = {reading.article.id: voices_of(reading) for reading in readings}
    known = {reading.article.id: reading for reading in readings}
    made = []
    for one in findings:
        if one.kind in _KINDS:
            sides = tuple(
                side if side.voice is not None else replace(side, voice=voices[side.article](side.spans[0]) or None)
                for side in one.sides
            )
            made.append(_named(replace(one, sides=sides), known))
        else:
            made.append(one)
    return made


def _named(one: Finding, readings: Mapping[str, Reading]) -> Finding:
    """The title with who says it, where it gives words by which somebody accuses or only claims."""
    for side in one.sides:
        reading = readings[side.article]
        if side.voice and _open(reading, side.spans[0]) and _printed(reading, side.spans[0], one.title):
            who = ", ".join(" ".join(reading.article.words(span).split()) for span in side.voice)
            return replace(one, title=f"{who}: {one.title}")
    return one


def _open(reading: Reading, span: Span) -> bool:
    """Whether the words are somebody's whose cue accuses, or leaves open whether it is so."""
    return any(a.manner in _OPEN and any(p.contains(span) for p in a.content) for a in reading.attributions)


def _printed(reading: Reading, span: Span, title: str) -> bool:
    """Whether a title gives the words of a span."""
    words = " ".join(reading.article.words(span).split())
    return words.startswith(title.removesuffix(" …")[:40])

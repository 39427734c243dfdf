"""How the words of two stretches meet: what tells one matter from two that share a name or a subject.

Two clauses of one matter share a rare word and verbs of like meaning, and what one has beyond the other is near to
something there. Clauses of two matters share what the whole story is about. Likeness and rarity are the lexicon's.
"""

from collections.abc import Mapping

import numpy as np

from conspectus.compare.clauses.lexicon import Floats, Lexicon
from conspectus.compare.matters.units import Unit
from conspectus.compare.values.times import compare_times
from conspectus.compare.words import content
from conspectus.model import Reading, Span

NAMES = ("rarest", "left", "near", "strange", "verb", "voice", "times")
"""The numbers in order: the weight of the rarest word that both show, the weight of what only one shows (the lighter
of the two), how near that is to the words of the other (the nearer of the two), how many words of names stand in one
and nowhere in the other's sentence, likeness of the predicates, whether one source is named beside both, whether a time
of one sentence can hold together with an unlike one of the other."""
_STRANGE = 6
Readings = Mapping[str, Reading]


def meeting(one: Unit, other: Unit, readings: Readings, lexicon: Lexicon) -> list[float]:
    """The numbers of ``NAMES``."""
    own, theirs = _words(one.shown, readings), _words(other.shown, readings)
    strange = len(one.named - other.around) + len(other.named - one.around)
    return [
        max((lexicon.weight(stem) for stem in own & theirs), default=0.0),
        min(sum(lexicon.weight(stem) for stem in sorted(rest)) for rest in (own - theirs, theirs - own)),
        max(_nearness(own - theirs, theirs, lexicon), _nearness(theirs - own, own, lexicon)),
        min(strange, _STRANGE),
        float(lexicon.vector(one.act) @ lexicon.vector(other.act)),
        float(bool(_sources(one, readings) & _sources(other, readings))),
        float(_times_meet(one, other, readings)),
    ]  # fmt: skip


def likeness(one: Unit, other: Unit, readings: Readings, lexicon: Lexicon) -> float:
    """How near (0..1) the words of two stretches are to each other, both ways."""
    own, theirs = _words(one.shown, readings), _words(other.shown, readings)
    return (_nearness(own, theirs, lexicon) + _nearness(theirs, own, lexicon)) / 2


def _words(span: Span, readings: Readings) -> frozenset[str]:
    return content(readings[span.article].article, span)


def _nearness(own: frozenset[str], theirs: frozenset[str], lexicon: Lexicon) -> float:
    """The likeness of each word to the nearest of the others, weighted by how rare it is."""
    if not own or not theirs:
        return 0.0
    weights = np.array([lexicon.weight(stem) for stem in sorted(own)])
    nearest = (_rows(own, lexicon) @ _rows(theirs, lexicon).T).max(1)
    return float(nearest @ weights) / max(float(weights.sum()), 1e-6)


def _rows(stems: frozenset[str], lexicon: Lexicon) -> Floats:
    return np.stack([lexicon.vector(stem) for stem in sorted(stems)])


def _sources(unit: Unit, readings: Readings) -> frozenset[str]:
    """The words of the sources whose sayings or cues stand in what is shown."""
    reading = readings[unit.span.article]
    told = (a for a in reading.attributions if any(span.overlaps(unit.shown) for span in (*a.content, *a.cue)))
    return frozenset().union(*(content(reading.article, span) for a in told for span in a.source))


def _times_meet(one: Unit, other: Unit, readings: Readings) -> bool:
    sides = [[t for t in readings[u.span.article].times if t.span.overlaps(u.sentence)] for u in (one, other)]
    return any(compare_times(a, b).verdict == "compatible" for a in sides[0] for b in sides[1])

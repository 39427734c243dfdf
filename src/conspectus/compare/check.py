"""What a check is: a pure function from aligned evidence to findings of one kind."""

from collections.abc import Callable
from dataclasses import dataclass

from conspectus.compare.traces import Trace
from conspectus.compare.utterances import Utterance
from conspectus.model import NOTHING_TRACED, Alignment, Finding, Made, OriginGraph, Reading
from conspectus.options import CompareOptions


@dataclass(frozen=True, slots=True)
class Evidence:
    """What every check sees: the readings in the order given, their alignments, the sayings they share, and what these
    go back to."""

    readings: tuple[Reading, ...]
    alignments: tuple[Alignment, ...]
    utterances: tuple[Utterance, ...]
    options: CompareOptions
    traces: tuple[Trace, ...] = ()
    origins: OriginGraph = NOTHING_TRACED


@dataclass(frozen=True, slots=True)
class Check:
    """One kind of finding. ``explanation`` is what users are shown about it: the module's docstring."""

    made: Made
    explanation: str
    run: Callable[[Evidence], tuple[Finding, ...]]

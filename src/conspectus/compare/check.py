"""What a check is: a pure function from aligned evidence to findings of one kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from conspectus.compare.clauses.alike import Alike
from conspectus.compare.phrases.pair import Phrases
from conspectus.compare.traces import Trace
from conspectus.compare.utterances import Utterance
from conspectus.model import NOTHING_TRACED, Alignment, Entity, Finding, Made, OriginGraph, Reading
from conspectus.options import CompareOptions

if TYPE_CHECKING:
    from conspectus.compare.labels.records import Referent


@dataclass(frozen=True, slots=True)
class Evidence:
    """What every check sees: the readings in the order given, their alignments, the sayings they share, and what these
    go back to.

    ``alike`` are the pairs of clauses that may tell the same, ``closer`` these and ``phrases`` those of phrases with
    the scores after a closer look, ``entities`` whom and what the articles name, ``rare`` how rare each stem is among
    the sentences of the story (``mentions.rarity``), ``referents`` what the noun phrases stand for.
    ``one_story`` is False where nothing shows that the articles tell one event: then nothing is missing in any.
    """

    readings: tuple[Reading, ...]
    alignments: tuple[Alignment, ...]
    utterances: tuple[Utterance, ...]
    options: CompareOptions
    traces: tuple[Trace, ...] = ()
    origins: OriginGraph = NOTHING_TRACED
    one_story: bool = True
    alike: tuple[Alike, ...] = ()
    entities: tuple[Entity, ...] = ()
    rare: Mapping[str, float] = field(default_factory=dict)
    referents: "tuple[Referent, ...]" = ()
    closer: tuple[Alike, ...] = ()
    phrases: tuple[Phrases, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One kind of finding. ``explanation`` is what users are shown about it: the module's docstring."""

    made: Made
    explanation: str
    run: Callable[[Evidence], tuple[Finding, ...]]

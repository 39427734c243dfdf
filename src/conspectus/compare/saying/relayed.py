"""Relayed on one side: somebody whom articles let speak through different voices.

Shown is a person whose words one article has only through another ("according to the ministry, she …"), and a second
article only through a different one, or only at first hand. Neither has to be wrong: each tells what its relay passes
on. An outlet that was told something is no relay: that is looked for by ``addressed``.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from conspectus.compare.check import Check, Evidence
from conspectus.compare.context import sentences_of
from conspectus.compare.letters import Letters
from conspectus.compare.saying.who import Speaking, Who, apart
from conspectus.compare.sources import called
from conspectus.model import Chain, Finding, Made, Reading, Side, Span, finding_id
from conspectus.text.outlets import same_outlet

MADE = Made("compare.relayed", "1")
_RELAYS = frozenset(("person", "body", "outlet", "document"))
_ROOM = 120
"""Characters that the words of one article may take."""
_BESIDE = 20
"""Characters within which a relay stands beside whom it quotes."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """How one article has a person's words: through ``relay``, or at first hand (None)."""

    spans: tuple[Span, ...]
    relay: Who | None


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    if len(evidence.readings) < 2:
        return ()
    readings = {reading.article.id: reading for reading in evidence.readings}
    found: dict[str, dict[str, list[_Heard]]] = {}
    names: dict[str, str] = {}
    speaking = Speaking(evidence.readings, evidence.entities)
    for article in sorted(readings):
        for chain in readings[article].chains:
            inner = speaking.who(readings[article], chain.voices[0])
            if inner.entity and inner.kind == "person":
                names[inner.entity.id] = inner.entity.name
                own = found.setdefault(inner.entity.id, {}).setdefault(article, [])
                own += _heard(inner, chain, speaking)
    made = (_finding(names[person], told, readings) for person, told in sorted(found.items()))
    return tuple(finding for finding in made if finding)


def _heard(inner: Who, chain: Chain, speaking: Speaking) -> Iterator[_Heard]:
    """Nothing for what is not said, what several say, or what comes through somebody who cannot be told."""
    source = inner.credited.source
    people = [n for n in inner.reading.names if n.label == "PERSON" and any(s.contains(n.span) for s in source)]
    if not inner.speaks or len(people) > 1:
        return
    outer = [speaking.who(inner.reading, voice) for voice in chain.voices[1:] if voice.relay != "told"]
    outer = [who for who in outer if who.entity != inner.entity or who.entity is None]
    if not outer:
        yield _Heard(inner.spans, None)
    relay = outer[0] if outer else None
    if relay and relay.entity and relay.kind in _RELAYS and _beside(inner, relay):
        yield _Heard(tuple(sorted({*inner.spans, *relay.spans})), relay)


def _beside(inner: Who, relay: Who) -> bool:
    """The relay says it right before or behind; further on in a long sentence, it may tell of something else."""
    gaps = [max(a.start, b.start) - min(a.end, b.end) for a in inner.spans for b in relay.spans if a.part == b.part]
    return relay.passes and min(gaps, default=_BESIDE) < _BESIDE


def _finding(name: str, told: Mapping[str, Sequence[_Heard]], readings: Mapping[str, Reading]) -> Finding | None:
    shown = {article: one for article, heard in told.items() if (one := _alone(heard))}
    if not any(_differ(one, other, readings) for one, other in combinations(shown.values(), 2)):
        return None
    letters = Letters()
    sides = tuple(_side(one, letters, readings[article]) for article, one in sorted(shown.items()))
    relays = [one.relay for one in shown.values()]
    return Finding(
        id=finding_id("discrepancy", "speaker_source", [span for side in sides for span in side.spans]),
        kind="discrepancy", property="speaker_source", verdict="differ", severity="granularity",
        title=f"Through whom {name} is heard", sides=sides,
        missing=tuple(a for a in sorted(readings) if a not in told), reconciled=None, certainty=0.8,
        reason=_FIRST_HAND if None in relays else _RELAYED, origin=None, collation=(), made=MADE,
    )  # fmt: skip


_RELAYED = "Each article has this person’s words only through another voice, and not through the same one."
_FIRST_HAND = "One article has this person’s words only through another voice, another has them without one."


def _alone(heard: Sequence[_Heard]) -> _Heard | None:
    """What stands for an article that has all of somebody's words by one way."""
    relays = {one.relay.entity.id if one.relay and one.relay.entity else None for one in heard}
    fitting = [one for one in heard if sum(map(len, one.spans)) <= _ROOM]
    return fitting[0] if len(relays) == 1 and fitting else None


def _differ(one: _Heard, other: _Heard, readings: Mapping[str, Reading]) -> bool:
    if one.relay and other.relay:
        return apart(one.relay, other.relay)
    relay, article = (one.relay, other.spans[0].article) if one.relay else (other.relay, one.spans[0].article)
    outlet = readings[article].article.outlet.value or ""
    return relay is not None and relay.entity is not None and not same_outlet(outlet, relay.entity.name)


def _side(one: _Heard, letters: Letters, reading: Reading) -> Side:
    relay = one.relay.entity.id if one.relay and one.relay.entity else None
    value = called(reading, one.relay.credited) if one.relay else None
    return Side(reading.article.id, one.spans, sentences_of(reading, *one.spans), value, letters.of(relay))


CHECK = Check(MADE, __doc__ or "", _run)

"""To whom it was said: one saying of one person, with the outlet that was told it in one article alone.

Compared are articles that print a saying of one person, or tell the same of what the person said. Where one says that
an outlet was told it, and another prints it and names that outlet nowhere, the second leaves open where it has the
words from. So does one that has them from a statement or post where another has a news conference or an interview.
Neither article has to be wrong: people repeat themselves.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from conspectus.compare.channels import CHANNELS_BY_WORDS
from conspectus.compare.check import Check, Evidence
from conspectus.compare.context import sentences_of
from conspectus.compare.letters import Letters
from conspectus.compare.saying.who import Speaking, Who
from conspectus.model import Attribution, Finding, Made, OriginKind, Reading, Side, Span, finding_id
from conspectus.text.outlets import is_outlet, same_outlet

MADE = Made("compare.addressed", "1")
_ALIKE = 0.4
"""The score from which two clauses tell the same of what somebody said."""
_ROOM = 120
"""Characters that the words of one article may take."""
_WAYS: dict[OriginKind, str] = {
    "statement": "written", "release": "written", "post": "posted", "interview": "asked", "broadcast": "asked",
    "news conference": "before reporters", "testimony": "under oath",
}  # fmt: skip
"""Kinds of channel that are no two names for one."""
_OUTLET = "One article says which outlet was told this; another prints it and names that outlet nowhere."
_CHANNEL = "The articles name different channels through which this was said."


@dataclass(frozen=True, slots=True)
class _Told:
    """Somebody's saying in one article: ``outlets`` that were told it, ``channels`` it came through."""

    who: Who
    outlets: tuple[Span, ...]
    channels: tuple[tuple[OriginKind, Span], ...]

    @property
    def article(self) -> str:
        return self.who.reading.article.id


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    if len(evidence.readings) < 2:
        return ()
    order = sorted(reading.article.id for reading in evidence.readings)
    found: dict[tuple[str, str], Finding] = {}
    for name, group in _groups(evidence):
        for one, other in combinations(sorted(group, key=lambda told: told.article), 2):
            pair = (one, other)
            why, what = _apart(pair)
            if why and (name, what) not in found and (sides := _sides(pair)):
                missing = tuple(a for a in order if a not in (one.article, other.article))
                found[name, what] = _finding(name, why, sides, missing)
    return tuple(found.values())


def _groups(evidence: Evidence) -> Iterator[tuple[str, list[_Told]]]:
    """Sayings of one person in several articles, one for each: printed alike first, then told alike."""
    readings = {reading.article.id: reading for reading in evidence.readings}
    held = {(a, one.id): one for a, reading in readings.items() for one in reading.attributions}
    speaking = Speaking(evidence.readings, evidence.entities)
    sayings: list[list[tuple[str, Attribution]]] = []
    for utterance in evidence.utterances:
        own = [[(p.fragment.span.article, p.source.credited) for p in printings if p.source]
               for _, printings in sorted(utterance.by_article().items())]  # fmt: skip
        sayings.append([(a, c) for clear in own for a, c in clear[:1] if isinstance(c, Attribution)])
    for pair in sorted(evidence.alike, key=lambda one: (-one.score, one.one.span, one.other.span)):
        holders = [(s.span.article, s.holders[0]) for s in (pair.one, pair.other) if s.holders]
        if pair.score >= _ALIKE and len(holders) == 2:
            sayings.append([(key[0], held[key]) for key in holders if key in held])
    for saying in sayings:
        told = [_told(speaking.who(readings[article], one)) for article, one in saying]
        for person in sorted({one.who.entity.id for one in told if one.who.entity and one.who.kind == "person"}):
            group = [one for one in told if one.who.entity and one.who.entity.id == person and one.who.speaks]
            if len(group) > 1 and group[0].who.entity:
                yield group[0].who.entity.name, group


def _told(who: Who) -> _Told:
    reading, credited = who.reading, who.credited
    own = [c for c in reading.circumstances if isinstance(credited, Attribution) and c.attribution == credited.id]
    spans = [span for c in own for span in (c.addressee, c.occasion, c.channel) if span]
    told = [
        span
        for chain in reading.chains
        if isinstance(credited, Attribution) and chain.voices[0].attribution == credited.id
        for voice in chain.voices[1:]
        if voice.relay == "told"
        for span in voice.source
    ]
    outlets = tuple(span for span in (*told, *spans) if is_outlet(reading.article.words(span)))
    words = ((kind, span, form) for span in spans for kind, form in CHANNELS_BY_WORDS)
    channels = tuple((kind, span) for kind, span, form in words if form.search(reading.article.words(span)))
    return _Told(who, outlets, channels)


def _apart(pair: tuple[_Told, _Told]) -> tuple[str, str]:
    """The reason for which two tell it otherwise, and what of; empty where nothing shows it."""
    for one, other in (pair, pair[::-1]):
        for span in one.outlets:
            outlet = one.who.reading.article.words(span)
            if not _names(other.who.reading, outlet):
                return _OUTLET, outlet
    left, right = ({_WAYS[kind] for kind, _ in one.channels if kind in _WAYS} for one in pair)
    if left and right and not left & right:
        return _CHANNEL, " ".join(sorted(left | right))
    return "", ""


def _names(reading: Reading, outlet: str) -> bool:
    """The article is that outlet’s, or names it."""
    article = reading.article
    if same_outlet(article.outlet.value or "", outlet):
        return True
    bare = outlet.removeprefix("the ").removeprefix("The ")
    printed = (article.words(name.span) for name in reading.names)
    # "Hessel" is not the Hessel Chronicle.
    return bare in article.body or any(is_outlet(name) and same_outlet(name, outlet) for name in printed)


def _sides(pair: Sequence[_Told]) -> tuple[Side, ...]:
    """Empty where the words of one take too much room."""
    letters = Letters()
    sides = []
    for one in pair:
        reading = one.who.reading
        spans = _joined({*one.who.spans, *one.outlets[:1], *(span for _, span in one.channels[:1])})
        if sum(map(len, spans)) > _ROOM:
            return ()
        value = next((reading.article.words(span) for span in (*one.outlets, *(s for _, s in one.channels))), None)
        sides.append(Side(one.article, spans, sentences_of(reading, *spans), value, letters.of(one.article)))
    return tuple(sides)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and found[-1].overlaps(span):
            last = found.pop()
            span = Span(span.article, span.part, last.start, max(last.end, span.end))
        found.append(span)
    return tuple(found)


def _finding(name: str, why: str, sides: tuple[Side, ...], missing: tuple[str, ...]) -> Finding:
    return Finding(
        id=finding_id("discrepancy", "speaker_source", [span for side in sides for span in side.spans]),
        kind="discrepancy", property="speaker_source", verdict="differ", severity="granularity",
        title=f"To whom {name} said it", sides=sides, missing=missing, reconciled=None,
        certainty=0.7, reason=why, origin=None, collation=(), made=MADE,
    )  # fmt: skip


CHECK = Check(MADE, __doc__ or "", _run)

"""Origins: passages of several articles traced back to one statement, speech, post or document.

Printings of one utterance have one origin. So have the words of one source for which two articles name the same
channel ("in a statement", "told a news conference"), also where they quote other sentences of it. What a source
said through no named channel is not joined beyond the utterance: it may have been said twice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from conspectus.compare.channels import channels
from conspectus.compare.check import Check, Evidence
from conspectus.compare.sources import Source, are_one, source_of
from conspectus.model import Attribution, Finding, Made, OriginKind, Reading, Side, Span, finding_id

MADE = Made("compare.tracing", "1")
_NAMES: dict[OriginKind, str] = {
    "release": "a release", "statement": "a statement", "speech": "a speech", "interview": "an interview",
    "post": "a post", "document": "a document", "news conference": "a news conference", "testimony": "testimony",
    "broadcast": "a broadcast",
}  # fmt: skip
_LONG = 60
"""A source of more characters tells more than a name."""


Key = tuple[str, str]
"""Article and attribution."""


@dataclass(frozen=True, slots=True)
class _Saying:
    """One attribution with its source and the channels named around it."""

    attribution: Attribution
    source: Source
    channels: tuple[tuple[OriginKind, Span], ...]
    article: str

    @property
    def key(self) -> Key:
        return self.article, self.attribution.id

    @property
    def kind(self) -> OriginKind | None:
        return self.channels[0][0] if self.channels else None

    @property
    def named(self) -> tuple[Span, ...]:
        return (*self.source.spans, *(span for _, span in self.channels[:1]))


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    sayings = {
        (reading.article.id, a.id): _Saying(a, source_of(reading, a), tuple(channels(reading, a)), reading.article.id)
        for reading in evidence.readings
        for a in reading.attributions
        if a.source and a.content
    }
    printings = [[p.fragment for p in u.printings if p.fragment.credit] for u in evidence.utterances]
    credits = [{(f.span.article, f.credit.id) for f in found if f.credit} for found in printings]
    groups = [ids & sayings.keys() for ids in credits]
    passages = [tuple(sorted({p.fragment.span for p in u.printings})) for u in evidence.utterances]
    groups += [{one.key, other.key} for one, other in _same_channel(list(sayings.values()))]
    passages += [()] * (len(groups) - len(passages))
    joined = [(_widened(ids, sayings), spans) for ids, spans in _joined(groups, passages)]
    readings = {reading.article.id: reading for reading in evidence.readings}
    found = [_finding([sayings[name] for name in sorted(ids)], spans, readings) for ids, spans in joined if ids]
    return tuple(one for one in found if one)


def _same_channel(sayings: Sequence[_Saying]) -> list[tuple[_Saying, _Saying]]:
    """Pairs of sayings of one source through one sort of channel, named in both articles."""
    told = [one for one in sayings if one.kind]
    return [
        (one, other)
        for one, other in combinations(told, 2)
        if one.kind == other.kind and one.article != other.article and are_one(one.source, other.source)
    ]


def _widened(ids: set[Key], sayings: Mapping[Key, _Saying]) -> set[Key]:
    """With what the same source says in the same article through a channel that the group already has."""
    members = [sayings[name] for name in ids]
    kinds = {one.kind for one in members} - {None}
    also = {
        name
        for name, other in sayings.items()
        if other.kind in kinds
        and any(one.article == other.article and are_one(one.source, other.source) for one in members)
    }
    return ids | also


def _joined(
    groups: Sequence[set[Key]], passages: Sequence[tuple[Span, ...]]
) -> list[tuple[set[Key], tuple[Span, ...]]]:
    """Groups that have a saying in common are one."""
    joined: list[tuple[set[Key], set[Span]]] = []
    for ids, spans in zip(groups, passages, strict=True):
        touching = [one for one in joined if one[0] & ids]
        merged = (set(ids).union(*(one[0] for one in touching)), set(spans).union(*(one[1] for one in touching)))
        joined = [one for one in joined if one not in touching]
        joined.append(merged)
    return [(ids, tuple(sorted(spans))) for ids, spans in joined]


def _finding(sayings: Sequence[_Saying], passages: tuple[Span, ...], readings: Mapping[str, Reading]) -> Finding | None:
    words = passages or tuple(sorted({span for one in sayings for span in one.attribution.content}))
    spans = sorted({*words, *(span for one in sayings for span in one.named)})
    articles = sorted({span.article for span in spans})
    if len(articles) < 2:
        return None
    kind, stated = _kind(sayings)
    source = _named(sayings, readings)
    sides = tuple(_side([s for s in spans if s.article == one], readings[one], sayings) for one in articles)
    return Finding(
        id=finding_id("origin", "came from", spans), kind="origin", property="came from", verdict="agree",
        severity=None, title=_title(source, kind), sides=sides, missing=(), reconciled=None,
        certainty=0.9 if stated else 0.6, reason=_reason(kind, stated), origin=source, collation=(), made=MADE,
    )  # fmt: skip


def _kind(sayings: Sequence[_Saying]) -> tuple[OriginKind | None, bool]:
    """The channel that most articles name, the more telling first, and whether two of them name it."""
    named = {(one.article, one.kind) for one in sayings}
    counts = [(sum(held == kind for _, held in named), kind) for kind in _NAMES]
    most = max(count for count, _ in counts)
    return (next(kind for count, kind in counts if count == most), most > 1) if most else (None, False)


def _side(spans: Sequence[Span], reading: Reading, sayings: Sequence[_Saying]) -> Side:
    context = tuple(s.span for s in reading.sentences if any(s.span.overlaps(span) for span in spans))
    kind = next((one.kind for one in sayings if one.article == reading.article.id and one.kind), None)
    return Side(reading.article.id, tuple(spans), context, kind, "a")


def _named(sayings: Sequence[_Saying], readings: Mapping[str, Reading]) -> str | None:
    """The fullest words that name the source, of a person or body before a role; None where none does."""
    rank = {"person": 2, "body": 2, "role": 1}
    printed = [
        (rank[one.source.sort], len(words) <= _LONG, len(words), words)
        for one in sayings
        if one.source.sort in rank
        for words in [" ".join(readings[one.article].article.words(span) for span in one.attribution.source)]
    ]
    return max(printed)[3].strip(" ,") if printed else None


def _title(source: str | None, kind: OriginKind | None) -> str:
    if source and kind:
        return f"{source}: {_NAMES[kind]}"
    return source or (_NAMES[kind] if kind else "The same words")


def _reason(kind: OriginKind | None, stated: bool) -> str:
    if kind and stated:
        return f"Two or more articles credit it to {_NAMES[kind]}."
    if kind:
        return f"The same words; one article credits them to {_NAMES[kind]}."
    return "The same words; no article says through what they came."


CHECK = Check(MADE, __doc__ or "", _run)

"""Traces: what somebody said that several articles have, through which channel, and the words of it in each.

Printings of one utterance are one trace. So are the words of one source for which two articles name the same
channel ("in a statement", "told a news conference"), also where they quote other sentences of it. A body speaks
through its texts: where an article names one statement or release of it, its other words there come from that too.
Words without a channel of their own that stand inside such a text ("the minister noted, the ministry said in a
release") come through it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from conspectus.compare.channels import channels
from conspectus.compare.sources import Source, are_one, called, source_of
from conspectus.compare.utterances import Utterance
from conspectus.model import Attribution, OriginKind, Reading, Span

TELLING: tuple[OriginKind, ...] = (
    "release", "statement", "speech", "interview", "post", "document", "news conference", "testimony", "broadcast",
)  # fmt: skip
"""Channels, the more telling first where two are named by as many articles."""
NAMES: dict[OriginKind, str] = {
    "release": "a release", "statement": "a statement", "speech": "a speech", "interview": "an interview",
    "post": "a post", "document": "a document", "news conference": "a news conference", "testimony": "testimony",
    "broadcast": "a broadcast", "wire copy": "an agency", "outlet": "an article", "shared text": "one text",
}  # fmt: skip
_TEXTS: frozenset[OriginKind | None] = frozenset(("release", "statement"))
"""What one article calls a statement another calls a release."""
_SEVERAL: frozenset[OriginKind] = frozenset(("interview", "speech", "broadcast"))
"""Of these one person gives many: only shared words show that two articles have the same."""
_LONG = 60
"""A source of more characters tells more than a name."""

Key = tuple[str, str]
"""Article and attribution."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution with its source and the channels named around it; ``tied`` when the first of these is said to be
    what the words came through, and is not only spoken of beside them."""

    attribution: Attribution
    source: Source
    channels: tuple[tuple[OriginKind, Span], ...]
    article: str
    tied: bool = False

    @property
    def key(self) -> Key:
        return self.article, self.attribution.id

    @property
    def kind(self) -> OriginKind | None:
        return self.channels[0][0] if self.channels else None

    @property
    def named(self) -> tuple[Span, ...]:
        """The words that say whose it is and through what it came."""
        return (*self.source.spans, *(span for _, span in self.channels[:1]))


@dataclass(frozen=True, slots=True)
class Trace:
    """Sayings that go back to one occasion. ``printed`` are the printings of one utterance among them, or none;
    ``kind`` the channel that most articles name, ``stated`` whether two of them do; ``name`` the source as printed."""

    sayings: tuple[Saying, ...]
    printed: tuple[Span, ...]
    kind: OriginKind | None
    stated: bool
    name: str | None

    @property
    def words(self) -> tuple[Span, ...]:
        """The words that go back to it, in every article."""
        said = {span for one in self.sayings for span in one.attribution.content}
        return tuple(sorted({*self.printed, *said}))


def traces(readings: Sequence[Reading], utterances: Sequence[Utterance]) -> Iterator[Trace]:
    """Every trace that two articles have or more."""
    sayings = {one.key: one for one in _through_texts(list(_sayings(readings)))}
    said = [one for one in utterances if not one.of_headlines]
    printings = [[p.fragment for p in u.printings if p.fragment.credit] for u in said]
    credits = [{(f.span.article, f.credit.id) for f in found if f.credit} for found in printings]
    groups = [ids & sayings.keys() for ids in credits]
    passages = [tuple(sorted({p.fragment.span for p in u.printings})) for u in said]
    groups += [{one.key, other.key} for one, other in _same_channel(list(sayings.values()))]
    groups += [{inner, outer} for reading in readings for inner, outer in _inside(reading, sayings)]
    passages += [()] * (len(groups) - len(passages))
    by_article = {reading.article.id: reading for reading in readings}
    for ids, spans in _joined(groups, passages):
        if ids:
            members = [sayings[name] for name in sorted(_widened(ids, sayings))]
            kind, stated = _kind(members)
            yield Trace(tuple(members), spans, kind, stated, _named(members, kind, by_article))


def _sayings(readings: Sequence[Reading]) -> Iterator[Saying]:
    for reading in readings:
        for one in reading.attributions:
            if one.source and one.content:
                named = tuple(channels(reading, one))
                tied = bool(named) and _tied(reading, one, named[0][1])
                yield Saying(one, source_of(reading, one), named, reading.article.id, tied)


_VERBS = ("tweeted", "tweeting", "posted", "testified")
_BY_MEANS = r"(?i)\b(?:in|at|on|during|via|through|by|told|releas\w+|issu(?:ed|ing))\s+(?:\S+\s+){0,4}$"
_NO_CHANNEL = r"(?i)\s+(?:request|question|series|about)s?\b"
_FAR = 80
"""Characters from source and cue within which a channel belongs to them."""


def _tied(reading: Reading, attribution: Attribution, channel: Span) -> bool:
    """The article says that the words came through it ("in a statement"), right beside source and cue."""
    text = reading.article.part(channel.part)
    if re.match(_NO_CHANNEL, text[channel.end : channel.end + 20]):
        return False
    told = [span for span in (*attribution.source, *attribution.cue) if span.part == channel.part]
    near = any(max(channel.start - span.end, span.start - channel.end) <= _FAR for span in told)
    means = re.search(_BY_MEANS, text[max(0, channel.start - 50) : channel.start])
    return near and bool(means or reading.article.words(channel).lower() in _VERBS)


def _through_texts(sayings: Sequence[Saying]) -> Iterator[Saying]:
    """The sayings, those of a body with the one text of it that their article names."""
    for one in sayings:
        if one.channels or one.source.sort != "body":
            yield one
            continue
        same = [o for o in sayings if o.article == one.article and o.kind and are_one(one.source, o.source)]
        texts = {o.kind for o in same if o.source.sort == "body"}
        yield (
            replace(one, channels=same[0].channels[:1], tied=same[0].tied)
            if len(texts) == 1 and texts <= _TEXTS
            else one
        )


def _inside(reading: Reading, sayings: Mapping[Key, Saying]) -> Iterator[tuple[Key, Key]]:
    """Sayings without a channel that stand inside the words of a body's text."""
    for chain in reading.chains:
        levels = [(reading.article.id, voice.attribution or "") for voice in chain.voices]
        for inner, outer in pairwise(levels):
            if inner in sayings and outer in sayings and not sayings[inner].channels and sayings[outer].kind in _TEXTS:
                yield inner, outer


def _same_channel(sayings: Sequence[Saying]) -> list[tuple[Saying, Saying]]:
    """Pairs of sayings of one source through one sort of channel, named in both articles."""
    told: dict[OriginKind, list[Saying]] = defaultdict(list)
    for one in sayings:
        if one.kind and one.tied and one.kind not in _SEVERAL:
            told["statement" if one.kind in _TEXTS else one.kind].append(one)
    return [
        (one, other)
        for kind in TELLING
        for one, other in combinations(told[kind], 2)
        if one.article != other.article and are_one(one.source, other.source)
    ]


def _widened(ids: set[Key], sayings: Mapping[Key, Saying]) -> set[Key]:
    """With what the same source says in the same article through a channel that the group already has."""
    members = [sayings[name] for name in ids]
    kinds = {one.kind for one in members} - {None}
    kinds |= _TEXTS if kinds & _TEXTS else set()
    also = {
        name
        for name, other in sayings.items()
        if other.kind in kinds
        and other.tied
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


def _kind(sayings: Sequence[Saying]) -> tuple[OriginKind | None, bool]:
    """The channel that most articles name, the more telling first, and whether two of them name it.

    A release and a statement are one text, called a release where one article says so.
    """
    named = {(one.article, one.kind) for one in sayings if one.kind}
    texts = {article for article, kind in named if kind in _TEXTS}
    counts = [
        (len(texts) if kind in _TEXTS else sum(held == kind for _, held in named), kind)
        for kind in TELLING
        if any(held == kind for _, held in named)
    ]
    most = max((count for count, _ in counts), default=0)
    return (next(kind for count, kind in counts if count == most), most > 1) if most else (None, False)


def _named(sayings: Sequence[Saying], kind: OriginKind | None, readings: Mapping[str, Reading]) -> str | None:
    """The fullest words that name the source: of the one whose channel it is, of a person or body before a role."""
    rank = {"person": 2, "body": 2, "role": 1}
    through = {kind} if kind not in _TEXTS else _TEXTS
    printed = [
        (one.kind in through and kind is not None, rank[one.source.sort], len(words) <= _LONG, len(words), words)
        for one in sayings
        if one.source.sort in rank
        for words in [called(readings[one.article], one.attribution)]
    ]
    return max(printed)[-1] if printed else None


def title(source: str | None, kind: OriginKind | None) -> str:
    """What a reader is shown for an origin: who it comes from, and through what."""
    if source and kind:
        return f"{source}: {NAMES[kind]}"
    return source or (NAMES[kind].capitalize() if kind else "The same words")


def reason(kind: OriginKind | None, stated: bool) -> str:
    """Why words are traced to one origin, as one sentence."""
    if kind and stated:
        return f"Two or more articles credit it to {NAMES[kind]}."
    if kind:
        return f"The same words; one article credits them to {NAMES[kind]}."
    return "The same words; no article says through what they came."

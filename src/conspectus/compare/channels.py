"""Through what somebody's words came: the channel named around an attribution.

Only words outside the content count: "she said in a statement", "in a post on Friday", "told a news conference".
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from conspectus.compare.context import sentences_of
from conspectus.model import Attribution, OriginKind, Reading, Span

CHANNELS: tuple[tuple[OriginKind, str], ...] = (
    ("news conference", "(?:press|news) (?:conference|briefing)s?|briefing"),
    ("release", "(?:press|news) releases?|releases?(?= (?:posted|published|from|on))"),
    ("interview", "interviews?|interviewed"),
    ("testimony", "testimony|testified|hearings?|deposition"),
    (
        "post",
        "tweets?|tweeted|tweeting|twitter|facebook|instagram|posts?|posted|truth social|blog(?: post)?",
    ),
    ("broadcast", "(?:radio|television|tv|talk|morning) (?:show|program|programme|station|host)|podcast|on air"),
    (
        "document",
        "letters?|memo(?:randum)?s?|reports?|emails?|e-mails?|filings?|complaint|lawsuit|affidavit|indictment"
        "|ruling|opinion|study|survey|poll|documents?|transcripts?|records|book|op-ed|editorial|resolution|motion",
    ),
    ("statement", "statements?|announcements?|readout|message"),
    (
        "speech",
        "speech(?:es)?|address(?:es)?(?= (?:to|at|before|on))|remarks|rally|debate|floor|sermon|lecture"
        "|town hall|ceremony|keynote|appearance",
    ),
)
"""What a channel is called, the more telling first: a statement read at a news conference is of the latter."""

CHANNELS_BY_WORDS = tuple((kind, re.compile(rf"\b(?:{form})\b", re.IGNORECASE)) for kind, form in CHANNELS)
"""The kinds with the pattern that finds each in words."""
_KEPT = 2_000
"""So many sentences are remembered with the channels they name: several may speak in one."""


def channels(reading: Reading, attribution: Attribution) -> Iterator[tuple[OriginKind, Span]]:
    """The channels named in the sentences of the source and cue, outside the content; the most telling first.

    Where "he" or "she" speaks, that of the sentence before counts as the article's circumstances have it.
    """
    told = (*attribution.source, *attribution.cue)
    around = list(sentences_of(reading, *told))
    if attribution.source and reading.article.words(attribution.source[0]).lower() in ("he", "she"):
        lent = (c.channel for c in reading.circumstances if c.attribution == attribution.id)
        around += [span for span in lent if span and not any(span.overlaps(one) for one in around)]
    quoted = [q.span for q in reading.quotations]
    named = [(sentence, *one) for sentence in around for one in _named(reading.article.words(sentence))]
    for sentence, rank, begin, end in sorted(named, key=lambda one: one[1]):
        span = Span(sentence.article, sentence.part, sentence.start + begin, sentence.start + end)
        if not any(span.overlaps(other) for other in (*attribution.content, *quoted)):
            yield CHANNELS[rank][0], span


@lru_cache(maxsize=_KEPT)
def _named(text: str) -> tuple[tuple[int, int, int], ...]:
    """Every channel that a text names: its place in ``CHANNELS``, and where its words begin and end."""
    return tuple((rank, *m.span()) for rank, (_, form) in enumerate(CHANNELS_BY_WORDS) for m in form.finditer(text))

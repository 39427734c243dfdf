"""Settings: what stands around a value, as far as it says of what the value is told."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from conspectus.compare.mentions import Mention, mentions
from conspectus.compare.told.values import Value
from conspectus.compare.words import Word, content, stem, word_set, words
from conspectus.model import Amount, Reading, Span, Time

_BEFORE, _AFTER = 6, 4
"""Words before and after a value that count as near it."""
_CALENDAR = frozenset(
    stem(word)
    for word in word_set(
        """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december today yesterday tomorrow morning afternoon evening night week weekend
        month year day last next early earlier late later ago"""
    )
)
"""Words of times: that two sentences tell of one day says nothing of what they tell."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A value with its mention. ``near`` are the stems near it, ``around`` those of its sentence and the two beside
    it; ``act`` is the stem of the verb of the smallest clause around it, ``subject`` and ``names`` stems of that
    clause; ``lead`` is the last word before it. ``kin`` counts the values of its kind in the sentence."""

    value: Value
    mention: Mention
    near: frozenset[str]
    around: frozenset[str]
    act: str
    subject: frozenset[str]
    names: frozenset[str]
    lead: str
    kin: int

    @property
    def of(self) -> str:
        """The stem of what is counted, "" where that is not said."""
        return stem(self.value.of) if isinstance(self.value, Amount) and self.value.of else ""

    @property
    def is_length(self) -> bool:
        return isinstance(self.value, Time) and self.value.type == "DURATION"


def settings(reading: Reading, values: Sequence[Value]) -> tuple[Setting, ...]:
    """The settings of ``values`` (of this article, of one kind), in the order given."""
    return tuple(_settings(reading, values))


def _settings(reading: Reading, values: Sequence[Value]) -> Iterator[Setting]:
    sentences = [sentence.span for sentence in reading.sentences]
    every = [t.span for t in reading.times] + [a.span for a in reading.amounts]
    for value, mention in zip(values, mentions(reading, [value.span for value in values]), strict=True):
        here = next((n for n, span in enumerate(sentences) if span.contains(value.span)), None)
        told = [w for w in words(reading.article, mention.sentence, False) if w.is_content]
        before = [w for w in told if w.span.end <= value.span.start]
        after = [w for w in told if w.span.start >= value.span.end]
        plain = next((w for w in reversed(before) if not any(span.overlaps(w.span) for span in every)), None)
        clause = [s for s in reading.statements if s.id in mention.statements]
        own = min(clause, key=lambda s: (len(s.span), s.id), default=None)
        taking = [part for part in own.participants if not part.contains(own.predicate)] if own else []
        yield Setting(
            value, mention, _stems((*before[-_BEFORE:], *after[:_AFTER])),
            mention.stems if here is None else _around(reading, sentences[max(0, here - 1) : here + 2]),
            stem(reading.article.words(own.predicate).lower()) if own else "",
            content(reading.article, taking[0]) - _CALENDAR if taking else frozenset(),
            _named(reading, own.span if own else mention.sentence),
            stem(plain.norm) if plain else "",
            sum(mention.sentence.contains(other.span) for other in values),
        )  # fmt: skip


def _around(reading: Reading, sentences: Sequence[Span]) -> frozenset[str]:
    return frozenset().union(*(content(reading.article, span) for span in sentences)) - _CALENDAR


def _stems(run: Iterable[Word]) -> frozenset[str]:
    return frozenset(stem(word.norm) for word in run if word.is_content) - _CALENDAR


def _named(reading: Reading, span: Span) -> frozenset[str]:
    names = [name.span for name in reading.names if name.span.overlaps(span)]
    return _stems(w for w in words(reading.article, span, False) if any(name.contains(w.span) for name in names))

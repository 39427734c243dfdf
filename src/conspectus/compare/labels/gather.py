"""The noun phrases of an article with what each says: its words, whose it is, what follows it, in whose voice."""

from collections.abc import Iterator, Mapping, Sequence

from conspectus.compare.entities.forms import form
from conspectus.compare.labels.bearers import sure
from conspectus.compare.labels.records import Label
from conspectus.compare.labels.tails import tail
from conspectus.compare.labels.vocabulary import BEARING, DENYING, JOINING, LIGHT, SPEAKING
from conspectus.compare.placed import placed
from conspectus.compare.voice import voices_of
from conspectus.compare.words import content, stem, words
from conspectus.model import Name, Phrase, Reading, Span

Key = tuple[str, ...]
UNKNOWN = "?"
"""Whose something is, where the text does not tell."""
_MARKS = frozenset("'’")
_WORD = 20
"""Characters before a phrase that hold the word before it."""


def gathered(reading: Reading, keys: Mapping[Span, Key]) -> Iterator[Label]:
    """The noun phrases of an article; ``keys`` are the clusters of heads and pronouns."""
    values = [t.span for t in reading.times] + [a.span for a in reading.amounts if a.kind != "count"]
    unwanted, names = placed((one, one) for one in values), placed((name.span, name) for name in reading.names)
    sentences = placed((one.span, one.span) for one in reading.sentences)
    around = {one.span: _content(reading, one.span) for one in reading.sentences}
    voice_of = voices_of(reading)
    last = {name.span: list(stems(reading, name.span))[-1:] for name in reading.names}
    for phrase in reading.phrases:
        printed = reading.article.words(phrase.core)
        if unwanted.touching(phrase.head) or _is_party(printed) or (phrase.about and unwanted.touching(phrase.about)):
            continue
        inside = [name for name in names.touching(phrase.span) if phrase.span.contains(name.span)]
        name = next(iter(names.touching(phrase.head)), None)
        if name and not phrase.span.contains(name.span) and name.span.end > phrase.span.end:
            continue
        owners = frozenset(one for n in _owners(reading, phrase, inside) for one in last[n.span])
        voice = voice_of(phrase.core)
        lent = _bearer(reading, phrase, keys, voice) if not owners else ""
        told, before = tail(reading.article, phrase), _before(reading, phrase)
        dated = unwanted.touching(told) if told else []
        yield Label(
            phrase,
            frozenset(stems(reading, phrase.core)),
            frozenset(one for n in inside for one in last[n.span]),
            owners | (frozenset((lent,)) if lent and lent != UNKNOWN else frozenset()),
            frozenset(one for sort in phrase.sorts for one in stems(reading, sort)),
            _content(reading, told, dated) if told else frozenset(),
            around.get(next(iter(sentences.touching(phrase.head)), phrase.core), frozenset()),
            lent == UNKNOWN,
            before in DENYING,
            before in JOINING,
            name.label if name else None,
            printed,
            form(printed),
            voice,
        )


def _before(reading: Reading, phrase: Phrase) -> str:
    """The word before a phrase ("neither a sailor nor a pilot")."""
    text, start = reading.article.part(phrase.core.part), phrase.core.start
    words = text[max(0, start - _WORD) : start].split()
    return words[-1].lower() if words else ""


def _bearer(reading: Reading, phrase: Phrase, keys: Mapping[Span, Key], voice: tuple[Span, ...] | None) -> str:
    """The stem of the family name of whom a phrase's first word says it is ("his plan"); "" where it says nothing,
    ``UNKNOWN`` where nobody is told."""
    first = reading.article.words(phrase.core).split()[0].lower()
    if first in SPEAKING:
        return next(iter(list(stems(reading, voice[0]))[-1:]), UNKNOWN) if voice else UNKNOWN
    if first not in BEARING:
        return ""
    pronoun = opening(phrase, first)
    key = keys.get(pronoun, ("",))
    return stem(key[-1]) if key[0] == "name" and sure(reading, pronoun, key, voice or ()) else UNKNOWN


def opening(phrase: Phrase, first: str) -> Span:
    """The span of a phrase's first word."""
    core = phrase.core
    return Span(core.article, core.part, core.start, core.start + len(first))


def _content(reading: Reading, span: Span, without: Sequence[Span] = ()) -> frozenset[str]:
    if not without:
        return content(reading.article, span)
    found = (word for word in words(reading.article, span, False) if word.is_content)
    return frozenset(stem(word.norm) for word in found if not any(one.overlaps(word.span) for one in without))


def _owners(reading: Reading, phrase: Phrase, inside: Sequence[Name]) -> list[Name]:
    """The names whose a phrase says it is: before its head with an "'s", or at the end of what "of" brings in."""
    text = reading.article.part(phrase.span.part)
    own = [
        n
        for n in inside
        if n.span.end <= phrase.head.start and _MARKS.intersection(text[n.span.end - 2 : n.span.end + 1])
    ]
    behind = [n for n in inside if n.span.start >= phrase.head.end]
    return own or (behind[-1:] if text[phrase.head.end : phrase.head.end + 4] == " of " else [])


def _is_party(printed: str) -> bool:
    """True for a party and state behind a name ("R-Tenn.")."""
    return printed[1:2] == "-" or (printed.endswith(".") and " " not in printed and len(printed) < 7)


def stems(reading: Reading, span: Span) -> Iterator[str]:
    """The stems of a stretch, without articles and the like."""
    return (stem(word.norm) for word in words(reading.article, span, False) if word.norm and word.norm not in LIGHT)

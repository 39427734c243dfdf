"""The sentences of an article that may accuse or answer, each with who says it and whom it names."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from conspectus.compare.accusations.vocabulary import (
    AGAINST,
    BACKING,
    DENYING,
    FLATLY,
    JUDGED,
    JUDGING,
    PARTLY,
    SILENT,
    TURNING,
)
from conspectus.compare.placed import Placed, placed
from conspectus.compare.words import Word, stem, words
from conspectus.model import Attribution, Reading, Span, Speaker

Answer = Literal["denial", "partial", "reply", "no comment"]
Names = Placed[tuple[Span, str]]
"""The names of an article, each with the words that it is known by."""
SHORT, SENTENCE = 30, 240
"""Characters of words that say nothing without their cue, and within which the cue stands beside them."""
FLAT = 3
"""From this strength on, words answer even where nobody is credited: "did not respond"."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence, or the part of it that somebody is credited with.

    ``span`` is what is shown, ``run`` are the words said, ``stems`` their stems, ``cue`` and ``source`` the stems of
    how and by whom they are said. ``by`` are the names of those who say it or are spoken for, ``names`` those that it
    names, in order; where it names nobody, those of the sentences before. ``against`` tells how much its words answer
    (0 for not at all), ``answer`` the sort of answer. ``backing``: a lawyer, backer and the like says it, or it sets in
    with a "but". ``explicit``: its cue judges, or the article's own words say that somebody is blamed.
    """

    span: Span
    sentence: Span
    at: int
    credited: Attribution | None
    speaker: Speaker | None
    by: frozenset[str]
    names: tuple[str, ...]
    run: tuple[Word, ...]
    stems: frozenset[str]
    cue: frozenset[str]
    source: frozenset[str]
    against: int
    answer: Answer
    backing: bool
    explicit: bool

    @property
    def article(self) -> str:
        return self.span.article


def sayings(reading: Reading, known: Mapping[Span, str], ties: Mapping[str, frozenset[str]]) -> Iterator[Saying]:
    """The sayings of one article in the order of the text; ``known`` and ``ties`` are those of ``people``."""
    before: tuple[str, ...] = ()
    names = placed((span, (span, words)) for span, words in known.items())
    for at, sentence in enumerate(reading.sentences):
        credited = _credited(reading, sentence.span)
        for one in credited or (None,):
            saying = _saying(reading, (at, sentence.span), one, names, before)
            yield replace(saying, by=saying.by.union(*(ties.get(name, frozenset()) for name in saying.by)))
        before = _named(sentence.span, names) or before


def _credited(reading: Reading, sentence: Span) -> list[Attribution]:
    """The attributions that have most of their words in a sentence, inner ones left out where an outer one has them."""
    found = [one for one in reading.attributions if any(piece.overlaps(sentence) for piece in one.content)]
    return [one for one in found if not any(other is not one and _inside(one, other, sentence) for other in found)]


def _inside(one: Attribution, other: Attribution, sentence: Span) -> bool:
    own = [piece for piece in one.content if piece.overlaps(sentence)]
    return all(any(big.contains(piece) and big != piece for big in other.content) for piece in own)


def _saying(
    reading: Reading,
    place: tuple[int, Span],
    one: Attribution | None,
    known: Names,
    before: tuple[str, ...],
) -> Saying:
    at, sentence = place
    span = _part(one, sentence)
    speaker = next((s for s in reading.speakers if one and s.source == one.source), None)
    credited = [*(one.source if one else ()), *(speaker.names if speaker else ())]
    by = frozenset([words for span in credited for _, words in known.touching(span)])
    run = words(reading.article, span, False)
    said, source = stems_of(run), _stems(reading, one.source if one else ())
    cue = _stems(reading, [c for c in (one.cue if one else ()) if c.overlaps(sentence)])
    names = tuple(name for name in _named(span, known) if name not in by)
    if not names:
        names = tuple(name for name in before if name not in by)
    against, answer = _answers(reading, sentence, said, cue, one)
    if one is None and against >= FLAT:
        by = frozenset(names)
    opening = reading.article.words(sentence).lstrip("“\"‘'").split(" ", 1)[0].lower().strip(",")
    backing = opening in TURNING or bool(source & BACKING)
    explicit = bool(cue & JUDGING or (one and one.manner == "accusing") or (not source and said & JUDGED))
    if one and (cue & (JUDGING | DENYING) or len(span) < SHORT):
        span = _with_cue(one, span)
    return Saying(
        span, sentence, at, one, speaker, by, names, run, said, cue, source, against, answer, backing, explicit
    )


def _with_cue(one: Attribution, span: Span) -> Span:
    """The words with who says them and how, as far as they stand beside: "denied any part in it"."""
    beside = [s for s in (*one.source, *one.cue) if s.part == span.part and abs(s.start - span.start) < SENTENCE]
    start = min([span.start, *(s.start for s in beside)])
    end = max([span.end, *(s.end for s in beside)])
    return Span(span.article, span.part, start, end)


def _named(span: Span, known: Names) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for name, words in known.touching(span) if span.contains(name)))


def _part(one: Attribution | None, sentence: Span) -> Span:
    """The words in the sentence that are credited, as one stretch; the whole sentence where nobody is."""
    pieces = [p for p in (one.content if one else ()) if p.overlaps(sentence)]
    if not pieces:
        return sentence
    start, end = max(sentence.start, pieces[0].start), min(sentence.end, pieces[-1].end)
    return Span(sentence.article, sentence.part, start, end)


def _stems(reading: Reading, spans: Iterable[Span]) -> frozenset[str]:
    return frozenset().union(*(stems_of(words(reading.article, span, False)) for span in spans))


def stems_of(run: Iterable[Word]) -> frozenset[str]:
    """The words of a run in lower case and their stems."""
    return frozenset(form for word in run for part in word.norm.split() for form in (part, stem(part)))


def _answers(
    reading: Reading, sentence: Span, said: frozenset[str], cue: frozenset[str], one: Attribution | None
) -> tuple[int, Answer]:
    printed = " ".join(reading.article.words(sentence).split()).lower()
    if any(silent in printed for silent in SILENT):
        return 3, "no comment"
    outside = stems_of(words(reading.article, sentence, False)) if one is None else cue
    kind: Answer = "partial" if outside & PARTLY else "denial" if outside & FLATLY else "reply"
    strength = 3 if outside & FLATLY or (one and one.manner == "denying") else 2 if outside & DENYING else 0
    against = min(2, len(said & AGAINST)) if one is not None else 0
    if one is None and not strength:
        return 0, "reply"
    return strength + against, "denial" if kind == "reply" and against and strength else kind

"""The sentences of an article that accuse or answer, each with who says it and whom it names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from conspectus.compare.accusations.vocabulary import (
    ACCUSED,
    ACCUSING,
    AGAINST,
    BACKING,
    DENYING,
    FLATLY,
    HEDGED,
    NEGATIVE,
    PARTLY,
    RIGHT,
    TURNING,
    WRONG,
)
from conspectus.compare.words import stem, words
from conspectus.model import Attribution, Reading, Span

Answer = Literal["denial", "partial", "reply", "no comment"]
SHORT, SENTENCE = 30, 240
"""Characters of words that say nothing without their cue, and within which the cue stands beside them."""
FLAT = 3
"""From this strength on, words answer even where nobody is credited: "did not respond"."""
_SILENT = (
    "declined to comment", "no comment", "not immediately respond", "not respond", "not return", "not answer",
    "declined to answer", "refused to comment", "could not be reached", "declined to discuss", "declined to say",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence, or the part of it that somebody is credited with.

    ``by`` are the names of those who say it or are spoken for, ``names`` those that it names, in order; where it
    names nobody, those of the sentences before. ``charge`` and ``against`` tell how much its words accuse and answer (0
    for not at all); ``answer`` is the sort of answer. ``backing``: a lawyer, backer and the like says it, or it sets in
    with a "but". ``accusing``: its cue accuses, or an article's own words say that somebody is accused.
    """

    span: Span
    sentence: Span
    at: int
    credited: Attribution | None
    by: frozenset[str]
    names: tuple[str, ...]
    stems: frozenset[str]
    charge: int
    against: int
    answer: Answer
    backing: bool
    accusing: bool

    @property
    def article(self) -> str:
        return self.span.article


def sayings(reading: Reading, known: Mapping[Span, str], ties: Mapping[str, frozenset[str]]) -> Iterator[Saying]:
    """The sayings of one article in the order of the text; ``known`` and ``ties`` are those of ``people``."""
    before: tuple[str, ...] = ()
    for at, sentence in enumerate(reading.sentences):
        credited = _credited(reading, sentence.span)
        for one in credited or (None,):
            saying = _saying(reading, (at, sentence.span), one, known, before)
            yield replace(saying, by=saying.by.union(*(ties.get(name, frozenset()) for name in saying.by)))
        before = _named(sentence.span, known) or before


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
    known: Mapping[Span, str],
    before: tuple[str, ...],
) -> Saying:
    at, sentence = place
    span = _part(one, sentence)
    speaker = next((s for s in reading.speakers if one and s.source == one.source), None)
    credited = [*(one.source if one else ()), *(speaker.names if speaker else ())]
    by = frozenset(words for name, words in known.items() if any(name.overlaps(s) for s in credited))
    said = _stems(reading, span)
    names = tuple(name for name in _named(span, known) if name not in by)
    if not names:
        names = tuple(name for name in before if name not in by)
    cue = frozenset(s for c in (one.cue if one else ()) if c.overlaps(sentence) for s in _stems(reading, c))
    charge, (against, answer) = _charge(said, cue, one), _answers(reading, sentence, said, cue, one)
    if one is None and against >= FLAT:
        by = frozenset(names)
    opening = reading.article.words(sentence).lstrip("“\"‘'").split(" ", 1)[0].lower().strip(",")
    source = frozenset(s for part in (one.source if one else ()) for s in _stems(reading, part))
    backing = opening in TURNING or bool(source & BACKING)
    accusing = bool(cue & ACCUSING or (one and one.manner == "accusing") or (not source and said & ACCUSED))
    if one and (cue & (ACCUSING | DENYING) or len(span) < SHORT):
        span = _with_cue(one, span)
    return Saying(span, sentence, at, one, by, names, said, charge, against, answer, backing, accusing)


def _with_cue(one: Attribution, span: Span) -> Span:
    """The words with who says them and how, as far as they stand beside: "denied any part in it"."""
    beside = [s for s in (*one.source, *one.cue) if s.part == span.part and abs(s.start - span.start) < SENTENCE]
    start = min([span.start, *(s.start for s in beside)])
    end = max([span.end, *(s.end for s in beside)])
    return Span(span.article, span.part, start, end)


def _named(span: Span, known: Mapping[Span, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for name, words in sorted(known.items()) if span.contains(name)))


def _part(one: Attribution | None, sentence: Span) -> Span:
    """The words in the sentence that are credited, as one stretch; the whole sentence where nobody is."""
    pieces = [p for p in (one.content if one else ()) if p.overlaps(sentence)]
    if not pieces:
        return sentence
    start, end = max(sentence.start, pieces[0].start), min(sentence.end, pieces[-1].end)
    return Span(sentence.article, sentence.part, start, end)


def _stems(reading: Reading, span: Span) -> frozenset[str]:
    return frozenset(
        form
        for word in words(reading.article, span, False)
        for part in word.norm.split()
        for form in (part, stem(part))
    )


def _charge(said: frozenset[str], cue: frozenset[str], one: Attribution | None) -> int:
    wrong = min(2, len({stem(w) for w in said & WRONG}) + (1 if said & RIGHT and said & NEGATIVE else 0))
    charged = 3 if cue & ACCUSING or (one and one.manner == "accusing") else 2 if said & ACCUSING else 0
    hedged = 1 if said & HEDGED or (one and one.manner == "doubtful") else 0
    if one is None or not one.source:
        # Nobody is credited: the words themselves have to accuse ("was charged with fraud").
        return charged + hedged + wrong if charged or (hedged and wrong) else 0
    return charged + hedged + wrong


def _answers(
    reading: Reading, sentence: Span, said: frozenset[str], cue: frozenset[str], one: Attribution | None
) -> tuple[int, Answer]:
    printed = " ".join(reading.article.words(sentence).split()).lower()
    if any(silent in printed for silent in _SILENT):
        return 3, "no comment"
    outside = frozenset(_stems(reading, sentence)) if one is None else cue
    kind: Answer = "partial" if outside & PARTLY else "denial" if outside & FLATLY else "reply"
    strength = 3 if outside & FLATLY or (one and one.manner == "denying") else 2 if outside & DENYING else 0
    against = min(2, len(said & AGAINST)) if one is not None else 0
    if one is None and not strength:
        return 0, "reply"
    return strength + against, "denial" if kind == "reply" and against and strength else kind

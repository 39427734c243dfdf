"""Echoes: a short quotation whose words another article has, quoted or told, inside more words of the same source.

A lead quotes a word or two ("the plan was ‘reckless’") of what the article, or another one, gives in full further down,
or tells without marks. Two or three words prove little by themselves. They do where one source is credited in both and
neither article has the phrase outside of what that source may have said: then it is a phrase that both have from it.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from conspectus.compare.fragments import Form, Fragment
from conspectus.compare.sources import Source, are_one, may_be_one, source_of
from conspectus.compare.utterances import Printing, Utterance
from conspectus.compare.words import Word, stem, words
from conspectus.model import Attribution, Part, Reading, Span, Voice

_SHORT = 4
"""Content words of a quotation that may be a phrase of a longer saying."""
_RARE = 7
"""Letters of a word that can be an echo alone: shorter ones are everybody's."""
_PHRASE = 3
"""Words of a whole quotation, one of them with a meaning of its own, that can be an echo."""
_SURE = 0.6
_PARTS: tuple[Part, ...] = ("title", "body")


@dataclass(frozen=True, slots=True)
class _Told:
    """One piece of what a source is credited with; ``quoted`` is set on the words inside quotation marks."""

    source: Source
    credit: Attribution | None
    piece: Span
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class _Echo:
    """The same run of words in a short quotation and in another article."""

    here: Printing
    there: Printing


def echoed(groups: Sequence[Utterance], readings: Sequence[Reading]) -> tuple[Utterance, ...]:
    """The utterances with the echoes of each, and those that echoes alone make, whatever the order of the readings."""
    found = sorted(
        _echoes(sorted(readings, key=lambda r: r.article.id)),
        key=lambda e: (-e.here.matched, e.here.fragment.span, e.there.fragment.span),
    )
    printings = [list(one.printings) for one in groups]
    certain = [one.certainty for one in groups]
    for echo in found:
        ours, theirs = (_holding(printings, p.fragment.span) for p in (echo.here, echo.there))
        if ours is None and theirs is None:
            printings.append([echo.here, echo.there])
            certain.append(_SURE)
        elif ours is None or theirs is None:
            known, new = (theirs, echo.here) if ours is None else (ours, echo.there)
            old = echo.there if ours is None else echo.here
            assert known is not None
            base = next(p.base for p in printings[known] if p.fragment.span.overlaps(old.fragment.span))
            printings[known].append(replace(new, base=base))
            certain[known] = min(certain[known], _SURE)
    made = [
        Utterance(tuple(sorted(own, key=lambda p: p.fragment.span)), sure)
        for own, sure in zip(printings, certain, strict=True)
    ]
    return tuple(sorted(made, key=lambda one: one.printings[0].fragment.span))


def _holding(printings: Sequence[Sequence[Printing]], span: Span) -> int | None:
    """Which utterance has a printing there."""
    return next((n for n, own in enumerate(printings) if any(p.fragment.span.overlaps(span) for p in own)), None)


def _echoes(readings: Sequence[Reading]) -> Iterator[_Echo]:
    pages = {reading.article.id: _Page(reading) for reading in readings}
    held: dict[str, list[tuple[_Told, int]]] = defaultdict(list)
    for one in (one for page in pages.values() for one in page.told):
        for at, word in enumerate(one.words):
            if word.is_content:
                held[stem(word.norm)].append((one, at))
    for reading in readings:
        for quotation in reading.quotations:
            if quotation.depth == 0:
                for one in pages[reading.article.id].told:
                    if one.piece.overlaps(quotation.inner):
                        yield from _of_quotation(one, quotation.inner, held, pages)


class _Page:
    """The words of an article, and which of them each source is credited with."""

    def __init__(self, reading: Reading) -> None:
        article = reading.article
        self._marked = [one.span for one in reading.quotations]
        self._inner = [one.inner for one in reading.quotations if one.depth == 0]
        self._words = {
            part: words(article, Span(article.id, part, 0, len(article.part(part))), False) for part in _PARTS
        }
        self._starts = {part: [word.span.start for word in own] for part, own in self._words.items()}
        self.told = tuple(self._credited(reading))

    def _credited(self, reading: Reading) -> Iterator[_Told]:
        """Those included that only the chains show."""
        credited: list[tuple[Attribution | Voice, tuple[Span, ...]]] = [
            (one, one.content) for one in reading.attributions if one.source
        ]
        first = ((chain.voices[0], chain.content) for chain in reading.chains)
        credited += [(voice, content) for voice, content in first if voice.attribution is None and voice.source]
        for credit, content in credited:
            source = source_of(reading, credit)
            attribution = credit if isinstance(credit, Attribution) else None
            yield from (_Told(source, attribution, piece, self._under(piece)) for piece in content)

    def _under(self, piece: Span) -> tuple[Word, ...]:
        starts, inside = self._starts[piece.part], [span for span in self._inner if span.overlaps(piece)]
        first = max(0, bisect_right(starts, piece.start) - 1)
        own = self._words[piece.part][first : bisect_left(starts, piece.end)]
        kept = (_within(word, piece) for word in own if word.span.overlaps(piece))
        return tuple(
            next((replace(_within(word, span), quoted=True) for span in inside if span.overlaps(word.span)), word)
            for word in kept
        )

    def only_from(self, source: Source, run: Sequence[Word]) -> bool:
        """True when the body has the words only in quotations and in what the source may have said."""
        return all(
            any(span.contains(place) for span in self._marked)
            or any(one.piece.overlaps(place) and may_be_one(one.source, source) for one in self.told)
            for place in self._places(tuple(word.norm for word in run))
        )

    def _places(self, norms: tuple[str, ...]) -> Iterator[Span]:
        body = self._words["body"]
        for at, word in enumerate(body):
            if word.norm == norms[0] and tuple(one.norm for one in body[at : at + len(norms)]) == norms:
                first, last = word.span, body[at + len(norms) - 1].span
                yield Span(first.article, "body", first.start, last.end)


def _of_quotation(
    one: _Told, inner: Span, held: Mapping[str, Sequence[tuple[_Told, int]]], pages: Mapping[str, _Page]
) -> Iterator[_Echo]:
    """Where the words of a short quotation stand in another article's words of the same source."""
    own = [at for at, word in enumerate(one.words) if word.span.overlaps(inner)]
    content = [at for at in own if one.words[at].is_content]
    if not 0 < len(content) <= _SHORT:
        return
    done: set[tuple[int, int, int]] = set()
    for at in content:
        for other, place in held[stem(one.words[at].norm)]:
            if other.piece.article == one.piece.article or not are_one(one.source, other.source):
                continue
            start, end = _trimmed(one.words, _run(one.words, at, other.words, place), own)
            shift = place - at
            if (id(other), start, shift) in done:
                continue
            done.add((id(other), start, shift))
            here, there = one.words[start:end], other.words[start + shift : end + shift]
            known = _tells(here, there, [one.words[n] for n in own])
            if known and all(pages[told.piece.article].only_from(told.source, here) for told in (one, other)):
                # Beside words that are told, the quotation stands whole: nothing in marks can differ from it.
                whole = (
                    here
                    if any(word.quoted for word in there)
                    else one.words[min(start, own[0]) : max(end, own[-1] + 1)]
                )
                yield _Echo(_printing(whole, one), _printing(there, other))


def _run(left: Sequence[Word], at: int, right: Sequence[Word], place: int) -> tuple[int, int]:
    """The longest run of the same words around a place of each, as half-open positions in the first."""
    start, end = at, at + 1
    while start and place - at + start and stem(left[start - 1].norm) == stem(right[place - at + start - 1].norm):
        start -= 1
    while end < len(left) and place - at + end < len(right):
        if stem(left[end].norm) != stem(right[place - at + end].norm):
            break
        end += 1
    return start, end


def _trimmed(told: Sequence[Word], run: tuple[int, int], own: Sequence[int]) -> tuple[int, int]:
    """The run without small words at its edges that stand outside the marks."""
    start, end = run
    while start < own[0] and not told[start].is_content:
        start += 1
    while end - 1 > own[-1] and not told[end - 1].is_content:
        end -= 1
    return start, end


def _tells(here: Sequence[Word], there: Sequence[Word], quotation: Sequence[Word]) -> bool:
    """Whether a run is most of the quotation, no name, and enough to be known again."""
    inside = [word for word in here if word in quotation]
    content = [word for word in here if word.is_content]
    asked = sum(word.is_content for word in quotation)
    if 3 * sum(word.is_content for word in inside) < 2 * asked or 2 * len(inside) < len(quotation):
        return False
    if 2 * max(_small(here), _small(there)) < len(content):
        return False
    if len(content) > 1:
        return True
    whole = len(inside) == len(quotation) >= _PHRASE
    alone = len(quotation) < _PHRASE and len(content[0].norm) >= _RARE
    at = here.index(content[0])
    return there[at].quoted and there[at].norm == here[at].norm and (whole or alone)


def _small(run: Sequence[Word]) -> int:
    return sum(word.is_content and word.shown.lstrip("\"'“‘([")[:1].islower() for word in run)


def _within(word: Word, whole: Span) -> Word:
    """The word without what clings to it from outside of a stretch."""
    where = word.span
    start, end = max(where.start, whole.start), min(where.end, whole.end)
    shown = word.shown[start - where.start : end - where.start].rstrip(" -–—")
    return replace(word, shown=shown, span=Span(where.article, where.part, start, start + len(shown)))


def _printing(run: Sequence[Word], told: _Told) -> Printing:
    form: Form = "quoted" if all(word.quoted for word in run) else "reported"
    fragment = Fragment((replace(run[0], first=True), *run[1:]), form, told.credit, (), None)
    return Printing(fragment, told.source, (0, len(run)), sum(word.is_content for word in run))

"""Echoes: a short quotation whose words another article has, quoted or told, inside more words of the same source.

A lead quotes a word or two ("the plan was ‘reckless’") of what the article, or another one, gives in full further down,
or tells without marks. Two or three words prove little by themselves. They do where one source is credited in both and
neither article has the phrase outside of what that source may have said: then it is a phrase that both have from it.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
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
    held: dict[str, list[tuple[Printing, int]]] = defaultdict(list)
    for n, own in enumerate(printings):
        for one in own:
            held[one.fragment.span.article].append((one, n))
    for echo in found:
        ours, theirs = (_holding(held, p.fragment.span) for p in (echo.here, echo.there))
        if ours and theirs:
            continue
        known = ours or theirs
        if known is None:
            printings.append([])
            certain.append(_SURE)
        base, at = (known[0].base, known[1]) if known else (echo.here.base, len(printings) - 1)
        for new in (echo.here,) * (ours is None) + (echo.there,) * (theirs is None):
            printings[at].append(replace(new, base=base))
            held[new.fragment.span.article].append((printings[at][-1], at))
        certain[at] = min(certain[at], _SURE)
    made = [
        Utterance(tuple(sorted(own, key=lambda p: p.fragment.span)), sure)
        for own, sure in zip(printings, certain, strict=True)
    ]
    return tuple(sorted(made, key=lambda one: one.printings[0].fragment.span))


def _holding(held: Mapping[str, Sequence[tuple[Printing, int]]], span: Span) -> tuple[Printing, int] | None:
    """The printing that stands there, and which utterance has it."""
    return next((one for one in held.get(span.article, ()) if one[0].fragment.span.overlaps(span)), None)


def _echoes(readings: Sequence[Reading]) -> Iterator[_Echo]:
    """The echoes that tie all articles together which have one: what many print alike is looked at once."""
    pages = {reading.article.id: _Page(reading) for reading in readings}
    alike: dict[Hashable, list[_Told]] = defaultdict(list)
    for page in pages.values():
        for one in page.told:
            alike[page.key(one)].append(one)
    held: dict[str, list[tuple[list[_Told], int]]] = defaultdict(list)
    for same in alike.values():
        for at, word in enumerate(same[0].words):
            if word.is_content:
                held[stem(word.norm)].append((same, at))
    for ones, own in _short_quotations(readings, pages):
        for others, run, shift in _matches(ones[0], own, held):
            yield from _tied((ones, others), (own, run, shift), pages)


def _short_quotations(
    readings: Sequence[Reading], pages: Mapping[str, "_Page"]
) -> Iterator[tuple[list[_Told], tuple[int, ...]]]:
    """What short quotations stand in, with the places of their words there; pieces that are alike together."""
    found: dict[tuple[Hashable, tuple[int, ...]], list[_Told]] = defaultdict(list)
    for reading in readings:
        for quotation in (one for one in reading.quotations if one.depth == 0):
            for one in (told for told in pages[reading.article.id].told if told.piece.overlaps(quotation.inner)):
                own = tuple(at for at, word in enumerate(one.words) if word.span.overlaps(quotation.inner))
                if 0 < sum(one.words[at].is_content for at in own) <= _SHORT:
                    found[pages[one.piece.article].key(one), own].append(one)
    for (_, own), ones in found.items():
        yield ones, own


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
        self._keys = {id(one): _key(one) for one in self.told}

    def key(self, told: _Told) -> Hashable:
        """What makes the pieces of two articles one to look at: the words as printed, and the source."""
        return self._keys[id(told)]

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
        if not inside:
            return tuple(kept)
        return tuple(
            next((_within(word, span)._replace(quoted=True) for span in inside if span.overlaps(word.span)), word)
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


def _key(one: _Told) -> Hashable:
    who = one.source
    shown = " ".join(word.shown for word in one.words), bytes(word.quoted for word in one.words)
    return shown, who.sort, who.keys, who.body, who.short, who.single, who.sure


def _matches(
    one: _Told, own: Sequence[int], held: Mapping[str, Sequence[tuple[list[_Told], int]]]
) -> Iterator[tuple[list[_Told], tuple[int, int], int]]:
    """Where the words of a short quotation stand in what the same source is credited with: pieces, run and shift."""
    done: set[tuple[int, int, int]] = set()
    for at in (place for place in own if one.words[place].is_content):
        for others, place in held[stem(one.words[at].norm)]:
            other = others[0]
            if not are_one(one.source, other.source):
                continue
            start, end = _trimmed(one.words, _run(one.words, at, other.words, place), own)
            shift = place - at
            if (id(others), start, shift) in done:
                continue
            done.add((id(others), start, shift))
            here, there = one.words[start:end], other.words[start + shift : end + shift]
            if _tells(here, there, [one.words[n] for n in own]):
                yield others, (start, end), shift


def _tied(
    sides: tuple[Sequence[_Told], Sequence[_Told]],
    match: tuple[Sequence[int], tuple[int, int], int],
    pages: Mapping[str, "_Page"],
) -> Iterator[_Echo]:
    """Echoes enough to tie every piece of the one side to one of another article on the other, and back."""
    own, (start, end), shift = match
    left, right = (
        [one for one in side if pages[one.piece.article].only_from(one.source, sides[0][0].words[start:end])]
        for side in sides
    )
    pairs = [(_elsewhere(left, other), other) for other in right] + [(one, _elsewhere(right, one)) for one in left]
    for one, other in pairs:
        if one and other:
            there = other.words[start + shift : end + shift]
            # Beside words that are told, the quotation stands whole: nothing in marks can differ from it.
            first, last = (start, end) if any(w.quoted for w in there) else (min(start, own[0]), max(end, own[-1] + 1))
            yield _Echo(_printing(one.words[first:last], one), _printing(there, other))


def _elsewhere(side: Sequence[_Told], one: _Told) -> _Told | None:
    return next((other for other in side if other.piece.article != one.piece.article), None)


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
    if shown == word.shown:
        return word
    return word._replace(shown=shown, span=Span(where.article, where.part, start, start + len(shown)))


def _printing(run: Sequence[Word], told: _Told) -> Printing:
    form: Form = "quoted" if all(word.quoted for word in run) else "reported"
    fragment = Fragment((run[0]._replace(first=True), *run[1:]), form, told.credit, (), None)
    return Printing(fragment, told.source, (0, len(run)), sum(word.is_content for word in run))

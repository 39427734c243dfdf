"""Fragments: the pieces of an article that may print what somebody uttered.

One sentence of a quotation (cut again at an ellipsis) or of a turn in a transcript, the content of an indirect
attribution, or a sentence of the article's own, which may print the same words without marks.
"""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Literal

from conspectus.compare.placed import Placed, placed
from conspectus.compare.transcripts import turns
from conspectus.compare.words import Word, words
from conspectus.model import Attribution, Quotation, Reading, Span

Form = Literal["quoted", "reported", "told"]
Credited = Placed[tuple[Span, Attribution]]
"""The attributions of an article by each piece of their content."""

_END = re.compile(r"(?:[.?!]+[\"'”’)\]]*|\.(?:[ \u00a0]?\.)+|…)[\s]*(?=[\s\[(\"'“‘—–-]*[^\W\d_])")
_ELLIPSIS_AT_END = re.compile(r"(?:\.(?:[ \u00a0]?\.)+|…)\s*$")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|Jr|Sr|Prof|No|vs|[A-Z])|\b[A-Za-z]\.[A-Za-z])\.$"
)


@dataclass(frozen=True)
class Fragment:
    """One piece. ``credit`` is the innermost attribution over it, ``through`` the ones outside that,
    ``beside`` the ones that credit the same words to somebody else ("X said, according to Y").

    ``quotation`` is the span of the quotation a quoted fragment stands in.
    """

    words: tuple[Word, ...]
    form: Form
    credit: Attribution | None
    through: tuple[Attribution, ...]
    quotation: Span | None
    beside: tuple[Attribution, ...] = ()

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The words as compared."""
        return tuple([word.norm for word in self.words])

    @cached_property
    def span(self) -> Span:
        """From the first word to the last."""
        first, last = self.words[0].span, self.words[-1].span
        return Span(first.article, first.part, first.start, last.end)

    @cached_property
    def content(self) -> tuple[str, ...]:
        """The words that carry meaning, as compared."""
        return tuple([word.norm for word in self.words if word.is_content])


def fragments(reading: Reading) -> tuple[Fragment, ...]:
    """All fragments of an article, quoted ones first, each in document order."""
    credited = _credited(reading)
    marks = placed((q.span, q) for q in reading.quotations if q.depth == 0)
    reported = [f for a in reading.attributions if a.form == "indirect" for f in _of_content(reading, a, credited)]
    spoken = placed((turn, turn) for turn in turns(reading))
    told, said = [], []
    for sentence in reading.sentences:
        if marks.touching(sentence.span):
            continue
        own = spoken.touching(sentence.span)
        if not own:
            told += _fragment(reading, sentence.span, "told", None, credited)
        for turn in own:
            first, last = max(turn.start, sentence.span.start), min(turn.end, sentence.span.end)
            part = Span(turn.article, turn.part, first, last)
            said += _fragment(reading, part, "quoted", turn, credited)
    return (*quoted(reading), *said, *reported, *told)


def quoted(reading: Reading) -> tuple[Fragment, ...]:
    """The sentences of an article's quotations in document order."""
    credited = _credited(reading)
    return tuple(f for q in reading.quotations if q.depth == 0 for f in _of_quotation(reading, q, credited))


def _credited(reading: Reading) -> Credited:
    return placed((piece, (piece, one)) for one in reading.attributions for piece in one.content)


def _of_quotation(reading: Reading, quotation: Quotation, credited: Credited) -> list[Fragment]:
    found: list[Fragment] = []
    for start, end in split(reading.article.words(quotation.inner)):
        at, part = quotation.inner.start, quotation.inner.part
        piece = Span(quotation.inner.article, part, at + start, at + end)
        after_cut = bool(_ELLIPSIS_AT_END.search(reading.article.words(quotation.inner)[:start]))
        found += [_opened(one, after_cut) for one in _fragment(reading, piece, "quoted", quotation.span, credited)]
    return found


def _opened(fragment: Fragment, after_cut: bool) -> Fragment:
    """The fragment, its first word marked when an ellipsis stands before it."""
    if not after_cut:
        return fragment
    return replace(fragment, words=(fragment.words[0]._replace(cut_before=True), *fragment.words[1:]))


def _of_content(reading: Reading, attribution: Attribution, credited: Credited) -> list[Fragment]:
    found = [f for span in attribution.content for f in _fragment(reading, span, "reported", None, credited)]
    return found if len(found) == 1 else []


def _fragment(reading: Reading, span: Span, form: Form, quotation: Span | None, credited: Credited) -> list[Fragment]:
    own = words(reading.article, span, form == "quoted")
    if not own or (form == "quoted" and span.part == "body" and _is_title(own)):
        return []
    held = {one.id: one for piece, one in credited.touching(span) if _mostly(span, piece)}
    around = sorted(held.values(), key=lambda a: (_size(a), a.id))
    if form == "quoted" and any(_inside(around[0], one) for one in around[1:]):
        # A saying inside a saying: "X noted that" are not the words of X.
        inner = tuple(word for word in own if any(word.span.overlaps(c) for c in around[0].content))
        inner = inner[1:] if len(inner) > 1 and inner[0].norm == "that" else inner
        own = (inner[0]._replace(first=True), *inner[1:]) if inner else own
    through = tuple(one for one in around[1:] if _inside(around[0], one))
    beside = tuple(one for one in around[1:] if one not in through and one.source)
    return [Fragment(own, form, around[0] if around else None, through, quotation, beside)]


def _is_title(own: tuple[Word, ...]) -> bool:
    """True for the name of a work or a slogan in marks: the first word and every one that carries meaning is large."""
    content = [word.shown.lstrip("\"'“‘([") for word in own if word.is_content or word is own[0]]
    return len(content) >= 2 and len(own) <= 7 and all(shown[:1].isupper() for shown in content)


def _mostly(span: Span, content: Span) -> bool:
    inside = min(span.end, content.end) - max(span.start, content.start)
    return span.overlaps(content) and 2 * inside >= len(span)


def _inside(inner: Attribution, outer: Attribution) -> bool:
    """True when the one who is credited speaks inside the words of another source."""
    own = (*inner.source, *inner.cue)
    return bool(own) and all(any(content.contains(span) for content in outer.content) for span in own)


def _size(attribution: Attribution) -> int:
    return sum(len(span) for span in attribution.content)


def split(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open offsets of the sentences of a quotation; an ellipsis ends a piece and stays with it."""
    cuts = [0]
    for end in _END.finditer(text):
        ellipsis = ".." in end.group().replace(" ", "") or "…" in end.group()
        lower = text[end.end() :].lstrip("\"'“‘[(—–- ")[:1].islower()
        if ellipsis or not (lower or _ABBREVIATED.search(text[: end.start() + 1]) or end.group()[-1:].strip()):
            cuts.append(end.end())
    cuts.append(len(text))
    return tuple((a, b) for a, b in pairwise(cuts) if text[a:b].strip())

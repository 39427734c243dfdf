"""The words of a stretch of an article, as printed and as compared.

Two printings are the same words when only house style divides them: case, punctuation, hyphens, British
and American spelling, contractions, numerals, the usual abbreviations. ``Word.norm`` is what house style
may not change; ``Word.shown`` is what stands in the article.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from functools import lru_cache
from typing import NamedTuple

from conspectus.model import Article, Span

_PIECE = re.compile(r"\.(?:[ \u00a0]?\.)+|…|—|–|--+|(?:(?!\.\.|--)[^\s—–…-])+-?|-")
_ELLIPSIS = re.compile(r"\.(?:[ \u00a0]?\.)+|…")
_LETTERS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")
_EDGE = re.compile(r"^[^\w$€£%&]+|[^\w$€£%&]+$")
_OPENING = "\"'“‘„«"
_APOSTROPHE = re.compile("[\u2018\u2019\u201b\u2032`]")


_KEPT = 50_000
"""So many printed words are remembered with what they come to: the checks ask for the same ones again and again."""


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())


_CONTRACTED = {"can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not", "let's": "let us"}
_ENDINGS = {"n't": " not", "'re": " are", "'ve": " have", "'ll": " will", "'m": " am", "'d": " would"}
# "'s" is "is" only after a pronoun or question word; elsewhere it is a genitive.
_IS = frozenset({"it", "that", "there", "here", "what", "who", "where", "when", "how", "he", "she", "this"})
# "one" is left out: it is a pronoun as often as a number.
_NUMERALS = {
    "zero": "0", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14",
    "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20",
}  # fmt: skip
_SHORT = {
    "&": "and", "%": "percent", "sen": "senator", "rep": "representative", "gov": "governor", "dr": "doctor",
    "mr": "mister", "mrs": "missus", "gen": "general", "lt": "lieutenant", "col": "colonel", "sgt": "sergeant",
    "prof": "professor", "st": "saint", "vs": "versus", "ok": "okay", "grey": "gray", "programme": "program",
    "whilst": "while", "amongst": "among", "towards": "toward", "judgement": "judgment", "practise": "practice",
    "cheque": "check", "gonna": "going to", "wanna": "want to", "gotta": "got to",
}  # fmt: skip
_SPELLING = (
    (re.compile(r"(?<=\w{3})is(e|ed|es|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"(?<=\w{2})our(s|ed|ing|able|ite|ites|hood|less)?$"), r"or\1"),
    (re.compile(r"(?<=\w{2})([bt])re(s?)$"), r"\1er\2"),
    (re.compile(r"(?<=\w{4})ll(ed|ing|er|ers)$"), r"l\1"),
    (re.compile(r"(?<=\w{3})ence(s?)$"), r"ense\1"),
    (re.compile(r"(?<=\w{3})ogue(s?)$"), r"og\1"),
)

_FUNCTION = word_set(
    """a about after again all also am an and any are as at be because been before being but by can could did do
    does doing done down during each few for from further get got had has have having he her here hers herself him
    himself his how i if in into is it its itself just let many may me might more most much must my myself no nor not
    now of off on once only or other our ours ourselves out over own same shall she should so some such than that the
    their theirs them themselves then there these they this those through to too under until up us very was we were
    what when where which while who whom whose why will with would you your yours yourself upon say says said saying
    told tell really well one thing things going go goes want like know think make made even still yet"""
)


class Word(NamedTuple):
    """One printed word with the punctuation that clings to it; a plain tuple, because a story makes thousands.

    ``is_content``: it carries meaning of its own. ``quoted``: it stands inside quotation marks. ``editorial``: inside
    square brackets. ``cut_before`` and ``cut_after``: an ellipsis stands there. ``first``: it begins a piece (what
    stands before it in the witness is elsewhere in the article).
    """

    span: Span
    shown: str
    norm: str
    is_content: bool
    quoted: bool
    editorial: bool = False
    cut_before: bool = False
    cut_after: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """The words of a whole part in order, with where each starts and ends."""

    words: tuple[Word, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Laid(Article):
    """An article whose words are read once, so that those of a stretch are looked up.

    The checks ask for the same stretches again and again: ``seen`` remembers their words, ``told`` the stems of those
    that carry meaning. Without what they remember, the answers are the same.
    """

    title_run: Run = Run()
    body_run: Run = Run()
    seen: dict[Span, tuple[Word, ...]] = field(default_factory=dict, repr=False, compare=False)
    told: dict[Span, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)


def laid(article: Article) -> Laid:
    """The article with its words."""
    whole = (Span(article.id, "title", 0, len(article.title)), Span(article.id, "body", 0, len(article.body)))
    known = {one.name: getattr(article, one.name) for one in fields(Article)}
    return Laid(**known, title_run=_run(article, whole[0]), body_run=_run(article, whole[1]))


def _run(article: Article, whole: Span) -> Run:
    found = _read(article, whole, False)
    return Run(found, tuple(word.span.start for word in found), tuple(word.span.end for word in found))


def words(article: Article, span: Span, quoted: bool) -> tuple[Word, ...]:
    """The words under ``span``, in order; together they cover everything in it but white space."""
    if not isinstance(article, Laid):
        return _read(article, span, quoted)
    if quoted:
        return tuple(
            Word(w.span, w.shown, w.norm, w.is_content, True, w.editorial, w.cut_before, w.cut_after, w.first)
            for w in words(article, span, False)
        )
    found = article.seen.get(span)
    if found is None:
        known = _known(article, span)
        found = article.seen[span] = _read(article, span, False) if known is None else known
    return found


def content(article: Article, span: Span) -> frozenset[str]:
    """The stems of the words under ``span`` that carry meaning of their own."""
    if not isinstance(article, Laid):
        return _content(words(article, span, False))
    found = article.told.get(span)
    if found is None:
        found = article.told[span] = _content(words(article, span, False))
    return found


def _content(run: Sequence[Word]) -> frozenset[str]:
    return frozenset([stem(word.norm) for word in run if word.is_content])


def _known(article: Laid, span: Span) -> tuple[Word, ...] | None:
    """The same words from those of the whole part; None where the stretch begins in brackets, or inside a word and not
    right behind the marks that open it."""
    run = article.title_run if span.part == "title" else article.body_run
    first, last = bisect_right(run.ends, span.start), bisect_right(run.ends, span.end)
    if first >= last or run.words[first].editorial:
        return None
    word, before = run.words[first], max(0, span.start - run.starts[first])
    if word.shown[:before].strip(_OPENING) or (before and "[" in word.shown):
        return None
    if article.words(span)[: max(0, run.starts[first] - span.start)].strip():
        return None
    here = Span(span.article, span.part, span.start, word.span.end) if before else word.span
    found = (Word(here, word.shown[before:], word.norm, word.is_content, False, False, False, word.cut_after, True),)
    if last == len(run.words) or run.starts[last] >= span.end:
        return found + run.words[first + 1 : last]
    # The stretch ends inside the next word: before its full stop, or before the dash that clings to it.
    cut = run.words[last]
    tail = _read(article, Span(span.article, span.part, cut.span.start, span.end), False)
    if not tail or cut.editorial:
        return None
    end = tail[0]._replace(cut_before=cut.cut_before, first=False)
    return (*found, *run.words[first + 1 : last], end, *tail[1:])


def _read(article: Article, span: Span, quoted: bool) -> tuple[Word, ...]:
    text = article.words(span)
    found: list[Word] = []
    start, cut, depth, bracketed = None, False, 0, "[" in text
    for piece in _PIECE.finditer(text):
        shown = piece.group()
        begin = piece.start() if start is None else start
        norm = normal(shown)
        ellipsis = not norm and bool(_ELLIPSIS.fullmatch(shown))
        if norm:
            here = Span(span.article, span.part, span.start + begin, span.start + piece.end())
            editorial = bracketed and (depth > 0 or shown.startswith("["))
            shown = text[begin : piece.end()]
            found.append(Word(here, shown, norm, _carries(norm), quoted, editorial, cut, False, not found))
            start, cut = None, False
        elif found:
            found[-1] = _extended(found[-1], text, span, piece.end(), ellipsis)
            cut = cut or ellipsis
        else:
            start, cut = begin, cut or ellipsis
        if bracketed:
            depth = max(0, depth + piece.group().count("[") - piece.group().count("]"))
    return tuple(found)


def printed(run: Sequence[Word]) -> str:
    """The words as printed, one space where something stands between them."""
    text = ""
    for at, word in enumerate(run):
        joined = at and word.span.start == run[at - 1].span.end and word.span.part == run[at - 1].span.part
        text += word.shown if joined or not at else f" {word.shown}"
    return text


def _extended(word: Word, text: str, whole: Span, end: int, ellipsis: bool) -> Word:
    span = Span(word.span.article, word.span.part, word.span.start, whole.start + end)
    shown = text[word.span.start - whole.start : end]
    return word._replace(span=span, shown=shown, cut_after=word.cut_after or ellipsis)


@lru_cache(maxsize=_KEPT)
def normal(shown: str) -> str:
    """What house style may not change in a printed word; may hold several words ("it's" → "it is").

    Empty for punctuation alone.
    """
    bare = _EDGE.sub("", _APOSTROPHE.sub("'", shown)).lower()
    if _LETTERS.fullmatch(bare + ".") and "." in bare:
        return bare.replace(".", "")
    if bare.endswith("%") and len(bare) > 1:
        return f"{normal(bare[:-1])} percent"
    bare = _uncontracted(bare)
    bare = _SHORT.get(bare, _NUMERALS.get(bare, bare))
    if len(bare) >= 5 and bare.isalpha():
        for pattern, spelling in _SPELLING:
            bare = pattern.sub(spelling, bare)
    return bare.replace(",", "") if bare[:1].isdigit() else bare


@lru_cache(maxsize=_KEPT)
def _carries(norm: str) -> bool:
    return any(part not in _FUNCTION and len(part) > 1 for part in norm.split())


def _uncontracted(bare: str) -> str:
    if bare in _CONTRACTED:
        return _CONTRACTED[bare]
    for ending, full in _ENDINGS.items():
        if bare.endswith(ending) and len(bare) > len(ending):
            return bare[: -len(ending)] + full
    stem = bare[:-2]
    return f"{stem} is" if bare.endswith("'s") and stem in _IS else bare


def is_function(word: str) -> bool:
    """Whether a word in lower case says little by itself ("the", "said")."""
    return word in _FUNCTION


@lru_cache(maxsize=_KEPT)
def stem(norm: str) -> str:
    """A rough stem, so that reported speech ("believed") meets direct speech ("believe")."""
    for ending in ("'s", "ing", "ied", "ies", "ed", "es", "s", "ly", "e", "y"):
        if norm.endswith(ending) and len(norm) - len(ending) >= 3:
            return norm[: -len(ending)]
    return norm

"""Credits: the words by which an article says that text of its own comes from an outlet or agency.

A dateline, byline or copyright line of another makes the whole article its copy; "contributed to this report" a part;
"first reported by", "told the Hessel Chronicle", "the Northern Wire reports" passes on what another had. Nothing is
guessed from style. An article's own outlet is credited by a dateline alone: then it is an agency's own copy.
"""

import re
from collections.abc import Iterator, Sequence

from conspectus.model import Article, Block, Credit, How, Span
from conspectus.text.marks import pair_marks
from conspectus.text.outlets import is_outlet, outlet_part, same_outlet

_CAPITAL = r"[^\W\d_a-z](?:[\w&-]|\.(?=\w))*"
# Strings: re compiles them when the first article is looked at, not while the package is imported.
_NAME = rf"(?:[Tt]he )?{_CAPITAL}(?: (?:of |de )?{_CAPITAL}){{0,4}}"
_IN_DATELINE = r"\(([^()\n]{2,40})\)"
_COPYRIGHT = r"(?:\bCopyright|©|\(c\)|\([Cc]\))(?: ©)?,? ?(?:\d{4},?)? ?(?:by )?"
_WHOLE = (
    r"(?:^(?:By|BY|by)\b|^Source:|[Tt]his (?:story|article|report) was \w+ by (?:the )?$"
    r"|originally (?:appeared|published) (?:on|in|at|by) (?:the )?$)"
)
_PART = r"\bcontribut|[Ww]ith (?:files|reporting|material|contributions|assistance)|\b(?:material|reports) from"
_BEFORE = (
    r"(?:(?:first |originally |previously )?(?:reported|published|obtained|disclosed|revealed|broken) (?:\w+ ){0,3}?"
    r"(?:by|in|to)|according to(?: a report (?:in|by|from))?|told|tells?|[Aa]s|\b[Pp]er|interview with|speaking to"
    r"|citing|report(?:s|ed)? (?:by|in|from|on)|(?:article|story|poll|piece|analysis) (?:by|in|from)) $"
)
_AFTER = (
    r"^(?:,? which)?,? (?:first |also |later |has |had |which )?(?:reports?|reported|writes?|wrote|notes?|noted|says?"
    r"|said|found|quoted|cited|published|disclosed|revealed|obtained|explains?|puts?)\b"
)
_WORK = r"^(?:['’]s?)? (?:[\w-]+ ){0,3}?(?:report|story|article|piece|reporting|account|investigation|scoop|poll)\b"
_OPENING = frozenset(
    ("Per", "As", "By", "In", "At", "From", "On", "Copyright", "Source", "And", "But", "While", "When")
)
"""Words that may begin a sentence before an outlet's name."""
_SHORTEST = 5
"""A name of no more characters is taken for a known outlet's only where it is one by itself."""
_EDGE = 4
"""Blocks at either end that may hold a credit line for the whole article."""


def credits_of(article: Article, outlets: Sequence[str] = ()) -> tuple[Credit, ...]:
    """The credits of the body in order, each with the outlet named. Linear in the length of the body.

    ``outlets`` are names known to be outlets', those of the other articles.
    """
    quoted = [(mark.start, mark.end) for mark in pair_marks(article.body, [(0, len(article.body))])]
    own = article.outlet.value or ""
    known = tuple(name for name in outlets if not same_outlet(own, name))
    found = (
        (block, Credit(span, name, how))
        for place, block in enumerate(article.blocks)
        for span, name, how in _in_block(article, block, _at_edge(article, place), known)
        if how in ("whole", "part") or not any(start <= span.start < end for start, end in quoted)
    )
    return tuple(one for block, one in found if block.role == "dateline" or not same_outlet(own, one.name))


def _at_edge(article: Article, place: int) -> bool:
    return place < _EDGE or place >= len(article.blocks) - _EDGE


def _in_block(article: Article, block: Block, edge: bool, known: Sequence[str]) -> Iterator[tuple[Span, str, How]]:
    text = article.words(block.span)
    if block.role == "dateline":
        for found in re.finditer(_IN_DATELINE, text):
            if is_outlet(found[1], strict=True):
                yield _span(block, found.start(1), found.end(1)), found[1], "whole"
        return
    for start, end in _outlets(text, known):
        how = _how(text, start, end, block.role == "byline" or (edge and len(text) < 400))
        if how:
            yield _span(block, start, end), text[start:end], how


def _outlets(text: str, known: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where outlets are named: the whole of a name, or what follows the word that begins its sentence."""
    for found in re.finditer(_NAME, text):
        words = found[0].split(" ")
        for skip in (1,) if words[0] in _OPENING else (0, 1) if words[0].lower() != "the" else (0,):
            name = " ".join(words[skip:])
            if _names_outlet(name, known):
                start = found.end() - len(name)
                yield start, start + len(_trimmed(name, known))
                break


def _trimmed(name: str, known: Sequence[str]) -> str:
    """The name without what is no part of it: "BBC" of "BBC Director Ada Brenk"."""
    return name if any(same_outlet(one, name) for one in known) else outlet_part(name)


def _names_outlet(name: str, known: Sequence[str]) -> bool:
    """An outlet's name; a noun alone ("News", "TV") is none."""
    if any(len(name) > _SHORTEST and same_outlet(one, name) for one in known):
        return True
    return is_outlet(name, strict=True) and (" " in name or is_outlet(f"{name} One", strict=True))


def _how(text: str, start: int, end: int, line: bool) -> How | None:
    """In what way the words around a name credit it; ``line`` where they may be a credit line."""
    before, after = text[max(0, start - 60) : start], text[end : end + 40]
    if line and re.search(_PART, text):
        return "part"
    if line and (re.search(_COPYRIGHT, before) or re.search(_WHOLE, text[:start])):
        return "whole"
    if line and text.strip(" .—–-()") == text[start:end]:
        return "whole"
    if re.search(_BEFORE, before) or re.match(_AFTER, after):
        return "relay"
    return "named" if re.match(_WORK, after) else None


def _span(block: Block, start: int, end: int) -> Span:
    return Span(block.span.article, block.span.part, block.span.start + start, block.span.start + end)

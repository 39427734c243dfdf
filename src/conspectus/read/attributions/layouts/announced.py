"""Words that a line ending in a colon brings in: the items of a list, or the one paragraph that follows.

The council said:                       From the harbour office:
• The bridge is old and weak.           The bridge will stay closed until May.
• It will close on Monday.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from conspectus.model import Article, Quotation, Span
from conspectus.read.attributions.draft import Draft, Parts
from conspectus.read.attributions.finders import find
from conspectus.read.attributions.ground import Ground, prepare
from conspectus.read.attributions.layouts.transcript import LABEL
from conspectus.read.attributions.lexicon import frames
from conspectus.read.attributions.quoted import announces, speaker_before_colon
from conspectus.read.parse import Paragraph, Parse

if TYPE_CHECKING:
    from spacy.tokens import Token

_ITEM = re.compile(r"(?:[-*•–—◦▪‣·]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)")
_FROM = re.compile(r"From (?P<who>[^.,:;!?]{2,60})(?P<colon>:)$")
_SETTING_OUT = frozenset(
    (
        "list",
        "outline",
        "make",
        "give",
        "issue",
        "raise",
        "set",
        "name",
        "offer",
        "announce",
        "reach",
        "draw",
        "present",
    )
)
_SET_OUT = frozenset(("point", "finding", "recommendation", "condition", "answer", "measure", "reason", "statement"))


def announced(article: Article, parse: Parse, quotations: Sequence[Quotation]) -> Iterator[Parts]:
    """What each line that ends in a colon and names who speaks brings in, one for each item of a list."""
    for at, paragraph in enumerate(parse.paragraphs):
        if not paragraph.view.text.rstrip().endswith(":") or paragraph.block.role not in ("text", "headline"):
            continue
        listed = list(_items(article, parse.paragraphs, at + 1))
        brought = [item for item in listed if item] or _next(parse.paragraphs, at + 1, quotations)
        lead = _lead(article, paragraph, quotations, bool(listed)) if brought else None
        if lead:
            for words in brought:
                yield Parts(lead.source, lead.cue, (words,))


def _items(article: Article, paragraphs: Sequence[Paragraph], at: int) -> Iterator[Span | None]:
    """The items of the list that begins at ``at``; None for one with a speaker of its own."""
    for paragraph in paragraphs[at:]:
        block = paragraph.block
        text = article.words(block.span)
        item = _ITEM.match(text) if block.role in ("text", "post") else None
        if item is None:
            return
        words = Span(article.id, block.span.part, block.span.start + item.end(), block.span.end)
        yield None if LABEL.match(text) else words


def _next(paragraphs: Sequence[Paragraph], at: int, quotations: Sequence[Quotation]) -> list[Span]:
    """The paragraph there, unless it begins with a quotation: the grammar gives that to who announces it."""
    if at >= len(paragraphs) or paragraphs[at].block.role not in ("text", "post"):
        return []
    block = paragraphs[at].block.span
    quoted = _quoted(quotations, block)
    return [] if quoted and quoted[0].span.start == block.start else [block]


def _quoted(quotations: Sequence[Quotation], block: Span) -> Sequence[Quotation]:
    """The quotations inside a paragraph."""
    first, end = (
        bisect_left(quotations, (block.part != "title", at), key=lambda one: (one.span.part != "title", one.span.start))
        for at in (block.start, block.end)
    )
    return quotations[first:end]


def _lead(article: Article, paragraph: Paragraph, quotations: Sequence[Quotation], listed: bool) -> Parts | None:
    """Who speaks, and the cue: a verb of saying with nothing said yet, "From X:", or in front of a list what it is."""
    block = paragraph.block.span
    letter = _FROM.match(article.words(block))
    if letter:
        who, colon = (
            Span(article.id, block.part, block.start + letter.start(group), block.start + letter.end(group))
            for group in ("who", "colon")
        )
        return Parts((who,), (colon,), ())
    ground = prepare(paragraph, _quoted(quotations, block))
    cut = announces(ground)
    told = [draft for draft in find(ground) if draft.source and draft.head >= cut and _says(ground, draft)]
    if not told and listed:
        person = speaker_before_colon(ground)
        told = [person] if person and person.source and _sets_out(ground, person.head) else []
    return Parts(ground.spans(told[-1].source), ground.spans(told[-1].cue), ()) if told else None


def _says(ground: Ground, draft: Draft) -> bool:
    """True for a cue of saying with nothing said yet; not for a heading such as "What they said:"."""
    about = any(child.tag_ in ("WP", "WRB") for child in ground.doc[draft.head].children)
    return not draft.content and not about and (draft.says or draft.frame == "according")


def _sets_out(ground: Ground, verb: int) -> bool:
    """True for "listed three points", "made two promises": the list holds somebody's words."""
    token: Token = ground.doc[verb]
    things = [child.lemma_.lower() for child in token.children if child.dep_ == "dobj"]
    return token.lemma_ in _SETTING_OUT and any(one in _SET_OUT or frames("noun", one) for one in things)

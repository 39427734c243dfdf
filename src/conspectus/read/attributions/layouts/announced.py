"""Words that a line ending in a colon brings in: the items of a list, or the one paragraph that follows.

The council said:                       From the harbour office:
• The bridge is old and weak.           The bridge will stay closed until May.
• It will close on Monday.
"""

import re
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
_SETTING_OUT = frozenset(("list", "outline", "make", "give", "issue", "raise", "set", "name", "offer", "announce"))
_SET_OUT = frozenset(("point", "finding", "recommendation", "condition", "answer", "measure", "reason", "statement"))


def announced(article: Article, parse: Parse, quotations: Sequence[Quotation]) -> Iterator[Parts]:
    """What each line that ends in a colon and names who speaks brings in, one for each item of a list."""
    for at, paragraph in enumerate(parse.paragraphs):
        if not paragraph.view.text.rstrip().endswith(":") or paragraph.block.role not in ("text", "headline"):
            continue
        items, listed = _following(article, parse.paragraphs, at + 1)
        lead = _lead(article, paragraph, quotations, listed) if items else None
        if lead:
            for item in items:
                yield Parts(lead.source, lead.cue, (item,))


def _following(article: Article, paragraphs: Sequence[Paragraph], at: int) -> tuple[list[Span], bool]:
    """The items of the list that begins at ``at``, or the paragraph there; and whether it is a list."""
    items: list[Span] = []
    for paragraph in paragraphs[at:]:
        block = paragraph.block
        item = _ITEM.match(article.words(block.span)) if block.role in ("text", "post") else None
        if item is None:
            break
        if not LABEL.match(article.words(block.span)):
            items.append(Span(article.id, block.span.part, block.span.start + item.end(), block.span.end))
    if items or at >= len(paragraphs) or paragraphs[at].block.role not in ("text", "post"):
        return items, True
    return [paragraphs[at].block.span], False


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
    ground = prepare(paragraph, [one for one in quotations if block.contains(one.span)])
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

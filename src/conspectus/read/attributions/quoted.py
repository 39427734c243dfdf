"""Every quotation gets an attribution: by its cue, by its place, or as one without a speaker."""

from dataclasses import replace
from typing import TYPE_CHECKING

from conspectus.read.attributions import predicates, sources
from conspectus.read.attributions.draft import Draft
from conspectus.read.attributions.ground import OUTSIDE, Ground, Range, is_word, runs

if TYPE_CHECKING:
    from spacy.tokens import Token

LONG = 5
"""Quotations of this many words or more are kept even without a source; shorter ones may be scare quotes or titles."""

_REACH = 40
_STOPS = frozenset((".", "!", "?", ";"))


def attach(ground: Ground, drafts: list[Draft]) -> list[Draft]:
    """The drafts with the paragraph's quotations joined to them; new drafts for quotations that no cue has.

    A quotation is taken by the cue whose clause it stands in; else by a cue beside it; else, when it stands
    alone, it goes on what was quoted before it in the paragraph.
    """
    found = list(drafts)
    last: int | None = None
    for index, quote in enumerate(ground.quotes):
        owner = _owner(ground, found, quote)
        if owner is None and (index == 0 or not _adjoins(ground, index)):
            owner = _beside(ground, found, quote)
        if owner is None and last is not None and _stands_alone(ground, quote) and _quoting(ground, found[last]):
            owner = last
            found[owner] = _with(found[owner], quote)
        elif owner is None:
            owner = _beside(ground, found, quote)
            if owner is not None:
                found[owner] = _with(found[owner], quote)
        else:
            found[owner] = _with(found[owner], quote)
        if owner is None:
            made = _by_subject(ground, quote)
            if made is not None:
                found.append(made)
                owner = len(found) - 1
        if owner is not None:
            last = owner
    return found


def _owner(ground: Ground, drafts: list[Draft], quote: Range) -> int | None:
    """The draft whose content has this quotation already, the innermost when there are several."""
    best: tuple[int, int] | None = None
    for number, draft in enumerate(drafts):
        if any(start <= quote[0] and quote[1] <= end for start, end in draft.content):
            size = sum(end - start for start, end in draft.content)
            if best is None or (draft.says, -size) > (drafts[best[1]].says, -best[0]):
                best = (size, number)
    return best[1] if best else None


def _adjoins(ground: Ground, index: int) -> bool:
    """True when nothing but punctuation stands between this quotation and the one before it."""
    between = ground.doc[ground.quotes[index - 1][1] : ground.quotes[index][0]]
    return not any(is_word(token.text) for token in between)


def _beside(ground: Ground, drafts: list[Draft], quote: Range) -> int | None:
    """The nearest quoting cue in the words after the quotation, or before it, within the sentence."""
    before = _stretch(ground, quote[0] - 1, -1)
    after = _stretch(ground, quote[1], +1) if not _ended(ground, quote) else (quote[1], quote[1])
    near = [(n, d) for n, d in enumerate(drafts) if d.says and (_free(d) or d.frame == "quote")]
    following = [n for n, d in near if after[0] <= d.head < after[1]]
    if following:
        return min(following, key=lambda n: drafts[n].head)
    leading = [n for n, d in near if before[0] <= d.head < before[1]]
    return max(leading, key=lambda n: drafts[n].head) if leading else None


def _free(draft: Draft) -> bool:
    return not draft.content


def _stretch(ground: Ground, at: int, step: int) -> Range:
    """The unquoted tokens beside a quotation up to the end of the sentence or the next quotation."""
    place = at
    while 0 <= place < len(ground.doc) and abs(place - at) < _REACH and ground.inside[place] == OUTSIDE:
        if ground.doc[place].text in _STOPS:
            break
        place += step
    return (at, place) if step > 0 else (place + 1, at + 1)


def _ended(ground: Ground, quote: Range) -> bool:
    """True when the quotation ends its sentence: a full stop inside, and no lower-case word after it."""
    words = [token for token in ground.doc[quote[0] : quote[1]] if token.text not in "\"'''``"]
    if not words or words[-1].text != ".":
        return False
    return quote[1] >= len(ground.doc) or not ground.doc[quote[1]].text[:1].islower()


def _stands_alone(ground: Ground, quote: Range) -> bool:
    """True when the quotation begins after the end of a sentence, not inside one."""
    place = quote[0] - 1
    while place >= 0 and ground.doc[place].is_space:
        place -= 1
    if place < 0:
        return True
    if ground.inside[place] != OUTSIDE:
        return True
    return ground.doc[place].text in _STOPS or ground.doc[place].text in ")]"


def _quoting(ground: Ground, draft: Draft) -> bool:
    return draft.says or any(ground.inside[i] != OUTSIDE for start, end in draft.content for i in (start, end - 1))


def _with(draft: Draft, quote: Range) -> Draft:
    """The draft with the quotation as a piece of its content."""
    tokens = {i for start, end in (*draft.content, quote) for i in range(start, end)}
    return replace(draft, content=tuple(runs(tokens)))


def _by_subject(ground: Ground, quote: Range) -> Draft | None:
    """A quotation inside a sentence without a known cue is credited to the subject of the verb above it."""
    if ground.words(quote) < LONG or (_stands_alone(ground, quote) and _ended(ground, quote)):
        return None
    span = ground.doc[quote[0] : quote[1]]
    verb: Token = span.root
    for _ in range(8):
        if verb.pos_ in ("VERB", "AUX") and ground.inside[verb.i] == OUTSIDE:
            head = sources.source_of(verb, predicates.is_passive(verb))
            if head is not None and ground.inside[head.i] == OUTSIDE:
                cue = predicates.cue_tokens(verb)
                source = sources.phrase(ground, head, frozenset((*cue, *range(*quote))))
                return Draft(verb.i, "subject", source, tuple(runs(cue)), (quote,), True)
        if verb.head.i == verb.i:
            break
        verb = verb.head
    return None

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
_CLIMB = 8
_STOPS = frozenset((".", "!", "?", ";"))
_MARKS = frozenset(('"', "'", "''", "``"))


def attach(ground: Ground, drafts: list[Draft]) -> list[Draft]:
    """The drafts with the paragraph's quotations joined to them; new drafts for quotations that no cue has.

    A quotation is taken by the cue whose content it stands in; else by a cue beside it in its sentence; else it
    goes on what was quoted before it; else it is what the sentence before announced; else it is credited to the
    subject of its own sentence.
    """
    found = list(drafts)
    last: int | None = None
    for quote in ground.quotes:
        owner = _owner(found, quote)
        if owner is None:
            owner = _beside(ground, found, quote)
        if owner is None and last is not None and _goes_on(ground, quote):
            owner = last
        if owner is None:
            made = _after_colon(ground, quote) or _announced(ground, found, quote) or _by_subject(ground, quote)
            if made is not None:
                found.append(made)
                owner = len(found) - 1
        if owner is not None:
            found[owner] = _with(found[owner], quote)
            last = owner
    return found


def _owner(drafts: list[Draft], quote: Range) -> int | None:
    """The draft whose content has this quotation already: a quoting cue before others, then the narrowest."""
    holding = [n for n, d in enumerate(drafts) if any(a <= quote[0] and quote[1] <= b for a, b in d.content)]
    return min(holding, key=lambda n: (not drafts[n].says, _size(drafts[n])), default=None)


def _size(draft: Draft) -> int:
    return sum(end - start for start, end in draft.content)


def _beside(ground: Ground, drafts: list[Draft], quote: Range) -> int | None:
    """The nearest quoting cue in the words after the quotation, or before it, within the sentence.

    A cue that has quoted words on its other side takes these as well: "'It will close,' she said, 'for good.'"
    """
    after = (quote[1], quote[1]) if _ended(ground, quote) else _stretch(ground, quote[1], +1)
    before = _stretch(ground, quote[0] - 1, -1)
    near = [n for n, draft in enumerate(drafts) if draft.says and _open(ground, draft)]
    following = [n for n in near if after[0] <= drafts[n].head < after[1]]
    if following:
        return min(following, key=lambda n: drafts[n].head)
    leading = [n for n in near if before[0] <= drafts[n].head < before[1]]
    return max(leading, key=lambda n: drafts[n].head, default=None)


def _open(ground: Ground, draft: Draft) -> bool:
    """True for a cue without content, or with nothing but quoted words before or after it."""
    return all(ground.inside[start] != OUTSIDE != ground.inside[end - 1] for start, end in draft.content)


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
    words = [token for token in ground.doc[max(quote[0], quote[1] - 4) : quote[1]] if token.text not in _MARKS]
    if not words or words[-1].text != ".":
        return False
    return quote[1] >= len(ground.doc) or not ground.doc[quote[1]].text[:1].islower()


def _stands_alone(ground: Ground, quote: Range) -> bool:
    """True when the quotation begins after the end of a sentence, not inside one."""
    place = quote[0] - 1
    while place >= 0 and ground.doc[place].is_space:
        place -= 1
    return place < 0 or ground.inside[place] != OUTSIDE or ground.doc[place].text in _STOPS | {")", "]"}


def _goes_on(ground: Ground, quote: Range) -> bool:
    """True for a quotation that no verb outside it holds: alone, or behind "Instead," or "And:"."""
    if _stands_alone(ground, quote):
        return True
    around = (_stretch(ground, quote[0] - 1, -1), _stretch(ground, quote[1], +1))
    return not any(ground.doc[i].pos_ in ("VERB", "AUX", "NOUN", "PROPN") for a, b in around for i in range(a, b))


def _announced(ground: Ground, drafts: list[Draft], quote: Range) -> Draft | None:
    """What the sentence before announces: "She tweeted a warning. 'The bridge …'"."""
    if not _stands_alone(ground, quote) or quote[0] < 2:
        return None
    stop = next((i for i in range(quote[0] - 1, -1, -1) if is_word(ground.doc[i].text)), None)
    if stop is None or ground.inside[stop] != OUTSIDE:
        return None
    start, end = _stretch(ground, stop, -1)
    told = [draft for draft in drafts if draft.says and start <= draft.head < end and draft.source]
    if told:
        return replace(told[-1], frame="announced", content=(quote,), cue=told[-1].cue)
    return _by_person(ground, ground.doc[stop].sent.root, quote)


def announces(ground: Ground) -> int:
    """The token from which a cue at the end of the paragraph can announce the next one."""
    doc = ground.doc
    if not len(doc) or ground.inside[len(doc) - 1] != OUTSIDE:
        return len(doc)
    start: int = doc[len(doc) - 1].sent.start
    return start


def speaker_before_colon(ground: Ground, colon: int | None = None) -> Draft | None:
    """The subject and verb of the words before a colon, by default the paragraph's last token."""
    doc = ground.doc
    colon = len(doc) - 1 if colon is None else colon
    if colon < 1 or doc[colon].text != ":":
        return None
    verb = doc[colon - 1].sent.root
    if verb.i >= colon or verb.pos_ not in ("VERB", "AUX"):
        return None
    head = sources.source_of(ground, verb, predicates.is_passive(verb))
    if head is None:
        return None
    cue = [i for i in predicates.cue_tokens(verb) if i < colon]
    return Draft(verb.i, "colon", sources.phrase(ground, head, (*cue, colon)), tuple(runs(cue)), (), True)


def _after_colon(ground: Ground, quote: Range) -> Draft | None:
    """A quotation that a colon brings in: "Orlu put it plainly: 'The bridge …'"."""
    draft = speaker_before_colon(ground, quote[0] - 1) if quote[0] else None
    return replace(draft, content=(quote,)) if draft else None


def _by_person(ground: Ground, root: "Token", quote: Range) -> Draft | None:
    """A quotation that follows a sentence about a person, without a cue, is credited to that person."""
    if ground.words(quote) < LONG:
        return None
    for child in root.children:
        person = child.ent_type_ == "PERSON" or child.lower_ in ("he", "she", "they")
        if child.dep_ == "nsubj" and person and ground.inside[child.i] == OUTSIDE:
            return Draft(root.i, "neighbour", sources.phrase(ground, child), (), (quote,), True)
    return None


def _by_subject(ground: Ground, quote: Range) -> Draft | None:
    """A quotation inside a sentence without a known cue is credited to the subject of the verb above it."""
    if ground.words(quote) < LONG or (_stands_alone(ground, quote) and _ended(ground, quote)):
        return None
    verb: Token = ground.doc[quote[0] : quote[1]].root
    for _ in range(_CLIMB):
        if verb.pos_ in ("VERB", "AUX") and ground.inside[verb.i] == OUTSIDE:
            head = sources.source_of(ground, verb, predicates.is_passive(verb))
            if head is not None:
                cue = predicates.cue_tokens(verb)
                source = sources.phrase(ground, head, (*cue, *range(*quote)))
                return Draft(verb.i, "subject", source, tuple(runs(cue)), (quote,), True)
        if verb.head.i == verb.i:
            break
        verb = verb.head
    return None


def _with(draft: Draft, quote: Range) -> Draft:
    """The draft with the quotation as a piece of its content."""
    tokens = {i for start, end in (*draft.content, quote) for i in range(start, end)}
    return replace(draft, content=tuple(runs(tokens)))

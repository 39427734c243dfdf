"""Every quotation gets an attribution: by its cue, by its place, or as one without a speaker."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from conspectus.read.attributions import predicates, sources
from conspectus.read.attributions.beside import REACH, ended, goes_on, stands_alone, stretch
from conspectus.read.attributions.draft import Draft
from conspectus.read.attributions.ground import OUTSIDE, Ground, Range, is_word, runs, tidy
from conspectus.read.attributions.naming import is_title

if TYPE_CHECKING:
    from spacy.tokens import Token

LONG = 5
"""Quotations of this many words or more are kept even without a source; shorter ones may be scare quotes or titles."""

_CLIMB = 8
_THROUGH = frozenset(("in", "on", "via", "at", "to", "during", "after", "through"))
"""Prepositions behind a name that lead to where or how somebody spoke."""


@dataclass(frozen=True, slots=True)
class _Work:
    """Drafts in the making. ``at`` finds them by their head, ``holding`` by the quotations in their content."""

    ground: Ground
    drafts: list[Draft]
    at: dict[int, list[int]]
    holding: dict[int, list[int]]

    def add(self, draft: Draft) -> int:
        """Take a draft in and return its number."""
        number = len(self.drafts)
        self.drafts.append(draft)
        self.at[draft.head].append(number)
        return number

    def heads(self, tokens: Range) -> Iterator[int]:
        """The numbers of the quoting drafts whose head lies in a range, in order."""
        for token in range(*tokens):
            yield from (n for n in self.at.get(token, ()) if self.drafts[n].says)


def attach(ground: Ground, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts with the paragraph's quotations joined to them; new drafts for quotations that no cue has.

    A quotation is taken by the cue whose content it stands in; else by a cue beside it in its sentence; else it
    goes on what was quoted before it; else it is what the words before it announce; else it is credited to the
    subject of its own sentence. Linear: a quotation looks no further than its neighbourhood.
    """
    work = _begin(ground, drafts)
    last: int | None = None
    for index, quote in enumerate(ground.quotes):
        owner = _owner(work, index)
        if owner is None:
            owner = _beside(work, quote)
        if owner is None and last is not None and goes_on(ground, quote):
            owner = last
        if owner is None:
            titled = is_title(ground.doc[quote[0] : quote[1]].text)
            made = _announced(work, quote) if titled else _by_place(work, quote)
            owner = work.add(made) if made is not None else None
        if owner is not None:
            work.drafts[owner] = _with(work.drafts[owner], quote)
            last = owner
    return work.drafts


def _by_place(work: _Work, quote: Range) -> Draft | None:
    return _after_colon(work.ground, quote) or _announced(work, quote) or _by_subject(work.ground, quote)


def _begin(ground: Ground, drafts: Iterable[Draft]) -> _Work:
    work = _Work(ground, [], defaultdict(list), defaultdict(list))
    starts = [start for start, _ in ground.quotes]
    for draft in drafts:
        number = work.add(draft)
        for start, end in draft.content:
            for quote in range(bisect_left(starts, start), bisect_left(starts, end)):
                if ground.quotes[quote][1] <= end:
                    work.holding[quote].append(number)
    return work


def _owner(work: _Work, quote: int) -> int | None:
    """The draft whose content has this quotation already: a quoting cue before others, then the narrowest."""
    return min(
        work.holding.get(quote, ()), key=lambda n: (not work.drafts[n].says, _size(work.drafts[n])), default=None
    )


def _size(draft: Draft) -> int:
    return sum(end - start for start, end in draft.content)


def _beside(work: _Work, quote: Range) -> int | None:
    """The nearest quoting cue in the words after the quotation, or before it, within the sentence.

    A cue that has quoted words on its other side takes these as well: "'It will close,' she said, 'for good.'"
    """
    ground = work.ground
    after = (quote[1], quote[1]) if ended(ground, quote) else stretch(ground, quote[1], +1)
    before = stretch(ground, quote[0] - 1, -1)
    following = [n for n in work.heads(after) if _open(ground, work.drafts[n])]
    if following:
        return following[0]
    leading = [n for n in work.heads(before) if _open(ground, work.drafts[n])]
    return leading[-1] if leading else None


def _open(ground: Ground, draft: Draft) -> bool:
    """True for a cue without content, or with nothing but quoted words before or after it."""
    return all(ground.inside[start] != OUTSIDE != ground.inside[end - 1] for start, end in draft.content)


def _announced(work: _Work, quote: Range) -> Draft | None:
    """What the sentence before announces: "She tweeted a warning. 'The bridge …'"."""
    ground = work.ground
    if not stands_alone(ground, quote) or quote[0] < 2:
        return None
    near = range(quote[0] - 1, max(quote[0] - REACH, 0) - 1, -1)
    stop = next((i for i in near if is_word(ground.doc[i].text)), None)
    if stop is None or ground.inside[stop] != OUTSIDE:
        return None
    told = [work.drafts[n] for n in work.heads(stretch(ground, stop, -1)) if work.drafts[n].source]
    if told:
        return replace(told[-1], frame="announced", content=(quote,))
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
    start, _ = stretch(ground, colon - 1, -1)
    verbs = [token for token in doc[start:colon] if token.pos_ in ("VERB", "AUX") and _leads(token, start, colon)]
    if not verbs:
        return _by_name(ground, (start, colon))
    verb = verbs[0]
    head = sources.source_of(ground, verb, predicates.is_passive(verb))
    if head is None or not start <= head.i < colon:
        return None
    cue = [i for i in predicates.cue_tokens(verb) if i < colon]
    return Draft(verb.i, "colon", sources.phrase(ground, head, (*cue, colon)), tuple(runs(cue)), (), True)


def _by_name(ground: Ground, lead: Range) -> Draft | None:
    """Who speaks where the words before a colon have no verb: "Opposition leader Mara Feld, in a post:"."""
    words = ground.doc[lead[0] : lead[1]]
    at = next((token.i for token in words if token.pos_ == "ADP" and token.lower_ in _THROUGH), lead[0])
    who = tidy(ground, (lead[0], at))
    named = who is not None and any(token.ent_type_ in ("PERSON", "ORG") for token in ground.doc[who[0] : who[1]])
    if who is None or not named or any(token.pos_ in ("VERB", "AUX", "ADP") for token in ground.doc[who[0] : who[1]]):
        return None
    return Draft(lead[1], "colon", (who,), ((lead[1], lead[1] + 1),), (), True)


def _leads(verb: "Token", start: int, end: int) -> bool:
    """True for the main verb of a stretch: it has a subject, and what it hangs on lies outside."""
    return not start <= verb.head.i < end or verb.head.i == verb.i


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
    if ground.words(quote) < LONG or (stands_alone(ground, quote) and ended(ground, quote)):
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

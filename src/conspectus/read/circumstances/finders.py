"""The four circumstances of one cue, each by its place in the grammar."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from conspectus.model import Attribution, Span, Time
from conspectus.read.attributions.ground import Ground
from conspectus.read.circumstances.vocabulary import (
    APPEARING,
    AT,
    BEFORE,
    CHANNELS,
    GATHERINGS,
    GIVING,
    IN,
    OCCASIONS,
    SENDING,
    SPEAKERS,
    STANDING,
    TELLING,
    TEXTS,
    THROUGH,
    TO,
)
from conspectus.read.speakers.page import Page, order
from conspectus.read.speakers.vocabulary import HE, SHE

if TYPE_CHECKING:
    from spacy.tokens import Token

_LOOSE = frozenset(("npadvmod", "prep", "pobj", "advmod", "compound", "nummod", "amod", "det", "nmod", "punct", "tmod"))
_CLIMB = 6


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue's head in its paragraph, with its attribution."""

    ground: Ground
    verb: "Token"
    attribution: Attribution

    def span(self, start: int, end: int) -> Span | None:
        """Tokens [start, end) as a span; None where it touches the words said or who said them."""
        found = self.ground.span((start, end))
        taken = (*self.attribution.content, *self.attribution.source)
        return None if any(found.overlaps(one) for one in taken) else found

    def phrases(self, prepositions: frozenset[str]) -> Iterator[tuple["Token", "Token"]]:
        """Preposition and noun of the phrases that hang on the verb, on its object, or on the verb it hangs on."""
        holders = [self.verb, *(child for child in self.verb.children if child.dep_ in ("dobj", "prep", "xcomp"))]
        if self.verb.dep_ in ("advcl", "xcomp", "conj") and self.verb.tag_ == "VBG":
            holders.append(self.verb.head)
        # "Speaking at the fair, she said", "asked during a hearing, she said"
        holders += [c for c in self.verb.children if c.dep_ == "advcl" and c.i < self.verb.i and c.lemma_ in APPEARING]
        for holder in holders:
            for child in holder.children:
                if child.dep_ == "prep" and child.lower_ in prepositions:
                    for noun in child.children:
                        if noun.dep_ == "pobj":
                            yield child, noun


def channel(cue: Cue) -> Span | None:
    """ "In a statement", "on Twitter", "released a statement saying", "tweeted", or the statement that says it."""
    for preposition, noun in cue.phrases(IN):
        if _is(noun, CHANNELS):
            found = cue.span(preposition.i, _end(noun))
            if found:
                return found
    for preposition, noun in cue.phrases(THROUGH):
        # "Said through his lawyer"
        if _is(noun, SPEAKERS) or (noun.ent_type_ == "PERSON" and any(_is(c, SPEAKERS) for c in noun.children)):
            found = cue.span(preposition.i, _end(noun))
            if found:
                return found
    verb = cue.verb
    for holder in (verb, verb.head):
        for child in holder.children:
            if child.dep_ == "dobj" and holder.lemma_ in GIVING and _is(child, CHANNELS):
                found = cue.span(child.left_edge.i, _end(child))
                if found:
                    return found
    if verb.lemma_ in SENDING:
        return cue.ground.span((verb.i, verb.i + 1))
    return _text_that_says(cue)


def channel_before(cue: Cue, page: Page) -> Span | None:
    """ "In a statement on Monday, Orlu defended the bridge. 'It is safe,' she said": that of the sentence before."""
    one = cue.attribution
    speaker = page.words(one.source[0]) if one.source else None
    if speaker is None or [token.lower_ in HE | SHE for token in speaker.tokens] != [True]:
        return None
    before = page.sentence_before(min((*one.content, *one.cue), key=order))
    if before is None or before.quoted():
        return None
    verb = before.root
    if not any(child.dep_ == "nsubj" and child.ent_type_ == "PERSON" for child in verb.children):
        return None
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in IN:
            for noun in child.children:
                if noun.dep_ == "pobj" and _is(noun, CHANNELS):
                    return before.ground.span((child.i, _end(noun)))
    return None


def _text_that_says(cue: Cue) -> Span | None:
    subject = next((child for child in cue.verb.children if child.dep_ == "nsubj"), None)
    if subject is None or not _is(subject, TEXTS) or subject.pos_ != "NOUN":
        return None
    return cue.ground.span((subject.left_edge.i, subject.i + 1))


def occasion(cue: Cue) -> Span | None:
    """ "At a news conference", "during a hearing", "told a news conference"."""
    for preposition, noun in cue.phrases(AT):
        if _is(noun, OCCASIONS) and not _is(noun, CHANNELS - OCCASIONS):
            found = cue.span(preposition.i, _end(noun))
            if found:
                return found
    told = [child for child in cue.verb.children if child.dep_ in ("dobj", "dative") and child.i > cue.verb.i]
    if cue.verb.lemma_ in TELLING and told and _is(told[0], GATHERINGS):
        return cue.span(told[0].left_edge.i, _end(told[0]))
    return None


def addressee(cue: Cue) -> Span | None:
    """Whom it was told: "reporters" of "told reporters", "the council" of "wrote to the council"."""
    verb = cue.verb
    for child in verb.children:
        if verb.lemma_ in TELLING and child.dep_ in ("dobj", "dative") and child.i > verb.i:
            if _is(child, GATHERINGS):
                continue
            return cue.span(child.left_edge.i, _end(child))
        if verb.lemma_ in BEFORE and child.dep_ == "prep" and child.lower_ == "before":
            body = next((one for one in child.children if one.dep_ == "pobj"), None)
            if body is not None and not _is(body, OCCASIONS):
                return cue.span(body.left_edge.i, _end(body))
        if verb.lemma_ in TO and child.dep_ in ("prep", "dative") and child.lower_ == "to":
            noun = next((one for one in child.children if one.dep_ == "pobj"), None)
            if noun is not None and noun.lemma_.lower() not in STANDING:
                return cue.span(noun.left_edge.i, _end(noun))
    letter = next((noun for _, noun in cue.phrases(IN) if _is(noun, CHANNELS)), None)
    for child in letter.children if letter is not None else ():
        if child.dep_ == "prep" and child.lower_ in ("to", "with"):
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return cue.span(noun.left_edge.i, _end(noun))
    return None


def when(cue: Cue, times: Sequence[Time]) -> Span | None:
    """The time expression that hangs on the cue: "said on Monday". ``times`` are in document order."""
    sentence = cue.verb.sent
    span = cue.ground.span((sentence.start, sentence.end))
    for at in range(bisect_left(times, order(span), key=lambda one: order(one.span)), len(times)):
        time = times[at]
        if not span.overlaps(time.span):
            break
        if time.type in ("DATE", "TIME") and span.contains(time.span):
            head = _token(cue, time.span)
            if head is not None and _hangs_on(head, cue.verb):
                return None if any(time.span.overlaps(one) for one in cue.attribution.content) else time.span
    return None


def _token(cue: Cue, span: Span) -> "Token | None":
    for token in cue.verb.sent:
        own = cue.ground.span((token.i, token.i + 1))
        if span.contains(own):
            return token
    return None


def _hangs_on(token: "Token", verb: "Token") -> bool:
    for _ in range(_CLIMB):
        if token.i == verb.i:
            return True
        if token.dep_ not in _LOOSE:
            return False
        token = token.head
    return False


def _is(noun: "Token", words: frozenset[str]) -> bool:
    """True for one of the words, also as the last of a compound ("Facebook page") or before a name ("Radio Gull")."""
    if noun.pos_ == "PROPN" and any(c.dep_ == "compound" and c.lower_ in words for c in noun.children):
        return True
    return noun.lemma_.lower() in words or noun.lower_ in words


def _end(noun: "Token") -> int:
    """The end of a noun phrase without its clauses: "a letter to the council", not "who …"."""
    last: int = noun.i
    for child in noun.children:
        if child.dep_ == "prep" and any(one.ent_type_ in ("DATE", "TIME") for one in child.children):
            break
        if child.i > noun.i and child.dep_ in ("prep", "compound", "flat", "nmod", "case", "cc", "conj"):
            last = max(last, child.right_edge.i)
        elif child.i > noun.i:
            break
    while last > noun.i and not any(char.isalnum() for char in noun.doc[last].text):
        last -= 1
    return last + 1

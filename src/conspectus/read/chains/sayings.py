"""What can be a level of a chain: the reading's attributions, and those that the grammar shows inside or around them.

The trained reader gives every word to one cue, so that "Orlu said that Hale had told her …" has one attribution. The
grammar of the parse is read here once more over the whole text, without regard to quotation marks, for the others.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from conspectus.model import Article, Attribution, Reading, Span
from conspectus.read.attributions import predicates, sources
from conspectus.read.attributions.draft import Draft
from conspectus.read.attributions.finders import drafts
from conspectus.read.attributions.ground import Ground, Range, prepare, runs, tidy
from conspectus.read.chains.telling import antecedent, from_whom, relative, tells
from conspectus.read.chains.vocabulary import SPEAKING
from conspectus.read.nearby import Nearby
from conspectus.read.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORD = re.compile(r"[^\W_]+")
_MORE = re.compile(r",|\s(?:of|for|with|in|at|on|to|from|who|that|which|by)\s")
_ADDRESSED = 8
"""Tokens after a verb within which "that" begins what it says: "told the council that"."""
_OPENING = frozenset(("“", "‘", '"', "'", "``"))
_TITLES = frozenset(("mr", "mrs", "ms", "dr", "sen", "rep", "gov", "the", "a", "an", "s"))


@dataclass(frozen=True, slots=True)
class Saying:
    """A possible level. ``head`` is the cue's head word, ``reach`` the words that lie inside what it brings in.

    ``attribution`` is the id of the reading's own, None for one that only the grammar shows. ``token`` is the
    cue's head in the ``ground`` of its paragraph, where the grammar has it. ``who`` are the words of the source without
    titles, ``wishes`` is True for what is only wanted or planned. ``subject`` is the source that
    the grammar gives the cue.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    reach: tuple[Span, ...]
    head: Span | None
    attribution: str | None
    ground: Ground | None = None
    token: int | None = None
    frame: str = ""
    who: frozenset[str] = frozenset()
    wishes: bool = False
    subject: tuple[Span, ...] = ()


def sayings(parse: Parse, reading: Reading) -> list[Saying]:
    """All sayings of an article: the reading's attributions, and what only the grammar shows."""
    at = Nearby()
    for number, one in enumerate(reading.attributions):
        at.add(number, one.cue)
    found: list[Saying] = []
    taken: set[int] = set()
    for paragraph in parse.paragraphs:
        ground = prepare(paragraph, ())
        for draft in _with_verbs(ground):
            head = ground.span((draft.head, draft.head + 1))
            own = next((n for n in at.at([head]) if any(c.overlaps(head) for c in reading.attributions[n].cue)), None)
            if own is None:
                whole = draft if draft.content else replace(draft, content=_spoken_on(ground, draft))
                if whole.content and tells(ground, whole):
                    found.append(_from_grammar(ground, whole, head))
            elif own not in taken:
                taken.add(own)
                found.append(_from_both(ground, draft, _alone(reading.article, reading.attributions[own])))
    rest = (one for number, one in enumerate(reading.attributions) if number not in taken)
    return [*found, *(_alone(reading.article, one) for one in rest)]


def _with_verbs(ground: Ground) -> Iterator[Draft]:
    """The grammar's drafts, and verbs it knows no content for: their subject may still be needed."""
    heads = set()
    for draft in drafts(ground):
        heads.add(draft.head)
        yield draft
    for token in ground.doc:
        if token.pos_ == "VERB" and token.i not in heads and (learned := _learned(ground, token)):
            yield learned
        elif token.pos_ == "VERB" and token.i not in heads:
            head = sources.source_of(ground, token, predicates.is_passive(token))
            source = sources.phrase(ground, head, predicates.cue_tokens(token)) if head is not None else ()
            yield Draft(token.i, "verb", source, tuple(runs(predicates.cue_tokens(token))), ())


def _learned(ground: Ground, verb: "Token") -> Draft | None:
    """ "The police had learned from a witness that": what the witness said, held by the police where they may speak."""
    noun = from_whom(verb)
    if noun is None:
        return None
    end = verb.sent.end
    that = next((t.i for t in ground.doc[noun.i + 1 : min(noun.i + _ADDRESSED, end)] if t.lower_ == "that"), None)
    content = tidy(ground, (that, end)) if that is not None else None
    if that is None or content is None or any(t.is_punct or t.pos_ == "VERB" for t in ground.doc[noun.i + 1 : that]):
        return None
    cue = tuple(runs(predicates.cue_tokens(verb)))
    subject = sources.subject_of(verb)
    held = Draft(verb.i, "that", sources.phrase(ground, subject), cue, (content,)) if subject is not None else None
    if held is not None and held.source and tells(ground, held):
        return held
    return Draft(verb.i, "that", sources.phrase(ground, noun, range(that, end)), cue, (content,))


def _spoken_on(ground: Ground, draft: Draft) -> tuple[Range, ...]:
    """What follows "he said that" or "he said, “" to the end of the sentence, where the parse has lost it."""
    verb = ground.doc[draft.head]
    if verb.lemma_.lower() not in SPEAKING or not draft.source or draft.source[0][0] > verb.i:
        return ()
    end = verb.sent.end
    for token in ground.doc[verb.i + 1 : min(verb.i + _ADDRESSED, end)]:
        if token.lower_ == "that" and token.dep_ not in ("det", "dobj", "pobj", "attr"):
            found = tidy(ground, (token.i, end))
            return (found,) if found else ()
        if token.text in _OPENING and token.i == verb.i + 2 and ground.doc[verb.i + 1].text == ",":
            found = tidy(ground, (token.i + 1, end))
            return (found,) if found else ()
        if (token.pos_ in ("VERB", "AUX") or token.is_punct) and token.text != ",":
            return ()
    return ()


def _from_grammar(ground: Ground, draft: Draft, head: Span) -> Saying:
    content = ground.spans(draft.content)
    source = ground.spans(antecedent(ground, draft))
    who = _who(ground.doc[start:end].text for start, end in antecedent(ground, draft))
    cue = ground.spans(draft.cue)
    return Saying(source, cue, content, content, head, None, ground, draft.head, draft.frame, who)


def _from_both(ground: Ground, draft: Draft, own: Saying) -> Saying:
    head = ground.span((draft.head, draft.head + 1))
    subject = ground.spans(antecedent(ground, draft))
    source = own.source
    if len(source) == 1 and any(one.overlaps(source[0]) for one in ground.spans(draft.source)):
        # Of "the officials who said" the officials are the voice.
        source = subject if relative(ground, draft) else source
    reach = (*own.content, *ground.spans(draft.content))
    where = replace(own, head=head, ground=ground, token=draft.head, frame=draft.frame)
    return replace(where, source=source, reach=reach, subject=subject)


def _alone(article: Article, one: Attribution) -> Saying:
    who = _who(article.words(span) for span in one.source)
    head = one.cue[-1] if one.cue else None
    wishes = one.manner == "intending"
    return Saying(one.source, one.cue, one.content, one.content, head, one.id, who=who, wishes=wishes)


def _who(texts: Iterable[str]) -> frozenset[str]:
    words = {word.lower() for text in texts for word in _WORD.findall(_MORE.split(text)[0])}
    return frozenset(words - _TITLES)

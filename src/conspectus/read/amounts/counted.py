"""What a figure counts: the noun it belongs to, or what happened to the people it counts."""

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from conspectus.model import Fate, Span
from conspectus.read.amounts.fates import happened
from conspectus.read.amounts.vocabulary import CASUALTIES, PEOPLE
from conspectus.read.parse import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_BEFORE_NOUNS = frozenset({"nummod", "quantmod", "compound", "nmod", "amod"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The words that say what is counted, one lemma for it, and what happened to those counted."""

    words: Span | None
    of: str | None
    fate: Fate | None


NOTHING = Counted(None, None, None)


def counted(paragraph: Paragraph, tokens: "TokenSpan") -> Counted:
    """What a figure counts; what happened to people wins over "people"."""
    number = tokens.root
    noun = _noun(number, tokens)
    fate = happened(number, noun, tokens)
    if noun is None:
        return _labelled(paragraph, tokens) or Counted(None, fate, fate)
    start = max(noun.left_edge.i, tokens.end)
    while start < noun.i and tokens.doc[start].is_punct:
        start += 1
    words = paragraph.doc[min(start, noun.i) : noun.i + 1]
    lemma = noun.lemma_.lower()
    only_people = lemma in PEOPLE or lemma in CASUALTIES or lemma == "life"
    if fate and only_people and not _beside_others(noun, lemma):
        lemma = fate
    return Counted(paragraph.span_of(words), CASUALTIES.get(lemma, lemma), fate)


@cache
def _label() -> re.Pattern[str]:
    """From the beginning of a line to the figure; made on first use, as the grammar is."""
    return re.compile(r"(?:^|\n)[-•*– ]*([A-Z][\w ]{2,30}): *$")


def _labelled(paragraph: Paragraph, tokens: "TokenSpan") -> Counted | None:
    """In a list of facts what the words before the colon say ("Deaths: 1", "Structures destroyed: 112")."""
    line = _label().search(paragraph.view.text[: tokens.start_char])
    label = paragraph.doc.char_span(line.start(1), line.end(1), alignment_mode="expand") if line else None
    if not label:
        return None
    lemmas = [word.lemma_.lower() for word in label]
    fate = next((CASUALTIES[lemma] for lemma in lemmas if lemma in CASUALTIES), None)
    noun = next((word.lemma_.lower() for word in label if word.tag_ == "NNS"), lemmas[-1])
    return Counted(paragraph.span_of(label), fate or noun, fate)


def _beside_others(noun: "Token", lemma: str) -> bool:
    """ "The driver and 3 others": not all to whom it happened."""
    return lemma in ("other", "others") and noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN")


def _noun(number: "Token", tokens: "TokenSpan") -> "Token | None":
    for token in (number, *reversed(tokens)):
        if token.dep_ in _BEFORE_NOUNS and token.head.i >= tokens.end and token.head.pos_ in ("NOUN", "PROPN", "ADJ"):
            return _nearest(token.head, tokens)
    for child in number.children:
        if child.lower_ == "of" and child.i >= tokens.end:
            named = next((c for c in child.children if c.dep_ == "pobj"), None)
            if named is not None and named.lower_ in ("them", "whom"):
                return _called(named)
            return named if named is not None and named.pos_ in ("NOUN", "PROPN", "ADJ") else None
    return None


def _called(pronoun: "Token") -> "Token | None":
    """ "Eleven of them children": the noun right behind the pronoun."""
    after = pronoun.nbor(1) if pronoun.i + 1 < len(pronoun.doc) else None
    return after if after is not None and after.tag_ == "NNS" else None


def _nearest(head: "Token", tokens: "TokenSpan") -> "Token":
    """In "five vote majority" five are the votes, not the majority."""
    beside = tokens.doc[tokens.end]
    apart = head.tag_ == "NN" and beside.tag_ == "NN" and beside.dep_ == "compound" and beside.head.i == head.i
    return beside if apart and tokens.text.lower() not in ("1", "one") else head

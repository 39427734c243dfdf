"""What a figure counts: the noun it belongs to, or what happened to the people it counts."""

import re
from functools import cache
from typing import TYPE_CHECKING

from conspectus.model import Span
from conspectus.read.amounts.vocabulary import CASUALTIES, OWN_DEATH, PEOPLE
from conspectus.read.parse import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_STATES = frozenset({"unaccounted", "missing"})
_TOLLS = frozenset({"toll", "number", "count", "tally"})
_LIVES = frozenset({"claim", "lose", "cost", "take"})
_BEFORE_NOUNS = frozenset({"nummod", "quantmod", "compound", "nmod", "amod"})
_SAID_OF = frozenset({"acomp", "oprd", "attr", "xcomp", "prep"})


def counted(paragraph: Paragraph, tokens: "TokenSpan") -> tuple[Span | None, str | None]:
    """The words that say what is counted, and one lemma for it; what happened to people wins over "people"."""
    number = tokens.root
    noun = _noun(number, tokens)
    happened = _happened(number, noun, tokens)
    if noun is None:
        return _labelled(paragraph, tokens) or (None, happened)
    start = max(noun.left_edge.i, tokens.end)
    while start < noun.i and tokens.doc[start].is_punct:
        start += 1
    words = paragraph.doc[min(start, noun.i) : noun.i + 1]
    lemma = noun.lemma_.lower()
    only_people = lemma in PEOPLE or lemma in CASUALTIES or lemma == "life"
    if happened and only_people and not _beside_others(noun, lemma):
        lemma = happened
    return paragraph.span_of(words), CASUALTIES.get(lemma, lemma)


@cache
def _label() -> re.Pattern[str]:
    """From the beginning of a line to the figure; made on first use, as the grammar is."""
    return re.compile(r"(?:^|\n)[-•*– ]*([A-Z][\w ]{2,30}): *$")


def _labelled(paragraph: Paragraph, tokens: "TokenSpan") -> tuple[Span, str] | None:
    """In a list of facts what the words before the colon say ("Deaths: 1", "Structures destroyed: 112")."""
    line = _label().search(paragraph.view.text[: tokens.start_char])
    label = paragraph.doc.char_span(line.start(1), line.end(1), alignment_mode="expand") if line else None
    if not label:
        return None
    lemmas = [word.lemma_.lower() for word in label]
    fate = next((CASUALTIES[lemma] for lemma in lemmas if lemma in CASUALTIES), None)
    noun = next((word.lemma_.lower() for word in label if word.tag_ == "NNS"), lemmas[-1])
    return paragraph.span_of(label), fate or noun


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


def _happened(number: "Token", noun: "Token | None", tokens: "TokenSpan") -> str | None:
    """ "12 killed", "killing 12", "12 people died", "a death toll of 12": what the figure says happened."""
    at = noun if noun is not None else number
    for place in (tokens.end, max(at.i + 1, tokens.end)):
        if place < len(tokens.doc) and _is_fate(tokens.doc[place]):
            return CASUALTIES[tokens.doc[place].lower_]
    if noun is not None and noun.lemma_.lower() == "life" and noun.head.lemma_.lower() in _LIVES:
        return "death"
    if noun is not None and noun.lemma_.lower() in CASUALTIES:
        return CASUALTIES[noun.lemma_.lower()]
    return _inside(at) or _of_verb(at) or _toll(number)


def _is_fate(word: "Token") -> bool:
    """A word right behind the counted ones that says what became of them: no verb with an object of its own."""
    if word.lower_ not in CASUALTIES or any(c.dep_ in ("dobj", "obj") for c in word.children):
        return False
    return word.lower_ in ("dead", "missing", "unaccounted") or word.tag_ in ("VBN", "VBD", "JJ")


def _inside(noun: "Token") -> str | None:
    """ "12 people who died", "12 injured passengers"."""
    for child in noun.children:
        fate = CASUALTIES.get(child.lemma_.lower())
        if fate and child.dep_ == "amod":
            return fate
        if fate and child.dep_ in ("acl", "relcl") and (child.tag_ == "VBN" or child.lemma_.lower() in OWN_DEATH):
            return fate
    return None


def _of_verb(noun: "Token") -> str | None:
    """What the verb says of its object, of its passive subject, or of who dies."""
    at = noun
    while at.dep_ == "conj" and at.head.pos_ in ("NOUN", "PROPN", "NUM"):
        at = at.head
    verb, role = at.head, at.dep_
    lemma = verb.lower_ if verb.lower_ in _STATES else verb.lemma_.lower()
    if role in ("dobj", "nsubjpass", "obj") and lemma in CASUALTIES and lemma not in OWN_DEATH:
        return CASUALTIES[lemma]
    if role == "nsubj" and (lemma in OWN_DEATH or verb.lower_ == "missing"):
        return CASUALTIES.get(lemma, "missing")
    return _said_of(verb) if role in ("nsubj", "nsubjpass", "dobj", "obj") and verb.pos_ in ("VERB", "AUX") else None


def _said_of(verb: "Token") -> str | None:
    """ "Were missing", "was found dead", "were listed as missing"."""
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in _SAID_OF:
            continue
        words = (child, *child.children) if child.dep_ == "prep" and child.lower_ == "as" else (child,)
        fate = next((CASUALTIES[word.lower_] for word in words if word.lower_ in CASUALTIES), None)
        if fate:
            return fate
    return None


def _toll(number: "Token") -> str | None:
    """ "A death toll of 12", "the number of dead rose to 12"; "by 12" is no toll but a change."""
    at = number.head
    if number.dep_ == "pobj":
        if at.lower_ not in ("to", "of", "at"):
            return None
        at = at.head
    around = (at, *(c for c in at.children if c.dep_ in ("nsubj", "nsubjpass", "dobj") and c.i < number.i))
    toll = next((token for token in around if token.lemma_.lower() in _TOLLS), None)
    if toll is None:
        return None
    below = [word for token in toll.subtree if token.i < number.i for word in (token.lower_, token.lemma_.lower())]
    fate = next((CASUALTIES[word] for word in below if word in CASUALTIES), None)
    return fate or ("death" if toll.lemma_.lower() == "toll" else None)

"""Which drafts of the grammar pass on what somebody said, knew or judged, and so can be a level of a chain.

The grammar offers every cue word with a complement. A level is only what has been said or is held: no wish or plan,
no infinitive ("to call it off"), and not what a voice says of itself ("she said she thinks" is one voice).
"""

from typing import TYPE_CHECKING

from conspectus.read.attributions import predicates, sources
from conspectus.read.attributions.draft import Draft
from conspectus.read.attributions.ground import Ground, Range
from conspectus.read.attributions.manner import manner_of
from conspectus.read.chains.vocabulary import (
    ANYONE,
    CALLING,
    HEARING,
    HELD_OF,
    LEARNING,
    SELVES,
    SPEAKING,
    THIRD,
    VOICES,
)
from conspectus.text.outlets import is_outlet

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARKS = frozenset(("“", "”", '"', "''", "``"))
_CLAUSES = frozenset(("that", "quote", "aside", "according", "was-that", "was-to", "colon", "label"))
_JUDGING = frozenset(("accusing", "denying", "factive"))
_CALLINGS = ("er", "or", "ist", "yst", "ant", "ian", "man", "woman")
"""Endings of nouns for people."""
_SPEAKERS = frozenset(("PERSON", "ORG", "NORP", "GPE"))


def tells(ground: Ground, draft: Draft) -> bool:
    """True for a draft that can be a level of a chain."""
    head = ground.doc[draft.head]
    manner, _, _ = manner_of(" ".join(ground.doc[start:end].text for start, end in draft.cue))
    if manner == "intending" or draft.frame == "hedge" or not _came_about(head):
        return False
    if head.pos_ in ("VERB", "AUX") and predicates.is_passive(head) and not draft.source:
        return head.lemma_ in HELD_OF
    if not _other_voice(ground, draft):
        return False
    if not _may_speak(ground, draft):
        return False
    if draft.frame in _CLAUSES:
        return draft.frame != "aside" or draft.says
    if draft.frame == "to":
        return manner == "asking" and _has_object(head)
    if draft.frame == "what":
        return manner in _JUDGING or (head.lemma_ in CALLING and _quotes(ground, draft)) or _as_something(head)
    return draft.says or head.lemma_ in SPEAKING or manner in _JUDGING or draft.frame == "was"


def from_whom(verb: "Token") -> "Token | None":
    """Who said what somebody learned: the witness of "had learned from a witness that"."""
    if verb.lemma_ not in LEARNING:
        return None
    said_by = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "from" and c.i > verb.i)
    return next((noun for one in said_by for noun in one.children if noun.dep_ == "pobj"), None)


def is_voice(noun: "Token") -> bool:
    """A name, an outlet, or a word for people, bodies or texts."""
    return noun.ent_type_ in _SPEAKERS or is_outlet(noun.text) or noun.lemma_.lower() in VOICES


def _quotes(ground: Ground, draft: Draft) -> bool:
    """True where quotation marks stand in the content: "called the plan “a gift”"."""
    last = len(ground.doc)
    within = (at for start, end in draft.content for at in range(start, min(end + 1, last)))
    return any(ground.doc[at].text in _MARKS for at in within)


def antecedent(ground: Ground, draft: Draft) -> tuple[Range, ...]:
    """The source of a draft; of "the officials who said" it is "the officials"."""
    if not draft.source:
        return ()
    if relative(ground, draft):
        noun = ground.doc[draft.head].head
        while noun.dep_ == "appos":
            # "Orlu, the aide who said"
            noun = noun.head
        return sources.phrase(ground, noun, range(draft.source[0][0], noun.right_edge.i + 1))
    return draft.source


def relative(ground: Ground, draft: Draft) -> bool:
    """True when the source is the "who" or "which" of a clause that modifies a noun."""
    if not draft.source or draft.source[0][1] - draft.source[0][0] != 1:
        return False
    return ground.doc[draft.source[0][0]].tag_ in ("WP", "WDT") and ground.doc[draft.head].dep_ == "relcl"


def _came_about(head: "Token") -> bool:
    """True for what was said: no imperative, modal or infinitive but "is said to have told"."""
    helpers = [child for child in head.children if child.dep_ in ("aux", "auxpass")]
    if head.pos_ != "VERB":
        return True
    marks = {helper.tag_ for helper in helpers} & {"MD", "TO"}
    if "MD" in marks or ("TO" in marks and not (head.tag_ == "VBN" and any(h.lemma_ == "have" for h in helpers))):
        return False
    if head.dep_ in ("ccomp", "xcomp") and head.head.lemma_ in HEARING and not helpers:
        return True
    return head.tag_ != "VB" or any(helper.lemma_ in ("do", "have", "be") for helper in helpers)


def _other_voice(ground: Ground, draft: Draft) -> bool:
    """True where the source is not the voice around it, and not just anybody."""
    if not draft.source:
        return False
    start, end = draft.source[0]
    head = ground.doc[draft.head].lemma_.lower()
    words = [token.lower_ for token in ground.doc[start:end]]
    if words[0] in SELVES or words[-2:] == ["of", "you"]:
        return False
    if len(words) == 1 and words[0] in ANYONE:
        return relative(ground, draft) or head in SPEAKING
    if len(words) == 1 and words[0] in THIRD:
        return head in SPEAKING
    return not (len(words) == 1 and words[0] in ("my", "our"))


def _may_speak(ground: Ground, draft: Draft) -> bool:
    """True where the source is a name, a pronoun for a person, or a word for people, bodies or texts."""
    start, end = draft.source[0]
    root = ground.doc[start:end].root
    lemma = root.lemma_.lower()
    named = root.ent_type_ in _SPEAKERS or root.pos_ == "PROPN" or is_outlet(root.text)
    personal = root.lower_ in ("he", "she", "it", "they", "who", "both", "many", "some", "others", "most", "you")
    return named or personal or lemma in VOICES or lemma.endswith(_CALLINGS)


def _has_object(verb: "Token") -> bool:
    return any(child.dep_ in ("dobj", "dative", "nsubj") and child.i > verb.i for child in verb.children) or any(
        child.dep_ in ("xcomp", "ccomp") and any(one.dep_ == "nsubj" for one in child.children)
        for child in verb.children
    )


def _as_something(verb: "Token") -> bool:
    """ "called it a disgrace", "recognized it as hers"."""
    return any(
        (child.dep_ in ("oprd", "ccomp") or (child.dep_ == "prep" and child.lower_ in ("as", "on", "for")))
        and child.i > verb.i
        for child in verb.children
    )

"""Cities that stand for a government or a team: they speak and act ("Moscow warned"), or have dealings with another."""

from typing import TYPE_CHECKING

from conspectus.read.parse import Paragraph
from conspectus.read.places.mentions import Mention
from conspectus.read.places.vocabulary import ADDRESSED, DEALINGS, SPEAKING, STANDS

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "csubj"})


def is_metonym(paragraph: Paragraph, mention: Mention) -> bool:
    """Whether the grammar around a city's name makes an agent of it."""
    tokens = paragraph.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if tokens is None:
        return False
    at = tokens.root
    while at.dep_ == "conj" and at.head.i != at.i and at.head.pos_ == "PROPN":
        at = at.head
    if at.dep_ in _SUBJECTS:
        return at.head.lemma_.lower() in SPEAKING
    if at.dep_ == "poss":
        return at.head.lemma_.lower() in STANDS
    if at.dep_ == "pobj" and at.head.lower_ in ("between", "with", "by"):
        return _dealing(at.head)
    return at.dep_ in ("dobj", "obj") and at.head.lemma_.lower() in ADDRESSED


def _dealing(preposition: "Token") -> bool:
    """ "Talks between Moscow and Kyiv", "ties with Beijing", "condemned by London"."""
    if preposition.lower_ == "by":
        return preposition.head.lemma_.lower() in SPEAKING
    return preposition.head.lemma_.lower() in DEALINGS

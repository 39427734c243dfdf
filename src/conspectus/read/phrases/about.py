"""Of whom or what a noun phrase is said: apposition, "is a …", "called him a …", "described as a …"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEING = frozenset(("be", "become", "remain"))
_NAMING = frozenset(("call", "name", "label", "brand", "dub", "deem", "consider", "declare", "term"))
_AS = frozenset(
    (
        "describe", "characterize", "characterise", "depict", "portray", "paint", "cast", "regard", "see", "view",
        "know", "denounce", "dismiss", "hail", "praise", "condemn", "deride", "refer", "brand", "blast", "slam",
    )
)  # fmt: skip
_NO_DESCRIPTION = frozenset(("GPE", "LOC", "FAC", "DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT"))
"""Labels of what may stand behind a name without describing it: where it is from, when, how old."""
_WHO = frozenset(("who", "which", "that"))


def said_of(token: "Token") -> "Token | None":
    """The noun or pronoun that the phrase of ``token`` describes; None where the grammar shows none."""
    if token.dep_ == "appos":
        return _noun(token.head) if token.ent_type_ not in _NO_DESCRIPTION else None
    if token.dep_ == "attr" and token.head.lemma_ in _BEING and not _negated(token.head):
        return _subject(token.head)
    verb = token.head
    if token.dep_ in ("oprd", "dobj", "attr") and verb.lemma_ in _NAMING:
        return _object(verb, token)
    if token.dep_ == "pobj" and verb.lower_ == "as" and verb.head.lemma_ in _AS:
        return _object(verb.head, token)
    return _fronted(token)


def _noun(token: "Token") -> "Token | None":
    return token if token.pos_ in ("NOUN", "PROPN", "PRON") else None


def _negated(verb: "Token") -> bool:
    helpers = {child.lemma_ for child in verb.children if child.dep_ in ("aux", "neg")}
    return bool(helpers & {"not", "n't", "never", "would", "could", "might", "may", "should"}) or any(
        child.dep_ in ("neg", "mark") and child.lower_ in ("n't", "n’t", "if", "whether") for child in verb.children
    )


def _subject(verb: "Token") -> "Token | None":
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            if child.lower_ in _WHO and verb.dep_ == "relcl":
                return _noun(verb.head)
            return _noun(child) if child.lower_ not in ("it", "this", "that", "there", "what") else None
    return None


def _object(verb: "Token", token: "Token") -> "Token | None":
    """Whom a verb of naming names: its other object, or its subject in the passive."""
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    if passive:
        return _subject(verb)
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubj") and verb.i < child.i < token.i:
            return _noun(child)
    return _noun(verb.head) if verb.dep_ == "acl" and verb.tag_ == "VBN" else None


def _fronted(token: "Token") -> "Token | None":
    """ "A former pilot, Mr. Orlu said …": the description stands before the subject, behind it a comma."""
    sentence = token.sent
    if token.left_edge.i != sentence.start or token.i == sentence.root.i:
        return None
    subject = next((c for c in sentence.root.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.i == token.i or subject.pos_ not in ("PROPN", "PRON"):
        return None
    between = token.doc[token.i + 1 : subject.left_edge.i].text.strip()
    # What stands between may tell more about the description, but ends in the comma.
    return subject if between.endswith(",") and between.count(",") == 1 and token.dep_ != "pobj" else None

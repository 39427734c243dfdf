"""Relays that stand beside a cue and are no attribution of their own: "was quoted as saying", "told the Chronicle"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from conspectus.model import Reading, Span
from conspectus.model.readings import Voice
from conspectus.read.attributions import predicates, sources
from conspectus.read.attributions.ground import Ground, runs
from conspectus.read.chains.sayings import Saying
from conspectus.read.chains.telling import from_whom, is_voice
from conspectus.read.chains.vocabulary import CITING, QUOTING, TELLING
from conspectus.read.voices.outlets import is_own, outlet_at

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLD = ("dobj", "dative", "iobj")


def voices(saying: Saying, reading: Reading) -> tuple[Voice, ...]:
    """The voices of one cue, innermost first: who spoke, then who quoted it or was told it."""
    own = Voice(saying.source, saying.cue, saying.attribution, "said")
    if saying.ground is None or saying.token is None:
        return (own,)
    ground = saying.ground
    verb = ground.doc[saying.token]
    quoting = _quoting(verb)
    if quoting is not None:
        return _quoted(ground, verb, quoting, saying)
    behind = _behind(ground, verb, saying)
    if behind is not None:
        return behind, own
    outlet = next(_told(ground, verb, reading), None) if verb.lemma_.lower() in TELLING else None
    return (own, Voice((outlet,), (), None, "told")) if outlet else (own,)


def _behind(ground: Ground, verb: "Token", saying: Saying) -> Voice | None:
    """Whose words somebody relays: "citing the Courier, the Mail reported that", "had learned from a witness that"."""
    noun = from_whom(verb)
    cue: tuple[Span, ...] = (ground.span((verb.i, verb.i + 1)),)
    if noun is None:
        holders = (verb, *(child for child in verb.children if child.dep_ == "nsubj"))
        citing = [
            child
            for holder in holders
            for child in holder.children
            if child.lemma_ in CITING and child.tag_ == "VBG" and child.dep_ in ("advcl", "acl") and child.i < verb.i
        ]
        noun = next((sources.object_of(child) for child in citing), None)
        cue = ground.spans(runs(predicates.cue_tokens(citing[0]))) if citing else ()
    if noun is None or not is_voice(noun):
        return None
    source = ground.spans(sources.phrase(ground, noun, range(noun.i + 1, noun.right_edge.i + 1)))
    own = any(one.overlaps(other) for one in source for other in saying.source)
    return Voice(source, cue, None, "said") if source and not own else None


def _quoting(verb: "Token") -> "Token | None":
    """The verb of "was quoted as saying", "quoted Orlu as saying"."""
    quoted: Token = verb.head.head
    return quoted if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and quoted.lemma_ in QUOTING else None


def _quoted(ground: Ground, verb: "Token", quoting: "Token", saying: Saying) -> tuple[Voice, ...]:
    passive = predicates.is_passive(quoting)
    speaker = sources.subject_of(quoting) if passive else sources.object_of(quoting)
    relayer = sources.agent_of(quoting) if passive else sources.subject_of(quoting)
    said = ground.spans(runs(predicates.cue_tokens(verb)))
    quotes = ground.spans(runs([*predicates.cue_tokens(quoting), verb.head.i]))
    spoke = ground.spans(sources.phrase(ground, speaker, (verb.head.i,))) if speaker else saying.source
    relayed = ground.spans(sources.phrase(ground, relayer)) if relayer else ()
    return Voice(spoke, said, saying.attribution, "said"), Voice(relayed, quotes, None, "quoted")


def _told(ground: Ground, verb: "Token", reading: Reading) -> Iterator[Span]:
    """Other outlets among those to whom it was told."""
    for child in verb.children:
        told = [child] if child.dep_ in _TOLD else []
        if child.lower_ == "to" and child.dep_ in ("prep", "dative"):
            told = [one for one in child.children if one.dep_ == "pobj"]
        for noun in told:
            start = noun.left_edge.i
            outlet = outlet_at(reading, ground.span((start, noun.i + 1)))
            if outlet is not None and not is_own(reading.article, reading.article.words(outlet)):
                yield outlet

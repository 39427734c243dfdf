"""How a cue presents what it introduces: its manner, and with it the polarity and certainty of the content.

Factive verbs take their content for granted (Kiparsky and Kiparsky 1970; Hooper 1975), implicative ones settle whether
it came about (Karttunen 1971), others hedge or boost it (Hyland 2005) or cast doubt on it (Recasens, Danescu-
Niculescu-Mizil and Jurafsky 2013). Verbs and their nouns are listed by lemma; the forms are made here.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from conspectus.model import Certainty, Manner, Polarity

_LEMMAS: dict[Manner, str] = {
    "factive": """
        acknowledge admit attest concede confess confirm demonstrate discover document find forget know
        corroborate divulge learn note notice observe perceive point_out prove realise realize recall
        recognise recognize regret remember resent reveal show uncover be_aware admission acknowledgement
        acknowledgment confirmation revelation disclosure disclose
    """,
    "doubtful": """
        allege assert aver claim contend hint imply insinuate insist maintain profess purport pretend
        speculate allegation assertion contention rumour rumor insinuation allegedly purportedly supposedly
        so-called
    """,
    "accusing": """
        accuse assail attack berate blame blast castigate censure charge chide condemn criticise criticize
        decry denounce deplore deride fault lambast lambaste rebuke reproach slam accusation condemnation
        criticism complaint complain
    """,
    "denying": """
        contradict deny disavow disclaim dismiss dispute rebut refute reject repudiate denial rejection
        rebuttal
    """,
    "promising": """
        assure commit guarantee pledge promise swear undertake vow assurance commitment
    """,
    "asking": """
        appeal ask beg call_for call_on demand enquire implore inquire plead query question request urge
        beseech entreat petition wonder plea
    """,
    "believing": """
        assume believe calculate conjecture consider deduce deem doubt dream estimate expect fear feel
        figure forecast foresee guess hope hypothesise hypothesize imagine infer postulate predict presume
        project prophesy reckon suppose surmise suspect theorise theorize think trust worry belief
        expectation feeling opinion prediction suspicion view reportedly apparently
    """,
    "intending": """
        agree aim attempt choose consider_to decide decline determine intend mean offer opt plan prepare
        propose refuse resolve seek threaten try want wish decision intention proposal refusal threat
    """,
}
_IRREGULAR = {
    "find": "found", "forget": "forgot forgotten", "know": "knew known", "prove": "proven", "show": "shown",
    "swear": "swore sworn", "undertake": "undertook undertaken", "feel": "felt", "foresee": "foresaw foreseen",
    "think": "thought", "choose": "chose chosen", "mean": "meant", "seek": "sought", "admit": "admitted admitting",
    "commit": "committed committing", "beg": "begged begging", "rebut": "rebutted rebutting", "plead": "pled",
    "plan": "planned planning", "slam": "slammed slamming",
}  # fmt: skip
_REFUSED = frozenset({"decline", "refuse", "refusal"})
_PARTICLES = frozenset({"out", "for", "on"})
_HEDGING = frozenset({"suggest", "indicate", "suggestion", "indication"})
"""Cues that are neutral in manner and yet weaken what they introduce (Hyland 2005)."""
_LEFT_UNDONE = re.compile(r"\b(?:fail|neglect|forget|forgot|omit|avoid|refrain)\w* +(?:to|from)\b")
"""Negative implicatives (Karttunen 1971): what they govern did not happen."""
_NEGATION = re.compile(r"\b(?:not|never|no|neither|nor|cannot)\b|n[’']t\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_CERTAINTY: dict[Manner, Certainty] = {
    "neutral": "stated", "factive": "stated", "doubtful": "hedged", "accusing": "hedged", "denying": "stated",
    "promising": "planned", "asking": "asked", "believing": "hedged", "intending": "planned",
}  # fmt: skip


def _forms(lemma: str) -> Iterator[str]:
    verb, _, particle = lemma.partition("_")
    tail = f" {particle}" if particle else ""
    yield verb + tail
    for irregular in _IRREGULAR.get(verb, "").split():
        yield irregular + tail
    if verb.endswith("y") and verb[-2] not in "aeiou":
        endings = (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    elif verb.endswith("e"):
        endings = (verb + "s", verb + "d", verb[:-1] + "ing")
    else:
        sibilant = verb.endswith(("s", "sh", "ch", "x"))
        endings = (verb + ("es" if sibilant else "s"), verb + "ed", verb + "ing")
    yield from (ending + tail for ending in endings)


_MANNERS: dict[str, tuple[Manner, str]] = {
    form: (manner, lemma) for manner, lemmas in _LEMMAS.items() for lemma in lemmas.split() for form in _forms(lemma)
}


_HEDGES = frozenset(form for lemma in _HEDGING for form in _forms(lemma))


def _hedging(words: Iterable[str]) -> bool:
    return any(word in _HEDGES for word in words)


def manner_of(cue: str) -> tuple[Manner, Polarity, Certainty]:
    """Manner of a cue's words, and the polarity and certainty in which it presents its content.

    "Denied" and "refused" present it negated; "did not deny" leaves it possible; "did not say" and "failed to say" are
    neutral and possible; "suggests" is neutral and hedged.
    """
    bare, undone = _LEFT_UNDONE.subn(" ", cue.lower())
    words = _WORD.findall(bare)
    pairs = [f"{one} {other}" for one, other in pairwise(words) if other in _PARTICLES]
    manner, lemma = next((_MANNERS[word] for word in (*pairs, *words) if word in _MANNERS), ("neutral", ""))
    negative: Polarity = "negated" if manner == "denying" or lemma in _REFUSED else "affirmed"
    if not undone and not _NEGATION.search(cue):
        return manner, negative, "hedged" if _hedging(words) else _CERTAINTY[manner]
    if manner == "factive":
        # What is not known or not regretted is still taken for granted.
        return manner, "affirmed", "stated"
    return manner, "affirmed", "possible"

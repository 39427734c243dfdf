"""The signs by which words are taken for an accusation, and others for an answer to one: numbers from 0 to 1."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from conspectus.compare.accusations.sayings import Saying
from conspectus.compare.accusations.vocabulary import (
    AGAINST,
    CALLING,
    CHARGES,
    CONDITIONAL,
    COURT,
    DENYING,
    FLATLY,
    HEDGED,
    JUDGED,
    JUDGING,
    NEGATIVE,
    PARTLY,
    RIGHT,
    SELVES,
    URGING,
)
from conspectus.compare.accusations.wrongs import KINDS, wrongs
from conspectus.compare.words import stem

if TYPE_CHECKING:
    from conspectus.compare.clauses.lexicon import Lexicon

Floats = NDArray[np.float64]
_SPEAKERS = ("person", "body", "unnamed", "collective", "document", "outlet")
_MANNERS = ("accusing", "doubtful", "denying", "asking", "believing", "factive", "intending")
_NEAR, _CLOSE, _SHORT, _RARE, _WEIGHTIEST = 4, 4, 8, 4.0, 40.0
"""Words before a wrong within which a "no" denies it; sentences in which an answer is close; words of a short one; from
what rarity on a shared word counts; from what length of its stems on a saying is no weightier."""

ACCUSING = (
    "cue judges", "cue calls it wrong", "cue names a charge", "cue denies", "words judge", "somebody is judged",
    "words name a charge", "names a wrong", "two wrongs", "wrong denied", "lack of what is right", "hedged",
    "speaks against", "of oneself", "on condition", "calls for", "title", "short", "long", "quoted", "not credited",
    "nobody named as the source", "of a criminal case", "names somebody",
    *(f"wrong: {kind}" for kind in KINDS), *(f"manner: {manner}" for manner in _MANNERS),
    *(f"speaker: {kind}" for kind in _SPEAKERS),
)  # fmt: skip
"""What ``accusing`` gives, in order."""


def accusing(one: Saying) -> list[float]:
    """The signs that a saying accuses somebody."""
    listed = wrongs()
    norms = [part for word in one.run for part in word.norm.split()]
    places = [at for at, norm in enumerate(norms) if norm in listed or stem(norm) in listed]
    kinds = {listed.get(norms[at]) or listed[stem(norms[at])] for at in places}
    blamed = [at for at in places if (listed.get(norms[at]) or listed[stem(norms[at])]) != "event"]
    denied = [at for at in blamed if NEGATIVE.intersection(norms[max(0, at - _NEAR) : at])]
    credited, said = one.credited, one.stems
    manner = credited.manner if credited else "neutral"
    speaker = one.speaker.kind if one.speaker else None
    uncredited = credited is None
    nobody = credited is not None and not credited.source
    signs = (
        bool(one.cue & JUDGING), bool(one.cue & CALLING and kinds), bool(one.cue & CHARGES), bool(one.cue & DENYING),
        bool(said & JUDGING), bool(set(norms) & JUDGED and (uncredited or nobody)), bool(said & CHARGES), bool(blamed),
        len(blamed) > 1, bool(denied), bool(said & RIGHT and said & NEGATIVE), bool(said & HEDGED),
        bool(said & AGAINST), bool(set(norms[:3]) & SELVES), bool(set(norms) & CONDITIONAL), bool(set(norms) & URGING),
        one.span.part == "title", len(norms) < 8, len(norms) > 35, credited is not None and credited.form == "direct",
        uncredited, nobody, bool(said & COURT), bool(one.names),
        *(kind in kinds for kind in KINDS), *(manner == known for known in _MANNERS),
        *(speaker == known for known in _SPEAKERS),
    )  # fmt: skip
    return [float(sign) for sign in signs]


_BLAME = tuple(
    ACCUSING.index(name)
    for name in (
        "cue judges", "cue calls it wrong", "cue names a charge", "cue denies", "words judge", "somebody is judged",
        "words name a charge", "names a wrong", "lack of what is right", "speaks against",
    )
)  # fmt: skip


def blames(one: Saying) -> bool:
    """Whether any of its words blames, judges or speaks against somebody or something, however little that may say."""
    signs = accusing(one)
    return one.answer != "no comment" and any(signs[place] for place in _BLAME)


NOTED = (
    *ACCUSING, "likely to accuse", "far from the beginning", "place in the article", "weighty words", "names told",
    "somebody says it", "how much against", "backs", "accuses plainly",
)  # fmt: skip
"""What ``noting`` gives, in order."""


def noting(one: Saying, sure: float, weighty: float, sentences: int) -> list[float]:
    """The signs that a careful editor lists what a saying holds against somebody, or against what they do.

    ``sure`` is how likely it accuses, ``weighty`` the length of its stems, ``sentences`` are those of its article.
    """
    odds = math.log(max(sure, 0.001) / (1 - min(sure, 0.999)))
    own = (
        odds, math.log1p(one.at), one.at / max(1, sentences), min(weighty, _WEIGHTIEST) / 10, len(one.names),
        bool(one.by), one.against, one.backing, one.explicit,
    )  # fmt: skip
    return [*accusing(one), *(float(sign) for sign in own)]


ANSWERING = (
    "the accused says it", "the accused is known", "the accused says it far away", "it names the accused",
    "somebody whom the accusation names says it", "its speaker backs whom the accusation names", "behind, next",
    "behind, near", "behind, far", "before", "another article", "likeness", "likeness, far", "likeness, with a no",
    "shares a rare word", "one sense", "cue denies", "cue grants a part", "cue replies", "no comment", "speaks against",
    "much against", "a no", "of oneself", "turns", "backs", "accuses", "not credited", "quoted", "names the accuser",
    "names the same", "short", "speaker: collective", "speaker: document", "speaker: outlet", "the accused denies",
    "the accused replies", "the accused speaks against", "near and denies", "near and replies", "near, of the accused",
    "the accusation is likely",
)  # fmt: skip
"""What ``answering`` gives, in order."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a saying is as an answer, whatever the accusation."""

    flatly: bool
    partly: bool
    denies: bool
    replies: bool
    silent: bool
    against: int
    negative: bool
    of_self: bool
    speaker: str | None


@dataclass(frozen=True)
class Told:
    """A saying with how likely it accuses (0..1), what its words mean on the whole, how much they weigh, and how likely
    (0..1) an editor lists what it holds against somebody, in whatever words."""

    one: Saying
    sure: float
    sense: Floats
    weight: float
    noted: float

    @cached_property
    def as_answer(self) -> _Answer:
        """What it is as an answer to any accusation."""
        one, flatly = self.one, bool(self.one.cue & FLATLY)
        first = {part for word in one.run[:4] for part in word.norm.split()}
        return _Answer(
            flatly, bool(one.cue & PARTLY), flatly or one.answer == "denial", bool(one.cue & DENYING),
            one.answer == "no comment", len(one.stems & AGAINST), bool(one.stems & NEGATIVE), bool(first & SELVES),
            one.speaker.kind if one.speaker else None,
        )  # fmt: skip


def answering(charge: Told, target: str | None, reply: Told, rare: Mapping[str, float]) -> list[float]:
    """The signs that ``reply`` answers ``charge``; by ``target`` the accused is known, None where nobody is named."""
    one, answer = charge.one, reply.one
    behind = answer.at - one.at if answer.article == one.article else None
    far = behind is None or not 0 <= behind <= _CLOSE
    alike = min(1.0, 2 * likeness(charge, reply, rare))
    shared = max((rare.get(s, 0.0) for s in one.stems & answer.stems), default=0.0)
    own = reply.as_answer
    accused = target is not None and any(one_name(target, name) for name in answer.by)
    near = behind is not None and 0 <= behind <= _CLOSE
    denies, replies, against = own.denies, own.replies, own.against
    named = bool(answer.by.intersection(one.names))
    signs: tuple[float, ...] = (
        accused, target is not None, accused and far, target is not None and target in answer.names, named,
        named and answer.backing, behind is not None and 0 <= behind <= 1,
        behind is not None and 1 < behind <= _CLOSE, behind is not None and behind > _CLOSE,
        behind is not None and behind < 0, behind is None, alike, alike if far else 0.0,
        alike if own.negative else 0.0, shared > _RARE, max(0.0, float(charge.sense @ reply.sense)),
        own.flatly, own.partly, replies, own.silent, against > 0, against > 2, own.negative, own.of_self,
        answer.backing and behind is not None and 0 <= behind <= 2, answer.backing, reply.sure, answer.credited is None,
        answer.credited is not None and answer.credited.form == "direct", bool(one.by.intersection(answer.names)),
        bool(set(one.names).intersection(answer.names)), len(answer.run) < _SHORT, own.speaker == "collective",
        own.speaker == "document", own.speaker == "outlet", accused and denies, accused and replies,
        accused and against > 0,
        near and denies, near and replies, near and accused, charge.sure,
    )  # fmt: skip
    return [float(sign) for sign in signs]


def one_name(one: str, other: str) -> bool:
    """Whether two names are of one: the same words, or "saudi" before "saudi arabia"."""
    return one == other or one.startswith(other + " ") or other.startswith(one + " ")


def sense(one: Saying, lexicon: "Lexicon") -> Floats:
    """What the words of a saying mean on the whole: the mean of their vectors by rarity, of length one or zero."""
    forms = [stem(word.norm) for word in one.run if word.is_content]
    rows = [lexicon.rows[form] for form in forms if form in lexicon.rows]
    total = (lexicon.vectors[rows] * lexicon.rarity[rows, None]).sum(axis=0, dtype=np.float64)
    length = float(np.linalg.norm(total))
    return np.round(total / length if length else total, 4)


def weight(one: Saying, rare: Mapping[str, float]) -> float:
    """The length of a saying's stems as a vector of their rarity; 1 for a saying without any."""
    return math.sqrt(math.fsum(rare.get(s, 0.0) ** 2 for s in one.stems)) or 1.0


def likeness(one: Told, other: Told, rare: Mapping[str, float]) -> float:
    """Cosine (0..1) of the weighted stems of two sayings."""
    common = one.one.stems & other.one.stems
    if not common:
        return 0.0
    shared = math.fsum(rare.get(s, 0.0) ** 2 for s in common)
    return round(shared / (one.weight * other.weight), 3)

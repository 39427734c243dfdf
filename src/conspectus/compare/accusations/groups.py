"""Accusations about one thing put together across articles, and what is answered to each."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conspectus.compare.accusations.answers import answers, few
from conspectus.compare.accusations.charges import Charge, charges, told
from conspectus.compare.accusations.sayings import Saying
from conspectus.compare.accusations.scorer import Scorer, scorer
from conspectus.compare.accusations.signs import Told, blames, likeness
from conspectus.compare.accusations.vocabulary import FLATLY, POINTING
from conspectus.compare.clauses.lexicon import lexicon
from conspectus.model import Entity, Reading

SHOWN, NAMELESS, WITNESS, CLAIMED = 0.45, 0.7, 0.45, 0.3
"""How likely words have to accuse to be shown: of somebody named, or by a cue that accuses; of nobody named; beside
others that are shown; and where they are denied. Between the first two, half of what names nobody accuses nobody."""
ONE_THING, WHOEVER = 0.12, 0.25
"""From this likeness of words (cosine, 0..1) on, accusations of one are about one thing; of two, or nobody named."""
NOTED, OWN = 0.23, 0.35
"""How likely an editor lists what a saying holds against somebody, from which it is shown even where its words accuse
nobody for certain, and the same of what an article says in its own words: half of what is shown of a story is among
the few that readers list."""
CLAIM, BEHIND = 0.03, 1
"""So likely a claim is an accusation at least where somebody whom it names denies it, so many sentences behind it."""
CHARGES = 3
"""Accusations shown of one article."""
OFTEN = 3
"""Times that the likelihood of an answer counts: few of the many words of a story answer one accusation."""


@dataclass(frozen=True, slots=True)
class Accusation:
    """One accusation: the sayings that make it, and those that answer, the surest first.

    ``elsewhere`` is what the accused says far from it, somebody close behind it, or anybody in like words: it may or
    may not be meant as an answer.
    ``key`` tells who is accused, None where nobody is named. ``answered`` is how surely (0..1) it is answered;
    ``denied``: somebody denies it, so that what was said is a charge even where its words are mild.
    """

    charges: tuple[Charge, ...]
    answers: tuple[Saying, ...]
    elsewhere: tuple[Saying, ...]
    key: str | None
    answered: float
    denied: bool

    @property
    def articles(self) -> frozenset[str]:
        return frozenset(one.told.one.article for one in self.charges)

    @property
    def sure(self) -> float:
        return max(one.told.sure for one in self.charges)

    @property
    def firm(self) -> bool:
        """A cue accuses, or an article says that somebody is accused."""
        return any(one.told.one.explicit for one in self.charges)

    @property
    def noted(self) -> float:
        return max(one.told.noted for one in self.charges)

    @property
    def challenges(self) -> bool:
        """Likely to be listed, and not without any word of blame or against."""
        return any(one.told.noted >= _least(one) and blames(one.told.one) for one in self.charges)

    @property
    def accuses(self) -> bool:
        """Likely enough to accuse: less has to speak for what names somebody, or is denied."""
        named = any(one.blamed and one.blamed.name for one in self.charges)
        return self.denied or self.sure >= (SHOWN if named or self.firm else NAMELESS)

    @property
    def weight(self) -> float:
        """How much it matters: likely to be listed, sure, plain, of somebody named, told and answered in several
        articles, early."""
        first = min(one.told.one.at for one in self.charges)
        told = len(self.articles) + len({one.article for one in self.answers})
        plain = 0.5 * (self.key is not None) + 0.5 * self.firm
        sure = max(2 * self.sure, 1.0) + 1.0 if self.denied else 2 * self.sure
        answered = min(1.0, OFTEN * self.answered)
        noted = math.log(self.noted / (1 - self.noted))
        return round(noted + sure + answered + plain + 0.3 * told + 0.5 / (1 + first / 5), 3)


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that is said in a story, and its accusations, the weightiest first."""

    told: tuple[Told, ...]
    accusations: tuple[Accusation, ...]


def of_story(readings: Sequence[Reading], entities: Sequence[Entity], rare: Mapping[str, float]) -> Found:
    """The accusations of a story: ``entities`` are its entities, ``rare`` how rare its words are."""
    learned = scorer()
    said = told(readings, learned, lexicon(), rare)
    likely = [one for one in said if one.sure >= CLAIM or one.noted >= NOTED]
    made = list(charges(likely, {reading.article.id: reading for reading in readings}, entities))
    return Found(tuple(said), tuple(accusations(said, made, learned, rare)))


def accusations(
    said: Sequence[Told], made: Sequence[Charge], learned: Scorer, rare: Mapping[str, float]
) -> list[Accusation]:
    """The accusations of a story with their answers, the weightiest first."""
    flat = [one.one for one in said if one.one.cue & FLATLY]
    likely = [one for one in made if one.told.sure >= CLAIMED or one.told.noted >= NOTED or _denied(one, flat)]
    found = [_accusation(cluster, said, flat, learned, rare) for cluster in _clusters(likely, rare)]
    kept = [one for one in found if one.accuses or one.challenges]
    return sorted(kept, key=lambda one: (-one.weight, one.charges[0].told.one.span))


def _denied(one: Charge, flat: Sequence[Saying]) -> bool:
    """Whether somebody whom a claim names denies it right behind, or anybody "it": that was a charge, however mild.

    ``flat`` are the sayings that deny."""
    claim = one.told.one
    for reply in flat:
        behind = reply.article == claim.article and 0 <= reply.at - claim.at <= BEHIND and reply.span > claim.span
        if behind and not reply.by & claim.by and (reply.by & set(claim.names) or _of_what_stands_before(reply)):
            return True
    return False


def _of_what_stands_before(reply: Saying) -> bool:
    """ "Denied it", "rejected that": what is denied are the words right before."""
    return bool(reply.run) and all(word.norm in POINTING for word in reply.run)


def _clusters(charges: Sequence[Charge], rare: Mapping[str, float]) -> list[list[Charge]]:
    """Accusations about one thing: each, from the surest on, with the first that it is like enough."""
    found: list[list[Charge]] = []
    for one in sorted(charges, key=lambda c: (-c.told.sure, c.told.one.at, c.told.one.span)):
        alike = [(_together(one, cluster, rare), -at) for at, cluster in enumerate(found)]
        best = max(alike, default=(0.0, 0))
        if best[0] > 0:
            found[-best[1]].append(one)
        else:
            found.append([one])
    return found


def _together(one: Charge, cluster: Sequence[Charge], rare: Mapping[str, float]) -> float:
    """How much an accusation is like the first of a cluster; 0 where that is not enough to be about one thing."""
    first = cluster[0]
    alike = likeness(one.told, first.told, rare)
    same = one.key is not None and one.key == first.key
    return alike if alike >= (ONE_THING if same else WHOEVER) else 0.0


def _accusation(
    cluster: Sequence[Charge], said: Sequence[Told], flat: Sequence[Saying], learned: Scorer, rare: Mapping[str, float]
) -> Accusation:
    surer = [one for one in cluster if one.told.sure >= WITNESS]
    cluster = surer or cluster
    keys = Counter(one.key for one in cluster if one.key)
    key = max(keys, key=lambda k: (keys[k], k), default=None)
    found = answers(cluster, said, learned, rare)
    shown = few(cluster, CHARGES, lambda one: one.told.one.article)
    # What nobody takes for an accusation is none because somebody close behind denies something.
    denied = any((found.denied and one.told.sure >= CLAIMED) or _denied(one, flat) for one in cluster)
    return Accusation(shown, found.answers, found.elsewhere, key, found.sure, denied)


def _least(one: Charge) -> float:
    """How likely to be listed a saying has to be; more where the article says it in its own words."""
    return NOTED if one.told.one.credited else OWN

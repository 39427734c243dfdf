"""Accusations about one thing put together across articles, and what is answered to each."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from conspectus.compare.accusations.sayings import FLAT, Saying

ANSWERED = 0.5
"""From this weight on, a saying answers an accusation."""
ALONE = 4
"""An accusation that nobody answers has to be this strong to be shown."""
_NEAR = 4
"""So many sentences behind an accusation its answer is looked for without a name."""
_ALIKE = 0.12
"""Likeness that ties an answer to an accusation far away."""
ONE_THING = 0.2
"""From this likeness of words (cosine, 0..1) on, two accusations of one person are about one thing."""
NAMED = 3
"""So many of the names in an accusation may be the accused's."""
CHARGES, ANSWERS = 3, 3
"""Accusations and answers shown of one article."""


@dataclass(frozen=True, slots=True)
class Accused:
    """One accusation: the sayings that make it, and those that answer, the surest first.

    ``elsewhere`` is what the accused says far from it and in other words: it may or may not be meant as an answer.
    """

    charges: tuple[Saying, ...]
    answers: tuple[Saying, ...]
    elsewhere: tuple[Saying, ...]
    sure: float

    @property
    def firm(self) -> bool:
        """A cue accuses, or an article says that somebody is accused."""
        return any(one.accusing for one in self.charges)

    @property
    def articles(self) -> frozenset[str]:
        return frozenset(one.article for one in self.charges)

    @property
    def weight(self) -> float:
        """How much it matters: surely answered, strong, told and answered in several articles, early."""
        first = min(one.at for one in self.charges)
        strength = max(one.charge for one in self.charges)
        told = len(self.articles) + len({one.article for one in self.answers})
        firm = 3 if self.firm else 0
        return round(firm + 2 * self.sure + 0.5 * strength + 0.5 * told + 1 / (1 + first / 5), 3)


def accused(told: Mapping[str, Sequence[Saying]], rare: Mapping[str, float]) -> list[Accused]:
    """The accusations of a story with their answers, the weightiest first."""
    everything = [saying for article in sorted(told) for saying in told[article]]
    groups: dict[str, list[Saying]] = defaultdict(list)
    charges = [one for one in everything if one.charge and one.names]
    pleas = {one: _pleas(one, everything, rare) for one in charges}
    for one in charges:
        groups[_target(one, pleas[one])].append(one)
    made = [
        _accused(target, cluster, pleas, rare)
        for target, own in sorted(groups.items())
        for cluster in _clusters(own, pleas, target, rare)
    ]
    kept = [one for one in made if one.answers or one.elsewhere or max(c.charge for c in one.charges) >= ALONE]
    return sorted(kept, key=lambda one: (-one.weight, one.charges[0].span))


Pleas = dict[str, dict[Saying, float]]
"""For each name that an accusation names, what answers it if that name is the accused, with the weight."""


def _pleas(one: Saying, told: Sequence[Saying], rare: Mapping[str, float]) -> Pleas:
    found: Pleas = {}
    for target in one.names[:NAMED]:
        weights = {a: _weight(one, a, target, rare) for a in told if a.credited or a.against >= FLAT}
        found[target] = {answer: weight for answer, weight in weights.items() if weight >= ANSWERED}
    return found


def _target(one: Saying, pleas: Pleas) -> str:
    """Whom a saying accuses: of those it names, who answers it most surely, the first where none does."""
    return max(one.names[:NAMED], key=lambda name: (max(pleas[name].values(), default=0.0), -one.names.index(name)))


def _clusters(
    charges: Sequence[Saying], pleas: Mapping[Saying, Pleas], target: str, rare: Mapping[str, float]
) -> list[list[Saying]]:
    """Accusations of one about one thing: each with the first, in the order of their answers, that it is like."""
    found: list[list[Saying]] = []
    for one in sorted(charges, key=lambda c: (-max(pleas[c][target].values(), default=0.0), -c.charge, c.at, c.span)):
        alike = [(likeness(one, cluster[0], rare), -at) for at, cluster in enumerate(found)]
        best = max(alike, default=(0.0, 0))
        if best[0] >= ONE_THING:
            found[-best[1]].append(one)
        else:
            found.append([one])
    return found


def _accused(
    target: str, charges: Sequence[Saying], pleas: Mapping[Saying, Pleas], rare: Mapping[str, float]
) -> Accused:
    ranked: dict[Saying, float] = {}
    for one in charges:
        for answer, weight in pleas[one][target].items():
            ranked[answer] = max(ranked.get(answer, 0.0), weight)
    pleaded = {one: max(pleas[one][target].values(), default=0.0) for one in charges}
    shown = _few(sorted(charges, key=lambda one: (-one.charge - 2 * pleaded[one], one.at, one.span)), CHARGES)
    spans = {one.span for one in shown}
    best = [a for a in sorted(ranked, key=lambda answer: (-ranked[answer], answer.span)) if a.span not in spans]
    found = _few(best, ANSWERS)
    answers = tuple(one for one in found if any(_takes_up(charge, one, rare) for charge in charges))
    elsewhere = tuple(one for one in found if one not in answers)
    return Accused(shown, answers, elsewhere, max((ranked[a] for a in answers), default=0.0))


def _takes_up(one: Saying, answer: Saying, rare: Mapping[str, float]) -> bool:
    """Whether words can be taken for an answer: they deny or concede, follow closely, or share words."""
    behind = answer.at - one.at if answer.article == one.article else -1
    near = 0 <= behind <= _NEAR
    if answer.answer == "reply" and not answer.against and (answer.charge or not near):
        return False
    return answer.answer in ("denial", "partial") or near or likeness(one, answer, rare) >= _ALIKE


def _few(ranked: Iterable[Saying], most: int) -> tuple[Saying, ...]:
    """The first of each article, no more than are shown."""
    count: dict[str, int] = {}
    kept = []
    for one in ranked:
        count[one.article] = count.get(one.article, 0) + 1
        if count[one.article] <= most:
            kept.append(one)
    return tuple(kept)


def likeness(one: Saying, other: Saying, rare: Mapping[str, float]) -> float:
    """Cosine (0..1) of the weighted stems of two sayings."""
    lengths = [math.sqrt(sum(rare.get(s, 0.0) ** 2 for s in sorted(x.stems))) or 1.0 for x in (one, other)]
    shared = sum(rare.get(s, 0.0) ** 2 for s in sorted(one.stems & other.stems))
    return round(shared / (lengths[0] * lengths[1]), 3)


def _weight(one: Saying, answer: Saying, target: str, rare: Mapping[str, float]) -> float:
    """How surely a saying answers another (0 for not at all): who says it, its words, how near it stands."""
    if one.span.overlaps(answer.span) or (answer.by and answer.by & one.by):
        return 0.0
    alike = likeness(one, answer, rare)
    behind = answer.at - one.at if answer.article == one.article else -1
    near = 0 <= behind <= _NEAR
    accused = target in answer.by
    if accused and not near and alike < _ALIKE and not answer.against:
        return 0.0
    backing = answer.backing and 0 <= behind <= 2
    speaking = answer.against >= 2 and (near or alike >= 2 * _ALIKE)
    speaking = speaking or (answer.against == 1 and 0 <= behind <= 2)
    if not (accused or backing or speaking):
        return 0.0
    weight = 1.6 * alike + (0.5 if accused else 0) + (0.45 * (1 - behind / 6) if near else 0)
    return round(weight + 0.2 * min(3, answer.against) + (0.25 if backing else 0), 3)

"""What is answered to an accusation, and what the accused says elsewhere."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from conspectus.compare.accusations.charges import Charge
from conspectus.compare.accusations.sayings import FLAT, Saying
from conspectus.compare.accusations.scorer import Scorer
from conspectus.compare.accusations.signs import Told, answering, likeness, one_name
from conspectus.compare.accusations.vocabulary import AGAINST, DENYING

ANSWERED, REPLIED, DENIED = 0.05, 0.15, 0.2
"""How likely words have to answer to be shown; to be called an answer where they neither deny, concede nor decline; and
a denial to show that its claim is taken for an accusation."""
NEAR = 4
"""So many sentences behind an accusation an answer stands close to it."""
ALIKE = 0.2
"""From this likeness of words on, somebody's denial far away is taken to be of this accusation."""
NAMED = 3
"""So many of the names in an accusation may be the accused's where it does not tell."""
ANSWERS, FURTHER = 3, 1
"""Answers of one article that are shown, and things the accused says elsewhere."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers, the surest first; what the accused says elsewhere; how surely (0..1) it is answered.

    ``denied``: the accused or somebody close behind denies it.
    """

    answers: tuple[Saying, ...]
    elsewhere: tuple[Saying, ...]
    sure: float
    denied: bool


def answers(cluster: Sequence[Charge], told: Sequence[Told], scorer: Scorer, rare: Mapping[str, float]) -> Answers:
    """What answers accusations of one thing: ``told`` is everything that is said in the story."""
    accused = sorted({one.target for one in cluster if one.target})
    # Where no words tell whom it is against, somebody whom it names may be.
    known = accused or sorted({name for one in cluster for name in one.told.one.names[:NAMED]})
    ranked: dict[int, float] = {}
    taking: set[int] = set()
    denied = False
    for charge in cluster:
        for number, reply in _others(charge, told, cluster):
            target = charge.target or next(iter(accused), None)
            likely = scorer.answering.likelihood(answering(charge.told, target, reply, rare))
            ranked[number] = max(ranked.get(number, 0.0), likely)
            if likely >= ANSWERED and _takes_up(charge, reply, known, likely, rare):
                taking.add(number)
                close = _of(known, reply.one) or _behind(charge, reply) is not None
                denied = denied or (reply.one.answer == "denial" and likely >= DENIED and close)
    best = sorted((n for n in ranked if ranked[n] >= ANSWERED), key=lambda n: (-ranked[n], told[n].one.span))
    shown = few((n for n in best if n in taking), ANSWERS, lambda n: told[n].one.article)
    others = [n for n in best if n not in taking and _of(accused, told[n].one)]
    further = few(others, FURTHER, lambda n: told[n].one.article)
    surest = max((ranked[n] for n in shown), default=0.0)
    return Answers(tuple(told[n].one for n in shown), tuple(told[n].one for n in further), surest, denied)


def _others(charge: Charge, told: Sequence[Told], cluster: Sequence[Charge]) -> Iterator[tuple[int, Told]]:
    """What somebody else says: nobody answers themselves, and no words are an accusation and its answer."""
    one = charge.told.one
    for number, reply in enumerate(told):
        answer = reply.one
        speaks = (answer.credited or answer.against >= FLAT) and not answer.by & one.by
        if speaks and not any(answer.span.overlaps(other.told.one.span) for other in cluster):
            yield number, reply


def _of(known: Sequence[str], one: Saying) -> bool:
    """Whether the accused says it, or somebody for them."""
    return any(one_name(target, name) for target in known for name in one.by)


def _takes_up(charge: Charge, reply: Told, known: Sequence[str], likely: float, rare: Mapping[str, float]) -> bool:
    """Whether words can be an answer: the accused's that reply, a denial of it, or a defender's close behind."""
    answer, behind = reply.one, _behind(charge, reply)
    if answer.answer != "reply":
        return _of(known, answer) or behind is not None or likeness(charge.told, reply, rare) >= ALIKE
    if likely < REPLIED:
        return False
    if _of(known, answer):
        return behind is not None or bool(answer.cue & DENYING or answer.stems & AGAINST)
    return answer.backing and behind is not None and behind <= 2


def _behind(charge: Charge, reply: Told) -> int | None:
    """How many sentences behind an accusation a reply stands; None where it is not close behind."""
    behind = reply.one.at - charge.told.one.at
    return behind if reply.one.article == charge.told.one.article and 0 <= behind <= NEAR else None


def few[T](ranked: Iterable[T], most: int, article: Callable[[T], str]) -> tuple[T, ...]:
    """The first of each article, so many at most."""
    count: Counter[str] = Counter()
    kept = []
    for one in ranked:
        count[article(one)] += 1
        if count[article(one)] <= most:
            kept.append(one)
    return tuple(kept)

"""What is answered to an accusation, and what else is said that may be meant as an answer."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from conspectus.compare.accusations.charges import Charge
from conspectus.compare.accusations.sayings import FLAT, Saying
from conspectus.compare.accusations.scorer import Scorer
from conspectus.compare.accusations.signs import Told, answering, likeness, one_name
from conspectus.compare.accusations.vocabulary import AGAINST, DENYING

ANSWERED, DENIED = 0.03, 0.21
"""How likely words have to answer to be shown (of all that is said in a story few words answer one accusation), and a
denial to show that its claim is taken for an accusation."""
NEAR, BACKED = 4, 2
"""So many sentences behind an accusation an answer stands close to it, and a defender's does."""
ALIKE = 0.15
"""From this likeness of words on, what somebody says far away may be of this accusation."""
NAMED = 3
"""So many of the names in an accusation may be the accused's where it does not tell."""
ANSWERS = 4
"""Answers that are shown, the likeliest of all articles."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers, the likeliest first; what else is said that may be meant as one; how surely (0..1) it is answered.

    ``denied``: the accused or somebody close behind denies it.
    """

    answers: tuple[Saying, ...]
    elsewhere: tuple[Saying, ...]
    sure: float
    denied: bool


@dataclass(slots=True)
class _Taken:
    """What one saying is to the accusations of a cluster: how likely it answers one, and what speaks for that."""

    likely: float = 0.0
    may: bool = False
    answers: bool = False
    denies: bool = False


def answers(cluster: Sequence[Charge], told: Sequence[Told], scorer: Scorer, rare: Mapping[str, float]) -> Answers:
    """What answers accusations of one thing: ``told`` is everything that is said in the story."""
    accused = sorted({one.target for one in cluster if one.target})
    # Where no words tell whom it is against, somebody whom it names may be.
    known = accused or sorted({name for one in cluster for name in one.told.one.names[:NAMED]})
    taken: dict[int, _Taken] = defaultdict(_Taken)
    for charge in cluster:
        for number, reply in _others(charge, told, cluster):
            target = charge.target or next(iter(accused), None)
            likely = scorer.answering.likelihood(answering(charge.told, target, reply, rare))
            if likely >= ANSWERED:
                _take(taken[number], charge, reply, known, (likely, likeness(charge.told, reply, rare)))
    may = [number for number in taken if taken[number].may]
    best = sorted(may, key=lambda number: (-taken[number].likely, told[number].one.span))[:ANSWERS]
    shown = tuple(told[number].one for number in best if taken[number].answers)
    further = tuple(told[number].one for number in best if not taken[number].answers)
    sure = max((taken[number].likely for number in best if taken[number].answers), default=0.0)
    return Answers(shown, further, sure, any(one.denies for one in taken.values()))


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


def _take(taken: _Taken, charge: Charge, reply: Told, known: Sequence[str], told: tuple[float, float]) -> None:
    """Enter what a saying is to one more accusation, with its likelihood as an answer and its likeness of words.

    It may be one when the accused says it, when it stands close behind, or when it is of the same words. It is called
    one when it denies, concedes or declines, when the accused replies, or when a defender does close behind.
    """
    likely, alike = told
    answer, behind = reply.one, _behind(charge, reply)
    theirs, near = _of(known, answer), behind is not None
    taken.likely = max(taken.likely, likely)
    taken.may = taken.may or theirs or near or alike >= ALIKE
    plain = answer.answer != "reply" and (theirs or near or alike >= ALIKE)
    replies = theirs and (near or bool(answer.cue & DENYING or answer.stems & AGAINST))
    defends = answer.backing and behind is not None and behind <= BACKED
    taken.answers = taken.answers or plain or replies or defends
    taken.denies = taken.denies or (answer.answer == "denial" and likely >= DENIED and (theirs or near))


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

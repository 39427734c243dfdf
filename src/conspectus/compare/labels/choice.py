"""Which labels of a referent are shown, and which referents matter."""

from collections.abc import Sequence
from dataclasses import dataclass

from conspectus.compare.labels.records import Label, Referent
from conspectus.model import Span

MOST = 25
"""Referents shown of one story."""
ROOM = 120
"""Characters of labels shown of one article."""
_SHORT = 60
"""A phrase with what follows it is shown whole up to so many characters."""
_EACH = 4
"""Labels shown of one article."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A label with the words shown."""

    label: Label
    span: Span


def shown(labels: Sequence[Label]) -> list[Shown]:
    """The labels of one article that say most, each wording once, in the order of the text."""
    once: dict[frozenset[str], Label] = {}
    for label in sorted(labels, key=lambda one: (one.phrase.span.part != "title", one.phrase.span)):
        once.setdefault(label.says, label)
    room = ROOM
    kept: list[Shown] = []
    for label in sorted(once.values(), key=lambda one: (-_telling(one), one.phrase.span)):
        whole = label.phrase.span
        span = whole if len(whole) <= _SHORT and not label.name else label.phrase.core
        if len(span) <= room and len(kept) < _EACH:
            room -= len(span)
            kept.append(Shown(label, span))
    return sorted(kept, key=lambda one: one.span)


def _telling(label: Label) -> float:
    score = (
        min(4, len(label.says))
        + (1.5 if label.phrase.about else 0)
        + (0.5 if len(label.phrase.span) > len(label.phrase.core) else 0)
    )
    score += 1.0 if label.phrase.span.part == "title" or label.phrase.span.start < 600 else 0
    return score - (1.0 if label.phrase.span.start > 3000 else 0)


def contrast(labels: Sequence[Shown]) -> bool:
    """Two articles call it differently, and one of them by more than a noun or name alone."""
    own: dict[str, set[frozenset[str]]] = {}
    for one in labels:
        own.setdefault(one.span.article, set()).add(one.label.says)
    wordings = list(own.values())
    telling = any(_more(one.label) for one in labels)
    return telling and len(own) > 1 and any(one != wordings[0] for one in wordings[1:])


def _more(label: Label) -> int:
    return len(label.says) - len(label.names) - (0 if label.name else 1)


def consequence(referent: Referent, labels: Sequence[Shown]) -> float:
    """How much a reader wants to know it: told by many, early and often, in different words."""
    score = 0.0
    for article in referent.articles:
        own = [label for label in referent.labels if label.article == article]
        first = min(0 if label.phrase.span.part == "title" else label.phrase.span.start for label in own)
        score += 1.0 + min(1.0, len(own) / 6) + 1.5 / (1 + first / 800)
    score += min(2.0, 0.3 * len({label.says for label in referent.labels}))
    if referent.name:
        score += min(2.0, 0.5 * sum(1 for one in labels if one.label.phrase.about))
    return round(score, 3)

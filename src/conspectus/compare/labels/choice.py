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
    """A wording with the words shown, wherever the article has them so as far as there is room."""

    label: Label
    spans: tuple[Span, ...]


def shown(labels: Sequence[Label]) -> list[Shown]:
    """The labels of one article that say most, each wording once, in the order of the text."""
    wordings: dict[frozenset[str], list[Label]] = {}
    for label in sorted(labels, key=lambda one: one.place):
        wordings.setdefault(label.says, []).append(label)
    room = ROOM
    kept: list[tuple[Label, list[Span]]] = []
    for label in sorted((own[0] for own in wordings.values()), key=lambda one: (-_telling(one), one.phrase.span)):
        span = _printed(label)
        if len(span) <= room and len(kept) < _EACH:
            room -= len(span)
            kept.append((label, [span]))
    for again in sorted(labels, key=lambda one: one.place):
        span = _printed(again)
        beside = [spans for label, spans in kept if (label.says, label.voice) == (again.says, again.voice)]
        if len(span) > room or again.says not in {label.says for label, _ in kept}:
            continue
        if beside and span not in beside[0]:
            room -= len(span)
            beside[0].append(span)
        elif not beside and not again.name:
            # The same words in another voice are another label.
            room -= len(span)
            kept.append((again, [span]))
    found = [Shown(label, tuple(sorted(spans))) for label, spans in kept]
    return sorted(found, key=lambda one: (one.spans[0].part != "title", one.spans[0]))


def _printed(label: Label) -> Span:
    """The phrase with what follows it where that is short; a name without."""
    whole = label.phrase.span
    return whole if len(whole) <= _SHORT and not label.name else label.phrase.core


def _telling(label: Label) -> float:
    """How much a wording says: a description most, a title more than a name alone."""
    more = min(4, max(0, _more(label)))
    score = more + (1.5 if label.phrase.about and not label.name else 0)
    score += 0.5 if len(label.phrase.span) > len(label.phrase.core) and not label.name else 0
    return score + (0.7 if label.early else 0)


def contrast(labels: Sequence[Shown]) -> bool:
    """Two articles call it differently, and one of them by more than a noun or name alone."""
    own: dict[str, set[frozenset[str]]] = {}
    for one in labels:
        own.setdefault(one.label.article, set()).add(one.label.says)
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

"""Where each mention stands: how much its sentence tells of what the whole story tells, and what is around it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from conspectus.compare.entities.facts import Facts, Floats, Whole
from conspectus.compare.entities.forms import form, plain
from conspectus.compare.entities.vocabulary import AFTER
from conspectus.compare.saying.vocabulary import SPEAKING
from conspectus.compare.words import stem
from conspectus.text.marks import pair_marks

if TYPE_CHECKING:
    from conspectus.compare.entities.mentions import Mention

TELLING = ("order", "central", "echoed", "known", "echoed_before")
_ALIKE = 0.3
"""Cosine from which on a sentence is one that another document has too."""
_LAST = 30
"""From this sentence on all count alike."""
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+")
_DETERMINER = r"(?:an?|the|his|her|its|their|our|my)"
_ROLE_BEFORE = re.compile(
    rf"(?:\b{_DETERMINER} (?:[\w’'-]+ ){{0,4}}([^\W\d_]+) ?, ?|([^\W\d_]+) )(?:(?:named|called) )?$", re.IGNORECASE
)
_ROLE_BEHIND = re.compile(
    rf" ?(?:,|\(|–|—|-| is| was| became| remains) ?({_DETERMINER} [^,.;:()]{{3,70}})", re.IGNORECASE
)
_FAR = 80
"""Characters before and behind a name in which it may be said what it is."""
_NEAR = 24
"""Characters before and behind a mention in which a word of saying makes it who says something."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A row a mention, as in ``Facts``; ``start`` and ``end`` are code points of its document.

    ``telling`` [mentions, 5] is of its sentence: the how-manieth of its document that has mentions; likeness to all
    such sentences together; the share of other documents that have one alike; of those that have the heads of its
    mentions, in the mean; the most that a sentence before it in the document is like one of another. ``nth`` counts the
    mentions of the sentence; ``quoted`` and ``says`` are 1 inside a quotation, and beside a word of saying outside one.
    ``roles`` are the stems of nouns that a name is given in its sentence, outside the mention.
    ``between`` has the words between rows of one sentence that stand next to each other, or next but one.
    """

    telling: Floats
    nth: Whole
    quoted: Whole
    says: Whole
    start: Whole
    end: Whole
    between: Mapping[tuple[int, int], str]
    roles: tuple[frozenset[str], ...]


def standing(known: Facts, mentions: Sequence["Mention"], texts: Mapping[str, str]) -> Standing:
    """How the mentions stand, in the order in which ``known`` was made of them."""
    quotations = {name: _quotations(text) for name, text in texts.items()}
    quoted = np.array([_inside(m.start, quotations[m.document]) for m in mentions], np.int64)
    says = np.array([_says(m, texts[m.document]) for m in mentions], np.int64) * (1 - quoted)
    return Standing(
        _telling(known)[known.sentence], _nth(known.sentence), quoted, says,
        np.array([m.start for m in mentions], np.int64), np.array([m.end for m in mentions], np.int64),
        dict(_between(known, mentions, texts)),
        tuple(
            frozenset(_roles(m, texts[m.document])) if f.sort == "name" else frozenset()
            for m, f in zip(mentions, known.forms, strict=True)
        ),
    )  # fmt: skip


def _telling(known: Facts) -> Floats:
    """What is known of the sentences [sentences, 5]."""
    sentences, documents = len(known.rows), len(known.whole)
    home = np.zeros(sentences, np.int64)
    home[known.sentence] = known.document
    alike = known.rows @ known.rows.T
    most = np.zeros((sentences, documents))
    for document in range(documents):
        own = home == document
        if own.any():
            most[:, document] = alike[:, own].max(axis=1)
    most[np.arange(sentences), home] = 0
    whole = known.rows.sum(axis=0)
    others = max(documents - 1, 1)
    shares = (known.counts[:, 0] * documents - 1) / others
    order, before = _orders(home, most.max(axis=1))
    columns: Floats = np.c_[
        np.minimum(order, _LAST), known.rows @ (whole / max(float(np.linalg.norm(whole)), 1e-9)),
        (most > _ALIKE).sum(axis=1) / others,
        np.bincount(known.sentence, shares) / np.maximum(np.bincount(known.sentence), 1), before,
    ]  # fmt: skip
    return columns


def _orders(home: Whole, most: NDArray[np.float64]) -> tuple[Whole, Floats]:
    """For each sentence how many of its document are before it, and the most that one of them has."""
    order, before = np.zeros(len(home), np.int64), np.zeros(len(home))
    seen: dict[int, tuple[int, float]] = defaultdict(lambda: (0, 0.0))
    for row, document in enumerate(home.tolist()):
        order[row], before[row] = seen[document]
        seen[document] = int(order[row]) + 1, max(float(before[row]), float(most[row]))
    return order, before


def _nth(sentence: Whole) -> Whole:
    """The how-manieth mention of its sentence each is; sentences stand one behind the other."""
    first = np.r_[0, np.flatnonzero(np.diff(sentence)) + 1] if len(sentence) else np.zeros(0, np.int64)
    return np.asarray(np.arange(len(sentence)) - first[np.searchsorted(first, np.arange(len(sentence)), "right") - 1])


def _quotations(text: str) -> list[tuple[int, int]]:
    lines = [line.span() for line in _LINE.finditer(text)]
    return sorted((mark.inner_start, mark.inner_end) for mark in pair_marks(text, lines) if not mark.depth)


def _inside(start: int, quotations: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(quotations, (start, 10**9)) - 1
    return at >= 0 and start < quotations[at][1]


def _says(mention: "Mention", text: str) -> bool:
    """A word of saying right behind the mention, or right before it ("Orlu said", "said Orlu")."""
    behind = _WORD.findall(text[mention.end : mention.end + _NEAR].partition("\n")[0])[:1]
    before = _WORD.findall(text[max(0, mention.start - _NEAR) : mention.start].rpartition("\n")[2])[-1:]
    return any(word.lower() in SPEAKING for word in (*behind, *before))


def _roles(mention: "Mention", text: str) -> Iterator[str]:
    """What stands before a name, or is said of it behind ("the pilot Orlu", "Orlu, a pilot", "Orlu is a pilot")."""
    opening = mention.words.partition(" ")[0]
    if opening.islower() and opening in AFTER:
        return
    line = text.rfind("\n", 0, mention.start) + 1
    before = _ROLE_BEFORE.search(text[max(line, mention.start - _FAR) : mention.start])
    if before:
        yield stem(plain(before.group(1) or before.group(2)))
    behind = _ROLE_BEHIND.match(text[mention.end : mention.end + _FAR].partition("\n")[0])
    if behind:
        yield stem(form(behind.group(1)).head)


def _between(
    known: Facts, mentions: Sequence["Mention"], texts: Mapping[str, str]
) -> Iterator[tuple[tuple[int, int], str]]:
    """What is printed between mentions of one sentence that stand next to each other, or next but one."""
    for row, one in enumerate(mentions):
        for column in range(row + 1, min(row + 3, len(mentions))):
            other = mentions[column]
            if known.sentence[row] == known.sentence[column] and one.end <= other.start:
                yield (row, column), texts[one.document][one.end : other.start]

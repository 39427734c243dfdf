"""Nouns without a name, joined where they may mean one thing.

The same noun is one thing unless a name or the sort before it speaks against it: "the mayor's plan" is not "the
council's plan", "a harbour bill" not "a school bill". Nouns of one kind ("bill", "measure") are joined where they share
a name or another word, where one only points back ("the measure"), or where both open their articles.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from conspectus.compare.entities.vocabulary import is_person
from conspectus.compare.labels.records import Label, Referent
from conspectus.compare.labels.vocabulary import KINDS, NEW, POINTING, RANKS, SHOWING
from conspectus.compare.words import stem
from conspectus.model import Span

_RANKS = frozenset(stem(word) for word in RANKS)
OFTEN = 3
"""Told so often in two articles, a noun is what the story is about."""


@dataclass(slots=True)
class _Group:
    """Labels found to mean one thing, being gathered."""

    labels: list[Label] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    sorts: set[str] = field(default_factory=set)
    says: set[str] = field(default_factory=set)

    def add(self, label: Label) -> None:
        self.labels.append(label)
        self.names |= label.names
        self.owners |= label.owners
        self.sorts |= label.sorts - label.names
        self.says |= _more(label)


def noun_referents(labels: Sequence[Label]) -> Iterator[Referent]:
    """Referents of labels without names, each with its labels in the order of the text."""
    kinds: dict[str, list[Label]] = defaultdict(list)
    for label in labels:
        kinds[KINDS.get(label.lemma, label.lemma)].append(label)
    for kind in sorted(kinds):
        for own in map(_kept, _groups(kinds[kind])):
            yield Referent("", tuple(sorted(own, key=lambda one: one.place)))


def _kept(group: _Group) -> list[Label]:
    """The labels of a group that something bears out; none where nothing joins two articles."""
    labels = _same_thing(group.labels)
    shares = {one.phrase.head for one in labels if any(_alike(one, other) for other in labels)}
    opening = _openings(labels)
    kept = [o for o in labels if o.phrase.head in shares | opening or _points(o) or (o.early and o.phrase.plural)]
    people = any(is_person(one.lemma) for one in kept)
    joined = any(one.phrase.head in shares for one in kept)
    titled = any(one.phrase.span.part == "title" for one in kept)
    early = {one.article for one in kept if one.early}
    count = Counter(one.article for one in kept)
    often = sum(1 for times in count.values() if times >= OFTEN) > 1
    return kept if joined or (not people and ((len(early) > 1 and titled) or often)) else []


def _openings(labels: Sequence[Label]) -> set[Span]:
    """The heads of the first labels of each article where it opens: of its headline, and of its first paragraphs."""
    first: dict[tuple[str, str], Span] = {}
    for label in sorted((one for one in labels if one.early), key=lambda one: one.place):
        first.setdefault((label.article, label.phrase.span.part), label.phrase.head)
    return set(first.values())


def _same_thing(labels: Sequence[Label]) -> list[Label]:
    """Labels of a group without those that bring in another thing: "a bill" behind "the bill"."""
    kept: list[Label] = []
    for label in sorted(labels, key=lambda one: one.place):
        new = label.printed.split()[0].lower() in NEW and not label.early and not _more(label)
        told = any(o.article == label.article for o in kept)
        if not new or not told or any(_alike(label, other) for other in labels):
            kept.append(label)
    return kept


def _alike(one: Label, other: Label) -> bool:
    """Two articles have a name or another word beside the noun in common."""
    return one.article != other.article and bool(one.names & other.names or _more(one) & _more(other))


def _points(label: Label) -> bool:
    """A noun that points back ("the bill", "this reckless bill"), or alone names a class ("envelopes")."""
    first = label.printed.split()[0].lower()
    return first in SHOWING or (not _more(label) and (label.phrase.plural or first in POINTING))


def _groups(labels: Sequence[Label]) -> list[_Group]:
    found: list[_Group] = []
    telling = [label for label in labels if _more(label)]
    for label in sorted(telling, key=lambda one: (-len(one.names), -len(one.says), one.phrase.span)):
        fitting = [group for group in found if _fits(label, group)]
        best = max(fitting, key=lambda group: (_shared(label, group), len(group.labels)), default=None)
        if best is None:
            best = _Group()
            found.append(best)
        best.add(label)
    for label in sorted((one for one in labels if not _more(one)), key=lambda one: one.place):
        back = _meant(label, found)
        if back is None:
            back = _Group()
            found.append(back)
        back.add(label)
    return found


def _more(label: Label) -> frozenset[str]:
    """What a label says beside its head."""
    return label.says - {stem(label.lemma), stem(label.printed.split()[-1].lower())}


def _fits(label: Label, group: _Group) -> bool:
    """Nothing in the label speaks against the group, and there is a ground to join it."""
    sorts = label.sorts - label.names
    apart = any(
        own and theirs and not own & theirs
        for own, theirs in ((label.names, group.names), (label.owners, group.owners), (sorts, group.sorts))
    )
    ranks = label.says & _RANKS
    if apart or (is_person(label.lemma) and any(ranks != one.says & _RANKS for one in group.labels)):
        return False
    if any(one.phrase.plural != label.phrase.plural for one in group.labels):
        return not is_person(label.lemma) and _shared(label, group) > 0
    if _shared(label, group):
        return True
    same = [one for one in group.labels if one.lemma == label.lemma and one.phrase.plural == label.phrase.plural]
    if same:
        # A class of things ("union members") is known by the words before its noun.
        return not label.phrase.plural or label.early
    return label.early and not label.phrase.plural and any(o.early and not o.phrase.plural for o in group.labels)


def _shared(label: Label, group: _Group) -> int:
    return 2 * len(label.names & group.names) + len(_more(label) & group.says)


def _meant(label: Label, groups: Sequence[_Group]) -> _Group | None:
    """The group that a noun alone points back to: the last before it in its article, else the largest of the noun."""
    lemmas = [g for g in groups if any(o.lemma == label.lemma for o in g.labels)]
    pointing = label.printed.split()[0].lower() in POINTING
    before = [
        (one.place, at)
        for at, group in enumerate(groups)
        for one in group.labels
        if one.article == label.article
        and one.place < label.place
        and one.phrase.plural == label.phrase.plural
        and (pointing or one.lemma == label.lemma)
    ]
    if before:
        return groups[max(before)[1]]
    return max(lemmas, key=lambda group: len(group.labels), default=None)

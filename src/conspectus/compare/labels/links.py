"""How much speaks for two noun phrases to stand for one thing, and what speaks against it.

For it: the words, names and bearers that they have in common beside their nouns, their sentences, and that both open
their articles. Against it: another number, another bearer, another name, another rank. A word that stands beside many
nouns of the story says little.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from conspectus.compare.entities.vocabulary import BODIES, is_person
from conspectus.compare.labels.records import Label
from conspectus.compare.labels.vocabulary import KINDS, LOOSE, NEW, ORDER, RANKS, SAME
from conspectus.compare.words import stem

LINKED, KINDRED = 1.0, 1.5
"""From this weight on two phrases of one noun are one thing, and two of nouns that may mean the same."""
_COMMON = 4
"""A word beside more nouns than these says half as much."""
_ALIKE, _NEARLY = 4, 7
"""So many words that two sentences share speak for it by half, and wholly."""
_MUCH = 2.0
_MAIN = 0.75
"""What it says that both articles are about it."""
_PEOPLES = ("n", "an", "ian", "i", "ese", "nian")
_LEAST = 4
"""Endings that make a people of a country, of so many letters at least."""
_RANKS = frozenset(stem(word) for word in RANKS)
_NONE: frozenset[int] = frozenset()
_ORDER = frozenset(stem(word) for word in ORDER)


@dataclass(frozen=True, slots=True)
class Story:
    """What is known of the words of a story's nouns.

    ``spread`` says beside how many nouns each stands, ``near`` which names are of one place, ``plain`` what a word is
    but a form of ("orlandian": "orland").
    """

    spread: Mapping[str, int]
    near: frozenset[frozenset[str]]
    plain: Mapping[str, str]

    def weight(self, shared: Iterable[str]) -> float:
        return sum([1.0 if self.spread.get(one, 0) <= _COMMON else 0.5 for one in shared])

    def one_form(self, words: frozenset[str]) -> frozenset[str]:
        """The words, each in one form."""
        return words if self.plain.keys().isdisjoint(words) else frozenset([self.plain.get(one, one) for one in words])

    def one_place(self, names: frozenset[str], others: frozenset[str]) -> bool:
        return any(frozenset((one, other)) in self.near for one in names for other in others)


def story(labels: Iterable[Label], near: frozenset[frozenset[str]]) -> Story:
    """The words of ``labels``; ``near`` are names of which one lies in the other."""
    beside: dict[str, set[str]] = defaultdict(set)
    for label in labels:
        for one in label.anchors:
            beside[one].add(label.lemma)
    plain = dict(SAME)
    for one in beside:
        for ending in _PEOPLES:
            if one.endswith(ending) and len(one) >= _LEAST + len(ending) and one.removesuffix(ending) in beside:
                plain[one] = one.removesuffix(ending)
    return Story({one: len(nouns) for one, nouns in beside.items()}, near, plain)


def bare(label: Label) -> bool:
    """A noun alone, which may point back to what was told before."""
    return not label.anchors and not label.lent


def kindred(one: str, other: str) -> bool:
    """Whether two nouns are one, or may mean the same."""
    return one == other or not KINDS.get(one, _NONE).isdisjoint(KINDS.get(other, _NONE))


def against(one: Label, other: Label, told: Story) -> bool:
    """Whether something in two phrases forbids that they are one thing."""
    if not kindred(one.lemma, other.lemma):
        return True
    if one.phrase.plural != other.phrase.plural and not _loose(one, other):
        return True
    if _apart(one.owners, other.owners):
        return True
    if _named_apart(one, other, told):
        return True
    if _apart(one.says & _ORDER, other.says & _ORDER) or _apart(one.numbers, other.numbers):
        return True
    return is_person(one.lemma) and one.says & _RANKS != other.says & _RANKS


def _names(label: Label, told: Story) -> frozenset[str]:
    return told.one_form(label.names - {stem(label.lemma)})


def _named_apart(one: Label, other: Label, told: Story) -> bool:
    """Both hold names, of two things, and neither has the other's anywhere."""
    if not one.names or not other.names:
        return False
    own, theirs = _names(one, told), _names(other, told)
    if not _apart(own, theirs) or told.one_place(one.names, other.names):
        return False
    return not own & told.one_form(other.anchors) and not theirs & told.one_form(one.anchors)


def _loose(one: Label, other: Label) -> bool:
    return one.lemma in LOOSE and other.lemma in LOOSE and bool((one.names | one.owners) & (other.names | other.owners))


def _apart(own: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(own and theirs and not own & theirs)


def _is_one_of_many(label: Label) -> bool:
    """True for a body ("the committee"), and for what is brought in as new behind the opening."""
    return label.lemma in BODIES or (label.first in NEW and not label.opening)


def _is_class(label: Label) -> bool:
    """True for people known by what they are ("undocumented immigrants"), of whom one tells this and another that."""
    return label.phrase.plural and is_person(label.lemma.removesuffix("s"))


def _beside(label: Label, told: Story) -> frozenset[str]:
    """The words before its noun, and whose it is."""
    return told.one_form(label.more | label.owners)


def linked(one: Label, other: Label, told: Story, main: bool) -> float:
    """How much speaks for two phrases to stand for one thing; 0 where it is not enough.

    ``main`` says that both articles tell of it so often, or so early, that they are about it.
    """
    own, theirs = told.one_form(one.anchors), told.one_form(other.anchors)
    shared = own & theirs
    main = main and one.lemma == other.lemma and not _is_one_of_many(one) and not _is_one_of_many(other)
    around = (one.context & other.context) - shared - {stem(one.lemma), stem(other.lemma)}
    beside = _beside(one, told) & _beside(other, told)
    places = 1.0 if told.one_place(one.names, other.names) else 0.0
    score = min(_MUCH, len(beside) + told.weight(shared - beside) + places)
    both = one.early and other.early
    if not score and not main and not (one.opening and other.opening) and not (both and len(around) >= _NEARLY):
        return 0.0
    if one.article != other.article:
        score += 1.0 if len(around) >= _NEARLY else 0.5 if len(around) >= _ALIKE else 0.0
        score += _MAIN if main else 0.5 if both else 0.0
    if _apart(one.sorts - one.names, other.sorts - other.names) and not (one.sorts & theirs or other.sorts & own):
        score -= 1.0
    if not _is_class(one) and _apart(one.tail, other.tail) and not (one.tail & theirs or other.tail & own):
        score -= 0.5
    return score if score >= (LINKED if one.lemma == other.lemma else KINDRED) else 0.0

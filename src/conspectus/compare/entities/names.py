"""When two names are one: the same words, one inside the other, initials; never a surname that two people share."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conspectus.compare.entities.vocabulary import SMALL
from conspectus.text.nicknames import same_given

Words = tuple[str, ...]
_SPELT, _SPELT_LONG = 4, 7
"""Letters from which on a surname that differs by one letter, or by two, may be another spelling."""


def one_name(one: Words, other: Words) -> bool:
    """Two names of several words that may be one and the same: no word of the shorter speaks against the longer."""
    short, long = sorted((one, other), key=lambda words: (len(words), words))
    if set(short) <= set(long):
        return True
    if short[-1] != long[-1]:
        return short[0] == long[0] and spelt_alike(short[-1], long[-1])
    return same_given(short[0], long[0])


def spelt_alike(one: str, other: str) -> bool:
    """Two spellings of a surname, as behind one given name: a letter apart, two in long ones ("Qaddafi", "Gaddafi")."""
    from rapidfuzz.distance import OSA

    shorter = min(len(one), len(other))
    return shorter >= _SPELT and OSA.distance(one, other) <= (2 if shorter >= _SPELT_LONG else 1)


def name_groups(names: Mapping[str, Sequence[Words]]) -> dict[tuple[str, Words], Words]:
    """For each name (document, words) of a story the name that stands for its group: the fullest of it.

    Names of several words are joined where they may be one. A single word stands for the one group that has it as
    its last or first word, or as its initials: in its own document first, then in the story. Where two groups could
    be meant, it stays alone.
    """
    groups = [_group(own) for own in _full_names(Counter(words for own in names.values() for words in own))]
    found = {}
    for document, own in names.items():
        here = [g for g in groups if not g.members.isdisjoint(own)]
        for words in set(own):
            home = next((g.names for g in groups if words in g.members), None) if len(words) > 1 else None
            home = home or _home(words[0], here) or _home(words[0], groups)
            found[document, words] = home[0] if home else words
    return found


def _full_names(count: Counter[Words]) -> list[list[Words]]:
    """The names of several words in groups, the fullest and commonest first."""
    groups: list[list[Words]] = []
    for words in sorted((w for w in count if len(w) > 1), key=lambda w: (-len(w), -count[w], w)):
        fitting = [g for g in groups if all(one_name(words, member) for member in g)]
        if len(fitting) > 1:
            fitting = [g for g in fitting if words[-1] == g[0][-1]] or fitting
        if len(fitting) == 1:
            fitting[0].append(words)
        else:
            groups.append([words])
    return groups


@dataclass(frozen=True, slots=True)
class _Group:
    """Names that may be one, and what a bare word may be of them: the last word, the first, the initials."""

    names: list[Words]
    members: frozenset[Words]
    parts: tuple[frozenset[str], frozenset[str], frozenset[str]]


def _group(names: list[Words]) -> _Group:
    full = [words for words in names if len(words) > 1]
    parts = (frozenset(w[-1] for w in full), frozenset(w[0] for w in full), frozenset(_initials(w) for w in full))
    return _Group(names, frozenset(names), parts)


def _home(word: str, groups: Sequence[_Group]) -> list[Words] | None:
    """The one group that a bare word stands for."""
    for part in range(3):
        fitting = [g.names for g in groups if word in g.parts[part]]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _initials(words: Words) -> str:
    return "".join(word[0] for word in words if word not in SMALL)

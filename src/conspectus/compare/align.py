"""Which statements of different articles are about the same thing, by their weighted words.

Two statements score the cosine of their content words, each weighted by how rare it is in the story
(inverse document frequency over statements, Spärck Jones 1972); only pairs that share a rare word are looked
at, so time grows with what is shared. Groups are built around their best pair and take in a statement only
if it fits every one already there, so that likeness never chains away. Values and polarity play no part here:
"12 killed" and "30 killed" are to be aligned, and told apart by the checks.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from conspectus.compare.words import stem, words
from conspectus.model import Alignment, Reading, Statement

Weights = dict[str, float]
_SURE = 0.5
"""From this score on, two shared words are enough, one of them no name."""
_LIKELY = 0.36
"""Below this score, the verb or a figure has to be among three shared words."""
_SAME = 0.8
"""Below this score, words shared inside one noun phrase alone ("the vice president") tell nothing in common."""
_COMMON = 0.25
"""A word in more than this share of a story's statements leads to no candidate."""


@dataclass(frozen=True, slots=True)
class Roles:
    """What the words of the statements do: predicates, words of names, words of each noun phrase."""

    acts: dict[str, str]
    proper: frozenset[str]
    phrases: dict[str, tuple[frozenset[str], ...]]


def align(readings: Sequence[Reading], threshold: float) -> tuple[Alignment, ...]:
    """Groups of statements from two or more articles, best first; independent of the order of ``readings``."""
    statements = {s.id: s for reading in readings for s in reading.statements}
    vectors = weighted(tuple(statements.values()))
    scores = _scores(statements, vectors, Roles(_acts(readings), _proper(readings), _phrases(readings)), threshold)
    groups: list[list[str]] = []
    member: dict[str, list[str]] = {}
    for (one, other), _score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if one in member and other in member:
            continue
        group = member.get(one) or member.get(other)
        if group is None:
            group = [one, other]
            groups.append(group)
        else:
            fresh = other if one in member else one
            taken = {statements[m].span.article for m in group}
            fits = all(_pair(fresh, m) in scores for m in group)
            if statements[fresh].span.article in taken or not fits:
                continue
            group.append(fresh)
        member[one] = member[other] = group
    return tuple(_alignment(group, scores) for group in groups)


def weighted(statements: Sequence[Statement]) -> dict[str, Weights]:
    """For each statement (by id) its stems with their weights, scaled to length one."""
    stems = {s.id: {stem(lemma) for lemma in s.lemmas} for s in statements}
    found_in = Counter(word for words in stems.values() for word in words)
    total = len(stems)
    vectors = {}
    for name, own in stems.items():
        raw = {word: math.log(1 + total / found_in[word]) for word in own}
        length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        vectors[name] = {word: value / length for word, value in raw.items()}
    return vectors


def _proper(readings: Sequence[Reading]) -> frozenset[str]:
    """Stems of the words that stand in names: two clauses about one person need not tell the same."""
    return frozenset(
        stem(word.lower().strip(".,'’"))
        for r in readings
        for name in r.names
        for word in r.article.words(name.span).split()
    )


def _acts(readings: Sequence[Reading]) -> dict[str, str]:
    """For each statement (by id) the stem of its predicate."""
    return {s.id: stem(r.article.words(s.predicate).lower()) for r in readings for s in r.statements}


def _phrases(readings: Sequence[Reading]) -> dict[str, tuple[frozenset[str], ...]]:
    """For each statement (by id) the stems of each of its participants but the one that is all of it."""
    return {
        s.id: tuple(
            frozenset(stem(word.norm) for word in words(r.article, span, False))
            for span in s.participants
            if not span.contains(s.predicate)
        )
        for r in readings
        for s in r.statements
    }


def _scores(
    statements: dict[str, Statement],
    vectors: dict[str, Weights],
    roles: Roles,
    threshold: float,
) -> dict[tuple[str, str], float]:
    """Pairs of statements from different articles that reach the threshold on enough words beside names."""
    scores = {}
    for one, other in _candidates(statements, vectors):
        shared = vectors[one].keys() & vectors[other].keys()
        score = round(math.fsum(vectors[one][word] * vectors[other][word] for word in shared), 2)
        if score < threshold or len(shared) < 2:
            continue
        one_phrase = any(shared <= phrase for s in (one, other) for phrase in roles.phrases[s])
        if one_phrase and score < _SAME and roles.acts[one] != roles.acts[other]:
            continue
        told = {roles.acts[one], roles.acts[other]} & shared or any(word[0].isdigit() for word in shared)
        plain = len(shared - roles.proper)
        enough = plain >= 1 if score >= _SURE else plain >= 2 and (score >= _LIKELY or (told and len(shared) >= 3))
        if enough:
            scores[one, other] = score
    return scores


def _candidates(statements: dict[str, Statement], vectors: dict[str, Weights]) -> set[tuple[str, str]]:
    """Pairs from different articles that share a word which is rare in the story."""
    index: dict[str, list[str]] = defaultdict(list)
    for name, vector in vectors.items():
        for word in vector:
            index[word].append(name)
    found = set()
    for names in index.values():
        if len(names) <= max(3, _COMMON * len(statements)):
            for one, other in combinations(sorted(names), 2):
                if statements[one].span.article != statements[other].span.article:
                    found.add((one, other))
    return found


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _alignment(group: list[str], scores: dict[tuple[str, str], float]) -> Alignment:
    weakest = min(scores[_pair(one, other)] for one, other in combinations(group, 2))
    return Alignment(tuple(sorted(group)), weakest)

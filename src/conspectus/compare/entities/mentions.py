"""Mentions of one story → clusters: names by their variants, nouns by head and bearer, pronouns by what stands before.

A mention is known by its words and place. The method is that of rule-based resolvers (Raghunathan et al. 2010): the
surest links first, each step seeing the groups of the step before.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from conspectus.compare.entities.forms import Form, form, plain
from conspectus.compare.entities.names import Words, name_groups
from conspectus.compare.entities.pronouns import standing_for
from conspectus.compare.entities.vocabulary import CHANGING, MEN, PRONOUNS, SOLE_BODIES, WOMEN, is_person

Key = tuple[str, ...]
Keys = Mapping["Mention", Key]
Forms = Mapping["Mention", Form]
_WORD = re.compile(r"[^\W\d_]{2,}")
_BESIDE = frozenset(("", ",", ",a", ",an", ",the"))
_SHARE = 0.4
"""A name that takes this share of all mentions of people (or bodies) is whom the story is about."""
_LEAST = 4
"""So many mentions it has to have."""


class Mention(NamedTuple):
    """A stretch of a text that stands for somebody or something: half-open code points of its document. A plain tuple,
    because each is looked up again and again.

    ``label`` is the OntoNotes label of the name it ends with (PERSON, ORG, GPE ...), None where no name was read.
    """

    document: str
    start: int
    end: int
    words: str
    label: str | None = None


def clusters(mentions: Sequence[Mention], texts: Mapping[str, str]) -> dict[Mention, Key]:
    """For each mention of one story the key of its cluster; independent of the order given.

    ``texts`` holds each document's text: its use of capitals tells names from nouns, what stands between a name
    and a noun decides apposition.
    """
    common = common_words(texts)
    placed = sorted(set(mentions), key=lambda m: (m.document, m.start, m.end, m.words))
    alike = {words: form(words, common) for words in {m.words for m in placed}}
    forms = {m: alike[m.words] for m in placed}
    keys = _names(forms)
    people = _called(keys, "PERSON") | _titled(keys, forms)
    keys |= _nouns(placed, forms, keys, texts, people)
    keys |= dict(_described(forms, keys, people, _called(keys, "ORG") - people))
    return keys | _pronouns(placed, forms, keys, people)


def common_words(texts: Mapping[str, str]) -> frozenset[str]:
    """The words that a story prints in lower case at least half as often as with a capital."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for text in texts.values():
        for word in _WORD.findall(text):
            (lower if word[0].islower() else upper)[plain(word)] += 1
    return frozenset(word for word, count in lower.items() if 2 * count >= upper[word])


def _names(forms: Forms) -> dict[Mention, Key]:
    named: dict[str, list[Words]] = defaultdict(list)
    for mention, own in forms.items():
        if own.sort == "name":
            named[mention.document].append(own.words)
    groups = name_groups(named)
    return {m: ("name", *groups[m.document, own.words]) for m, own in forms.items() if own.sort == "name"}


def _called(keys: Keys, label: str) -> frozenset[Key]:
    """The names that bear a label at least as often as not."""
    votes: Counter[Key] = Counter()
    for mention, key in keys.items():
        votes[key] += (1 if mention.label == label else -1) if key[0] == "name" else 0
    return frozenset(key for key, vote in votes.items() if vote >= 0 and key[0] == "name")


def _titled(keys: Keys, forms: Forms) -> frozenset[Key]:
    """The names that are printed with a role of people more often than without."""
    votes: Counter[Key] = Counter()
    for mention, key in keys.items():
        votes[key] += 1 if any(is_person(role) for role in forms[mention].roles) else -1
    return frozenset(key for key, vote in votes.items() if vote >= 0)


def _nouns(
    placed: Sequence[Mention], forms: Forms, keys: Keys, texts: Mapping[str, str], people: frozenset[Key]
) -> dict[Mention, Key]:
    """A noun goes to the one name that bears it as a role in the story, else to all of its own head."""
    beside = {noun: keys[name] for noun, name in _appositions(placed, forms, texts) if keys[name] in people}
    borne: dict[str, set[Key]] = defaultdict(set)
    for mention, key in keys.items():
        for role in forms[mention].roles:
            borne[role].add(key)
    for noun, key in beside.items():
        borne[forms[noun].head].add(key)
    found: dict[Mention, Key] = {}
    for mention in (m for m in placed if forms[m].sort == "noun"):
        head = forms[mention].head
        one = next(iter(borne[head])) if len(borne[head]) == 1 and is_person(head) else ("noun", head)
        # A head that two people bear is left to itself, so that they are not made one by their office.
        found[mention] = beside.get(mention) or (("noun", head, "borne") if len(borne[head]) > 1 else one)
    return found


def _appositions(
    placed: Sequence[Mention], forms: Forms, texts: Mapping[str, str]
) -> Iterator[tuple[Mention, Mention]]:
    """A noun for a person beside a name, at most a comma between ("actress Dana Orlu", "Orlu , an actress")."""
    for one, other in pairwise(placed):
        if one.document != other.document or {forms[one].sort, forms[other].sort} != {"name", "noun"}:
            continue
        noun, name = (one, other) if forms[one].sort == "noun" else (other, one)
        between = texts[one.document][one.end : other.start].replace(" ", "")
        if is_person(forms[noun].head) and between in _BESIDE:
            yield noun, name


def _described(
    forms: Forms, keys: Keys, people: frozenset[Key], bodies: frozenset[Key]
) -> Iterator[tuple[Mention, Key]]:
    """Nouns that nobody bears by name go to whom the story is about, if there is one such person or body."""
    person, body = _chief(keys, people), _chief(keys, bodies)
    sexes = _sexes(forms, keys, people)
    for mention, key in keys.items():
        head = forms[mention].head
        if key != ("noun", head):
            continue
        if body and head in SOLE_BODIES:
            yield mention, body
        elif person and is_person(head) and head not in CHANGING:
            against = "she" if head in MEN else "he" if head in WOMEN else None
            own = "he" if against == "she" else "she"
            if against is None or sexes[person, against] <= sexes[person, own]:
                yield mention, person


def _chief(keys: Keys, group: frozenset[Key]) -> Key | None:
    count = Counter(key for key in keys.values() if key in group)
    best = max(count, key=lambda key: (count[key], key), default=None)
    return best if best and count[best] >= max(_LEAST, _SHARE * sum(count.values())) else None


def _sexes(forms: Forms, keys: Keys, people: frozenset[Key]) -> Counter[tuple[Key, str]]:
    """How often each cluster is called "he" and "she", by a first reading of the pronouns and by its nouns."""
    found: Counter[tuple[Key, str]] = Counter()
    for mention, key in {**keys, **_pronouns(sorted(forms, key=_place), forms, keys, people)}.items():
        head = forms[mention].head
        kind = PRONOUNS.get(head) or ("he" if head in MEN else "she" if head in WOMEN else "")
        found[key, kind] += 1
    return found


def _place(mention: Mention) -> tuple[str, int, int, str]:
    return mention.document, mention.start, mention.end, mention.words


def _pronouns(placed: Sequence[Mention], forms: Forms, keys: Keys, people: frozenset[Key]) -> dict[Mention, Key]:
    """Each pronoun with the cluster of what it most likely stands for, document by document."""
    found: dict[Mention, Key] = {}
    for document in sorted({m.document for m in placed}):
        own = [m for m in placed if m.document == document]
        rows = [(forms[m], keys.get(m), m.label) for m in own]
        for mention, key in zip(own, standing_for(rows, people, document), strict=True):
            if forms[mention].sort == "pronoun":
                found[mention] = key
    return found

"""Signs that a noun stands for who bears it as a role: in the mention of a name, or beside one ("Orlu, the pilot")."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from conspectus.compare.entities.facts import Facts, Floats, Whole
from conspectus.compare.entities.standing import Standing
from conspectus.compare.words import stem

NAMES = ("role_borne", "role_told", "role_times", "roles_alike")
_TIMES = 5
"""So many times a role is given count as many as more."""
_NAME, _NOUN = 0, 1


def bearers(facts: Facts, stood: Standing, one: Whole, other: Whole) -> list[Floats]:
    """The columns of ``NAMES`` for pairs of rows.

    Of the names that bear a noun as a role, the share that are of a name's cluster: roles printed in the mention, and
    all; how often the name is given it. For two nouns how alike those are who bear them, as a cosine.
    """
    own = [frozenset(stem(role) for role in form.roles) for form in facts.forms]
    within, told = _votes(facts, own), _votes(facts, [a | b for a, b in zip(own, stood.roles, strict=True)])
    named = (facts.sort[:, None] == _NOUN) & (facts.sort[None] == _NAME)
    share = [
        np.where(named, (votes / np.maximum(votes.sum(1), 1)[:, None])[:, facts.key], 0) for votes in (within, told)
    ]
    times = np.where(named, np.minimum(told[:, facts.key], _TIMES), 0)
    even = told / np.maximum(np.linalg.norm(told, axis=1), 1e-9)[:, None]
    tables = (*(np.maximum(table, table.T) for table in (*share, times)), even @ even.T)
    return [np.asarray(table[one, other], np.float64) for table in tables]


def _votes(facts: Facts, roles: Sequence[AbstractSet[str]]) -> Floats:
    """For each mention of a noun how often each cluster of names is given it as a role [mentions, clusters]."""
    given: dict[str, Floats] = {}
    clusters = int(facts.key.max()) + 1
    for row in np.flatnonzero(facts.sort == _NAME).tolist():
        for role in roles[row]:
            given.setdefault(role, np.zeros(clusters))[facts.key[row]] += 1
    none = np.zeros(clusters)
    heads = [stem(form.head) if form.sort == "noun" else "" for form in facts.forms]
    return np.array([given.get(head, none) for head in heads])

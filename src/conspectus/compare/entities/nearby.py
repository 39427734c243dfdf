"""Signs that two mentions of one document are one: what is between them, and whom a pronoun can stand for."""

import re
from collections import Counter, defaultdict

import numpy as np

from conspectus.compare.entities.facts import KINDS, Facts, Floats, Whole
from conspectus.compare.entities.pronouns import fits
from conspectus.compare.entities.standing import Standing

NAMES = ("between", "inside", "fits", "fitting_between", "speaker", "quoted", "nth_one", "nth_other")
_OPENING = r"(?:(?:an?|the|his|her|its|their|our|my) ?)?"
_LINKS = (
    re.compile(r""),
    re.compile(rf"[,(:–—-]+ ?{_OPENING}"),
    re.compile(
        r"(?:, )?(?:(?:who|which|that) )?(?:is|was|are|were|became|remains?|named|called|known as|identified as)"
        rf" ?{_OPENING}"
    ),
    re.compile(rf"(?:, ?)?(?:and|or|&|,|as well as) ?{_OPENING}"),
)
"""What is between two mentions: nothing, a comma, a copula, "and"."""
_SHORT = 30
"""Characters up to which what is between is anything short, the next in row."""
_MARK = re.compile(r"[.!?;]")
_PRONOUN, _SPEAKER = 2, KINDS.index("speaker")


def nearby(facts: Facts, stood: Standing, one: Whole, other: Whole) -> list[Floats]:
    """The columns of ``NAMES`` for pairs of rows (``one`` before ``other``)."""
    inside = (facts.document[one] == facts.document[other]) & (stood.end[one] > stood.start[other])
    fitting, between = _fitting(facts)
    tables = (_links(len(facts.forms), stood)[one, other], inside, fitting[one, other], between[one, other])
    rest = (
        _speakers(facts, stood)[one, other],
        stood.quoted[one] + stood.quoted[other],
        stood.nth[one],
        stood.nth[other],
    )
    return [np.asarray(column, np.float64) for column in (*tables, *rest)]


def _links(size: int, stood: Standing) -> Floats:
    """What is between mentions beside each other [mentions, mentions]: 1 nothing ... 4 "and", 5 else, 0 too much."""
    found = np.zeros((size, size))
    for (row, column), text in stood.between.items():
        bare = " ".join(text.lower().split())
        code = next((at for at, link in enumerate(_LINKS, 1) if link.fullmatch(bare)), 0)
        found[row, column] = code or (len(_LINKS) + 1 if len(bare) <= _SHORT and not _MARK.search(bare) else 0)
    return found


def _fitting(facts: Facts) -> tuple[Floats, Floats]:
    """Whether a pronoun can stand for a mention of its document, and how many between them it could: -1 no pronoun."""
    size = len(facts.forms)
    fitting, between = np.full((size, size), -1.0), np.full((size, size), -1.0)
    sexes: dict[int, Counter[str]] = defaultdict(Counter)
    votes: Counter[int] = Counter()
    for key, kind, label in zip(facts.key.tolist(), facts.kind.tolist(), facts.label.tolist(), strict=True):
        sexes[key][KINDS[kind]] += 1
        votes[key] += int(label == 1) - int(label > 1)
    for row in np.flatnonzero(facts.sort == _PRONOUN).tolist():
        kind, count = KINDS[facts.kind[row]], 0
        for before in range(row - 1, -1, -1):
            if facts.document[before] != facts.document[row]:
                break
            key = int(facts.key[before])
            fit = fits(kind, facts.forms[before], votes[key] > 0, sexes[key])
            fitting[before, row], between[before, row] = fit, count
            count += fit
    return fitting, between


def _speakers(facts: Facts, stood: Standing) -> Floats:
    """1 where "I" or "we" in a quotation meets the nearest who says something, in its sentence or one beside."""
    found = np.zeros((len(facts.forms), len(facts.forms)))
    saying = np.flatnonzero(stood.says)
    for row in np.flatnonzero((facts.kind == _SPEAKER) & (stood.quoted == 1)).tolist():
        near = saying[(facts.document[saying] == facts.document[row])]
        near = near[np.abs(facts.place[near] - facts.place[row]) <= 1]
        if len(near):
            best = near[np.argmin(np.abs(stood.start[near] - stood.start[row]))]
            found[min(row, best), max(row, best)] = 1
    return found

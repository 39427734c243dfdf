"""What two clauses must share beside names and days to tell the same, whatever their score.

That two clauses name the same people on the same day is not enough: "X declined to speak on Tuesday" and "X joined his
colleagues on Tuesday" are two things.
"""

import numpy as np

from conspectus.compare.clauses.clause import Clause
from conspectus.compare.clauses.facing import Facing
from conspectus.compare.clauses.lexicon import Floats
from conspectus.compare.clauses.table import Bools, best
from conspectus.compare.values.times import compare_times
from conspectus.compare.words import stem, word_set

_DAYS = frozenset(
    stem(word)
    for word in word_set(
        """monday tuesday wednesday thursday friday saturday sunday january february march april june july august
        september october november december today yesterday tomorrow morning afternoon evening night week weekend
        month year early late earlier later last next ago"""
    )
)
"""Words of times: that two clauses tell of one day says nothing of what they tell."""
_MEANS = 0.62
"""From this likeness on, two words may stand for each other."""
_SMALL = frozenset({"1", "2", "one", "two"})


def supported(found: Facing) -> Bools:
    """Where two clauses share a word or meaning that is neither name nor time, and sayings their speaker [pairs]."""
    pairs = found.pairs
    small = found.known.mask(_DAYS | _SMALL)
    shared = (found.held & ~found.named() & ~small[found.columns]).any(axis=1)
    enough = shared | (_meaning(found, small)[pairs.one, pairs.other] >= _MEANS)
    one, other = found.one.clauses, found.other.clauses
    for at, (i, j) in enumerate(zip(pairs.one.tolist(), pairs.other.tolist(), strict=True)):
        if one[i].saying or other[j].saying:
            enough[at] = _one_saying(one[i], other[j], bool(shared[at]))
    return np.asarray(enough)


def _meaning(found: Facing, small: Bools) -> Floats:
    """How near in meaning two clauses come without their names and times [clauses, clauses]."""
    one, other = found.one, found.other
    plain = [~side.names.has[side.stems.clauses, side.stems.flat] & ~small[side.stems.flat] for side in (one, other)]
    like = np.where(np.logical_and.outer(*plain), found.like, -1)
    return best(best(like, one.stems.starts, axis=0), other.stems.starts, axis=1)


def _one_saying(one: Clause, other: Clause, shared: bool) -> bool:
    same = bool(one.names & other.names or one.subject & other.subject)
    if one.saying and other.saying:
        return same and (shared or _one_time(one, other))
    return same and shared


def _one_time(one: Clause, other: Clause) -> bool:
    return any(a.type == b.type and compare_times(a, b).verdict == "equal" for a in one.times for b in other.times)

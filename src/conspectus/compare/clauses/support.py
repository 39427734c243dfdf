"""What two clauses must share beside names and days to tell the same, whatever their score.

That two clauses name the same people on the same day is not enough: "X declined to speak on Tuesday" and "X joined his
colleagues on Tuesday" are two things.
"""

from conspectus.compare.clauses.clause import Clause
from conspectus.compare.clauses.lexicon import Lexicon
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


def supported(one: Clause, other: Clause, lexicon: Lexicon) -> bool:
    """True where they share a word, or a meaning, that is neither a name nor a time; who says something is the same."""
    left, right = _plain(one), _plain(other)
    shared = bool(left & right)
    if one.saying or other.saying:
        same = bool(one.names & other.names or one.subject & other.subject)
        if one.saying and other.saying:
            return same and (shared or _one_time(one, other))
        return same and shared
    return shared or any(
        float(lexicon.vector(a) @ lexicon.vector(b)) >= _MEANS for a in sorted(left) for b in sorted(right)
    )


def _plain(clause: Clause) -> frozenset[str]:
    return frozenset(clause.stems) - clause.names - _DAYS - _SMALL


def _one_time(one: Clause, other: Clause) -> bool:
    return any(a.type == b.type and compare_times(a, b).verdict == "equal" for a in one.times for b in other.times)

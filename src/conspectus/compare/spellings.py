"""One person’s name, spelled in two ways.

Names of two words or more are compared that differ in one word by a letter more or less, or by two letters that
changed places ("Orlanek", "Orlaenk"), where neither article prints the other’s spelling. One of them is wrong, so
it is a conflict; where a letter is doubled, as house styles differ, a detail. Accents, endings, initials, short forms
and an exchanged letter are left out: so differ names from other scripts, and people of one family.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from conspectus.compare.check import Check, Evidence
from conspectus.compare.context import sentences_of
from conspectus.compare.entities.forms import form
from conspectus.compare.letters import Letters
from conspectus.model import Finding, Made, Reading, Side, Span, finding_id

MADE = Made("compare.spellings", "2")
_LEAST = 6
"""Letters from which on one more or less is no other name ("Ann", "Anne")."""
_DOUBLED = re.compile(r"(.)\1")

Words = tuple[str, ...]


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    readings = {reading.article.id: reading for reading in evidence.readings}
    printed = {article: _names(readings[article]) for article in sorted(readings)}
    apart: dict[Words, dict[str, Words]] = {}
    for one, other in combinations(printed, 2):
        for mine, theirs in _misspelled(printed[one], printed[other]):
            # Known by what the two have in common, so that a third article joins them.
            common = tuple(word for word in mine if word in theirs)
            apart.setdefault(common, {}).update({one: mine, other: theirs})
    return tuple(_finding(told, printed, readings) for told in apart.values())


def _names(reading: Reading) -> dict[Words, Span]:
    """The people named in full, each at its first mention."""
    found: dict[Words, Span] = {}
    for name in reading.names:
        words = form(reading.article.words(name.span)).words
        if name.label == "PERSON" and len(words) > 1:
            found.setdefault(words, name.span)
    return found


def _misspelled(one: Mapping[Words, Span], other: Mapping[Words, Span]) -> Iterator[tuple[Words, Words]]:
    for mine in one:
        for theirs in other:
            if mine not in other and theirs not in one and _alike(mine, theirs):
                yield mine, theirs


def _alike(one: Words, other: Words) -> bool:
    if len(one) != len(other):
        return False
    differing = [(mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs]
    return len(differing) == 1 and _slip(*differing[0])


def _slip(one: str, other: str) -> bool:
    """One of two spellings of a word is a slip: letters that changed places, a letter left out or put in."""
    from rapidfuzz.distance import OSA

    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST or OSA.distance(one, other) != 1:
        return False
    if len(short) == len(long):
        return sorted(short) == sorted(long)
    return not long.startswith(short)


def _finding(
    told: Mapping[str, Words], printed: Mapping[str, Mapping[Words, Span]], readings: Mapping[str, Reading]
) -> Finding:
    letters = Letters()
    sides = tuple(
        _side(printed[article][words], letters.of(words), readings[article]) for article, words in sorted(told.items())
    )
    shown = [side.value or "" for side in sides]
    doubled = len({_DOUBLED.sub(r"\1", " ".join(words)) for words in told.values()}) == 1
    return Finding(
        id=finding_id("discrepancy", "name_role", [span for side in sides for span in side.spans]),
        kind="discrepancy", property="name_role", verdict="differ", severity="granularity" if doubled else "conflict",
        title=f"Spelling of {max(sorted(set(shown)), key=shown.count)}", sides=sides,
        missing=tuple(a for a in sorted(readings) if a not in told), reconciled=None, certainty=0.8,
        reason="The articles spell one name in two ways, and neither prints it as the other does.", origin=None,
        collation=(), made=MADE,
    )  # fmt: skip


def _side(span: Span, letter: str, reading: Reading) -> Side:
    context = sentences_of(reading, span)
    return Side(span.article, (span,), context, reading.article.words(span), letter)


CHECK = Check(MADE, __doc__ or "", _run)

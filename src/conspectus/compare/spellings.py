"""One person’s name, spelled in two ways.

Names of two words or more are compared that differ in one word by a letter more or less, or by two letters that
changed places ("Orlanek", "Orlaenk"), where neither article prints the other’s spelling. One of them is wrong, so
it is a conflict; where a letter is doubled, as house styles differ, a detail. Surnames are compared alone where they
are long, or stand with one given name in both; a letter exchanged in a long one is a tension, since names from other
scripts differ so. Accents, endings, initials, short forms and surnames with two given names are left out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from conspectus.compare.check import Check, Evidence
from conspectus.compare.context import sentences_of
from conspectus.compare.entities.forms import form
from conspectus.compare.letters import Letters
from conspectus.model import PARTS, Finding, Made, Reading, Severity, Side, Span, finding_id
from conspectus.text.letters import without_accents

MADE = Made("compare.spellings", "3")
_LEAST = 6
"""Letters from which on one more or less is no other name ("Ann", "Anne")."""
_LEAST_GIVEN, _LEAST_ALONE = 5, 8
"""The same for surnames that articles print with one given name, and for those that stand alone in one of them."""
_ENDING = 2
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_DOUBLED = re.compile(r"(.)\1")

Words = tuple[str, ...]


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    readings = {reading.article.id: reading for reading in evidence.readings}
    printed = {article: _printed(readings[article]) for article in sorted(readings)}
    apart: dict[Words, dict[str, Words]] = {}
    for one, other in combinations(printed, 2):
        for mine, theirs in _misspelled(printed[one], printed[other]):
            # Known by what the two have in common, so that a third article joins them.
            common = tuple(word for word in mine if word in theirs) or (_common(mine[-1], theirs[-1]),)
            apart.setdefault(common, {}).update({one: mine, other: theirs})
    names = {article: own.full | own.last for article, own in printed.items()}
    return tuple(_finding(told, names, readings) for told in apart.values())


@dataclass(frozen=True, slots=True)
class _Printed:
    """The people whom an article names: ``full``, and by their ``last`` word alone, each at its first mention.

    ``given`` are the words before each last one, ``words`` all that the article prints.
    """

    full: dict[Words, Span]
    last: dict[Words, Span]
    given: Mapping[str, frozenset[str]]
    words: frozenset[str]


def _printed(reading: Reading) -> _Printed:
    full: dict[Words, Span] = {}
    last: dict[Words, Span] = {}
    given: dict[str, frozenset[str]] = {}
    for name in reading.names:
        words = form(reading.article.words(name.span)).words
        if name.label != "PERSON" or not words:
            continue
        if len(words) > 1:
            full.setdefault(words, name.span)
        last.setdefault(words[-1:], name.span)
        given[words[-1]] = given.get(words[-1], frozenset()) | frozenset(words[:-1])
    every = (word for part in PARTS for word in _WORD.findall(reading.article.part(part).lower()))
    return _Printed(full, last, given, frozenset(every))


def _misspelled(one: _Printed, other: _Printed) -> Iterator[tuple[Words, Words]]:
    seen: set[str] = set()
    for mine in one.full:
        for theirs in other.full:
            if mine not in other.full and theirs not in one.full and _alike(mine, theirs):
                seen |= {mine[-1], theirs[-1]}
                yield mine, theirs
    for (own,) in one.last:
        for (found,) in other.last:
            if own not in seen and found not in seen and _one_surname(own, found, one, other):
                yield (own,), (found,)


def _one_surname(mine: str, theirs: str, one: _Printed, other: _Printed) -> bool:
    """A long surname with a slip in it, that the other article prints nowhere; or a shorter one of one given name."""
    if mine == theirs or mine in other.words or theirs in one.words:
        return False
    left, right = one.given.get(mine, frozenset()), other.given.get(theirs, frozenset())
    if left and right and not left & right:
        return False
    least = _LEAST_GIVEN if left & right else _LEAST_ALONE
    return _slip(mine, theirs, least) or (min(len(mine), len(theirs)) >= _LEAST_ALONE and _exchanged(mine, theirs))


def _alike(one: Words, other: Words) -> bool:
    if len(one) != len(other):
        return False
    differing = [(mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs]
    return len(differing) == 1 and _slip(*differing[0], _LEAST)


def _slip(one: str, other: str, least: int) -> bool:
    """One of two spellings of a word is a slip: letters that changed places, a letter left out or put in."""
    from rapidfuzz.distance import OSA

    short, long = sorted((one, other), key=len)
    if len(short) < least or OSA.distance(one, other) != 1:
        return False
    if len(short) == len(long):
        return sorted(short) == sorted(long)
    return not long.startswith(short)


def _exchanged(one: str, other: str) -> bool:
    """One letter stands for another, neither the first nor of an ending."""
    differing = [at for at, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs]
    if without_accents(one) == without_accents(other):
        return False
    return len(one) == len(other) and len(differing) == 1 and 0 < differing[0] < len(one) - _ENDING


def _common(one: str, other: str) -> str:
    """The letters that two spellings share in order."""
    return "".join(mine for mine in one if mine in other)


def _finding(
    told: Mapping[str, Words], printed: Mapping[str, Mapping[Words, Span]], readings: Mapping[str, Reading]
) -> Finding:
    letters = Letters()
    sides = tuple(
        _side(printed[article][words], letters.of(words), readings[article]) for article, words in sorted(told.items())
    )
    shown = [side.value or "" for side in sides]
    exchanged = any(
        _exchanged(a, b) for one, other in combinations(told.values(), 2) for a, b in zip(one, other, strict=False)
    )
    doubled = len({_DOUBLED.sub(r"\1", " ".join(words)) for words in told.values()}) == 1
    severity: Severity = "granularity" if doubled else "tension" if exchanged else "conflict"
    return Finding(
        id=finding_id("discrepancy", "name_role", [span for side in sides for span in side.spans]),
        kind="discrepancy", property="name_role", verdict="differ", severity=severity,
        title=f"Spelling of {max(sorted(set(shown)), key=shown.count)}", sides=sides,
        missing=tuple(a for a in sorted(readings) if a not in told), reconciled=None, certainty=0.8,
        reason="The articles spell one name in two ways, and neither prints it as the other does.", origin=None,
        collation=(), made=MADE,
    )  # fmt: skip


def _side(span: Span, letter: str, reading: Reading) -> Side:
    context = sentences_of(reading, span)
    return Side(span.article, (span,), context, reading.article.words(span), letter)


CHECK = Check(MADE, __doc__ or "", _run)

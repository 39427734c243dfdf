"""Descriptions: what the articles say a named person or body is, where they say different things.

Compared are the nouns before a name or in apposition to it, with the words that belong to them ("a small charity in
Tarn"), in the article’s own voice. Shown is where each of two articles says something that the other nowhere says of
that person or body. Both can be right, so it is a detail. Titles that all know, parties, places and words for one sort
of office are no difference; two offices of one person are found by the roles.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from conspectus.compare.check import Check, Evidence
from conspectus.compare.context import sentences_of
from conspectus.compare.descriptions.told import Description, apart, of_bodies, of_person
from conspectus.compare.letters import Letters
from conspectus.compare.roles.offices import offices, told_apart
from conspectus.model import Finding, Made, Reading, Side, finding_id

MADE = Made("compare.descriptions", "1")
_REASON = "Each article says what the other does not; both can be right."

Given = Mapping[str, list[Description]]


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    readings = {reading.article.id: reading for reading in evidence.readings}
    found = []
    for title, given in (*_people(evidence, readings), *_bodies(readings)):
        shown = _shown(given)
        if shown:
            found.append(_finding(title, shown, readings))
    return tuple(found)


def _people(evidence: Evidence, readings: Mapping[str, Reading]) -> Iterator[tuple[str, Given]]:
    """People with their descriptions in each article, but those whose offices are shown to differ already."""
    for referent in evidence.referents:
        if referent.name and any(label.name == "PERSON" for label in referent.labels):
            held = [[o for o in offices(referent, readings) if o.span.article == a] for a in referent.articles]
            if not any(told_apart(one, other) for one, other in combinations([own for own in held if own], 2)):
                yield (
                    f"Who {referent.name} is",
                    {article: of_person(referent, readings[article]) for article in referent.articles},
                )


def _bodies(readings: Mapping[str, Reading]) -> Iterator[tuple[str, Given]]:
    """Bodies with their descriptions in each article that has any, joined by their name."""
    printed: dict[str, str] = {}
    given: dict[str, dict[str, list[Description]]] = {}
    for article in sorted(readings):
        for key, (name, own) in of_bodies(readings[article]).items():
            printed.setdefault(key, name)
            given.setdefault(key, {})[article] = own
    for key in sorted(given):
        yield f"What {printed[key]} is", given[key]


def _shown(given: Given) -> tuple[Description, ...]:
    """One description an article: the first that differs from one of another's."""
    told: dict[str, Description] = {}
    for one, other in combinations(sorted(article for article in given if given[article]), 2):
        for description in apart(given[one], given[other]) or ():
            told.setdefault(description.span.article, description)
    return tuple(told[article] for article in sorted(told))


def _finding(title: str, shown: Sequence[Description], readings: Mapping[str, Reading]) -> Finding:
    letters = Letters()
    sides = tuple(_side(one, letters.of((one.head, one.says)), readings[one.span.article]) for one in shown)
    told = {side.article for side in sides}
    return Finding(
        id=finding_id("discrepancy", "name_role", [span for side in sides for span in side.spans]),
        kind="discrepancy", property="name_role", verdict="differ", severity="granularity",
        title=title, sides=sides, missing=tuple(a for a in sorted(readings) if a not in told),
        reconciled=None, certainty=0.6, reason=_REASON, origin=None, collation=(), made=MADE,
    )  # fmt: skip


def _side(told: Description, letter: str, reading: Reading) -> Side:
    context = sentences_of(reading, told.span)
    return Side(told.span.article, (told.span,), context, reading.article.words(told.span), letter)


CHECK = Check(MADE, __doc__ or "", _run)

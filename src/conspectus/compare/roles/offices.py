"""What offices each article gives a person: by the words before a name, or in apposition to it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from conspectus.compare.labels.records import Label, Referent
from conspectus.compare.roles.vocabulary import FORMER, KEPT_TITLES, LAWMAKERS, LOWER, OFFICES, TWO_WORDS
from conspectus.model import Reading, Span

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_COMMA = ", "
_EX = re.compile(r"^ex-(?=\w)")


@dataclass(frozen=True, slots=True)
class Office:
    """An office that an article gives a person.

    ``sort`` is the class of the noun (``OFFICES``), ``over`` whether the article says that it is over, ``lower`` the
    words that make it a lower one. ``reported``: it stands in the words of a source, but outside quotation marks.
    """

    span: Span
    sort: str
    over: bool
    lower: frozenset[str]
    reported: bool = False


def offices(referent: Referent, readings: Mapping[str, Reading]) -> Iterator[Office]:
    """The offices of one person in document order; seats in a parliament and words of others are left out."""
    for label in sorted(referent.labels, key=lambda one: one.place):
        reading = readings[label.article]
        if label.voice and not _in_telling(reading, label):
            continue
        if label.name is None and label.phrase.about:
            yield from (replace(one, reported=bool(label.voice)) for one in _office(label.phrase.span, label.printed))
        elif label.name == "PERSON":
            yield from _beside(reading, label)


def _in_telling(reading: Reading, label: Label) -> bool:
    """What a clause with no marks around it says of somebody in passing: the article's words, whoever is reported."""
    span = label.phrase.span
    return label.phrase.about is not None and not any(one.inner.overlaps(span) for one in reading.quotations)


def _beside(reading: Reading, label: Label) -> Iterator[Office]:
    """The words before the name, and a noun set before it by a comma ("the president, Dana Orlu")."""
    core = label.phrase.core
    name = next((one.span for one in reading.names if one.span.overlaps(label.phrase.head)), core)
    text = reading.article.part(core.part)
    yield from _office(core, text[core.start : name.start])
    for phrase in reading.phrases:
        near = phrase.span.end + len(_COMMA) == core.start and phrase.span.part == core.part
        if near and text[phrase.span.end : core.start] == _COMMA and not phrase.plural:
            yield from _office(phrase.span, reading.article.words(phrase.core))


def _office(span: Span, printed: str) -> Iterator[Office]:
    words = [part for word in _WORD.findall(printed.lower()) for part in _EX.sub("ex ", word).split()]
    sort = TWO_WORDS.get(" ".join(words[-2:])) or (OFFICES.get(words[-1]) if words else None)
    if sort and sort not in LAWMAKERS:
        yield Office(span, sort, bool(FORMER & set(words)), LOWER & frozenset(words))


def told_apart(own: Sequence[Office], other: Sequence[Office]) -> tuple[Office, Office] | None:
    """An office of each of two articles that shows them to differ; None where they share one, or nothing shows it.

    Of a shared office one article may say that it is over (unless it is a title that stays), or a lower one. Two that
    neither shares are held against each other only where both stand in the article's own words.
    """
    shared = {one.sort for one in own} & {one.sort for one in other}
    if not shared:
        told = [next((one for one in given if not one.reported), None) for given in (own, other)]
        return (told[0], told[1]) if told[0] and told[1] else None
    for sort in sorted(shared):
        mine, theirs = ([one for one in given if one.sort == sort] for given in (own, other))
        if sort not in KEPT_TITLES and _differ([one.over for one in mine], [one.over for one in theirs]):
            return mine[0], theirs[0]
        if _differ([one.lower for one in mine], [one.lower for one in theirs]):
            return mine[0], theirs[0]
    return None


def _differ(mine: Sequence[object], theirs: Sequence[object]) -> bool:
    """Each article says one thing throughout, and not the other's."""
    return len(set(mine)) == len(set(theirs)) == 1 and set(mine) != set(theirs)

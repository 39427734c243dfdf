"""Inside one article: the headline against the body, and parts of the body against each other.

Shown are two figures that an article gives, in its own voice, for what the same words count and the same verb does;
two spellings of one person's surname; a headline that credits words to somebody else than the body does; and one that
has in quotation marks what the body quotes in another form. All may be slips, two different things, or a later line
that corrects an earlier one: nobody can tell which, so a person has to look.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from conspectus.compare.check import Check, Evidence
from conspectus.compare.context import sentences_of
from conspectus.compare.headlines import altered
from conspectus.compare.values.amounts import compare_amounts
from conspectus.compare.words import normal, stem, words
from conspectus.model import (
    Amount,
    Attribution,
    Finding,
    Made,
    Name,
    Property,
    Reading,
    Side,
    Span,
    Statement,
    finding_id,
)

MADE = Made("compare.inside", "2")
_KINDS = frozenset({"count", "money", "share"})
_LONG = 6
"""Letters a surname needs: short ones that differ in one letter are often two names."""
_SHARED = 2
"""Content words that two clauses have to share beside the verb and what is counted."""
_HEADLINE = 3
"""Content words of a headline's saying that the body has to print in one saying."""
_OWNER = r"(\w+)['’]s? \w"
_VOICE_FOR = r"(?:spokes\w+|lawyer|attorney|aide)s? (?:for|of|to) (?:[\w.’'-]+ ){0,4}?(\w+)$"
"""Patterns of a person’s office, and of who speaks for a person; compiled when first used."""


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    return tuple(found for reading in evidence.readings for found in _findings(reading))


def _findings(reading: Reading) -> Iterator[Finding]:
    yield from _figures(reading)
    yield from _spellings(reading)
    yield from _headline(reading)


def _figures(reading: Reading) -> Iterator[Finding]:
    """Figures of one thing in two clauses that do the same."""
    by_thing: dict[tuple[str, str, str, str], list[tuple[Amount, Statement]]] = defaultdict(list)
    for statement in reading.statements:
        act = stem(reading.article.words(statement.predicate).lower())
        for amount in (a for a in reading.amounts if a.span in statement.values):
            if amount.kind in _KINDS and amount.of and not amount.change and amount.per is None:
                by_thing[amount.kind, amount.unit, stem(amount.of), act].append((amount, statement))
    for told in by_thing.values():
        for (one, here), (other, there) in combinations(told, 2):
            if here is not there and _differ(one, other) and _one_event(reading, here, there):
                reason = "The article gives two figures for what may be the same thing."
                yield _finding(reading, "number", f"Two figures: {one.of}", (one.span, other.span), reason)


def _differ(one: Amount, other: Amount) -> bool:
    return compare_amounts(one, other).verdict == "different"


def _one_event(reading: Reading, one: Statement, other: Statement) -> bool:
    """One voice, alike in polarity and certainty, not told with two dates, enough other words in common."""
    if one.holders != other.holders or (one.polarity, one.certainty) != (other.polarity, other.certainty):
        return False
    dates = [{t.value for t in reading.times if t.span in s.values} for s in (one, other)]
    if dates[0] and dates[1] and not dates[0] & dates[1]:
        return False
    return len(_told(reading, one) & _told(reading, other)) >= _SHARED


def _told(reading: Reading, statement: Statement) -> set[str]:
    """Stems of a clause without its verb and its figures."""
    kept = {
        stem(w.norm)
        for w in words(reading.article, statement.span, False)
        if w.is_content and not any(v.overlaps(w.span) for v in (*statement.values, statement.predicate))
    }
    counted = {stem(a.of) for a in reading.amounts if a.of and a.span in statement.values}
    return kept - counted


def _spellings(reading: Reading) -> Iterator[Finding]:
    """Two surnames of people, or two places told with one date, that differ by a letter or two."""
    people, places = _last_words(reading, "PERSON"), _last_words(reading, "GPE")
    for one, other in _alike(people, 1):
        given = [{p[0] for name in people[printed] if len(p := _parts(reading, name)) > 1} for printed in (one, other)]
        if not (given[0] and given[1] and not given[0] & given[1]):
            reason = "The article spells what may be one surname in two ways."
            yield _spelt(reading, people, (one, other), reason)
    for one, other in _alike(places, 2):
        dates = [_years(reading, places[printed]) for printed in (one, other)]
        if dates[0] & dates[1]:
            reason = "The article tells with one date of two places whose names are nearly the same."
            yield _spelt(reading, places, (one, other), reason)


def _last_words(reading: Reading, label: str) -> dict[str, list[Name]]:
    """The names of a sort by their last word, where that is long enough and has a capital."""
    found: dict[str, list[Name]] = defaultdict(list)
    for name in reading.names:
        parts = _parts(reading, name)
        if name.label == label and parts and parts[-1][:1].isupper() and len(parts[-1]) >= _LONG:
            found[parts[-1]].append(name)
    return found


def _parts(reading: Reading, name: Name) -> list[str]:
    return reading.article.words(name.span).removesuffix("’s").removesuffix("'s").split()


def _alike(printed: Iterable[str], most: int) -> Iterator[tuple[str, str]]:
    """Pairs of words at most so many letters apart (optimal string alignment), not singular and plural."""
    from rapidfuzz.distance import OSA

    for one, other in combinations(sorted(printed), 2):
        near = one[0] == other[0] and OSA.distance(one, other) <= most
        if near and not one.startswith(other) and not other.startswith(one):
            yield one, other


def _years(reading: Reading, names: Sequence[Name]) -> set[str]:
    """The years given in the sentences of the names."""
    sentences = [s.span for s in reading.sentences if any(s.span.contains(n.span) for n in names)]
    times = (t for t in reading.times if t.type == "DATE" and t.value[:4].isdigit() and t.basis == "stated")
    return {t.value[:4] for t in times if any(s.contains(t.span) for s in sentences)}


def _spelt(reading: Reading, names: dict[str, list[Name]], pair: tuple[str, str], reason: str) -> Finding:
    first, second = (min(names[printed], key=lambda name: name.span).span for printed in pair)
    compared: Property = "place" if names[pair[0]][0].label == "GPE" else "name_role"
    return _finding(reading, compared, f"{pair[0]} or {pair[1]}", (first, second), reason)


def _headline(reading: Reading) -> Iterator[Finding]:
    """A saying that the headline gives to a person and the body to somebody who speaks for that person."""
    above = [a for a in reading.attributions if a.content and a.content[0].part == "title" and a.source]
    below = [a for a in reading.attributions if a.content and a.content[0].part == "body" and a.source]
    for title in above:
        said, person = _content(reading, title), _surname(reading, title.source)
        alike = [(len(said & _content(reading, a)), a) for a in below]
        most = max((shared for shared, _ in alike), default=0)
        best = [a for shared, a in alike if shared == most]
        if person and most >= _HEADLINE and all(_speaks_for(reading, a.source, person) for a in best):
            reason = "The headline gives the words to a person, the body to somebody who speaks for that person."
            spans = (title.source[0], best[0].source[0])
            yield _finding(reading, "speaker_source", "Whom the headline credits", spans, reason)
    for quoted, nearest in altered(reading):
        reason = "The headline has in quotation marks what the body quotes in another form."
        shown = reading.article.words(quoted)
        yield _finding(reading, "quote", f"“{shown}” in the headline", (quoted, *nearest), reason)


def _surname(reading: Reading, source: Sequence[Span]) -> str:
    """The last word of a source that ends with a name; empty for any other."""
    whole = source[-1]
    named = any(name.span.end == whole.end and whole.contains(name.span) for name in reading.names)
    return stem(reading.article.words(whole).split()[-1].lower()) if named else ""


def _speaks_for(reading: Reading, source: Sequence[Span], person: str) -> bool:
    """The source is an office, campaign, lawyer … of the person: "Orlu’s office", "a spokesman for Orlu"."""
    text = " ".join(reading.article.words(span) for span in source)
    owners = [*re.findall(_OWNER, text), *re.findall(_VOICE_FOR, text)]
    return person in {stem(normal(owner)) for owner in owners}


def _content(reading: Reading, attribution: Attribution) -> set[str]:
    return {stem(w.norm) for span in attribution.content for w in words(reading.article, span, False) if w.is_content}


def _finding(reading: Reading, compared: Property, title: str, spans: tuple[Span, ...], reason: str) -> Finding:
    """The first of the spans in the order of the article is the one side, what else there is the other."""
    first, *rest = sorted(spans, key=_place)
    sides = (_side(reading, (first,), "a"), _side(reading, tuple(rest), "b"))
    return Finding(
        id=finding_id("inside", compared, spans), kind="inside", property=compared, verdict="differ",
        severity="tension", title=title, sides=sides, missing=(), reconciled=None, certainty=0.6, reason=reason,
        origin=None, collation=(), made=MADE,
    )  # fmt: skip


def _place(span: Span) -> tuple[bool, Span]:
    return span.part != "title", span


def _side(reading: Reading, spans: tuple[Span, ...], letter: str) -> Side:
    context = sentences_of(reading, *spans)
    return Side(spans[0].article, spans, context, reading.article.words(spans[0]), letter)


CHECK = Check(MADE, __doc__ or "", _run)

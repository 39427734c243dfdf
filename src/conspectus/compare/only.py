"""Only here: what one article tells, or some do, and what was not found in the others.

Told means: a clause with enough words of its own. Not found means: the whole other article was searched, sentence
by sentence and with the sentences around, for its names, figures and rarer words, and no place has more than a small
part of them; a name that the article never prints, or a second article that tells it, makes the absence surer. An
article that tells it in quite other words may still be taken for silent; one that has a clause which may tell the same,
or much of it in a like phrase, counts the same thing, or prints the saying in any form, never is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from conspectus.compare.check import Check, Evidence
from conspectus.compare.clauses.alike import Alike
from conspectus.compare.phrases.pair import Phrases
from conspectus.compare.placed import Placed, placed
from conspectus.compare.utterances import Utterance
from conspectus.compare.words import content, stem, words
from conspectus.model import Finding, Made, Reading, Side, Span, Statement, finding_id

MADE = Made("compare.only", "2")
_FOUND = 0.22
"""From this share of a statement's weighted words in one place on, it may be told there."""
_FOUND_SURE = 0.27
"""The same, where two articles tell it, or the article never prints two words of its names and figures."""
_SPREAD = 0.5
"""From this share of its words anywhere in an article on, it may be told there in pieces."""
_TOLD = 0.37
"""From this score of the scorer of clauses on, a clause of the other article may tell it."""
_PHRASE = 0.3
"""From this score on, a phrase of the other article may tell a phrase of a clause ..."""
_PART = 0.3
"""... and where the phrase makes up this much of the clause, the clause."""
_SMALL = 12
"""Counts up to a dozen are told of many things."""
_LEAST = 4
"""A statement with fewer words of its own says too little to look for."""


@dataclass(frozen=True, slots=True)
class Searched:
    """An article to look in: its ``places`` (every two sentences in a row, as stems) and all its stems; its names and
    amounts by where they stand, what it counts, and its exact figures."""

    reading: Reading
    places: tuple[frozenset[str], ...]
    stems: frozenset[str]
    names: Placed[Span]
    figures: Placed[Span]
    counted: frozenset[str]
    exact: frozenset[tuple[str, str, Decimal]]


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    if len(evidence.readings) < 2 or not evidence.one_story:
        return ()
    searched = {reading.article.id: _searched(reading) for reading in evidence.readings}
    rare = evidence.rare
    together = {one: alignment.statements for alignment in evidence.alignments for one in alignment.statements}
    statements = {s.id: s for reading in evidence.readings for s in _statements(reading)}
    sayings = _sayings(evidence.utterances)
    near = _near(evidence.closer)
    phrased = _phrased(evidence.phrases)
    found: dict[tuple[str, ...], list[tuple[float, Finding]]] = {}
    done: set[str] = set()
    for name in sorted(statements, key=lambda one: statements[one].span):
        # A headline tells in other words what its article tells again.
        if name in done or (name not in together and statements[name].span.part == "title"):
            continue
        members = [statements[one] for one in together.get(name, (name,)) if one in statements]
        done |= {member.id for member in members}
        printed = {article for member in members for article in _printing(member.span, sayings)}
        told = {a for member in members for a, score in near.get(member.id, {}).items() if score >= _TOLD}
        told |= {article for member in members for article in _in_phrases(member.span, phrased)}
        missing = tuple(a for a in _missing(members, searched, rare) if a not in printed and a not in told)
        if missing:
            found.setdefault(missing, []).append((_weight(members), _finding(members, missing, searched)))
    return tuple(
        finding
        for missing in sorted(found)
        for _, finding in sorted(_once(found[missing]), key=lambda pair: (-pair[0], pair[1].id))
    )


def _statements(reading: Reading) -> Iterator[Statement]:
    """All but those in lines about the article itself ("Updated Sunday at 9 a.m."), which tell nothing of the event."""
    aside = [block.span for block in reading.article.blocks if block.role in ("update", "byline", "dateline")]
    return (one for one in reading.statements if not any(span.contains(one.span) for span in aside))


def _once(found: Sequence[tuple[float, Finding]]) -> Iterator[tuple[float, Finding]]:
    """Without what lies inside another of them: "who ran it for years" is not told apart from its sentence."""
    for weight, one in found:
        spans = {span for side in one.sides for span in side.spans}
        around = (o for _, o in found if o is not one)
        wider = ({span for side in other.sides for span in side.spans} for other in around)
        if not any(all(any(w != s and w.contains(s) for w in outer) for s in spans) for outer in wider):
            yield weight, one


def _near(pairs: Sequence[Alike]) -> dict[str, dict[str, float]]:
    """For each statement (by id) and other article the best score of a clause there that may tell the same."""
    found: dict[str, dict[str, float]] = {}
    for pair in pairs:
        for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
            best = found.setdefault(one.id, {})
            best[other.span.article] = max(best.get(other.span.article, 0.0), pair.score)
    return found


def _phrased(pairs: Sequence[Phrases]) -> dict[str, list[tuple[Span, str]]]:
    """For each article its phrases that another article has, with the other."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for pair in pairs:
        if pair.score >= _PHRASE:
            for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
                found.setdefault(one.article, []).append((one, other.article))
    return found


def _in_phrases(span: Span, phrased: Mapping[str, Sequence[tuple[Span, str]]]) -> Iterator[str]:
    """The articles that have a phrase which makes up much of ``span``."""
    for own, article in phrased.get(span.article, ()):
        common = min(own.end, span.end) - max(own.start, span.start)
        if own.part == span.part and common >= _PART * len(span):
            yield article


def _searched(reading: Reading) -> Searched:
    stems = [content(reading.article, s.span) for s in reading.sentences]
    pairs = tuple(one | other for one, other in pairwise(stems))
    return Searched(
        reading, pairs or tuple(stems), frozenset().union(*stems),
        placed((name.span, name.span) for name in reading.names),
        placed((amount.span, amount.span) for amount in reading.amounts), _counted(reading),
        frozenset(_exact(reading)),
    )  # fmt: skip


def _telling(own: Searched, span: Span) -> frozenset[str]:
    """Stems of the names and figures inside ``span``."""
    touching = (*own.names.touching(span), *own.figures.touching(span))
    return frozenset().union(*(content(own.reading.article, one) for one in touching if span.contains(one)))


def _sayings(utterances: Sequence[Utterance]) -> dict[str, list[tuple[Span, dict[str, int]]]]:
    """For each article its printings of shared sayings, each with how many characters every article prints of it."""
    found: dict[str, list[tuple[Span, dict[str, int]]]] = {}
    for one in utterances:
        sizes = {a: sum(len(p.fragment.span) for p in own) for a, own in one.by_article().items()}
        for printing in one.printings:
            found.setdefault(printing.fragment.span.article, []).append((printing.fragment.span, sizes))
    return found


def _printing(span: Span, sayings: dict[str, list[tuple[Span, dict[str, int]]]]) -> frozenset[str]:
    """The articles that print a saying which makes up half of ``span``, or half of which stands in it.

    A phrase of it, under half as long, tells the rest to nobody.
    """
    held: set[str] = set()
    for printed, sizes in sayings.get(span.article, ()):
        common = min(span.end, printed.end) - max(span.start, printed.start)
        if span.overlaps(printed) and 2 * common >= min(len(span), len(printed)):
            held.update(article for article, size in sizes.items() if 2 * size >= common)
    return frozenset(held)


def _missing(members: Sequence[Statement], searched: dict[str, Searched], rare: Mapping[str, float]) -> tuple[str, ...]:
    """The articles in which no member is found; empty when the members say too little to tell."""
    told = {member.span.article for member in members}
    sought = []
    for member in members:
        own = searched[member.span.article]
        sought.append((content(own.reading.article, member.span), _telling(own, member.span)))
    if max(len(stems) for stems, _ in sought) < _LEAST:
        return ()
    counted = {of for m in members for of in _counted(searched[m.span.article].reading, m.values)}
    exact = {f for m in members for f in _exact(searched[m.span.article].reading, m.values)}
    names = [_names(searched[m.span.article], m.span) for m in members]
    found = []
    for article, one in sorted(searched.items()):
        if article in told or counted & one.counted or exact & one.exact:
            continue
        unprinted = max(len(telling - one.stems) for _, telling in sought)
        limit = _FOUND_SURE if len(told) > 1 or unprinted >= 2 else _FOUND
        if any(_named_together(named, one) for named in names):
            continue
        if all(_spread(stems, one, rare) < _SPREAD and _share(stems, one, rare) < limit for stems, _ in sought):
            found.append(article)
    return tuple(found)


def _names(own: Searched, span: Span) -> frozenset[str]:
    """The last words of the names in a clause: surnames, places, bodies."""
    runs = (words(own.reading.article, name, False) for name in own.names.touching(span) if span.contains(name))
    return frozenset(stem(run[-1].norm) for run in runs if run)


def _named_together(names: frozenset[str], article: Searched) -> bool:
    """Half of a clause's names, of three or more, stand in one place: who has them side by side may well tell it."""
    return len(names) > 2 and any(len(names & place) >= max(2, len(names) / 2) for place in article.places)


def _counted(reading: Reading, values: Sequence[Span] | None = None) -> frozenset[str]:
    """What the article (or a statement's ``values`` in it) counts: who gives another figure has not left it out."""
    return frozenset([a.of for a in reading.amounts if a.of and (values is None or a.span in values)])


def _exact(reading: Reading, values: Sequence[Span] | None = None) -> set[tuple[str, str, Decimal]]:
    """The exact figures of the article (or of ``values`` in it) that hardly stand there for two things."""
    return {
        (a.kind, a.unit, a.low)
        for a in reading.amounts
        if a.low is not None and a.low == a.high and (values is None or a.span in values)
        if a.kind in ("money", "share", "measure") or (a.kind == "count" and a.low > _SMALL)
    }


def _share(sought: frozenset[str], article: Searched, rare: Mapping[str, float]) -> float:
    """The largest weighted share of the sought words that stands in one place."""
    weights = [(one, rare.get(one, 1.0)) for one in sorted(sought)]
    near = [place for place in article.places if not place.isdisjoint(sought)]
    best = max((sum([weight for one, weight in weights if one in place]) for place in near), default=0.0)
    return round(best / (sum([weight for _, weight in weights]) or 1.0), 2)


def _spread(sought: frozenset[str], article: Searched, rare: Mapping[str, float]) -> float:
    """The weighted share of the sought words that stands anywhere in the article."""
    return round(_heavy(sought & article.stems, rare) / (_heavy(sought, rare) or 1.0), 2)


def _heavy(stems: Iterable[str], rare: Mapping[str, float]) -> float:
    return sum(rare.get(one, 1.0) for one in sorted(stems))


def _weight(members: Sequence[Statement]) -> float:
    """How much a reader would miss it: told by more articles, early, with names and values, in a main clause."""
    best = 0.0
    for member in members:
        early = 1.0 / (1 + member.span.start / 1500)
        solid = 0.3 * min(3, len(member.values)) + 0.1 * min(8, len(member.lemmas))
        best = max(best, early + solid + (0.3 if member.certainty == "stated" else 0.0))
    return round(best + 1.5 * (len(members) - 1), 3)


def _finding(members: Sequence[Statement], missing: tuple[str, ...], searched: dict[str, Searched]) -> Finding:
    spans = [member.span for member in members]
    readings = {article: one.reading for article, one in searched.items()}
    sides = tuple(
        Side(
            m.span.article, (m.span,),
            tuple(s.span for s in readings[m.span.article].sentences if s.span.overlaps(m.span)), None, "a",
        )
        for m in sorted(members, key=lambda one: one.span)
    )  # fmt: skip
    shown = min(members, key=lambda one: (len(one.span), one.span))
    parts = readings[shown.span.article].article.words(shown.span).split()
    title = " ".join([*parts[:14], "…"]) if len(parts) > 15 else " ".join(parts)
    where = "one other article" if len(missing) == 1 else f"{len(missing)} other articles"
    return Finding(
        id=finding_id("only", "told", spans), kind="only", property="told", verdict="only here", severity=None,
        title=title, sides=sides, missing=missing, reconciled=None, certainty=0.7,
        reason=f"Its names, figures and rarer words were not found together in {where}.",
        origin=None, collation=(), made=MADE,
    )  # fmt: skip


CHECK = Check(MADE, __doc__ or "", _run)

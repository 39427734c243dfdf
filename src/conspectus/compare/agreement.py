"""Agreement: clauses of different articles that tell the same.

Two clauses are scored by what they share: rare words, like meanings, names, verb and subject, values, order, place
in the article; how likely they tell one thing is weighed once more with what else their two sentences share. They
agree unless they differ in polarity, in how certain they are, or in a value; those differences belong to other checks.
A saying printed in several articles is an agreement too, that its source said it, and so is one person's office told
alike. Of clauses that tell different things, a phrase may still tell the same ("a retired Marine general"): its words
stand together in both, and a second scorer weighs them. Words that are told a second time are a further place of the
first. On how many origins an agreement rests is counted over all findings at the end.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from conspectus.compare.check import Check, Evidence
from conspectus.compare.clauses.figures import figures
from conspectus.compare.clauses.groups import groups
from conspectus.compare.clauses.held import is_denied, is_left_open, says_no
from conspectus.compare.clauses.narrow import narrowed
from conspectus.compare.clauses.roles import roles
from conspectus.compare.context import sentences_of
from conspectus.compare.phrases.told import told
from conspectus.compare.values.amounts import compare_amounts
from conspectus.compare.values.times import compare_times
from conspectus.compare.words import stem, words
from conspectus.model import Amount, Finding, Made, Reading, Side, Span, Statement, Time, finding_id

MADE = Made("compare.agreement", "9")
_ENOUGH, _ENOUGH_OF_PHRASES = 0.5, 0.5
"""From this likelihood on, two clauses, or two phrases, perhaps tell the same; ``present`` sets apart what is sure."""
_DENIED, _OPEN = "Denied: ", "Left open: "
"""Before a title whose words stand behind "denied that", or "cannot say that"."""
_MARKS = str.maketrans("", "", '“”"')
_FITTING = frozenset({"equal", "compatible"})
_NONE = frozenset({"no", "nothing", "nobody", "none", "never", "neither"})
_FAR = Decimal("1.25")
"""A figure that many times a bound is not told alike: "at least 23" and "38"."""
_REALITY = frozenset({"stated", "hedged"})


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    from conspectus.compare.clauses.lexicon import lexicon
    from conspectus.compare.telling.numbers import around
    from conspectus.compare.telling.weigh import ENOUGH, weighed

    lexical = lexicon()
    readings = {reading.article.id: reading for reading in evidence.readings}
    known = around(evidence.closer, evidence.phrases, readings, lexical)
    fits = partial(_fit, readings)
    weights = weighed(
        [pair for pair in evidence.closer if pair.score >= ENOUGH and same(pair.one, pair.other, readings)],
        [pair for pair in evidence.phrases if pair.score >= ENOUGH and fits(pair.one, pair.other)],
        known,
    )
    found = []
    for members, score in groups(weights.clauses, _ENOUGH, _ENOUGH):
        agreeing = _agreeing(members, readings)
        if len(agreeing) > 1:
            spans = narrowed([member.span for member in agreeing], readings, lexical)
            found.append(_finding(spans, score, "tell it in like words", readings))
    shown = [side.spans[0] for finding in found for side in finding.sides]
    for spans, score in figures(evidence.readings, lexical):
        if not _within(spans, shown):
            found.append(_finding(spans, score, "give the figure alike", readings))
    for spans, score in roles(evidence.entities, readings, lexical):
        found.append(_finding(spans, score, "give the person a like office or role", readings))
    pieces = [pair for pair in weights.phrases if pair.score >= _ENOUGH_OF_PHRASES]
    held = [_held([side.spans[0] for side in f.sides], readings) for f in found]
    for spans, score in told(pieces, [[side.spans[0] for side in f.sides] for f in found], fits):
        own = _held(spans, readings)
        home = next((n for n, known in enumerate(held) if _repeats(own, known)), None)
        if home is None:
            found.append(_finding(spans, score, "tell this in like words", readings))
            held.append(own)
        else:
            found[home] = _with(found[home], spans, readings)
    return tuple(found)


def _held(spans: Sequence[Span], readings: dict[str, Reading]) -> dict[str, frozenset[str]]:
    """The stems that are shown of each article."""
    return {span.article: _stems(span, readings[span.article]) for span in spans}


def _repeats(own: Mapping[str, frozenset[str]], known: Mapping[str, frozenset[str]]) -> bool:
    """What is known holds, article by article, all these words: they are the same told a second time."""
    return own.keys() <= known.keys() and all(stems <= known[article] for article, stems in own.items())


def _with(shown: Finding, spans: Sequence[Span], readings: dict[str, Reading]) -> Finding:
    """The finding with further places of its words; what lies in a place that is shown is none."""
    sides = []
    for side in shown.sides:
        fresh = [s for s in spans if s.article == side.article and not any(s.overlaps(own) for own in side.spans)]
        context = dict.fromkeys(
            (*side.context, *(s for one in fresh for s in sentences_of(readings[side.article], one)))
        )
        sides.append(replace(side, spans=(*side.spans, *fresh), context=tuple(context)))
    name = finding_id("agreement", "told", [span for side in sides for span in side.spans])
    return replace(shown, id=name, sides=tuple(sides))


def _stems(span: Span, reading: Reading) -> frozenset[str]:
    return frozenset(stem(word.norm) for word in words(reading.article, span, False) if word.is_content)


def _fit(readings: dict[str, Reading], one: Span, other: Span) -> bool:
    """No amount in one phrase stands against the other; where both tell an act, nothing in its clauses does."""
    left, right = readings[one.article], readings[other.article]
    if not _amounts_fit(_told_in(one, left), _told_in(other, right)):
        return False
    acts = [
        [s for s in reading.statements if span.contains(s.predicate)] for span, reading in ((one, left), (other, right))
    ]
    return all(same(a, b, readings) for a in acts[0] for b in acts[1])


def _told_in(span: Span, reading: Reading) -> list[Amount]:
    return [amount for amount in reading.amounts if amount.span.overlaps(span)]


def _within(spans: Sequence[Span], shown: Sequence[Span]) -> bool:
    """All lie in clauses that agree already."""
    return all(any(one.contains(span) for one in shown) for span in spans)


def _agreeing(members: Sequence[Statement], readings: dict[str, Reading]) -> list[Statement]:
    """The largest set of members that say the same; a tie goes to the one that stands first."""
    best: list[Statement] = []
    for first in members:
        alike = [other for other in members if other is first or same(first, other, readings)]
        if len(alike) > len(best):
            best = alike
    return best


def same(one: Statement, other: Statement, readings: Mapping[str, Reading]) -> bool:
    """Nothing speaks against two clauses telling the same: polarity, certainty or a value. ``readings`` by article."""
    if (one.certainty in _REALITY) != (other.certainty in _REALITY):
        return False
    left, right = readings[one.span.article], readings[other.span.article]
    if says_no(one, left) != says_no(other, right):
        return False
    if is_left_open(one.span, left) != is_left_open(other.span, right):
        return False
    if _nothing(one, left) != _nothing(other, right):
        return False
    return _amounts_fit(_amounts(one, left), _amounts(other, right)) and _times_fit(
        _times(one, left), _times(other, right)
    )


def _nothing(statement: Statement, reading: Reading) -> bool:
    """ "Showed no remorse": right behind the predicate a word that leaves nothing of it."""
    run = words(reading.article, statement.span, False)
    behind = [word.norm for word in run if word.span.start >= statement.predicate.end]
    return bool(_NONE & set(behind[:1]))


def _amounts(statement: Statement, reading: Reading) -> list[Amount]:
    return [amount for amount in reading.amounts if amount.span in statement.values] if statement.values else []


def _times(statement: Statement, reading: Reading) -> list[Time]:
    if not statement.values:
        return []
    dated = [t for t in reading.times if t.span in statement.values and t.type in ("DATE", "DURATION")]
    return [time for time in dated if "_REF" not in time.value]


def _amounts_fit(one: Sequence[Amount], other: Sequence[Amount]) -> bool:
    """Of the amounts of one sort of thing, one has to fit one of the other side."""
    for sort in {_sort(a) for a in one} & {_sort(a) for a in other}:
        left, right = ([a for a in side if _sort(a) == sort] for side in (one, other))
        if not any(compare_amounts(a, b).verdict in _FITTING and not _far(a, b) for a in left for b in right):
            return False
    return True


def _far(one: Amount, other: Amount) -> bool:
    """Both fit as one is a bound, or both are, and the figures lie apart."""
    figures = [end for a in (one, other) for end in (a.low, a.high) if end is not None and end > 0]
    bound = None in (one.low, one.high, other.low, other.high)
    return bound and max(figures, default=Decimal(1)) > _FAR * min(figures, default=Decimal(1))


def _sort(amount: Amount) -> tuple[str, str, str]:
    return amount.kind, amount.unit, stem(amount.of or "")


def _times_fit(one: Sequence[Time], other: Sequence[Time]) -> bool:
    """The same for dates, and for lengths of time; what nobody can tell fits where it is told alike."""
    for kind in {t.type for t in one} & {t.type for t in other}:
        left, right = ([t for t in side if t.type == kind] for side in (one, other))
        if not any(a.value == b.value or compare_times(a, b).verdict in _FITTING for a in left for b in right):
            return False
    return True


def _finding(spans: Sequence[Span], score: float, does: str, readings: dict[str, Reading]) -> Finding:
    printed = {span: readings[span.article].article.words(span) for span in spans}
    # A single word ("Twelve") says nothing without the others.
    shortest = min(spans, key=lambda span: (" " not in printed[span], span.part == "title", len(span), span))
    articles = {span.article for span in spans}
    held = readings[shortest.article]
    before = _DENIED if is_denied(shortest, held) else _OPEN if is_left_open(shortest, held) else ""
    return Finding(
        id=finding_id("agreement", "told", spans), kind="agreement", property="told", verdict="agree", severity=None,
        title=before + _title(printed[shortest]),
        sides=tuple(_side(span, readings[span.article]) for span in sorted(spans)),
        missing=tuple(sorted(set(readings) - articles)), reconciled=None, certainty=round(score, 2),
        reason=f"{_count(len(articles))} articles {does}.",
        origin=None, collation=(), made=MADE,
    )  # fmt: skip


def _count(number: int) -> str:
    return {2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six"}.get(number, str(number))


def _title(words: str) -> str:
    """The clause as printed, cut to a line; a mark whose partner lies outside it is left out."""
    if words.count("“") != words.count("”") or words.count('"') % 2:
        words = words.translate(_MARKS)
    parts = words.split()
    return " ".join([*parts[:14], "…"]) if len(parts) > 15 else " ".join(parts)


def _side(span: Span, reading: Reading) -> Side:
    context = sentences_of(reading, span)
    return Side(span.article, (span,), context, None, "a")


CHECK = Check(MADE, __doc__ or "", _run)

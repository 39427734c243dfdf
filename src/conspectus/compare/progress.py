"""How far a thing is: what one article tells as planned, expected or asked for, and another as done.

Set side by side are clauses that tell one act of one person or body ("will meet", "is expected to file", "should be
discharged" and "met", "has filed", "was discharged") with one thing or person that takes part in both, or that are
likely to tell the same. So are two steps towards one thing: "is considering an order" and "is preparing an order".
Where the article that is further came out on a later day, it is an update and a detail; else it is a tension.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conspectus.compare.acts import act_of, subject_of
from conspectus.compare.check import Check, Evidence
from conspectus.compare.context import sentences_of
from conspectus.compare.values.times import compare_times
from conspectus.compare.whom import Whom
from conspectus.compare.words import Word, stem, word_set, words
from conspectus.model import Finding, Made, Reading, Severity, Side, Span, Statement, finding_id

MADE = Made("compare.progress", "1")
_ALIKE = 0.4
"""From this score on, clauses of one act and subject tell the same though nothing else takes part in both."""
_BACK = 5
"""So many words before the predicate tell how far its act is."""
_ROOM = 120
"""Characters shown of an article."""
_AHEAD = word_set("will shall should must may might")
_PLANS = word_set(
    """plan plans planned planning intend intends intended expected expects scheduled set due poised preparing prepares
    vowed vows promised promises pledged slated likely ready about going"""
)
_PARTS = word_set("considering weighing mulling planning preparing")
"""Words before an "-ing" that make it a plan."""
_OPEN = word_set(
    """if unless whether until before when after would could can not never no without declined refused failed decided
    considered"""
)
"""Words that leave open whether or when it happens."""
_LIGHT = word_set(
    """be is are was were been being have has had do does did done get got go went make made take took come came say
    said tell told see saw know knew use used call called want wanted add added"""
)
_IRREGULAR = word_set(
    """met gave given held sent wrote written won lost left began begun brought built bought chose chosen fell found
    kept led paid ran rose sold set shot struck spoke spoken stood threw withdrew withdrawn overturned cut swore sworn
    sought spent drew drawn shut broke broken"""
)
_STEPS = (
    word_set("consider weigh mull contemplate explore"),
    word_set("plan prepare intend draft"),
    word_set("announce order sign approve launch introduce adopt enact unveil issue"),
)
_STEP = {stem(word): step for step, listed in enumerate(_STEPS) for word in listed}
_PLANNED, _DONE = 0, 1


@dataclass(frozen=True, slots=True)
class Act:
    """What a clause tells: ``far`` is how far the act is, None where nothing shows it; ``step`` what the act is itself.

    ``things`` are the noun phrases behind the predicate that are no time.
    """

    statement: Statement
    reading: Reading
    act: str
    far: int | None
    step: int | None
    subject: Span
    things: tuple[Span, ...]


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    if len(evidence.readings) < 2:
        return ()
    ordered = sorted(evidence.readings, key=lambda r: r.article.id)
    whom = Whom(evidence.entities, ordered)
    alike = {frozenset((pair.one.id, pair.other.id)) for pair in evidence.alike if pair.score >= _ALIKE}
    # The body says more than the headline, so its clauses come first.
    acts = sorted((a for r in ordered for a in _acts(r)), key=lambda a: a.statement.span.part == "title")
    found, used = [], set[str]()
    for act in acts:
        further: dict[str, Act] = {}
        for other in acts:
            if other.reading is not act.reading and _is_further(act, other, whom, alike):
                further.setdefault(other.reading.article.id, other)
        ids = {one.statement.id for one in further.values()}
        if ids and not ids & used:
            used |= ids
            found.append(_finding(act, list(further.values()), ordered))
    return tuple(found)


def _acts(reading: Reading) -> Iterator[Act]:
    for one in reading.statements:
        subject, word = subject_of(one), reading.article.words(one.predicate).lower()
        ahead = _ahead(one, reading) if subject and word in _PLANS and one.polarity == "affirmed" else None
        if subject and ahead:
            behind = [phrase.core for phrase in reading.phrases if one.span.contains(phrase.core)]
            things = tuple(part for part in behind if part.start >= ahead.span.end)
            yield Act(one, reading, stem(ahead.norm), _PLANNED, None, subject, things)
        elif subject and one.polarity == "affirmed" and word not in _LIGHT:
            act = act_of(one, reading)
            behind = [part for part in one.participants if part.start >= one.predicate.end]
            things = tuple(part for part in behind if not any(t.span.overlaps(part) for t in reading.times))
            yield Act(one, reading, act, _far(one, reading), _STEP.get(act), subject, things)


def _ahead(one: Statement, reading: Reading) -> Word | None:
    """The verb of "is expected to …": the word behind "to", where nothing before leaves it open."""
    run = words(reading.article, one.span, False)
    at = next((n for n, word in enumerate(run) if word.span.overlaps(one.predicate)), len(run))
    if len(run) < at + 3 or run[at + 1].norm != "to" or _OPEN & set(_plain(run[max(0, at - _BACK) : at])):
        return None
    verb = run[at + 3] if run[at + 2].norm == "be" and len(run) > at + 3 else run[at + 2]
    return None if verb.norm in _LIGHT else verb


def _far(one: Statement, reading: Reading) -> int | None:
    """By the words before the predicate and its own form."""
    sentence = sentences_of(reading, one.predicate)[:1]
    if not sentence or "?" in reading.article.words(sentence[0]):
        return None
    run = words(reading.article, sentence[0], False)
    at = next((n for n, word in enumerate(run) if word.span.overlaps(one.predicate)), 0)
    before = _plain(run[max(0, at - _BACK) : at])[-_BACK:]
    if _OPEN & set(before):
        return None
    infinitive = "to" in before[-2:]
    if _AHEAD & set(before[-3:]) or (infinitive and _PLANS & set(before)):
        return _PLANNED
    norm = run[at].norm
    if norm.endswith("ing") and _PARTS & set(before[-2:]):
        return _PLANNED
    headline = one.span.part == "title" and norm.endswith("s") and not norm.endswith("ss")
    past = norm.endswith("ed") or norm in _IRREGULAR or headline
    return _DONE if past and not infinitive and before[-1:] not in (["be"], ["being"]) else None


def _plain(run: Sequence[Word]) -> list[str]:
    return " ".join(word.norm for word in run).split()


def _is_further(one: Act, other: Act, whom: Whom, alike: set[frozenset[str]]) -> bool:
    """``other`` tells the same, and further on."""
    if (one.far, other.far) == (_PLANNED, _DONE) and one.act == other.act:
        same = frozenset((one.statement.id, other.statement.id)) in alike and whom.same(one.subject, other.subject)
        return (same or _in_both(one, other, whom) > 1) and not _exclude(one, other)
    if one.step is None or other.step is None or one.step >= other.step or other.far == _PLANNED:
        return False
    if one.far is not None and one.far == other.far == _DONE and one.step == 1:
        return False
    return whom.same(one.subject, other.subject) and bool(_objects(one) & _objects(other))


def _in_both(one: Act, other: Act, whom: Whom) -> int:
    """How many of those who take part in the one take part in the other; none where its subject does not."""
    left = [other.subject, *other.things]
    if not any(whom.same(one.subject, part) for part in left):
        return 0
    shared = 0
    for mine in (one.subject, *one.things):
        theirs = next((part for part in left if whom.same(mine, part)), None)
        if theirs:
            left.remove(theirs)
            shared += 1
    return shared


def _objects(act: Act) -> frozenset[str]:
    """The stem of the last word of the first thing behind the predicate."""
    runs = [words(act.reading.article, part, False) for part in act.things[:1]]
    return frozenset(stem(run[-1].norm) for run in runs if run and run[-1].is_content)


def _exclude(one: Act, other: Act) -> bool:
    """A time of the one cannot be a time of the other."""
    own, theirs = ([t for t in a.reading.times if t.span in a.statement.values] for a in (one, other))
    verdicts = {compare_times(a, b).verdict for a in own for b in theirs if a.type == b.type}
    return "different" in verdicts and not verdicts & {"equal", "compatible"}


def _finding(act: Act, further: Sequence[Act], readings: Sequence[Reading]) -> Finding:
    sides = [_side(act, "a"), *(_side(one, "b") for one in further)]
    later = all(_day(one) > _day(act) > "" for one in further)
    severity: Severity = "granularity" if later else "tension"
    told = {side.article for side in sides}
    title = " ".join(act.reading.article.words(sides[0].spans[0]).split()[:12])
    reason = "One article tells as planned, expected or asked for what another tells as done or further on"
    return Finding(
        id=finding_id("discrepancy", "status", [span for side in sides for span in side.spans]),
        kind="discrepancy", property="status", verdict="differ", severity=severity, title=f"How far: {title}",
        sides=tuple(sorted(sides, key=lambda side: side.article)),
        missing=tuple(one.article.id for one in readings if one.article.id not in told),
        reconciled=None, certainty=0.6, reason=f"{reason}, on a later day." if later else f"{reason}.",
        origin=None, collation=(), made=MADE,
    )  # fmt: skip


def _side(act: Act, letter: str) -> Side:
    whole = act.statement.span
    span = Span(whole.article, whole.part, whole.start, min(whole.end, whole.start + _ROOM))
    if not span.contains(act.statement.predicate):
        first = act.statement.predicate.start
        span = Span(whole.article, whole.part, first, min(whole.end, first + _ROOM))
    return Side(span.article, (span,), sentences_of(act.reading, span), None, letter)


def _day(act: Act) -> str:
    return (act.reading.article.published.value or "")[:10]


CHECK = Check(MADE, __doc__ or "", _run)

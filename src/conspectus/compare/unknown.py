"""What one article calls unknown and another tells.

Read are clauses behind words of not knowing ("it is unclear who …", "did not say whether …", "has yet to …"). Another
article answers where it tells the same act of the same people or things, as a fact or a plan, with what was asked for:
with whom or what for "who" and "what", with a time for "when", with a figure for "how many". It is a tension; where the
article that tells it came out on a later day, it may simply know more, and that is a detail.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conspectus.compare.acts import act_of, akin, subject_of
from conspectus.compare.check import Check, Evidence
from conspectus.compare.context import sentences_of
from conspectus.compare.whom import Whom
from conspectus.compare.words import Word, stem, word_set, words
from conspectus.model import Finding, Made, Reading, Severity, Side, Span, Statement, finding_id

MADE = Made("compare.unknown", "1")
_NOT = r"(?:\bnot|n['’]t)"
_CUE = (
    rf"(?i)\bun(?:clear|certain|known)\b|{_NOT} (?:\w+ )?(?:clear|known|certain)\b|\bremains? to be seen\b"
    rf"|\b(?:did|does|do|would|has|have|had) ?{_NOT} (?:immediately |yet )?(?:say|said|specify|specified|disclosed?)\b"
    r"|\b(?:declined|refused) to (?:say|specify|disclose)\b|\bno (?:immediate |further )?(?:word|details)\b"
    r"|\bwithout (?:saying|specifying)\b"
)
_YET = r"(?i)\b(?:has|have|had) yet to\b"
_OTHERWISE = r"(?i)\b(?:if|whether|unless|earlier|previously|formerly|once|ago|last (?:year|month))\b|\?"
"""Told under a condition, asked, or of another time. None is compiled before it is needed."""
_ASKS = word_set("who whom what which whether if when where how")
_MEASURES = word_set("many much long old large")
_ENDS = word_set("but because although though since as while and or after before unless until")
_LIGHT = word_set("be is are was were been being have has had do does did done get go make take come say said tell")
_STOPS = ",;:.–—"
_LIFTED = 3
"""Words behind "has yet to" within which the act stands ("make an endorsement")."""
_ROOM = 120
"""Characters shown of an article."""
_BEHIND = 9
"""Words behind the question within which its act stands."""


@dataclass(frozen=True, slots=True)
class Question:
    """What an article does not know: ``asks`` is the question word, ``act`` the stem of the verb, ``shown`` the words.

    ``before`` and ``behind`` are what stands before and behind the verb in the clause.
    """

    reading: Reading
    asks: str
    act: str
    before: Span | None
    behind: frozenset[str]
    shown: Span


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    if len(evidence.readings) < 2:
        return ()
    ordered = sorted(evidence.readings, key=lambda r: r.article.id)
    whom = Whom(evidence.entities, ordered)
    found: dict[Span, Finding] = {}
    for reading in ordered:
        for question in _questions(reading):
            others = [(other, _answer(question, other, whom)) for other in ordered if other is not reading]
            answers = [(other, answer) for other, answer in others if answer]
            if answers and not any(question.shown.overlaps(shown) for shown in found):
                found[question.shown] = _finding(question, answers, ordered)
    return tuple(found.values())


def _questions(reading: Reading) -> Iterator[Question]:
    for sentence in reading.sentences:
        text = reading.article.words(sentence.span)
        for cue in re.finditer(_CUE, text):
            yield from _asked(reading, sentence.span, cue)
        for cue in re.finditer(_YET, text):
            yield from _yet(reading, sentence.span, cue)


def _asked(reading: Reading, sentence: Span, cue: re.Match[str]) -> Iterator[Question]:
    """The acts behind the question word that follows the cue."""
    run = words(reading.article, _part(sentence, cue.end(), len(sentence)), False)
    for at, word in enumerate(run[:3]):
        if word.norm in _ASKS:
            asks = f"how {run[at + 1].norm}" if word.norm == "how" and at + 1 < len(run) else word.norm
            clause = run[at + 1 : at + 1 + _BEHIND]
            yield from _acts(reading, asks, clause, sentence.start + cue.start())
            return


def _yet(reading: Reading, sentence: Span, cue: re.Match[str]) -> Iterator[Question]:
    """ "X has yet to …": the subject stands before, the act behind."""
    before = words(reading.article, _part(sentence, 0, cue.start()), False)
    behind = words(reading.article, _part(sentence, cue.end(), len(sentence)), False)
    if before and behind:
        start = max(before[-4:][0].span.start, sentence.start)
        subject = Span(sentence.article, sentence.part, start, before[-1].span.end)
        clause = _clause(behind[:_BEHIND])
        end = clause[-1].span.end - (clause[-1].shown[-1] in _STOPS)
        shown = _cut(Span(sentence.article, sentence.part, start, end))
        act = next((n for n, word in enumerate(behind[:_LIFTED]) if word.is_content and word.norm not in _LIGHT), None)
        if act is not None:
            rest = _stems(clause[act + 1 :])
            yield Question(reading, "yet", stem(behind[act].norm), subject, rest, shown)


def _acts(reading: Reading, asks: str, clause: Sequence[Word], start: int) -> Iterator[Question]:
    for at, word in enumerate(clause):
        if word.norm in _ENDS:
            return
        if word.is_content and word.norm not in _LIGHT:
            before = Span(word.span.article, word.span.part, clause[0].span.start, word.span.start) if at else None
            shown = Span(word.span.article, word.span.part, start, max(word.span.end, start + 1))
            yield Question(reading, asks, stem(word.norm), before, _stems(clause[at + 1 :]), shown)


def _clause(run: Sequence[Word]) -> Sequence[Word]:
    """The words up to the first comma or full stop."""
    end = next((at for at, word in enumerate(run) if word.shown[-1] in _STOPS), len(run) - 1)
    return run[: end + 1]


def _stems(run: Sequence[Word]) -> frozenset[str]:
    return frozenset(stem(word.norm) for word in run if word.is_content)


def _part(span: Span, start: int, end: int) -> Span:
    return Span(span.article, span.part, span.start + start, span.start + end)


def _answer(question: Question, other: Reading, whom: Whom) -> Statement | None:
    """The first statement that tells the act with what was asked for; the body says more than the headline."""
    for one in sorted(other.statements, key=lambda s: s.span.part == "title"):
        if akin(act_of(one, other), question.act) and _tells(one, other) and _fits(question, one, other, whom):
            return one
    return None


def _tells(one: Statement, reading: Reading) -> bool:
    """As a fact or a plan, and not behind words of not knowing itself."""
    if one.polarity == "negated" or one.certainty not in ("stated", "planned"):
        return False
    around = " ".join(reading.article.words(span) for span in sentences_of(reading, one.predicate))
    return not any(re.search(form, around) for form in (_CUE, _YET, _OTHERWISE))


def _fits(question: Question, one: Statement, reading: Reading, whom: Whom) -> bool:
    subject = subject_of(one)
    objects = [part for part in one.participants if part.start > one.predicate.start]
    same = bool(subject and question.before and whom.same(question.before, subject))
    if question.asks == "when":
        return same and any(t.span in one.values and t.type in ("DATE", "TIME") for t in reading.times)
    if question.asks.startswith("how"):
        asked = question.asks.split()[-1] in _MEASURES
        return same and asked and any(a.span in one.values for a in reading.amounts)
    if question.asks in ("who", "whom", "what", "which") and question.before:
        return same and bool(objects)
    told = frozenset[str]().union(*(_stems(words(reading.article, part, False)) for part in objects))
    if question.asks == "yet":
        return same and one.certainty == "stated" and bool(objects)
    return bool(question.behind & told) and (same or question.before is None)


def _finding(question: Question, answers: Sequence[tuple[Reading, Statement]], readings: list[Reading]) -> Finding:
    own = question.reading
    sides = [_side(question.shown, own, "a"), *(_side(_cut(answer.span), other, "b") for other, answer in answers)]
    later = all(_day(other) > _day(own) > "" for other, _ in answers)
    severity: Severity = "granularity" if later else "tension"
    tells = "another, of a later day, tells it, and may know more" if later else "another tells it"
    told = {side.article for side in sides}
    return Finding(
        id=finding_id("discrepancy", "status", [span for side in sides for span in side.spans]),
        kind="discrepancy", property="status", verdict="differ", severity=severity,
        title=f"Not known, or told: {own.article.words(question.shown)}",
        sides=tuple(sorted(sides, key=lambda side: side.article)),
        missing=tuple(one.article.id for one in readings if one.article.id not in told),
        reconciled=None, certainty=0.7, reason=f"One article says that this is not known, {tells}.",
        origin=None, collation=(), made=MADE,
    )  # fmt: skip


def _side(span: Span, reading: Reading, letter: str) -> Side:
    return Side(span.article, (span,), sentences_of(reading, span), None, letter)


def _cut(span: Span) -> Span:
    return Span(span.article, span.part, span.start, min(span.end, span.start + _ROOM))


def _day(reading: Reading) -> str:
    return (reading.article.published.value or "")[:10]


CHECK = Check(MADE, __doc__ or "", _run)

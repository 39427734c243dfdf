"""Decisions on the next run: they hold where the spans are the same, and what holds nowhere is noted."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from conspectus.model import Comparison, Correction, Decision, Finding, Note, Reading, Rest, Span, Speaker, story_id

_SLACK = 4
"""Characters of a source beside the name in it that leave the source that name ("Ms Varga")."""
_SAID = {"accept": "accepted", "reject": "rejected", "could not tell": "could not tell of", None: "noted on"}
_LISTED = 3
"""So many decisions that meet nothing are named in a note; the others are counted."""


def standing(decisions: Iterable[Decision], finding: str) -> tuple[Decision, ...]:
    """What stands about a finding: each person's latest line on it that is no correction, unless it takes back."""
    last: dict[str | None, Decision] = {}
    for one in in_time(one for one in decisions if one.finding == finding and one.correction is None):
        last.pop(one.who, None)
        last[one.who] = one
    return tuple(one for one in last.values() if one.judgement or one.note)


def right(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The corrections that stand: at each place the latest of whatever person, unless it is withdrawn."""
    last: dict[tuple[str, tuple[Span, ...]], Decision] = {}
    for one in in_time(one for one in decisions if one.correction):
        if one.correction:
            place = one.correction.what, one.correction.spans
            last.pop(place, None)
            last[place] = one
    return tuple(one for one in last.values() if one.correction and not one.correction.withdrawn)


def corrections(decisions: Iterable[Decision]) -> tuple[Correction, ...]:
    """What the corrections that stand put right."""
    return tuple(one.correction for one in right(decisions) if one.correction)


def in_time(decisions: Iterable[Decision]) -> list[Decision]:
    """By when they were made, which is not the order of a file that a page's review was taken into."""
    return sorted(decisions, key=lambda one: (one.when[:19], one.when[19:].strip(".Z").ljust(9, "0")))


def corrected(readings: Sequence[Reading], decisions: Sequence[Decision]) -> tuple[Reading, ...]:
    """The readings with the speakers that people put right; all else in them is as it was read.

    A source that is a name, and of which a person said whom that name names, is taken for that name.
    """
    stand = right(decisions)
    speakers = {one.correction.spans: one for one in stand if one.correction and one.correction.what == "speaker"}
    named = {
        span: one
        for one in stand
        if one.correction and one.correction.what == "entity"
        for span in one.correction.spans
    }
    if not speakers and not named:
        return tuple(readings)
    return tuple(
        replace(reading, speakers=tuple(_speaker(reading, one, speakers, named) for one in reading.speakers))
        for reading in readings
    )


def _speaker(
    reading: Reading,
    speaker: Speaker,
    speakers: dict[tuple[Span, ...], Decision],
    named: dict[Span, Decision],
) -> Speaker:
    decision = speakers.get(speaker.source)
    if decision and decision.correction and _printed(reading, decision.correction.names):
        put = decision.correction
        return replace(speaker, kind=put.kind, names=put.names, why=f"corrected by {by(decision)}")
    for span, one in named.items():
        is_name = any(source.contains(span) and len(source) <= len(span) + _SLACK for source in speaker.source)
        if is_name and span not in speaker.names:
            return replace(speaker, names=(span,), why=f"corrected by {by(one)}")
    return speaker


def _printed(reading: Reading, names: Sequence[Span]) -> bool:
    """The names lie in this very article."""
    return all(n.article == reading.article.id and n.end <= len(reading.article.part(n.part)) for n in names)


def by(decision: Decision) -> str:
    """Who decided and on what day: "A. Editor, 2031-03-12"."""
    return f"{decision.who or 'somebody who gave no name'}, {decision.when[:10]}"


def decided(comparison: Comparison, decisions: Sequence[Decision]) -> Comparison:
    """The comparison with what people decided about its articles; origins as they put them right.

    A decision belongs here where its finding is made or its words stand, among whatever other articles it was made;
    also where it is about an article of these, though its finding is gone: that is kept and noted. Others are left
    out and counted.
    """
    own = tuple(one for one in decisions if bears(one, comparison))
    findings = comparison.findings
    for one in right(own):
        if one.correction and one.correction.what == "origin":
            findings = tuple(_with_origin(finding, one.correction) for finding in findings)
    notes = (*comparison.notes, *_notes(comparison, own, len(decisions) - len(own)))
    return replace(comparison, findings=findings, decisions=own, notes=notes)


def bears(decision: Decision, comparison: Comparison) -> bool:
    """Whether the decision is about these articles, or one of them."""
    here = {article.id for article in comparison.articles}
    if decision.correction:
        return any(span.article in here for span in decision.correction.spans)
    return (
        decision.story == story_id(here)
        or not here.isdisjoint(decision.articles)
        or any(finding.id == decision.finding for finding in comparison.findings)
    )


def _with_origin(finding: Finding, right: Correction) -> Finding:
    same = {span for side in finding.sides for span in side.spans} == set(right.spans)
    if not same:
        return finding
    articles = tuple(sorted({side.article for side in finding.sides}))
    rests = (Rest(finding.id, right.value, articles),) if finding.rests else ()
    return replace(finding, origin=right.value, rests=rests)


def _notes(comparison: Comparison, own: Sequence[Decision], others: int) -> Iterable[Note]:
    ids = {finding.id for finding in comparison.findings}
    gone = {one.finding: None for one in own if one.correction is None and one.finding not in ids}
    lost = [one for finding in gone for one in standing(own, finding or "")]
    if lost:
        yield Note(
            "decisions", f"{_count(len(lost))} about findings that are not made here any more, and kept{_named(lost)}."
        )
    idle = sum(1 for one in right(own) if one.correction and not _meets(comparison, one.correction))
    if idle:
        yield Note("decisions", f"{_count(idle, 'correction')} about words that are not read so here, and kept.")
    if others:
        yield Note("decisions", f"{_count(others)} about other articles, and left out.")


def _named(lost: Sequence[Decision]) -> str:
    """What was decided, as far as its line tells: ": rejected “How many died” (A. Editor, 2031-03-12)"."""
    told = [f"{_SAID[one.judgement]} “{one.about.strip('“”')}” ({by(one)})" for one in lost if one.about]
    more = len(lost) - len(told[:_LISTED])
    return (": " + ", ".join([*told[:_LISTED], *([f"{more} more"] if more else [])])) if told else ""


def _meets(comparison: Comparison, put: Correction) -> bool:
    if put.what == "speaker":
        return any(s.source == put.spans and s.names == put.names for r in comparison.readings for s in r.speakers)
    if put.what == "entity":
        entity = {span: one.id for one in comparison.entities for span in one.mentions}
        together = {entity.get(span) for span in (*put.spans, *put.names[:1])}
        return None not in together and len(together) == 1
    return any({span for side in one.sides for span in side.spans} == set(put.spans) for one in comparison.findings)


def _count(number: int, what: str = "decision") -> str:
    return f"{number:,} {what}{' is' if number == 1 else 's are'}"

"""Decisions on the next run: they hold where the spans are the same, and what holds nowhere is noted."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from conspectus.model import (
    Comparison,
    Correction,
    Decision,
    Entity,
    Finding,
    Note,
    Reading,
    Rest,
    Span,
    Speaker,
    story_id,
)


def standing(decisions: Iterable[Decision], finding: str) -> tuple[Decision, ...]:
    """What stands about a finding: each person's last line on it that is no correction, unless it takes back."""
    last: dict[str | None, Decision] = {}
    for one in decisions:
        if one.finding == finding and one.correction is None:
            last.pop(one.who, None)
            last[one.who] = one
    return tuple(one for one in last.values() if one.judgement or one.note)


def corrected(readings: Sequence[Reading], decisions: Sequence[Decision]) -> tuple[Reading, ...]:
    """The readings with the speakers that people put right; all else in them is as it was read."""
    right = {one.correction.spans: one for one in decisions if one.correction and one.correction.what == "speaker"}
    if not right:
        return tuple(readings)
    return tuple(
        replace(reading, speakers=tuple(_speaker(reading, one, right.get(one.source)) for one in reading.speakers))
        for reading in readings
    )


def _speaker(reading: Reading, speaker: Speaker, decision: Decision | None) -> Speaker:
    if decision is None or decision.correction is None or not _printed(reading, decision.correction.names):
        return speaker
    right = decision.correction
    return replace(speaker, kind=right.kind, names=right.names, why=f"corrected by {by(decision)}")


def _printed(reading: Reading, names: Sequence[Span]) -> bool:
    """The names lie in this very article."""
    return all(n.article == reading.article.id and n.end <= len(reading.article.part(n.part)) for n in names)


def by(decision: Decision) -> str:
    """Who decided and on what day: "A. Editor, 2031-03-12"."""
    return f"{decision.who or 'somebody who gave no name'}, {decision.when[:10]}"


def decided(comparison: Comparison, decisions: Sequence[Decision]) -> Comparison:
    """The comparison with what people decided about this story; entities and origins as they put them right.

    Decisions about another set of articles are left out, those that meet nothing here are kept and noted.
    """
    own = tuple(one for one in decisions if one.story == story_id(article.id for article in comparison.articles))
    findings, entities = comparison.findings, comparison.entities
    for one in own:
        if one.correction and one.correction.what == "origin":
            findings = tuple(_with_origin(finding, one.correction) for finding in findings)
        elif one.correction and one.correction.what == "entity":
            entities = _rejoined(comparison, entities, one.correction)
    notes = (*comparison.notes, *_notes(comparison, decisions, own))
    return replace(comparison, findings=findings, entities=entities, decisions=own, notes=notes)


def _with_origin(finding: Finding, right: Correction) -> Finding:
    same = {span for side in finding.sides for span in side.spans} == set(right.spans)
    if not same:
        return finding
    articles = tuple(sorted({side.article for side in finding.sides}))
    rests = (Rest(finding.id, right.value, articles),) if finding.rests else ()
    return replace(finding, origin=right.value, rests=rests)


def _rejoined(comparison: Comparison, entities: Sequence[Entity], right: Correction) -> tuple[Entity, ...]:
    """The mentions taken out of their entity and given to the one that is named, or to one of their own."""
    moved = set(right.spans)
    known = {span for one in entities for span in one.mentions}
    target = next((one for one in entities if set(one.mentions) & set(right.names)), None)
    if not moved <= known or (right.names and target is None):
        return tuple(entities)
    kind = next(one.kind for one in entities if moved & set(one.mentions))
    rest = [_entity(comparison, one, set(one.mentions) - moved) for one in entities if one is not target]
    alone = Entity("", kind, "", (), (), ())
    joined = _entity(comparison, target or alone, set(target.mentions if target else ()) | moved)
    found = [one for one in (*rest, joined) if one is not None]
    return tuple(sorted(found, key=lambda one: one.mentions[0]))


def _entity(comparison: Comparison, entity: Entity, mentions: set[Span]) -> Entity | None:
    """The entity with other mentions; its name is the fullest of them, its id the place of the first."""
    if not mentions or mentions == set(entity.mentions):
        return entity if mentions else None
    texts = {article.id: article for article in comparison.articles}
    spans = tuple(sorted(mentions))
    name = max((texts[span.article].words(span) for span in spans), key=lambda text: (len(text), text))
    first = spans[0]
    return replace(
        entity,
        id=f"{first.article}:{first.part}:{first.start}:{first.end}",
        name=name,
        mentions=spans,
        descriptions=tuple(one for one in entity.descriptions if any(_near(one.span, span) for span in spans)),
        speaks=tuple(span for span in entity.speaks if span in mentions),
    )


def _near(description: Span, mention: Span) -> bool:
    """A description stands right before or behind its mention."""
    same = (description.article, description.part) == (mention.article, mention.part)
    gap = max(mention.start - description.end, description.start - mention.end)
    return same and gap <= 2


def _notes(comparison: Comparison, given: Sequence[Decision], own: Sequence[Decision]) -> Iterable[Note]:
    ids = {finding.id for finding in comparison.findings}
    lost = sum(1 for one in own if one.correction is None and one.finding not in ids)
    if lost:
        yield Note("decisions", f"{_count(lost)} about findings that are not made here any more, and kept.")
    idle = sum(1 for one in own if one.correction is not None and not _meets(comparison, one.correction))
    if idle:
        yield Note("decisions", f"{_count(idle, 'correction')} about words that are not read so here, and kept.")
    if len(given) > len(own):
        yield Note("decisions", f"{_count(len(given) - len(own))} about other articles, and left out.")


def _meets(comparison: Comparison, right: Correction) -> bool:
    if right.what == "speaker":
        return any(s.source == right.spans and s.names == right.names for r in comparison.readings for s in r.speakers)
    if right.what == "entity":
        return set(right.spans) <= {span for one in comparison.entities for span in one.mentions}
    return any(
        {span for side in finding.sides for span in side.spans} == set(right.spans) for finding in comparison.findings
    )


def _count(number: int, what: str = "decision") -> str:
    return f"{number:,} {what}{' is' if number == 1 else 's are'}"

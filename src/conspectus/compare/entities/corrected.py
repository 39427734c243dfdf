"""Entities as people put them right: a name given to another entity, or to one of its own.

Everything that asks for an entity sees it so: who speaks, whom an accusation is against, what the labels stand for.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from conspectus.model import Correction, Entity, EntityKind, Reading, Span, SpeakerKind

Texts = Mapping[str, Reading]
_KINDS: dict[SpeakerKind | None, EntityKind] = {"person": "person", "body": "body", "outlet": "body"}


def put_right(
    entities: Sequence[Entity], corrections: Sequence[Correction], readings: Sequence[Reading]
) -> tuple[Entity, ...]:
    """The entities after the corrections, one by one in their order; those about other words change nothing.

    A name that was read as a source, though as no entity, becomes one.
    """
    texts = {reading.article.id: reading for reading in readings}
    now = list(entities)
    for one in corrections:
        if one.what == "entity" and all(_printed(texts, span) for span in (*one.spans, *one.names)):
            now = _moved(now, one, texts)
    return tuple(sorted(now, key=lambda entity: entity.mentions[0]))


def touched(before: Sequence[Entity], after: Sequence[Entity]) -> Mapping[Span, Entity]:
    """Mention → entity, for all mentions of those entities that corrections changed or made."""
    known = set(before)
    return {span: one for one in after if one not in known for span in one.mentions}


def _printed(texts: Texts, span: Span) -> bool:
    reading = texts.get(span.article)
    return reading is not None and span.start < span.end <= len(reading.article.part(span.part))


def _moved(entities: list[Entity], right: Correction, texts: Texts) -> list[Entity]:
    moved = set(right.spans)
    target = next(
        (one for one in entities if not moved.issuperset(one.mentions) and set(one.mentions) & set(right.names)), None
    )
    if right.names and target is None and moved.issuperset(right.names):
        return entities
    kind: EntityKind = next(_kinds((*right.spans, *right.names), entities, texts), "other")
    begun = target or Entity("", kind, "", (), (), ())
    rest = [_with(one, set(one.mentions) - moved, texts) for one in entities if one is not target]
    return [one for one in (*rest, _with(begun, {*begun.mentions, *moved, *right.names}, texts)) if one is not None]


def _kinds(spans: Sequence[Span], entities: Sequence[Entity], texts: Texts) -> Iterator[EntityKind]:
    """What the names were read as: entities of a kind, or sources of one."""
    for span in spans:
        yield from (one.kind for one in entities if span in one.mentions)
        speakers = texts[span.article].speakers
        yield from (_KINDS.get(speaker.kind, "other") for speaker in speakers if span in speaker.names)


def _with(entity: Entity, mentions: Set[Span], texts: Texts) -> Entity | None:
    """The entity with other mentions; its name is the fullest of them, its id the place of the first."""
    if not mentions or mentions == set(entity.mentions):
        return entity if mentions else None
    spans = tuple(sorted(mentions))
    name = max((texts[span.article].article.words(span) for span in spans), key=lambda text: (len(text), text))
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

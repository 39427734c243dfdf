"""Whom a source stands for, across the articles of a story, and whether two sources may be one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conspectus.compare.saying.vocabulary import PASSING, SPEAKING
from conspectus.compare.sources import Source, relation, source_of
from conspectus.compare.words import stem
from conspectus.model import Attribution, Entity, Reading, Span, SpeakerKind, Voice
from conspectus.text.outlets import same_outlet

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Who:
    """A source of one article. ``entity`` is whom it names among the story's entities, None where nobody is named.

    ``kind`` is the entity's where that is a person or body, else what the article makes of the source.
    """

    reading: Reading
    credited: Attribution | Voice
    kind: SpeakerKind | None
    entity: Entity | None
    source: Source

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words that credit it: source and cue."""
        return tuple(sorted({*self.credited.source, *self.credited.cue}))

    @property
    def speaks(self) -> bool:
        """The cue tells of saying, not only of thinking, wanting or doing."""
        return self._cued(SPEAKING)

    @property
    def passes(self) -> bool:
        """The cue is one by which somebody passes on what another says."""
        return self._cued(PASSING) or (isinstance(self.credited, Voice) and self.credited.relay != "said")

    def _cued(self, listed: frozenset[str]) -> bool:
        printed = " ".join(self.reading.article.words(span) for span in self.credited.cue).lower()
        return any(word in listed or stem(word) in listed for word in _WORD.findall(printed))


class Speaking:
    """The entities of a story by the words that name them; ``who`` finds a source's."""

    def __init__(self, readings: Sequence[Reading], entities: Sequence[Entity]) -> None:
        self._named: Mapping[Span, Entity] = {span: one for one in entities for span in one.mentions}
        self._speakers = {(r.article.id, one.source): one for r in readings for one in r.speakers}
        self._known: dict[tuple[str, Attribution | Voice], Who] = {}

    def who(self, reading: Reading, credited: Attribution | Voice) -> Who:
        """Whom the source of an attribution, or of a level of a chain, stands for; asked again for each like saying."""
        key = (reading.article.id, credited)
        if key not in self._known:
            self._known[key] = self._who(reading, credited)
        return self._known[key]

    def _who(self, reading: Reading, credited: Attribution | Voice) -> Who:
        speaker = self._speakers.get((reading.article.id, credited.source))
        kind = speaker.kind if speaker else None
        found = [self._named[name] for name in speaker.names if name in self._named] if speaker else []
        entity = found[0] if found else None
        if entity and entity.kind == "person" and kind == "body":
            kind = "person"
        return Who(reading, credited, kind, entity, source_of(reading, credited))


def apart(one: Who, other: Who) -> bool:
    """Two sources that are clearly not one: two people, two bodies, two outlets, by names that share no word."""
    if one.entity is None or other.entity is None or one.entity == other.entity:
        return False
    if one.kind != other.kind or relation(one.source, other.source) == "same":
        return False
    left, right = (set(who.entity.name.lower().split()) - {"the", "of"} for who in (one, other) if who.entity)
    mine, theirs = (who.source.keys | who.source.body | who.source.short for who in (one, other))
    return not left & right and not mine & theirs and not same_outlet(one.entity.name, other.entity.name)

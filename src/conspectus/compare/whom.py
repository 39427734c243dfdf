"""Whom a subject names: one person or thing in two articles, also where one of them has a pronoun."""

from collections.abc import Sequence

from conspectus.compare.words import Word, stem, word_set, words
from conspectus.model import Entity, Reading, Span

_PRONOUNS = word_set("he she")


class Whom:
    """The entities of a story by where they are named."""

    def __init__(self, entities: Sequence[Entity], readings: Sequence[Reading]) -> None:
        self._readings = {reading.article.id: reading for reading in readings}
        self._named: dict[str, list[tuple[Span, Entity]]] = {}
        for entity in entities:
            for span in entity.mentions:
                self._named.setdefault(span.article, []).append((span, entity))
        for named in self._named.values():
            named.sort(key=lambda one: one[0])

    def same(self, one: Span, other: Span) -> bool:
        """Both name or stand for one entity; what has no name is the same by its last content word."""
        left, right = self._of(one), self._of(other)
        if left or right:
            return bool(left & right)
        heads = [self._head(span) for span in (one, other)]
        proper = [self._proper(span) for span in (one, other)]
        return heads[0] == heads[1] != "" and not (all(proper) and proper[0].isdisjoint(proper[1]))

    def _of(self, span: Span) -> set[str]:
        """The entities named there; for "he" and "she" the person named last before."""
        named = self._named.get(span.article, [])
        inside = {entity.id for place, entity in named if span.contains(place)}
        if inside or not _PRONOUNS & {word.norm for word in self._words(span)}:
            return inside
        people = [
            e.id for place, e in named if e.kind == "person" and place.part == span.part and place.end <= span.start
        ]
        return set(people[-1:])

    def _head(self, span: Span) -> str:
        content = [stem(word.norm) for word in self._words(span) if word.is_content]
        return content[-1] if content else ""

    def _proper(self, span: Span) -> frozenset[str]:
        """The stems of its words with a capital: "the House committee" is not "the Senate Committee"."""
        return frozenset(stem(w.norm) for w in self._words(span) if w.is_content and w.shown[:1].isupper())

    def _words(self, span: Span) -> tuple[Word, ...]:
        return words(self._readings[span.article].article, span, False)

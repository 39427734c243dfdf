"""Whom and what the articles of a story name."""

from dataclasses import dataclass
from typing import Literal

from conspectus.model.spans import Span

EntityKind = Literal["person", "body", "place", "people", "other"]


@dataclass(frozen=True, slots=True)
class Description:
    """What one article calls somebody beside the name, with the article's time (ISO 8601, None where unknown).

    Titles and roles change: a description holds for the day of its article and no other.
    """

    span: Span
    published: str | None


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body, place or thing that the articles name, across all of them.

    ``name`` is the fullest form as printed. ``mentions`` are all words that name it, ``speaks`` those of a place or
    people that are credited with words ("Beijing said"): there the name speaks for a government or body, which is
    kept apart and never merged with the place. ``id`` is the first mention's place and does not change with the order.
    """

    id: str
    kind: EntityKind
    name: str
    mentions: tuple[Span, ...]
    descriptions: tuple[Description, ...]
    speaks: tuple[Span, ...]

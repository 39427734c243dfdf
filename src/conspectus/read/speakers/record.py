"""What a resolver answers before it becomes a record."""

from dataclasses import dataclass

from conspectus.model import Span, SpeakerKind


@dataclass(frozen=True, slots=True)
class Answer:
    """A kind (None for "cannot tell"), the mentions that name the speaker, and why, in a few plain words."""

    kind: SpeakerKind | None
    names: tuple[Span, ...]
    why: str


CANNOT_TELL = "the article does not say who is meant"

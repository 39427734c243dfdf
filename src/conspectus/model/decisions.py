"""What a person decided about a finding, and what a person put right."""

from dataclasses import dataclass
from typing import Literal

from conspectus.model.readings import SpeakerKind
from conspectus.model.spans import Span

Judgement = Literal["accept", "reject", "could not tell"]
Corrected = Literal["speaker", "entity", "origin"]


@dataclass(frozen=True, slots=True)
class Correction:
    """What is put right, at which words.

    ``speaker``: the source at ``spans`` stands for the person or body that ``names`` (mentions in the same article)
    name, of the given ``kind``; no names and ``kind`` None say that the article does not tell. ``entity``: the
    mentions at ``spans`` name whom ``names`` name; no names: somebody of their own. ``origin``: the words at
    ``spans`` come from ``value``, None for an origin that is not stated. One that is ``withdrawn`` takes back what was
    put right at these words: they are read as they were.
    """

    what: Corrected
    spans: tuple[Span, ...]
    names: tuple[Span, ...] = ()
    kind: SpeakerKind | None = None
    value: str | None = None
    withdrawn: bool = False

    def __post_init__(self) -> None:
        if not self.spans:
            raise ValueError("a correction says at which words it holds")


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of a review: who said what about which finding, when. Lines are added and never changed.

    A line holds all that its person says of its finding at that time, so that person's latest line stands; one with
    neither judgement nor note takes back. ``story`` names the set of articles (``story_id``), ``finding`` is a
    finding's id (a hash of its spans, so it holds only where these are the same) or None for a correction that
    belongs to no finding. ``who`` is as given, None where nobody said; ``when`` is UTC, ISO 8601 with a Z.
    ``about`` is the finding's title and ``articles`` are the ids of those it compares, as they were at that time: they
    tell what was decided where the finding is not made any more. "" and () where that was not kept.
    """

    story: str
    finding: str | None
    judgement: Judgement | None
    note: str
    who: str | None
    when: str
    correction: Correction | None = None
    about: str = ""
    articles: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.finding is None and self.correction is None:
            raise ValueError("a decision is about a finding, or it corrects something")

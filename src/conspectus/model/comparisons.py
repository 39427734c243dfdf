"""What comparing the readings of one story finds."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from conspectus.model.articles import Article, Rejection
from conspectus.model.decisions import Decision
from conspectus.model.entities import Entity
from conspectus.model.origins import NOTHING_TRACED, OriginGraph, Rest
from conspectus.model.readings import Reading, SpeakerKind
from conspectus.model.spans import Made, Note, Span
from conspectus.options import CompareOptions

if TYPE_CHECKING:
    from pandas import DataFrame

Kind = Literal["agreement", "discrepancy", "quote", "only", "label", "allegation", "origin", "inside"]
Verdict = Literal["agree", "differ", "only here", "cannot tell"]
Severity = Literal["conflict", "tension", "granularity"]
Property = Literal[
    "number", "date", "duration", "place", "name_role", "speaker_source", "quote", "status",
    "scope", "action", "told", "called", "accused", "challenged", "came from",
]  # fmt: skip


SURE = 0.8
"""From this certainty on an agreement is sure; what is less is set apart as "Perhaps"."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one article prints about the thing compared.

    ``spans`` are the narrow words that carry it, ``context`` the sentence(s) to read them in.
    ``value`` is the normalised value ("P6D", "12..12 person", ">40.. death"), None where there is none.
    ``reading`` is the letter of the variant (a, b, ...): sides with the same letter say the same.
    ``voice`` are the words that name in whose voice it stands: None for the article's own or where that was not
    looked for, () for somebody's whom the article does not name. ``loaded`` are words that a list of loaded words has.
    """

    article: str
    spans: tuple[Span, ...]
    context: tuple[Span, ...]
    value: str | None
    reading: str
    voice: tuple[Span, ...] | None = None
    loaded: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a word-by-word collation: for each side its words, or None for a gap."""

    kind: Literal["same", "style", "differs"]
    spans: tuple[Span | None, ...]


@dataclass(frozen=True, slots=True)
class Accused:
    """Whom an accusation is against: the words that name them where they are accused, and who that is.

    ``spans`` is empty and ``name`` is "" where nobody is named. ``entity`` is the id of one of the comparison's
    entities, None where the words are no name ("the administration"); ``name`` its fullest name, or the words.
    """

    spans: tuple[Span, ...]
    entity: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found by comparing, with its evidence.

    ``id`` names it for links and decisions and does not change with the order of articles, their
    sigla or component versions. ``property`` is what was compared. ``missing`` lists the articles
    (ids) in which it was looked for and not found. ``reconciled`` says by what means the sides
    fit together, or None. ``certainty`` is 0..1, rounded to two places. ``reason`` is one plain
    sentence. ``origin`` is where the words come from as far as the articles say, None for "not stated".
    ``rests`` tells on which origins the articles of an agreement rest; those whose origin is not stated stand together.
    ``accused`` is whom an accusation is against, None for a finding of another kind.
    """

    id: str
    kind: Kind
    property: Property
    verdict: Verdict
    severity: Severity | None
    title: str
    sides: tuple[Side, ...]
    missing: tuple[str, ...]
    reconciled: str | None
    certainty: float
    reason: str
    origin: str | None
    collation: tuple[Column, ...]
    made: Made
    rests: tuple[Rest, ...] = ()
    accused: Accused | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """Statements (ids) of two or more articles about the same thing, with the score that joined them."""

    statements: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Told:
    """What one article has from one voice.

    ``chains`` are the ids of the reading's chains whose innermost voice it is, ``named`` the mentions by which the
    article names it, ``through`` the sources that its words came through (the outer voices of those chains).
    ``words`` counts the words of the body that this voice is the first to say, ``share`` is their part of the
    body's words (0..1, three places).
    """

    article: str
    chains: tuple[str, ...]
    named: tuple[Span, ...]
    through: tuple[Span, ...]
    words: int
    share: float


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice of the story: who it is and what each article that has it tells from it.

    ``name`` is the fullest name that an article prints; empty for those that stand together because nobody names
    them (``unnamed``, ``collective``, ``document``, ``body``), for what nobody could be found for (``kind`` None) and
    for the articles' own voice (``author``).
    """

    name: str
    kind: SpeakerKind | None
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One story compared. ``articles`` stand in the order given; sigla A, B, C follow that order.

    ``decisions`` are what people said about this story, in the order they said it; they never hide a finding.
    """

    readings: tuple[Reading, ...]
    alignments: tuple[Alignment, ...]
    findings: tuple[Finding, ...]
    notes: tuple[Note, ...]
    rejections: tuple[Rejection, ...]
    options: CompareOptions
    made: tuple[Made, ...]
    heard: tuple[Heard, ...] = ()
    entities: tuple[Entity, ...] = ()
    decisions: tuple[Decision, ...] = ()
    origins: OriginGraph = NOTHING_TRACED

    @property
    def articles(self) -> tuple[Article, ...]:
        return tuple(reading.article for reading in self.readings)

    def siglum(self, article: str) -> str:
        """The letter of an article (by id): A, B, ... Z, AA, AB, ..."""
        place = [one.id for one in self.articles].index(article)
        letters = ""
        while place >= 0:
            letters = chr(ord("A") + place % 26) + letters
            place = place // 26 - 1
        return letters

    # The two methods that notebooks look for on the record itself: the one place where a record
    # knows a presentation. The import contract names it as its single exception.

    def to_pandas(self) -> "DataFrame":
        """A pandas frame, one row for each span of each side and each article without it; needs pandas."""
        from conspectus.present.notebook import frame

        return frame(self)

    def _repr_html_(self) -> str:
        """What a notebook shows: the lead and a table of the findings."""
        from conspectus.present.notebook import fragment

        return fragment(self)


def finding_id(kind: Kind, compared: Property, spans: Iterable[Span]) -> str:
    """Identity of a finding: 12 hex digits over kind, property and spans (which name their articles)."""
    lines = sorted(f"{s.article} {s.part} {s.start} {s.end}" for s in spans)
    return hashlib.sha256("\n".join([kind, compared, *lines]).encode()).hexdigest()[:12]


def story_id(articles: Iterable[str]) -> str:
    """Identity of a set of articles (ids), in whatever order: 12 hex digits; decisions are kept under it."""
    return hashlib.sha256("\n".join(sorted(articles)).encode()).hexdigest()[:12]

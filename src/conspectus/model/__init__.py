"""The records: frozen, slotted, typed. Everything else passes them around."""

from conspectus.model.articles import (
    Article,
    Block,
    Fact,
    GivenBy,
    Ingested,
    Language,
    Raw,
    Rejection,
    Role,
    Story,
    article_id,
)
from conspectus.model.comparisons import (
    Alignment,
    Column,
    Comparison,
    Finding,
    Heard,
    Kind,
    Property,
    Severity,
    Side,
    Told,
    Verdict,
    finding_id,
    story_id,
)
from conspectus.model.decisions import Corrected, Correction, Decision, Judgement
from conspectus.model.entities import Description, Entity, EntityKind
from conspectus.model.origins import Derivation, Derived, OriginKind, Passage, Standing
from conspectus.model.readings import (
    Amount,
    AmountKind,
    Attribution,
    Basis,
    Bound,
    Certainty,
    Chain,
    Circumstances,
    Form,
    Manner,
    Name,
    Place,
    PlaceKind,
    Polarity,
    Quotation,
    Reading,
    Relay,
    Sentence,
    Speaker,
    SpeakerKind,
    Statement,
    Time,
    TimeType,
    Voice,
)
from conspectus.model.spans import Made, Note, Part, Span

__all__ = [
    "Alignment", "Amount", "AmountKind", "Article", "Attribution", "Basis", "Block", "Bound", "Certainty", "Chain",
    "Circumstances", "Column", "Comparison", "Corrected", "Correction", "Decision", "Derivation", "Derived",
    "Description", "Entity", "EntityKind", "Fact", "Finding", "Form", "GivenBy", "Heard", "Ingested", "Judgement",
    "Kind", "Language", "Made", "Manner", "Name", "Note", "OriginKind", "Part", "Passage", "Place", "PlaceKind",
    "Polarity", "Property", "Quotation", "Raw", "Reading", "Rejection", "Relay", "Role", "Sentence", "Severity",
    "Side", "Span", "Speaker", "SpeakerKind", "Standing", "Statement", "Story", "Time", "TimeType", "Told",
    "Verdict", "Voice", "article_id", "finding_id", "story_id",
]  # fmt: skip

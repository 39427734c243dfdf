"""What reading one article finds. Every record points at words; links are records of their own."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from conspectus.model.articles import Article
from conspectus.model.spans import Made, Note, Span

Form = Literal["direct", "mixed", "indirect"]
SpeakerKind = Literal["person", "body", "unnamed", "collective", "document", "outlet", "author"]
Relay = Literal["said", "quoted", "told"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Basis = Literal["stated", "inferred", "unknown"]
AmountKind = Literal["count", "money", "share", "measure", "ordinal", "age", "score", "ratio"]
Bound = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "between"]
Polarity = Literal["affirmed", "negated"]
Manner = Literal[
    "neutral", "factive", "doubtful", "accusing", "denying", "promising", "asking", "believing", "intending"
]
Certainty = Literal["stated", "hedged", "possible", "planned", "asked"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, without the white space around it."""

    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """A pair of quotation marks: ``span`` with the marks, ``inner`` without them.

    ``style`` names the opening mark. ``depth`` is 0 for an outer quotation. A quotation that its
    paragraph does not close and the next one resumes is one record a paragraph, ``continues`` True
    on each but the last. ``closed`` is False where no closing mark was found.
    """

    span: Span
    inner: Span
    style: Literal["curly", "straight", "single", "guillemet", "low-high"]
    depth: int
    closed: bool
    continues: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of a named person, body or place.

    ``label`` is an OntoNotes label (PERSON, ORG, GPE, ...). ``full`` is the mention whose fuller form
    gave this one its label ("Orlu" after "Minister Dana Orlu"), or None.
    """

    span: Span
    label: str
    full: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content (the terms of PARC and PolNeAR), each in document order.

    Any of ``source`` and ``cue`` may be empty; ``unknown`` then says why no source is given.
    ``form`` is direct when all words of the content stand inside quotation marks, mixed when some
    do, indirect when none. ``manner`` is how the cue presents the content ("pointed out" is factive, "claimed"
    doubtful), ``polarity`` and ``certainty`` what that makes of it. ``id`` is a hash of the content's spans.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    unknown: str | None
    manner: Manner
    polarity: Polarity
    certainty: Certainty
    made: Made


@dataclass(frozen=True, slots=True)
class Voice:
    """One level of a chain: who, by which words, and how the words pass through that voice.

    ``relay`` is ``said`` for a source with its cue, ``quoted`` for who passes on another's words ("was quoted as
    saying"), ``told`` for the other outlet that was told them. ``attribution`` is the id of the reading's own
    attribution, None for a level that only the grammar shows. ``source`` is empty where none is named.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    attribution: str | None
    relay: Relay


@dataclass(frozen=True, slots=True)
class Chain:
    """Through whom words come: ``voices`` from the innermost outward; the article's own outlet is no voice.

    ``content`` are the words as the innermost voice gives them. ``id`` is a hash of all spans.
    """

    id: str
    content: tuple[Span, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a source stands for inside its article.

    ``source`` are the spans of an attribution's or voice's source. ``kind`` None means that the article does not
    tell. ``names`` are the mentions that name the speaker, the fullest of each; empty where nobody is named.
    ``why`` is the ground of the link in a few words, ``anonymity`` the words that say why a source stays unnamed.
    """

    source: tuple[Span, ...]
    kind: SpeakerKind | None
    names: tuple[Span, ...]
    why: str
    anonymity: Span | None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """How an attribution (``attribution`` is its id) says it was said: the words for each, or None.

    ``channel`` is what the words came through ("in a statement", "tweeted"), ``occasion`` where people came together
    ("at a news conference"), ``addressee`` whom it was told, ``time`` when.
    """

    attribution: str
    channel: Span | None
    occasion: Span | None
    addressee: Span | None
    time: Span | None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression, as TIMEX3 (ISO 24617-1) types and values.

    ``value`` is e.g. "2031-05-23", "2031-W21", "2031-05-23/2031-05-28", "P6D", "XXXX-05-23",
    "PRESENT_REF". ``mod`` is a TIMEX3 modifier (APPROX, LESS_THAN, START, ...). ``basis`` tells
    what the words state from what was inferred from the publication time, and from what stays unknown.
    """

    span: Span
    type: TimeType
    value: str
    mod: str | None
    basis: Basis


Fate = Literal[
    "death", "injured", "hospitalized", "missing", "trapped", "rescued", "arrested", "captured", "displaced"
]  # fmt: skip
"""What a figure says happened to those it counts."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity as an interval. ``low`` and ``high`` are equal for an exact figure, None if open.

    ``unit`` is an ISO 4217 code for money, "%" for shares, a unit symbol for measures, "" for bare
    counts. ``counted`` are the words that say what is counted, ``of`` their head lemma. ``per`` is the length of time
    that a rate is told for, as a TIMEX3 duration ("P1D" in "300 a day"), None for what is no rate. ``change``: it
    says by how much something changed ("rose by 12"). ``fate`` is what happened to those counted ("death", "injured",
    "hospitalized", "missing", "trapped", "rescued", "arrested", "captured", "displaced"), None where nothing is said
    of it. A score or ratio has its two sides in ``low`` and ``high``.
    """

    span: Span
    kind: AmountKind
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    unit: str
    counted: Span | None
    of: str | None
    per: str | None = None
    change: bool = False
    fate: Fate | None = None


PlaceKind = Literal["continent", "country", "region", "city"]


@dataclass(frozen=True, slots=True)
class Place:
    """A name that is a place's, or a word for its people and things (``demonym``).

    ``id`` is the gazetteer's (UN M49 for a continent or a part of one, ISO 3166-1 for a country, country and code
    for a region, GeoNames for a city); None for a name that it lacks and for one that stands for no place. ``within``
    are the ids of its region, country and continent, nearest first; coordinates are degrees (WGS 84), those of a
    region or country its middle. ``why`` is the ground on which this one was taken among the places of that name,
    or on which none was.
    """

    span: Span
    id: str | None
    kind: PlaceKind | None
    name: str | None
    within: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    demonym: bool
    why: str


@dataclass(frozen=True, slots=True)
class Statement:
    """The smallest stretch worth comparing: a clause with who holds it and what it is about.

    ``holders`` are ids of the attributions around it, innermost first; empty means the article's own
    voice. ``predicate`` is the head verb or noun, ``lemmas`` the content words in order of
    appearance, ``participants`` the noun phrases that take part, ``values`` the spans of the times
    and amounts inside.
    """

    id: str
    span: Span
    holders: tuple[str, ...]
    polarity: Polarity
    certainty: Certainty
    predicate: Span
    lemmas: tuple[str, ...]
    participants: tuple[Span, ...]
    values: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, and of whom or what it is said.

    ``core`` runs from its first word to its head, ``span`` goes on with what follows and says which one, as far as
    it stays short ("a bill" and "a bill to widen the harbour"). ``lemma`` is the head's, in lower case. ``sorts`` are
    the nouns before the head that say of what sort it is ("harbour" in "a harbour bill"). ``about`` is the head of the
    noun, or the pronoun, that the grammar makes it a description of, None where it shows none.
    """

    span: Span
    core: Span
    head: Span
    lemma: str
    plural: bool
    sorts: tuple[Span, ...]
    about: Span | None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read in one article. Tuples are in document order (title first)."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    names: tuple[Name, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    chains: tuple[Chain, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    circumstances: tuple[Circumstances, ...] = ()
    times: tuple[Time, ...] = ()
    amounts: tuple[Amount, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    notes: tuple[Note, ...] = ()
    made: tuple[Made, ...] = ()

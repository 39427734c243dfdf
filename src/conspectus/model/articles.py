"""What comes in: articles, what is known about them, and what was rejected."""

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from conspectus.model.spans import Note, Part, Span

Role = Literal["headline", "dateline", "byline", "caption", "update", "post", "text"]
GivenBy = Literal["person", "file", "nobody"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known about an article, with who said so.

    ``given_by`` is ``person`` (an option or the sidecar file; wins over everything), ``file`` (a
    field or markup of the input) or ``nobody``: then ``value`` is None and ``where`` says what was
    looked for. Nothing is guessed from style.
    """

    value: str | None
    given_by: GivenBy
    where: str

    def __post_init__(self) -> None:
        if (self.value is None) != (self.given_by == "nobody"):
            raise ValueError("a fact without a value is given by nobody, and only such a fact")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the body (or the title) and the part it plays on the page."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Language:
    """Language of the body: ISO 639-1 code or None with the reason, confidence in 0..1."""

    code: str | None
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes as they came and what turned them into text.

    ``name`` is a label (path, ``-`` or ``path:line``), never an identity. ``replaced`` counts the
    bytes that could not be decoded and stand as U+FFFD in the text.
    """

    name: str
    data: bytes = field(repr=False)
    sha256: str
    media_type: str
    encoding: str | None
    replaced: int
    extractor: str
    extractor_version: str


@dataclass(frozen=True, slots=True)
class Article:
    """One published text. ``title`` and ``body`` are exactly what spans point into.

    ``published.value`` is ISO 8601 cut to the precision it has ("2031", "2031-05", "2031-05-23",
    "2031-05-23T10:40+02:00"). ``blocks`` cover the body's paragraphs in order; the white space
    between paragraphs belongs to none. ``origin`` is what a person says that the whole text comes from: articles
    with the same one share it.
    """

    id: str
    title: str
    body: str
    blocks: tuple[Block, ...]
    outlet: Fact
    published: Fact
    url: Fact
    authors: tuple[str, ...]
    language: Language
    raw: Raw
    notes: tuple[Note, ...] = ()
    origin: Fact = Fact(None, "nobody", "given by a person alone")

    @property
    def printed_again(self) -> tuple[Span, ...]:
        """Where the body prints the title once more, as a headline above its text."""
        blocks = self.blocks if self.title else ()
        return tuple(b.span for b in blocks if b.role == "headline" and b.span.part == "body")

    def part(self, part: Part) -> str:
        """The text of one part, the string that spans of that part index."""
        return self.title if part == "title" else self.body

    def words(self, span: Span) -> str:
        """The words under a span of this article; ValueError for a span of another one."""
        text = self.part(span.part)
        if span.article != self.id or span.end > len(text):
            raise ValueError(f"{span} does not lie in article {self.id}")
        return text[span.start : span.end]


def article_id(title: str, body: str) -> str:
    """Identity of an article: 20 hex digits of the SHA-256 of its two parts.

    Outlet, date, file name and raw bytes take no part, so the same words are the same article.
    """
    digest = hashlib.sha256(f"{len(title)}\n{title}\n{body}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input that did not become an article: where, a stable code, why and what to do."""

    name: str
    code: str
    reason: str
    advice: str


@dataclass(frozen=True, slots=True)
class Ingested:
    """What one call of ``ingest`` yields: the articles in input order, and the rejections."""

    articles: tuple[Article, ...]
    rejections: tuple[Rejection, ...]


@dataclass(frozen=True, slots=True)
class Membership:
    """Why an article (``article`` is its id) is in its story.

    ``nearest`` is the article of the story that it is most like, None for one that stands alone; ``likeness`` (0..1)
    the mean of their cosines over whole texts and over openings, faded by the days between them.
    """

    article: str
    nearest: str | None
    likeness: float
    why: str


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event. ``reason`` says how they came to stand together, ``members`` why each does.

    ``follows`` is the id of the earlier story of the same saga that this one is most like, or None.
    """

    id: str
    articles: tuple[Article, ...]
    reason: str
    members: tuple[Membership, ...] = ()
    follows: str | None = None

"""What two articles have in common, and what that says about where their words come from."""

from dataclasses import dataclass
from typing import Literal

from conspectus.model.spans import Made, Span

Standing = Literal["own", "speech", "furniture"]
"""Whose words a passage is: the articles' own narration, someone's speech, or what a page puts around its text."""

OriginKind = Literal[
    "release", "statement", "speech", "interview", "post", "document", "news conference", "testimony", "broadcast",
    "wire copy", "outlet", "shared text",
]  # fmt: skip
"""Through what words first came, as far as an article says. ``wire copy`` is an agency's text, ``outlet`` another
outlet's article, ``shared text`` one text of which nobody says whose it is."""

Derived = Literal["copy", "rewrite", "partial", "quotes only", "independent"]
Match = Literal["exact", "near", "reworded"]
"""How two printings of a passage agree: word for word, but for a few words, or told again in part in other words."""
Way = Literal["one from other", "other from one", "common origin", "cannot tell"]
"""Which of two derived articles has it from which."""
GroundKind = Literal["person", "credit", "report", "edit", "time"]
OriginBasis = Literal["person", "stated", "inferred"]
How = Literal["whole", "part", "relay", "named"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of two articles with the same words, ``length`` of them shared, as printed in each.

    For a *reworded* one ``length`` counts the words of meaning that both have.
    """

    one: Span
    other: Span
    length: int
    standing: Standing
    match: Match = "exact"


@dataclass(frozen=True, slots=True)
class Credit:
    """Words by which an article says that its text, or a piece of it, comes from an outlet or agency.

    ``how`` is *whole* (dateline, byline or copyright of another: the article is its copy), *part* ("contributed to
    this report"), *relay* ("first reported by", "told the Hessel Chronicle") or *named* ("the Hessel Chronicle’s story"
    is spoken of, and nothing has to come from it). ``span`` are the words, ``name`` the outlet as printed.
    """

    span: Span
    name: str
    how: How


@dataclass(frozen=True, slots=True)
class Ground:
    """One piece of evidence for a direction: where it points, the words that show it, one plain sentence."""

    kind: GroundKind
    way: Way
    spans: tuple[Span, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Direction:
    """Which of two derived articles has it from which, by the strongest ground; the others stand beside it.

    ``origin`` names the third that both have it from, None where it is not named or there is none.
    """

    way: Way
    origin: str | None
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Derivation:
    """How two articles' texts are related, by the words they share.

    ``shares`` are the shares (0..1) of each article's own words that the other has too. ``label`` is *copy* (the
    same text but for captions, house style, a cut tail), *rewrite* (as a whole a version of the other or of a
    common source), *partial* (takes blocks into a text of its own), *quotes only* (shares speech and nothing else)
    or *independent* (shares no text beyond names and stock phrases). The first three are called derived.
    ``direction`` is given for those that are derived.
    """

    one: str
    other: str
    label: Derived
    shares: tuple[float, float]
    passages: tuple[Passage, ...]
    reason: str
    made: Made
    direction: Direction | None = None

    @property
    def derived(self) -> bool:
        return self.label in ("copy", "rewrite", "partial")


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one article has from an origin: its words, and the words that say so (none where that is inferred).

    ``all`` is True where the whole article is the origin's copy.
    """

    article: str
    passages: tuple[Span, ...]
    stated: tuple[Span, ...]
    all: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """What words of one article or several go back to. ``id`` is a hash that no order of articles changes.

    ``name`` is who or what it comes from as printed, None where nobody is named. ``basis`` tells whether a person said
    so, an article states it, or the shared words show it.
    """

    id: str
    kind: OriginKind | None
    name: str | None
    basis: OriginBasis
    reason: str
    drawn: tuple[Drawn, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(one.article for one in self.drawn)


@dataclass(frozen=True, slots=True)
class Rest:
    """Articles that rest on one origin (its id in the graph), or whose origin is not stated (None).

    ``apart`` is True where the words show it to be no other origin of the same finding.
    """

    origin: str | None
    name: str | None
    articles: tuple[str, ...]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class OriginGraph:
    """Where the words of a story come from: its origins with what each article draws from them, and the articles
    that derive from one another. Articles and origins are its nodes, ``drawn`` and ``derivations`` its edges."""

    origins: tuple[Origin, ...] = ()
    derivations: tuple[Derivation, ...] = ()

    def at(self, span: Span) -> tuple[Origin, ...]:
        """The origins that half of the words under ``span`` go back to, the most telling first."""
        return tuple(one for one in self.origins if any(_holds(drawn, span) for drawn in one.drawn))


def _holds(drawn: Drawn, span: Span) -> bool:
    if drawn.article != span.article:
        return False
    if drawn.all:
        return True
    common = sum(max(0, min(p.end, span.end) - max(p.start, span.start)) for p in drawn.passages if p.part == span.part)
    return 2 * common >= len(span) > 0


NOTHING_TRACED = OriginGraph()
"""The graph of a story in which nothing was looked for."""

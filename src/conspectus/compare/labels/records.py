"""What labels are made of."""

from dataclasses import dataclass
from functools import cached_property

from conspectus.compare.entities.forms import Form
from conspectus.compare.words import stem
from conspectus.model import Phrase, Span


@dataclass(frozen=True)
class Label:
    """A noun phrase by which an article calls something.

    ``says`` are the stems of its words without articles and the like, ``names`` those of the last words of the names
    in it, ``owners`` those of the names that it is said to be of ("Orlu's boat", "the boat of Orlu"), ``sorts`` those
    of the nouns before its head, ``tail`` those of what follows it and says which one ("to widen the harbour"), without
    times, ``context`` those of its sentence. ``lent`` is True where it is said to be somebody's whom the text does not
    tell ("his plan"), ``denied`` where it says what somebody is not, ``listed`` where it goes on a list. ``name`` is
    the OntoNotes label of a head that is a name, ``form`` what its words say by themselves, ``voice`` in whose voice it
    stands (``voices_of``).
    """

    phrase: Phrase
    says: frozenset[str]
    names: frozenset[str]
    owners: frozenset[str]
    sorts: frozenset[str]
    tail: frozenset[str]
    context: frozenset[str]
    lent: bool
    denied: bool
    listed: bool
    name: str | None
    printed: str
    form: Form
    voice: tuple[Span, ...] | None

    @cached_property
    def more(self) -> frozenset[str]:
        """What it says beside its head."""
        return self.says - {stem(self.lemma), stem(self.printed.split()[-1].lower())}

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What it says beside its noun: its own words, names, whose it is, and what follows."""
        return (self.more | self.names | self.owners | self.tail) - {stem(self.lemma)}

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The years and numbers by which it tells one of several."""
        return frozenset([one for one in self.says if one[0].isdigit()])

    @cached_property
    def first(self) -> str:
        """Its first word."""
        return self.printed.split()[0].lower()

    @cached_property
    def article(self) -> str:
        return self.phrase.span.article

    @cached_property
    def lemma(self) -> str:
        return self.phrase.lemma

    @cached_property
    def place(self) -> tuple[str, bool, int]:
        """Where it stands: the headline comes first."""
        return self.article, self.phrase.span.part != "title", self.phrase.span.start

    @property
    def early(self) -> bool:
        """It stands in the headline or the first paragraphs."""
        return self.phrase.span.part == "title" or self.phrase.span.start < EARLY

    @property
    def opening(self) -> bool:
        """It stands in the headline or the very first sentences."""
        return self.phrase.span.part == "title" or self.phrase.span.start < OPENING


OPENING = 400
"""Characters of a body that say what it is about."""
EARLY = 1000
"""Characters of a body within which the event itself is told."""


@dataclass(frozen=True, slots=True)
class Referent:
    """What some labels stand for. ``name`` is the fullest printed name, "" for what has none."""

    name: str
    labels: tuple[Label, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(sorted({label.article for label in self.labels}))

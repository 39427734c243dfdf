"""A stretch of an article with what is looked at of it, worked out once however many pairs it stands in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from conspectus.compare.clauses.lexicon import Floats, Lexicon
from conspectus.compare.phrases.pair import half
from conspectus.compare.placed import Placed, placed
from conspectus.compare.words import content, stem, words
from conspectus.model import Reading, Span, Statement, Time

Stems = frozenset[str]


@dataclass(frozen=True, slots=True)
class Bag:
    """Stems, in ``order`` with their weights and vectors [stems, directions]; ``strange``: one has no vector.

    ``figures`` are those with a digit, ``mass`` is what all weigh together.
    """

    stems: Stems
    order: tuple[str, ...]
    weights: Floats
    vectors: Floats
    strange: bool
    figures: Stems
    mass: float


_EMPTY = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Sentence:
    """What stands around a stretch: the words of its sentence, those in names, the times told."""

    words: Bag
    names: Stems
    times: tuple[Time, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """``run`` are all its words in order, ``names`` the stems in names, ``acts`` those of the predicates in it;
    ``clause`` the narrowest statement around it with its ``act``, words and ``subject`` (stems of its first participant
    and the direction they point to); ``place`` its share of the body (0..1)."""

    span: Span
    words: Bag
    run: tuple[str, ...]
    names: Stems
    acts: Stems
    clause: Statement | None
    act: str
    clause_words: Bag
    subject: Stems
    direction: Floats
    sentence: Sentence
    quoted: bool
    place: float


@dataclass(frozen=True, slots=True)
class Article:
    """A reading with its sentences, statements and the stems of its names by where they stand, and in which of its
    sentences each stem stands. ``nothing`` is the bag of no words; ``known`` remembers what was worked out."""

    reading: Reading
    lexicon: Lexicon
    places: Mapping[str, frozenset[int]]
    lying: Placed[Span]
    told: Placed[Statement]
    named: Placed[Stems]
    nothing: Bag
    known: dict[Span, Stretch] = field(default_factory=dict, repr=False, compare=False)
    sentences: dict[Span, Sentence] = field(default_factory=dict, repr=False, compare=False)
    bags: dict[Span, Bag] = field(default_factory=dict, repr=False, compare=False)

    def stretch(self, span: Span) -> Stretch:
        found = self.known.get(span)
        if found is None:
            found = self.known[span] = _stretch(span, self)
        return found

    def sentence(self, span: Span) -> Sentence:
        found = self.sentences.get(span)
        if found is None:
            found = self.sentences[span] = _sentence(span, self)
        return found

    def bag(self, span: Span) -> Bag:
        found = self.bags.get(span)
        if found is None:
            found = self.bags[span] = _bag(content(self.reading.article, span), self.lexicon)
        return found


def _bag(stems: Stems, lexicon: Lexicon) -> Bag:
    order = sorted(stems)
    rows = np.array([lexicon.rows.get(one, -1) for one in order], np.int64)
    strange = rows < 0
    weights = np.where(strange, np.float32(lexicon.rarest), lexicon.rarity[rows])
    vectors = lexicon.vectors[rows]
    vectors[strange] = 0
    figures = frozenset([one for one in order if not one.isalpha() and any(sign.isdigit() for sign in one)])
    return Bag(stems, tuple(order), weights, vectors, bool(strange.any()), figures, float(weights.sum()))


def article_of(reading: Reading, lexicon: Lexicon) -> Article:
    places: dict[str, set[int]] = {}
    for place, sentence in enumerate(reading.sentences):
        for one in content(reading.article, sentence.span):
            places.setdefault(one, set()).add(place)
    return Article(
        reading, lexicon, {one: frozenset(own) for one, own in places.items()},
        placed((one.span, one.span) for one in reading.sentences),
        placed((one.span, one) for one in reading.statements),
        placed((one.span, content(reading.article, one.span)) for one in reading.names),
        _bag(_EMPTY, lexicon),
    )  # fmt: skip


def _sentence(span: Span, known: Article) -> Sentence:
    times = tuple(t for t in known.reading.times if "_REF" not in t.value and span.contains(t.span))
    bag = known.bag(span)
    return Sentence(bag, bag.stems & _named(known, span), times)


def _stretch(span: Span, known: Article) -> Stretch:
    reading = known.reading
    lying = known.lying.touching(span) or [span]
    around = Span(span.article, span.part, min(lying[0].start, span.start), max(lying[-1].end, span.end))
    near = known.told.touching(span)
    clause = min((s for s in near if s.span.contains(span) or half(s.span, span)), key=_size, default=None)
    bag = known.bag(span)
    told, pointing = _of_clause(clause, known)
    return Stretch(
        span=span, words=bag, run=tuple(word.norm for word in words(reading.article, span, False)),
        names=bag.stems & _named(known, span),
        acts=frozenset(_act(s, reading) for s in near if span.contains(s.predicate)),
        clause=clause, act=_act(clause, reading) if clause else "", clause_words=told,
        subject=pointing.stems, direction=_of_length_one(pointing.weights @ pointing.vectors),
        sentence=known.sentence(around), quoted=_is_quoted(span, reading),
        place=0.0 if span.part == "title" else span.start / max(1, len(reading.article.body)),
    )  # fmt: skip


def _of_clause(clause: Statement | None, known: Article) -> tuple[Bag, Bag]:
    """Its words, and those of its subject."""
    if clause is None:
        return known.nothing, known.nothing
    subject = next((part for part in clause.participants if not part.contains(clause.predicate)), None)
    return known.bag(clause.span), known.bag(subject) if subject else known.nothing


def _size(statement: Statement) -> int:
    return len(statement.span)


def _named(known: Article, span: Span) -> Stems:
    return frozenset().union(*known.named.touching(span))


def _act(statement: Statement, reading: Reading) -> str:
    return stem(reading.article.words(statement.predicate).lower())


def _is_quoted(span: Span, reading: Reading) -> bool:
    return any(q.span.contains(span) or q.inner.contains(span) for q in reading.quotations)


def _of_length_one(vector: Floats) -> Floats:
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else vector


def soft(one: Bag, other: Bag) -> tuple[float, float]:
    """The share of the weight of either that the other has in words of like meaning."""
    if not one.mass or not other.mass:
        return 0.0, 0.0
    like = np.minimum(np.maximum(one.vectors @ other.vectors.T, 0), 1)
    if one.strange and other.strange:
        for word in one.stems & other.stems:
            like[one.order.index(word), other.order.index(word)] = 1.0
    return float(one.weights @ like.max(axis=1)) / one.mass, float(other.weights @ like.max(axis=0)) / other.mass


def together(stems: Sequence[str], known: Article) -> int:
    """In how many sentences of an article all of some stems stand."""
    return len(frozenset.intersection(*(known.places.get(word, frozenset()) for word in stems)))

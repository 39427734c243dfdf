"""Statements: the clauses of a text, each with its holders, polarity, certainty, participants and values.

A clause is a predicate with what depends on it, cut where a clause of its own begins (after the clause
units of Mausam et al. and ClausIE, Del Corro and Gemulla 2013, without their rewriting). The words that only
introduce what somebody says are no statement; what is said is one, held by its source.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from conspectus.model import Article, Attribution, Certainty, Reading, Span, Statement
from conspectus.read.models import Models
from conspectus.read.nearby import Nearby
from conspectus.read.parse import Paragraph, Parse
from conspectus.read.reader import Reader

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "parataxis", "conj", "csubj"})
_LIGHT = frozenset({"be", "have", "do", "get", "say", "tell", "also", "not", "make", "go", "take", "come"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_SAYING = frozenset(
    {"say", "tell", "add", "write", "state", "note", "explain", "speak", "tweet", "report", "continue", "reply",
     "comment", "quote", "claim", "insist", "point", "acknowledge", "think", "believe", "know", "show", "suggest",
     "argue"}
)  # fmt: skip
"""Who only says something does nothing else worth comparing; who announces, demands, denies or plans does."""
_POSSIBLE = frozenset({"may", "might", "could", "can"})
_PLANNED_MODAL = frozenset({"will", "shall", "would"})
_PLANNED = frozenset({"plan", "intend", "expect", "schedule", "aim", "set", "vow", "promise"})
_HEDGES = frozenset(
    {"allegedly", "reportedly", "apparently", "possibly", "perhaps", "likely", "probably", "maybe", "seemingly"}
)


def _run(article: Article, parse: Parse, reading: Reading, _models: Models) -> tuple[Statement, ...]:
    values = sorted([t.span for t in reading.times] + [a.span for a in reading.amounts])
    values_at, sayings = Nearby(), _Sayings(reading.attributions)
    for number, value in enumerate(values):
        values_at.add(number, [value])
    found = []
    for paragraph in parse.paragraphs:
        here = paragraph.block.span
        repeated = paragraph.block.role == "headline" and here.part == "body" and article.title
        if repeated or paragraph.block.role in ("byline", "caption", "dateline"):
            continue
        for tokens, head in _clauses(paragraph):
            predicate, clause = paragraph.span_of(head), _stretch(paragraph, tokens)
            if head.lemma_.lower() in _SAYING and sayings.cued(predicate):
                continue
            near = [values[n] for n in values_at.at([clause]) if here.contains(values[n])]
            statement = _statement(paragraph, tokens, head, sayings.holders(predicate), near)
            if len(statement.lemmas) >= 2:
                found.append(statement)
    return tuple(sorted(found, key=lambda one: (one.span.part != "title", one.span)))


class _Sayings:
    """Which attributions hold a place, narrowest first, and whether it stands in one's cue."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._cues = [span for one in attributions for span in one.cue]
        self._pieces = [(span, one) for one in attributions for span in one.content]
        self._size = {one.id: sum(map(len, one.content)) for one in attributions}
        self._cues_at, self._pieces_at = Nearby(), Nearby()
        for number, cue in enumerate(self._cues):
            self._cues_at.add(number, [cue])
        for number, (piece, _) in enumerate(self._pieces):
            self._pieces_at.add(number, [piece])

    def cued(self, span: Span) -> bool:
        return any(self._cues[number].overlaps(span) for number in self._cues_at.at([span]))

    def holders(self, span: Span) -> tuple[str, ...]:
        near = (self._pieces[number] for number in self._pieces_at.at([span]))
        found = {one.id: one.content for piece, one in near if piece.contains(span)}
        return tuple(sorted(found, key=lambda name: (self._size[name], found[name])))


def _stretch(paragraph: Paragraph, tokens: Sequence["Token"]) -> Span:
    """From the first to the last word of a clause."""
    return paragraph.span(tokens[0].idx, tokens[-1].idx + len(tokens[-1].text))


def _clauses(paragraph: Paragraph) -> Iterator[tuple[Sequence["Token"], "Token"]]:
    """Each clause as its tokens in order with its head; no token stands in two."""
    heads = {token.i for token in paragraph.doc if _is_head(token)}
    members: dict[int, list[Token]] = {head: [] for head in heads}
    owner: dict[int, int] = {}
    for token in paragraph.doc:
        at, path = token, []
        while at.i not in heads and at.i not in owner and at.head.i != at.i:
            path.append(at.i)
            at = at.head
        top = owner.get(at.i, at.i)
        for i in (*path, at.i, token.i):
            owner[i] = top
        if top in members:
            members[top].append(token)
    for head in sorted(heads):
        tokens = _trimmed(members[head])
        if tokens:
            yield tokens, paragraph.doc[head]


def _is_head(token: "Token") -> bool:
    if token.dep_ == "ROOT":
        return True
    if token.dep_ not in _CLAUSES or token.pos_ not in ("VERB", "AUX"):
        return False
    return token.dep_ != "conj" or any(child.dep_ in ("nsubj", "nsubjpass", "dobj", "obj") for child in token.children)


def _trimmed(tokens: list["Token"]) -> list["Token"]:
    """Without the punctuation, marks and conjunctions at the edges."""
    start, end = 0, len(tokens)
    while start < end and (_is_edge(tokens[start]) or tokens[start].tag_ == "WRB"):
        start += 1
    while end > start and _is_edge(tokens[end - 1]):
        end -= 1
    return tokens[start:end]


def _is_edge(token: "Token") -> bool:
    return token.is_punct or token.is_space or token.dep_ in ("cc", "mark")


def _statement(
    paragraph: Paragraph,
    tokens: Sequence["Token"],
    head: "Token",
    holders: tuple[str, ...],
    values: Sequence[Span],
) -> Statement:
    first, last = _core(tokens, head)
    span = paragraph.span(first.idx, last.idx + len(last.text))
    predicate = paragraph.span_of(head)
    return Statement(
        id=hashlib.sha256(f"{span}".encode()).hexdigest()[:12],
        span=span,
        holders=holders,
        polarity="negated" if _negated(tokens, head) else "affirmed",
        certainty=_certainty(tokens, head),
        predicate=predicate,
        lemmas=tuple(_lemma(t) for t in tokens if _is_content(t)),
        participants=_participants(paragraph, head),
        values=tuple(value for value in values if span.overlaps(value)),
    )


def _core(tokens: Sequence["Token"], head: "Token") -> tuple["Token", "Token"]:
    """First and last token of the unbroken run around the head: an inserted clause ends it only behind 12 tokens."""
    at = next((n for n, token in enumerate(tokens) if token.i >= head.i), len(tokens) - 1)
    start = end = at
    while start > 0 and tokens[start].i - tokens[start - 1].i <= 12:
        start -= 1
    while end + 1 < len(tokens) and tokens[end + 1].i - tokens[end].i <= 3:
        end += 1
    return tokens[start], tokens[end]


def _is_content(token: "Token") -> bool:
    return (
        token.pos_ in _CONTENT
        and not token.is_punct
        and token.lemma_.lower() not in _LIGHT
        and (not token.is_stop or token.pos_ in ("PROPN", "NUM"))
    )


def _lemma(token: "Token") -> str:
    return (token.text if token.pos_ == "PROPN" else token.lemma_).lower().strip(".'")


def _negated(tokens: Sequence["Token"], head: "Token") -> bool:
    if any(child.dep_ == "neg" or child.lower_ in ("never", "neither", "nor") for child in head.children):
        return True
    return any(t.lower_ == "no" and t.head.head is head for t in tokens)


def _certainty(tokens: Sequence["Token"], head: "Token") -> Certainty:
    helpers = {child.lemma_.lower() for child in head.children if child.dep_ in ("aux", "auxpass")}
    if any(t.lower_ in _HEDGES for t in tokens):
        return "hedged"
    if helpers & _POSSIBLE:
        return "possible"
    if helpers & _PLANNED_MODAL or head.lemma_.lower() in _PLANNED:
        return "planned"
    return "asked" if head.sent.text.rstrip("\"' ").endswith("?") else "stated"


def _participants(paragraph: Paragraph, head: "Token") -> tuple[Span, ...]:
    """The subject, objects and prepositional objects of the predicate, with what belongs to them."""
    wanted = ("nsubj", "nsubjpass", "dobj", "obj", "dative", "attr", "agent", "prep")
    found = []
    for child in head.children:
        if child.dep_ in wanted:
            nouns = [child] if child.dep_ not in ("agent", "prep") else [c for c in child.children if c.dep_ == "pobj"]
            for noun in nouns:
                left = paragraph.doc[noun.left_edge.i]
                found.append(paragraph.span(left.idx, noun.idx + len(noun.text)))
    return tuple(sorted(found))


READER = Reader("statements", "1", ("attributions", "times", "amounts"), "statements", _run)

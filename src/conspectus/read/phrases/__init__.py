"""Phrases: the noun phrases of a text, each with its head and whom or what it is said of.

A phrase is a noun with the words before it that belong to it, and with what follows as far as it stays short
("a bill to widen the harbour"). Apposition, "is a …", "called him a …" and "described as a …" say of whom.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from conspectus.model import Article, Phrase, Reading
from conspectus.read.models import Models
from conspectus.read.parse import Paragraph, Parse
from conspectus.read.phrases.about import said_of
from conspectus.read.phrases.edges import core_start, is_head, whole_end
from conspectus.read.reader import Reader

if TYPE_CHECKING:
    from spacy.tokens import Token


def _run(article: Article, parse: Parse, _reading: Reading, _models: Models) -> tuple[Phrase, ...]:
    found, again = [], article.printed_again
    for paragraph in parse.paragraphs:
        if paragraph.block.span not in again and paragraph.block.role not in ("byline", "caption", "dateline"):
            found += list(_phrases(paragraph))
    return tuple(sorted(found, key=lambda one: (one.span.part != "title", one.span)))


def _phrases(paragraph: Paragraph) -> Iterator[Phrase]:
    for token in paragraph.doc:
        if is_head(token):
            first = paragraph.doc[core_start(token)]
            last = paragraph.doc[whole_end(token)]
            about = said_of(token)
            yield Phrase(
                span=paragraph.span(first.idx, last.idx + len(last.text)),
                core=paragraph.span(first.idx, token.idx + len(token.text)),
                head=paragraph.span_of(token),
                lemma=_lemma(token),
                plural=token.tag_ in ("NNS", "NNPS"),
                sorts=tuple(
                    paragraph.span_of(c) for c in token.lefts if c.dep_ in ("compound", "nmod") and c.pos_ == "NOUN"
                ),
                about=paragraph.span_of(about) if about is not None else None,
            )


def _lemma(token: "Token") -> str:
    """The noun's lemma; a capital in a headline makes no name of it."""
    bare = token.lemma_.lower().strip(".'’")
    return bare or token.lower_


READER = Reader("phrases", "1", (), "phrases", _run)

"""Attributions for spaCy users: ``nlp.add_pipe("conspectus_attribution")``, then ``doc._.attributions``.

The component reads the pipeline's own parse, paragraph by paragraph; it needs a tagger, a parser and a
lemmatizer before it. Spans come as character offsets of the doc's text, since contents may end inside a token.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from conspectus.model import Article, Fact, Raw, Reading, article_id
from conspectus.model import Language as ArticleLanguage
from conspectus.read import attributions, quotations
from conspectus.read.attributions.trained.network import Network, load
from conspectus.read.models import Models
from conspectus.read.parse import Paragraph, Parse
from conspectus.text.blocks import blocks
from conspectus.text.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOBODY = Fact(None, "nobody", "a spaCy Doc carries none")


@dataclass(frozen=True, slots=True)
class AttributionComponent:
    """Fills ``doc._.attributions`` with a tuple of Attribution records; every span's part is ``body``."""

    nlp: Language
    network: Network

    def __call__(self, doc: Doc) -> Doc:
        models = Models(self.nlp, self.nlp.meta["name"], self.nlp.meta["version"], self.network)
        article = _article(doc.text)
        parsed = Parse(tuple(_paragraphs(article, doc)))
        marks = quotations.READER.run(article, parsed, Reading(article), models)
        doc._.attributions = attributions.READER.run(article, parsed, Reading(article, quotations=marks), models)
        return doc


def _article(text: str) -> Article:
    name = article_id("", text)
    raw = Raw("a spaCy Doc", b"", "", "text/plain", None, 0, "spacy", "")
    language = ArticleLanguage(None, 0.0, "the pipeline's own")
    return Article(name, "", text, blocks(name, text, ""), _NOBODY, _NOBODY, _NOBODY, (), language, raw)


def _paragraphs(article: Article, doc: Doc) -> "Iterator[Paragraph]":
    """The blocks of the text with the tokens of the doc that stand in them."""
    for block in article.blocks:
        tokens = doc.char_span(block.span.start, block.span.end, alignment_mode="contract")
        if tokens is not None and len(tokens):
            first, last = tokens[0], tokens[-1]
            start, end = first.idx, last.idx + len(last.text)
            # The doc was parsed as it is printed, so here the view is the text itself.
            yield Paragraph(block, View(doc.text[start:end], start, end), tokens.as_doc())


@Language.factory(
    "conspectus_attribution", assigns=["doc._.attributions"], requires=["token.tag", "token.dep", "token.lemma"]
)
def create(nlp: Language, name: str) -> AttributionComponent:
    """The factory that spaCy calls; weights load here, once a process."""
    if not Doc.has_extension("attributions"):
        Doc.set_extension("attributions", default=())
    return AttributionComponent(nlp, load())

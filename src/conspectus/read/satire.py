"""Articles that call themselves satire: said in a note, since nothing in them is evidence of what happened.

Only the article's own label counts (a headline "Satire: …", a line "This is satire."), never its style.
"""

import re
from collections.abc import Iterator

from conspectus.model import Article, Note, Reading, Span
from conspectus.read.models import Models
from conspectus.read.parse import Parse
from conspectus.read.reader import Reader

_LABEL = re.compile(r"^\W*(?:satire|parody)\b\W*(?::|\||$|[—–-]\s)|[(\[](?:satire|parody)[)\]]\s*$", re.IGNORECASE)
_LINE = re.compile(
    r"\b(?:this|the|our|all)\b[^.]{0,60}\b(?:is|are|was|were|of)\b[^.]{0,30}\b(?:satire|satirical|parody)\b",
    re.IGNORECASE,
)
_SHORT = 30
"""Words up to which a paragraph can be a label of the whole article."""


def _run(article: Article, parse: Parse, reading: Reading, _models: Models) -> tuple[Note, ...]:
    span = next(_labels(article, [paragraph.block.span for paragraph in parse.paragraphs]), None)
    message = "the article calls itself satire: what it tells is no evidence of what happened"
    return (*reading.notes, *((Note("satire", message, span),) if span else ()))


def _labels(article: Article, blocks: list[Span]) -> Iterator[Span]:
    """Labels in the title, the first two and the last two paragraphs."""
    for span in [*blocks[:3], *blocks[-2:]]:
        words = article.words(span)
        if _LABEL.search(words) or (len(words.split()) <= _SHORT and _LINE.search(words)):
            yield span


READER = Reader("satire", "1", (), "notes", _run)

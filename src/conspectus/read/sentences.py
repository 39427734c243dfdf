"""Sentences: spaCy's boundaries inside each paragraph, trimmed of white space."""

from conspectus.model import Article, Reading, Sentence
from conspectus.read.models import Models
from conspectus.read.parse import Parse
from conspectus.read.reader import Reader


def _run(_article: Article, parse: Parse, _reading: Reading, _models: Models) -> tuple[Sentence, ...]:
    found = []
    for paragraph in parse.paragraphs:
        for sentence in paragraph.doc.sents:
            words = sentence.text.strip()
            if words:
                start = sentence.start_char + sentence.text.index(words)
                found.append(Sentence(paragraph.span(start, start + len(words))))
    return tuple(found)


READER = Reader("sentences", "1", (), "sentences", _run)

"""Words that take a side, by the packaged part of a published list (``loaded.txt``)."""

import re
from functools import cache
from importlib.resources import files

from conspectus.compare.words import normal
from conspectus.model import Article, Span

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def loaded(article: Article, span: Span) -> tuple[Span, ...]:
    """The words under ``span`` that the list has, in order."""
    text = article.words(span)
    return tuple(
        Span(span.article, span.part, span.start + word.start(), span.start + word.end())
        for word in _WORD.finditer(text)
        if _lemmas(word.group()) & _list()
    )


def _lemmas(word: str) -> frozenset[str]:
    """The word and what it may be a plural of."""
    norm = normal(word).removesuffix("'s")
    return frozenset((norm, norm.removesuffix("s"), norm.removesuffix("es"), norm.removesuffix("ies") + "y"))


@cache
def _list() -> frozenset[str]:
    text = files("conspectus.compare.labels").joinpath("loaded.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))

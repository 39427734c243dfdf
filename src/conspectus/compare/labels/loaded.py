"""Words that take a side, by the packaged part of a published list (``loaded.txt``)."""

from functools import cache
from importlib.resources import files

from conspectus.compare.words import words
from conspectus.model import Article, Span


def loaded(article: Article, span: Span) -> tuple[Span, ...]:
    """The words under ``span`` that the list has, in order."""
    return tuple(word.span for word in words(article, span, False) if _lemmas(word.norm) & _list())


def _lemmas(norm: str) -> frozenset[str]:
    """The word and what it may be a plural of."""
    norm = norm.removesuffix("'s")
    return frozenset((norm, norm.removesuffix("s"), norm.removesuffix("es"), norm.removesuffix("ies") + "y"))


@cache
def _list() -> frozenset[str]:
    text = files("conspectus.compare.labels").joinpath("loaded.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))

"""An article as its origins are looked for: its words, indexed, and its credits."""

from collections.abc import Sequence
from dataclasses import dataclass

from conspectus.model import Article, Credit
from conspectus.origins.credits import credits_of
from conspectus.origins.words import Words, words_of


@dataclass(frozen=True, slots=True)
class Text:
    """An article with its words and the credits it prints."""

    article: Article
    words: Words
    credits: tuple[Credit, ...]


def text_of(article: Article, outlets: Sequence[str] = ()) -> Text:
    """Index an article once; ``outlets`` are the names of the other articles' outlets. Linear in its length."""
    return Text(article, words_of(article), credits_of(article, outlets))

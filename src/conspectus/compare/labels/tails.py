"""What follows a noun and says which one it is ("the inquiry into the harbour fire")."""

from itertools import takewhile

from conspectus.compare.labels.vocabulary import TELLING
from conspectus.model import Article, Phrase, Span

_MOST = 8
"""Words of what follows, where the phrase breaks off before it."""
_MARKS = frozenset(',.;:!?()[]"“”—–\n')
_FAR = 200
"""Characters within which the words that follow are looked for."""


def tail(article: Article, phrase: Phrase) -> Span | None:
    """The words behind a phrase's head that say which one it is; None where none do.

    Those of the phrase itself, else the next up to a mark, where a preposition or relative brings them in.
    """
    text, head = article.part(phrase.head.part), phrase.head
    if phrase.span.end > head.end:
        return Span(head.article, head.part, head.end, phrase.span.end)
    run = "".join(takewhile(lambda char: char not in _MARKS, text[head.end : head.end + _FAR]))
    following = run.split()[:_MOST]
    if not run[:1].isspace() or not following or following[0].lower() not in TELLING:
        return None
    last = head.end
    for word in following:
        last = text.index(word, last) + len(word)
    return Span(head.article, head.part, head.end, last)

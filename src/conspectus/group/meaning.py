"""What articles mean, where their words leave open whether they tell one event: vectors from whoever brings a model.

A pair whose score lies around the threshold loses by how far apart its vectors are. Nothing else is looked at, so that
only articles with such a pair are embedded. That vectors are near says nothing: those of two events of one saga are.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from conspectus.model import Article

Embed = Callable[[Sequence[str]], Any]
"""Texts → vectors: an array or lists, a row a text. The same text has to have the same vector."""
_FROM, _TO = 0.4, 2.0
"""Times the threshold: where a score is ambiguous."""
_APART, _SHARE = 0.55, 0.5
"""A pair loses this share of what its cosine lacks to ``_APART``, which is that of the usual pair in doubt."""
_LEAD = 1500


@dataclass(slots=True)
class Meaning:
    """The vectors of open articles, by their numbers."""

    embed: Embed
    articles: Sequence[Article]
    held: dict[int, Any] = field(default_factory=dict)

    def losses(self, doubtful: Any, new: Sequence[int], known: Sequence[int]) -> Any:
        """What each ``doubtful`` pair (a boolean array) of new articles (rows) and known ones (columns) loses."""
        import numpy as np

        lost, (rows, columns) = np.zeros(doubtful.shape), np.nonzero(doubtful)
        if not len(rows):
            return lost
        one = np.stack([self._vector(new[row]) for row in rows])
        other = np.stack([self._vector(known[column]) for column in columns])
        lost[rows, columns] = _SHARE * np.maximum(_APART - np.round((one * other).sum(axis=1), 4), 0)
        return lost

    @staticmethod
    def doubtful(scored: Any, threshold: float) -> Any:
        """Which scores are so near the threshold that words alone leave it open."""
        return (scored >= _FROM * threshold) & (scored < _TO * threshold)

    def forget(self, numbers: Iterable[int]) -> None:
        """Drop the vectors of closed articles."""
        for number in numbers:
            self.held.pop(number, None)

    def _vector(self, number: int) -> Any:
        """Of title and lead, of length 1. One text at a time: what else is in a batch must not change its numbers."""
        import numpy as np

        if number not in self.held:
            article = self.articles[number]
            vector = np.asarray(self.embed([f"{article.title}\n{article.body[:_LEAD]}"])[0], np.float64)
            self.held[number] = vector / (float(np.sqrt((vector * vector).sum())) or 1.0)
        return self.held[number]

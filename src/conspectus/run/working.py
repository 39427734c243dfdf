"""A library's stories read and compared by several processes; this one alone writes, as answers come."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched
from typing import TYPE_CHECKING

from conspectus.model import Article, Rejection
from conspectus.options import RunOptions
from conspectus.review import line
from conspectus.run.local import Died, carried_out
from conspectus.run.steps import comparing, reading
from conspectus.run.tables import READ, article_row, rejected, rejection, stories_schema, strings, table
from conspectus.store.library import Library
from conspectus.store.results import Asked, Wanted, keep_comparison, keep_reading, kept_reading, wanted

if TYPE_CHECKING:
    from pyarrow import RecordBatch

_ARTICLES = 8
"""Articles a batch: a few seconds of reading, and what is done again if its process dies."""


@dataclass(frozen=True, slots=True)
class Worked:
    """How many stories were compared, and what failed: articles not to be read, stories not to be compared."""

    compared: int
    rejections: tuple[Rejection, ...]


def worked(
    library: Library,
    stories: Sequence[str],
    asked: Asked,
    running: RunOptions,
    told: Callable[[Died], None] = lambda _: None,
) -> Worked:
    """Read what is unread in these stories, then compare each; what is done is kept at once, and survives an end.

    The readings and comparisons are those that ``store.results.compared`` makes one by one. An article that kills
    every process which reads it is among the rejections of its story's comparison, as one that cannot be read.
    """
    failed = _read(library, stories, asked, running, told)
    done, lost = 0, [rejection(text) for text in failed.values()]
    keys: dict[str, str] = {}
    batches = _gathered(library, stories, asked, failed, keys)
    for answer in carried_out(comparing(asked.comparing), batches, running, told):
        (row,) = answer.to_pylist()
        # The key is that of what was compared: the story may have grown since.
        key = keys.pop(row["story"])
        if row["rejection"] is None:
            keep_comparison(library, row["story"], key, row["comparison"], asked)
            done += 1
        else:
            lost.append(rejection(row["rejection"]))
    return Worked(done, tuple(lost))


def _read(
    library: Library, stories: Sequence[str], asked: Asked, running: RunOptions, told: Callable[[Died], None]
) -> dict[str, str]:
    """Read and keep what is unread; why (as JSON) by the id of each article that nothing could read."""
    failed: dict[str, str] = {}
    waiting: dict[str, Article] = {}
    for answer in carried_out(reading(asked.reading), _unread(library, stories, asked, waiting), running, told):
        for row in answer.to_pylist():
            article = waiting.pop(row["id"])
            if row["rejection"] is None:
                keep_reading(library, article, row["reading"], asked)
            else:
                failed[row["id"]] = row["rejection"]
    return failed


def _unread(
    library: Library, stories: Iterable[str], asked: Asked, waiting: dict[str, Article]
) -> "Iterator[RecordBatch]":
    """The articles without a fresh reading, in batches; each also stands in ``waiting``."""
    articles = (article for story in stories for article in wanted(library, story, asked).articles)
    for some in batched((one for one in articles if kept_reading(library, one, asked) is None), _ARTICLES):
        waiting |= {article.id: article for article in some}
        yield table([article_row(article) for article in some], strings(READ))


def _gathered(
    library: Library, stories: Iterable[str], asked: Asked, failed: dict[str, str], keys: dict[str, str]
) -> "Iterator[RecordBatch]":
    """A batch a story, with what its comparison is made of; the keys to keep these under stand in ``keys``."""
    for story in stories:
        one = wanted(library, story, asked)
        keys[story] = one.key
        yield table([_row(library, one, asked, failed)], stories_schema())


def _row(library: Library, one: Wanted, asked: Asked, failed: dict[str, str]) -> dict[str, object]:
    kept = {article.id: kept_reading(library, article, asked) for article in one.articles}
    missing = {name: failed.get(name) or rejected(_changed(name)) for name, text in kept.items() if text is None}
    return {
        "story": one.story,
        "articles": [article_row(article) for article in one.articles],
        "readings": [text for text in kept.values() if text is not None],
        "rejections": list(missing.values()),
        "decisions": [line(decision) for decision in one.decisions],
    }


def _changed(article: str) -> Rejection:
    return Rejection(article, "reading-failed", "came to its story while this ran", "run conspectus work again")

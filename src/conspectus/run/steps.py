"""The verbs over record batches: pure functions, a row for each row given; what fails is a row with its rejection.

Each ``…_step(options)`` loads what the step needs and gives it, once a process.
"""

from typing import TYPE_CHECKING

from conspectus.model import Reading, Rejection
from conspectus.options import CompareOptions, ReadOptions
from conspectus.run.local import Step, Work
from conspectus.run.tables import (
    COMPARISONS,
    READINGS,
    rejected,
    rejection,
    row_article,
    strings,
    table,
)
from conspectus.store.records import from_json, to_json

if TYPE_CHECKING:
    from pyarrow import RecordBatch

    from conspectus.read import Models

_TELL = "tell the makers of Conspectus"


def read_step(options: ReadOptions) -> Step:
    """Articles → readings, with the models loaded now."""
    from functools import partial

    from conspectus.read import load_models

    return partial(read_batch, models=load_models(options))


def read_batch(articles: "RecordBatch", models: "Models") -> "RecordBatch":
    """READ → READINGS. Each article is read on its own, so that batches of any size give the same."""
    from conspectus.read import read

    rows: list[dict[str, str]] = []
    for row in articles.to_pylist():
        if row.get("rejection"):
            rows.append({"id": row["id"], "rejection": row["rejection"]})
            continue
        article = row_article(row)
        try:
            rows.append({"id": article.id, "reading": to_json(read(article, models))})
        except Exception as error:
            why = Rejection(article.raw.name, "reading-failed", failed("read", error), _TELL)
            rows.append({"id": article.id, "rejection": rejected(why)})
    return table(rows, strings(READINGS))


def compare_step(options: CompareOptions) -> Step:
    """Stories → comparisons."""
    from functools import partial

    return partial(compare_batch, options=options)


def compare_batch(stories: "RecordBatch", options: CompareOptions = CompareOptions()) -> "RecordBatch":
    """``stories_schema`` → COMPARISONS. Corrections among the decisions are applied before comparing."""
    from conspectus.compare import compare
    from conspectus.review import corrected, corrections, parsed

    rows = []
    for row in stories.to_pylist():
        articles = {one["id"]: row_article(one) for one in row["articles"]}
        try:
            readings = [from_json(Reading, text, articles) for text in row["readings"]]
            decisions = parsed("".join(row["decisions"])).decisions
            lost = [rejection(text) for text in row["rejections"]]
            comparison = to_json(compare(corrected(readings, decisions), options, lost, corrections(decisions)))
            rows.append({"story": row["story"], "comparison": comparison})
        except Exception as error:
            why = Rejection(row["story"], "comparing-failed", failed("compared", error), _TELL)
            rows.append({"story": row["story"], "rejection": rejected(why)})
    return table(rows, strings(COMPARISONS))


def failed(done: str, error: Exception) -> str:
    """Why something could not be done, as one line."""
    return f"could not be {done} ({type(error).__name__}: {error})"


def reading(options: ReadOptions) -> Work:
    """The work of reading."""
    return Work(read_step, options, "id", article_aside)


def comparing(options: CompareOptions) -> Work:
    """The work of comparing."""
    return Work(compare_step, options, "story", story_aside)


def article_aside(row: "RecordBatch", why: str) -> "RecordBatch":
    """For an article that cannot be read in any process."""
    (given,) = row.to_pylist()
    lost = Rejection(row_article(given).raw.name, "reading-failed", f"reading it {why}", _TELL)
    return table([{"id": given["id"], "rejection": rejected(lost)}], strings(READINGS))


def story_aside(row: "RecordBatch", why: str) -> "RecordBatch":
    """For a story that cannot be compared in any process."""
    story = row.column("story")[0].as_py()
    lost = Rejection(story, "comparing-failed", f"comparing it {why}", _TELL)
    return table([{"story": story, "rejection": rejected(lost)}], strings(COMPARISONS))

"""The record batches that the steps take and give, and the way from records to them and back.

Records stand in their columns as the library keeps them (``store.records``): JSON, with an article's texts beside it.
Where a row has a ``rejection`` (a Rejection as JSON), its other columns may be null: what failed is passed on.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from conspectus.errors import OptionError
from conspectus.model import Article, Rejection
from conspectus.store.records import article_from_json, article_to_json, column, from_json, to_json

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema

_TEXTS = ("id", "title", "body", "record")
READ = (*_TEXTS, "rejection")
"""What reading needs of an article: all strings."""
READINGS = ("id", "reading", "rejection")
COMPARISONS = ("story", "comparison", "rejection")


def arrow() -> Any:
    """pyarrow; OptionError where it is not installed."""
    try:
        import pyarrow
    except ImportError as error:
        advice = 'pip install "conspectus[parquet]", or work in one process'
        raise OptionError("several processes hand each other Arrow batches", "pyarrow", advice) from error
    return pyarrow


def strings(names: Sequence[str]) -> "Schema":
    """A schema of string columns."""
    pyarrow = arrow()
    return pyarrow.schema([(name, pyarrow.string()) for name in names])


def stories_schema() -> "Schema":
    """A story a row: articles (as in READ), their readings (those that failed are missing), what failed, decisions."""
    pyarrow = arrow()
    article = pyarrow.struct([(name, pyarrow.string()) for name in _TEXTS])
    several = [(name, pyarrow.list_(pyarrow.string())) for name in ("readings", "rejections", "decisions")]
    return pyarrow.schema([("story", pyarrow.string()), ("articles", pyarrow.list_(article)), *several])


def table(rows: Sequence[Mapping[str, Any]], schema: "Schema") -> "RecordBatch":
    """Rows as one batch; columns that a row lacks are null."""
    return arrow().RecordBatch.from_pylist(list(rows), schema)


def article_row(article: Article) -> dict[str, str]:
    """An article without its raw bytes."""
    values = (article.id, column(article.title), column(article.body), article_to_json(article))
    return dict(zip(_TEXTS, values, strict=True))


def row_article(row: Mapping[str, str], raw: bytes = b"") -> Article:
    """The article that ``article_row`` made this row of."""
    return article_from_json(row["record"], row["title"], row["body"], raw)


def rejected(why: Rejection) -> str:
    """A rejection as its column holds it."""
    return to_json(why)


def rejection(text: str) -> Rejection:
    """What ``rejected`` wrote."""
    return from_json(Rejection, text, {})

"""The examples compared, once for all tests that want them."""

from functools import cache
from pathlib import Path

from conspectus import Comparison, Models, compare, ingest, read

EXAMPLES = Path(__file__).parent.parent / "examples"


@cache
def compared(story: str, models: Models) -> Comparison:
    taken = ingest(str(EXAMPLES / story))
    assert not taken.rejections
    return compare([read(article, models) for article in taken.articles])

"""The day on which an article stands in the order of things."""

from datetime import date

from conspectus.model import Article


def day_of(article: Article) -> int | None:
    """The proleptic ordinal of the day of publication; None where it is unknown or known to a month or year only."""
    value = article.published.value
    if value is None or len(value) < len("2031-05-23"):
        return None
    return date.fromisoformat(value[:10]).toordinal()

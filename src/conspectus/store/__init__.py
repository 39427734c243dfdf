"""The library: one SQLite file with articles, stories, readings, comparisons and people's decisions."""

from conspectus.store.library import Library, opened

__all__ = ["Library", "opened"]

"""Conspectus reads several news articles about one event and shows where they agree and differ.

Four verbs are the interface: ``ingest``, ``group``, ``read``, ``compare``. Importing them is light:
spaCy and the like load when a verb first needs them.
"""

# The verbs carry the names of the packages they live in. Importing them here, once, makes
# ``conspectus.read`` the verb; ``from conspectus.read.parse import …`` keeps working.
from conspectus.compare import compare
from conspectus.errors import ConspectusError
from conspectus.group import group
from conspectus.ingest import ingest
from conspectus.model import Article, Comparison, Finding, Ingested, Reading, Span, Story
from conspectus.options import CompareOptions, GroupOptions, IngestOptions, ReadOptions
from conspectus.read import Models, load_models, read
from conspectus.version import __version__

__all__ = [
    "Article", "CompareOptions", "Comparison", "ConspectusError", "Finding", "GroupOptions", "IngestOptions",
    "Ingested", "Models", "ReadOptions", "Reading", "Span", "Story", "__version__", "compare", "group", "ingest",
    "load_models", "read",
]  # fmt: skip

"""Inputs → articles, or rejections with a reason: one format a file."""

from conspectus.model import Ingested
from conspectus.options import IngestOptions


def ingest(*sources: str, options: IngestOptions = IngestOptions()) -> Ingested:
    """Placeholder until the formats land."""
    raise NotImplementedError

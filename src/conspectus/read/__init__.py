"""Article → Reading: one parse, then the readers in order."""

from dataclasses import replace
from typing import Any

from conspectus.model import Article, Made, Reading
from conspectus.read import (
    amounts,
    attributions,
    chains,
    circumstances,
    names,
    phrases,
    places,
    quotations,
    satire,
    sentences,
    speakers,
    statements,
    times,
    unpaired,
)
from conspectus.read.models import Models, load_models
from conspectus.read.parse import parse
from conspectus.read.reader import Reader

READERS: tuple[Reader, ...] = (
    sentences.READER,
    quotations.READER,
    unpaired.READER,
    names.READER,
    times.READER,
    amounts.READER,
    places.READER,
    attributions.READER,
    chains.READER,
    speakers.READER,
    circumstances.READER,
    statements.READER,
    phrases.READER,
    satire.READER,
)
"""Every reader, in the order they run; each requires only what earlier ones provide."""

__all__ = ["READERS", "Models", "Reader", "load_models", "read"]


def read(article: Article, models: Models) -> Reading:
    """Read one article: sentences, quotations, names, attributions, times, amounts, places, statements, phrases, notes.

    Pure: the same article and models give the same reading, whatever was read before.
    """
    parsed = parse(article, models)
    reading = Reading(article, made=(Made(models.name, models.version), *(reader.made for reader in READERS)))
    for reader in READERS:
        found: dict[str, Any] = {reader.provides: reader.run(article, parsed, reading, models)}
        reading = replace(reading, **found)
    return reading

"""One story's folder of articles → attribution chains as score_chains.py wants them."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from predict_compare import taken_in

from conspectus import Models, read
from conspectus.model import Chain, Span


def chains(folder: Path, models: Models) -> Iterator[dict[str, Any]]:
    """The chains of the articles in ``folder``; a document is named by its file without the ending."""
    for article in taken_in(folder):
        name = os.path.splitext(os.path.basename(article.raw.name))[0]
        for chain in read(article, models).chains:
            yield _line(chain, name)


def _line(chain: Chain, name: str) -> dict[str, Any]:
    part = "#title" if chain.content[0].part == "title" else ""
    voices = [{"source": _first(voice.source), "cue": _first(voice.cue)} for voice in chain.voices]
    return {"doc": name + part, "content": [[s.start, s.end] for s in chain.content], "chain": voices}


def _first(spans: Sequence[Span]) -> list[int] | None:
    return [spans[0].start, spans[0].end] if spans else None

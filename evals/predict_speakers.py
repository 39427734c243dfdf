"""The articles of all stories in a folder → resolved speakers as score_speakers.py wants them."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from predict_compare import taken_in

from conspectus import Models, read
from conspectus.model import Span


def speakers(stories: Path, models: Models) -> Iterator[dict[str, Any]]:
    """A line for each source of each article under ``stories``, a folder a story."""
    for folder in sorted(path for path in stories.iterdir() if path.is_dir()):
        for article in taken_in(folder):
            name = os.path.splitext(os.path.basename(article.raw.name))[0]
            for one in read(article, models).speakers:
                yield {
                    "story": folder.name,
                    "article": name,
                    "part": one.source[0].part,
                    "source": _whole(one.source),
                    "kind": one.kind,
                    "names": [[span.part, span.start, span.end] for span in one.names],
                }


def _whole(spans: Sequence[Span]) -> list[int]:
    return [spans[0].start, max(span.end for span in spans if span.part == spans[0].part)]

"""The articles of all stories in a folder → the labels that are shown, as score_labels.py wants them."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from predict_compare import taken_in

from conspectus import Comparison, Models, compare, read


def labels(stories: Path, models: Models) -> Iterator[dict[str, Any]]:
    """A line for each label finding of each story under ``stories``, a folder a story."""
    for folder in sorted(path for path in stories.iterdir() if path.is_dir()):
        yield from called(folder.name, compare([read(article, models) for article in taken_in(folder)]))


def called(story: str, comparison: Comparison) -> Iterator[dict[str, Any]]:
    """A line for each label finding of one story."""
    names = {one.id: os.path.splitext(os.path.basename(one.raw.name))[0] for one in comparison.articles}
    for finding in comparison.findings:
        if finding.kind == "label":
            spans = [span for side in finding.sides for span in side.spans]
            yield {"story": story, "phrases": [[names[s.article], s.part, s.start, s.end] for s in spans]}

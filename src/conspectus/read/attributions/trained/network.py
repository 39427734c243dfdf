"""The two graphs, run by onnxruntime on one thread, one window at a time.

One at a time, because int8 activations are scaled over what is run together: in a batch, a window's scores
would depend on its neighbours.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from conspectus.errors import ModelError
from conspectus.read.attributions.trained.decode import (
    Layout,
    Scores,
    Settings,
    anchors,
    views,
)
from conspectus.read.attributions.trained.windows import Window
from conspectus.text.networks import session
from conspectus.text.wordpieces import Vocabulary

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FOLDER = Path(__file__).parents[3] / "weights" / "attribution"


@dataclass(frozen=True, slots=True)
class Network:
    """The sessions with the vocabulary and the thresholds chosen in training."""

    tagger: "InferenceSession"
    pairs: "InferenceSession"
    vocabulary: Vocabulary
    settings: Settings

    def scores(self, window: Window) -> tuple[Scores, Layout]:
        """What the graphs say about one window."""
        ids = np.array([[piece for slot in window for piece in slot.pieces]], np.int64)
        feats = np.array([[slot.feature for slot in window for _ in slot.pieces]], np.int64)
        lengths = [len(slot.pieces) for slot in window]
        starts = np.array([np.cumsum([0, *lengths[:-1]])], np.int64)
        given = {"ids": ids, "feats": feats, "mask": np.ones_like(ids), "starts": starts}
        states, tags = self.tagger.run(None, given)
        layout = Layout(
            np.array([slot.paragraph for slot in window], np.int64),
            np.array([slot.span is not None for slot in window]),
        )
        cues = anchors(tags[0], layout.words, self.settings)
        if not cues:
            return Scores(tags[0], [], np.zeros((0, len(window), 3), np.float32), np.zeros(0, np.float32)), layout
        seen = views(cues, layout.paragraphs)
        given = {"states": states, "anchors": np.array([(0, first, last) for first, last in cues], np.int64)}
        given |= {"slots": seen.slots, "far": seen.far, "block": seen.block, "here": seen.here}
        pairs, valid = self.pairs.run(None, given)
        return Scores(tags[0], cues, seen.spread(pairs, len(window)), valid), layout


@cache
def load(folder: Path = FOLDER) -> Network:
    """The network of a weights folder; ModelError when a file is missing or broken."""
    try:
        tagger, pairs = (session(folder / name) for name in ("tagger.onnx", "pairs.onnx"))
        settings = Settings(**json.loads((folder / "settings.json").read_text(encoding="utf-8")))
        return Network(tagger, pairs, Vocabulary(folder / "vocab.txt"), settings)
    except Exception as error:  # onnxruntime's share no base but this
        raise ModelError(
            f"the attribution weights cannot be loaded ({error})", str(folder), "install the package again"
        ) from error

"""The encoder, run by onnxruntime on one thread, one pair at a time.

One at a time, because int8 activations are scaled over what is run together: in a batch, the answer for a pair would
depend on its neighbours. Made by ``training/agreement`` and laid in ``weights/agreement/closer.onnx``.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from conspectus.compare.closer.passage import Passage, passage, together
from conspectus.errors import ModelError
from conspectus.model import Reading, Span
from conspectus.text.networks import session
from conspectus.text.wordpieces import Vocabulary

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_WEIGHTS = Path(__file__).parents[2] / "weights"


@dataclass(frozen=True, slots=True)
class Encoder:
    """The session with the vocabulary it was trained on: that of who said what."""

    session: "InferenceSession"
    vocabulary: Vocabulary

    def passage(self, reading: Reading, span: Span) -> Passage:
        return passage(reading, span, self.vocabulary)

    def same(self, one: Passage, other: Passage) -> float:
        """How sure it is that both tell the same: log-odds, two places."""
        ids, marks = together(one, other, self.vocabulary)
        given = {"ids": np.array([ids], np.int64), "marks": np.array([marks], np.int64)}
        return round(float(self.session.run(None, given)[0][0]), 2)


@cache
def encoder(folder: Path = _WEIGHTS) -> Encoder:
    """The encoder that comes with the package, loaded once. ModelError when a file is missing or broken."""
    path = folder / "agreement" / "closer.onnx"
    try:
        return Encoder(session(path), Vocabulary(folder / "attribution" / "vocab.txt"))
    except Exception as error:  # onnxruntime's share no base but this
        raise ModelError(
            f"the weights of the closer look cannot be loaded ({error})", str(path), "install conspectus again"
        ) from error

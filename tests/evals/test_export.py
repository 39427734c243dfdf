"""export.py attribution: the trainer gets exactly what the networks will read, with who owns each word."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from factories import article, marked

from conspectus import Models, read
from conspectus.read.attributions.trained.network import FOLDER
from conspectus.read.attributions.trained.windows import windows
from conspectus.text.wordpieces import Vocabulary

EXPORT = Path(__file__).parents[2] / "evals" / "export.py"
TOLD = (
    "<what>“It is old,”</what> <cue>said</cue> <who>Dana Orlu</who>. <what>“It may fall.”</what>\n\n"
    'The council put an "iron" rule on lorries — 1,200 of them — at the café.\n\n' + "word " * 300
)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Any]:
    folder = tmp_path_factory.mktemp("export")
    text, spans = marked(TOLD)
    attribution = {"source": spans["who"], "cue": spans["cue"], "content": spans["what"]}
    document = {"doc_id": "one", "text": text, "attributions": [attribution], "discard": [[0, 3]]}
    (folder / "in.jsonl").write_text(json.dumps(document) + "\n", encoding="utf-8")
    command = [sys.executable, EXPORT, "attribution", folder / "in.jsonl", folder / "out.npz"]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return text, np.load(folder / "out.npz")


def test_windows_are_those_that_reading_composes(exported: tuple[str, Any], models: Models) -> None:
    text, arrays = exported
    one = article(text)
    outer = tuple(q for q in read(one, models).quotations if not q.depth)
    composed = list(windows(one, outer, Vocabulary(FOLDER / "vocab.txt")))
    assert len(composed) == len(arrays["window_doc"]) > 1
    slots = [slot for window in composed for slot in window]
    assert arrays["ids"].tolist() == [piece for slot in slots for piece in slot.pieces]
    assert arrays["feats"].tolist() == [slot.feature for slot in slots for _ in slot.pieces]
    assert arrays["slot_at"].tolist() == [0, *np.cumsum([len(window) for window in composed]).tolist()]


def test_every_word_knows_the_attribution_that_owns_it(exported: tuple[str, Any]) -> None:
    text, arrays = exported

    def held(role: str) -> str:
        return " ".join(text[start:end] for start, end in arrays["spans"][arrays[role] == 0].tolist())

    assert held("cue") == "said"
    assert held("source") == "Dana Orlu"
    assert held("content") == "“ It is old , ” “ It may fall . ”"
    assert arrays["att_source"].tolist() == [
        [np.flatnonzero(arrays["source"] == 0).min(), np.flatnonzero(arrays["source"] == 0).max()]
    ]


def test_discarded_characters_take_no_part_in_the_loss(exported: tuple[str, Any]) -> None:
    text, arrays = exported
    lost = [text[start:end] for start, end in arrays["spans"][arrays["lost"] == 1].tolist()]
    assert lost == ["“", "It"]

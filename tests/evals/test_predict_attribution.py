"""predict.py reads what its form names and nothing else: gold fields change nothing."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PREDICT = Path(__file__).parents[2] / "evals" / "predict.py"
TEXT = "Bridge to close.\n\n“It is old,” said Dana Orlu. “It will fall.”\n\nThe council said Orlu was right. 🌉\n"


def predict(folder: Path, documents: list[dict[str, Any]]) -> subprocess.CompletedProcess[str]:
    (folder / "in.jsonl").write_text("\n\n".join(json.dumps(one) for one in documents), encoding="utf-8")
    command = [sys.executable, str(PREDICT), "attribution", str(folder / "in.jsonl"), str(folder / "out.jsonl")]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The same text three times: bare, with gold fields, with wrong gold fields; and an empty one."""
    gold = {"attributions": [{"id": "E1", "source": [[0, 6]], "cue": [], "content": [[7, 15]]}], "discard": [[0, 20]]}
    documents = [
        {"doc_id": "a", "text": TEXT},
        {"doc_id": "b", "text": TEXT, **gold, "parsed": True},
        {"doc_id": "c", "text": TEXT, "attributions": "none"},
        {"doc_id": "d", "text": ""},
    ]
    folder = tmp_path_factory.mktemp("predict")
    done = predict(folder, documents)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()]


def test_every_document_has_its_line(lines: list[dict[str, Any]]) -> None:
    assert [line["doc_id"] for line in lines] == ["a", "b", "c", "d"]
    assert lines[3]["attributions"] == []


def test_gold_fields_change_nothing(lines: list[dict[str, Any]]) -> None:
    assert lines[0]["attributions"] == lines[1]["attributions"] == lines[2]["attributions"]


def test_spans_are_offsets_of_the_text_as_given(lines: list[dict[str, Any]]) -> None:
    told = [
        {role: [TEXT[start:end] for start, end in one[role]] for role in ("source", "cue", "content")}
        for one in lines[0]["attributions"]
    ]
    assert told == [
        {"source": ["Dana Orlu"], "cue": ["said"], "content": ["“It is old,”", "“It will fall.”"]},
        {"source": ["The council"], "cue": ["said"], "content": ["Orlu was right"]},
    ]


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"doc_id": "a", "text": "x"}\n{"doc_id": \n', encoding="utf-8")
    command = [sys.executable, str(PREDICT), "attribution", str(tmp_path / "in.jsonl"), str(tmp_path / "out.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "line 2" in done.stderr

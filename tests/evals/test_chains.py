"""evals/chains.py: each gold chain is counted under the first thing that is wrong with the nearest prediction."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

CHAINS = Path(__file__).parents[2] / "evals" / "chains.py"
GOLD = {
    "doc": "post",
    "content": [{"doc": "post", "start": 40, "end": 80}],
    "chain": [{"source": {"doc": "post", "start": 20, "end": 24}}, {"source": {"doc": "post", "start": 0, "end": 8}}],
}
INNER, OUTER = {"source": [20, 24], "cue": None}, {"source": [0, 8], "cue": None}
PREDICTED = [
    ("right", {"doc": "post", "content": [[44, 80]], "chain": [INNER, OUTER]}),
    ("a voice too few", {"doc": "post", "content": [[40, 80]], "chain": [INNER]}),
    ("a voice too many", {"doc": "post", "content": [[40, 80]], "chain": [INNER, OUTER, OUTER]}),
    ("another source", {"doc": "post", "content": [[40, 80]], "chain": [OUTER, OUTER]}),
    ("source not given", {"doc": "post", "content": [[40, 80]], "chain": [INNER, {"source": None, "cue": None}]}),
    ("words cut otherwise", {"doc": "post", "content": [[75, 200]], "chain": [INNER, OUTER]}),
    ("words not found", {"doc": "wire", "content": [[40, 80]], "chain": [INNER, OUTER]}),
]


@pytest.mark.parametrize(("kind", "predicted"), PREDICTED)
def test_a_gold_chain_is_counted_under_what_is_wrong_first(
    tmp_path: Path, kind: str, predicted: dict[str, object]
) -> None:
    gold, pred = tmp_path / "gold", tmp_path / "pred"
    gold.mkdir()
    pred.mkdir()
    (gold / "ferry.json").write_text(json.dumps({"attribution_chains": [GOLD]}), encoding="utf8")
    (pred / "ferry.jsonl").write_text(json.dumps(predicted) + "\n", encoding="utf8")
    command = [sys.executable, str(CHAINS), "--gold", str(gold), "--pred", str(pred), "--list"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    missed = [line for line in printed if "\t" in line]
    assert missed == ([] if kind == "right" else [f"ferry\tpost\t40-80\t{kind}\t2"])
    table = {line[:22].strip(): line[22:].split() for line in printed if "\t" not in line}
    assert {row for row, counts in table.items() if counts == ["0", "1", "1"]} == {kind, "of"}

"""predict.py times: values in the text's own offsets; gold fields change nothing."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

PREDICT = Path(__file__).parents[2] / "evals" / "predict.py"
TEXT = "🌉 The bridge at Velmora was shut on 14 May 2031. It will open on Monday, the mayor said."
BARE = {"doc": "a", "dct": "2031-05-15", "text": TEXT}
GOLD = {
    "times": [{"span": [0, 6], "type": "SET", "value": "P1Y"}],
    "timexes": [{"value": "2031"}],
    "events": "none",
    "split": "dev",
}


def predicted(folder: Path, documents: list[dict[str, Any]]) -> list[dict[str, Any]]:
    (folder / "in.jsonl").write_text("".join(json.dumps(one) + "\n" for one in documents), encoding="utf-8")
    command = [sys.executable, str(PREDICT), "times", str(folder / "in.jsonl"), str(folder / "out.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()]


def test_times_are_the_same_with_gold_fields_and_without(tmp_path: Path) -> None:
    plain, gold, undated = predicted(tmp_path, [BARE, {**GOLD, **BARE}, {**BARE, "doc": "c", "dct": None}])
    assert plain == gold
    found = {TEXT[start:end]: one["value"] for one in plain["times"] for start, end in [one["span"]]}
    assert found == {"14 May 2031": "2031-05-14", "Monday": "2031-05-19"}
    told = {TEXT[start:end]: one["value"] for one in undated["times"] for start, end in [one["span"]]}
    assert told["14 May 2031"] == "2031-05-14"
    assert told["Monday"] != "2031-05-19"

"""predict.py reuse: reads the pair's name and its two ids, and nothing else of the gold."""

import json
import subprocess
import sys
from pathlib import Path

PREDICT = Path(__file__).parents[2] / "evals" / "predict.py"
TEXT = "The bridge at Velmora was shut on Monday after a diver found a long crack in the third of its seven piers."


def test_labels_do_not_depend_on_gold_fields(tmp_path: Path) -> None:
    bare = [{"pair": "p1", "a": {"id": "x"}, "b": {"id": "y"}}, {"pair": "p2", "a": {"id": "x"}, "b": {"id": "z"}}]
    gold = [{**bare[0], "label": "independent", "passages": "none"}, bare[1]]
    texts = {"x": TEXT, "y": TEXT, "z": "A concert was held in Tarn, and the town band played until the rain came."}
    (tmp_path / "texts.jsonl").write_text("".join(json.dumps({"id": k, "text": v}) + "\n" for k, v in texts.items()))
    written = []
    for name, pairs in (("bare", bare), ("gold", gold)):
        (tmp_path / f"{name}.json").write_text(json.dumps(pairs))
        out = tmp_path / f"{name}-out.json"
        command = [sys.executable, PREDICT, "reuse", tmp_path / f"{name}.json", tmp_path / "texts.jsonl", out]
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        written.append(json.loads(out.read_text()))
    assert written[0] == written[1] == {"p1": "copy", "p2": "independent"}

"""predict.py coreference: reads places of mentions, and nothing of their gold."""

import json
import subprocess
import sys
from pathlib import Path

PREDICT = Path(__file__).parents[2] / "evals" / "predict.py"
TEXTS = {"1_a": "Dana Orlu resigned. Orlu left.", "1_b": "The mayor , Dana Orlu , resigned."}
SPANS = {"1_a": [[0, 9], [20, 24]], "1_b": [[4, 9], [12, 21]]}


def test_clusters_do_not_depend_on_gold_fields(tmp_path: Path) -> None:
    written = []
    for name, gold in (("bare", {}), ("gold", {"type": "HUMAN_PART_PER", "chain": "x"})):
        lines = [
            {"doc": doc, "event": "1", "text": text, "mentions": [{"span": span, **gold} for span in SPANS[doc]]}
            for doc, text in TEXTS.items()
        ]
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
        out = tmp_path / f"{name}.json"
        command = [sys.executable, str(PREDICT), "coreference", str(tmp_path / f"{name}.jsonl"), str(out)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        written.append(json.loads(out.read_text()))
    assert written[0] == written[1]
    assert set(written[0]) == {"1_a:0:9", "1_a:20:24", "1_b:4:9", "1_b:12:21"}
    assert len(set(written[0].values())) == 1

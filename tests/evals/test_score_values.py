"""evals/score_values.py: recall of the differences in values, with the matching of the scorer that it is given."""

import json
import subprocess
import sys
from pathlib import Path

VALUES = Path(__file__).parents[2] / "evals" / "score_values.py"
SCORER = """
def norm_class(name):
    return name

def hits(item, one):
    return item["spans"] == one["spans"]

def match(items, found, test):
    return {i: j for i, item in enumerate(items) for j, one in enumerate(found) if test(item, one)}
"""
GOLD = [
    {"class": "date", "spans": [1]},
    {"class": "date", "spans": [2]},
    {"class": "place", "spans": [3]},
    {"class": "scope", "spans": [4]},
]
PREDICTED = [
    {"kind": "discrepancy", "class": "date", "spans": [1]},
    {"kind": "discrepancy", "class": "number", "spans": [3]},
    {"kind": "discrepancy", "class": "date", "spans": [9]},
    {"kind": "quote", "class": "quote", "spans": [2]},
]


def test_found_of_each_class_and_of_all_four(tmp_path: Path) -> None:
    (tmp_path / "scorer.py").write_text(SCORER, encoding="utf8")
    for name in ("gold", "pred"):
        (tmp_path / name).mkdir()
    (tmp_path / "gold" / "ferry.json").write_text(json.dumps({"discrepancies": GOLD}), encoding="utf8")
    (tmp_path / "pred" / "ferry.jsonl").write_text("\n".join(map(json.dumps, PREDICTED)), encoding="utf8")
    command = [sys.executable, str(VALUES), *(str(tmp_path / name) for name in ("scorer.py", "gold", "pred"))]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    assert [line.split() for line in printed] == [
        ["number", "found", "0", "gold", "0", "right", "1", "shown", "1"],
        ["date", "found", "1", "gold", "2", "right", "1", "shown", "2"],
        ["duration", "found", "0", "gold", "0", "right", "0", "shown", "0"],
        ["place", "found", "1", "gold", "1", "right", "0", "shown", "0"],
        ["recall", "of", "the", "four", "classes", "66.7"],
    ]

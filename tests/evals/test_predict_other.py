"""predict.py compare, on files of a story: spans in the files' own text, gold fields ignored."""

import json
import subprocess
import sys
from pathlib import Path

PREDICT = Path(__file__).parents[2] / "evals" / "predict.py"
STORY = {
    "post": "The ferry sank off Port Hessel on Tuesday, killing 12 people. “It was far too heavy for the sea,” Ilse Varga said.",
    "wire": "The ferry sank off Port Hessel on Tuesday, killing 19 people. “It was much too heavy for the sea,” Ilse Varga said.",
}


def predicted(folder: Path, out: Path) -> list[dict[str, object]]:
    subprocess.run([sys.executable, str(PREDICT), "compare", str(folder), str(out)], check=True)
    return [json.loads(line) for line in out.read_text(encoding="utf8").splitlines()]


def test_findings_in_the_scorers_form_whatever_gold_stands_beside(tmp_path: Path) -> None:
    results = []
    for name, more in (("plain", {}), ("gold", {"discrepancies": [{"spans": []}], "triplet": "x"})):
        folder = tmp_path / name
        folder.mkdir()
        for outlet, text in STORY.items():
            fields = {
                "id": outlet,
                "outlet": outlet,
                "title": "Ferry sinks off Port Hessel",
                "published": "2031-03-11",
                "text": text,
            }
            (folder / f"{outlet}.json").write_text(json.dumps(fields | more), encoding="utf8")
        results.append(predicted(folder, tmp_path / f"{name}.jsonl"))
    plain, gold = results
    assert plain == gold
    assert {line["kind"] for line in plain} >= {"agreement", "quote", "discrepancy"}
    number = next(line for line in plain if line.get("class") == "number")
    spans = number["spans"]
    assert isinstance(spans, list)
    assert {STORY[span["doc"]][span["start"] : span["end"]] for span in spans} == {"12", "19"}

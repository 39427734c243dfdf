"""No file of the repository holds what a merge left undone."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_LEFT = re.compile(r"^(?:<{7} |>{7} )", re.MULTILINE)
_TEXT = {".py", ".md", ".sh", ".toml", ".json", ".jsonl", ".html", ".css", ".js", ".txt"}
_KEPT = ("src", "tests", "docs", "evals", "training", "benchmarks", "scripts", "examples")


def test_nothing_is_half_merged() -> None:
    files = [file for folder in _KEPT for file in (ROOT / folder).rglob("*") if file.suffix in _TEXT]
    files += [file for file in ROOT.iterdir() if file.suffix in _TEXT]
    assert len(files) > 500
    assert [str(file) for file in files if _LEFT.search(file.read_text(encoding="utf-8", errors="ignore"))] == []

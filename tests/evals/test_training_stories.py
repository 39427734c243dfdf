"""training/stories/lay.py: what is kept holds offsets alone, and only the text that was read is laid out again."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

LAY = Path(__file__).parents[2] / "training" / "stories" / "lay.py"
ARTICLE = {"title": "Bridge shut", "text": "The council shut the old bridge.", "outlet": "Gazette", "url": None}
ITEM = {
    "kind": "allegation",
    "what": "the reader's own words",
    "allegation": [{"doc": "a", "start": 4, "end": 11, "text": "council"}],
    "denial": [],
}


def run(folder: Path, *words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(folder / "lay.py"), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder beside a copy of the script, with one story kept from readers' notes."""
    (tmp_path / "lay.py").write_bytes(LAY.read_bytes())
    notes = tmp_path / "notes"
    for name, content in (
        ("articles/bridge/a.json", {**ARTICLE, "published": "2031-03-11", "origin": "x1"}),
        ("gold/bridge.jsonl", ITEM),
    ):
        (notes / name).parent.mkdir(parents=True, exist_ok=True)
        (notes / name).write_text(json.dumps(content) + "\n", encoding="utf8")
    assert run(tmp_path, "keep", notes).returncode == 0
    return tmp_path


def stories(folder: Path, text: str) -> Path:
    one = {"id": "x1", "source": "Gazette", "date": "3/11/2031", "url": None, "title": "Bridge shut", "text": text}
    path = folder / "stories.jsonl"
    path.write_text(json.dumps(one) + "\n", encoding="utf8")
    return path


def test_what_is_kept_has_no_words(kept: Path) -> None:
    said = (kept / "gold" / "bridge.jsonl").read_text(encoding="utf8") + (kept / "articles.jsonl").read_text("utf8")
    assert not any(words in said for words in ("council", "reader", "Bridge"))
    assert json.loads((kept / "gold" / "bridge.jsonl").read_text("utf8")) == {
        "kind": "allegation", "allegation": [{"doc": "a", "start": 4, "end": 11}], "denial": [],
    }  # fmt: skip


def test_the_folder_is_laid_out_again(kept: Path) -> None:
    done = run(kept, "lay", stories(kept, str(ARTICLE["text"])), kept / "out")
    assert done.returncode == 0, done.stderr
    laid = json.loads((kept / "out" / "articles" / "bridge" / "a.json").read_text("utf8"))
    assert laid == {**ARTICLE, "published": "2031-03-11"}
    assert (kept / "out" / "gold" / "bridge.jsonl").read_bytes() == (kept / "gold" / "bridge.jsonl").read_bytes()


def test_another_text_ends_the_run(kept: Path) -> None:
    done = run(kept, "lay", stories(kept, "The council shut the bridge."), kept / "out")
    assert done.returncode != 0
    assert "bridge/a" in done.stderr

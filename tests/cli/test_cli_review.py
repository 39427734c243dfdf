"""``conspectus review``: decisions go into the file beside the comparison and come back with the next run."""

import json
from pathlib import Path
from typing import Any

import pytest

from conspectus.cli.speaking import DONE, NOTHING, USAGE
from conspectus.model import story_id
from conspectus.present.json import comparison_json


@pytest.fixture
def story(make: Any, tmp_path: Path) -> Path:
    """The hand-made comparison as JSON on disk."""
    path = tmp_path / "story.json"
    path.write_bytes(comparison_json(make.two()))
    return path


def kept(story: Path) -> list[dict[str, Any]]:
    return [json.loads(one) for one in story.with_suffix(".decisions.jsonl").read_text("utf-8").splitlines()]


def test_decisions_are_added_with_who_and_when(call, story: Path) -> None:
    said = call("review", str(story), "D1", "--reject", "--note", "two ferries", "--who", "A. Editor")
    assert said.exit_code == DONE, said.output
    assert "D1 × rejected; note: two ferries" in said.stdout
    call("review", str(story), "AG1", "--accept")
    call("review", str(story), "AG1", "--take-back")
    found = kept(story)
    assert [(one["judgement"], one["who"]) for one in found] == [
        ("reject", "A. Editor"),
        ("accept", None),
        (None, None),
    ]
    assert all(one["when"].endswith("Z") for one in found)
    listed = call("review", str(story)).stdout
    assert "A. Editor D1" in listed
    assert "taken back" in listed


@pytest.mark.parametrize(
    "wrong",
    [("D9", "--accept"), ("--accept",), ("D1", "--accept", "--take-back"), ("D1", "--is", "x"), ("--speaker", "A:x"),
     ("--speaker", "A:nobody here", "--is", "x"), ("--entity", "Q:x", "--is", ""), ("--origin", "x"),
     ("--entity", "A", "--is", "")],
)  # fmt: skip
def test_what_cannot_be_meant_is_said_and_nothing_written(call, story: Path, wrong: tuple[str, ...]) -> None:
    said = call("review", str(story), *wrong)
    assert said.exit_code == USAGE, said.output
    assert not story.with_suffix(".decisions.jsonl").exists()


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"format": "conspectus-reading/1"}', "\x00", "[" * 100_000])
def test_what_is_no_comparison_is_said(call, tmp_path: Path, content: str) -> None:
    path = tmp_path / "odd.json"
    path.write_text(content, encoding="utf-8")
    said = call("review", str(path), "D1", "--accept")
    assert said.exit_code == NOTHING
    assert "is no comparison as JSON" in said.stderr


def test_a_review_of_a_page_is_taken_in_once(call, story: Path, tmp_path: Path) -> None:
    content = json.loads(story.read_bytes())
    own = story_id(one["id"] for one in content["articles"])
    line = {
        "format": "conspectus-decision/1", "story": own, "finding": content["findings"][0]["id"], "judgement": "accept",
        "note": "", "who": None, "when": "2031-03-12T10:00:00.123Z", "correction": None,
    }  # fmt: skip
    other = {**line, "story": "f" * 12}
    exported = tmp_path / "review.jsonl"
    exported.write_text(f"{json.dumps(line)}\n{json.dumps(other)}\n{json.dumps(line)[:50]}", encoding="utf-8")
    said = call("review", str(story), "--import", str(exported), "--who", "B. Reader")
    assert said.exit_code == DONE, said.output
    assert "1 added" in said.stdout
    assert "1 are about other articles" in said.stderr
    assert ":3: left out, not a whole line of JSON" in said.stderr
    assert "1 were there already" in call("review", str(story), "--import", str(exported), "--who", "B. Reader").stdout
    assert [one["who"] for one in kept(story)] == ["B. Reader"]


def test_the_next_run_shows_what_was_decided(call, pair, tmp_path: Path) -> None:
    story = tmp_path / "story.json"
    call("compare", *pair, "--json", str(story))
    content = json.loads(story.read_bytes())
    source = next(one for one in content["readings"][1]["speakers"] if one["kind"])
    label = content["findings"][0]["label"]
    call("review", str(story), label, "--accept", "--who", "A. Editor")
    at = "B:{part}:{start}-{end}".format(**source["source"][0])
    assert call("review", str(story), "--speaker", at, "--is", "").exit_code == DONE
    done = call("compare", *pair, "--json", str(story), "--html", str(tmp_path / "story.html"))
    assert done.exit_code == DONE, done.output
    again = json.loads(story.read_bytes())
    assert [one["judgement"] for one in again["decisions"]] == ["accept", None]
    assert [one["kind"] for one in again["readings"][1]["speakers"] if one["source"] == source["source"]] == [None]
    shown = call("compare", *pair, "--decisions", str(story.with_suffix(".decisions.jsonl"))).stdout
    assert "✓ accepted (A. Editor, " in shown
    assert "speaker put right: " in shown
    assert "is the article does not tell" in shown
    assert "✓ accepted (A. Editor, " in (tmp_path / "story.html").read_text(encoding="utf-8")


def test_gold_says_what_people_decided_and_nothing_else(call, story: Path, tmp_path: Path) -> None:
    for label, judgement in (("D1", "--accept"), ("D2", "--reject"), ("AG1", "--accept"), ("UA1", "--accept"),
                             ("Q1", "--reject"), ("X1", "--accept")):  # fmt: skip
        assert call("review", str(story), label, judgement).exit_code == DONE
    assert call("review", str(story), "--gold", str(tmp_path / "gold")).exit_code == DONE
    gold = json.loads((tmp_path / "gold" / "story.json").read_bytes())
    counts = {name: len(items) for name, items in gold.items() if isinstance(items, list)}
    assert counts == {"discrepancies": 1, "hard_negatives": 1, "agreements": 1, "silences": 1, "quote_variants": 1}
    (found,) = gold["discrepancies"]
    assert (found["class"], found["severity"]) == ("number", "conflict")
    assert [(one["doc"], one["end"] - one["start"]) for one in found["spans"]] == [
        ("Carrow Gazette", 10),
        ("article", 10),
    ]
    assert gold["quote_variants"][0]["same_utterance"] is False
    assert (tmp_path / "gold" / "speakers.jsonl").read_text(encoding="utf-8") == ""

"""``conspectus review``: decisions go into the file beside the comparison and come back with the next run."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from conspectus.cli.speaking import DONE, NOTHING, SOME_REJECTED, USAGE
from conspectus.model import Entity, story_id
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
     ("--entity", "A", "--is", ""), ("D1", "--accept", "--reject"), ("D1", "--note", " "), ("D1", "--take-back"),
     ("D1", "--origin", "x"), ("AG1", "--origin", "x", "--take-back"), ("D1", "--gold", "g"), ("--import", "x", "--gold", "g"),
     ("--entity", "A:x", "--take-back")],
)  # fmt: skip
def test_what_cannot_be_meant_is_said_and_nothing_written(call, story: Path, wrong: tuple[str, ...]) -> None:
    said = call("review", str(story), *wrong)
    assert said.exit_code == USAGE, said.output
    assert not story.with_suffix(".decisions.jsonl").exists()


def test_a_note_leaves_the_judgement_and_a_judgement_the_note(call, story: Path) -> None:
    for one in (("--accept",), ("--note", "see page 3\n“here” 🚢 שלום"), ("--reject",), ("--note", "")):
        assert call("review", str(story), "D1", *one, "--who", " A. Editor ").exit_code == DONE
    found = kept(story)
    note = "see page 3\n“here” 🚢 שלום"
    assert [(one["judgement"], one["note"]) for one in found] == [
        ("accept", ""), ("accept", note), ("reject", note), ("reject", ""),
    ]  # fmt: skip
    assert {one["who"] for one in found} == {"A. Editor"}
    assert {one["about"] for one in found} == {"How many were aboard"}


def test_what_no_longer_stands_is_listed_and_not_counted(call, story: Path) -> None:
    for one in (("D1", "--accept"), ("D1", "--reject"), ("AG1", "--accept"), ("AG1", "--take-back")):
        call("review", str(story), *one)
    listed = call("review", str(story)).stdout.splitlines()
    assert ["no longer stands" in one for one in listed] == [True, False, True, False, False]
    assert listed[-1] == "1 of 6 findings reviewed"


def test_a_name_is_put_right_place_by_place_or_everywhere(call, make: Any, tmp_path: Path) -> None:
    article, at = make.article("⟦a|Varga⟧ met ⟦b|Ilse Varga⟧ and ⟦c|Tom Varga⟧. ⟦d|Varga⟧ left.")
    people = (
        Entity("1", "person", "Ilse Varga", (at["a"], at["b"], at["d"]), (), ()),
        Entity("2", "person", "Tom Varga", (at["c"],), (), ()),
    )
    story = tmp_path / "story.json"
    story.write_bytes(comparison_json(replace(make.comparison([article]), entities=people)))

    def put(*arguments: str) -> list[tuple[int, list[int], bool]]:
        path = story.with_suffix(".decisions.jsonl")
        before = len(kept(story)) if path.exists() else 0
        said = call("review", str(story), "--entity", *arguments)
        assert said.exit_code == DONE, said.output
        made = [one["correction"] for one in kept(story)[before:]]
        return [(one["spans"][0]["start"], [n["start"] for n in one["names"]], one["withdrawn"]) for one in made]

    a, c, d = (at[name].start for name in "acd")
    several = call("review", str(story), "--entity", "A:Varga", "--is", "Tom Varga")
    assert "2 places have these words" in several.stderr
    assert put(f"A:body:{a}-{a + 5}", "--is", "Tom Varga") == [(a, [c], False)]
    assert put("a:varga", "--every", "--is", "A:Tom Varga") == [(a, [c], False), (d, [c], False)]
    assert put("A:Varga", "--every", "--is", "") == [(a, [], False), (d, [a], False)]
    assert put("A:Varga", "--every", "--take-back") == [(a, [], True), (d, [], True)]
    for wrong, why in (("Ilse Varga", "read as one already"), ("Pavel", "no name is read so"), ("B:x", "no name")):
        assert why in call("review", str(story), "--entity", f"A:body:{a}-{a + 5}", "--is", wrong).stderr


def test_an_origin_is_put_right_and_taken_back_with_what_was_said(call, story: Path) -> None:
    call("review", str(story), "AG1", "--origin", "the coast guard", "--note", "by telephone", "--who", "A")
    call("review", str(story), "AG1", "--accept", "--who", "A")
    assert call("review", str(story), "AG1", "--take-back", "--who", "B").exit_code == USAGE
    said = call("review", str(story), "AG1", "--take-back", "--who", "A").stdout
    assert "AG1 taken back" in said
    assert "origin put right: taken back" in said
    assert [(one["correction"] or {}).get("withdrawn") for one in kept(story)] == [False, None, None, True]


def test_a_finding_that_is_not_made_any_more_is_listed_with_what_it_was(call, story: Path) -> None:
    call("review", str(story), "D1", "--reject")
    content = json.loads(story.read_bytes())
    del content["findings"][0]
    story.write_text(json.dumps(content), encoding="utf-8")
    listed = call("review", str(story)).stdout
    assert "“How many were aboard”, not made here: × rejected" in listed
    assert "0 of 5 findings reviewed; what was said of 1 that are not made here is kept" in listed


def test_of_a_file_that_is_none_three_lines_are_named(call, story: Path) -> None:
    call("review", str(story), "D1", "--accept")
    path = story.with_suffix(".decisions.jsonl")
    path.write_text(path.read_text("utf-8") + "odd\n" * 9, encoding="utf-8")
    said = call("review", str(story))
    assert said.exit_code == SOME_REJECTED
    assert len(said.stderr.splitlines()) == 4
    assert "6 more lines left out" in said.stderr
    assert "is no file of decisions" in call("review", str(story), "--import", str(story)).stderr


def test_a_comparison_comes_from_standard_input(call, story: Path, tmp_path: Path) -> None:
    assert call("review", "-", "D1", "--accept", input=story.read_bytes()).exit_code == USAGE
    to = tmp_path / "to.jsonl"
    assert call("review", "-", "D1", "--accept", "--to", str(to), input=story.read_bytes()).exit_code == DONE
    assert len(to.read_text("utf-8").splitlines()) == 1


def test_gold_is_never_written_over_the_comparison(call, story: Path) -> None:
    call("review", str(story), "D1", "--accept")
    before = story.read_bytes()
    said = call("review", str(story), "--gold", str(story.parent))
    assert (said.exit_code, story.read_bytes()) == (USAGE, before)
    assert "would be written over the comparison itself" in said.stderr


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
    other = {**line, "story": "f" * 12, "finding": "f" * 12}
    exported = tmp_path / "review.jsonl"
    exported.write_text(f"{json.dumps(line)}\n{json.dumps(other)}\n{json.dumps(line)[:50]}", encoding="utf-8")
    said = call("review", str(story), "--import", str(exported), "--who", "B. Reader")
    assert said.exit_code == SOME_REJECTED, said.output
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
    assert (tmp_path / "gold" / "speakers" / "story.jsonl").read_text(encoding="utf-8") == ""

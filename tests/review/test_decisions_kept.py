"""Decisions: written line by line, read back, safe against a line that broke off; applied where the spans are the same."""

import errno
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from conspectus.errors import InputError, OutputError
from conspectus.model import Correction, Decision, Reading, Span, Speaker, story_id
from conspectus.review import append, beside, corrected, decided, line, load, parsed, right, standing

WHEN = "2031-03-12T10:00:00Z"


def decision(finding: str | None = "0" * 12, judgement: str | None = "accept", **given: object) -> Decision:
    fields = {"story": "a" * 12, "note": "", "who": "A. Editor", "when": WHEN, **given}
    return Decision(finding=finding, judgement=judgement, **fields)  # type: ignore[arg-type]


def span(start: int, end: int) -> Span:
    return Span("x", "body", start, end)


ALL = (
    decision(),
    decision(judgement=None, note="“quoted”\nand \u202e turned", who=None),
    decision(judgement="could not tell"),
    decision(None, None, correction=Correction("speaker", (span(1, 4),), (span(8, 12),), "person")),
    decision(None, None, correction=Correction("entity", (span(1, 4), span(6, 9)))),
    decision(correction=Correction("origin", (span(1, 4),), value="the coast guard")),
    decision(correction=Correction("origin", (span(1, 4),), withdrawn=True)),
    decision(about="How many died", articles=("x", "y")),
)


@pytest.mark.parametrize("one", ALL)
def test_a_line_comes_back_as_it_was(one: Decision) -> None:
    assert line(one).count("\n") == 1
    assert parsed(line(one)).decisions == (one,)


def test_lines_are_added_and_nothing_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "story.decisions.jsonl"
    assert append(path, ALL[:2]) == 2
    before = path.read_bytes()
    assert append(path, [ALL[1], ALL[2]]) == 1
    assert path.read_bytes().startswith(before)
    assert load(path).decisions == ALL[:3]


@pytest.mark.parametrize("kept", [1, 40, -1])
def test_a_line_that_broke_off_is_kept_named_and_spoils_nothing(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text(line(ALL[0]) + line(ALL[1])[: kept if kept > 0 else -2], encoding="utf-8")
    before = path.read_bytes()
    append(path, [ALL[2]])
    assert path.read_bytes().startswith(before)
    found = load(path)
    assert found.decisions == (ALL[0], ALL[2])
    assert [number for number, _ in found.refused] == [2]


@pytest.mark.parametrize(
    "broken",
    ["[]", "null", "{}", '"x"', "\x00", "[" * 90_000, line(ALL[0]).replace("accept", "fine"),
     line(ALL[0]).replace(WHEN, "yesterday"), line(ALL[0]).replace("/1", "/9"), line(ALL[0]).replace('"A. Editor"', "7"),
     line(ALL[3]).replace('"end": 4', '"end": 0'), line(ALL[3]).replace('"start": 1', '"start": "1"'),
     line(ALL[3]).replace('"what": "speaker"', '"what": "all"'), line(ALL[0]).replace("03-12T", "13-41T"),
     line(ALL[3]).replace('"withdrawn": false', '"withdrawn": 1'), line(ALL[0]).replace("A. Editor", "\\ud800"),
     line(ALL[0]).replace("A. Editor", "caf\udce9")],
)  # fmt: skip
def test_what_is_no_decision_is_refused_with_its_line(broken: str) -> None:
    found = parsed(line(ALL[0]) + broken)
    assert found.decisions == (ALL[0],)
    assert [number for number, _ in found.refused] == [2]


def test_lines_without_what_was_added_later_and_of_a_newer_version() -> None:
    old = {name: value for name, value in json.loads(line(ALL[0])).items() if name not in ("about", "articles")}
    found = parsed("\ufeff" + json.dumps(old) + "\r\n" + line(ALL[0]).replace("/1", "/2"))
    assert found.decisions == (ALL[0],)
    assert found.refused == ((2, "written by a newer Conspectus (conspectus-decision/2): install that to read it"),)


def test_nothing_is_written_behind_what_is_no_file_of_decisions(tmp_path: Path) -> None:
    story = tmp_path / "story.json"
    story.write_text('{"format": "conspectus-comparison/1"}', encoding="utf-8")
    with pytest.raises(OutputError, match="is no file of decisions, and stays as it is"):
        append(story, ALL[:1])
    assert story.read_text("utf-8") == '{"format": "conspectus-comparison/1"}'
    with pytest.raises(InputError, match="is no file of decisions"):
        load(story)
    for name in (tmp_path, Path(os.devnull)):
        with pytest.raises(OutputError, match="is no file"):
            append(name, ALL[:1])


@pytest.mark.parametrize("held", ["", '{"format": "consp', line(ALL[0]).replace("/1", "/2"), "\ufeff" + line(ALL[0])])
def test_a_file_that_only_begins_like_one_is_gone_on_with(tmp_path: Path, held: str) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text(held, encoding="utf-8")
    assert append(path, [ALL[1]]) == 1
    assert path.read_text("utf-8").startswith(held)
    assert ALL[1] in load(path).decisions


def test_what_cannot_be_written_whole_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "d.jsonl"
    append(path, ALL[:1])
    before = path.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        append(path, [ALL[1]])
    assert path.read_bytes() == before


def test_a_file_of_decisions_lies_beside_the_comparison() -> None:
    assert {beside("a/story.json").name, beside("a/story.html").name} == {"story.decisions.jsonl"}


def test_each_persons_last_word_stands_until_it_is_taken_back() -> None:
    first, second = decision(), decision(judgement="reject")
    other = decision(who="B", judgement="could not tell")
    assert standing([first, other, second], "0" * 12) == (other, second)
    assert standing([first, other, decision(judgement=None)], "0" * 12) == (other,)
    assert standing([first], "1" * 12) == ()


def test_the_later_counts_wherever_it_stands_in_the_file() -> None:
    late = decision(judgement="reject", when="2031-03-12T10:00:00.5Z")
    early = decision(when="2031-03-12T10:00:00Z")
    assert standing([late, early], "0" * 12) == (late,)
    put = decision(None, None, who="A", when="2031-03-12T10:00:02Z", correction=Correction("speaker", (span(1, 4),)))
    other = replace(put, who="B", when="2031-03-12T10:00:01Z", correction=replace(put.correction, kind="person"))
    assert right([put, other]) == (put,)
    gone = replace(put, when="2031-03-12T10:00:03Z", correction=replace(put.correction, withdrawn=True))
    assert right([gone, put, other]) == ()


def test_a_corrected_speaker_is_read_so_on_the_next_run(make) -> None:
    article, at = make.article("⟦who|He⟧ said so. ⟦one|Ilse Varga⟧ left; ⟦two|Pavel Runge⟧ stayed.")
    speaker = Speaker((at["who"],), "person", (at["one"],), "the nearest name", None)
    reading = Reading(article, speakers=(speaker,))
    put = Correction("speaker", (at["who"],), (at["two"],), "person")
    (after,) = corrected([reading], [decision(None, None, correction=put)])
    assert (after.speakers[0].names, after.speakers[0].why) == ((at["two"],), "corrected by A. Editor, 2031-03-12")
    elsewhere = replace(put, spans=(make.span(at["who"], 0, 1),))
    assert corrected([reading], [decision(None, None, correction=elsewhere)]) == (reading,)
    outside = replace(put, names=(Span(article.id, "body", 900, 910),))
    assert corrected([reading], [decision(None, None, correction=outside)]) == (reading,)


def test_a_corrected_origin_holds_where_the_spans_are_the_same(make) -> None:
    comparison = make.two()
    story = story_id(one.id for one in comparison.articles)
    agreed = next(one for one in comparison.findings if one.verdict == "agree")
    spans = tuple(span for side in agreed.sides for span in side.spans)
    put = decision(None, None, story=story, correction=Correction("origin", spans, value="the coast guard"))
    after = decided(comparison, [put])
    assert [one.origin for one in after.findings if one.id == agreed.id] == ["the coast guard"]
    assert [one for one in after.findings if one.id != agreed.id] == [
        one for one in comparison.findings if one.id != agreed.id
    ]
    assert after.decisions == (put,)


def test_what_meets_nothing_is_kept_and_said(make) -> None:
    comparison = make.two()
    story = story_id(one.id for one in comparison.articles)
    lost = decision("f" * 12, story=story)
    word = Span(comparison.articles[0].id, "body", 0, 1)
    idle = decision(None, None, story=story, correction=Correction("origin", (word,), value="x"))
    after = decided(comparison, [lost, idle, decision("e" * 12)])
    assert after.decisions == (lost, idle)
    assert after.findings == comparison.findings
    said = [note.message for note in after.notes if note.code == "decisions"]
    assert len(said) == 3
    assert said[0].startswith("1 decision is")


def test_a_decision_follows_its_finding_to_another_set_of_articles_and_says_where_it_is_gone(make) -> None:
    comparison = make.two()
    here, gone = comparison.findings[0], "f" * 12
    kept = decision(here.id, story="b" * 12, about=here.title)
    lost = decision(gone, "reject", story="b" * 12, about="How many died", articles=(comparison.articles[0].id,))
    after = decided(comparison, [kept, lost, decision(gone, story="c" * 12)])
    assert after.decisions == (kept, lost)
    said = [note.message for note in after.notes if note.code == "decisions"]
    assert said == [
        "1 decision is about findings that are not made here any more, and kept:"
        " rejected “How many died” (A. Editor, 2031-03-12).",
        "1 decision is about other articles, and left out.",
    ]

"""Decisions: written line by line, read back, safe against a line that broke off; applied where the spans are the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from conspectus.model import Correction, Decision, Entity, Reading, Span, Speaker, story_id
from conspectus.review import append, beside, corrected, decided, line, load, parsed, standing

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
     line(ALL[3]).replace('"what": "speaker"', '"what": "all"')],
)  # fmt: skip
def test_what_is_no_decision_is_refused_with_its_line(broken: str) -> None:
    found = parsed(line(ALL[0]) + broken)
    assert found.decisions == (ALL[0],)
    assert [number for number, _ in found.refused] == [2]


def test_a_file_of_decisions_lies_beside_the_comparison() -> None:
    assert {beside("a/story.json").name, beside("a/story.html").name} == {"story.decisions.jsonl"}


def test_each_persons_last_word_stands_until_it_is_taken_back() -> None:
    first, second = decision(), decision(judgement="reject")
    other = decision(who="B", judgement="could not tell")
    assert standing([first, other, second], "0" * 12) == (other, second)
    assert standing([first, other, decision(judgement=None)], "0" * 12) == (other,)
    assert standing([first], "1" * 12) == ()


def test_a_corrected_speaker_is_read_so_on_the_next_run(make) -> None:
    article, at = make.article("⟦who|He⟧ said so. ⟦one|Ilse Varga⟧ left; ⟦two|Pavel Runge⟧ stayed.")
    speaker = Speaker((at["who"],), "person", (at["one"],), "the nearest name", None)
    reading = Reading(article, speakers=(speaker,))
    right = Correction("speaker", (at["who"],), (at["two"],), "person")
    (after,) = corrected([reading], [decision(None, None, correction=right)])
    assert (after.speakers[0].names, after.speakers[0].why) == ((at["two"],), "corrected by A. Editor, 2031-03-12")
    elsewhere = replace(right, spans=(make.span(at["who"], 0, 1),))
    assert corrected([reading], [decision(None, None, correction=elsewhere)]) == (reading,)
    outside = replace(right, names=(Span(article.id, "body", 900, 910),))
    assert corrected([reading], [decision(None, None, correction=outside)]) == (reading,)


def test_a_corrected_origin_holds_where_the_spans_are_the_same(make) -> None:
    comparison = make.two()
    story = story_id(one.id for one in comparison.articles)
    agreed = next(one for one in comparison.findings if one.verdict == "agree")
    spans = tuple(span for side in agreed.sides for span in side.spans)
    right = decision(None, None, story=story, correction=Correction("origin", spans, value="the coast guard"))
    after = decided(comparison, [right])
    assert [one.origin for one in after.findings if one.id == agreed.id] == ["the coast guard"]
    assert [one for one in after.findings if one.id != agreed.id] == [
        one for one in comparison.findings if one.id != agreed.id
    ]
    assert after.decisions == (right,)


def test_a_mention_goes_to_the_entity_it_belongs_to_or_to_one_of_its_own(make) -> None:
    article, at = make.article("⟦a|Varga⟧ met ⟦b|Ilse Varga⟧ and ⟦c|Tom Varga⟧.")
    comparison = make.comparison([article])
    two = (
        Entity("1", "person", "Ilse Varga", (at["a"], at["b"]), (), ()),
        Entity("2", "person", "Tom Varga", (at["c"],), (), ()),
    )
    comparison = replace(comparison, entities=two)
    story = story_id([article.id])
    joined = decision(None, None, story=story, correction=Correction("entity", (at["a"],), (at["c"],)))
    assert {one.mentions for one in decided(comparison, [joined]).entities} == {(at["b"],), (at["a"], at["c"])}
    alone = replace(joined, correction=Correction("entity", (at["a"],)))
    assert {one.name for one in decided(comparison, [alone]).entities} == {"Varga", "Ilse Varga", "Tom Varga"}


def test_what_meets_nothing_is_kept_and_said(make) -> None:
    comparison = make.two()
    story = story_id(one.id for one in comparison.articles)
    lost = decision("f" * 12, story=story)
    idle = decision(None, None, story=story, correction=Correction("origin", (span(0, 1),), value="x"))
    after = decided(comparison, [lost, idle, decision()])
    assert after.decisions == (lost, idle)
    assert after.findings == comparison.findings
    said = [note.message for note in after.notes if note.code == "decisions"]
    assert len(said) == 3
    assert said[0].startswith("1 decision is")

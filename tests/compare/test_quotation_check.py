"""Which printings are one utterance, and what sets them apart."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest

from conspectus.compare import quotations, speakers
from conspectus.compare.check import Evidence
from conspectus.compare.utterances import utterances
from conspectus.model import Finding, Reading
from conspectus.options import CompareOptions

Findings = Callable[..., tuple[Finding, ...]]
Read = Callable[..., Reading]

_ORLU = "<who>Dana Orlu</who> <cue>said</cue>"


def _one(found: tuple[Finding, ...]) -> Finding:
    assert len(found) == 1, [f.title for f in found]
    return found[0]


@pytest.mark.parametrize(
    ("first", "second", "severity", "reason"),
    [
        pytest.param(
            "“The old lighthouse will never be sold,” Orlu said.",
            'Orlu said: "The old lighthouse will never be sold."',
            None,
            "The same words; punctuation",
            id="house style only",
        ),
        pytest.param(
            "“The harbour is full of broken boats,” Orlu said.",
            "“The harbour is full of sunken boats,” Orlu said.",
            "conflict",
            "differ in words: “broken”, “sunken”",
            id="another word",
        ),
        pytest.param(
            "“I read a note and quickly blamed the two young sailors,” Orlu said.",
            "“I quickly blamed the two young sailors,” Orlu said.",
            "conflict",
            "no mark shows the cut: “read a note and”",
            id="silent cut",
        ),
        pytest.param(
            "“I read a note and quickly blamed the two young sailors,” Orlu said.",
            "“I … quickly blamed the two young sailors,” Orlu said.",
            "granularity",
            "leaves words out and shows it",
            id="ellipsis",
        ),
        pytest.param(
            "“The harbour is full of broken boats,” Orlu said.",
            "“The harbour,” Orlu said, “is full of broken boats.”",
            None,
            "The same words",
            id="interrupted by the cue",
        ),
        pytest.param(
            "“Our crew is already working to raise the sunken ferry,” Orlu said.",
            "Orlu said that they were “already working to raise the sunken ferry.”",
            "granularity",
            "gives less of the sentence: “Our crew is”",
            id="begins later, in lower case",
        ),
        pytest.param(
            "“I want to know who those pilots are, because they follow a broken compass,” Orlu said.",
            "“I want to know who those pilots are,” Orlu said. “They follow a broken compass.”",
            "granularity",
            "as one sentence what another prints as two: “because”",
            id="joined sentences",
        ),
        pytest.param(
            "“It seems to me that from what I hear the ferry never sank,” Orlu said.",
            "“From what I hear the ferry never sank,” Orlu said.",
            "tension",
            "prints a capital",
            id="begins later with a capital",
        ),
        pytest.param(
            "“Sailors should sail, but if the harbour master agrees they may also row,” Orlu said.",
            "“Sailors should sail.”",
            None,
            "",
            id="two words are an edge",
            marks=pytest.mark.xfail(strict=True, reason="a sentence of three words closed early is not seen as cut"),
        ),
        pytest.param(
            "“Nobody will close the northern harbour, but some piers may be sold,” Orlu said.",
            "“Nobody will close the northern harbour.” Orlu then left.",
            "tension",
            "ends with a full stop",
            id="closed early",
        ),
        pytest.param(
            "“We hired [Captain Tovi] to raise the sunken ferry,” Orlu said.",
            "“We hired him to raise the sunken ferry,” Orlu said.",
            "granularity",
            "brackets",
            id="an editor's brackets",
        ),
        pytest.param(
            "“Harbour rules should protect every small boat from the tide,” Orlu said.",
            "Orlu said harbour rules “should protect every small boat from the tide.”",
            "granularity",
            "not all of them inside quotation marks",
            id="the marks move",
        ),
        pytest.param(
            "“An examination of the ledger shows that nine payments were never entered,” the paper wrote.",
            "An examination of the ledger shows that nine payments were never entered.",
            "granularity",
            "not all of them inside quotation marks",
            id="own voice here, quoted there",
        ),
    ],
)
def test_two_printings(findings_of: Findings, first: str, second: str, severity: str | None, reason: str) -> None:
    found = _one(findings_of(quotations.CHECK, first, second))
    assert (found.kind, found.property, found.severity) == ("quote", "quote", severity)
    assert found.verdict == ("differ" if severity else "agree")
    assert reason in found.reason


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“These are not hoax letters,” said Wen.", "“This is a hoax,” said Morr."),
        (
            "“Put the harbour sale on hold until I have seen the facts.”",
            "“The harbour sale will be settled next week.”",
        ),
        (
            "“are simply meant to flood the island and our harbours with more boats.”",
            "“nothing but an attempt to prey on fear, fill our harbours with more boats and raise the tolls.”",
        ),
        (
            "“what the captain did, when she did it and why she did it.”",
            "“what she did with the log and when she did it”",
        ),
        ("He called it “a mistake.”", "She called it “a grave mistake of the whole council.”"),
        ("He wrote “The Long Way Home,” a novel.", "The band played “The Long Way Home,” she said."),
        (
            "<who>Dana Orlu</who> was <what>“deeply shocked”</what>.",
            "<who>Piet Wen</who> was <what>“deeply shocked”</what>.",
        ),
    ],
)
def test_look_alikes_are_not_one_utterance(findings_of: Findings, first: str, second: str) -> None:
    assert findings_of(quotations.CHECK, first, second) == ()


def test_a_contraction_is_no_word_of_meaning(findings_of: Findings) -> None:
    found = _one(
        findings_of(
            quotations.CHECK,
            "“I am sorry for what I have done, and I will repay what I can,” Orlu told the court.",
            "“I’m sorry for what I have done, and I will repay what I can,” the former banker told judges.",
            "“I am sorry for what happened, and I will repay what I can,” she said.",
        )
    )
    assert found.severity == "conflict"
    assert len({side.reading for side in found.sides}) == 2


def test_a_short_saying_is_one_with_its_contraction(findings_of: Findings) -> None:
    found = _one(
        findings_of(
            quotations.CHECK,
            "<who>Dana Orlu</who> <cue>wrote</cue>: <what>“I reacted, and I shouldn’t have.”</what>",
            "On Monday <who>Orlu</who> <cue>wrote</cue>: <what>“I reacted and I should not have.”</what>",
        )
    )
    assert (found.verdict, len({side.reading for side in found.sides})) == ("agree", 1)


def test_two_words_by_one_source_are_one_utterance(findings_of: Findings) -> None:
    found = _one(
        findings_of(
            quotations.CHECK,
            "<who>Dana Orlu</who> <cue>called</cue> it an <what>“outrageous distortion”</what>.",
            "It was an <what>“outrageous distortion,”</what> <who>Orlu</who> <cue>said</cue>.",
        )
    )
    assert found.severity is None


def test_an_indirect_report_joins_the_quotation(findings_of: Findings) -> None:
    found = _one(
        findings_of(
            quotations.CHECK,
            "<what>“I believe that every harbour pilot deserves a safe boat and fair wages,”</what> " + _ORLU,
            _ORLU + " <what>every harbour pilot deserved a safe boat and fair wages</what>.",
        )
    )
    assert (found.severity, found.verdict) == ("granularity", "differ")


def test_a_dropped_sentence_is_a_finding_of_its_own(findings_of: Findings) -> None:
    found = findings_of(
        quotations.CHECK,
        "“Rise early on market days. Bring the big blue nets with you. Never sail past the broken pier.”",
        "“Rise early on market days. Never sail past the broken pier.”",
    )
    assert [f.severity for f in found] == [None, None, "conflict"]
    assert "leaves out a sentence" in found[2].reason
    assert "Bring the big blue nets with you." in found[2].reason


def test_a_shown_cut_between_sentences_is_no_finding(findings_of: Findings) -> None:
    found = findings_of(
        quotations.CHECK,
        "“Rise early on market days. Bring the big blue nets with you. Never sail past the broken pier.”",
        "“Rise early on market days. … Never sail past the broken pier.”",
    )
    assert [f.severity for f in found] == [None, None]


def test_three_articles_make_one_finding_with_letters(findings_of: Findings) -> None:
    texts = (
        "“Dress as you like for the harbour feast,” Orlu wrote.",
        "“Dress as you like for the summer feast,” Orlu wrote.",
        "“dress as you like for the harbour feast.”",
    )
    found = _one(findings_of(quotations.CHECK, *texts))
    assert sorted(side.reading for side in found.sides) == ["a", "a", "b"]
    assert [column.kind for column in found.collation].count("differs") == 1


def test_a_quotation_at_second_hand_is_a_tension(findings_of: Findings) -> None:
    found = _one(
        findings_of(
            quotations.CHECK,
            "<what>“We must first respect each pilot and keep politics out of the harbour,”</what> " + _ORLU + ".",
            "<what1>“<who2>Orlu</who2> <cue2>noted</cue2> that <what2>we must first, respect each pilot and keep "
            "politics out of the harbour.</what2>”</what1> <org1>the Harbour Ministry</org1> <cue1>said</cue1>.",
        )
    )
    assert found.severity == "tension"
    assert "inside the words of a further source" in found.reason
    assert any(column.kind == "style" for column in found.collation)


_SAYING = "“Harbour councils should serve as a place for dialogue and not for quarrels,”"


_MINISTER = "Harbour Minister <who1>Dana Orlu</who1> came. "


def _said(source: str) -> str:
    return f"<what>{_SAYING}</what> {source} <cue>said</cue>."


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        ("<who>Dana Orlu</who>", "<who>Piet Wen</who>", "conflict"),
        ("<who>Dana Orlu</who>", "<who>Orlu</who>", None),
        ("<who>Dana Orlu</who>", "<who>she</who>", None),
        ("<who>the minister</who>", "<who>the deputy</who>", None),
        ("<who>Dana Orlu</who>", "<org>the ministry</org>", "tension"),
        ("<org>United Harbours</org>", "<org>the UH</org>", None),
        ("<org>Harbour Police</org>", "<org>Tovi University</org>", "conflict"),
    ],
)
def test_who_is_credited(findings_of: Findings, first: str, second: str, severity: str | None) -> None:
    _check_credit(findings_of(speakers.CHECK, _said(first), _said(second)), severity)


@pytest.mark.parametrize(
    ("saying", "severity"),
    [
        ("“We did not ask for it, and we will not be the ones to do so,”", "conflict"),
        ("“We did not ask for it at all,”", None),
    ],
    ids=("ten words and more in one order", "a few"),
)
def test_many_small_words_in_one_order_are_one_saying_whoever_is_credited(
    findings_of: Findings, saying: str, severity: str | None
) -> None:
    texts = [f"<what>{saying}</what> <who>{who}</who> <cue>said</cue>." for who in ("Dana Orlu", "Piet Wen")]
    _check_credit(findings_of(speakers.CHECK, *texts), severity)


@pytest.mark.parametrize(
    ("second", "severity"), [("<org>the Harbour Ministry</org>", "tension"), ("<who>Dana Orlu</who>", None)]
)
def test_a_role_is_the_person_to_whom_the_article_gives_it(
    findings_of: Findings, second: str, severity: str | None
) -> None:
    _check_credit(findings_of(speakers.CHECK, _MINISTER + _said("<who>the minister</who>"), _said(second)), severity)


def _check_credit(found: tuple[Finding, ...], severity: str | None) -> None:
    assert [f.severity for f in found] == ([severity] if severity else [])
    for finding in found:
        assert finding.property == "speaker_source"
        assert all(len(span) < 30 for side in finding.sides for span in side.spans), "the source and its cue, no more"


def test_a_named_source_and_an_unnamed_one_cannot_be_told_apart(findings_of: Findings) -> None:
    (found,) = findings_of(speakers.CHECK, _said("<who>Dana Orlu</who>"), _said("<who>an official</who>"))
    assert (found.verdict, found.severity) == ("cannot tell", None)
    assert "nobody can tell" in found.reason


def test_a_role_with_a_name_behind_it_is_that_person(findings_of: Findings) -> None:
    assert findings_of(speakers.CHECK, _said("<who>Orlu</who>"), _said("<who>a spokesman, Dana Orlu</who>")) == ()


def test_a_second_source_beside_the_words_may_be_the_same(findings_of: Findings) -> None:
    words = "“the old harbour wall has cracked in four places since the winter storms”"
    both = f"<what><what2>{words}</what2></what>, <who>Dana Orlu</who> <cue>said</cue>, <cue2>according to</cue2> <who2>Ivo Hale</who2>."
    assert findings_of(speakers.CHECK, _ORLU + f" <what>{words}</what>.", both) == ()


def test_findings_do_not_depend_on_the_order_of_articles(reading_of: Read) -> None:
    texts = (
        "<what>“The harbour is full of broken boats,”</what> <who>Orlu</who> <cue>said</cue>. “We left early.”",
        "<what>“The harbour is full of sunken boats,”</what> <who>Wen</who> <cue>said</cue>.",
        "“the harbour is full of sunken boats” was what they heard. “We left early.”",
    )
    readings = [reading_of(text) for text in texts]
    runs = [
        {
            f
            for check in (quotations.CHECK, speakers.CHECK)
            for f in check.run(Evidence(order, (), utterances(order, 0.6), CompareOptions()))
        }
        for order in permutations(readings)
    ]
    assert len(runs[0]) >= 2
    assert all(run == runs[0] for run in runs)


def test_one_article_prints_no_utterance_of_two(reading_of: Read) -> None:
    reading = reading_of("“The harbour is full of boats,” she said. “The harbour is full of boats.”")
    assert utterances([reading], 0.6) == ()


@pytest.mark.xfail(strict=True, reason="reported speech in other words has too few words in common")
def test_a_loose_report_joins_the_quotation(findings_of: Findings) -> None:
    found = findings_of(
        quotations.CHECK,
        "<what>“I believe that we can win this,”</what> " + _ORLU + ".",
        _ORLU + " <what>she still believed she could win</what>.",
    )
    assert len(found) == 1


@pytest.mark.xfail(strict=True, reason="nothing tells that one person said the same words on two days")
def test_the_same_words_on_two_occasions_are_two_utterances(findings_of: Findings) -> None:
    found = findings_of(
        quotations.CHECK,
        "On Friday <what>“the harbour belongs to every family on this island,”</what> " + _ORLU + " in a speech.",
        "Two years ago <what>“the harbour belongs to every family on this island,”</what> " + _ORLU + " in a letter.",
    )
    assert found == ()


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("in a statement", "in a post on Monday", True),
        ("in a statement", "in a statement", False),
        ("", "in a post", False),
    ],
)
def test_another_channel_is_told(findings_of: Findings, first: str, second: str, told: bool) -> None:
    words = "<what>“The old harbour wall has cracked in four places,”</what> <who>Dana Orlu</who> <cue>said</cue>"
    found = _one(findings_of(quotations.CHECK, f"{words} {first}.", f"In the evening {words} {second}."))
    assert ("name different channels" in found.reason) == told
    assert found.severity == ("granularity" if told else None)


@pytest.mark.parametrize(
    ("marked", "severity"),
    [
        (", speaking in Georgian", "granularity"),
        (" through an interpreter", "granularity"),
        (" in Georgia", "conflict"),
    ],
)
def test_words_of_two_translations_are_no_conflict(findings_of: Findings, marked: str, severity: str) -> None:
    first = f"<what>“The harbour is full of broken boats,”</what> <who>Orlu</who> <cue>said</cue>{marked}."
    second = "<what>“The harbour is full of sunken boats,”</what> <who>Orlu</who> <cue>said</cue>."
    assert _one(findings_of(quotations.CHECK, first, second)).severity == severity


def test_a_given_name_and_a_full_name_are_one_source(findings_of: Findings, reading_of: Read) -> None:
    first = reading_of("<what>“Nope,”</what> <who>Dana</who> <cue>said</cue> quickly. <who2>Dana Orlu</who2> left.")
    short, full = (name for name in first.names)
    first = replace(first, names=(replace(short, full=full.span), full))
    second = reading_of("<who>Dana</who> <cue>answered</cue> her mother with a calm <what>“Nope.”</what>")
    assert len(utterances((first, second), 0.6)) == 1


def test_small_words_in_a_row_are_one_utterance_of_one_source(findings_of: Findings) -> None:
    said = "<who>Dana Orlu</who> <cue>said</cue>"
    _one(
        findings_of(
            quotations.CHECK, f"<what>“And it has to end,”</what> {said}.", f"{said} it <what>“has to end”</what>."
        )
    )
    other = "<who>Piet Wen</who> <cue>said</cue>"
    assert not findings_of(
        quotations.CHECK, f"<what>“And it has to end,”</what> {said}.", f"{other} it <what>“has to end”</what>."
    )


def test_plain_words_nearly_all_in_one_order_are_one_saying_of_two(findings_of: Findings) -> None:
    first = "<what>“We have done all that we could have done for the yard,”</what> <who>Orlu</who> <cue>said</cue>."
    second = "<what>“We have done all that we could do for the yard,”</what> <who>Resk</who> <cue>said</cue>."
    assert _one(findings_of(speakers.CHECK, first, second)).severity == "conflict"

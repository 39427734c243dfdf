"""Where the words of several articles come from: one statement, speech or post, and its words in each."""

import pytest
from factories import article

from conspectus.compare import tracing
from conspectus.compare.fragments import Form, Fragment
from conspectus.compare.traces import traces
from conspectus.compare.utterances import Printing, Utterance
from conspectus.compare.words import words
from conspectus.model import Attribution, Made, Name, Reading, Span


def test_one_statement_is_one_origin_however_many_print_it(findings_of) -> None:
    (found,) = findings_of(
        tracing.CHECK,
        "<what>“We will rebuild the pier stone by stone before the summer,”</what> <who>Mayor Ada Brenk</who> "
        "<cue>said</cue> in a statement on Monday.",
        "In a statement, <who>Ada Brenk</who>, the mayor, <cue>said</cue>: "
        "<what>“We will rebuild the pier stone by stone before the summer.”</what>",
        "<what>“We will rebuild the pier stone by stone before the summer,”</what> <who>Brenk</who> <cue>said</cue>.",
    )
    assert found.kind == "origin"
    assert found.origin == "Mayor Ada Brenk"
    assert sorted(str(side.value) for side in found.sides) == ["None", "statement", "statement"]
    assert found.certainty == 0.9
    assert found.reason == "Two or more articles credit it to a statement."


def test_other_sentences_of_the_same_channel_have_the_same_origin(findings_of) -> None:
    found = findings_of(
        tracing.CHECK,
        "<what>“The ferry was sold too early,”</what> <who>Orla Penn</who> <cue>said</cue> at a news conference in Tarn.",
        "<what>“Nobody asked the guild about it,”</what> <who>Orla Penn</who> <cue>told</cue> a news conference.",
    )
    assert [one.sides[0].value for one in found] == ["news conference"]


def test_two_people_and_one_channel_are_no_common_origin(findings_of) -> None:
    assert not findings_of(
        tracing.CHECK,
        "<what>“The ferry was sold too early,”</what> <who>Orla Penn</who> <cue>said</cue> at a news conference in Tarn.",
        "<what>“The pier has been safe for years,”</what> <who>Ivo Marn</who> <cue>told</cue> a news conference in Velmora.",
    )


def test_words_without_a_channel_are_joined_only_by_themselves(findings_of) -> None:
    assert not findings_of(
        tracing.CHECK,
        "<what>“The ferry was sold too early,”</what> <who>Orla Penn</who> <cue>said</cue>.",
        "<what>“A crossing will cost us dearly this year,”</what> <who>Orla Penn</who> <cue>said</cue>.",
    )


def test_the_channel_is_named_outside_the_words_it_carries(findings_of) -> None:
    (found,) = findings_of(
        tracing.CHECK,
        "<what>“I read the letter twice and burned it in the yard,”</what> <who>Ivo Marn</who> <cue>said</cue>.",
        "<who>Ivo Marn</who> <cue>said</cue>: <what>“I read the letter twice and burned it in the yard.”</what>",
    )
    assert {side.value for side in found.sides} == {None}
    assert found.reason == "The same words; no article says through what they came."


def test_a_body_speaks_through_the_one_text_that_its_article_names(findings_of) -> None:
    (found,) = findings_of(
        tracing.CHECK,
        "<what>“We must first respect each pilot and keep politics out of the harbour,”</what> <who>Dana Orlu</who> "
        "<cue>said</cue>. <what2>“Harbour councils should serve as a place for dialogue and not for quarrels,”</what2> "
        "<who2>Orlu</who2> <cue2>said</cue2>. <what3>The visit was welcome</what3>, <org3>the Harbour Ministry</org3> "
        "<cue3>said</cue3> in a statement.",
        "<what>“We must first respect each pilot and keep politics out of the harbour,”</what> <org>the Harbour "
        "Ministry</org> <cue>said</cue> in a release posted on Monday. <what2>“Harbour councils should serve as a place "
        "for dialogue and not for quarrels,”</what2> <org2>the Harbour Ministry</org2> <cue2>said</cue2>.",
    )
    assert found.title == "the Harbour Ministry: a release"
    assert found.reason == "Two or more articles credit it to a release."
    told = [span for side in found.sides for span in side.spans]
    assert len([span for span in told if span.end - span.start > 50]) >= 4, "both sayings in both articles"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("after the release of a report on statements", "in a statement"),
        ("and sent a request for a statement about it", "in a statement"),
        ("at a rally in Tarn", "at a debate in Velmora"),
        ("in an interview with Hessel Radio", "in an interview with Tarn Radio"),
    ],
)
def test_a_channel_that_is_only_spoken_of_or_another_occasion_joins_nothing(
    findings_of, first: str, second: str
) -> None:
    assert not findings_of(
        tracing.CHECK,
        f"<what>“The ferry was sold too early,”</what> <who>Orla Penn</who> <cue>said</cue> {first}.",
        f"<what>“Nobody asked the guild about it,”</what> <who>Orla Penn</who> <cue>said</cue> {second}.",
    )


@pytest.mark.parametrize(("form", "origins"), [("reported", 0), ("quoted", 1)])
def test_what_headlines_tell_has_no_origin_unless_somebody_quotes_it(form: Form, origins: int) -> None:
    readings, printings = [], []
    for title in ("Council: pier plan rejected", "Council rejected the pier plan"):
        one = article("The council met.", title)
        whole = Span(one.id, "title", 0, len(title))
        who, said = Span(one.id, "title", 0, 7), Span(one.id, "title", 8, len(title))
        credit = Attribution(
            "a", (who,), (), (said,), "indirect", None, "neutral", "affirmed", "stated", Made("by hand", "1")
        )
        readings.append(Reading(one, names=(Name(who, "ORG"),), attributions=(credit,)))
        fragment = Fragment(words(one, whole, form == "quoted"), form, credit, (), None)
        printings.append(Printing(fragment, None, (0, 3), 3))
    assert len(list(traces(readings, (Utterance(tuple(printings), 1.0),)))) == origins

"""Who says what by the way a page is laid out. <who1> says <what1>, and so on; nothing else is said by them."""

import re

import pytest
from factories import article, marked

from conspectus import Models, read

LAYOUTS = {
    "several paragraphs": (
        "<what1>“The bridge is old.</what1>\n\n<what1>“It has been weak for years.</what1>\n\n"
        "<what1>“It will close on Monday,”</what1> <who1>Dana Orlu</who1> said."
    ),
    "a statement over several paragraphs": (
        "<who1>The harbour office</who1> published the following statement on Sunday evening:\n\n"
        "<what1>“The bridge over the river is closed to all traffic from midnight.</what1>\n\n"
        "<what1>“Engineers found cracks in two of the main girders.</what1>\n\n"
        "<what1>“We ask everyone to use the ferry.”</what1>\n\nThe statement did not say how long it would last."
    ),
    "conclusions": (
        "<who1>The inquiry, led by Judge Mara Feld</who1>, reached these conclusions:\n\n"
        "- <what1>The council ignored three warnings.</what1>\n- <what2>No one person is to blame.</what2>"
    ),
    "questions and answers": (
        "<who1>Q</who1>: <what1>Will the bridge close this year?</what1>\n\n"
        "<who2>A</who2>: <what2>It will close on Monday and stay closed.</what2>"
    ),
    "questions and answers with full stops": (
        "<who1>Q</who1>. <what1>Will the bridge close this year?</what1>\n\n"
        "<who2>A</who2>. <what2>It will close on Monday and stay closed.</what2>"
    ),
    "names in capitals": (
        "<who1>DANA ORLU</who1>: <what1>The bridge will close.</what1>\n\n"
        "<who2>REPORTER</who2>: <what2>When will that be?</what2>\n\n"
        "<who3>ORLU</who3>: <what3>On Monday, I am told.</what3>\n\nIt opens again in May."
    ),
    "all capitals": (
        "<who1>MAYOR DANA ORLU</who1>: <what1>THE BRIDGE IS CLOSED.</what1>\n\n"
        "<who2>REPORTER</who2>: <what2>WHEN WILL IT OPEN?</what2>"
    ),
    "names with what they do": (
        "<who1>Dana Orlu, mayor</who1>: <what1>“The bridge will close on Monday.”</what1>\n\n"
        "<who2>Tom Kalb, engineer</who2>: <what2>“It should have closed last year.”</what2>"
    ),
    "from somebody": (
        "From <who1>the harbour office</who1>: <what1>“The bridge will be closed until further notice.”</what1>"
    ),
    "from somebody, in the next paragraph": (
        "From <who1>the harbour office</who1>:\n\n<what1>The bridge will be closed until further notice.</what1>\n\n"
        "The river was calm."
    ),
    "a name behind a dash": (
        "<what1>“The bridge will close on Monday.”</what1> – <who1>Dana Orlu</who1>\n\nThe river was calm."
    ),
    "a name behind a dash in the next line": (
        "<what1>“The bridge will close on Monday.”</what1>\n— <who1>Dana Orlu, mayor of Velmora</who1>\n\nIt rained."
    ),
    "two names behind dashes": (
        '<what1>"The bridge will close."</what1> -- <who1>Dana Orlu, mayor</who1>\n\n'
        '<what2>"It was time to do it."</what2> -- <who2>Tom Kalb, engineer</who2>'
    ),
    "a list of statements": (
        "In a statement, <who1>the council</who1> said:\n\n* <what1>The bridge is old and weak.</what1>\n"
        "* <what2>It will close on Monday morning.</what2>\n\nTraffic was light."
    ),
    "a list of quotations": (
        "<who1>The council</who1> said:\n• <what1>“The bridge is old and weak.”</what1>\n"
        "• <what2>“It will close on Monday morning.”</what2>"
    ),
    "a list of points": (
        "<who1>The ministry</who1> listed two points:\n\n1. <what1>The bridge will be rebuilt by May.</what1>\n"
        "2. <what2>Nobody will lose a house.</what2>\n\nThe river was calm."
    ),
    "a list according to somebody": (
        "According to <who1>the ministry</who1>:\n\n- <what1>Twelve people were hurt.</what1>\n"
        "- <what2>Two boats sank in the harbour.</what2>"
    ),
    "quoted paragraphs that are announced": (
        "<who1>The Velmora Post</who1> reports:\n\n<what1>“The bridge is old and weak and it will close on Monday.</what1>"
        "\n\n<what1>“The council has known this for years and done nothing.”</what1>\n\nThe river was calm."
    ),
    "a list of speakers": (
        "What they said:\n\n• <who1>Dana Orlu</who1>: <what1>“The bridge will close on Monday.”</what1>\n"
        "• <who2>Tom Kalb</who2>: <what2>“It should have closed last year.”</what2>"
    ),
    "a post signed on a line of its own": (
        "<what1>The bridge will close tonight. Please stay at home.</what1>\n\n— <who1>Dana Orlu</who1> (@danaorlu) "
        "May 3, 2031"
    ),
    "a post signed on the same line": (
        "<what1>The bridge will close tonight. Please stay at home</what1>! — <who1>Dana Orlu</who1> (@danaorlu) "
        "May 3, 2031\n\nThe river was calm."
    ),
    "a post under its name": (
        "<who1>Dana Orlu</who1> (@danaorlu) May 3, 2031\n\n<what1>The bridge will close tonight.</what1>"
    ),
    "a post behind its handle": "<who1>@danaorlu</who1>: <what1>The bridge will close tonight. Stay at home.</what1>",
    "a post that is announced": (
        "<who1>Orlu</who1> wrote on Twitter:\n\n<what1>The bridge will close tonight. Please stay at home.</what1>\n\n"
        "The river was calm."
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_tells_who_says_what(models: Models, name: str) -> None:
    text, spans = marked(LAYOUTS[name])
    one = article(text)
    told = read(one, models).attributions
    for tag in sorted({tag for tag in spans if tag.startswith("what")}):
        who = spans.get(tag.replace("what", "who"), spans.get("who1", []))
        pieces = [text[start:end] for start, end in spans[tag]]
        found = [
            a for a in told if "\n\n".join(pieces) == re.sub(r"\n+", "\n\n", "\n\n".join(map(one.words, a.content)))
        ]
        assert [[(s.start, s.end) for s in a.source] for a in found] == [who], (pieces, told)


NOT_SAID = {
    "headings": "Next Steps: The bridge is closed.\n\nThe river was calm.\n\nKey Facts: It is old.\n\nIt rained.",
    "a list of things": "The kit holds three things:\n\n• a rope\n• a lamp\n• a knife",
    "a list of choices": "Voters face two choices:\n\n• a bridge\n• a ferry",
    "a colon without a speaker": "This is the plan:\n\nThe bridge closes on Monday.",
    "initials": "A. Kalb lives in Velmora.\n\nA. Orlu lives in Tarn.",
    "a dash in a sentence": "“Iron” – the old name of the bridge – is on the wall.",
}


@pytest.mark.parametrize("name", NOT_SAID)
def test_a_layout_that_says_nothing_is_left_alone(models: Models, name: str) -> None:
    assert read(article(NOT_SAID[name]), models).attributions == ()


def test_words_before_an_announcing_cue_are_not_said(models: Models) -> None:
    one = article("In response, the council said:\n\n• It accepts the findings in full.\n• It will publish them.")
    said = [one.words(span) for a in read(one, models).attributions for span in a.content]
    assert said == ["It accepts the findings in full.", "It will publish them."]


def test_what_the_words_tell_is_kept_beside_the_layout(models: Models) -> None:
    one = article("Q: Will the bridge close?\n\nA: The ministry said it would close on Monday.")
    told = [(one.words(a.source[0]), one.words(a.content[0])) for a in read(one, models).attributions]
    assert ("A", "The ministry said it would close on Monday.") in told
    assert ("The ministry", "it would close on Monday") in told

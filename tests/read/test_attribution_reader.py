"""The reader as a whole: networks, rules and marks together."""

import pytest
from factories import article, marked

from conspectus import Models, read
from conspectus.model import Attribution, Made, Span
from conspectus.read.attributions.draft import ByRule, Parts
from conspectus.read.attributions.merge import merged
from conspectus.read.attributions.snap import snapped


def told(models: Models, text: str) -> list[dict[str, list[str]]]:
    reading = read(article(text), models)
    words = reading.article.words
    return [{"who": [words(s) for s in a.source], "what": [words(s) for s in a.content]} for a in reading.attributions]


LAYOUTS = [
    (
        "Q: Will the bridge close this year?\n\nA: It will close on Monday and stay closed.",
        "It will close on Monday",
        None,
    ),
    ("Orlu: The bridge will close on Monday, whatever happens.\n\nThe river was calm.", "bridge will close", "Orlu"),
    ("“The bridge will close on Monday.” – Dana Orlu\n\nThe river was calm.", "bridge will close", "Dana Orlu"),
    ("“The bridge is old and weak.\n\n“It will close on Monday,” Dana Orlu said.", "is old and weak", "Dana Orlu"),
    ("Dana Orlu put it plainly:\n\n“The bridge is old and it will fall.”", "old and it will fall", "Dana Orlu"),
    (
        "The council said:\n• “The bridge is old and weak.”\n• “It will close on Monday morning.”",
        "is old and weak",
        None,
    ),
    ("From the harbour office: “The bridge will be closed until further notice.”", "closed until further", None),
]


@pytest.mark.parametrize(("text", "words", "who"), LAYOUTS, ids=range(len(LAYOUTS)))
def test_a_layout_loses_no_words_and_finds_its_speaker(models: Models, text: str, words: str, who: str | None) -> None:
    found = [one for one in told(models, text) if any(words in piece for piece in one["what"])]
    assert found
    if who:
        assert any(who in piece for one in found for piece in one["who"])


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “iron” bridge was painted green in May.",
        "She was reading “The Long River” on the train.",
        "They call him “the Duke” in the harbour.",
        "The word “ferry” has two syllables too few for the song.",
    ],
)
def test_marks_that_quote_nobody_are_no_quotation(models: Models, text: str) -> None:
    assert not [a for a in read(article(text), models).attributions if a.form == "direct"]


def test_every_quotation_of_five_words_appears(models: Models) -> None:
    text = "“One two three four five,” it said on the wall. Then “six seven eight nine ten eleven” and “no.”"
    found = [piece for one in told(models, text) for piece in one["what"]]
    assert any("One two three four five" in piece for piece in found)
    assert any("six seven eight nine ten eleven" in piece for piece in found)


def test_a_saying_inside_quoted_words_is_kept_beside_the_quotation(models: Models) -> None:
    text = "“Kalb noted that we must first measure together,” the ministry said in a news release."
    found = told(models, text)
    assert {"who": ["the ministry"], "what": ["“Kalb noted that we must first measure together,”"]} in found
    assert any(one["who"] == ["Kalb"] for one in found)


def spans(text: str) -> tuple[str, dict[str, list[Span]]]:
    plain, found = marked(text)
    one = article(plain)
    return plain, {tag: [Span(one.id, "body", a, b) for a, b in places] for tag, places in found.items()}


SNAPS = [
    ("<q>“<x>It will close</x>”</q> he said", ["“It will close”"]),
    ("<q>“It <x>will close on Monday”</x></q> he said", ["“It will close on Monday”"]),
    ("<q>“It will close”</q> he <x>said that it is old</x>", ["said that it is old"]),
    ("<q>“It will close”</q><x> .</x>", []),
    ("<q>“It will close and stay closed for a long <x>time”</x></q>", ["time”"]),
    ("<x>the “iron</x>” bridge", ["the “iron"]),
]


@pytest.mark.parametrize(("text", "pieces"), SNAPS)
def test_contents_take_the_marks_of_what_they_fill(models: Models, text: str, pieces: list[str]) -> None:
    plain, places = spans(text)
    one = article(plain)
    quotations = [q for q in read(one, models).quotations if q.span in places.get("q", [])]
    assert [one.words(span) for span in snapped(one, quotations, places["x"])] == pieces


def test_a_quotation_the_networks_leave_out_is_given_by_the_rules(models: Models) -> None:
    one = article("“The bridge is old and weak,” Orlu said. “It will close on Monday morning.”")
    reading = read(one, models)
    made = Made("test", "1")
    by_rule = reading.attributions
    assert merged(one, reading.quotations, (), ByRule(by_rule), made)
    without = merged(one, reading.quotations, (), ByRule(), made)
    assert [a.source for a in without] == [(), ()]
    assert all(a.unknown for a in without)


def test_the_source_of_quoted_words_is_taken_from_the_rules_when_the_networks_have_none(models: Models) -> None:
    one = article("“The bridge is old and weak,” Orlu said.")
    rule: Attribution = read(one, models).attributions[0]
    (found,) = merged(
        one, read(one, models).quotations, [Parts((), rule.cue, rule.content)], ByRule((rule,)), rule.made
    )
    assert found.source == rule.source


BAD = {
    "unbalanced": "“The bridge “is old” and weak, Orlu said.\n\n” It will ” close “ on Monday, he added.",
    "mixed": '"The bridge is old and very weak,” Orlu said. \'It will close on Monday morning," he added.',
    "live blog": "10:42 am\n\nMAYOR ORLU: WE ARE CLOSING THE BRIDGE.\n\n10:50 am\n\nThe council says it will not wait.",
    "capitals": "THE BRIDGE WILL CLOSE ON MONDAY, MAYOR DANA ORLU SAID.",
    "none": "The river was calm. Boats lay in the harbour. It rained in the afternoon.",
    "empty marks": '“” ‘’ "" said “ ”.',
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_read(models: Models, name: str) -> None:
    one = article(BAD[name])
    for attribution in read(one, models).attributions:
        assert all(one.words(span).strip() for span in attribution.content)

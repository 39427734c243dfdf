"""What each article calls the same: joined, in whose voice, loaded words marked. All texts are invented."""

import pytest
from tests.factories import article

from conspectus import compare, read
from conspectus.model import Comparison, Finding
from conspectus.read import Models

NORTH = """Former pilot Dana Orlu, a controversial figure in the harbour town, asked the \
council on Monday for a bill to widen the quay.

The young undocumented sailors of the port would gain from the bill, the mayor said.

"This reckless bill is a gift to one man," said Councillor Ivo Resk. Mr. Orlu did not answer."""
SOUTH = """Dana Orlu, the founder of a ferry line, wants a new law for the quay of Haven.

The law would cost two million crowns. Illegal young sailors would gain from it, said Ivo Resk, the longtime critic of \
the line."""


@pytest.fixture(scope="module")
def quay(models: Models) -> Comparison:
    return compare(
        [read(article(NORTH, "Orlu seeks quay bill"), models), read(article(SOUTH, "Quay law sought"), models)]
    )


def labels(comparison: Comparison) -> dict[str, Finding]:
    return {one.title: one for one in comparison.findings if one.kind == "label"}


def words(comparison: Comparison, finding: Finding) -> list[str]:
    texts = {one.id: one for one in comparison.articles}
    return [texts[span.article].words(span) for side in finding.sides for span in side.spans]


def test_a_person_is_shown_by_every_name_title_and_description(quay: Comparison) -> None:
    found = words(quay, labels(quay)["Dana Orlu"])
    assert {
        "Former pilot Dana Orlu",
        "a controversial figure in the harbour town",
        "the founder of a ferry line",
    } <= set(found)


def test_nouns_that_may_mean_the_same_are_joined_where_both_open_their_articles(quay: Comparison) -> None:
    found = labels(quay)["law, bill"] if "law, bill" in labels(quay) else labels(quay)["bill, law"]
    assert {side.article for side in found.sides} == {one.id for one in quay.articles}


def test_each_label_says_in_whose_voice_it_stands(quay: Comparison) -> None:
    texts = {one.id: one for one in quay.articles}
    found = next(one for title, one in labels(quay).items() if "bill" in title)
    voices = {
        texts[side.article].words(side.spans[0]): side.voice
        and " ".join(texts[side.article].words(span) for span in side.voice)
        for side in found.sides
    }
    assert voices["This reckless bill"] == "Ivo Resk"
    assert voices["The law"] is None
    assert voices["Quay law"] is None


def test_words_of_the_list_are_marked(quay: Comparison) -> None:
    texts = {one.id: one for one in quay.articles}
    marked = {texts[s.article].words(w) for one in labels(quay).values() for s in one.sides for w in s.loaded}
    assert {"controversial", "undocumented", "Illegal"} <= marked
    assert "new" not in marked


def test_one_article_has_no_labels(models: Models) -> None:
    assert not labels(compare([read(article(NORTH), models)]))


APART = [
    (
        "the first of two",
        "The first harbour debate was calm. Dana Orlu spoke of the quay and of the ferries of Haven.",
        "The second harbour debate was loud. Ivo Resk spoke of the quay and of the ferries of Haven.",
        "The first harbour debate",
        "The second harbour debate",
    ),
    (
        "a family name that a wife and a president bear",
        "Ida Orlu spoke in Haven, where Ida Orlu was born. President Orlu did not.",
        "Ida Orlu, a longtime sailor, spoke in Haven. President Dana Orlu slept.",
        "Ida Orlu",
        "President Orlu",
    ),
    (
        "a person and an outlet of one name",
        "Former pilot Ivo Resk told Resk News on Monday that he would sail. Resk aired it at nine.",
        "Ivo Resk, a longtime critic, spoke to Resk News on Monday.",
        "Former pilot Ivo Resk",
        "Resk",
    ),
    (
        "what somebody is not",
        "Former pilot Dana Orlu is neither a drunken sailor nor a thief, the court in Haven found.",
        "Dana Orlu, a longtime sailor, was cleared in Haven.",
        "Former pilot Dana Orlu",
        "a drunken sailor",
    ),
    (
        "a pronoun behind two names",
        "Former pilot Dana Orlu sailed with Ivo Resk on Monday. He is a fearless captain.",
        "Ivo Resk, a longtime critic, sailed. Dana Orlu, a former pilot, sailed too.",
        "Ivo Resk",
        "a fearless captain",
    ),
]


@pytest.mark.parametrize(("north", "south", "one", "other"), [c[1:] for c in APART], ids=[c[0] for c in APART])
def test_two_things_are_not_one_label(models: Models, north: str, south: str, one: str, other: str) -> None:
    comparison = compare([read(article(text), models) for text in (north, south)])
    found = [set(words(comparison, finding)) for finding in labels(comparison).values()]
    assert not [own for own in found if {one, other} <= own]


TOGETHER = [
    (
        "an adjective that ends like a plural",
        "Ida Orlu, the cautious mayor of Haven, sailed on Monday.",
        "Ida Orlu, a former pilot, sailed on Monday.",
        "the cautious mayor of Haven",
        "a former pilot",
    ),
    (
        "three titles of one",
        "Harbour Party leader Ivo Resk sailed. Judge Resk, as friends call him, waved. The 61-year-old senator left.",
        "Senator Ivo Resk waved, and the senator left. Resk, a former judge who leads the Harbour Party, sang.",
        "The 61-year-old senator",
        "a former judge who leads the Harbour Party",
    ),
    (
        "whose it is",
        "Mayor Dana Orlu spoke in Haven on Monday. Her reckless harbour plan pleased the ferry captains.",
        "The ferry captains were pleased on Monday in Haven by Dana Orlu's bold plan for the harbour.",
        "Her reckless harbour plan",
        "Dana Orlu's bold plan for the harbour",
    ),
    (
        "words for one",
        "The council of Haven banned same-sex marriage on Monday, and the ferry captains protested.",
        "The ferry captains protested on Monday: the council of Haven had banned gay marriage.",
        "same-sex marriage",
        "gay marriage",
    ),
]


@pytest.mark.parametrize(("north", "south", "one", "other"), [c[1:] for c in TOGETHER], ids=[c[0] for c in TOGETHER])
def test_one_thing_is_one_label(models: Models, north: str, south: str, one: str, other: str) -> None:
    comparison = compare([read(article(text), models) for text in (north, south)])
    assert [own for own in labels(comparison).values() if {one, other} <= set(words(comparison, own))]

"""Who accuses whom, and who answers, in and across articles. All texts are invented."""

import json
from pathlib import Path

import pytest
from tests.factories import article

from conspectus import compare, ingest, read
from conspectus.compare.accusations import inside_marks
from conspectus.model import Comparison, Finding, Side
from conspectus.present.evidence import evidence_text
from conspectus.present.json import comparison_json
from conspectus.present.outline import outline
from conspectus.present.page import page
from conspectus.present.sides import in_row
from conspectus.present.terminal import comparison_text
from conspectus.read import Models

EXAMPLES = Path(__file__).parents[2] / "examples"
NORTH = """Councillor Ivo Resk on Monday accused Mayor Dana Orlu of hiding the report on the old bridge.

"She lied to this council," Mr. Resk said.

Mayor Orlu denied that she had hidden the report. "Nothing was ever hidden," she said.

The harbour festival opens on Friday with a parade of boats."""
SOUTH = """Councillor Ivo Resk accused Mayor Dana Orlu of hiding the report on the old bridge.

The bridge was built in 1931 and carries four lanes of traffic.

The council meets again in May."""
ALONE = """The union accused the ferry line Blue Gull of cheating its sailors of two weeks of pay.

Blue Gull did not respond to a request for comment."""
WHOM = [
    ("Ivo Resk said courts in Canada have rejected his claims as a fraud.", "", False),
    ("Ivo Resk said the Canadian-flagged tanker had illegally dumped oil and lied about it.", "", False),
    ("The guild accused Mayor Dana Orlu of bribery and fraud.", "Dana Orlu", True),
    ("Mayor Dana Orlu was accused of bribery and fraud.", "Dana Orlu", True),
    ("Ivo Resk blamed Dana Orlu’s reckless decision for the flood.", "Dana Orlu", True),
    ("The indictment alleges that Ivo Resk lied to the harbour council.", "Ivo Resk", True),
    ("Ivo Resk said Dana Orlu had lied to the council about the bridge.", "Dana Orlu", True),
    ("Dana Orlu accused the council of lying to the fishermen.", "the council", False),
    ("Dana Orlu denounced it as a shameful and dishonest fraud.", "", False),
]


@pytest.fixture(scope="module")
def bridge(models: Models) -> Comparison:
    return compare([read(article(text), models) for text in (NORTH, SOUTH)])


def accusations(comparison: Comparison) -> list[Finding]:
    return [one for one in comparison.findings if one.kind == "allegation"]


def printed(comparison: Comparison, side: Side) -> str:
    return next(one for one in comparison.articles if one.id == side.article).words(side.spans[0])


def hiding(comparison: Comparison) -> Finding:
    return next(
        one
        for one in accusations(comparison)
        if any("of hiding" in printed(comparison, s) for s in one.sides if s.reading == "a")
    )


def test_the_accusation_names_its_accuser_and_prints_the_words(bridge: Comparison) -> None:
    found = hiding(bridge)
    assert "Resk" in found.title
    for side in found.sides:
        if side.reading == "a" and "of hiding" in printed(bridge, side):
            article = next(one for one in bridge.articles if one.id == side.article)
            assert [article.words(span) for span in side.voice or ()] == ["Ivo Resk"]


def test_the_accused_is_an_entity_with_the_words_that_name_it(bridge: Comparison) -> None:
    found = hiding(bridge).accused
    assert found is not None
    (entity,) = (one for one in bridge.entities if one.id == found.entity)
    assert found.name == entity.name == "Dana Orlu"
    articles = {one.id: one for one in bridge.articles}
    assert {span.article for span in found.spans} == set(articles)
    assert all("Orlu" in articles[span.article].words(span) or len(span) <= 3 for span in found.spans)


@pytest.mark.parametrize(("text", "name", "entity"), WHOM)
def test_whom_it_is_against(models: Models, text: str, name: str, entity: bool) -> None:
    (found,) = accusations(compare([read(article(f"{text}\n\nThe fair opens in June."), models)]))
    assert found.accused is not None
    assert found.accused.name == name
    assert (found.accused.entity is not None) == entity
    assert bool(found.accused.spans) == bool(name)


@pytest.mark.parametrize("example", ["envoy", "ferry", "trial"])
def test_nobody_stands_as_accused_by_themselves(example: str, models: Models) -> None:
    taken = ingest(str(EXAMPLES / example))
    found = accusations(compare([read(one, models) for one in taken.articles]))
    assert found
    for one in found:
        by, _, against = one.title.split(": “")[0].partition(", against ")
        assert not against or by.split()[-1] != against.split()[-1], one.title


def test_the_accused_answers_with_a_denial(bridge: Comparison) -> None:
    answers = [side for side in hiding(bridge).sides if side.reading == "b"]
    assert "denial" in {side.value for side in answers}
    assert {side.article for side in answers} == {bridge.articles[0].id}


def test_an_article_without_the_answer_that_another_prints_is_shown_so(bridge: Comparison) -> None:
    found = hiding(bridge)
    assert found.missing == (bridge.articles[1].id,)
    assert found.verdict == "differ"
    row = next(row for row in outline(bridge).section("accused").rows if row.finding.id == found.id)
    shown = evidence_text(bridge, row.label)
    assert shown is not None
    assert "Answer not found in this article: B" in shown.plain
    assert "against: Dana Orlu" in shown.plain


def test_page_and_data_show_the_article_without_the_answer(bridge: Comparison) -> None:
    found = hiding(bridge)
    shown = page(bridge).decode()
    assert "<p class=nf>Answer not found in this article: B</p>" in shown
    assert "Against: Dana Orlu" in shown
    (data,) = (one for one in json.loads(comparison_json(bridge))["findings"] if one["id"] == found.id)
    assert data["missing"] == [bridge.articles[1].id]
    assert data["accused"]["name"] == "Dana Orlu"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("the claim was “a lie”", "the claim was ‘a lie’"),
        ("“It is a lie,”", "It is a lie"),
        ("the claim was “a lie", "the claim was a lie"),
        ("“a lie” and “a shame”", "‘a lie’ and ‘a shame’"),
    ],
)
def test_marks_inside_a_title_come_in_pairs(words: str, shown: str) -> None:
    assert inside_marks(words) == shown


def test_what_accuses_nobody_is_no_accusation(bridge: Comparison) -> None:
    shown = [printed(bridge, side) for one in accusations(bridge) for side in one.sides]
    assert not any("festival" in words or "four lanes" in words for words in shown)


def test_no_comment_is_an_answer_of_its_own_kind(models: Models) -> None:
    found = accusations(compare([read(article(ALONE), models)]))
    assert "no comment" in {side.value for one in found for side in one.sides if side.reading == "b"}


def test_a_mild_claim_that_is_denied_right_behind_is_an_accusation(models: Models) -> None:
    claim = "Councillor Petra Vane said Hugo Marl knew of the dredging and kept silent."
    denied = "Mr. Marl has denied having known of it."
    found = accusations(compare([read(article(f"{claim}\n\n{denied}\n\nThe fair opens in June."), models)]))
    assert [side.value for one in found for side in one.sides if side.reading == "b"] == ["denial"]
    assert not accusations(compare([read(article(f"{claim}\n\nThe fair opens in June."), models)]))


def test_an_accusation_that_nobody_answers_says_so(models: Models) -> None:
    text = "The guild accused Mayor Dana Orlu of bribery and fraud.\n\nThe fair opens in June."
    (found,) = accusations(compare([read(article(text), models)]))
    assert {side.reading for side in found.sides} == {"a"}
    assert found.missing == ()
    assert "no admission" in found.reason


def test_a_charge_that_articles_share_names_its_voice(models: Models) -> None:
    texts = (
        "Harbour warden Ilo Tenn accused the dredging firm Marlow Dredging of dumping poisoned mud off the Skerry bank."
        "\n\nThe market opens at noon.",
        "Marlow Dredging dumped poisoned mud off the Skerry bank, warden Ilo Tenn alleges."
        "\n\nThe market on the quay opens at noon.",
    )
    found = compare([read(article(text), models) for text in texts])
    mud = [one for one in found.findings if one.kind == "agreement" and "dumped poisoned mud" in one.title]
    assert [one.title for one in mud] == ["Ilo Tenn: Marlow Dredging dumped poisoned mud off the Skerry bank"]
    assert [
        [found.articles[1].words(span) for span in side.voice or ()]
        for side in mud[0].sides
        if side.article == found.articles[1].id
    ] == [["Ilo Tenn"]]


MILD = """Minister Odile Marchetti said on Monday the dam will be built by spring.

Farmers of the valley called the plan a threat to their fields.

Ms. Marchetti said that the fields are safe and that nothing in the plan was a danger to anyone."""


def test_what_is_challenged_in_milder_words_stands_apart(models: Models) -> None:
    comparison = compare([read(article(MILD), models)])
    found = [one for one in accusations(comparison) if one.property == "challenged"]
    assert any("a threat" in printed(comparison, side) for one in found for side in one.sides if side.reading == "a")
    groups = outline(comparison).section("accused").groups
    mild = next(group for group in groups if group.heading == "Perhaps challenged")
    assert {row.finding.property for row in mild.rows} == {"challenged"}
    assert "Perhaps challenged: " in comparison_text(comparison).plain
    assert "Perhaps challenged" in page(comparison).decode()


def test_a_row_shows_two_sayings_at_most_that_perhaps_answer(bridge: Comparison) -> None:
    found = [one for one in accusations(bridge) if sum(side.value == "elsewhere" for side in one.sides) > 2]
    assert found
    for one in found:
        assert sum(side.value == "elsewhere" for side in in_row(one)) == 2
        assert {side for side in one.sides if side.value != "elsewhere"} <= set(in_row(one))
        assert all(printed(bridge, side) in evidence_text(bridge, one.id).plain for side in one.sides)
    assert "said elsewhere, perhaps no answer" in page(bridge).decode()


@pytest.mark.parametrize(
    "told",
    [
        "“The water came over the deck, then everything went sideways,” said Tomas Brandl, a cook.",
        "Death toll in ferry disaster climbs to 19.",
        "The company did not answer requests for comment.",
    ],
)
def test_what_holds_nothing_against_anybody_is_no_challenge(models: Models, told: str) -> None:
    text = f"A ferry capsized on Tuesday.\n\n{told}\n\nThe vessel had been overloaded, the minister said. Blue Gull denied it."
    comparison = compare([read(article(text), models)])
    shown = [printed(comparison, s) for one in accusations(comparison) for s in one.sides if s.reading == "a"]
    assert not any(told.strip("“.")[:20] in words for words in shown)


def test_what_somebody_denies_in_the_next_sentence_was_a_charge(models: Models) -> None:
    wire = Path(__file__).parents[2] / "examples" / "ferry" / "2-wire.txt"
    comparison = compare([read(article(wire.read_text(encoding="utf-8")), models)])
    found = [one for one in accusations(comparison) if "overloaded" in printed(comparison, one.sides[0])]
    assert "denial" in [side.value for one in found for side in one.sides if side.reading == "b"]

"""Who is heard: voices joined across articles, their shares, and through whom their words come."""

from collections.abc import Sequence

import pytest
from factories import article

from conspectus import Models, compare, read
from conspectus.compare.heard import heard
from conspectus.model import Comparison, Heard
from conspectus.present.evidence import evidence_text
from conspectus.present.terminal import comparison_text

HESSEL = "Dana Orlu opened the bridge on Monday. “It is safe,” Orlu said. She said that it had been tested."
COURIER = "The bridge was opened. According to the council, Mayor Dana Orlu said that the bridge was safe."
POST = "Marek Orlu opened a shop. “It is dear,” Marek Orlu said. Critics said that the shop was too small."


@pytest.fixture(scope="module")
def told(models: Models) -> Comparison:
    return compare([read(article(body), models) for body in (HESSEL, COURIER, POST)])


def voice(voices: Sequence[Heard], name: str) -> Heard:
    return next(one for one in voices if one.name == name)


def test_a_person_is_one_across_articles_and_not_with_a_namesake(told: Comparison) -> None:
    ids = [one.id for one in told.articles]
    assert {one.article for one in voice(told.heard, "Dana Orlu").told} == set(ids[:2])
    assert {one.article for one in voice(told.heard, "Marek Orlu").told} == {ids[2]}


def test_words_come_through_a_relay(told: Comparison) -> None:
    second = told.articles[1]
    own = next(one for one in voice(told.heard, "Dana Orlu").told if one.article == second.id)
    assert [second.words(span) for span in own.through] == ["the council"]


def test_who_passes_words_on_is_named(models: Models) -> None:
    body = (
        "Dana Orlu survived the crossing. “The captain told us that he had crossed in worse weather,” she recalled. "
        "The captain, Marek Hale, was arrested on Monday."
    )
    one = read(article(body), models)
    through = {one.article.words(span) for own in heard([one]) for told in own.told for span in told.through}
    assert through == {"Dana Orlu"}


def test_shares_of_an_article_add_up_to_all_its_words(told: Comparison) -> None:
    for one in told.articles:
        shares = [own for heard in told.heard for own in heard.told if own.article == one.id]
        assert sum(own.share for own in shares) == pytest.approx(1, abs=0.01)
        assert sum(own.words for own in shares) == len(one.body.replace("“", "").replace("”", "").split())


def test_a_pronoun_counts_for_its_person(told: Comparison) -> None:
    first = told.articles[0]
    own = next(one for one in voice(told.heard, "Dana Orlu").told if one.article == first.id)
    assert own.words >= 8
    assert len(own.chains) == 2


def test_those_without_a_name_stand_together(told: Comparison) -> None:
    kinds = {one.kind for one in told.heard if not one.name}
    assert {"author", "collective"} <= kinds


def test_the_order_of_articles_changes_nothing(told: Comparison) -> None:
    assert heard(told.readings[::-1]) == told.heard


def test_the_terminal_shows_voices_and_what_one_says(told: Comparison) -> None:
    shown = comparison_text(told).plain
    assert "Who is heard  2" in shown
    assert "through the council (B)" in shown
    label = next(line.split()[0] for line in shown.splitlines() if "Dana Orlu" in line and line.split()[0][0] == "V")
    words = evidence_text(told, label)
    assert words is not None
    tree = [line.strip() for line in words.plain.splitlines()]
    assert any(line.startswith("the council") for line in tree)
    assert any(line.startswith("└─ Mayor Dana Orlu") for line in tree)

"""One entity for all names of a person, body or place; two who share a surname stay two."""

from pathlib import Path

import pytest
from factories import article

from conspectus import Models, compare, read
from conspectus.compare.entities import entities
from conspectus.compare.entities.facts import facts
from conspectus.compare.entities.forms import form
from conspectus.compare.entities.linked import linked, pairs
from conspectus.compare.entities.mentions import Mention, clusters
from conspectus.compare.entities.names import name_groups, one_name
from conspectus.compare.entities.signs import NAMES, signs
from conspectus.errors import ModelError


@pytest.mark.parametrize(
    ("text", "sort", "words", "roles"),
    [
        ("the lawyer Dana Orlu", "name", ("dana", "orlu"), ("lawyer",)),
        ("President Dana Orlu's", "name", ("dana", "orlu"), ("president",)),
        ("in the Gulf of Veldt, between two capes", "name", ("gulf", "of", "veldt"), ()),
        ("an office in Port Hessel", "noun", ("office",), ("office",)),
        ("U.N.", "name", ("un",), ()),
        ("Renée Kvôl Jr.", "name", ("renee", "kvol"), ()),
        ("she's", "pronoun", ("she",), ()),
        ("…", "noun", ("…",), ("…",)),
    ],
)
def test_the_words_of_a_mention_say_what_it_is(
    text: str, sort: str, words: tuple[str, ...], roles: tuple[str, ...]
) -> None:
    found = form(text)
    assert (found.sort, found.words, found.roles) == (sort, words, roles)


def test_a_capital_makes_no_name_of_a_word_the_story_has_in_lower_case() -> None:
    assert form("Police", {"police"}).sort == "noun"
    assert form("Police").sort == "name"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("dana orlu", "dana m orlu", True),
        ("dan orlu", "daniel orlu", True),
        ("d orlu", "dana orlu", True),
        ("dana orlu", "mira orlu", False),
        ("dana orlu", "dana venn", False),
        ("ed orlu", "edward orlu", True),
        ("anwar kadhimi", "anwar qadhimi", True),
        ("anwar kadhimi", "omar qadhimi", False),
        ("dana roe", "dana ros", False),
    ],
)
def test_full_names_are_one_when_no_word_speaks_against_it(one: str, other: str, same: bool) -> None:
    assert one_name(tuple(one.split()), tuple(other.split())) is same
    assert one_name(tuple(other.split()), tuple(one.split())) is same


def test_a_surname_goes_to_its_only_bearer_in_the_article_and_else_stays_alone() -> None:
    names = {
        "a": [("dana", "orlu"), ("orlu",)],
        "b": [("mira", "orlu"), ("orlu",)],
        "c": [("dana", "orlu"), ("mira", "orlu"), ("orlu",)],
        "d": [("orlu",), ("who",), ("world", "health", "office")],
    }
    groups = name_groups(names)
    assert groups["a", ("orlu",)] == ("dana", "orlu")
    assert groups["b", ("orlu",)] == ("mira", "orlu")
    assert groups["c", ("orlu",)] == ("orlu",)
    assert groups["d", ("orlu",)] == ("orlu",)
    assert groups["d", ("who",)] == ("world", "health", "office")


def mentions(document: str, text: str) -> list[Mention]:
    """The words between ⟦ and ⟧ as mentions of the text without the marks."""
    found, bare = [], ""
    for at, piece in enumerate(text.replace("⟧", "⟦").split("⟦")):
        if at % 2:
            label = "PERSON" if "Orlu" in piece or "Venn" in piece else None
            found.append(Mention(document, len(bare), len(bare) + len(piece), piece, label))
        bare += piece
    return found


def test_nouns_and_pronouns_go_to_whom_they_stand_for() -> None:
    one = "The ⟦actress⟧ ⟦Dana Orlu⟧ left. ⟦She⟧ waved. A ⟦ferry⟧ sank."
    two = "⟦Orlu⟧ is safe. The ⟦actress⟧ thanked the ⟦crew⟧. The ⟦ferry⟧ is lost, and ⟦it⟧ lies deep."
    found = mentions("a", one) + mentions("b", two)
    texts = {"a": one.replace("⟦", "").replace("⟧", ""), "b": two.replace("⟦", "").replace("⟧", "")}
    keys = clusters(found, texts)
    assert keys == clusters(found[::-1], dict(reversed(texts.items())))
    by_key: dict[tuple[str, ...], list[str]] = {}
    for mention in found:
        by_key.setdefault(keys[mention], []).append(mention.words)
    assert sorted(map(sorted, by_key.values())) == [
        ["Dana Orlu", "Orlu", "She", "actress", "actress"], ["crew"], ["ferry", "ferry", "it"],
    ]  # fmt: skip


STORY = (
    "Mayor Dana Orlu opened the bridge in Hessel on Monday. Orlu thanked the builders.",
    "Dana M. Orlu, a former engineer, opened the bridge. Her brother Mira Orlu watched. “It stands,” Orlu said.",
)


def test_a_comparison_carries_the_entities_with_titles_of_their_day(models: Models) -> None:
    readings = [read(article(text, published=f"2031-05-0{n}"), models) for n, text in enumerate(STORY, 1)]
    found = entities(readings)
    assert compare(readings).entities == found == entities(readings[::-1])
    dana = next(e for e in found if "Dana" in e.name)
    texts = {r.article.id: r.article for r in readings}
    assert dana.kind == "person"
    assert {texts[s.article].words(s) for s in dana.mentions} >= {"Dana Orlu", "Dana M. Orlu"}
    told = {(texts[d.span.article].words(d.span), d.published) for d in dana.descriptions}
    assert told == {("Mayor", "2031-05-01"), ("a former engineer", "2031-05-02")}
    assert all(not set(dana.mentions) & set(e.mentions) for e in found if e is not dana)


def test_a_place_that_is_credited_with_words_speaks_for_somebody(models: Models) -> None:
    text = "Paris said on Monday that the talks had failed. The minister flew to Paris."
    found = next(e for e in entities([read(article(text), models)]) if e.name == "Paris")
    assert found.kind == "place"
    assert [(s.start, s.end) for s in found.speaks] == [(0, 5)]
    assert len(found.mentions) == 2


def test_linked_mentions_are_clusters_whatever_the_order() -> None:
    one = "⟦Dana Orlu⟧ left Hessel. ⟦She⟧ waved. A ⟦ferry⟧ sank."
    two = "⟦Dana Orlu⟧ is safe, ⟦Orlu⟧ said. The ⟦harbour⟧ is shut, and ⟦Mira Venn⟧ stays."
    found = mentions("a", one) + mentions("b", two)
    texts = {"a": one.replace("⟦", "").replace("⟧", ""), "b": two.replace("⟦", "").replace("⟧", "")}
    keys = linked(found, texts)
    assert keys == linked(found[::-1], dict(reversed(texts.items())))
    assert set(keys) == set(found)
    by_words = {mention.words: keys[mention] for mention in found if mention.document == "b"}
    assert by_words["Dana Orlu"] == by_words["Orlu"] == keys[found[0]]
    assert len({by_words["Orlu"], by_words["harbour"], by_words["Mira Venn"]}) == 3


@pytest.mark.parametrize("marked", ["", "⟦Dana Orlu⟧ left.", "⟦She⟧ left, and ⟦she⟧ waved."])
def test_few_mentions_or_pronouns_alone_are_linked_too(marked: str) -> None:
    found = mentions("a", marked)
    assert set(linked(found, {"a": marked.replace("⟦", "").replace("⟧", "")})) == set(found)


def test_a_pronoun_is_never_scored_with_another_document() -> None:
    found = mentions("a", "⟦Dana Orlu⟧ left. ⟦She⟧ waved.") + mentions("b", "⟦Venn⟧ stayed.")
    texts = {"a": "Dana Orlu left. She waved.", "b": "Venn stayed."}
    known = facts(found, clusters(found, texts), texts)
    one, other = pairs(known)
    assert set(zip(one.tolist(), other.tolist(), strict=True)) == {(0, 1), (0, 2)}
    assert signs(known, one, other).shape == (2, len(NAMES))


def test_missing_weights_of_the_scorer_are_a_model_error(tmp_path: Path) -> None:
    found = mentions("a", "⟦Dana Orlu⟧ left. ⟦She⟧ waved.")
    with pytest.raises(ModelError):
        linked(found, {"a": "Dana Orlu left. She waved."}, tmp_path)

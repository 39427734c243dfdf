"""One entity for all names of a person, body or place; two who share a surname stay two."""

from pathlib import Path

import numpy as np
import pytest
from factories import article

from conspectus import Models, compare, read
from conspectus.compare.entities import entities
from conspectus.compare.entities.facts import facts
from conspectus.compare.entities.forms import form
from conspectus.compare.entities.linked import joined, linked, pairs
from conspectus.compare.entities.mentions import Mention, clusters
from conspectus.compare.entities.names import name_groups, one_name
from conspectus.compare.entities.signs import NAMES, signs
from conspectus.compare.entities.standing import standing
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


def test_clusters_of_several_mentions_are_joined_at_less_than_single_ones() -> None:
    text = "⟦ferry⟧ ⟦ferry⟧ ⟦boat⟧ ⟦boat⟧ ⟦ship⟧"
    found = mentions("a", text)
    known = facts(found, clusters(found, {"a": text}), {"a": text})
    likely = np.full((5, 5), 0.2)
    likely[:2, :2] = likely[2:4, 2:4] = 0.9
    assert len(set(joined(known, likely, (0.5, 0.2, 0.5)))) == 2
    assert len(set(joined(known, likely, (0.5, 0.3, 0.5)))) == 3
    assert len(set(joined(known, likely, (0.2, 0.2, 0.5)))) == 1


def test_a_pronoun_is_never_scored_with_another_document() -> None:
    found = mentions("a", "⟦Dana Orlu⟧ left. ⟦She⟧ waved.") + mentions("b", "⟦Venn⟧ stayed.")
    texts = {"a": "Dana Orlu left. She waved.", "b": "Venn stayed."}
    known = facts(found, clusters(found, texts), texts)
    one, other = pairs(known)
    assert set(zip(one.tolist(), other.tolist(), strict=True)) == {(0, 1), (0, 2)}
    assert signs(known, standing(known, found, texts), one, other).shape == (2, len(NAMES))


def sign(texts: dict[str, str], name: str) -> dict[tuple[str, str], float]:
    """A sign of all pairs of the mentions marked in ``texts``, by their words."""
    found = [mention for document, text in texts.items() for mention in mentions(document, text)]
    bare = {document: text.replace("⟦", "").replace("⟧", "") for document, text in texts.items()}
    known = facts(found, clusters(found, bare), bare)
    one, other = pairs(known)
    values = signs(known, standing(known, found, bare), one, other)[:, NAMES.index(name)]
    words = [(found[a].words, found[b].words) for a, b in zip(one.tolist(), other.tolist(), strict=True)]
    return dict(zip(words, values.tolist(), strict=True))


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("The ⟦pilot⟧ ⟦Dana Orlu⟧ left.", 1),
        ("⟦Dana Orlu⟧, the ⟦pilot⟧ of the ferry, left.", 2),
        ("⟦Dana Orlu⟧ was the ⟦pilot⟧ of the ferry.", 3),
        ("⟦Dana Orlu⟧, who is a ⟦pilot⟧, left.", 3),
        ("⟦Dana Orlu⟧ and the ⟦pilot⟧ left.", 4),
        ("⟦Dana Orlu⟧ left with her ⟦pilot⟧.", 5),
        ("⟦Dana Orlu⟧ left before it was light, and so did the ⟦pilot⟧.", 0),
        ("⟦Dana Orlu⟧ left. The ⟦pilot⟧ stayed.", 0),
    ],
)
def test_what_is_between_two_mentions_is_told_apart(text: str, between: int) -> None:
    assert list(sign({"a": text}, "between").values()) == [between]


def test_a_mention_within_another_is_known() -> None:
    text = "They met at the harbour of Veldt."
    found = [Mention("a", 12, 32, text[12:32]), Mention("a", 27, 32, text[27:32])]
    known = facts(found, clusters(found, {"a": text}), {"a": text})
    values = signs(known, standing(known, found, {"a": text}), *pairs(known))
    assert values[0, NAMES.index("inside")] == 1


def test_a_pronoun_knows_whom_it_can_stand_for_and_who_is_nearer() -> None:
    text = "⟦Dana Orlu⟧ met ⟦Mira Venn⟧ at the ⟦harbours⟧, and ⟦she⟧ waved."
    assert sign({"a": text}, "fits") == {
        ("Dana Orlu", "she"): 1, ("Mira Venn", "she"): 1, ("harbours", "she"): 0,
        ("Dana Orlu", "Mira Venn"): -1, ("Dana Orlu", "harbours"): -1, ("Mira Venn", "harbours"): -1,
    }  # fmt: skip
    nearer = sign({"a": text}, "fitting_between")
    assert (nearer["Dana Orlu", "she"], nearer["Mira Venn", "she"]) == (1, 0)


@pytest.mark.parametrize(
    "text",
    [
        "The pilot ⟦Dana Orlu⟧ left. The ⟦pilot⟧ waved to ⟦Mira Venn⟧.",
        "⟦Dana Orlu⟧, a former pilot of ferries, left. The ⟦pilot⟧ waved to ⟦Mira Venn⟧.",
        "The young pilot, ⟦Dana Orlu⟧, left. The ⟦pilot⟧ waved to ⟦Mira Venn⟧.",
        "⟦Dana Orlu⟧ is the pilot of a ferry. The ⟦pilot⟧ waved to ⟦Mira Venn⟧.",
    ],
)
def test_a_role_told_beside_a_name_is_borne_by_it(text: str) -> None:
    told = sign({"a": text}, "role_told")
    assert (told["Dana Orlu", "pilot"], told["pilot", "Mira Venn"]) == (1, 0)


def test_nouns_of_one_kind_may_be_one() -> None:
    kindred = sign({"a": "Two ⟦robbers⟧ ran. The ⟦thieves⟧ took a ⟦car⟧."}, "kindred")
    assert (kindred["robbers", "thieves"], kindred["robbers", "car"]) == (1, 0)


def test_what_is_told_before_a_place_with_a_preposition_is_no_role_of_it() -> None:
    text = "A ferry ⟦off Hessel⟧ sank. The ⟦ferry⟧ was old."
    assert sign({"a": text}, "role_told")["off Hessel", "ferry"] == 0


def test_two_roles_of_one_person_are_alike() -> None:
    text = "The pilot ⟦Dana Orlu⟧ left. ⟦Dana Orlu⟧, a poet, waved. The ⟦pilot⟧ met the ⟦baker⟧ and a ⟦poet⟧."
    alike = sign({"a": text}, "roles_alike")
    assert (alike["pilot", "poet"], alike["pilot", "baker"]) == (1, 0)


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("Dana Orlu", "Dana Orlu", 5),
        ("Orlu", "Dana Orlu", 3),
        ("Dana", "Dana Orlu", 2),
        ("Orluh", "Dana Orlu", 1.5),
        ("HOT", "House of Tolls", 1),
        ("Veldt", "Rovers", 0.5),
        ("Veldt", "Hessel", -1),
        ("Mira Orlu", "Dana Orlu", -2),
    ],
)
def test_names_go_together_as_far_as_their_words_do(one: str, other: str, value: float) -> None:
    text = f"⟦{one}⟧ met. ⟦{other}⟧ left. ⟦Veldt Rovers⟧ won."
    assert sign({"a": text}, "name_variant")[one, other] == value


def test_who_says_i_in_a_quotation_is_who_is_said_to_say_it() -> None:
    text = "⟦Mira Venn⟧ met the ⟦crew⟧. “⟦I⟧ saw ⟦them⟧ leave,” ⟦Dana Orlu⟧ said."
    speaks = sign({"a": text}, "speaker")
    assert {pair for pair, yes in speaks.items() if yes} == {("I", "Dana Orlu")}
    assert sign({"a": text}, "quoted")["I", "them"] == 2


def test_a_sentence_that_all_articles_have_tells_the_story() -> None:
    texts = {
        "a": "The ⟦ferry⟧ sank off ⟦Hessel⟧ at dawn. ⟦Dana Orlu⟧ collects stamps.",
        "b": "Off ⟦Hessel⟧ a ⟦ferry⟧ sank at dawn. A ⟦bakery⟧ opened.",
    }
    for name in ("central_least", "echoed_least", "known_least"):
        told = sign(texts, name)
        assert told["ferry", "Hessel"] > told["ferry", "Dana Orlu"], name
    assert sign(texts, "order_most")["ferry", "bakery"] == 1


def test_missing_weights_of_the_scorer_are_a_model_error(tmp_path: Path) -> None:
    found = mentions("a", "⟦Dana Orlu⟧ left. ⟦She⟧ waved.")
    with pytest.raises(ModelError):
        linked(found, {"a": "Dana Orlu left. She waved."}, tmp_path)


def test_a_junior_whom_an_article_tells_from_his_father_is_another_in_the_whole_story(models: Models) -> None:
    texts = (
        "Mayor Runge opened the bridge. A photo showed Pavel Runge Jr. with a cable. Runge said it was safe.",
        "Pavel Runge, the mayor, opened the bridge on Monday. Runge said it was safe.",
        "Pavel Runge Jr. owns the boat.",
    )
    found = entities([read(article(text), models) for text in texts])
    assert sorted((one.name, len(one.mentions)) for one in found if "Runge" in one.name) == [
        ("Pavel Runge", 4),
        ("Pavel Runge Jr.", 2),
    ]


def test_a_junior_whom_nobody_tells_from_another_is_who_his_surname_is(models: Models) -> None:
    texts = ("Pavel Runge Jr. opened the bridge. Runge said it was safe.", "Mayor Pavel Runge opened the bridge.")
    found = entities([read(article(text), models) for text in texts])
    assert [(one.name, len(one.mentions)) for one in found if "Runge" in one.name] == [("Pavel Runge Jr.", 3)]

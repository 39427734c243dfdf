"""Entities that people put right: every part of a comparison that asks whom a name means sees it so."""

from dataclasses import replace

import pytest
from handmade import article

from conspectus.compare.entities.corrected import put_right, touched
from conspectus.compare.heard import heard
from conspectus.model import Chain, Correction, Entity, Reading, Speaker, Voice

TEXT = "⟦a|Varga⟧ met ⟦b|Ilse Varga⟧ and ⟦c|Tom Varga⟧. ⟦d|Orlu Port⟧ said so; ⟦e|the port office⟧ said ⟦words|it was shut⟧."


@pytest.fixture
def told():
    one, at = article(TEXT)
    two = (
        Entity("1", "person", "Ilse Varga", (at["a"], at["b"]), (), ()),
        Entity("2", "person", "Tom Varga", (at["c"],), (), ()),
        Entity("3", "body", "Orlu Port", (at["d"],), (), ()),
    )
    speaker = Speaker((at["e"],), "body", (at["e"],), "named here", None)
    return Reading(one, speakers=(speaker,)), at, two


def mentions(entities):
    return {one.mentions for one in entities}


def test_a_name_goes_to_another_entity_or_to_one_of_its_own(told) -> None:
    reading, at, two = told
    joined = put_right(two, [Correction("entity", (at["a"],), (at["c"],))], [reading])
    assert mentions(joined) == {(at["b"],), (at["a"], at["c"]), (at["d"],)}
    alone = put_right(two, [Correction("entity", (at["a"],))], [reading])
    assert {one.name for one in alone} == {"Varga", "Ilse Varga", "Tom Varga", "Orlu Port"}
    assert set(touched(two, alone)) == {at["a"], at["b"]}


def test_the_name_of_a_source_that_was_read_as_no_entity_is_joined(told) -> None:
    reading, at, two = told
    joined = put_right(two, [Correction("entity", (at["e"],), (at["d"],))], [reading])
    assert (at["d"], at["e"]) in mentions(joined)
    begun = put_right(two, [Correction("entity", (at["d"],), (at["e"],))], [reading])
    assert [(one.name, one.kind) for one in begun if at["e"] in one.mentions] == [("the port office", "body")]


def test_what_is_about_other_words_changes_nothing(told) -> None:
    reading, at, two = told
    elsewhere = replace(at["a"], article="x")
    for right in (
        Correction("entity", (elsewhere,), (at["c"],)),
        Correction("entity", (at["a"],), (elsewhere,)),
        Correction("entity", (replace(at["a"], start=5000, end=5010),)),
        Correction("entity", (at["a"],), (at["a"],)),
        Correction("origin", (at["a"],)),
    ):
        assert put_right(two, [right], [reading]) == two


def test_two_of_one_name_are_two_voices() -> None:
    one, at = article("⟦a|Ilse Varga⟧ said ⟦x|it was shut⟧. ⟦b|Ilse Varga⟧ said ⟦y|it was not⟧.")
    speakers = tuple(Speaker((at[name],), "person", (at[name],), "named here", None) for name in "ab")
    chains = tuple(
        Chain(what, (at[what],), (Voice((at[who],), (), None, "said"),)) for who, what in (("a", "x"), ("b", "y"))
    )
    made = Reading(one, speakers=speakers, chains=chains)
    read_as = (Entity("1", "person", "Ilse Varga", (at["a"], at["b"]), (), ()),)
    apart = put_right(read_as, [Correction("entity", (at["b"],))], [made])
    assert [voice.name for voice in heard([made]) if voice.name] == ["Ilse Varga"]
    assert [voice.name for voice in heard([made], touched(read_as, apart)) if voice.name] == ["Ilse Varga"] * 2


def test_names_of_two_articles_that_are_one_are_one_voice() -> None:
    readings = []
    for who in ("The port office", "Orlu Port"):
        one, at = article(f"⟦a|{who}⟧ said ⟦x|it was shut⟧.")
        speaker = Speaker((at["a"],), "body", (at["a"],), "named here", None)
        chain = Chain("x", (at["x"],), (Voice((at["a"],), (), None, "said"),))
        readings.append(Reading(one, speakers=(speaker,), chains=(chain,)))
    first, second = (one.speakers[0].names[0] for one in readings)
    joined = touched((), put_right((), [Correction("entity", (first,), (second,))], readings))
    assert sorted(voice.name for voice in heard(readings) if voice.name) == ["Orlu Port", "The port office"]
    assert [voice.name for voice in heard(readings, joined) if voice.name] == ["The port office"]

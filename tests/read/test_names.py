"""Names: a surname has the label of the full name, wherever the full name stands."""

from itertools import pairwise

import pytest
from factories import article, marked

from conspectus import Models
from conspectus.model import Name, Reading
from conspectus.read.names import READER
from conspectus.read.parse import parse


def read(models: Models, body: str, title: str = "") -> tuple[tuple[Name, ...], dict[str, list[Name]]]:
    """The names of a text, and the same by their words."""
    one = article(body, title)
    found: tuple[Name, ...] = READER.run(one, parse(one, models), Reading(one), models)
    by_words: dict[str, list[Name]] = {}
    for name in found:
        by_words.setdefault(one.words(name.span), []).append(name)
    return found, by_words


@pytest.mark.parametrize(
    "text",
    [
        "<full>Dana Orlu</full> leads the council of Velmora.\n\nLater <bare>Orlu</bare> said the bridge was safe.",
        "<full>Dana Orlu</full> leads the council.\n\n<bare>Orlu</bare> planned <bare>Orlu</bare>'s bridge.",
        "Mr <bare>Orlu</bare> spoke first.\n\n<full>Dana Orlu</full> has led the council since May.",
        "Minister <full>Dana Orlu</full> spoke first. The council thanked Minister <bare>Orlu</bare>.",
        "<full>Wen Daru</full> is the minister of works. The bridge is safe, <bare>Wen</bare> said on Monday.",
    ],
)
def test_a_bare_name_has_the_label_of_the_full_one_and_points_to_it(models: Models, text: str) -> None:
    plain, spans = marked(text)
    found, _ = read(models, plain)
    full = [name for name in found if (name.span.start, name.span.end) in spans["full"]]
    assert [name.label for name in full] == ["PERSON"]
    for place in spans["bare"]:
        (bare,) = [name for name in found if (name.span.start, name.span.end) == place]
        assert (bare.label, bare.full) == ("PERSON", full[0].span)


@pytest.mark.parametrize(
    "text",
    [
        "Lawyers for Alistair Crane will appeal.\n\nCrane was sentenced. “Mr Crane took no bribe,” one of them said.",
        "Judge Alistair Crane told him: “You did so for money.”\n\nCrane sent him to prison.",
    ],
)
def test_who_bears_a_title_is_a_person(models: Models, text: str) -> None:
    _, names = read(models, text)
    assert {name.label for name in (*names["Alistair Crane"], *names["Crane"])} == {"PERSON"}


def test_a_calling_that_begins_a_sentence_is_no_part_of_the_name(models: Models) -> None:
    _, names = read(models, "Rancher Bill Hanley, 76, called twice.\n\nPeter Bill Hanley did not.")
    assert {"Bill Hanley", "Peter Bill Hanley"} <= names.keys()


def test_words_in_small_letters_and_plurals_that_begin_a_sentence_are_no_names(models: Models) -> None:
    text = (
        "Survivors said the crew had slept.\n\nThe statistics office reported that the state forestry department did."
    )
    assert all(words[:1].isupper() and words != "Survivors" for words in read(models, text)[1])


def test_a_name_in_a_headline_ends_where_words_begin_that_the_text_has_in_small_letters(models: Models) -> None:
    title = "Velmora Shipping Union Report Urges More Pay"
    body = f"{title}\n\nThe shipping line sank. A report by the union urges more pay. Velmora was not at fault."
    found, _ = read(models, body, title)
    assert not any("Report" in part or "Urges" in part for one in found for part in _printed(one, body, title))


def _printed(name: Name, body: str, title: str) -> list[str]:
    return (title if name.span.part == "title" else body)[name.span.start : name.span.end].split()


def test_a_surname_that_stands_before_a_junior_is_not_his(models: Models) -> None:
    son = "Mayor Runge opened the bridge on Monday. A photo showed Pavel Runge Jr. with a cable. Then Runge said it was safe."
    _, names = read(models, son)
    assert [one.full for one in names["Runge"]] == [None, None]
    _, names = read(models, "Pavel Runge Jr. opened the bridge on Monday. Then Runge said it was safe.")
    assert all(one.full for one in names["Runge"])


def test_two_people_of_one_surname_leave_it_open_who_is_meant(models: Models) -> None:
    _, names = read(models, "Dana Orlu met Peter Orlu at the bridge on Monday.\n\nThen Orlu said it was safe.")
    assert [(name.label, name.full) for name in names["Orlu"]] == [("PERSON", None)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The bridge was Dana Orlu's first plan.", "Dana Orlu"),
        ("Mr. Peter Hallam spoke to the council.", "Peter Hallam"),
        ("President Peter Hallam’s plan was praised.", "Peter Hallam"),
        ("The bridge in Toronto was closed on Monday.", "Toronto"),
    ],
)
def test_a_name_has_no_title_before_it_and_no_possessive_after_it(models: Models, text: str, name: str) -> None:
    _, names = read(models, text)
    assert list(names) == [name]


def test_a_name_missed_in_one_place_is_taken_from_another(models: Models) -> None:
    body = "Dana Orlu leads the council of Velmora.\n\nPeople asked Dana Orlu about it."
    _, names = read(models, body, "BRIDGE SAFE, SAYS DANA ORLU")
    assert [name.span.part for name in names["DANA ORLU"]] == ["title"]
    assert {name.label for name in names["DANA ORLU"] + names["Dana Orlu"]} == {"PERSON"}


def test_a_headline_in_capitals_names_only_who_is_named_elsewhere(models: Models) -> None:
    found, _ = read(models, "Nobody was there.", "HEAVY RAIN CLOSES OLD BRIDGE FOR GOOD")
    assert found == ()


def test_a_place_that_is_called_like_a_person_stays_a_place(models: Models) -> None:
    body = "Helen London leads the council.\n\nShe was born in London and moved to Paris."
    _, names = read(models, body)
    assert [name.label for name in names["London"]] == ["GPE"]
    _, names = read(models, "Chad Morrell leads the council.\n\nMorrell thanked France, Chad and Kenya.")
    assert [name.label for name in names["Chad"]] == ["GPE"]


@pytest.mark.parametrize("text", ["", "...", "“‘”", "🌉 🌉", "a" * 5000, "ORLU", "Orlu Orlu Orlu"])
def test_odd_texts_are_read(models: Models, text: str) -> None:
    found, names = read(models, text)
    assert sum(map(len, names.values())) == len(found)


def test_names_stand_in_order_and_apart(models: Models) -> None:
    body = "Dana Orlu and Peter Hallam met in Toronto.\n\nHallam thanked Orlu. Dana Orlu's council paid."
    found, _ = read(models, body, "Orlu meets Hallam")
    keys = [(name.span.part != "title", name.span.start, name.span.end) for name in found]
    assert keys == sorted(keys)
    assert not any(a.span.overlaps(b.span) for a, b in pairwise(found))

"""Whom a source stands for: <who> marks the source, <name> the mention that names the speaker."""

import pytest
from factories import article, marked

from conspectus import Models, read
from conspectus.model import Reading, Speaker

NAMED = [
    "<name>Dana Orlu</name> opened the bridge on Monday. <who>Orlu</who> said it was safe.",
    "<name>Dana Orlu</name> opened the bridge on Monday. <who>She</who> said it was safe.",
    "Mayor <name>Dana Orlu</name> opened the bridge on Monday. It is new. <who>The mayor</who> said it was safe.",
    "<name>Dana Orlu</name>, the interior minister, came on Monday. <who>The minister</who> said it was safe.",
    "“It is safe,” said <name>Dana Orlu</name>, the mayor. “We tested it,” <who>she</who> added.",
    "The mayor, <who><name>Dana Orlu</name></who>, said it was safe.",
    "<who>A spokesman</who> said it was safe. “We tested it,” said the spokesman, <name>Marek Hale</name>.",
    "<name>Marek Hale</name>, <who>who</who> said the bridge was safe, left on Monday.",
    "<name>Marek Hale</name> met Mrs. Dana Orlu on Monday. <who>He</who> said the bridge was safe.",
    "<who>Hale’s successor as mayor, <name>Dana Orlu</name>,</who> said the bridge was safe.",
    "Rancher Peter Hale was there. The attorney general, <name>Dana Orlu</name>, said on Monday that the inquiry was open. "
    "<who>She</who> said the bridge was unsafe.",
    "Mayor <name>Runge</name> came on Monday. A photo showed Pavel Runge Jr. there. <who>Runge</who> said it was safe.",
    "Marek Dorn’s lawyer, <name>Peter Hale</name>, said he would appeal. “Mr Dorn paid nothing,” <who>he</who> said.",
]
KINDS = [
    ("<who>The hospital in Velmora</who> said it was full.", "body"),
    ("<who>The prosecution</who> said the bridge was unsafe.", "body"),
    ("<who>Survivors</who> said the crew had slept.", "collective"),
    ("<who>The ministry</who> said the bridge was safe.", "body"),
    ("<who>Critics</who> said the bridge was unsafe.", "collective"),
    ("<who>Rights groups</who> said the bridge was unsafe.", "collective"),
    ("<who>An official</who> said the bridge was unsafe.", "unnamed"),
    ("<who>Two officials</who> said the bridge was unsafe.", "unnamed"),
    ("<who>A person familiar with the matter</who> said the bridge was unsafe.", "unnamed"),
    ("<who>The report</who> said the bridge was unsafe.", "document"),
    ("According to <who>minutes of the meeting</who>, the bridge was unsafe.", "document"),
    ("<who>The Hessel Chronicle</who> reported that the bridge was unsafe.", "outlet"),
    ("<who>CNN</who> reported that the bridge was unsafe.", "outlet"),
    ("<who>She</who> said the bridge was unsafe.", None),
    ("<who>The minister</who> said the bridge was unsafe.", None),
    ("The prime minister, Dana Orlu, left on Monday. <who>The minister</who> said it was unsafe.", None),
    ("<who>A union leader</who> said it was unsafe. The opposition leader, Dana Orlu, said nothing.", "unnamed"),
    ("<who>The finance director</who> said it was safe. Dana Orlu, the press director, said nothing.", None),
    ("Workers painted the Dana bridge on Monday. <who>She</who> said that it was unsafe.", None),
    ("Dana Orlu, Marek Hale and Ida Brill came on Monday. <who>The two men</who> said it was safe.", "collective"),
]
REASONS = [
    "An official said the bridge was unsafe, <why>speaking on condition of anonymity because he was not allowed to "
    "discuss it</why>.",
    "An official, <why>who was not authorized to speak publicly</why>, said the bridge was unsafe.",
    "An official <why>who asked not to be named</why> said the bridge was unsafe.",
    "“It is over,” said an aide <why>who insisted on anonymity in order to describe private talks</why>.",
    "Three drivers, <why>who did not want their names published</why>, said they had been threatened.",
    "One resident, <why>whose name is being withheld because she is a minor</why>, said she saw the fire.",
    "Speaking <why>on condition that his name not be used</why>, a former aide said the vote had been bought.",
    "A nurse, <why>who gave only her first name for fear of losing her job</why>, said the wards were full.",
    "An official said the bridge was unsafe. The official <why>spoke on condition of anonymity</why>.",
]


def reading(models: Models, body: str, title: str = "") -> Reading:
    return read(article(body, title), models)


def speaker(found: Reading, source: tuple[int, int]) -> Speaker:
    """The speaker of the source that shares most with the marked words."""

    def common(one: Speaker) -> int:
        return min(one.source[0].end, source[1]) - max(one.source[0].start, source[0])

    best = max(found.speakers, key=common)
    assert common(best) > 0, [found.article.words(one.source[0]) for one in found.speakers]
    return best


def names(found: Reading, one: Speaker) -> list[str]:
    return [found.article.words(span) for span in one.names]


@pytest.mark.parametrize("text", NAMED)
def test_a_source_is_followed_to_the_name(models: Models, text: str) -> None:
    body, spans = marked(text)
    found = reading(models, body)
    one = speaker(found, spans["who"][0])
    start, end = spans["name"][0]
    assert (one.kind, names(found, one)) == ("person", [body[start:end]])
    assert one.why


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_kind_of_voice_it_is(models: Models, text: str, kind: str | None) -> None:
    body, spans = marked(text)
    assert speaker(reading(models, body), spans["who"][0]).kind == kind


def test_a_body_named_behind_what_it_is(models: Models) -> None:
    body, spans = marked("<who>The ferry’s owner, Blue Heron Lines,</who> denied that the boat had been overloaded.")
    found = reading(models, body)
    one = speaker(found, spans["who"][0])
    assert (one.kind, names(found, one)) == ("body", ["Blue Heron Lines"])


@pytest.mark.parametrize("text", REASONS)
def test_the_ground_for_anonymity(models: Models, text: str) -> None:
    body, spans = marked(text)
    found = reading(models, body)
    grounds = [found.article.words(one.anonymity) for one in found.speakers if one.anonymity]
    start, end = spans["why"][0]
    assert grounds == [body[start:end]]


def test_the_ground_of_another_is_not_taken(models: Models) -> None:
    body = "Officials said the bridge was unsafe.\n\nThe witness, who asked not to be identified, said that he saw two men."
    found = reading(models, body)
    grounds = {found.article.words(one.source[0]): one.anonymity for one in found.speakers}
    assert grounds["Officials"] is None


def test_two_people_of_one_surname_are_not_guessed(models: Models) -> None:
    body, spans = marked(
        "Dana Orlu and Marek Orlu opened the bridge on Monday. <who>Orlu</who> said that the bridge was safe."
    )
    assert speaker(reading(models, body), spans["who"][0]).kind is None


def test_a_title_tells_two_people_of_one_surname_apart(models: Models) -> None:
    body, spans = marked(
        "Dana Orlu and Marek Orlu opened the bridge. <who>Mrs. Orlu</who> said that the bridge was safe. "
        "<who>Mr. Orlu</who> said that it was not."
    )
    found = reading(models, body)
    assert [names(found, speaker(found, place)) for place in spans["who"]] == [["Dana Orlu"], ["Marek Orlu"]]


def test_one_person_under_three_titles(models: Models) -> None:
    body, spans = marked(
        "Party leader Dana Orlu, the mayor of Hessel and a former minister, opened the bridge. <who>The mayor</who> said it "
        "was safe. <who>Orlu</who> said it was old. <who>She</who> said it was new."
    )
    found = reading(models, body)
    assert {tuple(names(found, speaker(found, place))) for place in spans["who"]} == {("Dana Orlu",)}


def test_an_outlet_and_a_person_of_one_name(models: Models) -> None:
    body, spans = marked(
        "Former president Vidal Herald visited on Monday. <who>Mr. Herald</who> said the bridge was safe. "
        "<who>The Hessel Herald</who> reported that it was not."
    )
    found = reading(models, body)
    person, outlet = (speaker(found, place) for place in spans["who"])
    assert (person.kind, names(found, person)) == ("person", ["Vidal Herald"])
    assert outlet.kind == "outlet"


def test_an_institution_in_the_plural(models: Models) -> None:
    body, spans = marked("<who>The council</who> said the bridge was safe. <who>They</who> said it had been tested.")
    found = reading(models, body)
    assert [speaker(found, place).kind for place in spans["who"]] == ["body", "body"]


@pytest.mark.parametrize("said", ["<who>The two men</who>", "<who>The two</who>", "<who>Both</who>"])
def test_the_two_are_those_named_together(models: Models, said: str) -> None:
    body, spans = marked(
        f"Two engineers, Paul Dorn and Marek Hale, saw the bridge in May. {said} told police that it was safe. "
        "<who>They</who> said that it had been tested."
    )
    found = reading(models, body)
    for place in spans["who"]:
        one = speaker(found, place)
        assert (one.kind, names(found, one)) == ("person", ["Paul Dorn", "Marek Hale"])


def test_a_group_quoted_as_one(models: Models) -> None:
    body, spans = marked("“We will not leave our homes until the bridge is safe,” <who>the residents</who> said.")
    assert speaker(reading(models, body), spans["who"][0]).kind == "collective"


def test_a_dead_mans_letter_is_his(models: Models) -> None:
    body, spans = marked(
        "Marek Hale died in 2029. In a letter found in May, <who>Hale</who> wrote that the bridge had never been safe."
    )
    found = reading(models, body)
    assert names(found, speaker(found, spans["who"][0])) == ["Marek Hale"]


def test_every_source_has_one_speaker(models: Models) -> None:
    found = reading(models, "The mayor said the council had warned that the bridge was old. Critics said it was not.")
    sources = {one.source for one in found.attributions if one.source}
    assert sources <= {one.source for one in found.speakers}
    assert len(found.speakers) == len({one.source for one in found.speakers})

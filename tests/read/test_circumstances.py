"""Circumstances: <via> channel, <at> occasion, <to> addressee, <when> time of what <who> said."""

import pytest
from factories import article, marked

from conspectus import Models, read
from conspectus.model import Circumstances

CASES = [
    "Orlu told <to>reporters</to> that the bridge was safe.",
    "Orlu told <to>the Hessel Courier</to> that the bridge was safe.",
    "Orlu said <via>in a statement</via> that the bridge was safe.",
    "“It is safe,” Orlu said <via>in a letter to the council</via>.",
    "Orlu said <at>at a news conference</at> that the bridge was safe.",
    "Orlu said <when>on Monday</when> that the bridge was safe.",
    "Orlu said <via>on Twitter</via> that the bridge was safe.",
    "Orlu <via>tweeted</via> that the bridge was safe.",
    "Orlu issued <via>a statement</via> saying the bridge was safe.",
    "“It is safe,” <via>the statement</via> said.",
    "Orlu told <to>lawmakers</to> <at>during a hearing</at> <when>on Monday</when> that the bridge was safe.",
    "Speaking <via>on Radio Gull</via>, the minister said that the bridge was safe.",
    "Asked about the report <at>during a hearing</at>, Orlu said that the bridge was safe.",
    "Orlu told <at>a news conference</at> that the bridge was safe.",
    "Orlu said <via>through his lawyer</via> that the bridge was safe.",
    "Orlu testified before <to>the council</to> that the bridge was safe.",
]
NONE = [
    "Orlu said that the bridge would close on Monday.",
    "Orlu said that the council had been told in a letter.",
    "To the surprise of the council, Orlu said that the bridge was safe.",
]


def circumstances(models: Models, body: str) -> tuple[Circumstances, ...]:
    return read(article(body), models).circumstances


@pytest.mark.parametrize("text", CASES)
def test_the_circumstances_of_one_saying(models: Models, text: str) -> None:
    body, spans = marked(text)
    found = circumstances(models, body)
    assert len(found) == 1
    given = {"via": found[0].channel, "at": found[0].occasion, "to": found[0].addressee, "when": found[0].time}
    offsets = {name: [(span.start, span.end)] for name, span in given.items() if span}
    if "to" in offsets and "to" not in spans:
        # "In a letter to the council" names the addressee inside the channel.
        assert body[slice(*offsets.pop("to")[0])] == "the council"
    wanted = dict(spans)
    if "when" in wanted:
        place = offsets.pop("when")[0]
        assert body[slice(*place)] in body[slice(*wanted.pop("when")[0])]
    assert offsets == wanted


def channels(models: Models, body: str, source: str) -> list[str]:
    """The channels of what ``source`` says."""
    found = read(article(body), models)
    own = {one.id for one in found.attributions if [found.article.words(span) for span in one.source] == [source]}
    assert own
    return [found.article.words(one.channel) for one in found.circumstances if one.attribution in own and one.channel]


LEAD = "In a statement on Monday, Dana Orlu defended the repairs."


@pytest.mark.parametrize("between", ["\n\n", " "])
def test_a_channel_named_in_the_sentence_before_is_that_of_what_she_said(models: Models, between: str) -> None:
    body = LEAD + between + "“The bridge is safe and it will stay open,” she said."
    assert channels(models, body, "she") == ["In a statement"]


def test_the_sentence_before_lends_no_channel_to_another_speaker(models: Models) -> None:
    assert channels(models, LEAD + " “It will close by May,” Ilse Vance said.", "Ilse Vance") == []


@pytest.mark.parametrize("text", NONE)
def test_what_was_said_gives_no_circumstances(models: Models, text: str) -> None:
    assert circumstances(models, text) == ()

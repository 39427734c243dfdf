"""Which of two derived articles has it from which: credits, reports of the other's outlet, edits, time, a person's word."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from factories import article, marked

from conspectus.model import Article, Derivation, Fact
from conspectus.origins import credits_of, related, text_of

BODY = (
    "The bridge over the Sorn at Velmora was closed on Monday after a diver found a crack in its third pier.\n\n"
    "The crack runs for two metres below the water line, engineers of the county wrote in a note to the council. "
    "Lorries have been sent over the ford at Tarn since the morning, which adds half an hour to the way.\n\n"
    "The bridge was built in 1931 and was last mended after the flood of 1978. It carries four thousand cars a day. "
    "The council had put off a survey twice, in 2024 and in 2027, because it had no money for one.\n\n"
)
END = (
    "Nobody at the county would say on Tuesday how long the work might take, or who is going to pay for it. A "
    "meeting has been called for the evening in the hall of the fire brigade, where there are chairs for ninety.\n\n"
)
LEDE = "Velmora woke up without its bridge, and nobody knows for how long the town will have to do without it.\n\n"


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("VELMORA (<name>Reuters</name>) — The bridge was closed on Monday after a diver found a crack.", "whole"),
        ("By Ada Brenk, <name>Hessel Press</name>\n\nThe bridge was closed.", "whole"),
        ("The bridge was closed.\n\nCopyright 2031 <name>The Hessel Press</name>. All rights reserved.", "whole"),
        ("The bridge was closed.\n\n<name>The Hessel Press</name> contributed to this report.", "part"),
        ("The bridge was closed.\n\nWith files from <name>Hessel Radio</name>", "part"),
        ("The crack was first reported by <name>the Hessel Chronicle</name> on Sunday.", "relay"),
        ("The diver told <name>the Hessel Chronicle</name> that the pier had moved.", "relay"),
        ("“It moved,” the diver said, according to <name>the Tarn Gazette</name>.", "relay"),
        ("Per <name>Hessel Radio</name>: the bridge was closed.", "relay"),
        ("<name>The Tarn Gazette</name> first reported the crack.", "relay"),
    ],
)
def test_credits(text: str, how: str) -> None:
    body, places = marked(text)
    (credit,) = credits_of(article(body))
    assert (credit.span.start, credit.span.end) == places["name"][0]
    assert (credit.how, credit.name) == (how, body[credit.span.start : credit.span.end])


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Michael Bloomberg said the bridge was closed.",
        "“The Tarn Gazette reported it first,” the diver said.",
        "He read the news in the Tarn Gazette and went to bed.",
        "The news reported from the bridge was bad.",
    ],
)
def test_no_credits(text: str) -> None:
    assert credits_of(article(text)) == ()


def test_an_article_does_not_credit_its_own_outlet() -> None:
    text = "The diver told the Tarn Gazette that the pier had moved."
    assert not credits_of(article(text, outlet="Tarn Gazette"))
    assert credits_of(article(text, outlet="Hessel Chronicle"))


def test_a_name_known_to_be_an_outlets_is_one() -> None:
    text = "Per Velmora Now: the bridge was closed."
    assert not credits_of(article(text))
    assert [one.name for one in credits_of(article(text), ["velmoranow.com"])] == ["Velmora Now"]


def test_the_town_of_an_outlet_is_not_the_outlet() -> None:
    text = "By our correspondent in Hessel\n\nThe hospital in Hessel said that the pier had moved."
    assert credits_of(article(text), ["Hessel Mirror"]) == ()
    assert credits_of(article("The diver told the Mirror that the pier had moved."), ["Hessel Mirror"])


def _pair(one: Article, other: Article) -> Derivation:
    outlets = [a.outlet.value or "" for a in (one, other)]
    found, turned = (
        related(text_of(one, outlets), text_of(other, outlets)),
        related(text_of(other, outlets), text_of(one, outlets)),
    )
    swap = {"one from other": "other from one", "other from one": "one from other"}
    assert found.direction
    assert turned.direction
    assert turned.direction.way == swap.get(found.direction.way, found.direction.way), "either order tells the same"
    return found


Given = Callable[..., Article]


@pytest.mark.parametrize(
    ("one", "other", "way", "kind"),
    [
        pytest.param(
            article(BODY + "The Hessel Press contributed to this report.", outlet="Tarn Gazette"),
            article(BODY + END, outlet="Hessel Press"),
            "one from other", "credit", id="credits the other for a part",
        ),
        pytest.param(
            article(BODY, outlet="Tarn Gazette"),
            article("VELMORA (Reuters) — " + BODY + END, outlet="Reuters"),
            "one from other", "credit", id="an agency's own copy, and no credit for it",
        ),
        pytest.param(
            article("VELMORA (AP) — " + BODY, outlet="Tarn Gazette"),
            article(LEDE + BODY + "The Associated Press contributed to this report.", outlet="Velmora Now"),
            "common origin", "credit", id="both credit a third",
        ),
        pytest.param(
            article(LEDE + "As first reported by the Hessel Chronicle, it was shut.\n\n" + BODY, outlet="Tarn Gazette"),
            article(BODY + END, outlet="Hessel Chronicle", published="2031-05-01"),
            "one from other", "report", id="first reported by the other",
        ),
        pytest.param(
            article(BODY.replace(" below the water line", "").replace(" since the morning", "").replace(" twice,", "")),
            article(BODY), "one from other", "edit", id="cuts that go one way",
        ),
        pytest.param(article(BODY), article(BODY + END), "one from other", "edit", id="stops where the other goes on"),
        pytest.param(
            article(BODY, published="2031-05-02"), article(LEDE + BODY, published="2031-05-01T23:50+02:00"),
            "one from other", "time", id="a day later",
        ),
        pytest.param(article(LEDE + BODY), article(BODY + LEDE.upper()), "cannot tell", None, id="nothing shows it"),
        pytest.param(
            article(BODY, published="2031-05"), article(LEDE + BODY, published="2031-05-01"),
            "cannot tell", None, id="a month and one of its days",
        ),
    ],
)  # fmt: skip
def test_direction(one: Article, other: Article, way: str, kind: str | None) -> None:
    found = _pair(one, other)
    assert found.direction
    assert found.direction.way == way, found.direction
    assert kind is None or kind in {ground.kind for ground in found.direction.grounds if ground.way == way}
    for ground in found.direction.grounds:
        assert all(span.article in (one.id, other.id) and len(span) for span in ground.spans)


def test_a_third_is_named() -> None:
    found = _pair(
        article("VELMORA (AP) — " + BODY, outlet="Tarn Gazette"),
        article(LEDE + BODY + "The Associated Press contributed to this report.", outlet="Velmora Now"),
    )
    assert found.direction
    assert found.direction.origin in ("AP", "The Associated Press")


def test_what_a_person_says_wins() -> None:
    fact = Fact("the council's note", "person", "--origin")
    one = article(BODY + "The Hessel Press contributed to this report.", outlet="Tarn Gazette")
    other = article(BODY + END, outlet="Hessel Press")
    found = _pair(replace(one, origin=fact), replace(other, origin=fact))
    assert found.direction
    assert (found.direction.way, found.direction.origin) == ("common origin", "the council's note")
    assert found.direction.grounds[0].kind == "person"


def test_articles_that_do_not_derive_have_no_direction() -> None:
    assert related(text_of(article(BODY)), text_of(article(LEDE))).direction is None

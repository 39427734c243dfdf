"""Who tells it: somebody heard through another voice alone, an outlet told, a source unnamed."""

from collections.abc import Callable

import pytest
from tests.factories import article

from conspectus import compare, read
from conspectus.model import Comparison, Finding
from conspectus.read import Models

Compared = Callable[..., Comparison]


@pytest.fixture(scope="module")
def compared(models: Models) -> Compared:
    def run(*texts: str) -> Comparison:
        return compare([read(article(f"{text}\n\n{_EVENT}", name=f"{n}.txt"), models) for n, text in enumerate(texts)])

    return run


_EVENT = "The talks on the Tarn ferry dispute in the harbour town of Hessel began on Monday and end on Friday."


def _shown(comparison: Comparison, component: str) -> list[Finding]:
    return [one for one in comparison.findings if one.made.component == f"compare.{component}"]


def _printed(comparison: Comparison, finding: Finding) -> list[str]:
    bodies = {one.id: one.body for one in comparison.articles}
    return sorted(" … ".join(bodies[s.article][s.start : s.end] for s in side.spans) for side in finding.sides)


MINISTRY = "According to the Transport Ministry, Dana Orlu praised the town for its patience with the ferries."
UNION = "The Ferry Union quoted Dana Orlu as saying that the town had been patient with the ferries for too long."
HERSELF = "Dana Orlu said that the town had been patient with the ferries for too long."


def test_a_person_heard_through_two_relays_is_shown_with_both(compared: Compared) -> None:
    comparison = compared(MINISTRY, UNION)
    (found,) = _shown(comparison, "relayed")
    assert (found.property, found.severity, found.verdict) == ("speaker_source", "granularity", "differ")
    assert found.title == "Through whom Dana Orlu is heard"
    assert _printed(comparison, found) == [
        "According to … the Transport Ministry … Dana Orlu … praised",
        "The Ferry Union … quoted … Dana Orlu … as … saying",
    ]


def test_a_person_heard_at_first_hand_in_the_other_article_is_shown(compared: Compared) -> None:
    (found,) = _shown(compared(MINISTRY, HERSELF), "relayed")
    assert {side.value for side in found.sides} == {"the Transport Ministry", None}


@pytest.mark.parametrize(
    "other",
    [
        MINISTRY.replace("praised", "thanked"),  # the same relay
        f"{HERSELF} The Ferry Union quoted Dana Orlu as saying that she was tired.",  # both ways in one article
        "Officials said that Dana Orlu had praised the town for its patience with the ferries.",  # nobody named
        "Lena Pell said that the town had been patient with the ferries for too long.",  # somebody else
    ],
    ids=("the same relay", "both ways", "unnamed", "another person"),
)
def test_where_nothing_shows_a_relay_on_one_side_alone_nothing_is_said(compared: Compared, other: str) -> None:
    assert _shown(compared(MINISTRY, other), "relayed") == []


def test_what_two_people_say_together_is_not_one_persons(compared: Compared) -> None:
    both = "The Ferry Union said that Dana Orlu and Sita Quell told the town that the ferries were safe."
    assert _shown(compared(HERSELF, both), "relayed") == []


WORDS = "“The quay was never built for ships of that weight and nobody in the office asked us,”"
TOLD = f"{WORDS} Dana Orlu told the Hessel Chronicle."
SAID = f"{WORDS} Dana Orlu said."


def test_an_outlet_that_one_article_alone_says_was_told_is_shown(compared: Compared) -> None:
    comparison = compared(TOLD, SAID)
    (found,) = _shown(comparison, "addressed")
    assert (found.property, found.severity, found.title) == (
        "speaker_source", "granularity", "To whom Dana Orlu said it",
    )  # fmt: skip
    assert _printed(comparison, found) == ["Dana Orlu … said", "Dana Orlu … told … Hessel Chronicle"]


def test_a_statement_in_one_article_and_a_post_in_the_other_is_shown(compared: Compared) -> None:
    comparison = compared(SAID.replace("said.", "said in a statement."), SAID.replace("said.", "wrote on Twitter."))
    (found,) = _shown(comparison, "addressed")
    assert {side.value for side in found.sides} == {"in a statement", "on Twitter"}


@pytest.mark.parametrize(
    "other",
    [
        TOLD.replace("told the", "told reporters of the"),
        f"{SAID} The Hessel Chronicle has printed more of it.",
        SAID.replace("Dana Orlu", "Lena Pell"),
        f"{WORDS.replace('quay', 'pier')} Dana Orlu said to the Chronicle.",
        "Dana Orlu said that the winter had been long and cold in the hills.",
    ],
    ids=("reporters of it", "named elsewhere", "somebody else", "a short name of it", "another saying"),
)
def test_where_the_outlet_is_named_or_the_saying_is_another_nothing_is_said(compared: Compared, other: str) -> None:
    assert _shown(compared(TOLD, other), "addressed") == []


NAMED = "Port director Dana Orlu said that the northern quay would be closed for repairs until the end of March."
SOURCES = "Two officials said that the northern quay would be closed for repairs until the end of March."


def test_a_claim_from_a_name_here_and_from_nobody_named_there_is_shown(compared: Compared) -> None:
    comparison = compared(NAMED, SOURCES)
    (found,) = _shown(comparison, "unnamed")
    assert (found.property, found.severity) == ("speaker_source", "granularity")
    assert _printed(comparison, found) == ["Port director Dana Orlu … said", "Two officials … said"]
    assert {side.value: side.reading for side in found.sides} == {"Port director Dana Orlu": "a", "Two officials": "b"}


@pytest.mark.parametrize(
    "other",
    [
        NAMED.replace("Dana Orlu said", "Lena Pell said"),  # a name in both
        SOURCES.replace("Two officials said", "Several sources say"),  # no name in either
        "Two officials said that the winter had been long and cold in the hills above the valley.",
        "The northern quay will be closed for repairs until the end of March.",
    ],
    ids=("two names", "no name", "another claim", "the article itself"),
)
def test_where_no_name_stands_against_none_or_another_thing_is_said_nothing_is_shown(
    compared: Compared, other: str
) -> None:
    first = SOURCES if "Several" in other else NAMED
    assert _shown(compared(first, other), "unnamed") == []

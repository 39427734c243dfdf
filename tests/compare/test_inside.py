"""Where one article differs with itself, and where it only seems to."""

import pytest
from factories import article

from conspectus import Models, compare, read
from conspectus.model import Finding

REST = "The harbour of Port Hessel was quiet on Friday, and the inquiry into the ferry goes on."

FOUND = {
    "figures": (
        "", "The storm killed 14 sailors of the ferry Saint Odile.\n\nIn all, the storm on the ferry killed 41 sailors.",
        "number", ("14", "41"),
    ),
    "surname": (
        "", "Minister Ilse Vargason closed the harbour.\n\nLater Ms. Vargeson flew home.\n\n",
        "name_role", ("Ilse Vargason", "Vargeson"),
    ),
    "headline": (
        "Dana Orlu calls harbour inquiry an outrageous farce",
        "Dana Orlu’s office called the harbour inquiry an “outrageous farce” on Friday.",
        "speaker_source", ("Dana Orlu", "Dana Orlu’s office"),
    ),
    "quotation": (
        "Orlu says ‘harbour fees should not be doubled’",
        "Dana Orlu warned against “doubling harbour fees.” The town voted late.",
        "quote", ("harbour fees should not be doubled", "doubling harbour fees."),
    ),
}  # fmt: skip

NOT_FOUND = {
    "two dates": "In 2029 the storm killed 14 sailors of the ferry.\n\nIn 2031 the storm killed 41 sailors of the ferry.",
    "a bound": "The storm killed 14 sailors of the ferry.\n\nThe storm killed at least a dozen sailors of the ferry.",
    "another's count": "The storm killed 14 sailors of the ferry.\n\nA widow said that the storm killed 41 sailors of the ferry.",
    "two people": "Minister Ilse Vargason closed the harbour.\n\nThe painter Odo Vargeson flew home.",
    "plural": "Minister Ilse Vargason closed the harbour.\n\nThe Vargasons flew home.",
}


def inside(models: Models, title: str, body: str) -> list[tuple[Finding, tuple[str, ...]]]:
    one = article(f"{body}\n\n{REST}", title)
    found = compare([read(one, models)]).findings
    return [(f, tuple(one.words(span) for s in f.sides for span in s.spans)) for f in found if f.kind == "inside"]


@pytest.mark.parametrize("name", FOUND)
def test_an_article_against_itself(models: Models, name: str) -> None:
    title, body, compared, sides = FOUND[name]
    ((finding, words),) = inside(models, title, body)
    assert (finding.property, finding.verdict) == (compared, "differ")
    assert words == sides


@pytest.mark.parametrize("name", NOT_FOUND)
def test_what_an_article_may_well_tell_twice(models: Models, name: str) -> None:
    assert inside(models, "", NOT_FOUND[name]) == []


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Orlu: ‘Harbour fees doubled’", "“The harbour fees doubled,” Dana Orlu said."),
        ("Orlu: ‘Harbour fees doubled’", "“The harbour fees were doubled,” Dana Orlu said."),
        ("Orlu: ‘Harbour fees doubled’", "“The fees will be higher,” Dana Orlu said."),
        ("Dana Orlu says ‘harbour fees doubled’", "“Doubling harbour fees is wrong,” Malo Feld said."),
    ],
    ids=["word for word", "a small word fewer", "something else", "somebody else"],
)
def test_a_headline_that_quotes_fairly(models: Models, title: str, body: str) -> None:
    assert inside(models, title, body) == []

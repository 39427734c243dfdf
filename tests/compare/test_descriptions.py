"""What articles say a person or body is: which descriptions differ in substance, and which are left alone."""

import pytest
from tests.factories import article

from conspectus import compare, read
from conspectus.model import Comparison, Finding
from conspectus.read import Models

NORTH = """The quay at Tarn will close in the spring, the port said on Monday.

Dana Orlu, a surgeon at the harbour clinic, welcomed the plan. Rosa Imber, a spokeswoman for the port, gave no date. \
Sita Quell, a critic of the ferries, was glad.

The Quayside Forum, a small think tank in Tarn, published a study. Lena Pell, the lawyer for the ferry crews, was not there. \
Otto Marn, the committee’s chairman, wrote to the port."""
SOUTH = """The quay at Tarn closes in the spring, according to the port.

Dana Orlu, a novelist of some fame, was against it on Monday. Port spokeswoman Rosa Imber gave no date. \
Sita Quell, a key figure in the talks, was glad.

The Quayside Forum, a lobby group for the ferries, called for a delay. The attorney Lena Pell was not there. \
Otto Marn, the committee chairman, wrote to both."""


@pytest.fixture(scope="module")
def quay(models: Models) -> Comparison:
    return compare([read(article(NORTH), models), read(article(SOUTH), models)])


def _named(comparison: Comparison, component: str) -> dict[str, Finding]:
    return {one.title: one for one in comparison.findings if one.made.component == component}


def test_a_body_that_the_articles_describe_otherwise_is_a_detail(quay: Comparison) -> None:
    found = _named(quay, "compare.descriptions")["What Quayside Forum is"]
    assert (found.property, found.severity) == ("name_role", "granularity")
    assert {side.value for side in found.sides} == {"a small think tank in Tarn", "a lobby group for the ferries"}


def test_a_person_of_whom_each_article_says_something_else_is_a_detail(quay: Comparison) -> None:
    found = _named(quay, "compare.descriptions")["Who Sita Quell is"]
    assert {side.value for side in found.sides} == {"a critic of the ferries", "a key figure in the talks"}


def test_two_offices_are_left_to_the_roles(quay: Comparison) -> None:
    assert "Role of Dana Orlu" in _named(quay, "compare.roles")
    assert "Who Dana Orlu is" not in _named(quay, "compare.descriptions")


@pytest.mark.parametrize(
    "person", ["Rosa Imber", "Lena Pell", "Otto Marn"], ids=("before the name", "in one", "genitive")
)
def test_what_one_article_only_says_more_fully_is_no_difference(quay: Comparison, person: str) -> None:
    assert f"Who {person} is" not in _named(quay, "compare.descriptions")

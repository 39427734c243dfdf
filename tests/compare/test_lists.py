"""Rows of names of which another article names only some: what is shown, what is left alone."""

import pytest
from tests.factories import article

from conspectus import compare, read
from conspectus.model import Finding
from conspectus.read import Models

GROUP = """The port of Tarn closed on Monday.

The port locked out thousands of Danish, Finnish and other foreign sailors after the storm, its director said."""
PART = """Tarn’s port was closed on Monday after a storm.

The port stands accused of locking out Danish sailors."""
TWO = """The port of Tarn closed on Monday after the storm.

The crews sued Dana Orlu and Lena Pell on Tuesday over the closure of the port."""
ONE = """On Monday a storm closed the port of Tarn.

The crews sued Dana Orlu on Tuesday over the closure of the port."""


def _found(models: Models, one: str, other: str) -> list[Finding]:
    comparison = compare([read(article(one), models), read(article(other), models)])
    return [finding for finding in comparison.findings if finding.made.component == "compare.lists"]


def test_a_group_of_which_one_article_names_a_part_is_a_difference_of_scope(models: Models) -> None:
    (found,) = _found(models, GROUP, PART)
    assert (found.property, found.severity) == ("scope", "granularity")
    assert {side.value for side in found.sides} == {"Danish, Finnish and other foreign sailors", "Danish sailors"}


def test_two_people_of_whom_one_article_names_one_in_a_clause_that_tells_the_same(models: Models) -> None:
    (found,) = _found(models, TWO, ONE)
    assert {side.value for side in found.sides} == {"Dana Orlu and Lena Pell", "Dana Orlu"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (GROUP, f"{PART} A Finnish crew slept on the quay."),
        (GROUP, PART.replace("Danish ", "")),
        (TWO, ONE.replace("The crews sued Dana Orlu on Tuesday over the closure of the port", "Dana Orlu slept late")),
        (TWO, ONE.replace("sued Dana Orlu", "sued the lawyer of Pell and Dana Orlu")),
    ],
    ids=("named elsewhere", "none named", "another matter", "named by a part of the name"),
)
def test_nothing_is_shown_where_the_other_article_may_name_all_or_tells_something_else(
    models: Models, one: str, other: str
) -> None:
    assert _found(models, one, other) == []

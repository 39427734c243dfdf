"""Four times the text costs every reader four times the work, whatever the text looks like."""

from dataclasses import replace
from typing import Any

import pytest
from counting import steps
from factories import article

from conspectus import Models
from conspectus.model import Reading
from conspectus.read import READERS
from conspectus.read.parse import parse

SHAPES = {
    "one paragraph": "The mayor said the bridge would close, and “it is old and weak,” she added. ",
    "paragraphs": "According to Dana Orlu, 12 people were hurt.\n\n“It is old,” she said.\n\n",
    "a quotation that goes on and on": "“The bridge is old and weak and it will close.\n\n",
    "a transcript": "Q: Will the bridge close this year?\n\nA: The ministry said it would.\n\n",
    "a list": "• The bridge will close on Monday, the council says.\n",
    "a live blog": "10:42 am\n\nMAYOR ORLU: WE ARE CLOSING THE BRIDGE.\n\n@orlu: Stay at home.\n\n",
    "marks without partners": "“The bridge “is old” and ” weak, ‘Orlu said. ",
}
FEW, MANY = 12, 48
FIRST = 2_000
"""Steps that a reader takes for any text, however short."""


def work(models: Models, text: str) -> dict[str, int]:
    """The steps of each reader."""
    one = article(text)
    parsed, reading = parse(one, models), Reading(one)
    spent: dict[str, int] = {}
    for reader in READERS:
        found: dict[str, Any] = {}
        spent[reader.name] = steps(
            lambda reader=reader, reading=reading, found=found: found.update(  # type: ignore[misc]
                {reader.provides: reader.run(one, parsed, reading, models)}
            )
        )
        reading = replace(reading, **found)
    return spent


@pytest.mark.parametrize("name", SHAPES)
def test_every_reader_works_in_linear_time(models: Models, name: str) -> None:
    few, many = (work(models, "The council said this:\n\n" + SHAPES[name] * times) for times in (FEW, MANY))
    slow = {reader: (few[reader], many[reader]) for reader in few if many[reader] > 4.8 * few[reader] + FIRST}
    assert not slow

"""A decision of all in one article, with votes against in another."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from conspectus.compare import unanimous
from conspectus.compare.check import Evidence
from conspectus.model import Amount, Reading, Span
from conspectus.options import CompareOptions

Read = Callable[..., Reading]


def _counted(reading: Reading, printed: str, yes: int, no: int) -> Reading:
    at = reading.article.body.index(printed)
    span = Span(reading.article.id, "body", at, at + len(printed))
    return replace(reading, amounts=(Amount(span, "score", Decimal(yes), Decimal(no), "exact", "", None, None),))


@pytest.mark.parametrize(
    ("one", "other", "no", "found"),
    [
        ("The jury was unanimous.", "The jury found him guilty by 10-2.", 2, 1),
        ("The jurors agreed unanimously.", "It was 10-2, the jury said.", 2, 1),
        ("The jury at Tarn Court was unanimous.", "The jury found him guilty by 10-2.", 2, 1),
        ("The board was unanimous.", "The jury found him guilty by 10-2.", 2, 0),
        ("The jury was unanimous.", "The jury found him guilty by 10-0.", 0, 0),
        ("The jury was unanimous.", "The house passed it by 10-2.", 2, 0),
        ("The jury was unanimous.", "The jury was not unanimous: it stood at 10-2.", 2, 0),
    ],
    ids=(
        "one jury",
        "in other words",
        "a jury in a court",
        "another body",
        "none against",
        "no small body",
        "both printed",
    ),
)
def test_a_decision_of_all_and_one_with_votes_against(
    reading_of: Read, one: str, other: str, no: int, found: int
) -> None:
    readings = reading_of(one), _counted(reading_of(other), f"10-{no}", 10, no)
    shown = unanimous.CHECK.run(Evidence(readings, (), (), CompareOptions()))
    assert [(f.property, f.severity) for f in shown] == [("number", "tension")] * found

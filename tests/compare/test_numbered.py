"""Which gate, and which place by size: what is shown, what is left alone."""

from collections.abc import Callable

import pytest

from conspectus.compare import numbered
from conspectus.model import Finding

Findings = Callable[..., tuple[Finding, ...]]


@pytest.mark.parametrize(
    ("one", "other", "prop"),
    [
        ("The crowd met at Gate C of the quay.", "Two women fell at Gate B.", "place"),
        ("The jury sat in Room 12.", "The jury left Room 14, and all was still.", "place"),
        ("Orlu Ferries is the third-largest lender here.", "It is the fourth-biggest bank of Tarn.", "number"),
    ],
)
def test_one_of_several_told_otherwise_is_a_tension(findings_of: Findings, one: str, other: str, prop: str) -> None:
    (found,) = findings_of(numbered.CHECK, one, other)
    assert (found.property, found.severity, len(found.sides)) == (prop, "tension", 2)
    assert len({side.reading for side in found.sides}) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The crowd met at Gate C of the quay.", "Women fell at Gate B, and later at Gate C."),  # names both
        ("The crowd met at Gate C of the quay.", "Women fell at Gate C."),
        ("The jury sat in Room 12.", "Women fell at Gate B."),
        ("A gate was shut.", "Gate by gate they left."),
        ("It is the third-largest lender here.", "It is the second-largest lake of Tarn."),  # other things
        ("It is the third-largest lender here.", "It is the second-oldest bank of Tarn."),
    ],
)
def test_what_may_be_of_two_things_is_left_alone(findings_of: Findings, one: str, other: str) -> None:
    assert findings_of(numbered.CHECK, one, other) == ()


def test_a_third_article_joins(findings_of: Findings) -> None:
    texts = ("They met at Gate C.", "Two fell at Gate B.", "All ran to Gate C.")
    (found,) = findings_of(numbered.CHECK, *texts)
    assert sorted(side.reading for side in found.sides) in (["a", "a", "b"], ["a", "b", "b"])

"""Who bears a name with "Jr."."""

import pytest

from conspectus.text.juniors import apart


@pytest.mark.parametrize(
    ("names", "others"),
    [
        (["Pavel Runge Jr.", "Runge", "Runge"], set()),
        (["Runge", "Ilse Varga", "Pavel Runge Jr.", "Runge"], {2}),
        (["Pavel Runge", "Pavel Runge Jr.", "Runge Jr."], {1, 2}),
        (["Varga", "Pavel Runge, Jr."], set()),
        (["Jr."], set()),
    ],
)
def test_a_junior_is_another_where_the_surname_stands_before_without_it(names: list[str], others: set[int]) -> None:
    assert apart([name.split() for name in names]) == others

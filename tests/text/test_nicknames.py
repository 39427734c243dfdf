import pytest

from conspectus.text.nicknames import same_given


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("chuck", "charles", True),
        ("bob", "robert", True),
        ("d", "dana", True),
        ("dan", "daniel", True),
        ("ed", "edward", True),
        ("al", "alice", False),
        ("dana", "david", False),
    ],
)
def test_given_names_that_may_be_of_one_person(one: str, other: str, same: bool) -> None:
    assert same_given(one, other) == same == same_given(other, one)

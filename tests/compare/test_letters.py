"""The letters of readings."""

from conspectus.compare.letters import Letters


def test_equal_keys_share_a_letter() -> None:
    letters = Letters()
    assert [letters.of(key) for key in ("x", "y", "x", None)] == ["a", "b", "a", "c"]


def test_letters_go_on_after_z() -> None:
    letters = Letters()
    assert [letters.of(n) for n in range(54)][24:] == [
        "y", "z", *(f"a{chr(ord('a') + n)}" for n in range(26)), "ba", "bb",
    ]  # fmt: skip

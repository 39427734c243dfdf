import pytest

from conspectus.text.letters import without_accents


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("Østby", "Ostby"),
        ("São", "Sao"),
        ("Łódź", "Lodz"),
        ("Straße", "Strasse"),
        ("Æther", "Aether"),
        ("Orlu", "Orlu"),
    ],
)
def test_letters_without_their_marks(printed: str, plain: str) -> None:
    assert without_accents(printed) == plain

import pytest

from conspectus.present.marks import in_marks


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a gift", "“a gift”"),
        ("“a gift”", "“a gift”"),
        ('"a gift"', '"a gift"'),
        ("“Courts have dismissed it", "“Courts have dismissed it”"),
        ('"Courts have dismissed it', '"Courts have dismissed it"'),
        ("for the time being,”", "“for the time being,”"),
        ("“yes” and “no”", "““yes” and “no””"),
        ('"yes" and "no"', '“"yes" and "no"”'),
        ("he called it “a gift”", "“he called it “a gift””"),
        ("", "“”"),
        ('"', '""'),
    ],
)
def test_words_that_bring_a_mark_get_no_second_one(words: str, shown: str) -> None:
    assert in_marks(words) == shown

"""The weightiest are shown, and how many more there are is said."""

import pytest
from handmade import finding, side

from conspectus.compare.shortlist import shortlist
from conspectus.model import Finding, Span


def told(article: str, count: int, missing: tuple[str, ...]) -> list[Finding]:
    """So many findings that one article alone tells, the weightiest first."""
    return [
        finding([side(Span(article, "body", 10 * n, 10 * n + 8))], kind="only", missing=missing, id=f"{article}{n}")
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("missing", "shown", "more"),
    [
        (("b", "c"), 6, "3 more things that only some articles tell carry less weight and are not listed"),
        (("b",), 9, None),
    ],
)
def test_what_is_not_listed_is_counted(missing: tuple[str, ...], shown: int, more: str | None) -> None:
    found = told("a", 9, missing)
    kept, notes = shortlist(found, 3)
    assert kept == tuple(found[:shown])
    assert [note.message for note in notes] == ([more] if more else [])


def test_each_set_of_articles_has_its_own_places() -> None:
    kept, notes = shortlist([*told("a", 7, ("b", "c")), *told("b", 3, ("a", "c"))], 3)
    assert (len(kept), [note.message for note in notes]) == (
        9, ["1 more thing that only some articles tell carries less weight and is not listed"],
    )  # fmt: skip

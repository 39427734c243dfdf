"""The weightiest are shown, and how many more there are is said."""

import pytest
from handmade import finding, side

from conspectus.compare.accusations import MADE as ACCUSATIONS
from conspectus.compare.differences import MADE as DIFFERENCES
from conspectus.compare.labels import MADE as LABELS
from conspectus.compare.shortlist import shortlist
from conspectus.model import Finding, Kind, Made, Span


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


@pytest.mark.parametrize(
    ("kind", "made", "most", "more"),
    [
        ("discrepancy", DIFFERENCES, 18, "2 more things that the articles may tell differently carry less weight"),
        (
            "allegation",
            ACCUSATIONS,
            14,
            "2 more things of which somebody is accused, or that is challenged, carry less weight",
        ),
        ("label", LABELS, 25, "2 more things that the articles call by different words carry less weight"),
    ],
)
def test_long_lists_are_cut_and_the_cut_is_said(kind: Kind, made: Made, most: int, more: str) -> None:
    found = [
        finding([side(Span("a", "body", 10 * n, 10 * n + 8))], kind=kind, made=made, id=f"{n}") for n in range(most + 2)
    ]
    kept, notes = shortlist(found, 2)
    assert kept == tuple(found[:most])
    assert [note.message for note in notes] == [f"{more} and are not listed"]


def test_differences_in_values_are_all_listed() -> None:
    found = [finding([side(Span("a", "body", 10 * n, 10 * n + 8))], kind="discrepancy", id=f"{n}") for n in range(30)]
    assert shortlist(found, 2) == (tuple(found), ())

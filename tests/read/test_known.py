"""What was read before is not read again, and reads the same."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, cast

import pytest
from factories import article

from conspectus import Models, read
from conspectus.read.known import Known

STORY = (
    "The harbour wall fell on Friday, and 14 boats sank.",
    "“The wall was old,” harbour master Dana Orlu said. “Nobody had looked at it since 2011.”",
    "She told the council that the ferry Saint Odile would stay in Port Hessel until Monday.",
    "Malo Feld, who owns the ferry, denied that it had touched the wall.",
    "According to the council, repairs will cost $2 million.",
)
COPIES = {
    "another headline": ("A wall falls, says the Carrow Gazette", *STORY),
    "a credit line": (*STORY, "Reporting by Odo Brenk in Port Hessel."),
    "a paragraph cut": (*STORY[:2], *STORY[3:]),
    "a paragraph changed": (*STORY[:2], "She told nobody how long the ferry would stay.", *STORY[3:]),
    "another order": STORY[::-1],
}


class Counting:
    """A pipeline that keeps what it was given."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def pipe(self, texts: Iterable[str]) -> Iterator[object]:
        for text in texts:
            self.given.append(text)
            yield text.upper()


def _docs(known: Known, nlp: Counting, texts: list[str]) -> list[Any]:
    return known.docs(cast(Any, nlp), texts)


def test_a_paragraph_is_parsed_once() -> None:
    known, nlp = Known(), Counting()
    assert _docs(known, nlp, ["one", "two", "one"]) == ["ONE", "TWO", "ONE"]
    assert _docs(known, nlp, ["two", "three"]) == ["TWO", "THREE"]
    assert nlp.given == ["one", "two", "three"]


def test_no_more_is_remembered_than_was_asked_and_what_is_used_stays() -> None:
    known, nlp = Known(paragraphs=2), Counting()
    _docs(known, nlp, ["one", "two"])
    _docs(known, nlp, ["one", "three"])
    _docs(known, nlp, ["one", "two"])
    assert nlp.given == ["one", "two", "three", "two"]
    assert _docs(known, nlp, ["a", "b", "c"]) == ["A", "B", "C"]


def test_a_window_is_looked_at_once() -> None:
    known, looked = Known(windows=1), []
    for window in ("one", "one", "two", "one"):
        assert known.found(window, lambda window=window: looked.append(window) or window.upper()) == window.upper()
    assert looked == ["one", "two", "one"]


@pytest.mark.parametrize("name", COPIES)
def test_a_near_copy_reads_as_if_nothing_had_been_read_before(models: Models, name: str) -> None:
    copy = article("\n\n".join(COPIES[name]))
    read(article("\n\n".join(STORY)), models)
    after = read(copy, models)
    assert after == read(copy, replace(models, known=Known()))
    assert after.attributions

"""evals/allegations.py: each accusation of gold is counted under how far what is shown gets."""

import sys
from pathlib import Path
from typing import Any

import pytest
from factories import article

from conspectus import Models, read
from conspectus.model import Reading

sys.path.insert(0, str(Path(__file__).parents[2] / "evals"))
from allegations import KINDS, table

NORTH = """Councillor Ivo Resk on Monday accused Mayor Dana Orlu of hiding the report on the old bridge.

Mayor Orlu denied that she had hidden the report.

The harbour festival opens on Friday with a parade of boats."""
ACCUSED, DENIED, FESTIVAL = "hiding the report on the old bridge", "denied that she had hidden", "festival opens"
CASES = [
    ("right", ACCUSED, [DENIED]),
    ("another answer", ACCUSED, [FESTIVAL]),
    ("answer to nothing", ACCUSED, []),
    ("too unlikely", FESTIVAL, [DENIED]),
    ("words not read", "", [DENIED]),
]


@pytest.fixture(scope="module")
def readings(models: Models) -> tuple[Reading, ...]:
    return tuple(read(article(text, name="north.txt"), models) for text in (NORTH, "The fair opens in June."))


def gold(words: str) -> dict[str, Any]:
    start = NORTH.index(words) if words else len(NORTH) + 1
    return {"doc": "north", "start": start, "end": start + max(1, len(words))}


@pytest.mark.parametrize(("kind", "accused", "answers"), CASES)
def test_an_accusation_counts_under_how_far_the_nearest_gets(
    readings: tuple[Reading, ...], kind: str, accused: str, answers: list[str]
) -> None:
    item = {"allegation": [gold(accused)], "denial": [gold(words) for words in answers]}
    lines, misses = table([("bridge", readings, [item])])
    rows = {line[:18].strip(): int(line[18:]) for line in lines[:-1]}
    assert rows == {**dict.fromkeys(KINDS, 0), kind: 1, "of": 1}
    assert [line.split("\t")[2] for line in misses] == ([] if kind == "right" else [kind])
    assert f"in gold {int(accused == ACCUSED)} of " in lines[-1]

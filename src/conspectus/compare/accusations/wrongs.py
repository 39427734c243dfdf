"""Words for what people are blamed for, by kind: ``wrongs.txt`` names its sources."""

from functools import cache
from pathlib import Path

from conspectus.compare.words import stem

KINDS = ("crime", "violence", "deception", "duty", "unfairness", "indecency", "event")
"""Kinds of wrong, the gravest first; ``event`` is harm that is told of without blaming anybody."""


@cache
def wrongs() -> dict[str, str]:
    """For each word and stem of the list its kind; one that stands under two is of the graver."""
    found: dict[str, str] = {}
    lines = (Path(__file__).parent / "wrongs.txt").read_text(encoding="utf8").splitlines()
    listed = [line.split() for line in lines if line and not line.startswith("#")]
    for kind in KINDS:
        for word in (word for line in listed if line[0] == kind for word in line[1:]):
            for form in (word, stem(word)):
                found.setdefault(form, kind)
    return found

"""Transcripts: whose words stand behind a name and a colon, and how they are held against quotations."""

from collections.abc import Callable

import pytest

from conspectus.compare import quotations
from conspectus.compare.transcripts import turns
from conspectus.model import Finding, Reading

Read = Callable[..., Reading]
Findings = Callable[..., tuple[Finding, ...]]

LINES = """PELL: Why was the quay shut?
ORLU: We shut it for the eels. Nobody asked us, and I would shut it again tomorrow.
PELL: And the ferry?
ORLU: It sails."""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            LINES,
            [
                "Why was the quay shut?",
                "We shut it for the eels. Nobody asked us, and I would shut it again tomorrow.",
                "And the ferry?",
                "It sails.",
            ],
        ),
        ("Pell: Why? Mayor Orlu: Eels. Pell: And? Mayor Orlu: It sails.", ["Why? ", "Eels. ", "And? ", "It sails."]),
        ("Photograph: A quay. Photograph: A ferry.", []),  # nobody answers
        ("Pell: Why? Orlu: Eels.", []),  # one turn each may be anything
        ("One thing is clear: The quay is shut.", []),
    ],
)
def test_turns(reading_of: Read, text: str, said: list[str]) -> None:
    reading = reading_of(text)
    assert [reading.article.words(turn) for turn in turns(reading)] == said


def test_words_of_a_transcript_are_no_less_quoted_than_those_in_marks(findings_of: Findings) -> None:
    same = "<what>“Nobody asked us, and I would shut it again tomorrow,”</what> <who>Orlu</who> <cue>said</cue>."
    other = "<what>“Nobody asked us, but I would shut it again tomorrow,”</what> <who>Orlu</who> <cue>said</cue>."
    (found,) = findings_of(quotations.CHECK, LINES, same)
    assert found.severity is None
    (found,) = findings_of(quotations.CHECK, LINES, other)
    assert found.severity == "conflict"

"""How a cue presents what it introduces."""

import pytest

from conspectus.read.attributions.manner import manner_of

ROWS = [
    ("said", "neutral", "affirmed", "stated"),
    ("According to", "neutral", "affirmed", "stated"),
    ("has told", "neutral", "affirmed", "stated"),
    ("pointed out", "factive", "affirmed", "stated"),
    ("acknowledged", "factive", "affirmed", "stated"),
    ("admitting", "factive", "affirmed", "stated"),
    ("the revelation", "factive", "affirmed", "stated"),
    ("did not know", "factive", "affirmed", "stated"),
    ("claimed", "doubtful", "affirmed", "hedged"),
    ("allegedly", "doubtful", "affirmed", "hedged"),
    ("its contention", "doubtful", "affirmed", "hedged"),
    ("insists", "doubtful", "affirmed", "hedged"),
    ("was accused of", "accusing", "affirmed", "hedged"),
    ("blamed", "accusing", "affirmed", "hedged"),
    ("blasted", "accusing", "affirmed", "hedged"),
    ("denied", "denying", "negated", "stated"),
    ("denies", "denying", "negated", "stated"),
    ("a denial", "denying", "negated", "stated"),
    ("rebutting", "denying", "negated", "stated"),
    ("did not deny", "denying", "affirmed", "possible"),
    ("vowed", "promising", "affirmed", "planned"),
    ("swore", "promising", "affirmed", "planned"),
    ("asked", "asking", "affirmed", "asked"),
    ("called for", "asking", "affirmed", "asked"),
    ("begged", "asking", "affirmed", "asked"),
    ("thinks", "believing", "affirmed", "hedged"),
    ("is expected to", "believing", "affirmed", "hedged"),
    ("don’t believe", "believing", "affirmed", "possible"),
    ("reportedly", "believing", "affirmed", "hedged"),
    ("plans", "intending", "affirmed", "planned"),
    ("threatened", "intending", "affirmed", "planned"),
    ("refused to", "intending", "negated", "planned"),
    ("declined", "intending", "negated", "planned"),
    ("did not say", "neutral", "affirmed", "possible"),
    ("", "neutral", "affirmed", "stated"),
]


@pytest.mark.parametrize(("cue", "manner", "polarity", "certainty"), ROWS)
def test_the_manner_of_a_cue(cue: str, manner: str, polarity: str, certainty: str) -> None:
    assert manner_of(cue) == (manner, polarity, certainty)

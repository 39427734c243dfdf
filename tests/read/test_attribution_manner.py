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
    ("failed to mention", "neutral", "affirmed", "possible"),
    ("forgot to mention", "neutral", "affirmed", "possible"),
    ("refrained from saying", "neutral", "affirmed", "possible"),
    ("failed to deny", "denying", "affirmed", "possible"),
    ("forgot", "factive", "affirmed", "stated"),
    ("suggests", "neutral", "affirmed", "hedged"),
    ("have indicated", "neutral", "affirmed", "hedged"),
    ("did not suggest", "neutral", "affirmed", "possible"),
    ("", "neutral", "affirmed", "stated"),
]

LITERATURE = {
    # Hooper (1975), factives and semifactives that report what somebody says or finds
    "factive": "know realize regret forget find discover learn note notice observe perceive recall remember reveal resent",
    # Hooper (1975), weak assertives and those of judging
    "believing": "think believe suppose expect imagine guess figure hypothesize theorize postulate prophesy predict "
    "deduce estimate hope presume surmise suspect calculate",
    # Recasens et al. (2013), report verbs that cast doubt, accuse, deny
    "doubtful": "allege claim contend hint imply insist maintain speculate assert",
    "accusing": "accuse blame charge criticize slam",
    "denying": "deny rebut refute reject dismiss dispute contradict",
    "promising": "pledge promise swear vow assure guarantee",
    "asking": "ask beg demand question request urge wonder",
    "neutral": "say tell add announce answer comment remark reply report state testify write",
}


@pytest.mark.parametrize(("manner", "verb"), [(m, verb) for m, verbs in LITERATURE.items() for verb in verbs.split()])
def test_verbs_of_the_literature_have_their_manner(manner: str, verb: str) -> None:
    assert manner_of(verb)[0] == manner


@pytest.mark.parametrize(("cue", "manner", "polarity", "certainty"), ROWS)
def test_the_manner_of_a_cue(cue: str, manner: str, polarity: str, certainty: str) -> None:
    assert manner_of(cue) == (manner, polarity, certainty)

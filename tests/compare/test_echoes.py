"""A short quotation meets the longer saying that it is from, where one source alone may have said the phrase."""

from collections.abc import Callable
from itertools import permutations

import pytest

from conspectus.compare.echoes import echoed
from conspectus.compare.utterances import Utterance, utterances
from conspectus.model import Reading
from conspectus.options import CompareOptions

Read = Callable[..., Reading]

FULL = "<what>“I never liked the idea, and the ferry plan was reckless from its first day,”</what> "


def _utterances(readings: list[Reading]) -> tuple[Utterance, ...]:
    return echoed(utterances(readings, CompareOptions().quote_threshold), readings)


def _shown(reading_of: Read, *texts: str) -> list[list[str]]:
    readings = [reading_of(text) for text in texts]
    words = {r.article.id: r.article for r in readings}
    return [
        [words[p.fragment.span.article].words(p.fragment.span) for p in one.printings] for one in _utterances(readings)
    ]


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        pytest.param(
            FULL + "<who>Dana Orlu</who> <cue>said</cue>.",
            "<who1>Orlu</who1> <cue1>called</cue1> <what1>it “reckless”</what1>.",
            "reckless",
            id="one long word, quoted in both",
        ),
        pytest.param(
            "<who>Dana Orlu</who> <cue>asked everybody</cue> <what>to “drop empty promises”</what>.",
            "<who1>Dana Orlu</who1> <cue1>said</cue1> <what1>that the town opposes making empty promises</what1>.",
            "empty promises",
            id="two words, told in the other",
        ),
        pytest.param(
            "<who>Dana Orlu</who> <cue>called for</cue> <what>an end to “painting old ferries.”</what>",
            "<who1>Dana Orlu</who1> <cue1>opposes</cue1> <what1>“painting” old ferries and raising fares</what1>.",
            "painting” old ferries",
            id="one word in marks, the others outside",
        ),
    ],
)
def test_a_phrase_of_one_source_is_one_utterance(reading_of: Read, one: str, other: str, shared: str) -> None:
    for texts in permutations((one, other)):
        found = [own for own in _shown(reading_of, *texts) if any(shared in words for words in own)]
        assert len(found) == 1
        assert len(found[0]) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            FULL + "<who>Dana Orlu</who> <cue>said</cue>.",
            "<who1>Malo Feld</who1> <cue1>called</cue1> <what1>it “reckless”</what1>.",
            id="another source",
        ),
        pytest.param(
            FULL + "<who>Dana Orlu</who> <cue>said</cue>. A reckless spring.",
            "<who1>Orlu</who1> <cue1>called</cue1> <what1>it “reckless”</what1>.",
            id="the article has the word of itself",
        ),
        pytest.param(
            FULL + "<who>Dana Orlu</who> <cue>said</cue>.",
            "<who1>Orlu</who1> <cue1>spoke of</cue1> <what1>the “idea”</what1>.",
            id="a short word",
        ),
        pytest.param(
            FULL + "<who>Dana Orlu</who> <cue>said</cue>.",
            "<who1>Orlu</who1> <cue1>said</cue1> <what1>she was “not at all reckless in those days”</what1>.",
            id="a part of another quotation",
        ),
        pytest.param(
            "<who>Dana Orlu</who> <cue>praised</cue> <what>“the Port Tarn Harbour Guild”</what>.",
            "<who1>Dana Orlu</who1> <cue1>said</cue1> <what1>the Port Tarn Harbour Guild had met</what1>.",
            id="a name",
        ),
    ],
)
def test_a_phrase_that_anybody_may_have_is_none(reading_of: Read, one: str, other: str) -> None:
    assert _shown(reading_of, one, other) == []


def test_an_echo_joins_the_utterance_it_is_from(reading_of: Read) -> None:
    full = FULL + "<who>Dana Orlu</who> <cue>said</cue>."
    lead = "<who1>Orlu</who1> <cue1>called</cue1> <what1>it “reckless”</what1>.\n\n"
    found = _shown(reading_of, full, full.replace("I never", "Of course I never"), lead)
    assert len(found) == 1
    assert sorted(map(len, found[0])) == [8, 75, 85]

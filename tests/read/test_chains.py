"""Chains: <a> marks the source of the innermost voice, <b> the one around it, <c> the next; <what> the words themselves."""

import pytest
from factories import article, marked

from conspectus import Models, read
from conspectus.model import Chain, Reading

INSIDE = [
    "<b>The ministry</b> said that <a>the minister</a> had told the visitor <what>that the bridge would close</what>.",
    "<b>An aide</b> said <a>Orlu</a> had denied <what>that the bridge was unsafe</what>.",
    "<b>The Hessel Courier</b> reported that <a>Orlu</a> had confirmed <what>that the bridge would close</what>.",
    "<a>Orlu</a>, according to <b>the Hessel Courier</b>, said <what>the bridge was unsafe</what>.",
    "According to <b>the ministry</b>, <a>Orlu</a> said <what>the bridge was unsafe</what>.",
    "“Now, <a>the papers</a> say <what>Orlu ordered the closure</what>,” <b>Hale</b> said.",
    "“<a>The inquiry</a> found <what>that the bridge had been unsafe for years</what>,” <b>she</b> told reporters.",
    "“<a>He</a> said <what>that there need to be changes</what>,” <b>Hale</b> said.",
    "<b>An aide</b> said <a>Orlu</a> had told the council <what>that the bridge was unsafe</what>, and left.",
    "<a>Dana Orlu</a> called <what>Resk’s visit of “great importance for both sides</what>,” <b>the council</b> said.",
    "<b>The release</b> said <a>Orlu</a> had called <what>the visit a great success</what>.",
    "<b>Hale</b> said Orlu did not answer any of the letters asking for the plans, and <a>her lawyer</a> had informed "
    "the council <what>that the plans had been burnt</what>.",
]
BESIDE = [
    "<b>The council</b> quoted <a>Orlu</a> as saying <what>that the bridge would close</what>.",
    "<a>Orlu</a> told <b>the Hessel Courier</b> <what>that the bridge would close</what>.",
    "<a>An official</a> told <b>CNN</b> <what>the bridge was unsafe</what>.",
    "<b>The Evening Mail</b>, citing <a>the Coast Telegraph</a>, reported <what>that the bridge would close</what>.",
    "Citing <a>two officials</a>, <b>the Coast Telegraph</b> said <what>the bridge would close</what>.",
    "<b>The ministry</b> said that the police had learned from <a>a witness</a> <what>that the bridge was unsafe</what>.",
    "<b>Hale</b> said she had heard from <a>an engineer</a> <what>that the bridge was unsafe</what>.",
    "<b>Hale</b> said he heard <a>the guide</a> tell the others <what>that there was no danger</what>.",
    "According to <b>a memo</b>, <a>a consultant</a> told the board <what>that sales would fall</what>.",
    "<b>Two aides</b> said Orlu was known to have been told by <a>inspectors</a> <what>that the tank was leaking</what>.",
    "<b>The lawyer</b> said <a>her client</a> had told investigators <what>that the bridge was unsafe</what>.",
]
THREE = (
    "<c>The Hessel Courier</c> reported that <b>an aide</b> said <a>Orlu</a> had told lawmakers "
    "<what>that the bridge was safe</what>."
)
ONE_VOICE = [
    "<a>Orlu</a> said <what>he thinks the bridge will close</what>.",
    "<a>Orlu</a> said <what>he wanted to close the bridge</what>.",
    "<a>Orlu</a> told reporters <what>that the bridge would close</what>.",
    "<a>Orlu</a> said in a letter <what>that the bridge would close</what>.",
    "<a>The ministry</a> denied <what>that the bridge was unsafe</what>.",
    "<a>The minister</a>, citing safety concerns, said <what>the bridge would close</what>.",
]


def reading(models: Models, body: str, outlet: str | None = None) -> Reading:
    return read(article(body, outlet=outlet), models)


def best(found: Reading, what: tuple[int, int]) -> Chain:
    """The chain whose content shares most with the marked words."""

    def common(chain: Chain) -> float:
        shared = sum(max(0, min(s.end, what[1]) - max(s.start, what[0])) for s in chain.content)
        return shared / (sum(map(len, chain.content)) + what[1] - what[0] - shared)

    return max(found.chains, key=common)


def sources(chain: Chain) -> list[list[tuple[int, int]]]:
    return [[(span.start, span.end) for span in voice.source] for voice in chain.voices]


@pytest.mark.parametrize("text", [*INSIDE, *BESIDE])
def test_one_voice_inside_another(models: Models, text: str) -> None:
    body, spans = marked(text)
    chain = best(reading(models, body), spans["what"][0])
    assert sources(chain) == [spans["a"], spans["b"]]


def test_what_somebody_called_something_ends_the_article_without_a_full_stop(models: Models) -> None:
    found = reading(models, "Dana Orlu criticized what she called a gift to the rich")
    assert found.article.body.endswith("rich")


def test_three_voices(models: Models) -> None:
    body, spans = marked(THREE)
    chain = best(reading(models, body), spans["what"][0])
    assert sources(chain) == [spans["a"], spans["b"], spans["c"]]


def test_what_is_only_alleged_stays_so_in_the_chain(models: Models) -> None:
    body, spans = marked(
        "<a>Orlu</a> is alleged to have told her staff <what>that the minister had approved the sale</what>."
    )
    found = reading(models, body)
    chain = best(found, spans["what"][0])
    assert sources(chain) == [spans["a"], []]
    assert ["alleged" in found.article.words(span) for span in chain.voices[1].cue] == [True]


@pytest.mark.parametrize("text", ONE_VOICE)
def test_what_a_voice_says_of_itself_is_no_second_voice(models: Models, text: str) -> None:
    body, spans = marked(text)
    found = reading(models, body)
    assert sources(best(found, spans["what"][0])) == [spans["a"]]
    assert all(len(chain.voices) == 1 for chain in found.chains)


def test_the_articles_own_outlet_is_no_voice(models: Models) -> None:
    body, spans = marked("<a>An official</a> told the Hessel Courier <what>that the bridge was unsafe</what>.")
    for outlet in ("The Hessel Courier", "Hessel Courier", "hessel courier"):
        assert sources(best(reading(models, body, outlet), spans["what"][0])) == [spans["a"]]
    assert len(best(reading(models, body, "Velmora Post"), spans["what"][0]).voices) == 2


def test_who_was_quoted_without_saying_by_whom(models: Models) -> None:
    body, spans = marked("<what>“I hope that the bridge will open soon,”</what> <a>Orlu</a> was quoted as saying.")
    chain = best(reading(models, body), spans["what"][0])
    assert sources(chain) == [spans["a"], []]
    assert [voice.relay for voice in chain.voices] == ["said", "quoted"]


def test_levels_name_the_readings_attributions(models: Models) -> None:
    found = reading(models, "The council said on Monday that the bridge would close. Orlu said it was safe.")
    ids = {one.id for one in found.attributions}
    assert {voice.attribution for chain in found.chains for voice in chain.voices} == ids
    assert len({chain.id for chain in found.chains}) == len(found.chains)


def test_a_chain_of_six(models: Models) -> None:
    body, spans = marked(
        "<f>The Velmora Post</f> reported that <e>an aide</e> said <d>the ministry</d> had confirmed that <c>the mayor</c> told "
        "lawmakers that <b>the report</b> said <a>Orlu</a> had denied <what>that the bridge was unsafe</what>."
    )
    chain = best(reading(models, body), spans["what"][0])
    assert sources(chain) == [spans[name] for name in "abcdef"]


def test_nothing_is_said_by_nobody(models: Models) -> None:
    found = reading(models, "“The bridge is closed. The papers say that it will open soon,” the notice read. It fell.")
    assert all(voice.source or voice.cue for chain in found.chains for voice in chain.voices[1:])

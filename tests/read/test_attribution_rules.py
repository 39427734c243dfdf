"""The rules alone, pattern by pattern: <who>, <cue> and <what> mark the attribution that has to be found."""

import pytest
from factories import article, marked

from conspectus import Models
from conspectus.model import Attribution, Made, Reading
from conspectus.read import quotations
from conspectus.read.attributions.join import joined
from conspectus.read.parse import parse

Spans = dict[str, list[tuple[int, int]]]


def read(models: Models, body: str, title: str = "") -> tuple[Attribution, ...]:
    """The attributions of a text as the rules find them."""
    one = article(body, title)
    parsed = parse(one, models)
    return joined(one, parsed, quotations.READER.run(one, parsed, Reading(one), models), Made("rules", "1"))


def offsets(found: Attribution) -> Spans:
    parts = {"who": found.source, "cue": found.cue, "what": found.content}
    return {name: [(span.start, span.end) for span in spans] for name, spans in parts.items() if spans}


CLAUSES = [
    "<who>The mayor</who> <cue>said</cue> <what>the bridge would close</what>.",
    "<who>The mayor</who> <cue>said</cue> on Monday <what>that the bridge would close</what>.",
    "<what>The bridge would close</what>, <who>the mayor</who> <cue>said</cue>.",
    "<what>The bridge is safe</what>, <cue>said</cue> <who>Orlu, who has led the council since May</who>.",
    "<what>The bridge</what>, <who>Orlu</who> <cue>said</cue>, <what>is old</what>.",
    "As <who>Orlu</who> <cue>noted</cue>, <what>the bridge is old</what>.",
    "<who>The mayor</who> <cue>told</cue> reporters <what>that the bridge would close on Monday</what>.",
    "<who>Orlu, the mayor of Velmora</who>, <cue>said</cue> <what>the bridge was safe</what>.",
    "<who>Neither Orlu nor the council</who> <cue>said</cue> <what>the bridge was safe</what>.",
    "<who>Orlu</who> <cue>did not say</cue> <what>whether the bridge was safe</what>.",
    "<who>Orlu</who> <cue>has repeatedly said</cue> <what>that the bridge is safe</what>.",
    "<who>Orlu</who> said the bridge was old and <cue>added</cue> <what>that it would close</what>.",
    "<who>The minister</who> spoke in Velmora on Monday, <cue>saying</cue> <what>the bridge would open in May</what>.",
    "<who>Orlu</who> said the council had closed the bridge, <cue>adding</cue> <what>that it was old</what>.",
    "<who>Orlu</who> <cue>said</cue> <what>the council had closed the bridge</what>, adding that it was old.",
    "The council, <who>which</who> <cue>said</cue> <what>it had no money</what>, closed the bridge.",
    "In a statement, <who>the ministry</who> <cue>said</cue> <what>the bridge was safe</what>.",
    "<who>The ministry</who> issued a statement <cue>saying</cue> <what>the bridge was safe</what>.",
    "<who>Orlu</who> <cue>asked</cue> <what>whether the bridge was safe</what>.",
    "<who>Orlu</who> <cue>wondered</cue> <what>whether the bridge would hold</what>.",
    "<who>The ministry</who> <cue>has denied</cue> <what>that the bridge is old</what>.",
    "<who>A document seen by the Post</who> <cue>shows</cue> <what>that the bridge was unsafe</what>.",
    "<who>Residents</who> <cue>fear</cue> <what>that the bridge will fall</what>.",
    "<who>She</who> <cue>believes</cue> <what>the bridge is safe</what>.",
    "<who>She</who> <cue>wants</cue> <what>the bridge to close</what>.",
    "<who>DANA ORLU</who> <cue>SAID</cue> <what>THE BRIDGE WOULD CLOSE</what>.",
]
ACCORDING = [
    "<cue>According to</cue> <who>the ministry</who>, <what>12 people were hurt in the collapse</what>.",
    "<what>Twelve people were hurt</what>, <cue>according to</cue> <who>the ministry</who>.",
    "<cue>In</cue> <who>Orlu</who>'s <cue>view</cue>, <what>the bridge is safe</what>.",
    "<what>The bridge was</what> <cue>reportedly</cue> <what>closed on Monday</what>.",
    "<cue>Allegedly</cue>, <what>the man set the fire</what>.",
]
QUOTED = [
    '<what>"It will close,"</what> <cue>said</cue> <who>Dana Orlu, the mayor of Velmora</who>.',
    "<what>“It will close,”</what> <who>the mayor</who> <cue>said</cue>.",
    "<what>“Who will pay for it?”</what> <cue>asked</cue> <who>Dana Orlu</who>.",
    "<who>Orlu</who> <cue>said</cue>: <what>“The bridge is safe. It was built by my father. It will stand.”</what>",
    '<who>Orlu</who> <cue>tweeted</cue>: <what>"The bridge is safe and will stay open."</what>',
    '<who>Orlu</who> <cue>put</cue> it plainly: <what>"The bridge is about to fall down."</what>',
    '<who>Dana Orlu</who><cue>:</cue> <what>"The bridge is safe and will stay open."</what>',
    '<what>"The bridge,"</what> <cue>said</cue> <who>Orlu</who>, <what>"is about to fall."</what>',
    '<what>"It will close,"</what> <who>he</who> <cue>told</cue> the Velmora Post, <what>"and stay closed."</what>',
    '<what>"It will close,"</what> <cue>said</cue> <who>Orlu</who>. <what>"We have no choice."</what>',
    '<what>"It will close,"</what> <who>Orlu</who> <cue>said</cue>. He paused. <what>"We have no choice left."</what>',
    "<what>«The bridge is about to fall down now»</what>, <who>Orlu</who> <cue>said</cue>.",
    "<what>'The bridge is about to fall down now,'</what> <who>Orlu</who> <cue>said</cue>.",
    "<what>“It stands. It was built by my father,”</what> <who>Orlu</who> <cue>said</cue>. <what>“Nobody does.”</what>",
    '"I will resign," the minister said. <what>"No, you will not,"</what> <cue>said</cue> <who>the mayor</who>.',
    '<who>He</who> spoke of the bridge. <what>"It is about to fall down, and we know it."</what>',
    "The minister called it “absurd”. <what>“Did they think we would forget?”</what> <cue>asked</cue> <who>Orlu</who>.",
    '<who>Orlu</who> <cue>says</cue> <what>he is "not worried" about the bridge</what>.',
    '<who>Orlu</who> <cue>said</cue> <what>the bridge was "a danger" and that he would "close it today"</what>.',
    '<who>Orlu</who> <cue>called</cue> <what>the bridge "a disgrace to all of us in this town"</what>.',
]
STANCES = [
    "<who>Orlu</who> <cue>hopes</cue> <what>to reopen the bridge by June</what>.",
    "<who>The council</who> <cue>refused</cue> <what>to pay</what>.",
    "<who>Orlu</who> <cue>vowed</cue> <what>to rebuild the bridge</what>.",
    "<who>Orlu</who> <cue>declined</cue> <what>to comment</what>.",
    "<who>Orlu</who> <cue>urged</cue> <what>the council to close the bridge</what>.",
    "<who>Orlu</who> <cue>called on</cue> <what>the council to act</what>.",
    "<who>Orlu</who> <cue>called for</cue> <what>calm</what>.",
    "<who>Orlu</who> <cue>accused</cue> <what>the council of hiding the truth</what>.",
    "<who>Orlu</who> <cue>blamed</cue> <what>the council for the collapse</what>.",
    "<who>The ministry</who> <cue>confirmed</cue> <what>the deaths of 12 people</what>.",
    "<who>The ministry</who> <cue>warned of</cue> <what>more floods</what>.",
    "<who>Orlu</who> <cue>denied</cue> <what>lying about the bridge</what>.",
    "<who>Orlu</who> <cue>is confident</cue> <what>that the bridge will hold</what>.",
    "<who>Residents</who> <cue>are worried about</cue> <what>the bridge</what>.",
]
PASSIVES = [
    "<what>The bridge</what> <cue>is expected</cue> <what>to close on Monday</what>.",
    "<what>Orlu</what> <cue>is believed</cue> <what>to have left the country</what>.",
    "It <cue>was announced</cue> <what>that the bridge would close</what>.",
    "The mayor <cue>had been told</cue> <what>that the bridge was safe</what>.",
    "<what>Orlu</what> <cue>was accused</cue> <what>of lying about the bridge</what>.",
    "<what>The bridge</what> <cue>was described</cue> by <who>Orlu</who> <what>as a disgrace</what>.",
    "<who>Orlu</who> <cue>was quoted as saying</cue> <what>that the bridge was safe</what>.",
    "Police <cue>quoted</cue> <who>the driver</who> <cue>as saying</cue> <what>he had been asleep</what>.",
    "<what>The deal</what>, <cue>announced</cue> by <who>the ministry</who> on Monday, covers ten bridges.",
]
NOUNS = [
    "<who>Orlu</who>'s <cue>warning</cue> <what>that the bridge may fall</what> went unheard.",
    "<who>Orlu</who>'s <cue>statement</cue> <what>that the bridge was safe</what> surprised the council.",
    "There were <cue>fears</cue> <what>that the bridge would fall</what>.",
    "The council rejected <cue>claims</cue> <what>that it had hidden the truth</what>.",
]
NESTED = [
    "The council said <who>Orlu</who> <cue>told</cue> it <what>that the bridge was safe</what>.",
    "<who>The council</who> <cue>said</cue> <what>Orlu told it that the bridge was safe</what>.",
    "“<who>The ministry</who> <cue>told</cue> us <what>that the bridge was safe</what>,” Orlu said.",
]


@pytest.mark.parametrize("text", [*CLAUSES, *ACCORDING, *QUOTED, *STANCES, *PASSIVES, *NOUNS, *NESTED])
def test_the_marked_attribution_is_found(models: Models, text: str) -> None:
    plain, expected = marked(text)
    found = [offsets(one) for one in read(models, plain)]
    assert expected in found, [{k: [plain[a:b] for a, b in v] for k, v in one.items()} for one in found]


HEADLINES = [
    "<who>Mayor</who> <cue>says</cue> <what>bridge 'will close soon'</what>",
    "<what>Bridge to close</what>, <who>mayor</who> <cue>says</cue>",
    "<what>Bridge will close in May</what><cue>:</cue> <who>ministry</who>",
    "<who>Dana Orlu</who><cue>:</cue> <what>the bridge will close in May</what>",
]


@pytest.mark.parametrize("headline", HEADLINES)
def test_headlines_attribute_too(models: Models, headline: str) -> None:
    title, expected = marked(headline)
    found = read(models, "The river was calm.", title)
    assert expected in [offsets(one) for one in found]
    assert all(span.part == "title" for one in found for span in one.content)


PARAGRAPHS = [
    '<who>Orlu</who> <cue>spoke</cue> to the crowd:\n\n<what>"The bridge will close in May and never open."</what>',
    "<what>“The bridge will close.</what>\n\n<what>“It will never open again,”</what> <who>Orlu</who> <cue>said</cue>.",
    "<what>“The bridge will close,”</what> <cue>said</cue> <who>Orlu</who>. <what>“It is old.</what>\n\n"
    "<what>“It will never open again in my life.”</what>",
]


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_a_quotation_may_run_over_paragraphs(models: Models, text: str) -> None:
    plain, expected = marked(text)
    assert expected in [offsets(one) for one in read(models, plain)]


WEAK = {
    "a participle between subject and verb of what was said tears it apart": (
        "<who>Orlu</who> <cue>said</cue> <what>the council, citing the ministry, closed the bridge</what>."
    ),
    "an agent followed by what is charged is read as one noun phrase": (
        "<what>Orlu</what> <cue>was accused</cue> by <who>the council</who> <what>of lying about the bridge</what>."
    ),
    "the second half of what is said around a cue is lost behind but": (
        "<what>The bridge is safe</what>, <who>Orlu</who> <cue>argued</cue>, <what>but it is ugly</what>."
    ),
}


@pytest.mark.parametrize(
    "text", [pytest.param(text, marks=pytest.mark.xfail(strict=True, reason=why)) for why, text in WEAK.items()]
)
def test_known_weaknesses(models: Models, text: str) -> None:
    plain, expected = marked(text)
    assert expected in [offsets(one) for one in read(models, plain)]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is old. It crosses the river at Velmora.",
        "They came by “night train” and left by “day boat”.",
        "The river ran high in the spring of 2031.",
    ],
)
def test_nothing_is_attributed_where_nobody_speaks(models: Models, text: str) -> None:
    assert read(models, text) == ()

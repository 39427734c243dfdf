"""Quotation marks: whose words they hold, and those that hold nobody's."""

import pytest
from factories import article, marked

from conspectus import Models, read
from conspectus.read.attributions.naming import is_title

TOLD = {
    "who spoke before is not who speaks": (
        "The minister, Karl Brandt, called the accusation “absurd” and vowed to sue. "
        "<what>“Did they think we would forget?”</what> asked <who>Orlu</who>. The union demanded a new bridge."
    ),
    "a name behind the cue is no part of it": (
        "Ferry crews in Velmora say they were not consulted. <what>'We learned about it from the radio,'</what> "
        "said <who>Ines Harrow, a pilot</who>."
    ),
    "two speakers in one sentence": (
        "On the bolts. <who>Kalb</who>: <what>“They were fine in April.”</what> "
        "Orlu: “They were rust held together by paint.”"
    ),
    "a name and no verb before a colon": (
        "Five things he said.\n\n<who>Opposition leader Mara Feld</who>, in a post on her website:\n\n"
        "<what>“The minister has told five lies in five minutes.”</what>"
    ),
    "inner marks": (
        "<what>“He told me, ‘Dana, the bridge will not last the winter,’ and I believed him,”</what> "
        "<who>Mayor Dana Orlu</who> said on Monday."
    ),
    "a measure inside": (
        '<what>“The bolt was 5" long and should have been 7" long,”</what> <who>the engineer</who> wrote.'
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_quoted_words_go_to_who_says_them(models: Models, name: str) -> None:
    text, spans = marked(TOLD[name])
    found = {
        tuple((s.start, s.end) for s in a.content): [(s.start, s.end) for s in a.source]
        for a in read(article(text), models).attributions
    }
    assert found.get(tuple(spans["what"])) == spans["who"], found


def test_a_dateline_is_no_part_of_what_is_said(models: Models) -> None:
    one = article("TARN (Velmora Wire) — Three workers were hurt on Tuesday in a fire at a mill, officials said.")
    (found,) = read(one, models).attributions
    assert [one.words(span) for span in found.content] == ["Three workers were hurt on Tuesday in a fire at a mill"]


def test_a_topic_before_a_colon_says_nothing(models: Models) -> None:
    one = article("He was brief. On the letter: “I never saw it before this very day.”")
    sources = [one.words(span) for found in read(one, models).attributions for span in found.source]
    assert "On the letter" not in sources


NOBODYS = {
    "a nickname": "Its chairman, known as “the Fox,” did not speak.",
    "a name of a thing": "The so-called “Iron Lady” of the harbour, as the bridge is known, was built in 1931.",
    "a word mentioned as a word": "The word “closure” appears nowhere.",
    "a short title": "Visitors had to read “The Long River” first.",
}


@pytest.mark.parametrize("name", NOBODYS)
def test_names_and_mentioned_words_are_said_by_nobody(models: Models, name: str) -> None:
    assert read(article(NOBODYS[name]), models).attributions == ()


def test_a_long_title_is_shown_as_one_and_credited_to_nobody(models: Models) -> None:
    one = article("The title of the paper is “Roads, Rivers and Remembrance: Notes Toward a Plan.” It is long.")
    (found,) = read(one, models).attributions
    assert (found.source, found.cue) == ((), ())
    assert found.unknown == "its words are set like the title of a work, so nobody is taken to say them"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("“Roads and Rivers of the North,”", True),
        ("“How the Bridge Was Lost”", True),
        ("“We will rebuild Velmora and Tarn”", False),
        ("“CLOSE THE BRIDGE NOW”", False),
        ("“The Fox”", False),
        ("“The Bridge Is Closing and we know it”", False),
        ("", False),
    ],
)
def test_a_title_is_told_by_its_capitals(words: str, title: bool) -> None:
    assert is_title(words) is title

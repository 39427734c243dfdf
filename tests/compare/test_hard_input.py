"""Odd input that must make no false finding: copies, galleries, footers, pull quotes, empty marks, cut quotations."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from factories import article as plain

from conspectus.compare import compare, quotations
from conspectus.model import Comparison, Finding, Note, Reading, Sentence, Statement
from conspectus.origins import derivation, related, text_of, words_of
from conspectus.text.blocks import blocks

Read = Callable[..., Reading]
Findings = Callable[..., tuple[Finding, ...]]

STORY = (
    "The bridge over the Sorn at Velmora was closed on Monday after a diver found a crack in its third pier.\n\n"
    "<what>“We will not open it again before every stone has been looked at,”</what> <who>Dana Orlu</who> "
    "<cue>said</cue>.\n\n"
    "The crack runs for two metres below the water line, engineers of the county wrote in a note to the council."
)
OTHER = (
    "Shopkeepers in Velmora fear for the summer. Trade on the east bank fell by half within a day, and the ferry that "
    "the town once had was sold long ago. A new one would cost more than the guild and the town can raise.\n\n"
)
QUOTE = "“We will not open it again before every stone has been looked at,”"


def _told(reading: Reading) -> Reading:
    """With a statement a sentence, as a reader would give."""
    made = tuple(
        Statement(f"{s.span.start}", s.span, (), "affirmed", "stated", s.span, _lemmas(reading, s), (), ())
        for s in reading.sentences
    )
    laid = blocks(reading.article.id, reading.article.body, "")
    return replace(reading, statements=made, article=replace(reading.article, blocks=laid))


def _lemmas(reading: Reading, sentence: Sentence) -> tuple[str, ...]:
    return tuple(word.strip(",.“”").lower() for word in reading.article.words(sentence.span).split())


def _named(reading: Reading, n: int) -> Reading:
    return replace(reading, article=replace(reading.article, raw=replace(reading.article.raw, name=f"copy-{n}.txt")))


def _differences(comparison: Comparison) -> list[str]:
    return [f.title for f in comparison.findings if f.verdict in ("differ", "only here")]


def test_forty_copies_of_one_story_are_compared_once_and_named(reading_of: Read) -> None:
    once = _told(reading_of(STORY))
    comparison = compare([_named(once, n) for n in range(40)])
    assert len(comparison.readings) == 1
    assert not comparison.findings
    again = [note for note in comparison.notes if note.code == "same text"]
    assert len(again) == 39
    assert again[0] == Note("same text", "copy-1.txt is copy-0.txt word for word: compared once, and one origin")


def test_copies_with_another_first_line_have_one_origin(reading_of: Read) -> None:
    copies = [_told(reading_of(f"Desk {n}\n\n{STORY}")) for n in "ABCDEFGH"]
    comparison = compare(copies)
    assert not _differences(comparison)
    agreed = [f for f in comparison.findings if f.kind in ("agreement", "quote") and "Desk" not in f.title]
    assert agreed
    assert all(len([rest for rest in f.rests if rest.origin]) == len(f.rests) == 1 for f in agreed)


GALLERY = "".join(
    f"Photo: {who} by the third pier on Monday, before the rain came over the hills in the west.\n\n"
    for who in ("A diver", "The mayor", "Two of the engineers", "Drivers who were sent back", "A boat of the county")
)
GALLERY_UNMARKED = "".join(
    f"{who} by the third pier on Monday, before the rain came over the hills in the west. (Jo Wen/Getty Images)\n\n"
    for who in ("A diver", "The mayor", "Two of the engineers", "Drivers who were sent back", "A boat of the county")
)
_NOTE = (
    "The Velmora Courier has told its town the news since 1887 and belongs to the people who read it. "
    "If you liked what you read, sign up for our newsletter, which comes on weekday mornings at six, and follow us. "
    "Our editors answer every letter that is signed; write to the desk or call during office hours. "
    "All rights reserved. No part of this page may be copied, stored or sent on without leave in writing. "
    "By going on you accept our terms of use and our privacy policy, which tell how cookies are kept on your device. "
)
FOOTER = "".join(_NOTE.replace("six", hour) + "\n\n" for hour in ("six", "seven", "eight"))


@pytest.mark.parametrize(
    "shared",
    [
        pytest.param(GALLERY, id="photo gallery"),
        pytest.param(GALLERY_UNMARKED, id="photo gallery by its credits"),
        pytest.param(FOOTER, id="footer"),
    ],
)
def test_what_a_page_puts_around_its_text_is_no_derivation(shared: str) -> None:
    body = STORY.replace("<", "").replace(">", "")
    one, other = plain(body + "\n\n" + shared), plain(OTHER + shared)
    found = derivation(words_of(one), words_of(other))
    assert found.label == "independent", found.reason
    assert sum(p.length for p in found.passages if p.standing == "furniture") > 60
    assert related(text_of(one), text_of(other)).direction is None


def test_the_footer_is_long() -> None:
    assert len(FOOTER.split()) >= 250


@pytest.mark.parametrize(
    "again",
    [
        pytest.param(f"{QUOTE}\n\n{STORY}", id="pull quote above"),
        pytest.param(f"{STORY}\n\n{QUOTE[:-2]}”\n\nDana Orlu, surveyor", id="pull quote below"),
        pytest.param(f"{STORY}\n\nThe same article said: {QUOTE[:-2]}.”", id="it quotes itself"),
    ],
)
def test_words_printed_twice_in_one_article_are_one_printing(findings_of: Findings, again: str) -> None:
    assert findings_of(quotations.CHECK, again) == ()
    (found,) = findings_of(quotations.CHECK, again, f"{OTHER}{QUOTE} <who>Orlu</who> <cue>said</cue>.")
    assert (found.verdict, found.severity) == ("agree", None)
    assert sorted(len(side.spans) for side in found.sides) == [1, 2]
    assert len({side.article for side in found.sides}) == len(found.sides) == 2


@pytest.mark.parametrize("empty", ["“”", "“ ”", '""', "“…”", "“,”", "‘’ “ ‘’ ”"])
def test_empty_marks_are_no_utterance(findings_of: Findings, empty: str) -> None:
    text = f"She wrote {empty} on the wall, and {empty} below."
    assert findings_of(quotations.CHECK, text, f"He saw {empty} on the wall.") == ()


def test_a_quotation_cut_by_an_advertisement_is_no_other_wording(findings_of: Findings) -> None:
    cut = (
        "“We will not open it again before every stone\n\nAdvertisement\n\nhas been looked at by somebody who knows,” "
        "<who>Dana Orlu</who> <cue>said</cue>."
    )
    whole = "“We will not open it again before every stone has been looked at by somebody who knows,” Orlu said."
    found = findings_of(quotations.CHECK, cut, whole)
    assert not [one for one in found if one.severity in ("conflict", "tension")], [one.reason for one in found]


def test_two_translations_of_one_speech_are_no_conflict(findings_of: Findings) -> None:
    first = (
        "“We shall never leave this valley, whatever the water does to our fields and houses,” <who>Dana Orlu</who> "
        "<cue>said</cue> through an interpreter."
    )
    second = (
        "“We will never leave this valley, whatever the water may do to our fields and homes,” <who>Orlu</who> "
        "<cue>said</cue>, speaking in Georgian."
    )
    found = findings_of(quotations.CHECK, first, second)
    assert [one.severity for one in found] == ["granularity"]
    assert "translat" in found[0].reason

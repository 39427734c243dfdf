"""Quotation marks and their partners, marked inside the texts.

``<q>`` is a closed quotation, ``<open>`` one that nothing closes, ``<on>`` one that the next paragraph takes
up, ``<stray>`` a mark without a partner. Paragraphs are separated by a line break.
"""

import pytest
from counting import steps
from factories import marked
from hypothesis import given
from hypothesis import strategies as st

from conspectus.text.marks import Pairing, pairing
from conspectus.text.paragraphs import paragraphs

PAIRED = {
    "curly": "<q>“The bridge will close,”</q> said Orla Venn. <q>“Soon.”</q>",
    "straight": '<q>"The bridge will close,"</q> said Orla Venn. <q>"Soon."</q>',
    "single curly": "<q>‘The bridge will close,’</q> said Orla Venn. <q>‘Soon.’</q>",
    "single straight": "<q>'The bridge will close,'</q> said Orla Venn. <q>'Soon.'</q>",
    "guillemets": "<q>«The bridge will close»</q>, said Orla Venn.",
    "guillemets spaced": "<q>« The bridge will close »</q>, said Orla Venn.",
    "guillemets inward": "<q>»The bridge will close«</q>, said Orla Venn.",
    "low and high": "<q>„The bridge will close“</q>, said Orla Venn.",
    "low and high the Polish way": "<q>„The bridge will close”</q>, said Orla Venn.",
    "low and high single": "She spoke of <q>‚the bridge‘</q> again.",
    "grave accents": "<q>``The bridge will close''</q>, said Orla Venn.",
    "doubled single marks": "<q>‘‘The bridge will close,’’</q> said Orla Venn.",
    "doubled straight single marks": "<q>''The bridge will close,''</q> said Orla Venn.",
    "double opened, doubled single closes": "<q>“It’s late,’’</q> said Venn. <q>\"We go,''</q> said Roke.",
    "nested": "<q>“He told me <q>‘never’</q> and left,”</q> she said.",
    "nested straight": "<q>\"He told me <q>'never'</q> and left,\"</q> she said.",
    "nested the British way": "<q>‘He told me <q>“never”</q> and left,’</q> she said.",
    "both close at once": "<q>“He said <q>‘never.’</q>”</q> She left.",
    "both close at once, straight": "<q>\"He said <q>'never.'</q>\"</q> She left.",
    "nested of one kind": "<q>“He said <q>“never”</q> and left,”</q> she said.",
    "wrong way round": "<q>”The bridge”</q> and <q>”the dam”</q> stay.",
    "both look left": "<q>“The bridge“</q> stays.",
    "straight opens, curly closes": '<q>"The bridge will close,”</q> she said.',
    "curly opens, straight closes": '<q>“The bridge will close,"</q> she said. <q>"Soon."</q>',
    "curly inside straight": '<q>"The question was: <q>“Will it close?”</q> Nobody knew,"</q> she said.',
    "opening doubled": "<q>““The bridge will close,””</q> she said.",
    "straight doubled": '<q>""The bridge will close,""</q> she said.',
    "no space between two": 'She chose <q>"yes"</q><q>"no"</q>alone.',
    "no space before": "She said:<q>“Close it.”</q> He did—<q>“at once.”</q>",
    "in brackets": '(<q>“Close it”</q>) and [<q>"open it"</q>]',
    "begins with a bracket or dots": '<q>“[The bridge] will close,”</q> she said. <q>"...soon"</q>',
    "ends with a dash": '<q>"The bridge—"</q> she began.',
    "space before the mark that closes": "<q>“The bridge will close. “</q>",
    "invisible characters around": "\u200b<q>”The bridge”</q>\u200b stays.",
    "a title in a sentence": "He read <q>‘Boys’</q> and the players’ letter.",
    "plural possessive inside": "<q>'The boys' boat sank,'</q> she said.",
    "contractions inside": "<q>‘We’re not goin’ there and the ’90s won’t return,’</q> she said.",
    "elision inside": "<q>'Rock 'n' roll'</q> is a song.",
    "number first": "Headline: <q>'30 people missing'</q> after storm",
}

NO_MARKS = {
    "possessives": "The mayor's boat, the players' union, the Joneses’ house and the dogs’ home.",
    "contractions": "They’ll say it isn't so; rock ’n’ roll, 'em, ’tis and o'clock.",
    "decades": "The '90s and the ’80s, the class of '07, summer of ’68.",
    "feet and inches": "He is 6'2\" and she 5' 11\" in a 12\" pipe, 40' long.",
    "names": "O'Brien, D’Arcy and N'Doro.",
    "Arabic letters": "The ‘Anbar road and ‘Ali’s house.",
    "dialect": "He was goin' home, runnin' late.",
}

UNPAIRED = {
    "never closed": "<open>“The bridge will close, she said.</open>",
    "next one opens first": "<open>“The bridge will close, he said.</open> <q>“Soon.”</q>",
    "closed by the outer one": '<q>"The question was: <open>“Will it close?</open>"</q> she said.',
    "never opened": "The bridge will close,<stray>”</stray> she said.",
    "never opened, straight": 'The bridge will close,<stray>"</stray> she said.',
    "nothing inside": 'An empty <stray>""</stray> pair.',
    "inches inside": '<q>"It is a 12" pipe,"</q> she said.',
    "height inside": '<q>"He is 6\'2" tall,"</q> she said.',
    "mark alone": "<stray>“</stray>",
}

CONTINUED = {
    "opened again": "<on>“The bridge will close.</on>\n<q>“It is old,”</q> she said.",
    "opened again, straight": '<on>"The bridge will close.</on>\n<on>"It is old.</on>\n<q>"It is ours,"</q> she said.',
    "opened again, single": "<on>‘The bridge will close.</on>\n<q>‘It is old,’</q> she said.",
    "not opened again but closed": "<on>“The bridge will close.</on>\n<q>It is old,”</q> she said.",
    "not taken up": "<open>“The bridge will close.</open>\nIt is old, she said.",
    "closed before": "<q>“The bridge will close.”</q>\n<q>“It is old,”</q> she said.",
    "another kind follows": "<open>“The bridge will close.</open>\n<q>‘It is old,’</q> she said.",
}


def spans(found: Pairing) -> dict[str, list[tuple[int, int]]]:
    """What was found, by the tags that the texts are marked with."""
    by_tag: dict[str, list[tuple[int, int]]] = {}
    for mark in found.marks:
        tag = "on" if mark.continues else "q" if mark.closed else "open"
        by_tag.setdefault(tag, []).append((mark.start, mark.end))
    for stray in found.strays:
        by_tag.setdefault("stray", []).append(stray)
    return by_tag


@pytest.mark.parametrize("text", (PAIRED | UNPAIRED | CONTINUED).values(), ids=(PAIRED | UNPAIRED | CONTINUED).keys())
def test_marks_find_their_partners(text: str) -> None:
    plain, wanted = marked(text)
    assert spans(pairing(plain, paragraphs(plain))) == wanted


@pytest.mark.parametrize("text", NO_MARKS.values(), ids=NO_MARKS.keys())
def test_apostrophes_and_measures_are_no_marks(text: str) -> None:
    assert pairing(text, paragraphs(text)) == Pairing((), ())


@pytest.mark.parametrize(
    ("text", "inner", "style"),
    [
        ("“Close it,” she said.", "Close it,", "curly"),
        ('"Close it," she said.', "Close it,", "straight"),
        ("'Close it,' she said.", "Close it,", "single"),
        ("»Close it«, she said.", "Close it", "guillemet"),
        ("„Close it“, she said.", "Close it", "low-high"),
        ("``Close it'', she said.", "Close it", "straight"),
        ("““Close it””, she said.", "Close it", "curly"),
        ("“Close it, she said.", "Close it, she said.", "curly"),
    ],
)
def test_inner_words_and_style(text: str, inner: str, style: str) -> None:
    (mark,) = pairing(text, [(0, len(text))]).marks
    assert (text[mark.inner_start : mark.inner_end], mark.style) == (inner, style)


def test_depth_counts_the_quotations_around() -> None:
    text = "“He said ‘it was “old” then’ and left.” “No.”"
    assert [mark.depth for mark in pairing(text, [(0, len(text))]).marks] == [0, 1, 2, 0]


def test_resumed_quotation_keeps_the_style_that_opened_it() -> None:
    text = '"The bridge will close.\nIt is old,” she said.'
    first, second = pairing(text, paragraphs(text)).marks
    assert (first.style, second.style, second.inner_start) == ("straight", "straight", second.start)


GLYPHS = st.text(alphabet="\"“”„«»‹›'‘’‚`ab S9.,!?—-( )[\u200b\u0301\n\r", max_size=60)


@given(GLYPHS)
def test_marks_nest_and_account_for_every_double_mark(text: str) -> None:
    found = pairing(text, paragraphs(text))
    ends: list[int] = []
    for mark in found.marks:
        assert mark.start <= mark.inner_start < mark.inner_end <= mark.end
        assert text[mark.inner_start : mark.inner_end].strip()
        assert mark.closed or not mark.continues or mark.end in {end for _, end in paragraphs(text)}
        while ends and ends[-1] <= mark.start:
            ends.pop()
        assert mark.depth == len(ends)
        assert all(mark.end <= end for end in ends)
        ends.append(mark.end)
    covered = set[int]()
    for start, end in [*found.strays, *((m.start, m.inner_start) for m in found.marks)]:
        covered.update(range(start, end))
    for mark in found.marks:
        covered.update(range(mark.inner_end, mark.end))
    inches = {
        at for at, char in enumerate(text) if char == '"' and text[:at].rstrip("\"“”„«»‹›'‘’‚`\u200b")[-1:].isdigit()
    }
    assert {at for at, char in enumerate(text) if char in '"“”„«»‹›'} <= covered | inches


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("“a ‘b ", ""), ('"a ', ""), ("'a s' ", ""), ("” ", ""), ("«“‘", ""), ("“„«‹‘‘``", ""), ("'' ’’ ", ""),
        ("“a «b ", "c» d” "), ("“a «b ‘c ", "d’ e» f” "), ('"a “b ', 'c” d" '),
    ],
)  # fmt: skip
def test_pairing_is_linear(opening: str, closing: str) -> None:
    """Eight times the marks cost eight times the steps, side by side and one inside the other."""

    def cost(copies: int) -> int:
        text = opening * copies + closing * copies
        return steps(lambda: pairing(text, [(0, len(text))]))

    assert cost(1_600) < 8.5 * cost(200)

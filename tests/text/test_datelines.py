"""Datelines and what only looks like one."""

import pytest
from factories import marked

from conspectus.text.datelines import Standing, dateline

FOUND = [
    "<line><place>VELDT</place> —</line> The dam broke.",
    "<line><place>VELDT</place> –</line> The dam broke.",
    "<line><place>VELDT</place> -</line> The dam broke.",
    "<line><place>VELDT</place> --</line> The dam broke.",
    "<line><place>VELDT</place>—</line>The dam broke.",
    "<line><place>PORT HESSEL</place> —</line> “The dam broke,” the mayor said.",
    "<line><place>ST. OLM-ON-SEA</place> —</line> The dam broke.",
    "<line><place>VELDT, Belmark</place> —</line> The dam broke.",
    "<line><place>VELDT, Upper Sella, Belmark</place> —</line> The dam broke.",
    "<line><place>VELDT, Belmark</place> (<agency>AP</agency>) _</line> The dam broke.",
    "<line><place>VELDT</place> (<agency>Reuters</agency>) -</line> The dam broke.",
    "<line><place>VELDT</place> (<agency>Northern Wire</agency>) —</line> The dam broke.",
    "<line><place>VELDT</place>, <date>May 3</date> (<agency>Northern Wire</agency>) —</line> The dam broke.",
    "<line><place>VELDT</place>, <date>Sept. 23, 2031</date> —</line> The dam broke.",
    "<line><place>VELDT, Belmark</place>, <date>3 May</date> -</line> The dam broke.",
    "<line><place>VELDT and TIRREN</place> (<agency>NW</agency>) —</line> The dam broke.",
    "<line><place>VELDT, Belmark/TIRREN</place> (<agency>NW</agency>) -</line> The dam broke.",
    "<line><place>Veldt</place> (<agency>AFP</agency>) -</line> The dam broke.",
    "<line><place>Veldt</place> (<agency>CNN</agency>)</line> The dam broke.",
    "<line><place>Veldt</place> (<agency>CNN</agency>)</line>The dam broke.",
    "<line><place>Veldt, Belmark</place> —</line> The dam broke.",
    "<line>(<agency>Reuters</agency>) -</line> The dam broke.",
    "<line><place>VELDT</place>:</line> The dam above the town broke on Monday after a week of rain, the mayor said.",
    "<line><place>ÉVREUL</place> —</line> The dam broke.",
    "<line><place>THE HAGUE</place> —</line> The court sat.",
]
LATER = [
    "<line><place>VELDT</place> (<agency>NW</agency>) —</line> The dam broke.",
    "<line><place>VELDT</place>, <date>May 3</date> —</line> The dam broke.",
]
NONE = [
    "The dam — the oldest in Belmark — broke.",
    "WATCH — The dam broke.",
    "BREAKING – The dam broke.",
    "UPDATE 2 - The dam broke.",
    "EXCLUSIVE: The dam above the town broke on Monday after a week of rain, the mayor said to us.",
    "NATO – The alliance met.",
    "THE DAM — It broke.",
    "WHAT NOW – The mayor asks.",
    "VELDT — and its dam — were old.",
    "VELDT FLOOD - POLICE SEARCH THE HOUSES BELOW THE DAM",
    "Q - Who let it break?",
    "Orla Venn (Independent) said no.",
    "Venn — The mayor who stayed.",
    "The Northern Union (NU) said that the dam was old.",
    "(May 3) - The dam broke.",
    "VELDT —",
    "VELDT",
    "",
]


@pytest.mark.parametrize("text", FOUND)
def test_datelines_that_lead(text: str) -> None:
    assert_found(text, "first")


@pytest.mark.parametrize("text", LATER)
def test_datelines_further_down(text: str) -> None:
    assert_found(text, "later")


@pytest.mark.parametrize("text", NONE)
def test_no_datelines(text: str) -> None:
    assert dateline(text, "first") is None


@pytest.mark.parametrize(
    "text", ["VELDT — The dam broke.", "Veldt (AFP) - The dam broke.", "Veldt, Belmark — It broke."]
)
def test_further_down_a_place_alone_is_none(text: str) -> None:
    assert dateline(text, "later") is None


def test_a_name_before_a_colon_leads_nothing_but_the_first_paragraph() -> None:
    assert dateline("VELDT: " + "The dam broke on Monday. " * 5, "leading") is None


def assert_found(text: str, standing: Standing) -> None:
    plain, wanted = marked(text)
    found = dateline(plain, standing)
    assert found is not None
    assert (0, found.end) == wanted["line"][0]
    assert plain[found.rest :] == plain[found.end :].lstrip()
    for name, place in (("place", found.place), ("date", found.date), ("agency", found.agency)):
        assert place == wanted.get(name, [None])[0], name

"""The outline: which findings stand where, under which label, with which cells."""

from dataclasses import replace

import pytest

from conspectus.model import Block, Comparison, Made
from conspectus.present.json import comparison_object
from conspectus.present.lead import lead
from conspectus.present.outline import Outline, outline
from conspectus.present.values import in_words


def labels(laid: Outline) -> dict[str, list[str]]:
    return {section.key: [row.label for row in section.rows] for section in laid.sections}


def test_every_finding_has_one_row(ferry: Comparison) -> None:
    laid = outline(ferry)
    rows = [row.finding.id for section in laid.sections for row in section.rows]
    assert sorted(rows) == sorted(finding.id for finding in ferry.findings)
    assert labels(laid) == {"differ": ["D1", "D2", "Q1"], "agree": ["AG1"], "only": ["UA1"], "unknown": ["X1"]}


def test_levels_stand_from_conflict_to_detail(ferry: Comparison) -> None:
    groups = outline(ferry).sections[0].groups
    assert [group.heading for group in groups] == ["Conflict", "Tension", "Detail"]
    assert groups[1].says == "the readings pull apart; both may hold"


def test_what_was_found_by_likeness_stands_apart_and_last_by_how_sure_it_is(make) -> None:
    a, at = make.article("⟦x|Fog came at noon.⟧ ⟦y|It rained.⟧ ⟦z|Nobody swam.⟧")
    b, bt = make.article("⟦x|Fog came at two.⟧ ⟦y|Rain may fall.⟧ ⟦z|Few swam.⟧")
    likely = {"severity": "tension", "made": Made("compare.differences", "2")}
    sides = {name: [make.side(at[name]), make.side(bt[name])] for name in "xyz"}
    findings = [
        make.finding(sides["y"], certainty=0.3, **likely), make.finding(sides["z"], certainty=0.6, **likely),
    ]  # fmt: skip
    laid = outline(make.comparison([a, b], [*findings, make.finding(sides["x"], severity="granularity")]))
    groups = [(group.heading, [row.finding.certainty for row in group.rows]) for group in laid.sections[0].groups]
    assert [heading for heading, _ in groups] == ["Detail", "Perhaps"]
    assert groups[1][1] == [0.6, 0.3]
    said = "".join(piece.text for piece in lead(laid)[0])
    assert said.startswith("No conflict was found; one says more")
    assert [piece.row.finding.made for piece in lead(laid)[0] if piece.row] == [Made("compare.amounts", "1")]
    alone = lead(outline(make.comparison([a, b], findings)))[0]
    assert [piece.row for piece in alone] == [None]


@pytest.mark.parametrize(
    ("label", "cells"),
    [("D1", ("a", "b")), ("AG1", ("?", "?")), ("UA1", ("•", "–")), ("X1", ("•", "•"))],
)
def test_cells(ferry: Comparison, label: str, cells: tuple[str, ...]) -> None:
    row = outline(ferry).row(label)
    assert row is not None
    assert row.cells == cells


def test_agreements_are_grouped_by_origin(make) -> None:
    a, at = make.article("⟦x|Fog came.⟧ ⟦y|It rained.⟧")
    b, bt = make.article("⟦x|There was fog.⟧ ⟦y|Rain fell.⟧")
    sides = [[make.side(at[name]), make.side(bt[name])] for name in "xy"]
    known = {"verdict": "agree", "kind": "agreement", "severity": None}
    findings = [make.finding(sides[0], **known), make.finding(sides[1], origin="the weather office", **known)]
    section = outline(make.comparison([a, b], findings)).sections[1]
    assert [(group.heading, len(group.rows)) for group in section.groups] == [
        ("Two origins or more", 0), ("One origin", 1), ("Origin not stated", 1),
    ]  # fmt: skip
    assert [row.cells for row in section.rows] == [("1", "1"), ("?", "?")]


def test_agreements_that_are_not_sure_stand_last_and_are_not_counted_in_the_lead(make) -> None:
    a, at = make.article("⟦x|Fog came down.⟧ ⟦y|The crew was saved.⟧ ⟦z|Boats came.⟧", title="")
    b, bt = make.article("⟦x|There was fog.⟧ ⟦y|A crew was found.⟧ ⟦z|Boats came.⟧", title="")
    known = {"verdict": "agree", "kind": "agreement", "severity": None, "made": Made("compare.agreement", "1")}

    def laid(*names: str):
        found = [
            make.finding([make.side(at[n]), make.side(bt[n])], certainty=sure, title=title, **known)
            for n, sure, title in (("y", 0.79, "The crew was saved"), ("x", 0.8, "Fog came down"))
            if n in names
        ]
        return outline(make.comparison([a, b], found))

    both = laid("x", "y")
    groups = [(group.heading, [row.finding.certainty for row in group.rows]) for group in both.section("agree").groups]
    assert groups == [
        ("Two origins or more", []), ("One origin", []), ("Origin not stated", [0.8]), ("Perhaps", [0.79]),
    ]  # fmt: skip
    assert [row.label for row in both.section("agree").rows] == ["AG1", "AG2"]
    assert "".join(piece.text for piece in lead(both)[1]).startswith("They agree on 1 point;")
    assert both.title == "Fog came down"
    unsure = laid("y")
    assert [piece.text for piece in lead(unsure)[1]] == ["Nothing surely agrees; what perhaps does is listed below."]
    assert unsure.title != "The crew was saved"


@pytest.mark.parametrize("name", ["d1", "D1", "0E13be77b969", "0e13"])
def test_a_row_is_found_by_label_id_or_beginning_of_the_id(ferry: Comparison, name: str) -> None:
    row = outline(ferry).row(name)
    assert row is not None
    assert row.label == "D1"


def test_names_alone_are_no_title(make) -> None:
    a, at = make.article("⟦x|Harbour Master Ona Lind⟧ said ⟦y|a crane fell into the dock⟧.", title="")
    b, bt = make.article("⟦y|A crane fell into the dock⟧, ⟦x|Harbour Master Ona Lind⟧ said.", title="")
    known = {"verdict": "agree", "kind": "agreement", "severity": None}
    findings = [
        make.finding([make.side(at[n]), make.side(bt[n])], title=at_words, **known)
        for n, at_words in (("x", "Harbour Master Ona Lind"), ("y", "A crane fell into the dock"))
    ]
    assert outline(make.comparison([a, b], findings)).title == "A crane fell into the dock"


def test_what_begins_in_the_middle_of_a_sentence_or_points_back_is_no_title(make) -> None:
    a, at = make.article(
        "⟦h|Crane falls into dock⟧\nA boat, ⟦x|which is certified for 120⟧, sank. ⟦y|It has sunk near the pier⟧."
    )
    b, bt = make.article("⟦x|Which is certified for 120⟧? A boat sank. ⟦y|It has sunk near the pier⟧.")
    known = {"verdict": "agree", "kind": "agreement", "severity": None}
    found = [
        make.finding([make.side(at[n]), make.side(bt[n])], title=title, **known)
        for n, title in (("x", "which is certified for 120"), ("y", "It has sunk near the pier"))
    ]
    headed = replace(a, blocks=(Block(at["h"], "headline"), *a.blocks[1:]))
    assert outline(make.comparison([headed, b], found)).title == "Crane falls into dock"


@pytest.mark.parametrize("name", ["", "D9", "0e1", "zzzz"])
def test_no_row_is_guessed(ferry: Comparison, name: str) -> None:
    assert outline(ferry).row(name) is None


def test_an_ambiguous_beginning_names_no_row(make) -> None:
    a, at = make.article("⟦x|One⟧ ⟦y|Two⟧")
    findings = [
        make.finding([make.side(at["x"])], id="abcd00000000"),
        make.finding([make.side(at["y"])], id="abcd11111111"),
    ]
    laid = outline(make.comparison([a], findings))
    assert laid.row("abcd") is None
    assert laid.row("abcd0") is not None


def test_the_title_is_the_statement_most_articles_share(ferry: Comparison) -> None:
    assert outline(ferry).title == "Fog stopped the search"


def test_reading_letters_follow_the_order_of_the_articles(make) -> None:
    made = [make.article(f"⟦x|{n} people⟧ sank") for n in range(3)]
    sides = [make.side(made[n][1]["x"], letter) for n, letter in ((0, "b"), (1, "a"), (2, "b"))]
    comparison = make.comparison([one for one, _ in made], [make.finding(sides)])
    row = outline(comparison).row("D1")
    assert row is not None
    assert row.cells == ("a", "b", "a")
    assert comparison_object(comparison)["findings"][0]["sides"][0]["reading"] == "a"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("12..12 person", "12 (person)"), ("1.5..1.5", "1.5"), ("12.. person", "12 or more (person)"), ("1..12", "1 to 12"),
        ("..2400 resident", "2,400 or fewer (resident)"), ("9400000000.0..9400000000.0 USD deal", "9,400,000,000 USD (deal)"),
        (">40.. death", "more than 40 (death)"), ("<..9 %", "less than 9%"), ("~2000..2000 post", "about 2,000 (post)"),
        ("~24..100 civilian", "a vague figure (civilian)"),
        ("0.70..0.70 %", "0.7%"), ("51..51 year orlu", "51 years"), ("4828.032..4828.032 m", "4,828 m"),
        ("P6D", "6 days"), ("P1W", "1 week"), ("PT4H", "4 hours"), ("PT4H45M", "4 hours and 45 minutes"), ("PXY", "PXY"), ("P3D, 2031-05-01/2031-05-04",
        "3 days, 1 May 2031 to 4 May 2031"), ("2031-02", "February 2031"), ("2031-05-03TEV", "3 May 2031, evening"),
        ("XXXX-06-03", "3 June"), ("P4D, XXXX-06-03/XXXX-06-05", "4 days, 3 June to 5 June"), ("XXXX", "XXXX"),
        ("2031-05-03T21:30", "3 May 2031, 21:30"), ("2031-W21", "week of 19 May 2031"), ("2031-W21-WE", "weekend of 24 May 2031"), ("2031-W60", "2031-W60"),
        (">P10Y", "more than 10 years"), (">=P2W, 2031-05", "at least 2 weeks, May 2031"), ("~PT4H", "about 4 hours"), ("<PT9H", "under 9 hours"), ("denial", "denial"), ("PT", "PT"), (None, ""),
    ],
)  # fmt: skip
def test_values_are_shown_in_words(value: str | None, shown: str) -> None:
    assert in_words(value) == shown


def test_labels_never_meet(make) -> None:
    made = [make.article(f"⟦x|Point {n}⟧ ⟦y|and more {n}⟧") for n in range(28)]
    known = {"kind": "only", "verdict": "only here", "severity": None}
    two = make.finding([make.side(made[0][1]["x"]), make.side(made[1][1]["x"])], **known)
    single = [make.finding([make.side(at["y"])], **known) for _, at in made]
    section = outline(make.comparison([one for one, _ in made], [two, *single])).sections[2]
    labels = [row.label for row in section.rows]
    assert len(set(labels)) == len(labels)
    assert {"UA1", "UAB1", "U1"} <= set(labels)
    assert section.groups[-1].heading == "Only in A and B"


def test_a_quotation_is_no_title(make) -> None:
    a, at = make.article("She said “⟦x|a strike⟧”.", title="Yard closes")
    b, bt = make.article("“⟦x|A strike⟧,” she said.")
    known = {"verdict": "agree", "severity": None, "title": "“a strike”"}
    found = make.finding([make.side(at["x"]), make.side(bt["x"])], **known)
    assert outline(make.comparison([a, b], [found])).title == "Yard closes"


def test_without_agreement_the_title_is_the_first_headline(make) -> None:
    a, _ = make.article("Text.")
    b, _ = make.article("Other text.", title="Bridge opens in Tarn")
    assert outline(make.comparison([a, b])).title == "Bridge opens in Tarn"
    assert outline(make.comparison([a])).title == "1 article"


def sentences(comparison: Comparison) -> list[str]:
    return ["".join(piece.text for piece in sentence) for sentence in lead(outline(comparison))]


def test_the_lead_says_what_the_findings_say(ferry: Comparison) -> None:
    assert sentences(ferry) == [
        "As worded, both cannot hold: How many were aboard.",
        "They agree on 1 point; no origin is stated for it, and none rests on two named origins.",
        "A has 1 point not found in B.",
        "Could not tell in 1 place.",
    ]


def test_the_lead_links_its_findings(ferry: Comparison) -> None:
    linked = [piece.row.label for sentence in lead(outline(ferry)) for piece in sentence if piece.row]
    assert linked == ["D1"]


def test_without_findings_the_lead_says_what_was_not_found(make) -> None:
    a, b = (make.article(text)[0] for text in ("One.", "Two."))
    assert sentences(make.comparison([a, b])) == [
        "No difference was found in what was compared.",
        "No agreement was found.",
    ]


def test_the_lead_names_two_conflicts_and_counts_the_rest(make) -> None:
    a, at = make.article(" ".join(f"⟦m{n}|{n} people⟧" for n in range(5)))
    b, bt = make.article(" ".join(f"⟦m{n}|{n + 9} people⟧" for n in range(5)))
    findings = [
        make.finding([make.side(at[f"m{n}"]), make.side(bt[f"m{n}"], "b")], title=f"Count {n}") for n in range(5)
    ]
    assert (
        sentences(make.comparison([a, b], findings))[0] == "As worded, both cannot hold: Count 0; Count 1; and 3 more."
    )


def test_the_title_is_what_most_tell_first_and_carries_nothing_that_differs(make) -> None:
    texts = (
        "⟦n|Some ⟦x⟧ people⟧ sank with it. ⟦early|The ferry turned over in fog⟧. ⟦late|The search went on for a day⟧."
    )
    made = [make.article(texts.replace("⟦x⟧", str(n))) for n in (3, 4, 5)]

    def agreed(name: str, title: str) -> object:
        sides = [make.side(at[name], "a", None, one) for one, at in made]
        return make.finding(sides, id=title[:1] * 12, kind="agreement", property="told", verdict="agree", title=title)

    differing = make.finding([make.side(at["n"], "ab"[k % 2], None, one) for k, (one, at) in enumerate(made)])
    found = [agreed("late", "the search went on"), differing, agreed("n", "some people sank with it"),
             agreed("early", "the ferry turned over in fog")]  # fmt: skip
    assert outline(make.comparison([one for one, _ in made], found)).title == "the ferry turned over in fog"

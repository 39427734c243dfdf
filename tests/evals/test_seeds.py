"""seeds.py: an item counts as found by a fitting kind of finding, as wide as the gold, on both sides."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from handmade import Marked, article, comparison, finding, side

from conspectus import Comparison, Finding
from conspectus.model import Chain, Span, Voice

sys.path.insert(0, str(Path(__file__).parents[2] / "evals"))
from seeds import figures, judged

ONE = article("⟦who|Dana Orlu⟧ ⟦cue|said⟧ ⟦q|the pier “has to close”⟧ ⟦far|and left.⟧ " + "Rain fell. " * 90)
TWO = article("“⟦q|The pier has to close⟧,” ⟦who|she⟧ ⟦cue|said⟧, ⟦office|the port office⟧ ⟦told|wrote⟧.")


def gold_span(marked: Marked, name: str) -> dict[str, Any]:
    span = marked[1][name]
    return {"doc": "A" if marked is ONE else "B", "start": span.start, "end": span.end}


QUOTE = {"id": "Q1", "spans": [gold_span(ONE, "q"), gold_span(TWO, "q")]}


def verdicts(gold: dict[str, Any], compared: Comparison) -> dict[str, str]:
    whole = {"quote_variants": [QUOTE, QUOTE | {"id": "Q2"}], "discrepancies": [], "attributions": []} | gold
    return {row.item: row.verdict for row in judged(whole, compared, {ONE[0].id: "A", TWO[0].id: "B"})}


def quoted(kind: str, spans: Sequence[Span], **given: Any) -> Finding:
    return finding([side(span) for span in spans], kind=kind, property="quote", **given)


@pytest.mark.parametrize(
    ("kind", "spans", "verdict"),
    [
        ("quote", (ONE[1]["q"], TWO[1]["q"]), "found"),
        ("agreement", (ONE[1]["q"], TWO[1]["q"]), "in part"),
        ("quote", (ONE[1]["q"],), "not found"),
        ("quote", (ONE[1]["far"], TWO[1]["q"]), "not found"),
        ("quote", (Span(ONE[0].id, "body", 0, 900), TWO[1]["q"]), "in part"),
        ("agreement", (Span(ONE[0].id, "body", 0, 900), TWO[1]["q"]), "not found"),
    ],
)
def test_a_quotation_is_found_by_a_quote_finding_that_is_about_as_wide(
    kind: str, spans: Sequence[Span], verdict: str
) -> None:
    compared = comparison([ONE[0], TWO[0]], [quoted(kind, spans)])
    assert verdicts({}, compared)["Q1"] == verdict


def test_a_discrepancy_is_found_only_by_what_differs() -> None:
    item = {"id": "D3", "spans": QUOTE["spans"]}
    for verdict, judged_as in (("differ", "found"), ("agree", "not found")):
        found = quoted("quote", (ONE[1]["q"], TWO[1]["q"]), verdict=verdict)
        assert verdicts({"discrepancies": [item]}, comparison([ONE[0], TWO[0]], [found]))["D3"] == judged_as


def test_a_relay_is_found_by_a_chain_of_as_many_voices() -> None:
    relayed = {
        "id": "B8", "doc": "B", "content": [gold_span(TWO, "q")], "source": gold_span(TWO, "who"),
        "relay": [{"source": gold_span(TWO, "office")}],
    }  # fmt: skip
    she = Voice((TWO[1]["who"],), (TWO[1]["cue"],), None, "said")
    office = Voice((TWO[1]["office"],), (TWO[1]["told"],), None, "said")
    for voices, verdict in (((she, office), "found"), ((she,), "in part"), ((office, she), "in part")):
        compared = comparison([ONE[0], TWO[0]])
        chain = Chain("c", (TWO[1]["q"],), voices)
        readings = tuple(replace(r, chains=(chain,) if r.article is TWO[0] else ()) for r in compared.readings)
        found = verdicts({"attributions": [relayed]}, replace(compared, readings=readings))
        assert found["B8"] == verdict


def test_figures_are_shares_of_what_the_gold_asks() -> None:
    compared = comparison([ONE[0], TWO[0]], [quoted("quote", (ONE[1]["q"], TWO[1]["q"]))])
    gold = {"quote_variants": [QUOTE, {"id": "Q2", "spans": []}], "discrepancies": [], "attributions": []}
    rows = tuple(judged(gold, compared, {ONE[0].id: "A", TWO[0].id: "B"}))
    assert figures(rows) == {"seeds.quotation": 50.0, "seeds.origin": 0.0}

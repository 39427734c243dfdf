"""The origin graph, and agreement counted by it: texts of our own, about invented events."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from types import MappingProxyType

import pytest

from conspectus.compare.counted import counted
from conspectus.compare.graph import graph
from conspectus.compare.traces import traces
from conspectus.compare.utterances import utterances
from conspectus.model import Article, Fact, Finding, Made, OriginGraph, Reading, Side, Span, Statement, finding_id
from conspectus.text.blocks import blocks

Read = Callable[..., Reading]
BODY = (
    "The bridge over the Sorn at Velmora was closed on Monday after a diver found a crack in its third pier.\n"
    "The crack runs for two metres below the water line, engineers of the county wrote in a note to the council. "
    "Lorries have been sent over the ford at Tarn since the morning, which adds half an hour to the way.\n"
)
MORE = (
    "Shopkeepers in Velmora fear for the summer, because trade on the east bank fell by half within a single day.\n"
    "The ferry that the town once had was sold long ago, and a new one would cost more than the guild can raise.\n"
)
OWN = MappingProxyType({
    "A": "The harbour office sold nine boats in spring and kept the tenth for its own pilots.\n",
    "B": "Rain fell all week on the orchards of Hessel, and the pickers went home early.\n",
    "C": "A choir from Ostrany sings tonight in the old customs house behind the market.\n",
})  # fmt: skip


def _outlet(reading: Reading, name: str | None, origin: str | None = None) -> Reading:
    def fact(value: str | None) -> Fact:
        return Fact(value, "person", "test") if value else Fact(None, "nobody", "test")

    own = reading.article
    laid = blocks(own.id, own.body, "")
    article: Article = replace(own, outlet=fact(name), origin=fact(origin), blocks=laid)
    return replace(reading, article=article)


def _graph(*readings: Reading) -> OriginGraph:
    shared = utterances(readings, 0.6)
    return graph(readings, tuple(traces(readings, shared)))


def _agreement(words: str, *readings: Reading) -> Finding:
    spans = []
    for reading in readings:
        start = reading.article.body.index(words)
        spans.append(Span(reading.article.id, "body", start, start + len(words)))
    sides = tuple(Side(span.article, (span,), (), None, "a") for span in sorted(spans))
    return Finding(
        finding_id("agreement", "told", spans), "agreement", "told", "agree", None, words, sides, (), None, 0.9,
        "They tell it in the same words.", None, (), Made("test", "1"),
    )  # fmt: skip


def _rests(words: str, *readings: Reading) -> list[tuple[str | None, int]]:
    (finding,), _ = counted([_agreement(words, *readings)], _graph(*readings), readings)
    assert sorted(article for rest in finding.rests for article in rest.articles) == sorted(
        r.article.id for r in readings
    )
    return [(rest.name if rest.origin else "not stated", len(rest.articles)) for rest in finding.rests]


CRACK = "a diver found a crack in its third pier"


def test_copies_of_one_text_are_one_origin_however_many_print_it(reading_of: Read) -> None:
    copies = [reading_of(OWN[n] + BODY) for n in "ABC"]
    assert _rests(CRACK, *copies) == [(None, 3)]
    (origin,) = _graph(*copies).origins
    assert (origin.kind, origin.basis, origin.articles) == (
        "shared text",
        "inferred",
        tuple(sorted(c.article.id for c in copies)),
    )


def test_a_credit_names_the_origin_of_copies(reading_of: Read) -> None:
    one = _outlet(reading_of("VELMORA (Reuters) — " + BODY), "Tarn Gazette")
    other = _outlet(reading_of(OWN["A"] + BODY + "Reuters contributed to this report."), "Hessel Chronicle")
    third = _outlet(reading_of(f"In the evening {CRACK}, the council heard."), "Velmora Now")
    assert _rests(CRACK, one, other, third) == [("Reuters", 2), ("not stated", 1)]
    assert [(o.kind, o.basis) for o in _graph(one, other, third).origins] == [("wire copy", "stated")]


def test_an_outlet_and_who_reports_what_it_had_are_one(reading_of: Read) -> None:
    first = _outlet(reading_of(f"Nobody knew until Sunday that {CRACK}."), "Hessel Chronicle")
    relay = _outlet(reading_of(f"The Hessel Chronicle first reported that {CRACK}."), "Tarn Gazette")
    assert _rests(CRACK, first, relay) == [("Hessel Chronicle", 2)]


def test_two_sources_are_two_origins_only_where_they_are_shown_to_be_two(reading_of: Read) -> None:
    def said(source: str) -> Reading:
        reading = reading_of(f"<what>{CRACK}</what>, {source} <cue>said</cue> there.")
        return replace(reading, statements=())

    for others, expected in (
        (("<who>Dana Orlu</who>", "<who>Orlu</who>"), 1),
        (("<who>Dana Orlu</who>", "<who>Piet Wen</who>"), 2),
    ):
        readings = [said(source) for source in others]
        # The holder of a statement is what the count goes by: here the clause itself is the statement.
        held = [replace(r, statements=(_statement(r),)) for r in readings]
        (finding,), full = counted([_agreement(CRACK, *held)], OriginGraph(), held)
        assert sum(rest.origin is not None for rest in finding.rests) == expected
        assert all(rest.origin in {origin.id for origin in full.origins} for rest in finding.rests)
        assert ("two origins" in finding.reason) == (expected == 2)


def _statement(reading: Reading) -> Statement:
    start = reading.article.body.index(CRACK)
    span = Span(reading.article.id, "body", start, start + len(CRACK))
    return Statement("s", span, ("what",), "affirmed", "stated", span, (), (), ())


def test_without_any_sign_no_origin_is_stated(reading_of: Read) -> None:
    one, other = reading_of(f"In the morning {CRACK}."), reading_of(f"On Monday {CRACK}, so it was shut.")
    assert _rests(CRACK, one, other) == [("not stated", 2)]
    (finding,), _ = counted([_agreement(CRACK, one, other)], _graph(one, other), (one, other))
    assert finding.origin is None
    assert "does not show the articles to be independent" in finding.reason


def test_an_article_that_takes_from_two_does_not_make_them_one(reading_of: Read) -> None:
    left, right = reading_of(BODY + OWN["A"]), reading_of(MORE + OWN["B"])
    both = reading_of(BODY + MORE)
    found = _graph(left, right, both)
    assert sorted(len(origin.articles) for origin in found.origins) == [2, 2]


def test_what_a_person_says_of_two_articles_wins(reading_of: Read) -> None:
    one = _outlet(reading_of(f"In the morning {CRACK}."), "Tarn Gazette", "the county's note")
    other = _outlet(reading_of(f"On Monday {CRACK}, so it was shut."), "Hessel Chronicle", "the county's note")
    assert _rests(CRACK, one, other) == [("the county's note", 2)]
    assert [origin.basis for origin in _graph(one, other).origins] == ["person"]


def test_two_who_quote_one_speech_do_not_derive(reading_of: Read) -> None:
    speech = "“We will not open it again until every stone of that pier has been looked at by somebody who knows”"
    one = reading_of(
        f"<what>{speech}</what>, <who>Dana Orlu</who> <cue>said</cue> in a speech to the guild.\n" + OWN["A"]
    )
    other = reading_of(f"<who>Orlu</who> <cue>said</cue> in a speech: <what>{speech}</what>\n" + OWN["B"])
    found = _graph(one, other)
    assert [d.label for d in found.derivations] == ["quotes only"]
    assert [(o.kind, o.name, o.basis) for o in found.origins] == [("speech", "Dana Orlu", "stated")]
    assert _rests("until every stone of that pier", one, other) == [("Dana Orlu", 2)]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_graph_does_not_depend_on_the_order_of_articles(reading_of: Read, order: tuple[int, ...]) -> None:
    readings = [
        _outlet(reading_of("VELMORA (AP) — " + BODY + MORE), "Tarn Gazette"),
        _outlet(reading_of(OWN["A"] + BODY + "The Associated Press contributed to this report."), "Hessel Chronicle"),
        reading_of(MORE + OWN["B"]),
    ]
    assert _graph(*(readings[n] for n in order)) == _graph(*readings)

"""JSON: it validates, says everything the records say, and leads back to the words."""

import dataclasses
import json
from copy import deepcopy
from decimal import Decimal
from typing import Any

import jsonschema
import pytest

from conspectus.model import (
    Accused,
    Amount,
    Attribution,
    Chain,
    Circumstances,
    Comparison,
    Correction,
    Decision,
    Made,
    Note,
    Phrase,
    Place,
    Quotation,
    Reading,
    Rejection,
    Span,
    Speaker,
    Statement,
    Time,
    Voice,
)
from conspectus.model import Article as ArticleRecord
from conspectus.model import Finding as FindingRecord
from conspectus.present.json import comparison_json, reading_json, rejections_jsonl, schema


def strict(name: str) -> dict[str, Any]:
    """The shipped schema, with every field forbidden that it does not name."""

    def close(part: Any) -> None:
        if isinstance(part, dict):
            if "properties" in part:
                part["additionalProperties"] = False
            for value in part.values():
                close(value)

    copied = deepcopy(schema(name))
    close(copied)
    return copied


def loaded(comparison: Comparison) -> Any:
    return json.loads(comparison_json(comparison))


@pytest.fixture(scope="module")
def full(make) -> Reading:
    """A reading with a record of every kind."""
    article, at = make.article("“⟦q|We lost them⟧,” said ⟦who|the mayor⟧ on ⟦t|Monday⟧; ⟦n|about 12 boats⟧ sank.")
    span = at["n"]
    made = Made("hand", "1")
    return Reading(
        article,
        quotations=(Quotation(at["q"], at["q"], "curly", 0, True, False),),
        attributions=(
            Attribution("ab12", (at["who"],), (), (at["q"],), "direct", None, "neutral", "affirmed", "stated", made),
        ),
        times=(Time(at["t"], "DATE", "XXXX-WXX-1", None, "unknown"),),
        amounts=(Amount(span, "count", Decimal("11.5"), None, "about", "", None, "boat"),),
        places=(Place(span, None, None, None, (), None, None, False, "not in the gazetteer"),),
        chains=(Chain("ef56", (at["q"],), (Voice((at["who"],), (), "ab12", "said"),)),),
        speakers=(Speaker((at["who"],), "unnamed", (), "somebody without a name", span),),
        circumstances=(Circumstances("ab12", None, None, None, at["t"]),),
        phrases=(Phrase(span, span, span, "boat", True, (), at["who"]),),
        statements=(Statement("cd34", span, (), "affirmed", "stated", span, ("boat",), (), (span,)),),
        notes=(Note("n", "A note.", span),),
        made=(made,),
    )


@pytest.mark.parametrize("name", ["comparison-1", "reading-1"])
def test_the_schemas_are_schemas(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


def test_a_comparison_validates(ferry: Comparison) -> None:
    jsonschema.validate(loaded(ferry), strict("comparison-1"))


def test_decisions_validate(make) -> None:
    comparison = make.two()
    span = comparison.findings[0].sides[0].spans[0]
    right = Correction("speaker", (span,), (span,), "person")
    made = [
        Decision("a" * 12, "0" * 12, "could not tell", "a note", None, "2031-03-12T10:00:00Z"),
        Decision("a" * 12, None, None, "", "A. Editor", "2031-03-12T10:00:00.123Z", right),
    ]
    content = loaded(dataclasses.replace(comparison, decisions=tuple(made)))
    jsonschema.validate(content, strict("comparison-1"))
    assert [one["judgement"] for one in content["decisions"]] == ["could not tell", None]


def test_a_reading_validates(full: Reading) -> None:
    rejected = (Rejection("a.png", "image", "an image", "give text"),)
    jsonschema.validate(json.loads(reading_json([full], Made("conspectus", "0"), rejected)), strict("reading-1"))


def test_a_comparison_of_full_readings_validates(make, full: Reading) -> None:
    comparison = dataclasses.replace(make.comparison([full.article]), readings=(full,))
    jsonschema.validate(loaded(comparison), strict("comparison-1"))


@pytest.mark.parametrize("name", ["comparison-1", "reading-1"])
def test_every_field_of_a_record_is_in_the_schema(name: str) -> None:
    defined = schema(name)["$defs"]
    for record in (
        Span,
        Note,
        Made,
        ArticleRecord,
        Reading,
        Attribution,
        Chain,
        Voice,
        Speaker,
        Circumstances,
        Quotation,
        Time,
        Amount,
        Place,
        Statement,
        Phrase,
        FindingRecord,
        Accused,
        Decision,
        Correction,
    ):
        if record in (FindingRecord, Accused, Decision, Correction) and name == "reading-1":
            continue
        fields = {field.name for field in dataclasses.fields(record)}
        described = defined[record.__name__]
        assert fields <= set(described["properties"]), record.__name__
        assert set(described["required"]) == set(described["properties"]), record.__name__


@pytest.mark.parametrize("path", ["format", "findings", "articles"])
def test_the_schema_refuses_what_lacks_a_field(ferry: Comparison, path: str) -> None:
    content = loaded(ferry)
    del content[path]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content, schema("comparison-1"))


def test_a_later_field_does_not_break_a_reader_of_this_version(ferry: Comparison) -> None:
    content = loaded(ferry)
    content["later"] = content["findings"][0]["later"] = 1
    jsonschema.validate(content, schema("comparison-1"))


def test_spans_lead_to_the_words(ferry: Comparison) -> None:
    content = loaded(ferry)
    texts = {article["id"]: article for article in content["articles"]}
    finding = next(one for one in content["findings"] if one["label"] == "D1")
    spans = [span for side in finding["sides"] for span in side["spans"]]
    words = [texts[span["article"]][span["part"]][span["start"] : span["end"]] for span in spans]
    assert words == ["212 people", "208 people"]


def test_raw_bytes_stay_out_and_their_hash_in(ferry: Comparison) -> None:
    raw = loaded(ferry)["articles"][0]["raw"]
    assert "data" not in raw
    assert raw["sha256"] == ferry.articles[0].raw.sha256


def test_decimals_are_strings(full: Reading) -> None:
    amount = json.loads(reading_json([full], Made("conspectus", "0")))["readings"][0]["amounts"][0]
    assert (amount["low"], amount["high"]) == ("11.5", None)


def test_lone_surrogates_and_controls_come_back_as_they_were(make) -> None:
    article, _ = make.article("a\ud800b\x00c\u2028d")
    written = comparison_json(make.comparison([article]))
    assert json.loads(written.decode("utf-8"))["articles"][0]["body"] == article.body


def test_the_same_comparison_gives_the_same_bytes(ferry: Comparison, make) -> None:
    assert comparison_json(ferry) == comparison_json(make.two())


def test_rejections_are_one_object_a_line() -> None:
    lines = rejections_jsonl([Rejection("a\nb", "empty", "nothing in it", "give text"), Rejection("c", "x", "y", "z")])
    assert [json.loads(line)["name"] for line in lines.splitlines()] == ["a\nb", "c"]

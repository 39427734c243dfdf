"""Same input, same findings: whatever the order of articles, and whatever was read before."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from conspectus import Comparison, Models, Reading, compare, ingest, read
from conspectus.model import Fact, Made
from conspectus.present.json import comparison_object, reading_json, schema

EXAMPLES = Path(__file__).parents[2] / "examples"
STORIES = tuple(sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir()))


def told(comparison: Comparison) -> set[tuple[object, ...]]:
    """All that findings say, without what follows the order given (sigla, labels)."""
    return {
        (f.id, f.kind, f.property, f.severity, f.verdict, f.missing and frozenset(f.missing), frozenset(f.sides))
        for f in comparison.findings
    }


def orders(readings: list[Reading]) -> list[list[Reading]]:
    """Up to five other orders of two or more readings: reversed, rotated, and shuffled three times."""
    mixed = [random.Random(seed).sample(readings, len(readings)) for seed in range(3)]
    return [one for one in (readings[::-1], readings[1:] + readings[:1], *mixed) if one != readings]


@pytest.mark.parametrize("story", STORIES)
def test_the_order_of_articles_changes_no_finding(story: str, models: Models) -> None:
    readings = [read(one, models) for one in ingest(EXAMPLES / story).articles]
    first = compare(readings)
    assert first.findings
    others = orders(readings)
    assert others
    for order in others:
        again = compare(order)
        assert [again.siglum(one.article.id) for one in order] == list("ABCDEF"[: len(order)])
        assert told(again) == told(first)


@pytest.mark.parametrize("story", STORIES)
def test_file_names_and_outlets_are_labels_and_change_no_finding(story: str, models: Models) -> None:
    articles = ingest(EXAMPLES / story).articles
    renamed = [
        replace(one, outlet=Fact(f"Outlet {n}", "person", "--outlet"), raw=replace(one.raw, name=f"file-{n}.txt"))
        for n, one in enumerate(articles)
    ]
    ids = [{f.id for f in compare([read(one, models) for one in taken]).findings} for taken in (articles, renamed)]
    assert ids[0] == ids[1] != set()


@pytest.mark.parametrize("story", STORIES)
def test_the_readings_of_an_example_are_valid_json(story: str, models: Models) -> None:
    import jsonschema

    readings = [read(one, models) for one in ingest(EXAMPLES / story).articles]
    content = json.loads(reading_json(readings, Made("conspectus", "1")))
    jsonschema.validate(content, schema("reading-1"))
    assert [one["article"] for one in content["readings"]] == [one.article.id for one in readings]


@pytest.mark.parametrize("story", STORIES)
def test_every_finding_is_anchored_attributed_and_valid(story: str, models: Models) -> None:
    import jsonschema

    comparison = compare([read(one, models) for one in ingest(EXAMPLES / story).articles])
    by_id = {one.id: one for one in comparison.articles}
    for finding in comparison.findings:
        assert finding.made.component
        assert finding.reason
        for side in finding.sides:
            assert side.spans
            assert all(by_id[side.article].words(span).strip() for span in (*side.spans, *side.context))
    ids = [finding.id for finding in comparison.findings]
    assert len(ids) == len(set(ids))
    jsonschema.validate(comparison_object(comparison), schema("comparison-1"))

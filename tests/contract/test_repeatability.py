"""Same input, same findings: whatever the order of articles, and whatever was read before."""

import itertools
from pathlib import Path

import pytest

from conspectus import Models, compare, ingest, read
from conspectus.present.json import comparison_object, schema

EXAMPLES = Path(__file__).parents[2] / "examples"
STORIES = tuple(sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir()))


@pytest.mark.parametrize("story", STORIES)
def test_the_order_of_articles_changes_no_finding(story: str, models: Models) -> None:
    readings = [read(one, models) for one in ingest(EXAMPLES / story).articles]
    orders = list(itertools.permutations(readings))[:: max(1, len(readings))][:4]
    first, *others = [
        {(f.id, f.kind, f.property, f.severity, f.reason) for f in compare(order).findings} for order in orders
    ]
    assert first
    assert all(other == first for other in others)


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

"""``conspectus explain``: the evidence of a finding out of the file that compare --json wrote."""

from pathlib import Path
from typing import Any

import pytest

from conspectus import Models, compare, ingest, read
from conspectus.cli.demo import examples
from conspectus.cli.speaking import DONE, NOTHING
from conspectus.model import Comparison
from conspectus.present.evidence import evidence_text
from conspectus.present.json import comparison_json
from conspectus.present.outline import outline
from conspectus.store.records import comparison_from_json


@pytest.fixture(scope="module")
def ferry(models: Models) -> Comparison:
    taken = ingest(str(examples() / "ferry"))
    return compare([read(article, models) for article in taken.articles], rejections=taken.rejections)


def test_a_comparison_comes_back_from_its_json_whole(ferry: Comparison) -> None:
    back = comparison_from_json(comparison_json(ferry))
    assert comparison_json(back) == comparison_json(ferry)
    assert [article.body for article in back.articles] == [article.body for article in ferry.articles]
    assert [finding.id for finding in back.findings] == [finding.id for finding in ferry.findings]
    assert (back.entities, back.heard, back.origins) == (ferry.entities, ferry.heard, ferry.origins)


def test_every_finding_is_explained_as_compare_shows_it(call, ferry: Comparison, tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_bytes(comparison_json(ferry))
    rows = [row for section in outline(ferry).sections for row in section.rows]
    assert {row.finding.kind for row in rows} > {"discrepancy", "agreement", "only", "quote"}
    first = {row.finding.kind: row for row in reversed(rows)}
    for row in first.values():
        said = call("explain", str(path), row.label)
        assert said.exit_code == DONE, said.output
        assert said.stdout.rstrip() == str(evidence_text(ferry, row.label, 100)).rstrip()
        assert f"made by {row.finding.made.component} {row.finding.made.version}" in said.stdout
    label = rows[0].label
    assert call("explain", str(path), rows[0].finding.id).stdout == call("explain", str(path), label).stdout
    assert call("explain", "-", label, input=path.read_bytes()).stdout == call("explain", str(path), label).stdout
    assert call("review", str(path), label, "--reject", "--who", "A. Editor").exit_code == DONE
    assert "A. Editor" in call("explain", str(path), label).stdout


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param("{}", "is no comparison as JSON", id="another file"),
        pytest.param(None, "cannot be read", id="no file"),
    ],
)
def test_what_is_no_comparison_is_one_clear_line(call: Any, tmp_path: Path, content: str | None, says: str) -> None:
    path = tmp_path / "odd.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    said = call("explain", str(path), "D1")
    assert (said.exit_code, said.stderr.count("\n")) == (NOTHING, 1)
    assert says in said.stderr


def test_an_unknown_label_is_said(call: Any, ferry: Comparison, tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_bytes(comparison_json(ferry))
    said = call("explain", str(path), "D99")
    assert said.exit_code != DONE
    assert "D99: no single finding or voice has this label or id" in said.stderr


def test_a_damaged_comparison_is_one_clear_line(call: Any, ferry: Comparison, tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_bytes(comparison_json(ferry).replace(b'"alignments": [', b'"alignments": 3, "lost": [', 1))
    said = call("explain", str(path), "D1")
    assert (said.exit_code, said.stderr.count("\n")) == (NOTHING, 1)
    assert "is a damaged comparison" in said.stderr

"""What a notebook gets from a comparison."""

import builtins
from html.parser import HTMLParser
from typing import Any

import pytest

from conspectus.errors import OutputError
from conspectus.model import Comparison
from conspectus.present.page import page


def test_the_frame_has_a_row_for_each_span_and_each_article_without(ferry: Comparison) -> None:
    table = ferry.to_pandas()
    spans = sum(len(side.spans) for finding in ferry.findings for side in finding.sides)
    assert len(table) == spans + sum(len(finding.missing) for finding in ferry.findings)
    assert table[table.label == "D1"].words.tolist() == ["212 people", "208 people"]
    assert table[table.label == "D1"].siglum.tolist() == ["A", "B"]
    lacking = table[~table.found]
    assert lacking[["label", "siglum"]].values.tolist() == [["UA1", "B"]]
    assert lacking.start.isna().all()


def test_an_empty_comparison_has_a_frame_with_all_columns(make) -> None:
    table = make.comparison([make.article("One.")[0]]).to_pandas()
    assert len(table) == 0
    assert {"finding", "words", "start", "found"} <= set(table.columns)


def test_without_pandas_one_line_says_what_to_install(ferry: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return imported(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(OutputError, match=r"pip install 'conspectus\[pandas\]'"):
        ferry.to_pandas()


def test_the_view_is_html_that_escapes_what_strangers_wrote(make) -> None:
    a, at = make.article("⟦x|<script>alert(1)</script>⟧", outlet="<b>Outlet</b>")
    comparison = make.comparison([a], [make.finding([make.side(at["x"])], title="<i>")])
    tags: list[str] = []
    links: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: (tags.append(tag), links.append(dict(attrs).get("href") or "#"))  # type: ignore[method-assign]
    parser.feed(comparison._repr_html_())
    assert not {"script", "iframe", "img", "link", "main", "body"} & set(tags)
    assert tags.count("style") == 1
    assert all(link.startswith("#") for link in links)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in comparison._repr_html_()


def test_the_view_has_the_parts_of_the_page(make) -> None:
    comparison = make.several(3)
    shown, whole = comparison._repr_html_(), page(comparison).decode("utf-8")
    parts = [f'id="f-{one.id}"' for one in comparison.findings] + [
        'class="bar"',
        'id="said"',
        'id="time"',
        "class=rb",
    ]
    assert all(part in shown and part in whole for part in parts)

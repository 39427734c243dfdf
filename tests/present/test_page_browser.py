"""The page in a browser: it fits, its links lead where they say, nothing is refused or requested."""

from pathlib import Path
from typing import Any

import pytest
from browsing import opened

from conspectus.model import Comparison


def crowd(make: Any) -> Comparison:
    made = [make.article(f"The ⟦n|{n} boats⟧ {'o' * 300}.", title="T" * 2000, outlet="O" * 300) for n in range(40)]
    sides = [make.side(at["n"], "abc"[n % 3], "v" * 200, one) for n, (one, at) in enumerate(made)]
    return make.comparison([one for one, _ in made], [make.finding(sides, title="W" * 2000)])


@pytest.mark.parametrize("which", ["two", "forty"])
def test_nothing_sticks_out(browser: Any, make, tmp_path: Path, which: str) -> None:
    comparison = make.two() if which == "two" else crowd(make)
    tab, heard = opened(browser, comparison, tmp_path / "page.html", 390)
    tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    for width in (390, 800, 1440):
        tab.set_viewport_size({"width": width, "height": 900})
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert heard == []
    tab.close()


def test_without_the_script_a_finding_leads_to_its_words_and_back(browser: Any, make, tmp_path: Path) -> None:
    tab, heard = opened(browser, make.two(), tmp_path / "page.html", java_script_enabled=False)
    tab.click(".lead a.to")
    evidence = tab.locator("#differ .ev").first
    assert evidence.is_visible()
    evidence.locator("blockquote a").nth(1).click()
    target = tab.locator(".text mark:has(> .ref:target)")
    assert target.text_content() == "208 people"
    assert target.evaluate("one => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"
    target.locator(".ref").click()
    assert tab.url.endswith(f"#{evidence.get_attribute('id')}")
    assert heard == []
    tab.close()


def test_without_the_script_one_kind_is_underlined_at_a_time(browser: Any, make, tmp_path: Path) -> None:
    tab, _ = opened(browser, make.two(), tmp_path / "page.html", java_script_enabled=False)

    def underlined() -> set[str]:
        marks = tab.locator(".text mark").all()
        line = "one => getComputedStyle(one).textDecorationLine"
        return {one.get_attribute("class") for one in marks if one.evaluate(line) == "underline"}

    assert underlined() == {"differ"}
    tab.check("#layer-agree")
    assert underlined() == {"agree"}
    tab.check("#layer-nothing")
    assert underlined() == set()
    tab.close()


def test_copying_a_passage_gives_the_words_of_the_article_alone(browser: Any, make, tmp_path: Path) -> None:
    tab, _ = opened(browser, make.two(), tmp_path / "page.html")
    assert "The Odile carried 212 people, the harbour office said." in tab.locator("#article-A .text").inner_text()
    tab.close()

"""Whole stories in a browser: every example and a story of twelve, gone through as a reader does, wide and narrow."""

from pathlib import Path
from typing import Any

import pytest
from browsing import opened, reloaded
from examples_compared import EXAMPLES, compared

from conspectus import Comparison, Models
from conspectus.review import parsed

NAMES = (*sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir()), "twelve")
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@pytest.mark.parametrize("name", NAMES)
def test_a_story_is_read_from_the_lead_to_the_review(
    browser: Any, make: Any, models: Models, tmp_path: Path, name: str
) -> None:
    comparison: Comparison = make.several() if name == "twelve" else compared(name, models)
    tab, heard = opened(browser, comparison, tmp_path / "page.html")
    for size in (WIDE, PHONE):
        tab.set_viewport_size(size)
        for scheme in ("light", "dark"):
            tab.emulate_media(color_scheme=scheme)
            assert tab.evaluate("document.documentElement.scrollWidth") <= size["width"]
    tab.set_viewport_size(WIDE)
    labels = tab.locator("details.f").evaluate_all(
        "all => all.filter(one => one.offsetHeight).map(one => one.dataset.f)"
    )
    for label in labels[1:4]:
        tab.keyboard.press("j")
        assert tab.locator("details.on").get_attribute("data-f") == label
    tab.keyboard.press("k")
    tab.keyboard.press("Enter")
    row = tab.locator("details.on")
    assert row.locator(".ev").is_visible()
    shown = set(row.locator(".ev mark").all_text_contents())
    hit = "".join(tab.locator("mark.hit").all_text_contents())
    assert shown
    assert all(words in hit for words in shown)
    tab.keyboard.press("a")
    mark = tab.locator(".col:not(.spine) .text mark:not(.said,.time)").last
    mark.click()
    assert tab.locator("details.on").get_attribute("data-f") in mark.get_attribute("data-f").split()
    tab.select_option("#filter", "accept")
    assert tab.locator("details.f:visible:not(.said *,.time *)").count() == 1
    reloaded(tab, tab.locator(".decided"))
    assert "Accepted" in tab.locator(".decided").text_content()
    with tab.expect_download() as saved:
        tab.click("[data-tool=export]")
    exported = parsed(Path(saved.value.path()).read_text(encoding="utf-8"))
    assert [one.judgement for one in exported.decisions] == ["accept"]
    assert len(tab.pdf()) > 5000
    assert heard == []
    tab.close()


def test_twelve_articles_stand_in_columns_and_spines_with_their_readings(
    browser: Any, make: Any, tmp_path: Path
) -> None:
    tab, heard = opened(browser, make.several(), tmp_path / "page.html")
    assert tab.locator(".col:not(.spine)").count() >= 2
    assert tab.locator(".vrow .bar path").count() >= 12
    tab.locator("details.f summary").first.click()
    letters = tab.locator(".col:not(.spine) mark[data-m]").evaluate_all("all => all.map(one => one.dataset.m)")
    assert len(set(letters)) == len(letters)
    assert tab.locator(".spine .ticks i.hit").count() == tab.locator(".spine").count()
    folded = tab.locator(".col.spine").last
    siglum = folded.get_attribute("id")
    folded.locator(".back").click()
    assert "spine" not in tab.locator(f"#{siglum}").get_attribute("class")
    tab.locator("#only .more > summary").first.click()
    assert tab.locator("#only details.f:visible").count() > 4
    tab.locator('.secs a[href="#said"]').click()
    tab.locator("#said details.f > summary").first.click()
    assert tab.locator("#said .say").first.is_visible()
    assert tab.locator("#said .review").count() == 0
    tab.locator(".bar").first.click(position={"x": 60, "y": 5})
    assert heard == []
    tab.close()


def test_no_barrier_is_found_in_any_state(browser: Any, make: Any, tmp_path: Path) -> None:
    """One story with every kind of section, wide and narrow, light and dark, closed and with everything open."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe")
    tab, heard = opened(browser, make.several(3), tmp_path / "page.html", reduced_motion="reduce")

    def barriers() -> list[str]:
        found = axe.Axe().run(tab, options={"resultTypes": ["violations"]}).response["violations"]
        return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]

    assert barriers() == []
    tab.locator("details.f summary").first.click()
    tab.locator("[data-verdict=accept]").first.click()
    tab.locator("[data-note]").first.click()
    tab.locator("[data-cite]").first.click()
    tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert barriers() == []
    tab.emulate_media(color_scheme="dark")
    assert barriers() == []
    tab.set_viewport_size(PHONE)
    assert barriers() == []
    tab.click("[data-tool=menu]")
    tab.click("[data-tool=read]")
    assert barriers() == []
    tab.emulate_media(color_scheme="light")
    tab.click(".which .btn")
    tab.click("[data-tool=keys]")
    assert barriers() == []
    assert heard == []
    tab.close()

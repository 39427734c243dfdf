"""The page with its script: choosing, keys, review, filter, export, citation, phone, print, accessibility.

What the page does without it stands in test_page_browser.py.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import opened, reloaded

from conspectus.model import Comparison, Decision, Fact, Note, story_id
from conspectus.review import parsed

WIDE, PHONE = 1440, 390


@pytest.fixture
def tab(browser: Any, make, tmp_path: Path) -> Iterator[Any]:
    shown, heard = opened(browser, make.two(), tmp_path / "page.html")
    yield shown
    assert heard == []
    shown.close()


def chosen(tab: Any) -> str:
    return tab.locator("details.on").get_attribute("data-f")


def hit(tab: Any) -> list[str]:
    return tab.locator("mark.hit").all_text_contents()


def test_choosing_a_finding_tints_its_words_in_both_texts_and_joins_them(tab: Any) -> None:
    tab.locator("details.f summary").first.click()
    assert len(hit(tab)) == 2
    assert tab.locator("mark.hit[data-m]").count() == 2
    tab.wait_for_selector("svg.ribbons .band", state="attached")
    assert tab.locator("svg.ribbons .band").count() == 1


def test_the_chosen_kind_is_the_one_underlined(tab: Any) -> None:
    tab.locator("#agree summary").first.click()
    assert tab.locator("#layer-agree").is_checked()
    line = "one => getComputedStyle(one).textDecorationLine"
    assert tab.locator("mark.agree").first.evaluate(line) == "underline"


def test_keys_go_through_the_findings_and_open_them(tab: Any) -> None:
    labels = tab.locator("details.f").evaluate_all("all => all.map(one => one.dataset.f)")
    assert chosen(tab) == labels[0]
    tab.keyboard.press("j")
    assert chosen(tab) == labels[1]
    tab.keyboard.press("k")
    assert chosen(tab) == labels[0]
    tab.keyboard.press("Enter")
    assert tab.locator("details.on .ev").is_visible()
    tab.keyboard.press("Escape")
    assert not tab.locator("details.on .ev").is_visible()
    tab.keyboard.press("]")
    assert tab.locator("details.on").evaluate("one => one.closest('section').id") == "agree"


def test_single_keys_can_be_switched_off(tab: Any) -> None:
    before = chosen(tab)
    tab.keyboard.press("?")
    tab.uncheck("#single")
    tab.keyboard.press("Escape")
    tab.keyboard.press("j")
    assert chosen(tab) == before


def test_a_click_on_words_chooses_their_finding(tab: Any) -> None:
    label = tab.locator("#only details").first.get_attribute("data-f")
    tab.locator(f'.text mark[data-f~="{label}"]').first.click()
    assert chosen(tab) == label
    assert tab.locator("details.on .ev").is_visible()
    assert tab.url.endswith(tab.locator("details.on .ev").get_attribute("id"))


def test_an_article_without_the_words_says_so(tab: Any) -> None:
    tab.locator("#only summary").first.click()
    assert tab.locator(".absent").count() == 1
    assert "Not found in this article" in tab.locator(".absent").text_content()


def test_a_review_is_kept_filtered_and_exported(browser: Any, make, tmp_path: Path) -> None:
    tab, heard = opened(browser, make.two(), tmp_path / "page.html")
    first = tab.locator("details.f").first
    first.locator("summary").click()
    first.locator("[data-verdict=accept]").click()
    first.locator("[data-note]").click()
    first.locator(".review textarea").fill("checked with the harbour")
    tab.fill("#who", "B. Reader")
    reloaded(tab, first.locator(".decided"))
    assert "Accepted" in first.locator(".decided").text_content()
    assert tab.locator("#progress").text_content().startswith("1 of ")
    tab.select_option("#filter", "accept")
    assert tab.locator("details.f:visible").count() == 1
    tab.select_option("#filter", "reject")
    assert tab.locator("details.f:visible").count() == 0
    tab.select_option("#filter", "")
    with tab.expect_download() as saved:
        tab.click("[data-tool=export]")
    written = parsed(Path(saved.value.path()).read_text(encoding="utf-8"))
    assert written.refused == ()
    (decision,) = written.decisions
    assert (decision.judgement, decision.note, decision.who) == ("accept", "checked with the harbour", "B. Reader")
    assert decision.finding == first.get_attribute("id")[2:]
    assert decision.story == story_id(one.id for one in make.two().articles)
    assert decision.about == first.locator("h3").text_content()
    assert set(decision.articles) == {one.id for one in make.two().articles}
    assert heard == []
    tab.close()


def test_a_citation_has_the_words_the_outlets_and_the_hashes(tab: Any) -> None:
    row = tab.locator("details.f").first
    row.locator("summary").click()
    row.locator("[data-cite]").click()
    said = row.locator(".citation").input_value()
    for side in row.locator(".rb").all():
        assert side.locator("mark").first.text_content().strip() in said
    assert said.count("sha256 ") == row.locator(".rb").count()
    assert row.get_attribute("id")[2:] in said


def test_a_link_opens_exactly_its_finding(browser: Any, make, tmp_path: Path) -> None:
    comparison = make.two()
    wanted = comparison.findings[-1].id
    tab, _ = opened(browser, comparison, tmp_path / "page.html")
    tab.goto((tmp_path / "page.html").as_uri() + f"#f-{wanted}")
    tab.reload()
    assert tab.locator(f"#f-{wanted}").is_visible()
    assert tab.locator("details.on").get_attribute("id") == f"r-{wanted}"
    tab.close()


def test_on_a_phone_the_articles_come_over_the_findings_and_go_back(browser: Any, make, tmp_path: Path) -> None:
    tab, heard = opened(browser, make.two(), tmp_path / "page.html", PHONE)
    assert not tab.locator("#texts").is_visible()
    tab.click("[data-tool=read]")
    assert tab.locator(".col:visible").count() == 1
    tab.locator(".which button.sg").nth(1).click()
    assert tab.locator("#article-B").is_visible()
    small = "all => all.filter(one => one.offsetHeight && one.offsetHeight < 40).map(one => one.outerHTML)"
    assert tab.locator("button").evaluate_all(small) == []
    tab.click(".which .btn")
    assert not tab.locator("#texts").is_visible()
    assert heard == []
    tab.close()


def test_the_theme_can_be_switched(tab: Any) -> None:
    ground = "() => getComputedStyle(document.body).backgroundColor"
    before = tab.evaluate(ground)
    tab.click("[data-tool=theme]")
    assert tab.evaluate(ground) != before


def test_print_shows_the_evidence_of_differences_and_the_texts(browser: Any, make, tmp_path: Path) -> None:
    tab, _ = opened(browser, make.two(), tmp_path / "page.html")
    tab.emulate_media(media="print")
    assert not tab.locator(".tools").is_visible()
    assert tab.locator("#differ .ev").first.is_visible()
    assert tab.locator("#article-B .text").is_visible()
    assert len(tab.pdf()) > 5000
    tab.close()


def test_the_crowd_of_forty_has_a_clear_state(browser: Any, make, tmp_path: Path) -> None:
    comparison: Comparison = make.comparison([make.article(f"Boat {n}.", outlet=f"O{n}")[0] for n in range(40)], [])
    tab, heard = opened(browser, comparison, tmp_path / "page.html")
    assert "No difference was found in what was compared." in tab.locator("main").text_content()
    assert heard == []
    tab.close()


ATTACKS = (
    "<script>window.pwned = 1</script>",
    '<img src=x onerror="window.pwned = 1">',
    '"><svg onload="window.pwned = 1">',
    "</script><script>window.pwned = 1</script>",
    "</style><script>window.pwned = 1</script>",
    "</textarea></template><script>window.pwned = 1</script>",
    "<a href='javascript:window.pwned=1'>x</a>",
    "<iframe srcdoc='<script>parent.pwned = 1</script>'></iframe>",
    "<base href='https://evil.example/'><link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<!--><script>window.pwned = 1</script>",
    "<!-- a comment --> &amp; &#x3c;b&#x3e; ]]> <![CDATA[x]]>",
    "javascript:window.pwned=1",
    "${window.pwned = 1} {{constructor.constructor('window.pwned=1')()}}",
    "\u202eright to left\u202c and \u05e9\u05dc\u05d5\u05dd",
    "zero\u200bwidth, combining e\u0301, family \U0001f468\u200d\U0001f469\u200d\U0001f467, flags \U0001f1eb\U0001f1f7",
)


def test_nothing_of_an_article_is_executed_and_its_words_are_shown_as_they_are(
    browser: Any, make, tmp_path: Path
) -> None:
    """A page of known attacks in titles, texts, outlets, dates, addresses, findings, notes and decisions."""
    made = [
        make.article(
            f"Before {odd} ⟦x|the 😀 words⟧ after.", title=odd, outlet=odd, date=odd, url=Fact(odd, "file", "x")
        )
        for odd in ATTACKS
    ]
    sides = [make.side(at["x"], "a", odd, one) for odd, (one, at) in zip(ATTACKS, made, strict=True)]
    all_of_them = " ".join(ATTACKS)
    found = make.finding(sides, title=all_of_them, reason=all_of_them, reconciled=all_of_them)
    articles = [one for one, _ in made]
    said = Decision(
        story_id(one.id for one in articles), found.id, "accept", all_of_them, all_of_them, "2031-03-12T10:00:00Z"
    )
    comparison = make.comparison(articles, [found], notes=(Note("n", all_of_them),), decisions=(said,))
    tab, heard = opened(browser, comparison, tmp_path / "page.html")
    for row in tab.locator("details.f > summary").all():
        row.click()
    tab.locator("[data-cite]").first.click()
    assert tab.locator("mark.hit").evaluate_all("all => all.map(one => one.lastChild.textContent)") == [
        "the 😀 words"
    ] * len(made)
    assert tab.evaluate("window.pwned") is None
    assert tab.evaluate("document.documentElement.scrollWidth") <= WIDE
    assert tab.locator("script, link, base, iframe, img").count() == 1
    assert heard == []
    tab.close()


@pytest.mark.parametrize(
    "odd", ["a paragraph of 10,000 words", "a title of 2,000 characters", "nothing but words", "one"]
)
def test_what_is_odd_has_a_clear_state(browser: Any, make, tmp_path: Path, odd: str) -> None:
    if odd == "one":
        comparison = make.comparison([make.article("A boat.", outlet="O")[0]], [])
    else:
        body = "word " * 10_000 if odd.startswith("a para") else "A boat sank."
        title = "T" * 2000 if odd.startswith("a title") else ""
        made = [make.article(f"{body} ⟦x|{n} boats⟧.", title=title) for n in (1, 2)]
        sides = [make.side(at["x"], "ab"[n], None, one) for n, (one, at) in enumerate(made)]
        comparison = make.comparison([one for one, _ in made], [make.finding(sides)])
    tab, heard = opened(browser, comparison, tmp_path / "page.html")
    assert tab.locator("h1").text_content().strip()
    if odd == "one":
        assert "A comparison needs a second article" in tab.locator("main").text_content()
    else:
        tab.locator("details.f summary").first.click()
        assert tab.locator("mark.hit").count() == 2
        assert "No article carries a date" in tab.locator(".kick").text_content()
    assert tab.evaluate("document.documentElement.scrollWidth") <= WIDE
    assert heard == []
    tab.close()

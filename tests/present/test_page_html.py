"""The page: well-formed, self-contained, escaped; every mark leads to its words and back."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from conspectus import ingest
from conspectus.model import Comparison, Fact, Note, Rejection, Span
from conspectus.present.limits import LIMITS
from conspectus.present.outline import outline
from conspectus.present.page import page, policy, stylesheet
from conspectus.present.passages import direction, marks, passages
from conspectus.present.tools import keys, script

VOID = {"meta", "input", "br"}
ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<!--><script>alert(1)</script>",
    "<a href='javascript:alert(1)'>x</a>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<iframe src=//evil.example></iframe>",
    "\x00<scr\x00ipt>alert(1)</script>",
    "{{7*7}}${7*7}<%= 7*7 %>",
)


class Parsed(HTMLParser):
    """Tags, attributes and text of a page; fails on tags that do not nest."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, name: str) -> list[str]:
        return [attributes[name] or "" for _, attributes in self.tags if name in attributes]


def parsed(comparison: Comparison) -> Parsed:
    return Parsed(page(comparison).decode("utf-8"))


def test_the_page_is_well_formed_and_says_the_findings(ferry: Comparison) -> None:
    found = parsed(ferry)
    for words in (
        "Fog stopped the search",
        "212 (person)",
        "photo.png",
        "Not found in this article: B",
        "The figures differ.",
    ):
        assert words in found.text
    assert [tag for tag, _ in found.tags].count("details") == len(ferry.findings)


def test_every_link_inside_the_page_has_a_target_of_its_own(ferry: Comparison) -> None:
    found = parsed(ferry)
    ids = found.all("id")
    inside = [link[1:] for link in found.all("href") if link.startswith("#")]
    assert len(ids) == len(set(ids))
    assert set(inside) <= set(ids)
    assert sum(1 for one in inside if one.startswith("w-")) == sum(
        len(side.spans) for finding in ferry.findings for side in finding.sides
    )


@pytest.mark.parametrize("excerpts", [False, True])
def test_every_link_of_a_story_with_voices_and_dates_has_a_target(make, excerpts: bool) -> None:
    found = Parsed(page(make.several(3), excerpts).decode("utf-8"))
    ids = found.all("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in found.all("href") if link.startswith("#")} <= set(ids)
    assert ('href="#w-V1' in page(make.several(3), excerpts).decode("utf-8")) is not excerpts


def test_nothing_is_requested_and_the_one_script_is_ours(ferry: Comparison) -> None:
    found = parsed(ferry)
    assert {"img", "link", "iframe", "object"} & {tag for tag, _ in found.tags} == set()
    assert [attributes for tag, attributes in found.tags if tag == "script"] == [{}]
    assert [attributes for tag, attributes in found.tags if tag == "form"] == [{"method": "dialog"}]
    assert not any(word in script() for word in ("eval(", "innerHTML", "fetch(", "XMLHttpRequest", "import("))
    assert script().count("http") == 1  # the name of SVG
    assert not [name for _, attributes in found.tags for name in attributes if name.startswith("on") or name == "style"]
    assert all(link.startswith("#") for link in found.all("href"))
    assert "url(" not in stylesheet()
    assert "@import" not in stylesheet()


def test_the_documentation_lists_every_key_as_the_page_does() -> None:
    shown = Parsed(keys())
    told = (Path(__file__).parents[2] / "docs" / "page.md").read_text(encoding="utf-8")
    table = [line.split("|")[2].strip() for line in told.splitlines() if line.startswith("| `")]
    assert len(table) == 7
    assert all(does in shown.text for does in table)


def test_the_policy_allows_this_style_sheet_and_script_and_nothing_else(ferry: Comparison) -> None:
    policies = [a["content"] for tag, a in parsed(ferry).tags if a.get("http-equiv") == "Content-Security-Policy"]
    assert policies == [policy(stylesheet(), script())]
    assert len({policy(style, code) for style in "ab" for code in "ab"}) == 4
    assert policy("a", "b").startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy("a", "b")


@pytest.mark.parametrize("attack", ATTACKS)
def test_text_of_strangers_stays_text(make, attack: str) -> None:
    a, at = make.article(f"Before ⟦x|{attack}⟧ after.", title=attack, outlet=attack, date=attack)
    b, bt = make.article("Plain ⟦x|words⟧.", url=Fact(attack, "file", "url"))
    sides = [make.side(at["x"], "a", attack, a), make.side(bt["x"], "b", None, b)]
    found = make.finding(sides, title=attack, reason=attack, reconciled=attack)
    agreed = make.finding(sides, verdict="agree", severity=None, title=attack, origin=attack, id="9" * 12)
    comparison = make.comparison(
        [a, b], [found, agreed], notes=(Note("n", attack),), rejections=(Rejection(attack, "x", attack, attack),)
    )
    result = parsed(comparison)
    safe = attack.replace("\x00", "\ufffd")
    assert {tag for tag, _ in result.tags} <= {tag for tag, _ in parsed(make.two()).tags}
    assert not [name for _, attributes in result.tags for name in attributes if name.startswith("on")]
    assert result.text.count(safe) >= 10
    assert not [link for link in result.all("href") if "javascript" in link.lower()]


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://tarn-post.example/a?b=1&c=2", True),
        ("http://tarn-post.example/", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//tarn-post.example/", False),
        ("http://[bad", False),
        ("https://", False),
    ],
)
def test_only_web_addresses_are_linked(make, url: str, linked: bool) -> None:
    a, _ = make.article("Text.", url=Fact(url, "file", "url"))
    found = parsed(make.comparison([a]))
    assert (url in found.all("href")) is linked
    assert linked or url in found.text


def test_overlapping_spans_keep_every_word_and_every_mark(make) -> None:
    a, at = make.article("Of ⟦x|the twelve boats in the harbour⟧ nine sank.")
    start = at["x"].start
    spans = [at["x"], make.span(at["x"], 4, 16), make.span(at["x"], 11, 33), make.span(at["x"], 0, 3)]
    found = [make.finding([make.side(span)], id=f"{n}" * 12) for n, span in enumerate(spans)]
    comparison = make.comparison([a], found)
    marked = marks(comparison, outline(comparison))[a.id]
    result = Parsed(f"<div>{passages(a, marked)}</div>")
    assert result.text == a.body
    assert len(result.all("id")) == 4
    assert [mark.span.start - start for mark in marked] == [0, 0, 4, 11]


def test_words_outside_every_paragraph_are_shown_all_the_same(make) -> None:
    a, _ = make.article("First.\n\nSecond.\n\nThird.")
    kept = tuple(block for block in a.blocks if block.span.start != 8)
    a, _ = make.article("First.\n\nSecond.\n\nThird.", blocks=kept)
    assert Parsed(f"<div>{passages(a, [])}</div>").text.split() == ["First.", "Second.", "Third."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("12 قال الوزير", "rtl"), ("אמר", "rtl"), ("The minister", "ltr"), ("", "ltr"), ("12 …", "ltr")],
)
def test_direction_is_that_of_the_first_letter(text: str, expected: str) -> None:
    assert direction(text) == expected


def test_each_article_carries_its_language_and_direction(make) -> None:
    a, _ = make.article("قال الوزير")
    found = parsed(make.comparison([a]))
    texts = [attributes for _, attributes in found.tags if attributes.get("class") == "text"]
    assert [(one["lang"], one["dir"]) for one in texts] == [("en", "rtl")]


@pytest.mark.parametrize("count", [1, 2, 3, 40])
def test_any_number_of_articles(make, count: int) -> None:
    articles = [make.article(f"Article {n}.", title="T" * 2000)[0] for n in range(count)]
    found = parsed(make.comparison(articles))
    assert sum(1 for one in found.all("id") if one.startswith("article-")) == count
    assert "No difference was found in what was compared." in found.text


def test_excerpts_keep_the_paragraphs_of_findings_and_count_the_rest(make) -> None:
    a, at = make.article("First ⟦x|word⟧.\n\nSecond.\n\nThird.\n\nFourth ⟦y|word⟧.\n\nFifth.", title="Head")
    b, bt = make.article("Other ⟦x|word⟧.")
    comparison = make.comparison(
        [a, b], [make.finding([make.side(at["x"], "a", None, a), make.side(bt["x"], "b", None, b)])]
    )
    found = marks(comparison, outline(comparison))[a.id]
    shown = passages(a, found, excerpts=True)
    assert "First" in shown
    assert "Head" in shown
    assert "4 paragraphs left out" in shown
    assert not any(word in shown for word in ("Second", "Third", "Fourth", "Fifth"))
    assert "Second" in passages(a, found)


def test_a_title_that_the_text_repeats_is_shown_once_with_the_marks_of_both(make) -> None:
    a, at = make.article("  ⟦x|Ferry⟧ turns over\n\nIt sank.", title="Ferry turns over")
    b, bt = make.article("A ⟦x|ferry⟧.")
    sides = [
        make.side(at["x"], "a", None, a),
        make.side(Span(a.id, "title", 6, 11), "a", None, a),
        make.side(bt["x"], "b", None, b),
    ]
    comparison = make.comparison([a, b], [make.finding(sides)])
    shown = passages(a, marks(comparison, outline(comparison))[a.id])
    assert Parsed(f"<div>{shown}</div>").text.split() == ["Ferry", "turns", "over", "It", "sank."]
    assert shown.count("<mark") == 2
    assert shown.count(' id="w-') == 2


def test_each_section_says_how_much_it_finds(ferry: Comparison) -> None:
    written = page(ferry).decode()
    assert all(limit in written for limit in (LIMITS["differ"], LIMITS["agree"], LIMITS["only"]))


def test_the_page_is_never_taken_for_an_article(make, tmp_path: Path) -> None:
    (tmp_path / "story.html").write_bytes(page(make.two()))
    taken = ingest(str(tmp_path))
    assert ([one.code for one in taken.rejections], taken.articles) == (["own result"], ())

"""Web pages: the article without its furniture, and only those facts that the markup states."""

import json
import socket
from pathlib import Path

import pytest

from conspectus import ingest
from conspectus.model import Article, Fact

FIRST = "The bridge at Velmora will close on Monday and stay closed for a year, the mayor said at the town hall."
SECOND = "“It is old and weak,” Dana Orlu said on 12 March 2019. “Nobody has repaired it in twenty years.”"
STORY = f"<h1>Bridge to close</h1><p>{FIRST}</p><p>{SECOND}</p>"
ADDRESS = "https://www.tarnpost.example/2021/05/23/bridge"
NOBODY = Fact(None, "nobody", "the page's markup gives none")


def page(head: str = "", story: str = STORY, charset: str = "utf-8") -> bytes:
    html = f"""<html><head><meta charset="{charset}">{head}</head><body><nav><a href="/s">Sport</a></nav>
    <article>{story}</article><div class="comments"><p>First!</p></div><footer>© 2020 Tarn Post Ltd</footer></body></html>"""
    return html.encode(charset, "xmlcharrefreplace")


def one_of(tmp_path: Path, data: bytes, name: str = "a.html") -> Article:
    (tmp_path / name).write_bytes(data)
    taken = ingest(tmp_path / name)
    assert taken.rejections == ()
    return taken.articles[0]


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def test_a_short_article_keeps_its_paragraphs(tmp_path: Path) -> None:
    one = one_of(tmp_path, page(story="<h1>Fog</h1><time>May 23</time><p>The ferry is late.</p><p>Fog is why.</p>"))
    assert [line for line in one.body.split("\n") if line.endswith(".")] == ["The ferry is late.", "Fog is why."]


GRAPH = (
    '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, '
    '{"@type": ["Thing", "ReportageNewsArticle"], "datePublished": "2021-05-23"}]}</script>'
)
PUBLISHED = [
    ('<meta property="article:published_time" content="2021-05-23T10:40Z">', "2021-05-23T10:40Z", "meta article:published_time"),
    ('<meta content="2021-05-23" itemprop="datePublished">', "2021-05-23", "meta datepublished"),
    (linked(datePublished="2021-05-23T08:40:00Z"), "2021-05-23T08:40:00Z", "JSON-LD datePublished"),
    (GRAPH, "2021-05-23", "JSON-LD datePublished"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "value", "where"), PUBLISHED, ids=range(len(PUBLISHED)))
def test_the_date_that_the_markup_states(tmp_path: Path, head: str, value: str, where: str) -> None:
    assert one_of(tmp_path, page(head)).published == Fact(value, "file", where)


@pytest.mark.parametrize(("mark", "value"), [('itemprop="datePublished"', "2021-05-23"), ("", None)])
def test_a_time_element_counts_only_where_it_is_marked(tmp_path: Path, mark: str, value: str | None) -> None:
    time = f'<time {mark} datetime="2021-05-23">May 23</time>'
    assert one_of(tmp_path, page(story=STORY + time)).published.value == value


NOT_STATED = [
    f'<link rel="canonical" href="{ADDRESS}">',
    f'<meta property="og:url" content="{ADDRESS}"><meta name="twitter:site" content="@tarnpost">',
    '<meta property="article:modified_time" content="2020-01-02"><title>Bridge | tarnpost.example</title>',
    '<script type="application/ld+json">{broken</script>',
]


@pytest.mark.parametrize("head", NOT_STATED, ids=range(len(NOT_STATED)))
def test_neither_date_nor_outlet_is_guessed_from_address_text_or_footer(tmp_path: Path, head: str) -> None:
    one = one_of(tmp_path, page(head))
    assert (one.published, one.outlet) == (NOBODY, NOBODY)


def test_outlet_address_and_authors(tmp_path: Path) -> None:
    head = f'<link rel="canonical" href="{ADDRESS}">' + linked(
        publisher={"name": "Tarn Post"}, author=[{"name": "B. Quill"}]
    )
    one = one_of(tmp_path, page(head))
    assert one.outlet == Fact("Tarn Post", "file", "JSON-LD publisher")
    assert (one.url, one.authors) == (Fact(ADDRESS, "file", "canonical link"), ("B. Quill",))


UMLAUT = STORY + "<p>Der Bürgermeister ‘Märten’ sagte nichts weiter zu der alten Brücke.</p>"
CYRILLIC = "<p>Мост в Вельморе закроют в понедельник на целый год, сказал мэр города.</p>" * 2
CHARSETS = [
    ("windows-1252", UMLAUT, "Bürgermeister ‘Märten’", "cp1252"), ("iso-8859-1", UMLAUT, "Bürgermeister ‘Märten’", "cp1252"),
    ("utf-16", UMLAUT, "Bürgermeister ‘Märten’", "utf-16-le"), ("windows-1251", CYRILLIC, "сказал мэр города", "windows-1251"),
]  # fmt: skip


@pytest.mark.parametrize(("charset", "story", "words", "encoding"), CHARSETS, ids=[one[0] for one in CHARSETS])
def test_the_declared_encoding(tmp_path: Path, charset: str, story: str, words: str, encoding: str) -> None:
    one = one_of(tmp_path, page(story=story, charset=charset))
    assert words in one.body
    assert (one.raw.encoding, one.raw.replaced) == (encoding, 0)


def test_bad_bytes_of_a_page_are_counted_and_spoil_nothing_else(tmp_path: Path) -> None:
    one = one_of(tmp_path, page(story=UMLAUT).replace("ü".encode(), b"\xfc", 1).replace(b"nichts", b"ni\x00chts"))
    assert one.raw.replaced == 2
    assert "B\ufffdrgermeister ‘Märten’ sagte ni\ufffdchts weiter zu der alten Brücke." in one.body


NOTICE = "We use cookies and similar technologies. You can accept all cookies or manage your preferences in settings. "
NO_ARTICLE = [
    f"<html><body><p>{NOTICE * 3}</p><p>Our partners process data with your consent.</p></body></html>",
    "<html><body><p>Please enable JavaScript in your browser to read on.</p></body></html>",
    "<html><body><ul><li><a href='/'>Home</a><li><a href='/s'>Sport</a></ul></body></html>",
    ADDRESS,
]


@pytest.mark.parametrize("html", NO_ARTICLE, ids=range(len(NO_ARTICLE)))
def test_a_page_without_an_article(tmp_path: Path, html: str) -> None:
    (tmp_path / "a.html").write_text(html)
    assert [one.code for one in ingest(tmp_path).rejections] == ["no article"]


def test_short_news_about_consent_is_an_article(tmp_path: Path) -> None:
    words = (
        "A privacy law passed on Friday. Websites must ask for consent before they set cookies, she said. “We waited.”"
    )
    assert words in one_of(tmp_path, page(story=f"<h1>News</h1><p>{words}</p>")).body


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fetched(*_args: object, **_more: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", fetched)
    monkeypatch.setattr(socket, "getaddrinfo", fetched)
    frame = '<iframe src="http://tracker.example/x"></iframe><img src="http://tracker.example/y.png">'
    assert FIRST in one_of(tmp_path, page(f'<link rel="canonical" href="{ADDRESS}">', frame + STORY), "a.txt").body

"""Comparison → one self-contained HTML page: no request, readable from disk, complete without its script.

Everything an article, a file name or an option brings in is escaped; the content security policy allows
the page's own style sheet and script, by their hashes, and nothing else.
"""

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from importlib import resources
from urllib.parse import urlsplit

from conspectus.model import Article, Comparison
from conspectus.present import tools, wording
from conspectus.present.decided import put_right
from conspectus.present.findings import finding_html, row_link
from conspectus.present.heard import heard_html
from conspectus.present.lead import lead
from conspectus.present.noted import noted
from conspectus.present.outline import Outline, Section, outline
from conspectus.present.passages import direction, marks, passages
from conspectus.present.safe import for_page


def page(comparison: Comparison, excerpts: bool = False) -> bytes:
    """The comparison as one HTML document, UTF-8; with ``excerpts`` the texts hold only what findings point into."""
    laid = outline(comparison)
    style, script = stylesheet(), tools.script()
    body = "\n".join([*_findings(comparison, laid), *_texts(comparison, laid, excerpts)])
    # No paragraph of the page is in a language other than English unless it says so itself.
    document = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{text(laid.title)} · Conspectus</title>
<style>{style}</style>
</head>
<body class="{columns(len(comparison.articles))}" data-story="{story(comparison)}">
{body}
{tools.READ}
{tools.review()}
{tools.keys()}
<script>{script}</script>
</body>
</html>
"""
    return document.encode("utf-8")


def text(words: str) -> str:
    """Words of strangers, escaped for element content and quoted attributes."""
    return escape(for_page(words), quote=True)


def stylesheet() -> str:
    return resources.files("conspectus.present").joinpath("page.css").read_text(encoding="utf-8")


def policy(style: str, script: str) -> str:
    """The content security policy: this style sheet and this script, and nothing else."""
    allowed = f"style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")


def story(comparison: Comparison) -> str:
    """Names the set of articles, in whatever order: under it a browser keeps what a person decided."""
    ids = sorted(article.id for article in comparison.articles)
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()[:12]


def columns(articles: int) -> str:
    """The class that lays the texts out: side by side up to two, in rows of two beyond, marked when many."""
    return "one" if articles == 1 else "two" if articles == 2 else "some" if articles <= 6 else "some many"


def _findings(comparison: Comparison, laid: Outline) -> Iterator[str]:
    yield '<a class="skip" href="#texts">To the articles</a>'
    yield "<main>"
    yield tools.bar()
    yield f'<h1 dir="auto">{text(laid.title)}</h1>'
    yield from _articles(comparison, laid)
    yield '<div class="lead">'
    for sentence in lead(laid):
        yield f"<p>{''.join(row_link(p.row, p.text) if p.row else text(p.text) for p in sentence)}</p>"
    yield "</div>"
    yield '<nav class="secs" aria-label="Findings">'
    for one in laid.sections:
        yield (
            f'<a class="{one.key}" href="#{one.key}"><span class="gl" aria-hidden="true">{one.glyph}</span> '
            f"{wording.SECTIONS[one.key]} <b>{len(one.rows):,}</b></a>"
        )
    yield "</nav>"
    for one in laid.sections:
        yield from _section(comparison, laid, one)
    if comparison.heard:
        yield from heard_html(comparison)
    yield from _foot(comparison)
    yield "</main>"


def _articles(comparison: Comparison, laid: Outline) -> Iterator[str]:
    yield '<ul class="articles">'
    for siglum, article in zip(laid.sigla, comparison.articles, strict=True):
        link = address(article)
        known = {
            "siglum": siglum, "outlet": article.outlet.value, "date": article.published.value,
            "address": article.url.value, "sha256": article.raw.sha256,
        }  # fmt: skip
        data = " ".join(f'data-{name}="{text(value)}"' for name, value in known.items() if value)
        yield (
            f'<li {data}><a class="sg" href="#article-{siglum}">{siglum}</a> <span class="who" dir="auto">'
            f"{text(wording.outlet(article))}</span> <span>{wording.words(article)}</span> "
            f"<span>{text(wording.date(article))}</span> <code>sha256 {text(article.raw.sha256[:12])}</code>{link}</li>"
        )
    yield "</ul>"


def address(article: Article) -> str:
    """A link to where the article was published; only for web addresses, everything else stays text."""
    url = article.url.value
    if not url:
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = None
    if parts and parts.scheme in ("http", "https") and parts.hostname:
        return f' <a href="{text(url)}" rel="noopener noreferrer">{text(parts.hostname)}</a>'
    return f' <span class="url">{text(url)}</span>'


def _section(comparison: Comparison, laid: Outline, section: Section) -> Iterator[str]:
    says = section.says if section.rows else "none found"
    yield f'<section class="s {section.key}" id="{section.key}">'
    yield (
        f'<h2 data-name="{section.heading}"><span class="gl" aria-hidden="true">{section.glyph}</span> '
        f"{section.heading} "
        f"<small>{len(section.rows):,} {says}</small></h2>"
    )
    for group in section.groups:
        if group.heading != section.heading:
            count = f" {len(group.rows):,}" if section.key != "differ" else ""
            yield f'<p class="lv"><b>{group.heading}</b>{count} {group.says}</p>'
        for row in group.rows:
            yield finding_html(comparison, laid, section, row)
    yield "</section>"


def _foot(comparison: Comparison) -> Iterator[str]:
    right = list(put_right(comparison))
    if right:
        yield '<section class="s"><h2>Put right</h2><ul class="plain">'
        yield from (f'<li dir="auto">{text(said)}</li>' for said in right)
        yield "</ul></section>"
    notes = list(noted(comparison))
    if notes:
        yield '<section class="s"><h2>Notes</h2><ul class="plain">'
        yield from (f'<li dir="auto">{f"{siglum}: " if siglum else ""}{text(said)}</li>' for siglum, said in notes)
        yield "</ul></section>"
    if comparison.rejections:
        yield f'<section class="s"><h2>Not read <small>{len(comparison.rejections):,}</small></h2>'
        yield '<p>Nothing on this page covers these inputs.</p><ul class="plain">'
        for one in comparison.rejections:
            yield f"<li><code>{text(one.name)}</code>: {text(one.reason)}; {text(one.advice)}</li>"
        yield "</ul></section>"
    made = ", ".join(f"{one.component} {one.version}" for one in comparison.made)
    yield f"<footer>Made by {text(made)}. A finding is words side by side, not a verdict.</footer>"


def _texts(comparison: Comparison, laid: Outline, excerpts: bool) -> Iterator[str]:
    marked = marks(comparison, laid)
    yield '<aside id="texts" aria-label="The articles">'
    yield '<h2 class="vh">The articles</h2>'
    yield from _layers(laid)
    if excerpts:
        yield '<p class="gap note">Excerpts: this page holds only the paragraphs that findings point into.</p>'
    yield '<div class="cols">'
    for siglum, article in zip(laid.sigla, comparison.articles, strict=True):
        yield from _text(siglum, article, passages(article, marked[article.id], excerpts))
    yield "</div>"
    yield "</aside>"


def _layers(laid: Outline) -> Iterator[str]:
    """Which findings the texts underline: one kind at a time, chosen without a script."""
    yield '<fieldset class="layers"><legend>Underlined</legend>'
    names = [(section.key, wording.SECTIONS[section.key]) for section in laid.sections]
    for key, name in (*names, ("nothing", "Nothing")):
        checked = " checked" if key == "differ" else ""
        yield (
            f'<label class="{key}"><input type="radio" name="layer" id="layer-{key}"{checked}> '
            f"<span>{name}</span></label>"
        )
    yield "</fieldset>"


def _text(siglum: str, article: Article, paragraphs: str) -> Iterator[str]:
    language = article.language.code or ""
    headed = "" if wording.headline(article) else "headed "
    yield f'<article class="{headed}col" id="article-{siglum}" tabindex="0" aria-label="Article {siglum}">'
    yield (
        f'<header><span class="sg">{siglum}</span> <b dir="auto">{text(wording.outlet(article))}</b> '
        f"<span>{text(wording.date(article))}</span></header>"
    )
    yield f'<div class="text" lang="{text(language)}" dir="{direction(article.body)}">'
    yield paragraphs
    yield "</div></article>"

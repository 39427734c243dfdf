"""Comparison → one self-contained HTML page: no request, readable from disk, complete without its script.

Everything an article, a file name or an option brings in is escaped; the content security policy allows
the page's own style sheet and script, by their hashes, and nothing else.
"""

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import resources

from conspectus.model import Article, Comparison, story_id
from conspectus.present import tools, wording
from conspectus.present.outline import Outline, outline
from conspectus.present.parts import findings_html, text
from conspectus.present.passages import Mark, direction, marks, passages
from conspectus.present.said import said_rows
from conspectus.present.timeline import time_rows


def page(comparison: Comparison, excerpts: bool = False) -> bytes:
    """The comparison as one HTML document, UTF-8; with ``excerpts`` the texts hold only what findings point into."""
    laid = outline(comparison)
    said, dated = ([replace(row, linked=not excerpts) for row in rows(comparison)] for rows in (said_rows, time_rows))
    style, script = stylesheet(), tools.script()
    marked = marks(comparison, laid, () if excerpts else (*said, *dated))
    body = "\n".join([
        "<main>", *findings_html(comparison, laid, said, dated), "</main>",
        *_texts(comparison, laid, marked, excerpts),
    ])  # fmt: skip
    # No paragraph of the page is in a language other than English unless it says so itself.
    document = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="Conspectus">
<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{text(laid.title)} · Conspectus</title>
<style>{style}</style>
</head>
<body class="{columns(len(comparison.articles))}" data-story="{story(comparison)}">
<a class="skip" href="#texts">To the articles</a>
{tools.bar(text(laid.title))}
<div class="lay">
{body}
</div>
{tools.READ}
{tools.review()}
{tools.keys()}
<script>{script}</script>
</body>
</html>
"""
    return document.encode("utf-8")


def stylesheet() -> str:
    """The style sheet, without indents."""
    css = resources.files("conspectus.present").joinpath("page.css").read_text(encoding="utf-8")
    return "\n".join(line.strip() for line in css.splitlines())


def policy(style: str, script: str) -> str:
    """The content security policy: this style sheet and this script, and nothing else."""
    allowed = f"style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")


def story(comparison: Comparison) -> str:
    """Names the set of articles, in whatever order: under it a browser keeps what a person decided."""
    return story_id(article.id for article in comparison.articles)


def columns(articles: int) -> str:
    """The class that lays the texts out: side by side up to two, in rows of two beyond, marked when many."""
    if articles <= 2:
        return "two" if articles == 2 else "one"
    return "some" if articles <= 6 else "some many" if articles <= 12 else "some many crowd"


def _texts(
    comparison: Comparison, laid: Outline, marked: Mapping[str, Sequence[Mark]], excerpts: bool
) -> Iterator[str]:
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
    for key, name in (*names[:-1], ("said", "Said"), ("time", "Time"), *names[-1:], ("nothing", "Nothing")):
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
        f'<header><span class="sg">{siglum}</span> <span><b dir="auto">{text(wording.outlet(article))}</b> '
        f"<small>{text(wording.date(article))} · {wording.words(article)}</small></span></header>"
    )
    yield f'<div class="text" lang="{text(language)}" dir="{direction(article.body)}">'
    yield paragraphs
    yield "</div></article>"

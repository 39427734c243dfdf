"""Comparison → one self-contained HTML page: no request, readable from disk, complete without its script.

Everything an article, a file name or an option brings in is escaped; the content security policy allows
the page's own style sheet and script, by their hashes, and nothing else.
"""

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib import resources
from urllib.parse import urlsplit

from conspectus.model import Article, Comparison, story_id
from conspectus.present import tools, wording
from conspectus.present.aside import Aside, AsideKey
from conspectus.present.bars import bars_html
from conspectus.present.decided import put_right
from conspectus.present.findings import finding_html, row_link
from conspectus.present.lead import lead
from conspectus.present.noted import noted
from conspectus.present.outline import Key, Outline, Section, outline
from conspectus.present.passages import Mark, direction, marks, passages
from conspectus.present.safe import for_page
from conspectus.present.said import HEADING as SAID
from conspectus.present.said import SAYS as SAID_SAYS
from conspectus.present.said import said_html, said_rows
from conspectus.present.sharing import sharing_html
from conspectus.present.timeline import HEADING as TIME
from conspectus.present.timeline import SAYS as TIME_SAYS
from conspectus.present.timeline import time_html, time_rows

FOLD = 4
"""Rows of a group that are no differences and stand open; the rest is folded behind their number."""
UNFOLDED: tuple[Key, ...] = ("differ", "accused", "inside", "unknown")
NOTHING_IN: dict[Key | AsideKey, str] = {
    "differ": "No difference was found in what was compared.",
    "agree": "None found.",
    "only": "None found.",
    "unknown": "Nothing that was looked for stayed open.",
    "said": "No words are credited to anybody.",
}
"""What a section says that holds nothing; sections that are left out then have no line here."""


def page(comparison: Comparison, excerpts: bool = False) -> bytes:
    """The comparison as one HTML document, UTF-8; with ``excerpts`` the texts hold only what findings point into."""
    laid = outline(comparison)
    said, dated = said_rows(comparison), time_rows(comparison)
    style, script = stylesheet(), tools.script()
    marked = marks(comparison, laid, () if excerpts else (*said, *dated))
    body = "\n".join([
        *_findings(comparison, laid, said, dated),
        *_texts(comparison, laid, marked, excerpts),
    ])  # fmt: skip
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


def text(words: str) -> str:
    """Words of strangers, escaped for element content and quoted attributes."""
    return escape(for_page(words), quote=True)


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


def _findings(comparison: Comparison, laid: Outline, said: Sequence[Aside], dated: Sequence[Aside]) -> Iterator[str]:
    yield "<main>"
    about = f"{wording.days(comparison.articles)} · {wording.number(len(comparison.articles), 'article')}"
    yield f'<p class="kick">{text(about[:1].upper() + about[1:])}</p>'
    yield f'<h1 dir="auto">{text(wording.titled(laid.title))}</h1>'
    keys = {row.finding.id: one.key for one in laid.sections for row in one.rows}
    yield '<p class="lead">'
    for sentence in lead(laid):
        pieces = (row_link(p.row, p.text, keys[p.row.finding.id]) if p.row else text(p.text) for p in sentence)
        yield f"{''.join(pieces)} "
    yield "</p>"
    yield from bars_html(comparison, laid)
    parts = list(_parts(comparison, laid, said, dated))
    yield '<nav class="secs" aria-label="Findings">'
    for part in parts:
        yield f'<a class="{part.key}" href="#{part.key}">{part.short} <b>{part.count:,}</b></a>'
    yield "</nav>"
    for part in parts:
        yield from _section(laid, part)
    yield from _foot(comparison, laid)
    yield "</main>"


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the page; ``body`` is HTML, empty where nothing was found."""

    key: Key | AsideKey
    short: str
    glyph: str
    heading: str
    says: str
    count: int
    body: str


def _parts(comparison: Comparison, laid: Outline, said: Sequence[Aside], dated: Sequence[Aside]) -> Iterator[Part]:
    """The sections in their order: what was read stands behind what was found, could not tell comes last."""
    for one in laid.sections:
        if one.key == "unknown" and comparison.heard:
            body = "".join(said_html(comparison, laid, said))
            yield Part("said", "Said", "›", SAID, SAID_SAYS, len(said), body)
        if one.key == "unknown" and dated:
            body = "".join(time_html(laid, dated))
            yield Part("time", "Time", "↓", TIME, TIME_SAYS, len(dated), body)
        says = wording.EXPLAINED[one.key] if one.rows else one.says if one.key != "unknown" else ""
        body = "".join(_groups(comparison, laid, one))
        if one.key == "origins":
            body += "".join(sharing_html(comparison))
        yield Part(one.key, wording.SECTIONS[one.key], one.glyph, one.heading, says, len(one.rows), body)


def _section(laid: Outline, part: Part) -> Iterator[str]:
    yield f'<section class="s {part.key}" id="{part.key}"><div class="sh">'
    yield (
        f'<h2 data-name="{part.heading}"><span class="gl" aria-hidden="true">{part.glyph}</span> {part.heading}</h2>'
    )
    if part.count:
        yield f'<span class="sigs" aria-hidden="true">{"".join(f"<i>{one}</i>" for one in laid.sigla)}</span>'
    yield "</div>"
    yield f'<p class="sub">{part.says if part.count else NOTHING_IN[part.key]}</p>'
    yield f"{part.body}</section>"


def _groups(comparison: Comparison, laid: Outline, section: Section) -> Iterator[str]:
    """The rows under their headings; long groups that are no differences are folded behind their first rows."""
    for group in section.groups:
        if group.heading != section.heading:
            count = f"<small>{len(group.rows):,}</small>"
            yield f'<p class="lv"><b>{group.heading}</b> <span>{group.says}</span> {count}</p>'
        shown = group.rows if section.key in UNFOLDED or len(group.rows) <= FOLD + 1 else group.rows[:FOLD]
        yield from (finding_html(comparison, laid, section, row) for row in shown)
        if len(shown) < len(group.rows):
            where = f" {group.heading[0].lower()}{group.heading[1:]}" if section.key == "only" else ""
            yield f'<details class="more"><summary>and {len(group.rows) - FOLD:,} more{where}</summary>'
            yield from (finding_html(comparison, laid, section, row) for row in group.rows[FOLD:])
            yield "</details>"


def _articles(comparison: Comparison, laid: Outline) -> Iterator[str]:
    """What was compared: outlet, date, address and hash of each article."""
    yield '<section class="s"><h2>What was compared</h2><ul class="articles">'
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
    yield "</ul></section>"


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


def _foot(comparison: Comparison, laid: Outline) -> Iterator[str]:
    yield from _articles(comparison, laid)
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

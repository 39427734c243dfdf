"""The findings' side of the page, which a notebook shows too: title, lead, bars, sections, what was compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from conspectus.model import Article, Comparison
from conspectus.present import wording
from conspectus.present.aside import Aside, AsideKey
from conspectus.present.bars import bars_html
from conspectus.present.decided import put_right
from conspectus.present.findings import finding_html, row_link
from conspectus.present.lead import lead
from conspectus.present.limits import LIMITS
from conspectus.present.noted import noted
from conspectus.present.outline import Key, Outline, Section
from conspectus.present.safe import for_page
from conspectus.present.said import HEADING as SAID
from conspectus.present.said import SAYS as SAID_SAYS
from conspectus.present.said import said_html
from conspectus.present.sharing import sharing_html
from conspectus.present.timeline import HEADING as TIME
from conspectus.present.timeline import SAYS as TIME_SAYS
from conspectus.present.timeline import time_html

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


def text(words: str) -> str:
    """Words of strangers, escaped for element content and quoted attributes."""
    return escape(for_page(words), quote=True)


def findings_html(
    comparison: Comparison, laid: Outline, said: Sequence[Aside], dated: Sequence[Aside]
) -> Iterator[str]:
    """Title, lead, bars, sections and foot: all of the page but the texts."""
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
    limit = next((said for key, said in LIMITS.items() if key == part.key), "")
    yield f'<p class="sub">{part.says if part.count else NOTHING_IN[part.key]} {limit}</p>'
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
            "siglum": siglum, "article": article.id, "outlet": article.outlet.value, "date": article.published.value,
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

"""RSS and Atom files: an article for each entry, as far as the feed carries its text. Nothing is fetched.

Spans refer to the text of the entry's HTML; its raw bytes are the entry's fields as JSON, since a parser of feeds does
not keep their places.
"""

import json
import re
from typing import Any

from conspectus.ingest.draft import Draft, Drafts, Given, Input, is_blank
from conspectus.model import Rejection

LOOKED_FOR = "the feed gives none"
_BREAK = re.compile(r"<(?:br|/p|/div|/h\d|/li|/blockquote)\b[^>]*>", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t]*\n\s*\n\s*")


def drafts(given: Input) -> Drafts:
    import feedparser

    # Cleaning is for those who show HTML; here only its text is taken.
    found = feedparser.parse(given.data, sanitize_html=False, resolve_relative_uris=False)
    if not found.entries:
        yield Rejection(given.name, "feed", "this feed has no entries", "save the articles themselves, and give those")
    outlet = _given(found.feed.get("title"), "the feed's title")
    for number, entry in enumerate(found.entries):
        yield _draft(f"{given.name}[{number}]", entry, outlet, (found.encoding or "utf-8", feedparser.__version__))


def _draft(name: str, entry: Any, outlet: Given | None, how: tuple[str, str]) -> Draft | Rejection:
    whole = next((one.get("value", "") for one in entry.get("content", ()) if one.get("value")), "")
    body = _text(whole or entry.get("summary", ""))
    if is_blank(body):
        return Rejection(name, "no text", "this entry carries no text", "save the article it leads to, and give that")
    fields = ("title", "link", "published", "updated", "author", "summary")
    raw = {field: held for field in fields if isinstance(held := dict.get(entry, field), str)} | {"content": whole}
    notes = () if whole else (("summary", "the feed carries a summary of this article, not its text"),)
    authors = tuple(one["name"] for one in entry.get("authors", ()) if isinstance(one.get("name"), str))
    return Draft(
        name, json.dumps(raw, ensure_ascii=False).encode("utf-8", "replace"), "application/feed+json", how[0], 0,
        "feedparser", how[1], body, LOOKED_FOR, title=_text(entry.get("title", "")), outlet=outlet,
        published=_given(dict.get(entry, "published") or dict.get(entry, "updated"), "the entry's date"),
        url=_given(entry.get("link"), "the entry's link"), authors=authors, notes=notes,
    )  # fmt: skip


def _text(html: str) -> str:
    """The text of a piece of HTML, a paragraph a line."""
    if "<" not in html and "&" not in html:
        return html.strip()
    from lxml import etree
    from lxml.html import fromstring

    try:
        text = str(fromstring(f"<div>{_BREAK.sub(chr(10) * 2, html)}</div>").text_content())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    return _BLANKS.sub("\n\n", text).strip()


def _given(value: Any, where: str) -> Given | None:
    return Given(value.strip(), where) if isinstance(value, str) and value.strip() else None

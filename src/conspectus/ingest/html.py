"""Web pages, through trafilatura: the main text without navigation, comments and scripts. Nothing is fetched.

Spans refer to the extracted text; the page's bytes and the extractor's version stand beside it.
"""

from conspectus.ingest.draft import Draft, Drafts, Given, Input
from conspectus.model import Rejection

LOOKED_FOR = "the page's markup gives none"
_CONSENT = ("cookie", "consent", "javascript", "subscribe", "privacy")


def drafts(given: Input) -> Drafts:
    import trafilatura
    from trafilatura.settings import Document

    tree = trafilatura.load_html(given.data)
    page = None if tree is None else trafilatura.bare_extraction(tree, include_comments=False, with_metadata=True)
    found = page if isinstance(page, Document) else None
    body = (found.text or "").strip() if found is not None else ""
    if found is None or not body or _only_notice(body):
        yield Rejection(
            given.name, "no article", "no article was found on this page",
            "save the page once its text shows, or give the text itself",
        )  # fmt: skip
        return
    yield Draft(
        given.name, given.data, "text/html", None, body.count("\ufffd"), "trafilatura", trafilatura.__version__, body,
        LOOKED_FOR,
        title=(found.title or "").strip(), outlet=_given(found.sitename, "site name of the page"),
        published=_given(_published(given.data) or found.date, "date in the page's markup"),
        url=_given(found.url, "address in the page's markup"),
        authors=tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
    )  # fmt: skip


def _only_notice(body: str) -> bool:
    """A few words that speak of cookies or consent are no article."""
    few = len(body.split()) < 80
    return few and any(word in body.lower() for word in _CONSENT) and body.count("\n") < 4


def _given(value: str | None, where: str) -> Given | None:
    return Given(value, where) if value else None


def _published(data: bytes) -> str | None:
    """The publication time with its clock, where the page's head states it; trafilatura keeps the day only."""
    import re

    head = data[:200_000].decode("utf-8", "replace")
    for tag in re.findall(r"<meta\b[^>]*>", head, re.IGNORECASE):
        if re.search(
            r"""(?:property|name|itemprop)\s*=\s*["'](?:article:published_time|datePublished)["']""", tag, re.IGNORECASE
        ):
            value = re.search(r"""content\s*=\s*["']([^"']+)["']""", tag, re.IGNORECASE)
            if value:
                return value.group(1)
    return None

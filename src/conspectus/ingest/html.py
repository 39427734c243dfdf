"""Web pages: the main text through trafilatura, the facts out of the markup. Nothing is fetched.

Spans refer to the extracted text; the page's bytes and the extractor's version stand beside it.
"""

import re
from configparser import ConfigParser
from typing import Any

from conspectus.ingest.charset import page_text
from conspectus.ingest.draft import Draft, Drafts, Input, quiet
from conspectus.ingest.markup import stated
from conspectus.model import Rejection

LOOKED_FOR = "the page's markup gives none"
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SHORTEST = "50"
"""Characters from which trafilatura trusts its main extractor; below, its stand-in runs paragraphs together."""
_CONSENT = re.compile(
    r"\b(?:cookies?|consent\w*|privacy|preferences|settings|partners?|vendors?|javascript|subscri\w+|accept\w*|browser"
    r"|enable\w*|sign in|log in|advertising|personali[sz]ed)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\b(?:you|your|we use|(?:we|site|website) uses?)\b|enable javascript|accept all", re.IGNORECASE)
_ENDS = tuple('.!?…。！？؟।"”’»')
_LINE = 40
_LONGEST_NOTICE = 300
_DENSE = 0.08


def drafts(given: Input) -> Drafts:
    import trafilatura

    quiet("trafilatura")
    quiet("htmldate")
    page = page_text(given.data, given.charset)
    # A string that declares an encoding is refused by the parser; this one is decoded already.
    tree = trafilatura.load_html(_DECLARATION.sub("", page.text, count=1))
    facts = None if tree is None else stated(tree)
    found = None if tree is None else _extracted(tree)
    body = (found.text or "").strip() if found is not None else ""
    if found is None or facts is None or not _has_sentence(body) or _is_notice(body):
        yield Rejection(
            given.name, "no article", "no article was found on this page",
            "save the page once its text shows, or give the text itself",
        )  # fmt: skip
        return
    byline = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    yield Draft(
        given.name, given.data, "text/html", page.encoding, page.replaced, "trafilatura", trafilatura.__version__, body,
        LOOKED_FOR, title=(found.title or "").strip(), outlet=facts.outlet, published=facts.published, url=facts.url,
        authors=facts.authors or byline,
    )  # fmt: skip


def _extracted(tree: Any) -> Any:
    """trafilatura's document, or None where it finds no text."""
    import trafilatura
    from trafilatura.settings import Document, use_config

    config: ConfigParser = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", _SHORTEST)
    page = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=True, config=config)
    return page if isinstance(page, Document) else None


def _has_sentence(body: str) -> bool:
    """A line that ends like a sentence or is as long as one; the labels of a menu are neither."""
    return any(line.strip().endswith(_ENDS) or len(line) >= _LINE for line in body.split("\n"))


def _is_notice(body: str) -> bool:
    """A short text that speaks to its reader of cookies, consent or signing in at every turn is no article."""
    words = len(body.split())
    told = len(_CONSENT.findall(body))
    return words < _LONGEST_NOTICE and told >= max(2, _DENSE * words) and bool(_ADDRESS.search(body))

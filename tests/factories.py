"""What tests build with: an article from plain words, and texts with the expected spans marked inside."""

import hashlib
import re

from conspectus.model import Article, Fact, Language, Raw, article_id
from conspectus.text.blocks import blocks

_TAG = re.compile(r"<(/?)([a-z_]+[0-9]*)>")


def article(
    body: str, title: str = "", outlet: str | None = None, published: str | None = None, name: str = "a.txt"
) -> Article:
    """The article that taking in a plain text would give."""
    identity = article_id(title, body)
    data = body.encode("utf-8", "surrogatepass")
    return Article(
        id=identity,
        title=title,
        body=body,
        blocks=blocks(identity, body, title),
        outlet=_fact(outlet),
        published=_fact(published),
        url=_fact(None),
        authors=(),
        language=Language("en", 1.0, "given by the test"),
        raw=Raw(name, data, hashlib.sha256(data).hexdigest(), "text/plain", "utf-8", 0, "test", "1"),
    )


def _fact(value: str | None) -> Fact:
    return Fact(value, "nobody", "not given by the test") if value is None else Fact(value, "person", "the test")


def marked(text: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """``text`` without its tags, and for each tag name the half-open offsets of what it held, in order.

    ``<who>The mayor</who> <cue>said</cue> <what>the bridge <when>soon</when> closes</what>``: tags may nest,
    names are lower-case letters, also with digits at the end. An unmatched tag is a ValueError.
    """
    plain: list[str] = []
    length, last = 0, 0
    opened: list[tuple[str, int]] = []
    found: dict[str, list[tuple[int, int]]] = {}
    for tag in _TAG.finditer(text):
        plain.append(text[last : tag.start()])
        length += tag.start() - last
        last = tag.end()
        if not tag[1]:
            opened.append((tag[2], length))
        elif opened and opened[-1][0] == tag[2]:
            found.setdefault(tag[2], []).append((opened.pop()[1], length))
        else:
            raise ValueError(f"{tag.group()} closes nothing in {text!r}")
    if opened:
        raise ValueError(f"<{opened[-1][0]}> is not closed in {text!r}")
    plain.append(text[last:])
    return "".join(plain), {name: sorted(spans) for name, spans in found.items()}

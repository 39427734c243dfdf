"""Stories written as marked texts: the readings a check sees, without a parser."""

import re
from collections.abc import Callable

import pytest

from conspectus.compare.check import Check, Evidence
from conspectus.compare.mentions import rarity
from conspectus.compare.traces import traces
from conspectus.compare.utterances import utterances
from conspectus.model import (
    Article,
    Attribution,
    Block,
    Fact,
    Finding,
    Language,
    Made,
    Name,
    Raw,
    Reading,
    Sentence,
    Span,
    article_id,
)
from conspectus.options import CompareOptions
from conspectus.read.quotations import quotations_of

_TAG = re.compile(r"<(/?)(who|cue|what|org)(\d?)>")
_SENTENCE = re.compile(r"[^.?!\n]+(?:[.?!]+[\"”’]*|$)(?=\s|$)|[^\n]+")
_MADE = Made("marked by hand", "1")
_NOBODY = Fact(None, "nobody", "not looked for")


def marked_reading(marked: str, published: str | None = None) -> Reading:
    """The reading of a text with its attributions marked: ``<who>``, ``<cue>``, ``<what>``, numbered when nested.

    Capitalised words of a ``<who>`` are a person's name, of an ``<org>`` a body's.
    """
    text, places = _unmarked(marked)
    own = article_id("", text)
    blocks = tuple(
        Block(Span(own, "body", m.start(), m.end()), "text") for m in re.finditer(r"[^\n]+", text) if m.group().strip()
    )
    day = Fact(published, "person", "test") if published else _NOBODY
    raw = Raw("test", b"", "", "text/plain", "utf-8", 0, "test", "1")
    article = Article(own, "", text, blocks, _NOBODY, day, _NOBODY, (), Language("en", 1.0, "test"), raw)
    spans = {tag: tuple(Span(own, "body", a, b) for a, b in found) for tag, found in places.items()}
    sentences = tuple(Sentence(Span(own, "body", a, b)) for a, b in _sentences(text))
    return Reading(
        article,
        sentences=sentences,
        quotations=quotations_of(article, blocks),
        names=tuple(_names(article, spans)),
        attributions=tuple(_attributions(article, spans)),
    )


def _unmarked(marked: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    text, at = "", 0
    opened: dict[str, int] = {}
    places: dict[str, list[tuple[int, int]]] = {}
    for tag in _TAG.finditer(marked):
        text += marked[at : tag.start()]
        at = tag.end()
        key = tag.group(2) + tag.group(3)
        if tag.group(1):
            places.setdefault(key, []).append((opened.pop(key), len(text)))
        else:
            opened[key] = len(text)
    assert not opened, f"not closed: {opened}"
    return text + marked[at:], places


def _sentences(text: str) -> list[tuple[int, int]]:
    found = []
    for one in _SENTENCE.finditer(text):
        words = one.group().strip()
        if words:
            start = one.start() + one.group().index(words)
            found.append((start, start + len(words)))
    return found


def _names(article: Article, spans: dict[str, tuple[Span, ...]]) -> list[Name]:
    found = []
    for tag, label in (("who", "PERSON"), ("org", "ORG")):
        for span in (s for key, own in spans.items() if key.startswith(tag) for s in own):
            for name in re.finditer(r"[A-Z]\w+(?: [A-Z]\w+)*", article.words(span)):
                if name.group() not in {"The", "He", "She"}:
                    start = span.start + name.start()
                    found.append(Name(Span(article.id, "body", start, start + len(name.group())), label))
    return found


def _attributions(article: Article, spans: dict[str, tuple[Span, ...]]) -> list[Attribution]:
    found = []
    for key, content in spans.items():
        if key.startswith("what"):
            number = key[4:]
            source = (*spans.get(f"who{number}", ()), *spans.get(f"org{number}", ()))
            quoted = any(mark in article.words(span) for span in content for mark in '“"')
            form = "direct" if quoted else "indirect"
            cue = spans.get(f"cue{number}", ())
            unknown = None if source else "no source is given"
            found.append(Attribution(key, source, cue, content, form, unknown, "neutral", "affirmed", "stated", _MADE))
    return found


@pytest.fixture
def reading_of() -> Callable[..., Reading]:
    return marked_reading


@pytest.fixture
def findings_of() -> Callable[..., tuple[Finding, ...]]:
    """Run one check over marked texts."""

    def run(check: Check, *texts: str) -> tuple[Finding, ...]:
        readings = tuple(marked_reading(text) for text in texts)
        shared = utterances(readings, 0.6)
        return check.run(
            Evidence(readings, (), shared, CompareOptions(), tuple(traces(readings, shared)), rare=rarity(readings))
        )

    return run

"""What a review is about: a comparison as its JSON holds it, with the words that a person points at."""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conspectus.errors import InputError, OptionError
from conspectus.model import Correction, Span, SpeakerKind, story_id

COMPARISON = "conspectus-comparison/1"
Json = Any

_OFFSETS = re.compile(r"(title|body):(\d+)[-–](\d+)")
_KINDS: dict[str, SpeakerKind] = {"person": "person", "body": "body", "place": "body", "people": "collective"}


@dataclass(frozen=True, slots=True)
class Subject:
    """A comparison that was written as JSON: ``articles`` and ``findings`` are its objects as they stand."""

    path: str
    articles: tuple[Json, ...]
    findings: tuple[Json, ...]
    entities: tuple[Json, ...]
    sources: tuple[tuple[Span, ...], ...]

    @property
    def story(self) -> str:
        return story_id(str(article["id"]) for article in self.articles)

    def finding(self, name: str) -> Json:
        """The finding with this label, id or beginning of an id (from 4 digits); OptionError for none or several."""
        exact = [one for one in self.findings if name.upper() == one["label"] or name.lower() == one["id"]]
        begins = [one for one in self.findings if len(name) >= 4 and one["id"].startswith(name.lower())]
        found = exact or begins
        if len(found) != 1:
            raise OptionError("no single finding has this label or id", name, f"see the labels in {self.path}")
        (finding,) = found
        return finding

    def words(self, span: Span) -> str:
        article = next(one for one in self.articles if one["id"] == span.article)
        text: str = article[span.part]
        return text[span.start : span.end]

    def document(self, article: str) -> str:
        """The name of an article's file without its ending, as the scorers name documents."""
        raw: str = next(one for one in self.articles if one["id"] == article)["raw"]["name"]
        return os.path.splitext(os.path.basename(raw))[0]


def subject(path: str) -> Subject:
    """Read a comparison's JSON; InputError where it is none."""
    try:
        content = json.loads(Path(path).read_bytes())
        if content["format"] != COMPARISON:
            raise ValueError(f"its format is {content['format']}")
        sources = {
            spans_of(one["source"]): None
            for reading in content["readings"]
            for one in reading["speakers"]
            if one["source"]
        }
        articles, findings, entities = (tuple(content[name]) for name in ("articles", "findings", "entities"))
        return Subject(path, articles, findings, entities, tuple(sources))
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", path, "give what compare --json wrote") from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise InputError("is no comparison as JSON", path, "give what compare --json wrote") from error


def spans_of(given: Json) -> tuple[Span, ...]:
    """The spans of a list of span objects."""
    return tuple(Span(one["article"], one["part"], one["start"], one["end"]) for one in given)


def speaker(about: Subject, at: str, name: str) -> Correction:
    """The source at ``at`` stands for whom ``name`` names; "" for the article does not tell."""
    siglum, words = _place(at)
    article = _article(about, siglum)
    sources = [one for one in about.sources if one[0].article == article["id"]]
    source = _one(about, at, [one for one in sources if _fits(about, one, words)], "source")
    if not name:
        return Correction("speaker", source)
    mention = _mention(about, f"{siglum}:{name}")
    entity = next(one for one in about.entities if mention in spans_of(one["mentions"]))
    return Correction("speaker", source, (mention,), _KINDS.get(entity["kind"], "body"))


def entity(about: Subject, at: str, name: str) -> Correction:
    """The mention at ``at`` names whom the mention ``name`` (SIGLUM:WORDS) names; "" for somebody of their own."""
    siglum, words = _place(at)
    article = _article(about, siglum)
    mentions = [(one,) for one in _mentions(about) if one.article == article["id"]]
    spans = _one(about, at, [one for one in mentions if _fits(about, one, words)], "name")
    return Correction("entity", spans, (_mention(about, name),) if name else ())


def _mention(about: Subject, at: str) -> Span:
    siglum, words = _place(at)
    article = _article(about, siglum)
    here = [one for one in _mentions(about) if one.article == article["id"] and _fits(about, (one,), words)]
    if not here:
        raise OptionError(f"{siglum} has no name “{words}”", "--is", "give a name as the article prints it")
    return here[0]


def _mentions(about: Subject) -> Iterator[Span]:
    for one in about.entities:
        yield from spans_of(one["mentions"])


def _place(at: str) -> tuple[str, str]:
    siglum, colon, words = at.partition(":")
    if not colon or not words.strip():
        raise OptionError("names no place", at, "write SIGLUM:WORDS, or SIGLUM:body:START-END")
    return siglum.strip().upper(), words.strip()


def _article(about: Subject, siglum: str) -> Json:
    found = next((one for one in about.articles if one["siglum"] == siglum), None)
    if found is None:
        raise OptionError("no such article", siglum, f"there are {', '.join(one['siglum'] for one in about.articles)}")
    return found


def _fits(about: Subject, spans: tuple[Span, ...], words: str) -> bool:
    offsets = _OFFSETS.fullmatch(words)
    if offsets:
        return any((s.part, s.start, s.end) == (offsets[1], int(offsets[2]), int(offsets[3])) for s in spans)
    return " … ".join(about.words(span) for span in spans).lower() == words.lower()


def _one(about: Subject, at: str, found: list[tuple[Span, ...]], what: str) -> tuple[Span, ...]:
    if not found:
        raise OptionError(f"no {what} is read there", at, "see --json for what is read and where")
    if len(found) > 1:
        places = ", ".join(f"{one[0].part}:{one[0].start}-{one[0].end}" for one in found)
        raise OptionError(f"{len(found)} places have these words", at, f"give one of {places}")
    return found[0]

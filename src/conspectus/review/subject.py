"""What a review is about: a comparison as its JSON holds it."""

import json
import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conspectus.errors import InputError, OptionError
from conspectus.model import Span, SpeakerKind, story_id

COMPARISON = "conspectus-comparison/"
VERSION = "1"
Json = Any

_KINDS: dict[str, SpeakerKind] = {"person": "person", "body": "body", "place": "body", "people": "collective"}


@dataclass(frozen=True, slots=True)
class Named:
    """A name that is printed: the ``entity`` (id) that it is read as, "" where it is a source's and no entity's."""

    span: Span
    entity: str
    kind: SpeakerKind


@dataclass(frozen=True, slots=True)
class Subject:
    """A comparison that was written as JSON: ``articles`` and ``findings`` are its objects as they stand.

    ``sources`` are the sources whose speaker was looked for, ``names`` what can be given as whom something stands for.
    """

    path: str
    articles: tuple[Json, ...]
    findings: tuple[Json, ...]
    entities: tuple[Json, ...]
    sources: tuple[tuple[Span, ...], ...]
    names: tuple[Named, ...]

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

    def siglum(self, article: str) -> str:
        """The letter of an article; "" for none of these."""
        return next((str(one["siglum"]) for one in self.articles if one["id"] == article), "")

    def quoted(self, span: Span) -> str:
        """The words under a span, and in which article they stand."""
        siglum = self.siglum(span.article)
        return f"“{self.words(span)}” ({siglum})" if siglum else f"“…” (article {span.article[:8]})"

    def words(self, span: Span) -> str:
        """The words under a span; "…" where the span lies in none of the articles."""
        article = next((one for one in self.articles if one["id"] == span.article), None)
        text: str = article[span.part] if article else ""
        return text[span.start : span.end] if span.end <= len(text) else "…"

    def document(self, article: str) -> str:
        """The name of an article's file without its ending, as the scorers name documents.

        With its ending, and what stands behind that, where two articles of the story would have one name.
        """
        files: dict[str, str] = {one["id"]: os.path.basename(one["raw"]["name"]) for one in self.articles}
        stems = {one: os.path.splitext(file)[0] for one, file in files.items()}
        for names in (stems, files):
            if Counter(names.values())[names[article]] == 1:
                return names[article]
        return f"{stems[article]}-{self.siglum(article)}"


def subject(path: str, data: bytes | None = None) -> Subject:
    """Read a comparison's JSON, from a file or from ``data`` that came another way; InputError where it is none."""
    advice = "give what compare --json wrote"
    try:
        content = json.loads(Path(path).read_bytes() if data is None else data)
        if content["format"] != COMPARISON + VERSION:
            raise InputError(*_another(content["format"], path))
        sources = [one for reading in content["readings"] for one in reading["speakers"] if one["source"]]
        articles, findings, entities = (tuple(content[name]) for name in ("articles", "findings", "entities"))
        placed = tuple({spans_of(one["source"]): None for one in sources})
        return Subject(path, articles, findings, entities, placed, _names(entities, sources))
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", path, advice) from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise InputError("is no comparison as JSON", path, advice) from error


def _another(found: str, path: str) -> tuple[str, str, str]:
    """Of JSON of another format: what it is, where, what to do."""
    if found.removeprefix(COMPARISON).isdigit():
        return (
            f"is a comparison of another version ({found})",
            path,
            "use the Conspectus that wrote it, or compare again",
        )
    return "is no comparison as JSON", path, "give what compare --json wrote"


def _names(entities: tuple[Json, ...], sources: list[Json]) -> tuple[Named, ...]:
    """Every mention of an entity, and the names of sources beside them."""
    found = {
        span: Named(span, one["id"], _KINDS.get(one["kind"], "body"))
        for one in entities
        for span in spans_of(one["mentions"])
    }
    for one in sources:
        for span in spans_of(one["names"]):
            found.setdefault(span, Named(span, "", one["kind"] or "body"))
    return tuple(found[span] for span in sorted(found))


def spans_of(given: Json) -> tuple[Span, ...]:
    """The spans of a list of span objects."""
    return tuple(Span(one["article"], one["part"], one["start"], one["end"]) for one in given)

"""Documents with the places of mentions → which mentions are one, as score_stories.py wants it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from conspectus import Models
from conspectus.compare.entities.forms import form
from conspectus.compare.entities.linked import linked
from conspectus.compare.entities.mentions import Mention, clusters
from conspectus.compare.words import word_set
from conspectus.model import Reading
from conspectus.read import names, phrases
from conspectus.read.parse import parse


@dataclass(frozen=True, slots=True)
class Event:
    """The documents of one event, and the mentions in them that can be somebody or something, and that cannot."""

    name: str
    texts: dict[str, str]
    mentions: tuple[Mention, ...]
    others: tuple[Mention, ...]


def coreference(documents: Sequence[dict[str, Any]], models: Models) -> dict[str, str]:
    """``doc:start:end`` → cluster, for every mention of every event; of a mention only its span is read."""
    found = {}
    for event in events(documents, models):
        keys = linked(event.mentions, event.texts) | clusters(event.others, event.texts)
        for mention, key in keys.items():
            found[f"{mention.document}:{mention.start}:{mention.end}"] = f"{event.name}|{'/'.join(key)}"
    return found


def events(documents: Sequence[dict[str, Any]], models: Models) -> Iterator[Event]:
    """The events in order of their names; gold chains and types are never looked at."""
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in documents:
        grouped[str(one["event"])].append(one)
    for name, own in sorted(grouped.items()):
        read = [pair for one in own for pair in _mentions(one, models)]
        texts = {one["doc"]: one["text"] for one in own}
        yield Event(name, texts, tuple(m for m, can in read if can), tuple(m for m, can in read if not can))


def _mentions(document: dict[str, Any], models: Models) -> Iterator[tuple[Mention, bool]]:
    """The mentions, each with the label of the name that it ends with, and whether a name, a noun or a pronoun."""
    from predict import article

    reading = Reading(article(document["text"]))
    parsed = parse(reading.article, models)
    for reader in (names.READER, phrases.READER):
        found: dict[str, Any] = {reader.provides: reader.run(reading.article, parsed, reading, models)}
        reading = replace(reading, **found)
    things = [phrase.head for phrase in reading.phrases]
    things += [
        paragraph.span_of(token) for paragraph in parsed.paragraphs for token in paragraph.doc if token.pos_ in _THINGS
    ]
    for start, end in (mention["span"] for mention in document["mentions"]):
        words = document["text"][start:end]
        touched = [n for n in reading.names if n.span.start < end and start < n.span.end]
        last = [n.label for n in touched if n.span.end >= end - _TAIL][-1:]
        noun = any(thing.start < end and start < thing.end for thing in things)
        can = bool(touched) or noun or form(words).sort == "pronoun" or words.lower() in _SOME
        yield Mention(document["doc"], start, end, words, *last), can


_THINGS = ("NOUN", "PROPN", "NUM", "PRON")
_SOME = word_set("all another both each either neither many few most others several some these this those")
"""Words that stand for some of those told of, with no noun behind them."""
_TAIL = 3
"""Characters after a name that still belong to its mention (a possessive, a full stop)."""

"""Documents with the places of mentions → which mentions are one, as score_stories.py wants it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from conspectus import Models, read
from conspectus.compare.entities.mentions import Mention, clusters


@dataclass(frozen=True, slots=True)
class _Text:
    """A document as it stands in the corpus; its gold chains and types are never looked at."""

    name: str
    event: str
    text: str
    spans: tuple[tuple[int, int], ...]


def coreference(documents: Sequence[dict[str, Any]], models: Models) -> dict[str, str]:
    """``doc:start:end`` → cluster, for every mention of every event; of a mention only its span is read."""
    events: dict[str, list[_Text]] = defaultdict(list)
    for one in documents:
        spans = tuple((m["span"][0], m["span"][1]) for m in one["mentions"])
        events[str(one["event"])].append(_Text(one["doc"], str(one["event"]), one["text"], spans))
    found = {}
    for event, texts in events.items():
        mentions = [mention for text in texts for mention in _mentions(text, models)]
        for mention, key in clusters(mentions, {text.name: text.text for text in texts}).items():
            found[f"{mention.document}:{mention.start}:{mention.end}"] = f"{event}|{'/'.join(key)}"
    return found


def _mentions(text: _Text, models: Models) -> list[Mention]:
    """The mentions, each with the label of the name that it ends with."""
    from predict import article

    names = read(article(text.text), models).names
    made = []
    for start, end in text.spans:
        inside = [n for n in names if n.span.start < end and start < n.span.end and n.span.end >= end - _TAIL]
        made.append(Mention(text.name, start, end, text.text[start:end], inside[-1].label if inside else None))
    return made


_TAIL = 3
"""Characters after a name that still belong to its mention (a possessive, a full stop)."""

"""Places: names that the gazetteer has, each as the place that the article means.

A name stands for one place in an article. A city that acts or speaks is a government or a team and gets no identity; a
name that the gazetteer lacks stays a name.
"""

from collections import defaultdict

from conspectus.model import Article, Name, Place, Reading, Span
from conspectus.read.models import Models
from conspectus.read.parse import Parse
from conspectus.read.places.choose import Choice, choose, name_of
from conspectus.read.places.gazetteer import load
from conspectus.read.places.mentions import Mention, mentions
from conspectus.read.places.metonyms import is_metonym
from conspectus.read.reader import Reader

_UNKNOWN = Choice(None, "not in the gazetteer")
_ACTS = Choice(None, "stands for a government, a team or a body, not for the place")


def _run(_article: Article, parse: Parse, reading: Reading, _models: Models) -> tuple[Place, ...]:
    book = load()
    names = _by_block(parse, reading.names)
    found = [mentions(paragraph, named, book) for paragraph, named in zip(parse.paragraphs, names, strict=True)]
    chosen = choose([mention for here in found for mention in here])
    places = []
    for paragraph, here in zip(parse.paragraphs, found, strict=True):
        for mention in here:
            choice = chosen.get(name_of(mention), _UNKNOWN)
            if choice.entry and choice.entry.kind == "city" and not mention.demonym and is_metonym(paragraph, mention):
                choice = _ACTS
            places.append(_place(paragraph.span(mention.start, mention.end), mention, choice))
    return tuple(places)


def _by_block(parse: Parse, names: tuple[Name, ...]) -> list[list[Name]]:
    """The names of each paragraph; both are in document order."""
    parts: dict[str, list[Name]] = defaultdict(list)
    for name in reversed(names):
        parts[name.span.part].append(name)
    found = []
    for paragraph in parse.paragraphs:
        where, here = paragraph.block.span, []
        waiting = parts[where.part]
        while waiting and waiting[-1].span.start < where.end:
            here.append(waiting.pop())
        found.append(here)
    return found


def _place(span: Span, mention: Mention, choice: Choice) -> Place:
    entry = choice.entry
    if entry is None:
        return Place(span, None, None, None, (), None, None, mention.demonym, choice.why)
    return Place(
        span, entry.id, entry.kind, entry.name, entry.within,
        entry.latitude, entry.longitude, mention.demonym, choice.why,
    )  # fmt: skip


READER = Reader("places", "1", ("names",), "places", _run)

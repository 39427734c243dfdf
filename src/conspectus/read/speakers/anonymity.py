"""The ground an article gives for not naming a source: "because he was not authorized to speak"."""

import re
from collections.abc import Sequence
from functools import cache

from conspectus.model import Reading, Span
from conspectus.read.speakers.vocabulary import ANONYMITY

_ANYBODY = frozenset(("person", "people", "official", "source", "man", "woman", "men", "women"))
"""Nouns that take up a source of whatever name."""
_SUBJECT = 4
"""Words at the beginning of a sentence among which its subject stands: "The second official"."""
_LAST = 400
"""Characters after the source within which the ground is looked for."""


def ground_for(reading: Reading, source: Sequence[Span]) -> Span | None:
    """The words that say why, in the sentence of the source or the next one; None where none are given."""
    part, end = source[-1].part, source[-1].end
    sentences = [s.span for s in reading.sentences if s.span.part == part and s.span.end > source[0].start]
    near = sentences[:2]
    if not near:
        return None
    text = reading.article.part(part)
    found = _pattern().search(text, source[0].start, min(near[-1].end, end + _LAST))
    if found is None:
        return _before(text, near[0], source[0])
    said_of = " ".join(reading.article.words(span) for span in source)
    if found.start() > near[0].end and not _takes_up(text[near[-1].start : near[-1].end], said_of):
        return None
    cues = [cue.start for one in reading.attributions if one.source == tuple(source) for cue in one.cue]
    last = min([cue for cue in cues if found.start() < cue < found.end()], default=found.end())
    words = text[found.start() : last].rstrip(" ,—–-")
    if not _pattern().match(words):
        # "who asked not to be named", read as a saying of "who": the ground is its source's, not of this one
        return None
    return Span(source[0].article, part, found.start(), found.start() + len(words))


def _before(text: str, sentence: Span, source: Span) -> Span | None:
    """ "Speaking on condition that he not be named, an aide said": the ground right before its source."""
    found = _pattern().search(text, sentence.start, source.start)
    behind = text[: source.start].endswith(", ")
    if found is None or not behind or found.end() < source.start or found[0].startswith("because"):
        return None
    return Span(source.article, source.part, found.start(), source.start - 2)


@cache
def _pattern() -> re.Pattern[str]:
    # Compiled when an article is read: importing has to stay light.
    return re.compile(ANONYMITY, re.VERBOSE)


def _takes_up(sentence: str, source: str) -> bool:
    """True when the second sentence goes on about the source: "The official spoke on condition …"."""
    begin = sentence.lstrip()
    if begin.startswith(("He ", "She ", "They ", "Both ", "All ")):
        return True
    words = begin.lower().replace(",", " ").split()[1:_SUBJECT]
    same = {word.removesuffix("s") for word in source.lower().replace(",", " ").split()} | _ANYBODY
    return begin.startswith("The ") and any(word.removesuffix("s") in same for word in words)

"""Speakers: whom each source stands for inside its article, as far as the article says.

A name stands for its person or body; a surname, a role ("the minister") and a pronoun are followed to the one person
they can mean; who is left unnamed, a group, a text, an outlet and the article's own voice are told apart. Where the
article leaves it open, nobody is guessed.
"""

from collections.abc import Iterator

from conspectus.model import Article, Reading, Span, Speaker
from conspectus.read.models import Models
from conspectus.read.parse import Parse
from conspectus.read.reader import Reader
from conspectus.read.speakers.anonymity import ground_for
from conspectus.read.speakers.page import Page, order
from conspectus.read.speakers.resolve import Resolver


def _run(_article: Article, parse: Parse, reading: Reading, _models: Models) -> tuple[Speaker, ...]:
    page = Page(parse, reading.quotations)
    resolver = Resolver(page, reading)
    found = []
    for source in sorted(set(_sources(reading)), key=lambda spans: [(order(s), s.end) for s in spans]):
        answer = resolver.answer(source)
        ground = ground_for(reading, source) if answer.kind in ("unnamed", "collective") else None
        found.append(Speaker(source, answer.kind, answer.names, answer.why, ground))
    return tuple(found)


def _sources(reading: Reading) -> Iterator[tuple[Span, ...]]:
    yield from (one.source for one in reading.attributions if one.source)
    yield from (voice.source for chain in reading.chains for voice in chain.voices if voice.source)


READER = Reader("speakers", "2", ("attributions", "chains", "names", "quotations", "sentences"), "speakers", _run)

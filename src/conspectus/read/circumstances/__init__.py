"""Circumstances: through which channel, on what occasion, to whom and when something was said.

All four are read from the words that the grammar hangs on the cue: "told reporters", "in a statement", "at a news
conference", "on Monday". What the words do not give stays empty. Where "he" or "she" speaks, the channel may stand in
the sentence before, about the same person.
"""

from collections.abc import Iterator

from conspectus.model import Article, Attribution, Circumstances, Reading
from conspectus.read.circumstances.finders import Cue, addressee, channel, channel_before, occasion, when
from conspectus.read.models import Models
from conspectus.read.parse import Parse
from conspectus.read.reader import Reader
from conspectus.read.speakers.page import Page


def _run(_article: Article, parse: Parse, reading: Reading, _models: Models) -> tuple[Circumstances, ...]:
    page = Page(parse, reading.quotations)
    return tuple(found for one in reading.attributions for found in _of(one, page, reading))


def _of(one: Attribution, page: Page, reading: Reading) -> Iterator[Circumstances]:
    cue = _cue(one, page)
    if cue is None:
        return
    at = (channel(cue) or channel_before(cue, page), occasion(cue), addressee(cue), when(cue, reading.times))
    if any(at):
        yield Circumstances(one.id, *at)


def _cue(one: Attribution, page: Page) -> Cue | None:
    """The cue's head verb with what it may not take its circumstances from: the words said and who said them."""
    for span in one.cue:
        words = page.words(span)
        if words is not None:
            verbs = [token for token in words.tokens if token.pos_ in ("VERB", "AUX")]
            root = words.root if words.root.pos_ in ("VERB", "AUX") or not verbs else verbs[0]
            return Cue(words.ground, root, one)
    return None


READER = Reader("circumstances", "3", ("attributions", "times", "quotations"), "circumstances", _run)

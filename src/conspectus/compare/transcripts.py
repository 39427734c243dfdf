"""Turns of a transcript: what stands behind a speaker's name and a colon ("ORLU: We will close it. PELL: When?").

Such words are printed as said, though no quotation marks stand around them. A transcript is taken for one where two
names at least take turns in an article, each more than once.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from conspectus.model import Reading, Span

_TURNS = 2
"""So often each of two speakers has to speak."""


@cache
def _label() -> re.Pattern[str]:
    """A speaker's name, at the beginning of a line or behind the end of a sentence."""
    return re.compile(
        r"(?:^|(?<=[.?!…\]—)] )|(?<=[.?!…]))((?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w’'-]+): (?=[\[(]?[A-Z—])", re.M
    )


def turns(reading: Reading) -> Iterator[Span]:
    """What each speaker says in one turn, without the name, in document order."""
    text = reading.article.part("body")
    found = list(_label().finditer(text))
    spoken = Counter(at[1] for at in found)
    speakers = {name for name, times in spoken.items() if times >= _TURNS}
    if len(speakers) < 2:
        return
    labels = [at for at in found if at[1] in speakers]
    ends = [*(after.start() for _, after in pairwise(labels)), len(text)]
    for at, end in zip(labels, ends, strict=True):
        line = text.find("\n", at.end())
        last = min(end, line if line >= 0 else end)
        if text[at.end() : last].strip():
            yield Span(reading.article.id, "body", at.end(), last)

"""Attributions: who says what, by rules on the parse and the quotation marks.

The terms and the boundaries of spans are those of PARC (Pareti 2016) and PolNeAR (Newell et al. 2018): the cue
takes its auxiliaries, the source is the whole noun phrase, the content includes "that" and its quotation marks.
"""

from conspectus.model import Article, Attribution, Made, Reading
from conspectus.read.attributions.join import joined
from conspectus.read.models import Models
from conspectus.read.parse import Parse
from conspectus.read.reader import Reader

NAME, VERSION = "attributions", "1"


def _run(_article: Article, parse: Parse, reading: Reading, _models: Models) -> tuple[Attribution, ...]:
    return joined(parse, reading.quotations, Made(NAME, VERSION))


READER = Reader(NAME, VERSION, ("quotations",), "attributions", _run)

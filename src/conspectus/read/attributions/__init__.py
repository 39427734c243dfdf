"""Attributions: who says what, by trained networks, completed by rules on the parse and the quotation marks.

The terms and the boundaries of spans are those of PARC (Pareti 2016) and PolNeAR (Newell et al. 2018): the cue
takes its auxiliaries, the source is the whole noun phrase, the content includes "that" and its quotation marks.
"""

from conspectus.model import Article, Attribution, Made, Reading
from conspectus.read.attributions.conjunctions import without_conjunctions
from conspectus.read.attributions.draft import ByRule
from conspectus.read.attributions.join import joined
from conspectus.read.attributions.merge import merged
from conspectus.read.models import Models
from conspectus.read.parse import Parse
from conspectus.read.reader import Reader

MADE = Made("read.attributions", "5")


def _run(article: Article, parse: Parse, reading: Reading, models: Models) -> tuple[Attribution, ...]:
    from conspectus.read.attributions.layouts import laid_out
    from conspectus.read.attributions.trained.sayings import sayings

    outer = [quotation for quotation in reading.quotations if not quotation.depth]
    grammar = joined(article, parse, reading.quotations, MADE)
    layout = tuple(laid_out(article, parse, outer))
    trained = sayings(article, reading.quotations, models.attribution, models.known)
    trained = without_conjunctions(article, parse, trained)
    return merged(article, reading.quotations, trained, ByRule(grammar, layout), MADE)


READER = Reader("attributions", MADE.version, ("quotations",), "attributions", _run)

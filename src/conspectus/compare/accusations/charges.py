"""The accusations of one article, each with whom it blames and how surely."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from conspectus.compare.accusations.people import names_of, speaking_for
from conspectus.compare.accusations.sayings import sayings
from conspectus.compare.accusations.scorer import Scorer
from conspectus.compare.accusations.signs import Told, sense, weight
from conspectus.compare.accusations.whom import Blamed, whom
from conspectus.compare.clauses.lexicon import Lexicon
from conspectus.model import Entity, Reading, Span


@dataclass(frozen=True, slots=True)
class Charge:
    """A saying that may accuse: ``key`` tells the accused across articles, None where nobody is named.

    ``target`` are the words by which the article knows the accused.
    """

    told: Told
    blamed: Blamed | None
    key: str | None
    target: str | None


def told(readings: Sequence[Reading], scorer: Scorer, lexicon: Lexicon, rare: Mapping[str, float]) -> list[Told]:
    """Every saying of a story, in the order of the articles' ids."""
    known = {reading.article.id: names_of(reading) for reading in readings}
    ties = speaking_for(readings, known)
    found = []
    for reading in sorted(readings, key=lambda r: r.article.id):
        for one in sayings(reading, known[reading.article.id], ties):
            sure, weighty = scorer.accuses(one), weight(one, rare)
            noted = scorer.notes(one, sure, weighty, len(reading.sentences))
            found.append(Told(one, sure, sense(one, lexicon), weighty, noted))
    return found


def charges(found: Sequence[Told], readings: Mapping[str, Reading], entities: Sequence[Entity]) -> Iterator[Charge]:
    """Sayings that may accuse, each with whom it blames."""
    named = {span: entity.id for entity in entities for span in entity.mentions}
    known = {article: names_of(reading) for article, reading in readings.items()}
    for one in found:
        own = known[one.one.article]
        blamed = whom(readings[one.one.article], one.one, own)
        yield _charge(one, blamed, own, named, readings)


def _charge(
    one: Told,
    blamed: Blamed | None,
    known: Mapping[Span, str],
    named: Mapping[Span, str],
    readings: Mapping[str, Reading],
) -> Charge:
    if blamed is None:
        return Charge(one, None, None, None)
    if blamed.name is None:
        noun = readings[one.one.article].article.words(blamed.span).lower().split()[-1]
        return Charge(one, blamed, noun, None)
    target = known.get(blamed.name.span)
    return Charge(one, blamed, named.get(blamed.name.span, target), target)

"""What a matter is called: phrases that all its sentences share, as the first article prints them.

The rarest in the story are taken: the people it is about stand in every other row. Where little is shared, it is called
by the first words that are shown.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from conspectus.compare.matters.units import Unit
from conspectus.compare.words import Word, stem, words
from conspectus.model import Reading, Span

_PHRASES = 2
_WIDEST = 60
"""Characters of all phrases together."""
_BETWEEN = 2
"""So many words that carry no meaning may stand inside a phrase."""
_LEAST = 2
_EXCERPT = 8
"""Words that the phrases need together, and words of what is shown that stand for a matter without them."""
_BREAKS = frozenset(',;:()[]—–“”"')
_MARKS = str.maketrans("", "", '“”"')
_EDGES = "\"'“”‘’,;:.()[]—–-"

Rarity = Mapping[str, float]


def rarities(readings: Iterable[Reading]) -> Rarity:
    """How rare each stem is in a story: the logarithm of its sentences over those that hold it."""
    held = [
        {stem(word.norm) for word in words(reading.article, sentence.span, False) if word.is_content}
        for reading in readings
        for sentence in reading.sentences
    ]
    counts = Counter(one for own in held for one in own)
    return {one: math.log(len(held) / count) for one, count in counts.items()}


def title(members: Sequence[Unit], shown: Sequence[Span], readings: Mapping[str, Reading], rare: Rarity) -> str:
    """ "About ..." with one or two shared phrases in the order of their sentence; ``shown`` is of the first article."""
    first = members[0]
    article = readings[first.span.article].article
    common = frozenset.intersection(*(unit.around for unit in members))
    shared = _runs(words(article, first.sentence, False), common)
    chosen: list[Sequence[Word]] = []
    for run in sorted(filter(_names, shared), key=lambda own: -_weight(own, rare)):
        if len(chosen) == _PHRASES or sum(map(_width, (*chosen, run))) > _WIDEST:
            break
        chosen.append(run)
    if sum(map(len, chosen)) < _LEAST:
        return _excerpt(article.words(max(shown, key=len)))
    part = article.part(first.sentence.part)
    printed = [_printed(part, run) for run in sorted(chosen, key=lambda own: own[0].span)]
    return f"About {', '.join(dict.fromkeys(printed))}"


def _printed(part: str, run: Sequence[Word]) -> str:
    """The phrase with the whole of its first word: "three-day visit", not "day visit"."""
    start = run[0].span.start
    while start and not part[start - 1].isspace():
        start -= 1
    return " ".join(part[start : run[-1].span.end].split()).strip(_EDGES)


def _names(run: Sequence[Word]) -> bool:
    """A phrase of two words or more, a name or a figure; one plain word ("group") names no matter."""
    first = run[0].shown.strip(_EDGES)[:1]
    return len(run) > 1 or first.isupper() or first.isdigit()


def _excerpt(printed: str) -> str:
    shown = printed.translate(_MARKS).split()
    return f"“{' '.join(shown[:_EXCERPT]).strip(_EDGES)}{' …' if len(shown) > _EXCERPT else ''}”"


def _runs(run: Sequence[Word], common: frozenset[str]) -> Iterator[Sequence[Word]]:
    """The phrases: words that all share, one behind the other, with a few small words inside."""
    places = [n for n, word in enumerate(run) if word.is_content and stem(word.norm) in common]
    begin = 0
    for at, place in enumerate(places, 1):
        if at == len(places) or not _joined(run, place, places[at]):
            yield run[places[begin] : place + 1]
            begin = at


def _joined(run: Sequence[Word], place: int, after: int) -> bool:
    """Whether nothing but a few small words stands between two words."""
    between = run[place + 1 : after]
    apart = _BREAKS & {run[place].shown[-1:], run[after].shown[:1], *"".join(word.shown for word in between)}
    return len(between) <= _BETWEEN and not apart and not any(word.is_content for word in between)


def _weight(run: Sequence[Word], rare: Rarity) -> float:
    return sum(sorted((rare.get(stem(word.norm), 0.0) for word in run if word.is_content), reverse=True)[:3])


def _width(run: Sequence[Word]) -> int:
    return run[-1].span.end - run[0].span.start

"""What is looked at of two stretches of different articles and of the sentences around them, as numbers.

Clauses and phrases alike: what both have in common and what only one has, how much their sentences share, whether the
words are those of the whole story or of one place in it, who acts and how, what is certain, and where both stand. The
numbers are the same for both orders; the lighter stretch comes first in their names.
"""

import math
from collections.abc import Iterator, Sequence

from conspectus.compare.clauses.lexicon import Lexicon
from conspectus.compare.runs import longest_run
from conspectus.compare.telling.stretch import Article, Stretch, soft, together
from conspectus.compare.values.times import compare_times
from conspectus.model import Time

SIGNS = (
    "in_short", "in_long", "soft_short", "soft_long", "shared", "unmet", "unmet_there", "sentences_most",
    "sentences_least", "sentences_share", "outside", "words_least", "words_most", "run", "run_share", "rarest",
    "second", "plain", "spread", "spread_plain", "spread_both", "names_both", "names_missing", "figures_both",
    "figures_missing", "quoted_both", "quoted_one", "acts_both", "acts_none", "act_same", "act_like", "clause_act_same",
    "clause_act_like", "subject_shared", "subject_like", "clauses_most", "clauses_least", "certainty", "times_apart",
    "times_same", "late", "apart",
)  # fmt: skip
"""One name a number, in order."""
_FITTING = frozenset({"equal", "compatible"})
_REALITY = frozenset({"stated", "hedged"})
_NO_PLAIN, _NO_WORDS = 9, 81
"""Stand for how widespread a word is, and one in both articles, where there is none."""

Both = tuple[Stretch, Stretch]


def signs(one: Stretch, other: Stretch, articles: tuple[Article, Article]) -> list[float]:
    """The numbers of ``SIGNS`` for stretches of two ``articles``."""
    swap = (one.words.mass, one.span) > (other.words.mass, other.span)
    both = (other, one) if swap else (one, other)
    lexicon = articles[0].lexicon
    places = articles[::-1] if swap else articles
    found = [
        *_shared(both, lexicon), *_sentences(both, lexicon), *_runs(both), *_plain(both, places),
        *_names(both), *_quoted(both), *_acts(both, lexicon), *_clauses(both, lexicon),
        *_times(one.sentence.times, other.sentence.times), max(one.place, other.place), abs(one.place - other.place),
    ]  # fmt: skip
    return [round(number, 4) for number in found]


def _weight(stems: frozenset[str], lexicon: Lexicon) -> float:
    return math.fsum([lexicon.weight(stem) for stem in stems])


def _shared(both: Both, lexicon: Lexicon) -> Iterator[float]:
    light, heavy = both
    shared = _weight(light.words.stems & heavy.words.stems, lexicon)
    yield from (shared / (side.words.mass or 1.0) for side in both)
    yield from soft(light.words, heavy.words)
    yield math.log1p(shared)
    yield math.log1p(max(0.0, light.words.mass - shared))
    yield math.log1p(_weight(light.words.stems - heavy.sentence.words.stems, lexicon))


def _sentences(both: Both, lexicon: Lexicon) -> Iterator[float]:
    """How much the two sentences share: as a share of either, in the same words, and outside the stretches."""
    one, other = (side.sentence.words for side in both)
    near = soft(one, other)
    yield from (max(near), min(near))
    shared = one.stems & other.stems
    yield _weight(shared, lexicon) / (min(one.mass, other.mass) or 1.0)
    yield math.log1p(_weight(shared - both[0].words.stems - both[1].words.stems, lexicon))


def _runs(both: Both) -> Iterator[float]:
    """How long both are, and the longest run of words that both have."""
    least, most = sorted(len(side.run) for side in both)
    run = longest_run(both[0].run, both[1].run) if least else 0
    yield from (math.log1p(least), math.log1p(most), math.log1p(run), run / max(1, least))


def _plain(both: Both, articles: Sequence[Article]) -> Iterator[float]:
    """How rare the shared words are that are no names, and in how few sentences of the two articles the shared stand.

    What stands in many sentences is what the whole story is about.
    """
    light, heavy = both
    weight = articles[0].lexicon.weight
    shared = light.words.stems & heavy.words.stems
    plain = shared - light.names - heavy.names - light.words.figures
    weights = sorted((weight(word) for word in plain), reverse=True)
    yield from (*weights, 0.0, 0.0)[:2]
    yield math.fsum(weights)
    counts = {word: [len(own.places.get(word, ())) for own in articles] for word in shared}
    yield math.log1p(min((one * other for one, other in counts.values()), default=_NO_WORDS))
    yield math.log1p(min((min(counts[word]) for word in plain), default=_NO_PLAIN))
    heaviest = sorted(shared, key=lambda word: (-weight(word), word))[:2]
    yield math.log1p(min(together(heaviest, own) for own in articles) if heaviest else _NO_PLAIN)


def _names(both: Both) -> Iterator[float]:
    """Names and figures that both sentences have, and those of a stretch that the other sentence lacks."""
    light, heavy = both
    yield len(light.sentence.names & heavy.sentence.names)
    yield len(light.names - heavy.sentence.words.stems) + len(heavy.names - light.sentence.words.stems)
    one, other = (side.words.figures for side in both)
    yield len(one & other)
    yield len(one - heavy.sentence.words.stems) + len(other - light.sentence.words.stems)


def _quoted(both: Both) -> tuple[float, float]:
    light, heavy = both
    return float(light.quoted and heavy.quoted), float(light.quoted != heavy.quoted)


def _acts(both: Both, lexicon: Lexicon) -> tuple[float, float, float, float]:
    """Whether both stretches have a predicate, or neither; whether one is the same, and how near the nearest come."""
    one, other = (side.acts for side in both)
    like = max((_like(a, b, lexicon) for a in one for b in other), default=0.0)
    return float(bool(one and other)), float(not one and not other), float(bool(one & other)), like


def _like(one: str, other: str, lexicon: Lexicon) -> float:
    return float(lexicon.vector(one) @ lexicon.vector(other))


def _clauses(both: Both, lexicon: Lexicon) -> Iterator[float]:
    """Act, subject and words of the clauses that the stretches stand in; whether only one of them is real."""
    light, heavy = both
    if light.clause is None or heavy.clause is None:
        yield from (0.0,) * 7
        return
    yield float(light.act == heavy.act)
    yield _like(light.act, heavy.act, lexicon)
    yield float(bool(light.subject & heavy.subject))
    yield float(light.direction @ heavy.direction)
    near = soft(light.clause_words, heavy.clause_words)
    yield from (max(near), min(near))
    yield float((light.clause.certainty in _REALITY) != (heavy.clause.certainty in _REALITY))


def _times(one: Sequence[Time], other: Sequence[Time]) -> tuple[float, float]:
    """Whether both sentences tell times and none fits, and whether one is the same."""
    pairs = [(a, b) for a in one for b in other if a.type == b.type]
    verdicts = {"equal" if a.value == b.value else compare_times(a, b).verdict for a, b in pairs}
    return float(bool(pairs) and not verdicts & _FITTING), float("equal" in verdicts)

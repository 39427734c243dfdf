"""Where the words of two sentences meet: the same words, or words near in meaning, that stand together in both."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from conspectus.compare.clauses.lexicon import Lexicon
from conspectus.compare.phrases.sentences import Sentence, Token
from conspectus.model import Span

_NEAR = 0.62
"""From this likeness on, two words may stand for each other ..."""
_ROUNDING = 0.001
"""... rounded so."""
_APART = 5
"""Words from one met word to the next at most."""
_LONGEST = 200
"""Characters of the longest phrase."""

Match = tuple[int, int, float]
"""Places of a token of either sentence, and how near the two are (0..1)."""
Near = Mapping[str, tuple[tuple[str, float], ...]]


@dataclass(frozen=True)
class Meeting:
    """Words of two sentences that meet, each with one of the other side, in the order of the first."""

    left: Sentence
    right: Sentence
    pairs: tuple[tuple[Token, Token, float], ...]

    @cached_property
    def one(self) -> Span:
        """From the first to the last of the words in the first sentence."""
        return _covering([token for token, _, _ in self.pairs])

    @cached_property
    def other(self) -> Span:
        return _covering([token for _, token, _ in self.pairs])

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """What each pair of words weighs."""
        return tuple(min(one.weight, other.weight) * like for one, other, like in self.pairs)

    @cached_property
    def mass(self) -> float:
        """What all pairs of words weigh."""
        return sum(self.weights)


def near(stems: Sequence[str], lexicon: Lexicon) -> Near:
    """For each stem the others of the story that are near in meaning."""
    if not stems:
        return {}
    vectors = np.stack([lexicon.vector(stem) for stem in stems])
    like = vectors @ vectors.T
    places = np.nonzero(like >= _NEAR - _ROUNDING)
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for i, j, close in zip(*(side.tolist() for side in (*places, np.round(like[places], 3))), strict=True):
        if i != j and close >= _NEAR:
            found[stems[i]].append((stems[j], close))
    return {stem: tuple(own) for stem, own in found.items()}


def meetings(left: Sequence[Sentence], right: Sequence[Sentence], alike: Near) -> Iterator[Meeting]:
    """The meetings of the sentences of two articles; names and dates alone make none."""
    for (a, b), matches in sorted(_matches(left, right, alike).items()):
        for group in _together(left[a], right[b], matches):
            pairs = tuple(_paired(left[a], right[b], group))
            if len(pairs) < 2 or not any(_is_plain(*pair) for pair in pairs):
                continue
            found = Meeting(left[a], right[b], pairs)
            if max(len(found.one), len(found.other)) <= _LONGEST:
                yield found


def _is_plain(one: Token, other: Token, _: float) -> bool:
    """No name, date or bare figure: a word that both print with a capital is a name, known or not."""
    return not (one.named or other.named or one.timed or (one.large and other.large) or one.stem[:1].isdigit())


def _matches(left: Sequence[Sentence], right: Sequence[Sentence], alike: Near) -> dict[tuple[int, int], list[Match]]:
    where: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for b, sentence in enumerate(right):
        for j, token in enumerate(sentence.tokens):
            where[token.stem].append((b, j))
    found: dict[tuple[int, int], list[Match]] = {}
    for a, sentence in enumerate(left):
        here: dict[int, list[Match]] = defaultdict(list)
        for i, token in enumerate(sentence.tokens):
            near = () if token.named else alike.get(token.stem, ())
            for stem, like in ((token.stem, 1.0), *near):
                for b, j in where.get(stem, ()):
                    here[b].append((i, j, like))
        for b, own in here.items():
            if len(own) > 1 and len({i for i, _, _ in own}) > 1 < len({j for _, j, _ in own}):
                found[a, b] = own
    return found


def _together(left: Sentence, right: Sentence, matches: Sequence[Match]) -> Iterator[list[Match]]:
    """The matches, in the order of the first sentence, in groups whose words stand near each other on both sides."""
    group = list(range(len(matches)))
    places = [(left.tokens[i].at, right.tokens[j].at) for i, j, _ in matches]
    for x, (i, j) in enumerate(places):
        for y in range(x - 1, -1, -1):
            k, m = places[y]
            if i - k > _APART:
                break
            if i > k and 0 < abs(j - m) <= _APART and group[x] != group[y]:
                old, new = group[x], group[y]
                group = [new if one == old else one for one in group]
    for name in sorted(set(group)):
        members = [match for match, own in zip(matches, group, strict=True) if own == name]
        if len(members) > 1:
            yield members


def _paired(left: Sentence, right: Sentence, group: Sequence[Match]) -> list[tuple[Token, Token, float]]:
    """Each word with one of the other side: the likest first, then what stands at a like place."""
    chosen: dict[int, tuple[int, float]] = {}
    for i, j, like in sorted(group, key=lambda m: (-m[2], abs(m[0] - m[1]), m)):
        if i not in chosen and all(j != other for other, _ in chosen.values()):
            chosen[i] = (j, like)
    return [(left.tokens[i], right.tokens[j], like) for i, (j, like) in sorted(chosen.items())]


def _covering(tokens: Sequence[Token]) -> Span:
    first = tokens[0].span
    return Span(first.article, first.part, min([t.span.start for t in tokens]), max([t.span.end for t in tokens]))

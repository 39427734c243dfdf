"""Text that derived articles share, brought together over all pairs: one text, however many print it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from conspectus.model import Derivation, Span
from conspectus.origins import Text

_TELLING = 7
"""A shared passage of fewer words is a stock phrase or a name."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Passages of the same articles: ``passages`` of each (by id). ``root`` is the article that all others have them
    from, ``name`` its outlet; ``third`` the outlet or agency that all have them from; None where that is not shown."""

    passages: Mapping[str, Sequence[Span]]
    root: str | None
    name: str | None
    third: str | None

    @property
    def articles(self) -> frozenset[str]:
        return frozenset(self.passages)


def shared(derivations: Sequence[Derivation], texts: Mapping[str, Text]) -> Iterator[Shared]:
    """The texts shared, those of most articles first. Passages that overlap in an article are one text."""
    derived = [found for found in derivations if found.derived]
    together: dict[frozenset[str], dict[str, set[Span]]] = {}
    for cluster in _clusters(derived):
        held = together.setdefault(frozenset(span.article for span in cluster), defaultdict(set))
        for span in cluster:
            held[span.article].add(span)
    for articles in sorted(together, key=lambda one: (-len(one), sorted(one))):
        within = [found for found in derived if {found.one, found.other} <= articles]
        passages = {article: _merged(spans) for article, spans in sorted(together[articles].items())}
        root = _root(articles, within)
        name = texts[root].article.outlet.value if root else None
        yield Shared(passages, root, name, None if root else _third(within))


def _clusters(derived: Sequence[Derivation]) -> Iterator[set[Span]]:
    """The spans of shared passages, those that overlap or face each other in one set."""
    links = [(p.one, p.other) for d in derived for p in d.passages if p.standing == "own" and p.length >= _TELLING]
    parent = {span: span for link in links for span in link}

    def top(span: Span) -> Span:
        while parent[span] != span:
            parent[span] = parent[parent[span]]
            span = parent[span]
        return span

    for one, other in links:
        parent[top(one)] = top(other)
    reach: Span | None = None
    for span in sorted(parent):
        if reach is not None and reach.overlaps(span):
            parent[top(span)] = top(reach)
        if reach is None or not reach.overlaps(span) or span.end > reach.end:
            reach = span
    sets: dict[Span, set[Span]] = defaultdict(set)
    for span in parent:
        sets[top(span)].add(span)
    for key in sorted(sets):
        yield sets[key]


def _merged(spans: set[Span]) -> tuple[Span, ...]:
    """The stretches that the spans cover."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and found[-1].end >= span.start:
            found[-1] = Span(span.article, span.part, found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _root(articles: frozenset[str], within: Sequence[Derivation]) -> str | None:
    """The one article that every other has it from."""
    froms: dict[str, set[str]] = defaultdict(set)
    for found in within:
        way = found.direction.way if found.direction else "cannot tell"
        if way == "one from other":
            froms[found.other].add(found.one)
        elif way == "other from one":
            froms[found.one].add(found.other)
    roots = [article for article in sorted(articles) if froms[article] >= articles - {article}]
    return roots[0] if len(roots) == 1 else None


def _third(within: Sequence[Derivation]) -> str | None:
    named = sorted(
        found.direction.origin.removeprefix("the ").removeprefix("The ")
        for found in within
        if found.direction and found.direction.way == "common origin" and found.direction.origin
    )
    return named[0] if named else None

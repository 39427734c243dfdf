"""By what words somebody is known across articles, and for whom people speak."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from conspectus.compare.entities.forms import form
from conspectus.compare.placed import placed
from conspectus.model import Reading, Span

_UNTIED = frozenset(("NORP", "GPE", "LOC", "DATE", "LAW", "EVENT", "LANGUAGE"))
"""Labels of names beside a person's that the person does not speak for: parties, peoples, places."""


def names_of(reading: Reading) -> dict[Span, str]:
    """For each name of an article the words it is known by: a family name, or the whole name of a body or place,
    in the order of the spans."""
    found = {}
    for name in sorted(reading.names, key=lambda one: one.span):
        words = form(reading.article.words(name.span)).words
        found[name.span] = words[-1] if name.label == "PERSON" else " ".join(words)
    return found


def speaking_for(readings: Sequence[Reading], known: Mapping[str, Mapping[Span, str]]) -> dict[str, frozenset[str]]:
    """For each family name of the story the other names that stand in its sources and descriptions.

    "The ferry line's lawyer, Dana Orlu": who is known as Orlu speaks for the line.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        own = known[reading.article.id]
        people = placed((span, span) for span in sorted({n.span for n in reading.names if n.label == "PERSON"}))
        tied = placed((span, span) for span in sorted({n.span for n in reading.names if n.label not in _UNTIED}))
        sources = [span for one in reading.attributions for span in one.source]
        for span in sources:
            heads = [n for n in people.touching(span) if span.contains(n)][-1:]
            _tie(found, own, heads, [n for n in tied.touching(span) if span.contains(n)])
        for phrase in reading.phrases:
            if heads := people.touching(phrase.about or phrase.head):
                _tie(found, own, heads, [n for n in tied.touching(phrase.core) if phrase.core.contains(n)])
    return {name: frozenset(others) for name, others in found.items()}


def _tie(found: dict[str, set[str]], own: Mapping[Span, str], heads: Sequence[Span], others: Sequence[Span]) -> None:
    for head in heads:
        found[own[head]] |= {own[other] for other in others if own[other] != own[head]}

"""Sentences dropped from the middle of a quotation without a mark.

Two neighbouring sentences of one quotation stand apart in another article's quotation, with further
sentences between them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from conspectus.compare.fragments import Fragment, quoted
from conspectus.compare.utterances import Utterance
from conspectus.compare.words import printed
from conspectus.model import Reading, Span


@dataclass(frozen=True, slots=True)
class Cut:
    """``joined``: the two sentences as one stretch; ``full``: the same with what stands between; ``dropped``: that."""

    joined: tuple[Span, ...]
    full: tuple[Span, ...]
    dropped: str


def cuts(groups: Sequence[Utterance], readings: Sequence[Reading]) -> tuple[Cut, ...]:
    """Every silent cut between two sentences, in the order of the first span."""
    owner = {p.fragment.span: at for at, group in enumerate(groups) for p in group.printings}
    rows = {r.article.id: _rows(r, owner) for r in sorted(readings, key=lambda r: r.article.id)}
    neighbours: dict[tuple[int, int], list[Span]] = {}
    for row in (row for own in rows.values() for row in own):
        for (one, left), (other, right) in pairwise(row):
            if left is not None and right is not None and left != right and not _shown_cut(one, other):
                neighbours.setdefault((left, right), []).append(_over(one, other))
    found = []
    for pair, joined in sorted(neighbours.items()):
        apart = [hit for own in rows.values() for row in own for hit in _apart(row, pair)]
        if apart:
            full = tuple(sorted({span.article: span for span, _ in apart}.values()))
            found.append(Cut(tuple(sorted({s.article: s for s in joined}.values())), full, apart[0][1]))
    return tuple(cut for cut in found if not {s.article for s in cut.joined} & {s.article for s in cut.full})


def _rows(reading: Reading, owner: dict[Span, int]) -> list[list[tuple[Fragment, int | None]]]:
    """For each quotation its sentences with the utterance each belongs to."""
    found: dict[Span, list[tuple[Fragment, int | None]]] = {}
    for fragment in quoted(reading):
        if fragment.quotation is not None:
            found.setdefault(fragment.quotation, []).append((fragment, _owner(fragment.span, owner)))
    return list(found.values())


def _owner(span: Span, owner: dict[Span, int]) -> int | None:
    if span in owner:
        return owner[span]
    return next((at for one, at in owner.items() if one.contains(span)), None)


def _shown_cut(one: Fragment, other: Fragment) -> bool:
    return one.words[-1].cut_after or other.words[0].cut_before


def _apart(row: Sequence[tuple[Fragment, int | None]], pair: tuple[int, int]) -> list[tuple[Span, str]]:
    """Where a quotation has both utterances with sentences between them, and no ellipsis."""
    owners = [at for _, at in row]
    if pair[0] not in owners or pair[1] not in owners:
        return []
    start, end = owners.index(pair[0]), owners.index(pair[1])
    if end - start < 2:
        return []
    between = [fragment for fragment, _ in row[start + 1 : end]]
    return [(_over(row[start][0], row[end][0]), " ".join(printed(fragment.words) for fragment in between))]


def _over(one: Fragment, other: Fragment) -> Span:
    first, last = one.span, other.span
    return Span(first.article, first.part, first.start, last.end)

"""Pairs of statements that tell the same → groups with one statement of each article.

Built around the best pair; a statement joins where it makes a pair with every one already there, so that likeness never
chains away. A long clause may tell two things: one that cannot join where its partner is may begin a second group.
"""

from collections.abc import Sequence

from conspectus.compare.clauses.alike import Alike
from conspectus.model import Statement


def groups(found: Sequence[Alike], threshold: float, again: float) -> tuple[tuple[tuple[Statement, ...], float], ...]:
    """Groups with the score of their best pair, best first.

    ``threshold`` is the score that makes a pair, ``again`` the one that lets a statement into a second group.
    """
    scores = {(p.one.id, p.other.id): p.score for p in found} | {(p.other.id, p.one.id): p.score for p in found}
    home: dict[str, list[Statement]] = {}
    made: list[tuple[list[Statement], float]] = []
    for pair in (p for p in found if p.score >= threshold):
        one, other = pair.one, pair.other
        if one.id in home and other.id in home:
            continue
        group = home.get(one.id) or home.get(other.id)
        if group is not None:
            fresh = other if one.id in home else one
            near = all(scores.get((fresh.id, m.id), 0.0) >= threshold for m in group)
            if near and fresh.span.article not in {m.span.article for m in group}:
                group.append(fresh)
                home[fresh.id] = group
                continue
            if pair.score < again:
                continue
        made.append(([one, other], pair.score))
        for member in (one, other):
            home.setdefault(member.id, made[-1][0])
    return tuple((tuple(sorted(members, key=lambda s: s.span)), score) for members, score in made)

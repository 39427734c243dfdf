"""Which of two derived articles has it from which, by what they print: never by style.

The grounds, from strong to weak: a person who says that they share an origin; a credit (a dateline, byline or
copyright of an agency, "contributed to this report"); a report that names the other's outlet ("first reported by");
edits that only go one way (words cut in one and never in the other, a text that stops where the other goes on);
the earlier time. The strongest ground decides. Grounds of one strength that point apart decide nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from conspectus.model import Credit, Derivation, Direction, Ground, GroundKind, Span, Way
from conspectus.origins.derivation import derivation
from conspectus.origins.rewording import near, reworded
from conspectus.origins.texts import Text
from conspectus.text.outlets import same_outlet

_STRENGTH: tuple[GroundKind, ...] = ("person", "credit", "report", "edit", "time")
_CUTS = 3
"""So many cuts on one side, and none on the other, go one way."""
_TAIL, _WHOLE = 40, 0.9
"""A text of which nearly all is shared, and which stops so many words before the other, is the shorter version."""
_DAY = 10
"""Characters of an ISO date with its day."""


def related(one: Text, other: Text) -> Derivation:
    """The relation of two articles with its passages, exact, near and reworded, and its direction where one derives."""
    found = derivation(one.words, other.words)
    joined = near(found.passages, one.words, other.words)
    if not found.derived:
        return replace(found, passages=joined)
    bodies = (one.article.body, other.article.body)
    passages = (*joined, *reworded(found.passages, one.words, other.words, bodies))
    ordered = tuple(sorted(passages, key=lambda passage: passage.one))
    return replace(found, direction=direction(found, one, other), passages=ordered)


def direction(found: Derivation, one: Text, other: Text) -> Direction:
    """The direction of a derived pair with every ground for it; *cannot tell* where nothing shows it."""
    grounds = tuple(_grounds(found, one, other))
    for kind in _STRENGTH:
        ways = {ground.way for ground in grounds if ground.kind == kind}
        if len(ways) == 1:
            way = ways.pop()
            third = next((o for g, o in _named(grounds, one, other) if g.kind == kind and g.way == way), None)
            return Direction(way, third if way == "common origin" else None, grounds)
        if ways:
            break
    return Direction("cannot tell", None, grounds)


def _grounds(found: Derivation, one: Text, other: Text) -> Iterator[Ground]:
    yield from _person(one, other)
    yield from _credited(one, other)
    yield from _reported(found, one, other)
    yield from _edited(found, one, other)
    yield from _timed(one, other)


def _person(one: Text, other: Text) -> Iterator[Ground]:
    left, right = one.article.origin, other.article.origin
    if left.value and left.value == right.value:
        yield Ground("person", "common origin", (), f"A person says that both come from {left.value}.")


def _credited(one: Text, other: Text) -> Iterator[Ground]:
    """Credits for the whole article or a part of it, of either."""
    direct = [
        Ground("credit", here, (credit.span,), f"One credits {credit.name}, which the other is.")
        for text, opposite, here, _ in _both(one, other)
        for credit in _first(text.credits, ("whole", "part"))
        if _is(opposite, credit.name) and not _is(text, credit.name)
    ]
    yield from direct
    for text, opposite, _, there in _both(one, other) if not direct else ():
        for credit in _first(text.credits, ("whole", "part")):
            name = credit.name
            shared = _held(opposite, name, ("whole", "part"))
            if shared:
                yield Ground("credit", "common origin", (credit.span, shared.span), f"Both credit {name}.")
            elif credit.how == "whole":
                yield Ground(
                    "credit", there, (credit.span,), f"One is copy of {name}, the other credits nobody for it."
                )
            else:
                yield Ground("credit", "common origin", (credit.span,), f"One credits {name} for a part.")


def _reported(found: Derivation, one: Text, other: Text) -> Iterator[Ground]:
    """Reports of another outlet's words or finds; what both report of a third counts where it is no shared text."""
    direct = [
        Ground("report", here, (credit.span,), f"One passes on what {credit.name} had.")
        for text, opposite, here, _ in _both(one, other)
        for credit in _first(text.credits, ("relay",))
        if _is(opposite, credit.name)
    ]
    yield from direct
    copied = [span for passage in found.passages for span in (passage.one, passage.other)]
    for credit in _first(one.credits, ("relay",)) if not direct else ():
        shared = _held(other, credit.name, ("relay",))
        if shared and not any(span.overlaps(c.span) for span in copied for c in (credit, shared)):
            yield Ground("report", "common origin", (credit.span, shared.span), f"Both pass on what {credit.name} had.")


def _both(one: Text, other: Text) -> tuple[tuple[Text, Text, Way, Way], ...]:
    """Either text with the opposite one, and the way "it from the opposite", "the opposite from it"."""
    return (one, other, "one from other", "other from one"), (other, one, "other from one", "one from other")


def _is(text: Text, name: str) -> bool:
    """The text is that outlet's own: its publisher's name."""
    return same_outlet(text.article.outlet.value or "", name)


def _held(text: Text, name: str, how: Sequence[str]) -> Credit | None:
    return next((c for c in text.credits if c.how in how and same_outlet(c.name, name)), None)


def _first(credits: Sequence[Credit], how: Sequence[str]) -> Iterator[Credit]:
    """The first credit of each outlet, the fuller name first."""
    seen: list[str] = []
    for credit in sorted((c for c in credits if c.how in how), key=lambda c: (how.index(c.how), -len(c.name), c.span)):
        if not any(same_outlet(credit.name, name) for name in seen):
            seen.append(credit.name)
            yield credit


def _named(grounds: Sequence[Ground], one: Text, other: Text) -> Iterator[tuple[Ground, str]]:
    """Grounds with the third that they name."""
    names = {c.span: c.name for text in (one, other) for c in text.credits}
    for ground in grounds:
        if ground.kind == "person":
            yield ground, str(one.article.origin.value)
        elif ground.spans and ground.spans[0] in names:
            yield ground, names[ground.spans[0]]


def _edited(found: Derivation, one: Text, other: Text) -> Iterator[Ground]:
    own = [p for p in found.passages if p.standing != "furniture"]
    cuts: dict[Way, list[Span]] = {"one from other": [], "other from one": []}
    for before, after in pairwise(own):
        left, right = (
            one.words.between(before.one.end, after.one.start),
            other.words.between(before.other.end, after.other.start),
        )
        if left == 0 < right:
            cuts["one from other"].append(Span(before.other.article, "body", before.other.end, after.other.start))
        elif right == 0 < left:
            cuts["other from one"].append(Span(before.one.article, "body", before.one.end, after.one.start))
    for way, spans in cuts.items():
        if len(spans) >= _CUTS and not cuts[_turned(way)]:
            yield Ground(
                "edit", way, tuple(spans), f"One lacks words inside in {len(spans)} places, the other in none."
            )
    yield from _stopped(found, one, other)


def _turned(way: Way) -> Way:
    return "other from one" if way == "one from other" else "one from other"


def _stopped(found: Derivation, one: Text, other: Text) -> Iterator[Ground]:
    for share, (text, opposite, here, _), turned in zip(found.shares, _both(one, other), (False, True), strict=True):
        if share < _WHOLE or not found.passages:
            continue
        last = max(found.passages, key=lambda p: p.other.end if turned else p.one.end)
        mine, theirs = (last.other, last.one) if turned else (last.one, last.other)
        told = [p.one if turned else p.other for p in found.passages]
        rest = [
            at
            for at, start in enumerate(opposite.words.starts)
            if start >= theirs.end and not any(span.start <= start < span.end for span in told)
        ]
        left = sum(start >= mine.end for start in text.words.starts)
        if len(rest) >= _TAIL and left * 4 < len(rest):
            tail = opposite.words.span(rest[0], rest[-1] + 1)
            yield Ground("edit", here, (tail,), f"One stops where the other goes on for {len(rest):,} words.")


def _timed(one: Text, other: Text) -> Iterator[Ground]:
    left, right = (text.article.published.value or "" for text in (one, other))
    days = left[:_DAY], right[:_DAY]
    if min(map(len, days)) < _DAY or days[0] == days[1]:
        return
    way: Way = "one from other" if days[1] < days[0] else "other from one"
    yield Ground("time", way, (), f"One was published on {min(days)}, the other on {max(days)}.")

"""Which saying lies inside which."""

from collections.abc import Sequence
from dataclasses import replace

from conspectus.model import Span
from conspectus.read.chains.sayings import Saying
from conspectus.read.nearby import Nearby


def parents(found: Sequence[Saying]) -> list[int | None]:
    """For each saying the number of the one right around it, or None.

    Of all that reach its cue it is the narrowest. Two that reach each other's cue hold none of each other, save
    that "according to" stands outside the clause it is put into.
    """
    at = Nearby()
    for number, saying in enumerate(found):
        at.add(number, saying.reach)
    outer: list[int | None] = []
    for number, saying in enumerate(found):
        near = at.at([saying.head]) if saying.head else []
        around = [n for n in near if n != number and _around(found[n], saying) and not _one_voice(found[n], saying)]
        closest = min(around, key=lambda n: (_size(found[n]), n), default=None)
        outer.append(_backshifted(found, saying) if closest is None else closest)
    return [parent if not _circular(outer, number) else None for number, parent in enumerate(outer)]


def _backshifted(found: Sequence[Saying], saying: Saying) -> int | None:
    """The saying that another goes on, by its tense alone: "Orlu said it was safe, and her aide had told Hale that".

    The parse may join the second clause to "said"; told by the article itself, it would stand in the past tense.
    """
    if saying.ground is None or saying.token is None:
        return None
    verb = saying.ground.doc[saying.token]
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if verb.dep_ != "conj" or verb.head.tag_ != "VBD" or helpers != {"had"}:
        return None
    return next(
        (
            number
            for number, one in enumerate(found)
            if one.ground is saying.ground and one.token == verb.head.i and one.content and not _one_voice(one, saying)
        ),
        None,
    )


def corrected(found: Sequence[Saying]) -> list[Saying]:
    """The sayings, where one that stands in the words of another had been given that other's source.

    In "Orlu called it safe, the ministry said" the trained reader may credit both cues to the ministry; the
    grammar gives the inner one its own subject.
    """
    at = Nearby()
    for number, saying in enumerate(found):
        at.add(number, saying.reach)
    return [_corrected(saying, [found[n] for n in at.at([saying.head])]) if saying.head else saying for saying in found]


def _corrected(saying: Saying, near: Sequence[Saying]) -> Saying:
    if not saying.subject or not saying.source or _touch(saying.subject, saying.source):
        return saying
    for outer in near:
        around = outer.head != saying.head and _around(outer, saying) and not outer.wishes
        if around and _touch(outer.source, saying.source) and not _touch(outer.source, saying.subject):
            return replace(saying, source=saying.subject, who=frozenset())
    return saying


def _touch(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a.overlaps(b) for a in one for b in other)


def _around(outer: Saying, inner: Saying) -> bool:
    if inner.head is None or not any(span.contains(inner.head) for span in outer.reach):
        return False
    back = outer.head is not None and any(span.contains(outer.head) for span in inner.reach)
    return not back or (outer.frame == "according") > (inner.frame == "according")


def _one_voice(outer: Saying, inner: Saying) -> bool:
    """ "Orlu said …, adding that": the same words name both sources; or the outer one is nobody, or only wishes."""
    return (
        outer.wishes
        or not (outer.source or outer.cue)
        or (bool(inner.who) and bool(outer.who) and (inner.who <= outer.who or outer.who <= inner.who))
    )


def _size(saying: Saying) -> int:
    return sum(len(span) for span in _merged(saying.reach))


def _merged(spans: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.part, s.start, s.end)):
        if found and found[-1].overlaps(span):
            last = found.pop()
            span = Span(last.article, last.part, last.start, max(last.end, span.end))
        found.append(span)
    return found


def _circular(outer: Sequence[int | None], number: int) -> bool:
    seen = {number}
    at = outer[number]
    while at is not None and at not in seen:
        seen.add(at)
        at = outer[at]
    return at == number

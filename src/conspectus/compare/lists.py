"""Lists: several that one article names together, of whom another names only some.

Compared are names that stand in a row ("the Tarnish, Velish and other minorities", "Orlu and Pell"). The other article
names some of them, where it most likely tells the same, and none of the others anywhere. A list that ends in "and
other …" tells of a group, so a name for a part of it is enough; elsewhere the two clauses have to be alike. The longer
list may only tell more, so it is a detail.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from conspectus.compare.check import Check, Evidence
from conspectus.compare.context import sentences_of
from conspectus.compare.mentions import Mention, likeness, mentions
from conspectus.compare.words import content, stem, words
from conspectus.model import Finding, Made, Name, Reading, Side, Span, finding_id

MADE = Made("compare.lists", "1")
_MEMBERS = frozenset(("PERSON", "ORG", "NORP", "GPE", "LOC"))
_ALIKE = 0.15
"""From this score on, two clauses tell the same, so that who is named in them can be compared."""
_LONGEST = 110
"""Characters of a list that is shown."""
_INITIALS = 2
"""So many letters may be a person's initials, in "B. and Dana Orlu"."""
_BETWEEN = frozenset((",", "and", "or", ", and", ", or"))
_OTHERS = ("and other", ", and other", "or other")
_REASON = "One article names several together, the other only some of them, and the rest nowhere."

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Names in a row: ``span`` is all of it, ``members`` the stems of each; ``group``: it ends in "and other …"."""

    span: Span
    members: tuple[Stems, ...]
    group: bool


@dataclass(frozen=True, slots=True)
class _Pair:
    listed: Listed
    named: Span
    score: float


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    readings = {reading.article.id: reading for reading in evidence.readings}
    alike: dict[frozenset[str], float] = {frozenset((one.one.id, one.other.id)): one.score for one in evidence.alike}
    found: dict[Span, list[_Pair]] = {}
    for one, other in permutations(sorted(readings), 2):
        for pair in _pairs(readings[one], readings[other], alike, evidence.rare):
            found.setdefault(pair.listed.span, []).append(pair)
    return tuple(_finding(pairs, readings) for pairs in _once(found))


def _once(found: Mapping[Span, list[_Pair]]) -> Iterator[list[_Pair]]:
    """Of several lists of the same members the one that is told most alike."""
    best: dict[tuple[str, frozenset[Stems]], list[_Pair]] = {}
    for span in sorted(found):
        pairs = found[span]
        key = (span.article, frozenset(pairs[0].listed.members))
        if key not in best or pairs[0].score > best[key][0].score:
            best[key] = pairs
    yield from best.values()


def lists(reading: Reading) -> Iterator[Listed]:
    """The lists of an article in document order."""
    run: list[Name] = []
    text = ""
    for name in (one for one in reading.names if one.label in _MEMBERS):
        last = run[-1].span if run else None
        if last and last.part == name.span.part and text[last.end : name.span.start].strip() in _BETWEEN:
            run.append(name)
            continue
        yield from _listed(reading, run)
        run, text = [name], reading.article.part(name.span.part)
    yield from _listed(reading, run)


def _listed(reading: Reading, run: Sequence[Name]) -> Iterator[Listed]:
    if len(run) < 2:
        return
    first, last = run[0].span, run[-1].span
    text = reading.article.part(first.part)
    group = next((p.span for p in reading.phrases if p.plural and _ends_list(text, last, p.core)), None)
    members = tuple(_member(reading, name) for name in run)
    span = Span(first.article, first.part, first.start, group.end if group else last.end)
    if len(span) > _LONGEST or not all(members) or len(set(members)) < len(members):
        return
    if group or (_is_closed(text, run) and _is_whole(reading, span, last)):
        yield Listed(span, members, group is not None)


def _is_closed(text: str, run: Sequence[Name]) -> bool:
    """An "and" or "or" stands before the last name."""
    return text[run[-2].span.end : run[-1].span.start].strip().endswith(("and", "or"))


def _is_whole(reading: Reading, span: Span, last: Span) -> bool:
    """No clause ends inside it, and the last name belongs to no noun behind it."""
    bare = any(phrase.head.overlaps(last) for phrase in reading.phrases)
    ends = (s.span for s in reading.statements if s.span.overlaps(span))
    return bare and not any(span.start < one.start < span.end or span.start < one.end < span.end for one in ends)


def _member(reading: Reading, name: Name) -> Stems:
    """The words of a name; of a person the last one."""
    found = _stems(reading, name.span)
    found = found[-1:] if name.label == "PERSON" else found
    return found if found and len(found[-1]) > _INITIALS else ()


def _ends_list(text: str, last: Span, core: Span) -> bool:
    """Whether the phrase is the "other …" that stands behind the last name."""
    if core.part != last.part or not last.end < core.end <= last.end + _LONGEST:
        return False
    return text[last.end : core.end].strip().startswith(_OTHERS) and "." not in text[last.end : core.end]


def _stems(reading: Reading, span: Span) -> Stems:
    return tuple(stem(word.norm) for word in words(reading.article, span, False) if word.is_content)


def _pairs(
    one: Reading, other: Reading, alike: Mapping[frozenset[str], float], rare: Mapping[str, float]
) -> Iterator[_Pair]:
    text = frozenset().union(*(content(other.article, s.span) for s in other.sentences))
    named = [(_stems(other, n.span), n.span) for n in other.names]
    for listed in lists(one):
        there = [member for member in listed.members if any(_names(words, member) for words, _ in named)]
        rest = [member for member in listed.members if member not in there]
        if not there or not rest or any(_may_stand(member, text) for member in rest) or _initials(one, listed) & text:
            continue
        names = [span for words, span in named if any(_names(words, member) for member in there)]
        own = mentions(one, [listed.span])[0]
        scored = [(_score(own, at, listed, alike, rare), at.span) for at in mentions(other, names)]
        score, best = max(scored, key=lambda pair: (pair[0], -pair[1].start), default=(0.0, listed.span))
        if score > 0:
            yield _Pair(listed, _whole(other, best), score)


def _names(name: Stems, member: Stems) -> bool:
    return name[-len(member) :] == member


def _may_stand(member: Stems, text: frozenset[str]) -> bool:
    """Whether an article may name it: it has the last word, or most of the words."""
    return member[-1] in text or 2 * sum(word in text for word in member) > len(member)


def _initials(reading: Reading, listed: Listed) -> frozenset[str]:
    """The initials by which the other article may name one of the list."""
    spans = [n.span for n in reading.names if listed.span.contains(n.span)]
    capitals = ("".join(c for c in reading.article.words(span) if c.isupper()).lower() for span in spans)
    return frozenset(letters for letters in capitals if len(letters) > 1)


def _score(
    own: Mention, at: Mention, listed: Listed, alike: Mapping[frozenset[str], float], rare: Mapping[str, float]
) -> float:
    told = max((alike.get(frozenset((a, b)), 0.0) for a in own.statements for b in at.statements), default=0.0)
    if told >= _ALIKE:
        return 1 + told
    return likeness(own, at, rare) if listed.group else 0.0


def _whole(reading: Reading, name: Span) -> Span:
    """The list that the name stands in, else the noun phrase."""
    row = next((one.span for one in lists(reading) if one.span.contains(name)), None)
    if row:
        return row
    around = [p.core for p in reading.phrases if p.core.contains(name)]
    return min(around, key=len, default=name)


def _finding(pairs: Sequence[_Pair], readings: Mapping[str, Reading]) -> Finding:
    listed = pairs[0].listed
    spans = {listed.span: "a", **{pair.named: "b" for pair in pairs}}
    sides = tuple(_side(span, spans[span], readings[span.article]) for span in sorted(spans))
    told = {side.article for side in sides}
    return Finding(
        id=finding_id("discrepancy", "scope", list(spans)),
        kind="discrepancy", property="scope", verdict="differ", severity="granularity",
        title=f"Of whom: {readings[listed.span.article].article.words(listed.span)}", sides=sides,
        missing=tuple(a for a in sorted(readings) if a not in told), reconciled=None, certainty=0.6,
        reason=_REASON, origin=None, collation=(), made=MADE,
    )  # fmt: skip


def _side(span: Span, letter: str, reading: Reading) -> Side:
    return Side(span.article, (span,), sentences_of(reading, span), reading.article.words(span), letter)


CHECK = Check(MADE, __doc__ or "", _run)

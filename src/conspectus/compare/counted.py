"""Agreement counted by origin: on what the articles that tell the same rest.

Two articles rest on one origin where the agreeing words of both go back to it, or where both credit them to one
source. One whose words go back to nothing that it names or shares has no origin stated; that is counted apart, and
shows no independence. Two sources of which nobody can tell whether they are one are not counted as two.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from conspectus.compare.graph import origin_id
from conspectus.compare.sources import Source, are_one, called, relation, source_of
from conspectus.model import Drawn, Finding, Made, Origin, OriginGraph, Reading, Rest, Span
from conspectus.text.outlets import same_outlet

MADE = Made("compare.counted", "1")
_COUNT = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


@dataclass(frozen=True, slots=True)
class _Held:
    """The agreeing words of one article: the origins they go back to, and the source that they are credited to."""

    article: str
    spans: tuple[Span, ...]
    origins: tuple[Origin, ...]
    source: Source | None


def counted(
    findings: Sequence[Finding], graph: OriginGraph, readings: Sequence[Reading]
) -> tuple[tuple[Finding, ...], OriginGraph]:
    """The findings with what their agreement rests on, and the graph with the sources that only agreements show."""
    by_article = {reading.article.id: reading for reading in readings}
    found: list[Finding] = []
    voices: dict[str, Origin] = {}
    for finding in findings:
        if finding.verdict == "agree" and finding.kind in ("agreement", "quote"):
            rests, new = _rests(finding, graph, by_article)
            voices |= {one.id: one for one in new}
            finding = _with(finding, rests)
        found.append(finding)
    origins = (*graph.origins, *(voices[name] for name in sorted(voices)))
    return tuple(found), replace(graph, origins=origins)


def _rests(
    finding: Finding, graph: OriginGraph, readings: Mapping[str, Reading]
) -> tuple[tuple[Rest, ...], list[Origin]]:
    """One entry an origin, the one with most articles first; articles without a stated origin come last."""
    groups: list[list[_Held]] = []
    for one in _holding(finding, graph, readings):
        touching = [group for group in groups if any(_one_origin(one, other, readings) for other in group)]
        groups = [group for group in groups if group not in touching]
        groups.append([one, *(other for group in touching for other in group)])
    rests: list[Rest] = []
    voices: list[Origin] = []
    none: list[str] = []
    for group in groups:
        articles = tuple(sorted(one.article for one in group))
        named = _common(group)
        if named is None and any(one.source for one in group):
            named = _voice(group, readings)
            voices += [named] if named else []
        if named is None:
            none += articles
        else:
            others = [other for other in groups if other is not group]
            apart = all(_apart(one, other) for rival in others for one in group for other in rival)
            rests.append(Rest(named.id, named.name, articles, apart))
    rests.sort(key=lambda rest: (-len(rest.articles), rest.articles))
    return (*rests, *((Rest(None, None, tuple(sorted(none))),) if none else ())), voices


def _holding(finding: Finding, graph: OriginGraph, readings: Mapping[str, Reading]) -> list[_Held]:
    found = []
    for article in sorted({side.article for side in finding.sides}):
        spans = tuple(span for side in finding.sides if side.article == article for span in side.spans)
        reached = {one.id for span in spans for one in graph.at(span)}
        origins = tuple(one for one in graph.origins if one.id in reached)
        found.append(_Held(article, spans, origins, _source(spans, readings[article])))
    return found


def _source(spans: Sequence[Span], reading: Reading) -> Source | None:
    """Whom the article credits the words to, where that can be told."""
    inner = [s.holders[0] for s in reading.statements if s.span in spans and s.holders]
    credited = next((a for a in reading.attributions if a.id in inner and a.source), None)
    source = source_of(reading, credited) if credited else None
    return source if source and source.sort != "unclear" else None


def _one_origin(one: _Held, other: _Held, readings: Mapping[str, Reading]) -> bool:
    if {o.id for o in one.origins} & {o.id for o in other.origins} or are_one(one.source, other.source):
        return True
    return any(
        origin.kind in ("outlet", "wire copy")
        and same_outlet(readings[b.article].article.outlet.value or "", origin.name or "")
        for a, b in ((one, other), (other, one))
        for origin in a.origins
    )


def _apart(one: _Held, other: _Held) -> bool:
    """Two sources that are clearly not one; what has none is counted apart anyway."""
    if one.source is None or other.source is None:
        return not other.origins or not one.origins or one.source is other.source is None
    return relation(one.source, other.source) == "different"


def _common(group: Sequence[_Held]) -> Origin | None:
    """The origin that most of the articles share, the more telling first."""
    order = list(dict.fromkeys(origin for one in group for origin in one.origins))
    return max(order, key=lambda o: (sum(o in one.origins for one in group), o.name is not None), default=None)


def _voice(group: Sequence[_Held], readings: Mapping[str, Reading]) -> Origin | None:
    """The source that the words are credited to, as an origin."""
    held = [(one, one.source) for one in group if one.source]
    words = [called(readings[one.article], source.credited) for one, source in held]
    drawn = tuple(
        Drawn(one.article, one.spans, source.spans, False) for one, source in sorted(held, key=lambda p: p[0].article)
    )
    name = max(words, key=lambda text: (len(text), text), default=None)
    spans = [span for one in drawn for span in (*one.passages, *one.stated)]
    return Origin(origin_id("source", spans), None, name, "stated", "The articles credit it to one source.", drawn)


def _with(finding: Finding, rests: tuple[Rest, ...]) -> Finding:
    stated = [rest for rest in rests if rest.origin]
    alone = stated[0].name if len(stated) == len(rests) == 1 else None
    return replace(finding, origin=alone, rests=rests, reason=f"{finding.reason} {_says(rests)}")


def _says(rests: Sequence[Rest]) -> str:
    """On how many origins it rests, as one sentence."""
    stated = [rest for rest in rests if rest.origin]
    none = sum(len(rest.articles) for rest in rests if rest.origin is None)
    if not stated:
        return "No origin is stated, which does not show the articles to be independent."
    if len(stated) > 1 and not all(rest.apart for rest in stated):
        what = f"{_number(len(stated), 'source')} are named; nobody can tell whether they are one origin"
        what = what[0].upper() + what[1:]
    else:
        what = f"It rests on {_number(len(stated), 'origin')}"
    return f"{what}; for {_number(none, 'article')} none is stated." if none else f"{what}."


def _number(count: int, what: str) -> str:
    return f"{_COUNT.get(count, str(count))} {what}{'' if count == 1 else 's'}"

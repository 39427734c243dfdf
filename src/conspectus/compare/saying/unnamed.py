"""Named here, unnamed there: clauses that tell the same, in one article from somebody whom it names, in another from
people who stay unnamed ("two officials", "sources close to the talks").

Nobody can tell whether they are one, and neither has to be wrong; but what rests on a name can be asked for.
Wishes, plans and promises are left out, and clauses that are a small part of what is said.
"""

import re
from collections.abc import Iterator

from conspectus.compare.check import Check, Evidence
from conspectus.compare.clauses.alike import Alike
from conspectus.compare.context import sentences_of
from conspectus.compare.saying.vocabulary import UNNAMED
from conspectus.compare.saying.who import Speaking, Who
from conspectus.compare.sources import called
from conspectus.model import Attribution, Finding, Made, Reading, Side, Span, Statement, finding_id

MADE = Made("compare.unnamed", "1")
_ALIKE = 0.3
"""The score from which two clauses tell the same, as for an agreement."""
_SHARE = 0.35
"""The least share of what is said that the clause has to be."""
_ROOM = 120
"""Characters that the words of one article may take."""
_NAMED = "One article has this from somebody whom it names, another from people who stay unnamed."
_OUTLET = "One article has this from another outlet, another from people who stay unnamed."
_WORD = re.compile(r"[^\W\d_]+")


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    readings = {reading.article.id: reading for reading in evidence.readings}
    speaking = Speaking(evidence.readings, evidence.entities)
    found: list[Finding] = []
    shown: set[tuple[Span, ...]] = set()
    for pair in sorted(evidence.alike, key=lambda one: (-one.score, one.one.span, one.other.span)):
        if pair.score >= _ALIKE:
            sources = [who for s in (pair.one, pair.other) for who in _telling(s, readings[s.span.article], speaking)]
            unlike = len(sources) == 2 and sorted(map(_unnamed, sources)) == [False, True]
            # Each saying once, with what is likest to it.
            if unlike and any(map(_named, sources)) and shown.isdisjoint(who.spans for who in sources):
                found.append(_finding(pair, sources, sorted(readings)))
                shown.update(who.spans for who in sources)
    return tuple(found)


def _telling(statement: Statement, reading: Reading, speaking: Speaking) -> Iterator[Who]:
    """Who says it, where the article prints source and cue and the clause is enough of what is said."""
    inner = next((one for one in reading.attributions if one.id in statement.holders[:1]), None)
    if inner is None or not inner.source or not inner.cue or inner.manner == "promising":
        return
    who = speaking.who(reading, inner)
    if who.speaks and sum(map(len, who.spans)) <= _ROOM and _share(statement, inner) >= _SHARE:
        yield who


def _share(statement: Statement, said: Attribution) -> float:
    own = [span for span in said.content if span.overlaps(statement.span)]
    common = sum(min(span.end, statement.span.end) - max(span.start, statement.span.start) for span in own)
    return round(common / sum(map(len, said.content)), 3)


def _unnamed(who: Who) -> bool:
    printed = " ".join(who.reading.article.words(span) for span in who.credited.source).lower()
    return who.kind in ("unnamed", "collective", "document", None) and not UNNAMED.isdisjoint(_WORD.findall(printed))


def _named(who: Who) -> bool:
    return who.kind == "body" or (who.kind in ("person", "outlet") and who.entity is not None)


def _finding(pair: Alike, sources: list[Who], articles: list[str]) -> Finding:
    sides = tuple(sorted((_side(who) for who in sources), key=lambda side: side.article))
    spans = [span for side in sides for span in side.spans]
    told = {side.article for side in sides}
    return Finding(
        id=finding_id("discrepancy", "speaker_source", spans), kind="discrepancy", property="speaker_source",
        verdict="differ", severity="granularity", title="Who tells it, named and unnamed", sides=sides,
        missing=tuple(a for a in articles if a not in told), reconciled=None, certainty=round(0.5 + pair.score / 2, 2),
        reason=_OUTLET if any(who.kind == "outlet" for who in sources) else _NAMED,
        origin=None, collation=(), made=MADE,
    )  # fmt: skip


def _side(who: Who) -> Side:
    reading = who.reading
    letter = "b" if _unnamed(who) else "a"
    context = sentences_of(reading, *who.spans)
    return Side(reading.article.id, who.spans, context, called(reading, who.credited), letter)


CHECK = Check(MADE, __doc__ or "", _run)

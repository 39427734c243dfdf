"""One utterance, credited to different sources.

Compared are the sources that the articles print beside the same words. Two people who are clearly not one
are a conflict. A person and a body are a tension: a ministry’s release can carry its minister’s words. Where one
article names the source and another has only "a spokesman" or "officials", nobody can tell whether they are one.
Where an article has only a pronoun or a role that it gives to nobody, nothing is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from conspectus.compare.check import Check, Evidence
from conspectus.compare.context import sentences_of
from conspectus.compare.letters import Letters
from conspectus.compare.likeness import VERBATIM
from conspectus.compare.sources import Relation, Source, relation, source_of
from conspectus.compare.utterances import Printing, Utterance
from conspectus.compare.words import printed
from conspectus.model import Attribution, Finding, Made, Reading, Severity, Side, Voice, finding_id

MADE = Made("compare.speakers", "1")
_SEVERITY: dict[Relation, Severity | None] = {"different": "conflict", "carrier": "tension", "unclear": None}
_REASON: dict[Relation, str] = {
    "different": "The same words are credited to two different sources.",
    "carrier": "The same words are credited to a person and to a body, whose statement may carry the person’s words.",
    "unclear": "One article names the source of the words, another does not; nobody can tell whether they are one.",
}
_LONG, _MOST_OF = 7, 0.8
"""Words of a quotation, and the share of them in the same order, that show one saying."""
_ENOUGH = 4
"""Content words that have to be shared before a difference of source is worth a finding, unless they are verbatim."""


@dataclass(frozen=True, slots=True)
class Credit:
    """The source that one article prints for the utterance."""

    printing: Printing
    source: Source


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    readings = {reading.article.id: reading for reading in evidence.readings}
    found = (_finding(one, readings) for one in evidence.utterances)
    return tuple(finding for finding in found if finding)


def _finding(utterance: Utterance, readings: dict[str, Reading]) -> Finding | None:
    credits = [credit for own in utterance.by_article().values() if (credit := _credit(own))]
    apart: list[tuple[Relation, Credit, Credit]] = []
    for one, other in combinations(credits, 2):
        apart_by = _apart(one.source, other.source)
        if apart_by and _enough(one.printing, other.printing) and not _shared(one, other, readings):
            apart.append((apart_by, one, other))
    if not apart:
        return None
    how = min((relation for relation, _, _ in apart), key=list(_SEVERITY).index)
    told = [c for c in credits if any(c in (one, other) for relation, one, other in apart if relation == how)]
    letters = _letters([c.source for c in told])
    sides = tuple(
        _side(c, letter, readings[c.printing.fragment.span.article]) for c, letter in zip(told, letters, strict=True)
    )
    articles = {side.article for side in sides}
    return Finding(
        id=finding_id("discrepancy", "speaker_source", [span for side in sides for span in side.spans]),
        kind="discrepancy", property="speaker_source", severity=_SEVERITY[how],
        verdict="differ" if _SEVERITY[how] else "cannot tell",
        title=f"Who said {_opening(told)}", sides=sides,
        missing=tuple(a for a in sorted(readings) if a not in utterance.by_article() and a not in articles),
        reconciled=None, certainty=round(0.9 * utterance.certainty, 2), reason=_REASON[how], origin=None,
        collation=(), made=MADE,
    )  # fmt: skip


def _enough(one: Printing, other: Printing) -> bool:
    """Enough words to be one saying: some with a meaning of their own, or many in the same order, both in marks."""
    if min(one.matched, other.matched) >= _ENOUGH:
        return True
    left, right = one.fragment, other.fragment
    if not left.form == right.form == "quoted":
        return False
    return (left.key == right.key and len(left.key) >= VERBATIM) or _in_one_order(left.key, right.key)


def _in_one_order(one: Sequence[str], other: Sequence[str]) -> bool:
    """Many words, nearly all of them in the same order: plain words are told apart by nothing else."""
    from rapidfuzz.distance import LCSseq

    if min(len(one), len(other)) < _LONG:
        return False
    return LCSseq.similarity(one, other) >= _MOST_OF * max(len(one), len(other))


def _apart(one: Source, other: Source) -> Relation | None:
    """How two sources stand apart; None where they may well be one or nothing shows it."""
    how = relation(one, other)
    if how == "unclear":
        named, other = (one, other) if one.sort == "person" else (other, one)
        return how if named.sort == "person" and other.sort == "role" and not other.single else None
    return None if how == "same" else how


def _shared(one: Credit, other: Credit, readings: dict[str, Reading]) -> bool:
    """True when a further source of the words of one, beside it or in its chain, may be the source of the other."""
    for credit, opposite in ((one, other), (other, one)):
        fragment = credit.printing.fragment
        reading = readings[fragment.span.article]
        chains = (c for c in reading.chains if any(span.overlaps(fragment.span) for span in c.content))
        voices = [voice for chain in chains if len(chain.voices) > 1 for voice in chain.voices if voice.source]
        credited: list[Attribution | Voice] = [*fragment.beside, *voices]
        further = [source_of(reading, one) for one in credited]
        if any(relation(source, opposite.source) in ("same", "unclear") for source in further):
            return True
    return False


def _credit(printings: Sequence[Printing]) -> Credit | None:
    """The clearest source an article gives: the one beside the fullest printing that has one."""
    clear = [p for p in printings if p.source is not None and p.source.sort != "unclear" and p.source.spans]
    best = max(clear, key=lambda p: (p.matched, p.fragment.form == "quoted"), default=None)
    return Credit(best, best.source) if best and best.source else None


def _letters(sources: Sequence[Source]) -> list[str]:
    """A letter for each source, the same for the same one."""
    kinds: list[Source] = []
    letters = Letters()
    found = []
    for source in sources:
        at = next((i for i, one in enumerate(kinds) if relation(one, source) == "same"), len(kinds))
        kinds += [source] if at == len(kinds) else []
        found.append(letters.of(at))
    return found


def _side(credit: Credit, letter: str, reading: Reading) -> Side:
    spans = tuple(sorted(credit.source.spans))
    value = " ".join(reading.article.words(span) for span in credit.source.credited.source)
    return Side(credit.printing.fragment.span.article, spans, sentences_of(reading, *spans), value or None, letter)


def _opening(told: Sequence[Credit]) -> str:
    fullest = max((c.printing.fragment.words for c in told), key=len)
    text = printed(fullest[:7]).strip("\"'“”‘’,;:. ")
    return f"“{text} …”" if len(fullest) > 7 else f"“{text}”"


CHECK = Check(MADE, __doc__ or "", _run)

"""One utterance in several articles: which words each prints inside its quotation marks.

The words are laid side by side, word by word. House style (case, punctuation, spelling, contractions,
numerals) is no difference. Printed quotations that differ in words, or leave words out without showing it,
are a conflict; one that begins later, ends earlier or reports the words without marks is a detail, and so is
one that is given in translation, or through another channel. A phrase that one article quotes and another has
inside more words of the same source, and that neither has from anybody else, is a printing as well.
"""

from collections.abc import Sequence

from conspectus.compare.check import Check, Evidence
from conspectus.compare.collate import collate
from conspectus.compare.context import sentences_of
from conspectus.compare.cuts import Cut, cuts
from conspectus.compare.letters import Letters
from conspectus.compare.occasions import told_through, translated
from conspectus.compare.traces import NAMES
from conspectus.compare.utterances import Utterance
from conspectus.compare.variants import SEVERITY, Sort, Variant, Witness, variants, witness
from conspectus.compare.words import printed
from conspectus.model import Column, Finding, Made, Reading, Severity, Side, finding_id

MADE = Made("compare.quotations", "2")
_RANK: dict[Severity | None, int] = {None: 0, "granularity": 1, "tension": 2, "conflict": 3}
_TITLE_WORDS = 9
_TELLING = 4
"""Content words from which a printing shows at which hand an article has the saying."""

_REASONS: dict[Sort, str] = {
    "wording": "The quotations differ in words",
    "silent cut": "One quotation lacks words inside, and no mark shows the cut",
    "start": "One quotation begins later and prints a capital, with no mark of the cut",
    "end": "One quotation ends with a full stop where the sentence goes on",
    "joined": "One article prints as one sentence what another prints as two",
    "shown cut": "One quotation leaves words out and shows it",
    "edge": "One quotation gives less of the sentence",
    "editorial": "One quotation has words in brackets",
    "marks": "The same words, not all of them inside quotation marks in every article",
    "retold": "Quoted in one article, told without quotation marks in another",
}


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    by_article = {reading.article.id: reading for reading in evidence.readings}
    found = [_finding(one, by_article) for one in evidence.utterances if not one.of_headlines]
    found += [_cut_finding(one, by_article) for one in cuts(evidence.utterances, evidence.readings)]
    return tuple(found)


def _finding(utterance: Utterance, readings: dict[str, Reading]) -> Finding:
    witnesses = [witness(article, printings) for article, printings in utterance.by_article().items()]
    columns = collate([one.words for one in witnesses])
    severity, reason = _judged(witnesses, variants(columns, witnesses), columns, readings)
    absent = tuple(a for a in sorted(readings) if a not in utterance.by_article())
    letters = Letters()
    sides = tuple(_side(one, readings[one.article], letters.of(_text(one))) for one in witnesses)
    return Finding(
        id=finding_id("quote", "quote", [span for side in sides for span in side.spans]),
        kind="quote", property="quote", verdict="differ" if severity else "agree", severity=severity,
        title=_title(witnesses), sides=sides, missing=absent, reconciled=None, certainty=utterance.certainty,
        reason=reason, origin=None, collation=columns, made=MADE,
    )  # fmt: skip


def _judged(
    witnesses: Sequence[Witness],
    places: Sequence[Variant],
    columns: Sequence[Column],
    readings: dict[str, Reading],
) -> tuple[Severity | None, str]:
    """How much the printings differ, and why, as one sentence or two."""
    worst = max(places, key=lambda v: _RANK[SEVERITY[v.sort]], default=None)
    severity = SEVERITY[worst.sort] if worst else None
    relayed = _relayed(witnesses)
    reason = _reason(worst, relayed, any(column.kind == "style" for column in columns))
    if worst and _RANK[severity] > 1 and translated(witnesses, readings):
        return "granularity", f"At least one article gives it in translation; the words differ: {_readings(worst)}."
    if worst and not any(one.quoted for one in witnesses):
        reason = f"No article has it in quotation marks; the words differ: {_readings(worst)}."
    if relayed and _RANK[severity] < _RANK["tension"]:
        severity = "tension"
    through = told_through(witnesses, readings)
    if through:
        reason += f" The articles name different channels: {', '.join(NAMES[kind] for kind in through)}."
    return severity or ("granularity" if through else None), reason


def _relayed(witnesses: Sequence[Witness]) -> bool:
    """True when the words stand at first hand in one article and inside another source's words in a second."""
    telling = [p for w in witnesses for p in w.printings if p.fragment.form == "quoted" and p.matched >= _TELLING]
    depths = {bool(p.fragment.through) for p in telling if p.fragment.credit}
    return len(depths) > 1


def _reason(worst: Variant | None, relayed: bool, style: bool) -> str:
    if worst and SEVERITY[worst.sort] == "conflict":
        return f"{_REASONS[worst.sort]}: {_readings(worst)}."
    if relayed:
        return "One article has the words at first hand, another has them inside the words of a further source."
    if worst:
        return f"{_REASONS[worst.sort]}: {_readings(worst)}."
    return "The same words; punctuation, capitals or spelling differ." if style else "The same words in each article."


def _readings(variant: Variant) -> str:
    shown = sorted({f"“{_short(text)}”" for text in variant.readings if text})
    absent = ["nothing in another"] if None in variant.readings else []
    return ", ".join([*shown, *absent])


def _short(text: str) -> str:
    parts = text.split()
    return " ".join([*parts[:8], "…"]) if len(parts) > 9 else text


def _title(witnesses: Sequence[Witness]) -> str:
    fullest = max(witnesses, key=lambda w: (w.quoted, len(w.words), w.article))
    text = printed(fullest.words[:_TITLE_WORDS]).strip("\"'“”‘’,;: ")
    return f"“{text} …”" if len(fullest.words) > _TITLE_WORDS else f"“{text}”"


def _text(one: Witness) -> tuple[tuple[str, bool], ...]:
    """What makes two witnesses say the same: the words in full ("I'm" is "I am"), and which stand in marks."""
    return tuple((part, word.quoted) for word in one.words for part in word.norm.split())


def _side(one: Witness, reading: Reading, letter: str) -> Side:
    spans = tuple(sorted(p.fragment.span for p in (*one.printings, *one.repeats)))
    return Side(one.article, spans, sentences_of(reading, *spans), None, letter)


def _cut_finding(cut: Cut, readings: dict[str, Reading]) -> Finding:
    joined = [Side(s.article, (s,), sentences_of(readings[s.article], s), None, "a") for s in cut.joined]
    full = [Side(s.article, (s,), sentences_of(readings[s.article], s), None, "b") for s in cut.full]
    sides = tuple(sorted((*joined, *full), key=lambda side: side.article))
    articles = {side.article for side in sides}
    return Finding(
        id=finding_id("quote", "quote", [span for side in sides for span in side.spans]),
        kind="quote", property="quote", verdict="differ", severity="conflict",
        title=f"“{_short(cut.dropped)}” inside a quotation", sides=sides,
        missing=tuple(a for a in sorted(readings) if a not in articles), reconciled=None, certainty=0.9,
        reason=f"One quotation leaves out a sentence that another prints, with no mark: “{_short(cut.dropped)}”.",
        origin=None, collation=(), made=MADE,
    )  # fmt: skip


CHECK = Check(MADE, __doc__ or "", _run)

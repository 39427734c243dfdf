"""Accusations: who accuses whom of what, and what is answered, in and across articles.

A saying accuses when its cue does ("accused", "blamed"), or when its words say that somebody did wrong. It answers when
its cue denies, concedes or replies, or when its words speak against a charge, and it stands close behind, shares its
words, or comes from somebody it names. The finding names the accuser and prints the words: that somebody says it is all
it says. An answer that one article prints and another leaves out beside the same accusation is shown as not found
there. Answers in quite other words, far away, are missed.
"""

from collections.abc import Iterator, Mapping, Sequence

from conspectus.compare.accusations.groups import Accused, accused
from conspectus.compare.accusations.people import names_of, speaking_for
from conspectus.compare.accusations.sayings import Saying, sayings
from conspectus.compare.check import Check, Evidence
from conspectus.compare.voice import named
from conspectus.model import Finding, Made, Reading, Side, finding_id

MADE = Made("compare.accusations", "1")
_INNER = str.maketrans('“”"', "‘’'")
"""Marks inside the words of a title, which stand in marks themselves."""
_MOST = 15
"""Accusations shown of one story, the weightiest first."""


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    known = {reading.article.id: names_of(reading) for reading in evidence.readings}
    ties = speaking_for(evidence.readings, known)
    told = {r.article.id: list(sayings(r, known[r.article.id], ties)) for r in evidence.readings}
    readings = {reading.article.id: reading for reading in evidence.readings}
    found = accused(told, evidence.rare)
    return tuple(_finding(one, readings) for one in found[:_MOST])


def _finding(one: Accused, readings: Mapping[str, Reading]) -> Finding:
    sides = tuple(_sides(one, readings))
    answering = {answer.article for answer in one.answers}
    # "Not found" is said only of what surely accuses and is surely answered.
    silent = tuple(sorted(one.articles - answering)) if answering and one.firm and _plain(one) else ()
    return Finding(
        id=finding_id("allegation", "accused", [span for side in sides for span in side.spans]), kind="allegation",
        property="accused", verdict="differ" if silent else "cannot tell", severity=None, title=_title(one, readings),
        sides=sides, missing=silent, reconciled=None, certainty=(0.7 if _plain(one) else 0.5) if one.firm else 0.3,
        reason=_reason(one, silent), origin=None, collation=(), made=MADE,
    )  # fmt: skip


def _plain(one: Accused) -> bool:
    """True where an answer denies, concedes or declines."""
    return any(answer.answer != "reply" for answer in one.answers)


def _sides(one: Accused, readings: Mapping[str, Reading]) -> Iterator[Side]:
    for letter, group in (("a", one.charges), ("b", (*one.answers, *one.elsewhere))):
        for saying in sorted(group, key=lambda s: s.span):
            reading = readings[saying.article]
            voice = named(reading, saying.credited.source) if saying.credited else None
            value = None if letter == "a" else "elsewhere" if saying in one.elsewhere else saying.answer
            yield Side(saying.article, (saying.span,), (saying.sentence,), value, letter, voice)


def _title(one: Accused, readings: Mapping[str, Reading]) -> str:
    """The accuser, and the beginning of the words."""
    first: Saying = min(one.charges, key=lambda s: (len(s.span), s.span))
    article = readings[first.article].article
    words = article.words(first.span).split()
    shown = " ".join([*words[:12], "…"] if len(words) > 13 else words).translate(_INNER).strip("‘’' ,;")
    who = named(readings[first.article], first.credited.source) if first.credited else ()
    unnamed = "Somebody not named" if first.credited else "In an article’s own words"
    by = ", ".join(article.words(span) for span in who) or unnamed
    return f"{by}: “{shown}”"


def _reason(one: Accused, silent: Sequence[str]) -> str:
    opening = "" if one.firm else "The words may accuse. "
    if not one.answers:
        return opening + "No answer to it was found in any article: that is no admission."
    if silent:
        return opening + "An article prints the accusation, and an answer that another prints was not found in it."
    return opening + "What may be taken for an answer is shown beside it."


CHECK = Check(MADE, __doc__ or "", _run)

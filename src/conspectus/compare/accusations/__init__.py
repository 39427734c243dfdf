"""Accusations: who accuses whom of what, and what is answered, in and across articles.

Words accuse when their cue does ("accused", "blamed"), when an article says that somebody is accused, or when somebody
is credited with calling something wrong; how likely that is was learned from stories read by hand. What is less likely
to accuse is shown apart, as what is challenged in milder words (a plan that will do harm, a figure that is wrong),
where an editor is likely to list it. The finding names the accuser and, where the words name them, the
accused: that somebody says it is all it says. An answer denies, concedes or replies, and comes from the accused or
stands close behind. One that an article prints and another leaves out beside the same accusation is shown as not
found there. Accusations and answers in quite other words are missed.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from conspectus.compare.check import Check, Evidence
from conspectus.compare.voice import named
from conspectus.model import Accused, Finding, Made, Property, Reading, Side, finding_id

if TYPE_CHECKING:
    from conspectus.compare.accusations.groups import Accusation
    from conspectus.compare.accusations.sayings import Saying
    from conspectus.model import Entity

MADE = Made("compare.accusations", "4")
MOST = 14
"""Accusations listed of one story, the weightiest first (compare/shortlist.py cuts, and says so)."""
_INNER = str.maketrans('“”"', "‘’'")
_NO_MARKS = str.maketrans("", "", '“”"')
"""Marks inside the words of a title, which stand in marks themselves."""


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    from conspectus.compare.accusations.groups import of_story

    readings = {reading.article.id: reading for reading in evidence.readings}
    found = of_story(evidence.readings, evidence.entities, evidence.rare).accusations
    entities = {entity.id: entity for entity in evidence.entities}
    return tuple(_finding(one, readings, entities) for one in found)


def _finding(one: "Accusation", readings: Mapping[str, Reading], entities: Mapping[str, "Entity"]) -> Finding:
    sides = tuple(_sides(one, readings))
    answering = {answer.article for answer in one.answers}
    # "Not found" is said only of what surely accuses and is surely answered.
    silent = tuple(sorted(one.articles - answering)) if answering and one.firm and _plain(one) else ()
    accused = _accused(one, readings, entities)
    kind: Property = "accused" if one.accuses else "challenged"
    certainty = one.sure if one.accuses else one.noted
    return Finding(
        id=finding_id("allegation", kind, [span for side in sides for span in side.spans]), kind="allegation",
        property=kind, verdict="differ" if silent else "cannot tell", severity=None,
        title=_title(one, accused, readings), sides=sides, missing=silent, reconciled=None,
        certainty=round(certainty, 2), reason=_reason(one, silent), origin=None, collation=(), made=MADE,
        accused=accused,
    )  # fmt: skip


def _plain(one: "Accusation") -> bool:
    """True where an answer denies, concedes or declines."""
    return any(answer.answer != "reply" for answer in one.answers)


def _sides(one: "Accusation", readings: Mapping[str, Reading]) -> Iterator[Side]:
    charges = [charge.told.one for charge in one.charges]
    for letter, group in (("a", charges), ("b", [*one.answers, *one.elsewhere])):
        for saying in sorted(group, key=lambda s: s.span):
            reading = readings[saying.article]
            voice = named(reading, saying.credited.source) if saying.credited else None
            value = None if letter == "a" else "elsewhere" if saying in one.elsewhere else saying.answer
            yield Side(saying.article, (saying.span,), (saying.sentence,), value, letter, voice)


def _accused(one: "Accusation", readings: Mapping[str, Reading], entities: Mapping[str, "Entity"]) -> Accused:
    """Whom it blames, with the words that name them in each of its sayings; nobody where no words do, nor for those
    who say it themselves in another article."""
    accusers = {name for charge in one.charges for name in charge.told.one.by}
    blamed = [
        charge.blamed
        for charge in one.charges
        if charge.blamed and charge.key == one.key and not (charge.target and charge.target in accusers)
    ]
    spans = tuple(sorted({found.span for found in blamed}))
    entity = entities.get(one.key or "")
    if not spans:
        return Accused((), None, "")
    printed = [readings[span.article].article.words(span) for span in spans]
    return Accused(spans, entity.id if entity else None, entity.name if entity else " ".join(printed[0].split()))


def _title(one: "Accusation", accused: Accused, readings: Mapping[str, Reading]) -> str:
    """The accuser and the accused, and the beginning of the words."""
    first: Saying = min((charge.told.one for charge in one.charges), key=lambda s: (len(s.span), s.span))
    article = readings[first.article].article
    words = article.words(first.span).split()
    shown = inside_marks(" ".join([*words[:12], "…"] if len(words) > 13 else words))
    who = named(readings[first.article], first.credited.source) if first.credited else ()
    unnamed = "Somebody not named" if first.credited else "In an article’s own words"
    by = ", ".join(" ".join(article.words(span).split()) for span in who) or unnamed
    against = f", against {accused.name}" if accused.name else ""
    return f"{by}{against}: “{shown}”"


def inside_marks(words: str) -> str:
    """Words to be set in marks: theirs are inner ones, left out where one lacks its partner or both hold all."""
    pairs = words.count("“") == words.count("”") and not words.count('"') % 2
    whole = words[:1] + words[-1:] in ("“”", '""') and words.count("“") < 2 and words.count('"') < 3
    return words.translate(_INNER if pairs and not whole else _NO_MARKS).strip(" ,;")


def _reason(one: "Accusation", silent: Sequence[str]) -> str:
    if not one.answers:
        return "No answer to it was found in any article: that is no admission."
    if silent:
        return "An article prints the accusation, and an answer that another prints was not found in it."
    return "What may be taken for an answer is shown beside it."


CHECK = Check(MADE, __doc__ or "", _run)

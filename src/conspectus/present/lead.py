"""The lead: two to four fixed sentences filled from findings, none stronger than the findings it links."""

from dataclasses import dataclass

from conspectus.model import Severity
from conspectus.present.outline import ORIGINS, Outline, Row, Section
from conspectus.present.wording import SEVERITIES, is_sure, number

NAMED = 2
"""How many findings a sentence of the lead names before it counts the rest."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a lead sentence; ``row`` is the finding it says, or None for our own words."""

    text: str
    row: Row | None = None


def lead(outline: Outline) -> tuple[tuple[Piece, ...], ...]:
    """The sentences of the lead, each in pieces."""
    if len(outline.sigla) == 1:
        return ((Piece("There is one article. A comparison needs a second article."),),
                (Piece("Who said what, and when, is shown for it alone."),))  # fmt: skip
    differ, agree, only, unknown = (outline.section(key) for key in ("differ", "agree", "only", "unknown"))
    sentences = [_differences(differ), _agreements(agree), _only_here(only, outline.sigla)]
    if unknown.rows:
        sentences.append((Piece(f"Could not tell in {number(len(unknown.rows), 'place')}."),))
    else:
        sentences.insert(2, _origins(outline.section("origins")))
    return tuple(sentence for sentence in sentences if sentence)


def _origins(section: Section) -> tuple[Piece, ...]:
    """Words that several articles have from one origin: their agreement counts once."""
    rows = [row for row in section.rows if sum(cell != "" for cell in row.cells) > 1]
    if not rows:
        return ()
    return (Piece("Words in several articles go back to one origin, which counts once: "), *_named(tuple(rows)))


_LEVELS: dict[Severity, str] = {
    "conflict": "As worded, both cannot hold: ",
    "tension": "No conflict was found; readings pull apart, and both may hold: ",
    "granularity": "No conflict was found; one says more than another, or words it otherwise: ",
}
"""What the sentence on differences begins with, by the gravest level that is there."""


def _differences(section: Section) -> tuple[Piece, ...]:
    for level, says in _LEVELS.items():
        rows = next((group.rows for group in section.groups if group.heading == SEVERITIES[level][0]), ())
        if rows:
            return (Piece(says), *_named(rows))
    if section.rows:
        return (Piece("No difference was found in values or quotations; clauses that may differ are listed below."),)
    return (Piece("No difference was found in what was compared."),)


def _agreements(section: Section) -> tuple[Piece, ...]:
    count = sum(is_sure(row.finding) for row in section.rows)
    if not count:
        perhaps = "Nothing surely agrees; what perhaps does is listed below."
        return (Piece(perhaps if section.rows else "No agreement was found."),)
    several, unsure, one, _ = (
        sum(len(group.rows) for group in section.groups if group.heading == heading) for heading in ORIGINS
    )
    named = several + unsure + one
    whose = "it" if count == 1 else "any of them" if not named else f"{named:,} of them"
    origin = f"{'an' if named else 'no'} origin is stated for {whose}"
    said = f"They agree on {number(count, 'point')}; {origin}, and "
    if not several:
        return (Piece(f"{said}none rests on two named origins."),)
    strongest = next(group.rows for group in section.groups if group.heading == ORIGINS[0])
    return (Piece(f"{said}{several:,} on two or more: "), *_named(strongest))


def _only_here(section: Section, sigla: tuple[str, ...]) -> tuple[Piece, ...]:
    if not section.rows:
        return ()
    if len(sigla) > 2:
        points = number(len(section.rows), "point")
        return (Piece(f"{points} told by some of the {len(sigla):,} articles and not found in the others."),)
    counts = [sum(1 for row in section.rows if row.cells[n] == "•") for n in range(len(sigla))]
    told = [
        f"{siglum} has {number(count, 'point')} not found in {other}"
        for siglum, other, count in zip(sigla, reversed(sigla), counts, strict=True)
        if count
    ]
    return (Piece(f"{', and '.join(told)}."),)


def _named(rows: tuple[Row, ...]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for n, row in enumerate(rows[:NAMED]):
        pieces += [Piece("; ")] if n else []
        pieces.append(Piece(row.finding.title, row))
    rest = len(rows) - NAMED
    pieces.append(Piece(f"; and {rest:,} more." if rest > 0 else "."))
    return tuple(pieces)

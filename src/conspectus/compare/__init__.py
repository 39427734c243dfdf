"""Readings → Comparison: align the statements, then run the checks in order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from conspectus.compare import (
    accusations,
    agreement,
    amounts,
    descriptions,
    differences,
    inside,
    labels,
    lists,
    numbered,
    only,
    places,
    progress,
    quotations,
    roles,
    speakers,
    spellings,
    spells,
    times,
    tracing,
    unanimous,
    unknown,
)
from conspectus.compare.align import align
from conspectus.compare.check import Check, Evidence
from conspectus.compare.closer.look import looked
from conspectus.compare.counted import MADE as COUNTED
from conspectus.compare.counted import counted
from conspectus.compare.echoes import echoed
from conspectus.compare.entities import entities
from conspectus.compare.entities.corrected import put_right, touched
from conspectus.compare.graph import MADE as GRAPH
from conspectus.compare.graph import graph
from conspectus.compare.heard import MADE as HEARD
from conspectus.compare.heard import heard
from conspectus.compare.labels.referents import referents
from conspectus.compare.mentions import rarity
from conspectus.compare.order import ordered
from conspectus.compare.saying import CHECKS as SAYING
from conspectus.compare.settle import settled
from conspectus.compare.shortlist import shortlist
from conspectus.compare.strays import sorted_out
from conspectus.compare.traces import traces
from conspectus.compare.utterances import utterances
from conspectus.compare.voiced import voiced
from conspectus.compare.words import laid
from conspectus.model import Comparison, Correction, Made, Note, Reading, Rejection
from conspectus.options import CompareOptions
from conspectus.version import __version__

CHECKS: tuple[Check, ...] = (
    quotations.CHECK, speakers.CHECK, *SAYING, amounts.CHECK, times.CHECK, spells.CHECK, places.CHECK, numbered.CHECK,
    unanimous.CHECK, spellings.CHECK, roles.CHECK, descriptions.CHECK, lists.CHECK, unknown.CHECK, progress.CHECK,
    differences.CHECK, agreement.CHECK, only.CHECK, accusations.CHECK, labels.CHECK, tracing.CHECK, inside.CHECK,
)  # fmt: skip
"""Every check, in the order they run."""

__all__ = ["CHECKS", "Check", "Evidence", "compare"]


def compare(
    readings: Sequence[Reading],
    options: CompareOptions = CompareOptions(),
    rejections: Sequence[Rejection] = (),
    corrections: Sequence[Correction] = (),
) -> Comparison:
    """Compare the readings of one story. ``rejections`` are carried along so that nothing is lost;
    of the ``corrections`` of people, those of entities are applied in their order.

    The findings and their ids do not depend on the order of ``readings``; sigla follow that order. Articles of the
    same words (one id) are compared once, and a note names each further one. An article about another event, or in
    another language, stays among the readings with a note that says so, and takes no part in any finding.
    """
    from conspectus.compare.clauses.scorer import alike
    from conspectus.compare.phrases.scorer import phrases

    distinct = tuple({reading.article.id: reading for reading in reversed(readings)}.values())[::-1]
    sorting = sorted_out([replace(reading, article=laid(reading.article)) for reading in distinct])
    kept = sorting.kept
    alignments = align(kept, options.align_threshold)
    shared = utterances(kept, options.quote_threshold)
    traced = tuple(traces(kept, shared))
    as_read = entities(kept)
    named = put_right(as_read, corrections, kept)
    right = touched(as_read, named)
    like = alike(kept)
    closer = looked(like, phrases(kept, like), kept, agreement.same)
    evidence = Evidence(
        kept, alignments, echoed(shared, kept), options, traced, graph(kept, traced), sorting.one_story, like,
        named, rarity(kept), referents(kept, right), closer.clauses, closer.phrases,
    )  # fmt: skip
    found = [finding for check in CHECKS for finding in check.run(evidence)]
    listed, more = shortlist(settled(found), len(kept))
    findings, origins = counted(voiced(listed, kept), evidence.origins, kept)
    made = (
        Made("conspectus", __version__),
        Made("compare.align", "1"),
        Made("compare.utterances", "2"),
        Made("compare.entities", "1"),
        *(check.made for check in CHECKS),
        GRAPH,
        COUNTED,
        HEARD,
    )
    return Comparison(
        distinct,
        alignments,
        ordered(findings, kept),
        (*_notes(readings), *sorting.notes, *more),
        tuple(rejections),
        options,
        made,
        heard(kept, right),
        named,
        origins=origins,
    )


def _notes(readings: Sequence[Reading]) -> Iterator[Note]:
    """What limits this comparison: said, so that an empty list is not taken for agreement."""
    if len(readings) == 1:
        yield Note("one article", "there is only one article, so nothing was compared")
    first: dict[str, str] = {}
    for reading in readings:
        name = first.setdefault(reading.article.id, reading.article.raw.name)
        if name != reading.article.raw.name:
            yield Note("same text", f"{_printed(reading)} is {name} word for word: compared once, and one origin")
    for reading in readings:
        if not reading.statements:
            yield Note("no statements", f"no statement was read in {reading.article.raw.name}, so it has no part below")


def _printed(reading: Reading) -> str:
    """A text taken in again: its file, and its outlet where that is known."""
    outlet = reading.article.outlet.value
    return f"{reading.article.raw.name} ({outlet})" if outlet else reading.article.raw.name

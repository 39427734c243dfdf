"""Paragraphs → attributions: find, attach quotations, carry them over paragraphs, make records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from conspectus.model import Article, Attribution, Made, Quotation, Span
from conspectus.read.attributions.draft import Draft, Parts
from conspectus.read.attributions.finders import find
from conspectus.read.attributions.forms import form_of, quoted_words
from conspectus.read.attributions.ground import Ground, grounds
from conspectus.read.attributions.quoted import LONG, announces, attach, speaker_before_colon
from conspectus.read.attributions.records import record
from conspectus.read.parse import Parse


@dataclass(frozen=True, slots=True)
class Saying:
    """An attribution in the making, in article spans. ``quoted`` of ``words`` stand in quotation marks.

    ``continues`` is True when it ends in a quotation that the next paragraph takes up.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quoted: int
    words: int
    continues: bool = False


def joined(article: Article, parse: Parse, quotations: Sequence[Quotation], made: Made) -> tuple[Attribution, ...]:
    """All attributions of an article, in order of their content."""
    found: list[Saying] = []
    last: int | None = None
    lead: Saying | None = None
    for ground in grounds(parse, quotations):
        drafts = attach(ground, find(ground))
        sayings = [_saying(ground, draft) for draft in drafts if draft.content]
        loose = _loose(ground, drafts)
        if loose and _opens(ground, loose[0]):
            if last is not None:
                found[last] = _longer(found[last], loose.pop(0))
            elif lead is not None:
                loose[0] = replace(loose[0], source=lead.source, cue=lead.cue)
        elif last is not None and not found[last].source:
            _taken_up(ground, found, last, sayings)
        lead = _lead(ground, drafts)
        last = _last(len(found), [*sayings, *loose]) if sayings or loose or not ground.quotes else last
        found.extend([*sayings, *loose])
    return tuple(
        record(article, Parts(s.source, s.cue, s.content), form_of(s.quoted, s.words), made)
        for s in sorted(_once(found), key=_place)
    )


def _taken_up(ground: Ground, found: list[Saying], last: int, sayings: list[Saying]) -> None:
    """A quotation left open without a speaker goes to the one that opens this paragraph and has one."""
    for number, saying in enumerate(sayings):
        if found[last].continues and saying.source and ground.quotes and _opens(ground, saying):
            more = _longer(found.pop(last), saying)
            sayings[number] = replace(more, source=saying.source, cue=saying.cue)
            return


def _place(saying: Saying) -> list[tuple[bool, int]]:
    return [_order(span) for span in saying.content]


def _order(span: Span) -> tuple[bool, int]:
    """Title first, then by where it begins."""
    return span.part != "title", span.start


def _saying(ground: Ground, draft: Draft) -> Saying:
    quoted, words = quoted_words(ground, draft.content)
    spans = ground.spans
    return Saying(spans(draft.source), spans(draft.cue), spans(draft.content), quoted, words)


def _loose(ground: Ground, drafts: Iterable[Draft]) -> list[Saying]:
    """The quotations that no draft has: the long ones, and those that run on into the next paragraph."""
    held = {i for draft in drafts for start, end in draft.content for i in range(start, end)}
    found = []
    for quote, mark in zip(ground.quotes, ground.records, strict=True):
        if quote[0] not in held and (mark.continues or ground.words(quote) >= LONG):
            saying = _saying(ground, Draft(quote[0], "loose", (), (), (quote,)))
            found.append(replace(saying, continues=mark.continues))
    return found


def _last(first: int, sayings: Sequence[Saying]) -> int | None:
    """The number of the paragraph's last saying, if it is quoted: a quotation in the next one may go on with it."""
    if not sayings:
        return None
    last = max(range(len(sayings)), key=lambda n: sayings[n].content[-1].end)
    return first + last if sayings[last].quoted else None


def _lead(ground: Ground, drafts: Sequence[Draft]) -> Saying | None:
    """Who a paragraph announces at its end: "Orlu put it plainly:", "He added."."""
    cut = announces(ground)
    told = [draft for draft in drafts if draft.says and draft.source and draft.head >= cut]
    if told:
        return _saying(ground, replace(told[-1], content=()))
    person = speaker_before_colon(ground)
    return _saying(ground, person) if person else None


def _opens(ground: Ground, saying: Saying) -> bool:
    """True when the quotation opens its paragraph."""
    return saying.content[0].start <= ground.paragraph.block.span.start + 1


def _longer(before: Saying, more: Saying) -> Saying:
    quoted, words = before.quoted + more.quoted, before.words + more.words
    content = before.content + more.content
    return replace(before, content=content, quoted=quoted, words=words, continues=more.continues)


def _once(sayings: Iterable[Saying]) -> list[Saying]:
    """One saying for each content: the first with a source."""
    found: dict[tuple[Span, ...], Saying] = {}
    for saying in sayings:
        known = found.get(saying.content)
        if known is None or (saying.source and not known.source):
            found[saying.content] = saying
    return list(found.values())

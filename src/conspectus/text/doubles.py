"""Double quotation marks and guillemets of one paragraph, paired with a stack."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from conspectus.text.glyphs import Glyph

_OPENING = frozenset(("“", "„", "‟", "``", "‘‘", "«", "‹"))
_CLOSING = frozenset(("”", "’’", "»", "›"))
_PARTNERS: dict[str, frozenset[str]] = {
    "”": frozenset("“„‟”"),
    "“": frozenset("„“"),
    '"': frozenset('"'),
    "''": frozenset(("``", "''")),
    "’’": frozenset(("‘‘", "``", "’’")),
    "»": frozenset("«»"),
    "«": frozenset("»«"),
    "›": frozenset("‹›"),
    "‹": frozenset("›‹"),
}
_NONE: frozenset[str] = frozenset()
_DEEPEST = 8
"""How far down the stack a partner is looked for; deeper nesting is noise, and the bound keeps it linear."""

Act = Literal["open", "close", "stray", "none", "single"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph of a text: half-open code points."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Open:
    """A quotation by its offsets; ``shape`` is empty where it resumes without an opening mark."""

    start: int
    inner_start: int
    shape: str
    inner_end: int = -1
    end: int = -1
    closed: bool = False
    cut: int | None = None
    firm: bool = True


@dataclass(slots=True)
class _Work:
    stretch: Stretch
    stack: list[Open] = field(default_factory=list)
    done: list[Open] = field(default_factory=list)
    strays: list[tuple[int, int]] = field(default_factory=list)
    singles: list[Glyph] = field(default_factory=list)


def pair_doubles(
    found: Sequence[Glyph], stretch: Stretch, resumable: bool
) -> tuple[list[Open], list[Glyph], list[tuple[int, int]]]:
    """Pair the double glyphs of a paragraph: quotations, glyphs left for single marks, stray marks.

    ``resumable``: the paragraph before left a quotation open, so a first mark that closes ends it.
    """
    work = _Work(stretch)
    after = _next_doubles(found)
    first = True
    for place, glyph in enumerate(found):
        if glyph.family == "single":
            work.singles.append(glyph)
            continue
        act = _act(glyph, work, after[place])
        if act == "stray" and first and resumable and glyph.closes:
            work.stack.append(Open(stretch.start, stretch.start, ""))
            act = "close"
        first = first and act == "none"
        _do(act, glyph, work)
    for one in work.stack:
        _leave(one, stretch.end, work)
    return work.done, work.singles, work.strays


def _next_doubles(found: Sequence[Glyph]) -> list[Glyph | None]:
    after: list[Glyph | None] = []
    following: Glyph | None = None
    for glyph in reversed(found):
        after.append(following)
        following = glyph if glyph.family == "double" else following
    return after[::-1]


def _act(glyph: Glyph, work: _Work, following: Glyph | None) -> Act:
    """What a glyph does here: by its neighbours, then its shape, then what is open."""
    waiting = [one for one in work.stack[-_DEEPEST:] if _same_class(one.shape, glyph)]
    if glyph.shape in ("''", "’’") and not _is_doubled(glyph, waiting, _touches(glyph, following)):
        return "single"
    if glyph.shape == '"' and glyph.left.isdigit() and glyph.closes and _is_inch(waiting, following):
        return "none"
    only_opens, only_closes = glyph.opens and not glyph.closes, glyph.closes and not glyph.opens
    if glyph.shape in _OPENING:
        ends = only_closes or (glyph.end >= work.stretch.end and not only_opens)
        return "close" if ends and waiting else "open"
    if glyph.shape in _CLOSING:
        if waiting:
            return "close"
        return "open" if only_opens else "stray"
    if only_opens or only_closes:
        return "open" if only_opens else "close" if waiting else "stray"
    return "close" if waiting else "open"


def _touches(glyph: Glyph, following: Glyph | None) -> bool:
    return following is not None and following.start == glyph.end


def _same_class(shape: str, glyph: Glyph) -> bool:
    return not shape or (shape in "«»‹›") == (glyph.family == "guillemet")


def _is_doubled(glyph: Glyph, waiting: list[Open], beside_double: bool) -> bool:
    """Two single glyphs in a row stand for a double mark where they open one, or close one so opened."""
    if any(one.shape in ("``", "''", "‘‘", "’’") for one in waiting):
        return True
    if glyph.opens and not glyph.closes:
        return glyph.shape == "''"
    return bool(waiting) and not beside_double


def _is_inch(waiting: list[Open], following: Glyph | None) -> bool:
    if not waiting:
        return True
    return following is not None and following.closes and not following.opens and waiting[-1].shape != "“"


def _do(act: Act, glyph: Glyph, work: _Work) -> None:
    if act == "open":
        _mark_cuts(glyph, work.stack)
        work.stack.append(Open(glyph.start, glyph.end, glyph.shape, firm=not glyph.right.isspace()))
    elif act == "close":
        _close(glyph, work)
    elif act == "stray":
        work.strays.append((glyph.start, glyph.end))
    elif act == "single":
        work.singles += [
            replace(glyph, start=at, end=at + 1, shape=glyph.shape[0], family="single")
            for at in range(glyph.start, glyph.end)
        ]


def _mark_cuts(glyph: Glyph, stack: list[Open]) -> None:
    """Should one of the open quotations never close, it ends where the next of its shape begins."""
    for at in range(max(0, len(stack) - _DEEPEST), len(stack)):
        one = stack[at]
        if one.cut is None and one.shape == glyph.shape:
            stack[at] = replace(one, cut=stack[at + 1].start if at + 1 < len(stack) else glyph.start)


def _close(glyph: Glyph, work: _Work) -> None:
    stack = work.stack
    lowest = max(0, len(stack) - _DEEPEST)
    partners = _PARTNERS.get(glyph.shape, _NONE)
    order = range(len(stack) - 1, lowest - 1, -1)
    place = next((at for at in order if stack[at].shape in partners or not stack[at].shape), None)
    if place is None:
        place = next(at for at in order if _same_class(stack[at].shape, glyph))
    for one in stack[place + 1 :]:
        _leave(one, glyph.start, work)
    work.done.append(replace(stack[place], inner_end=glyph.start, end=glyph.end, closed=True))
    del stack[place:]


def _leave(one: Open, end: int, work: _Work) -> None:
    """End a quotation that nothing closed. A mark between two spaces opens nothing by itself."""
    end = end if one.cut is None else one.cut
    while end > one.inner_start and work.stretch.text[end - 1].isspace():
        end -= 1
    if not one.firm or end == one.inner_start:
        work.strays.append((one.start, one.inner_start))
        return
    work.done.append(replace(one, inner_end=end, end=end))

""" ", adding that …": participles that the parse hangs inside what was said, but that belong to who said it."""

from collections.abc import Sequence
from dataclasses import replace

from conspectus.read.attributions import predicates
from conspectus.read.attributions.draft import Draft
from conspectus.read.attributions.ground import OUTSIDE, Ground, Range, tidy


def reattached(ground: Ground, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with "Orlu said it would close, adding that …" as two sayings of Orlu, side by side."""
    found = list(drafts)
    holder: dict[int, int] = {}
    for number, draft in enumerate(found):
        if draft.says and draft.source and draft.frame == "that":
            holder.update((i, number) for start, end in draft.content for i in range(start, end))
    for number, draft in enumerate(found):
        outer = holder.get(draft.head)
        if outer is not None and outer != number and _adds(ground, draft) and _closes(ground, draft, found[outer]):
            found[number] = replace(draft, source=found[outer].source)
            found[outer] = replace(found[outer], content=_before(ground, found[outer], draft.head))
    return found


def _adds(ground: Ground, draft: Draft) -> bool:
    """True for a participle behind a comma that can introduce quoted words."""
    token = ground.doc[draft.head]
    start = token.left_edge.i
    behind = start > 0 and ground.doc[start - 1].text == "," and ground.inside[start - 1] == OUTSIDE
    return draft.says and token.tag_ == "VBG" and token.dep_ in ("advcl", "conj", "acl") and behind


def _closes(ground: Ground, draft: Draft, outer: Draft) -> bool:
    """True when nothing of what was said comes after the participle's own words."""
    end = predicates.edges(ground.doc[draft.head])[1]
    return not any(ground.words((end, last)) for _, last in outer.content if last > end)


def _before(ground: Ground, outer: Draft, head: int) -> tuple[Range, ...]:
    """The outer content up to the participle."""
    start = predicates.edges(ground.doc[head])[0]
    pieces = [(first, min(last, start)) for first, last in outer.content if first < start]
    return tuple(kept for piece in pieces if (kept := tidy(ground, piece)))

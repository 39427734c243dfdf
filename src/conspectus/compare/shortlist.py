"""The shortlist: of what can be many, the weightiest are shown, and how many more there are is said."""

from collections import Counter
from collections.abc import Sequence

from conspectus.compare.accusations import MOST as ACCUSATIONS
from conspectus.compare.differences import MADE as SCORED
from conspectus.compare.differences import MOST as DIFFERENCES
from conspectus.compare.labels.choice import MOST as LABELS
from conspectus.model import Finding, Kind, Made, Note

_TOLD, _TOLD_ALONE = 10, 6
"""So many that several articles tell and a set of others does not; so many that one article alone tells."""
_MORE: dict[Kind, str] = {
    "discrepancy": "that the articles may tell differently",
    "only": "that only some articles tell",
    "allegation": "of which somebody is accused, or that is challenged,",
    "label": "that the articles call by different words",
}


def shortlist(findings: Sequence[Finding], articles: int) -> tuple[tuple[Finding, ...], tuple[Note, ...]]:
    """The findings to show of a story of so many articles, and a note for each kind that was cut.

    Findings of a kind stand in the order of their weight.
    """
    shown: Counter[tuple[Kind, Made, tuple[str, ...]]] = Counter()
    more: Counter[Kind] = Counter()
    kept = []
    for finding in findings:
        place = (finding.kind, finding.made, finding.missing if finding.kind == "only" else ())
        shown[place] += 1
        if shown[place] <= _most(finding, articles):
            kept.append(finding)
        else:
            more[finding.kind] += 1
    return tuple(kept), tuple(_note(kind, more[kind]) for kind in _MORE if more[kind])


def _most(finding: Finding, articles: int) -> float:
    if finding.kind == "only":
        return _TOLD if articles - len(finding.missing) > 1 else _TOLD_ALONE
    if finding.made == SCORED:
        return DIFFERENCES
    return {"label": LABELS, "allegation": ACCUSATIONS}.get(finding.kind, float("inf"))


def _note(kind: Kind, count: int) -> Note:
    things = f"1 more thing {_MORE[kind]} carries" if count == 1 else f"{count} more things {_MORE[kind]} carry"
    return Note(f"more {kind}", f"{things} less weight and {'is' if count == 1 else 'are'} not listed")

"""What sets the printings of one utterance apart: each place where they differ, and how much it weighs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from conspectus.compare.utterances import Printing
from conspectus.compare.words import Word, printed
from conspectus.model import Column, Severity

Sort = Literal["wording", "silent cut", "start", "joined", "shown cut", "end", "edge", "editorial", "marks", "retold"]
"""``wording``: other words in its place. ``silent cut``: words left out inside, nothing shows it. ``start``:
begins later and prints a capital as if nothing stood before. ``end``: closed with a full stop though the
sentence goes on. ``joined``: one sentence where another has two, with a word or two between. ``shown cut``:
left out where an ellipsis, a bracket or a break shows it. ``edge``: begins later or ends earlier. ``editorial``:
words in brackets. ``marks``: the same words, not all inside quotation marks. ``retold``: not quoted."""

SEVERITY: dict[Sort, Severity] = {
    "wording": "conflict", "silent cut": "conflict", "start": "tension", "end": "tension",
    "joined": "granularity", "shown cut": "granularity", "edge": "granularity", "editorial": "granularity",
    "marks": "granularity", "retold": "granularity",
}  # fmt: skip
_LINKING = 2
"""So many words at most link two sentences."""
_SENTENCE = 4
"""From this many words on a quotation can pass for a whole sentence."""

Reading = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Witness:
    """How one article prints the utterance: ``words`` in the order of the base, ``repeats`` the other places."""

    article: str
    words: Reading
    printings: tuple[Printing, ...]
    repeats: tuple[Printing, ...]

    @property
    def quoted(self) -> bool:
        """True when some of it stands inside quotation marks."""
        return any(word.quoted for word in self.words)


@dataclass(frozen=True, slots=True)
class Variant:
    """One place where printings differ: what kind, and the words as printed (None: nothing there)."""

    sort: Sort
    readings: tuple[str | None, ...]


def witness(article: str, printings: Sequence[Printing]) -> Witness:
    """The fullest printings of an article that do not print the same stretch twice, as one text."""
    used: list[Printing] = []
    for one in sorted(printings, key=lambda p: (-p.matched, p.fragment.span)):
        if all(one.base[1] <= other.base[0] or other.base[1] <= one.base[0] for other in used):
            used.append(one)
    used.sort(key=lambda p: (p.base, p.fragment.span))
    words = tuple(w._replace(first=not i) for one in used for i, w in enumerate(one.fragment.words))
    repeats = tuple(one for one in printings if one not in used)
    return Witness(article, words, tuple(used), repeats)


def variants(columns: Sequence[Column], witnesses: Sequence[Witness]) -> tuple[Variant, ...]:
    """Every place where the words differ, in order. House style makes no variant."""
    table = [_under(columns, place, one.words) for place, one in enumerate(witnesses)]
    found = []
    for at, column in enumerate(columns):
        if column.kind == "differs":
            shown = tuple(printed(row[at]) if row[at] else None for row in table)
            found.append(Variant(_sort(at, table), shown))
    return tuple(found)


def _under(columns: Sequence[Column], place: int, words: Reading) -> list[Reading]:
    """The words of one witness under each column."""
    found: list[Reading] = []
    at = 0
    for column in columns:
        span = column.spans[place]
        end = at
        while span is not None and end < len(words) and span.contains(words[end].span):
            end += 1
        found.append(words[at:end])
        at = end
    return found


def _sort(at: int, table: Sequence[list[Reading]]) -> Sort:
    present = [row for row in table if row[at]]
    if len({_norm(row[at]) for row in present if _all_quoted(row[at])}) > 1:
        return "editorial" if any(_editorial(row[at]) for row in present) else "wording"
    quoted = [row for row in present if _all_quoted(row[at])]
    absent = [_absence(row, at) for row in table if not row[at]] if quoted else []
    if "silent cut" in absent and all(_editorial(row[at]) for row in quoted):
        return "editorial"
    if "silent cut" not in absent and _joins(at, table, quoted):
        return "joined"
    for sort in ("silent cut", "start", "end", "shown cut", "edge"):
        if sort in absent:
            return sort
    return "marks" if len(present) == len(table) and len({_norm(row[at]) for row in present}) == 1 else "retold"


def _joins(at: int, table: Sequence[list[Reading]], quoted: Sequence[list[Reading]]) -> bool:
    """A word or two that link, inside one quotation, what another article prints as two sentences."""
    if not quoted or any(len(row[at]) > _LINKING for row in quoted):
        return False
    for row in table:
        before = next((r[-1] for r in reversed(row[:at]) if r), None)
        after = next((r[0] for r in row[at + 1 :] if r), None)
        if not row[at] and before and after and after.first and before.quoted and after.quoted:
            shown = before.cut_after or after.cut_before
            if not shown and after.shown.lstrip("\"'“‘([")[:1].isupper():
                return True
    return False


def _absence(row: list[Reading], at: int) -> Sort:
    """Why a witness has nothing in a column where others quote something."""
    before = next((r[-1] for r in reversed(row[:at]) if r), None)
    after = next((r[0] for r in row[at + 1 :] if r), None)
    if (before and not before.quoted) or (after and not after.quoted):
        return "retold"
    shown = bool((before and before.cut_after) or (after and after.cut_before))
    if before and after:
        marked = shown or after.first or before.editorial or after.editorial
        return "shown cut" if marked else "silent cut"
    if shown:
        return "shown cut"
    if sum(len(reading) for reading in row) < _SENTENCE:
        return "edge"
    if after and after.shown.lstrip("\"'“‘([")[:1].isupper():
        return "start"
    return "end" if before and before.shown.rstrip("\"'”’").endswith(".") and _starts_sentence(row) else "edge"


def _starts_sentence(row: list[Reading]) -> bool:
    first = next(reading[0] for reading in row if reading)
    return first.shown.lstrip("\"'“‘([")[:1].isupper()


def _norm(reading: Reading) -> str:
    return " ".join(word.norm for word in reading)


def _all_quoted(reading: Reading) -> bool:
    return all(word.quoted for word in reading)


def _editorial(reading: Reading) -> bool:
    return any(word.editorial for word in reading)

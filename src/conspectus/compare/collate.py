"""Word-by-word collation of any number of printings of one utterance.

Progressive alignment: the longest printing first, each further one against the columns so far. The score
favours runs over scattered matches (two states, one inside a run of matches; after Gotoh 1982). The order
in which the printings are given changes nothing but the order of spans in a column.
"""

from collections.abc import Container, Sequence
from typing import Literal

from conspectus.compare.words import Word
from conspectus.model import Column, Span

Row = list[int | None]
"""For each witness the index of its word in one column, or None."""

_MATCH, _RUN = 2, 1


def collate(witnesses: Sequence[Sequence[Word]]) -> tuple[Column, ...]:
    """The columns of ``witnesses``, with spans in their order.

    Every word of every witness stands in exactly one column. A column is ``same`` when all have the same
    printed words, ``style`` when house style alone divides them, else ``differs``; a gap always differs.
    """
    runs = _runs(align(witnesses), witnesses)
    return tuple(_column(run, witnesses) for run in runs)


def align(witnesses: Sequence[Sequence[Word]]) -> list[Row]:
    """One row a word-column: which word of each witness stands in it."""
    keys = [tuple(word.norm for word in witness) for witness in witnesses]
    order = sorted(range(len(keys)), key=lambda i: (-len(keys[i]), keys[i]))
    rows: list[Row] = []
    norms: list[set[str]] = []
    done: dict[tuple[str, ...], int] = {}
    for place in order:
        if keys[place] in done:
            twin = done[keys[place]]
            for row in rows:
                row[place] = row[twin]
            continue
        rows, norms = _joined(rows, norms, keys[place], place, len(keys))
        done[keys[place]] = place
    return rows


def _joined(
    rows: list[Row], norms: list[set[str]], key: tuple[str, ...], place: int, width: int
) -> tuple[list[Row], list[set[str]]]:
    """The rows with one more witness laid into them."""
    new_rows: list[Row] = []
    new_norms: list[set[str]] = []
    at = word = 0
    for i, j in [*matches(norms, key), (len(rows), len(key))]:
        new_rows += rows[at:i]
        new_norms += norms[at:i]
        for own in range(word, j):
            row: Row = [None] * width
            row[place] = own
            new_rows.append(row)
            new_norms.append({key[own]})
        if i < len(rows):
            rows[i][place] = j
            new_rows.append(rows[i])
            new_norms.append(norms[i])
        at, word = i + 1, j + 1
    return new_rows, new_norms


def matches(norms: Sequence[Container[str]], key: Sequence[str]) -> list[tuple[int, int]]:
    """The best-scoring monotone pairs (column, word) of equal words."""
    n, m = len(norms), len(key)
    inside = [[0] * (m + 1) for _ in range(n + 1)]
    best = [[0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        here, below, own, column = best[i], best[i + 1], inside[i], norms[i]
        for j in range(m - 1, -1, -1):
            most = below[j] if below[j] > here[j + 1] else here[j + 1]
            if key[j] in column:
                after = inside[i + 1][j + 1]
                own[j] = _MATCH + (after + _RUN if after and after + _RUN > below[j + 1] else below[j + 1])
                most = own[j] if own[j] > most else most
            here[j] = most
    return _walk(inside, best, n, m)


def _walk(inside: list[list[int]], best: list[list[int]], n: int, m: int) -> list[tuple[int, int]]:
    found = []
    i = j = 0
    running = False
    while i < n and j < m:
        if inside[i][j] and (running or inside[i][j] == best[i][j]):
            found.append((i, j))
            after = inside[i + 1][j + 1]
            running = bool(after) and after + _RUN >= best[i + 1][j + 1]
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


def _runs(rows: list[Row], witnesses: Sequence[Sequence[Word]]) -> list[list[Row]]:
    """Rows put together where they say the same about the same witnesses."""
    runs: list[list[Row]] = []
    for row in rows:
        if runs and _continues(runs[-1][-1], row, witnesses):
            runs[-1].append(row)
        else:
            runs.append([row])
    return _facing(runs)


def _continues(before: Row, row: Row, witnesses: Sequence[Sequence[Word]]) -> bool:
    if [i is None for i in before] != [i is None for i in row]:
        return False
    if _kind([before], witnesses) != _kind([row], witnesses) or _kind([row], witnesses) == "style":
        return False
    return not _breaks(row, witnesses) and _quoting(before, witnesses) == _quoting(row, witnesses)


def _breaks(row: Row, witnesses: Sequence[Sequence[Word]]) -> bool:
    """True when a witness begins a new piece here: a span cannot reach over what lies between."""
    return any(i is not None and witnesses[w][i].first for w, i in enumerate(row))


def _quoting(row: Row, witnesses: Sequence[Sequence[Word]]) -> list[bool | None]:
    return [None if i is None else witnesses[w][i].quoted for w, i in enumerate(row)]


def _facing(runs: list[list[Row]]) -> list[list[Row]]:
    """Neighbouring runs of different witnesses stand opposite each other: one place, two readings."""
    found: list[list[Row]] = []
    for run in runs:
        if found and not _present(found[-1]) & _present(run):
            found[-1] = found[-1] + run
        else:
            found.append(run)
    return found


def _present(run: list[Row]) -> set[int]:
    return {w for row in run for w, i in enumerate(row) if i is not None}


def _kind(run: list[Row], witnesses: Sequence[Sequence[Word]]) -> Literal["same", "style", "differs"]:
    readings = [[w[i] for row in run if (i := row[place]) is not None] for place, w in enumerate(witnesses)]
    if len({" ".join(word.norm for word in reading) for reading in readings}) > 1:
        return "differs"
    if len({any(word.quoted for word in reading) for reading in readings}) > 1:
        return "differs"
    return "same" if len({" ".join(word.shown for word in reading) for reading in readings}) == 1 else "style"


def _column(run: list[Row], witnesses: Sequence[Sequence[Word]]) -> Column:
    spans = []
    for place, witness in enumerate(witnesses):
        own = [witness[i] for row in run if (i := row[place]) is not None]
        spans.append(_over(own[0].span, own[-1].span) if own else None)
    return Column(_kind(run, witnesses), tuple(spans))


def _over(first: Span, last: Span) -> Span:
    return Span(first.article, first.part, first.start, last.end)

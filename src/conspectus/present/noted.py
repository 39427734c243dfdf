"""The notes of a comparison with the articles they belong to; many of one kind in one article are counted."""

from collections.abc import Iterator, Sequence

from conspectus.model import Comparison, Note

_MOST = 3
"""Notes of one kind in one article that are shown in full."""


def noted(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Siglum ("" for the whole comparison) and message of every note, in order."""
    yield from (("", message) for message in messages(comparison.notes))
    for reading in comparison.readings:
        siglum = comparison.siglum(reading.article.id)
        yield from ((siglum, message) for message in messages((*reading.article.notes, *reading.notes)))


def messages(notes: Sequence[Note]) -> Iterator[str]:
    """The message of every note; from the fourth of a kind on, one line that says how many more there are."""
    seen: dict[str, int] = {}
    for note in notes:
        seen[note.code] = seen.get(note.code, 0) + 1
        if seen[note.code] <= _MOST:
            yield note.message
    for code, count in seen.items():
        if count > _MOST:
            yield f"{count - _MOST:,} more like these ({code}); the JSON holds them all with their places"

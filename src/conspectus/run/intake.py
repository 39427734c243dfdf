"""Files → articles in several processes: this one reads and unpacks, the others make articles of what it hands them.

A streamed file (an archive, a table, long JSON lines) is handed on record by record, so that memory stays bounded and
every process has work, also where all articles are in one file.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from conspectus.ingest import articles_in, pieces
from conspectus.ingest.draft import Input, Record
from conspectus.ingest.knowledge import Knowledge, knowledge, unused
from conspectus.ingest.sources import inputs
from conspectus.model import Article, Rejection
from conspectus.options import IngestOptions, RunOptions
from conspectus.run.local import Died, Step, Work, carried_out
from conspectus.run.tables import READ, arrow, article_row, rejected, rejection, row_article, table

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema

_PIECES, _BYTES = 64, 2_000_000
"""What a batch holds at most, unless a single piece has more."""

_OF_RECORDS = ("file", "kind", "address", "charset", "cut")


@dataclass(frozen=True, slots=True)
class Taking:
    """How to take in: what a person knows, and how many bytes an article may have."""

    known: Knowledge
    max_bytes: int


def pieces_schema() -> "Schema":
    """A piece a row: a whole file (``kind`` is null), a record of a streamed one, or what was rejected already.

    ``place`` is that of its source among those given, on which facts may depend.
    """
    pyarrow = arrow()
    strings = [(name, pyarrow.string()) for name in ("name", *_OF_RECORDS, "rejection")]
    return pyarrow.schema([*strings, ("data", pyarrow.large_binary()), ("place", pyarrow.int32())])


def articles_schema() -> "Schema":
    """READ, and the raw bytes."""
    pyarrow = arrow()
    return pyarrow.schema([*((name, pyarrow.string()) for name in READ), ("raw", pyarrow.large_binary())])


def ingest_step(taking: Taking) -> Step:
    """Pieces → articles."""
    from functools import partial

    return partial(ingest_batch, taking=taking)


def ingest_batch(given: "RecordBatch", taking: Taking) -> "RecordBatch":
    """``pieces_schema`` → ``articles_schema``: a row for each article and each rejection, as many as a piece holds."""
    rows: list[dict[str, Any]] = []
    for row in given.to_pylist():
        for one in articles_in(_piece(row), taking.known, row["place"], taking.max_bytes):
            if isinstance(one, Article):
                rows.append({**article_row(one), "raw": one.raw.data})
            else:
                rows.append({"rejection": rejected(one)})
    return table(rows, articles_schema())


def piece_row(piece: Input | Record | Rejection, place: int) -> dict[str, Any]:
    """A row of ``pieces_schema``."""
    if isinstance(piece, Rejection):
        return {"name": piece.name, "rejection": rejected(piece), "place": place}
    row = {"name": piece.name, "data": piece.data, "place": place}
    if isinstance(piece, Record):
        row |= {name: getattr(piece, name) for name in _OF_RECORDS}
    return row


def _piece(row: dict[str, Any]) -> Input | Record | Rejection:
    if row["rejection"]:
        return rejection(row["rejection"])
    if row["kind"]:
        return Record(row["name"], data=row["data"], **{name: row[name] for name in _OF_RECORDS})
    return Input(row["name"], row["data"])


def piece_aside(row: "RecordBatch", why: str) -> "RecordBatch":
    """For a piece of which no process can make articles."""
    lost = Rejection(row.column("name")[0].as_py(), "broken", f"taking it in {why}", "save it anew, or give its text")
    return table([{"rejection": rejected(lost)}], articles_schema())


def taken_in(
    sources: Sequence[str],
    options: IngestOptions,
    stdin: BinaryIO | None,
    running: RunOptions,
    told: Callable[[Died], None] = lambda _: None,
) -> Iterator[Article | Rejection]:
    """What ``ingest.streamed`` gives, in its order."""
    known = knowledge(tuple(sources), options)
    seen: set[str] = set()
    given = (
        (place, one)
        for place, source in enumerate(sources)
        for one in inputs(source, options.max_bytes, stdin, options.sidecar)
    )
    work = Work(ingest_step, Taking(known, options.max_bytes), "name", piece_aside)
    for answer in carried_out(work, _batches(given, seen), running, told):
        for row in answer.to_pylist():
            found = rejection(row["rejection"]) if row["rejection"] else row_article(row, row["raw"])
            if known.sidecars:  # what they tell of is all that has to be remembered of the names
                seen.add(found.raw.name if isinstance(found, Article) else found.name)
            yield found
    yield from unused(known, sorted(seen))


def _batches(given: Iterator[tuple[int, Input | Rejection]], seen: set[str]) -> "Iterator[RecordBatch]":
    """Pieces in batches of bearable size."""
    held: list[dict[str, Any]] = []
    size = 0
    for place, one in given:
        seen.add(one.name)
        for piece in pieces(one):
            held.append(piece_row(piece, place))
            size += 0 if isinstance(piece, Rejection) else len(piece.data)
            if len(held) == _PIECES or size > _BYTES:
                yield table(held, pieces_schema())
                held, size = [], 0
    if held:
        yield table(held, pieces_schema())

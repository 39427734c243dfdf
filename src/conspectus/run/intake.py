"""Files → articles in several processes: this one reads the bytes, the others make articles of them.

A file that is streamed (an archive, a table, long JSON lines) stays with this process, so that memory stays bounded.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from conspectus.ingest import articles_of
from conspectus.ingest.draft import Input
from conspectus.ingest.knowledge import Knowledge, knowledge, unused
from conspectus.ingest.sources import inputs
from conspectus.model import Article, Rejection
from conspectus.options import IngestOptions
from conspectus.run.local import Died, Step, Work, carried_out
from conspectus.run.tables import READ, arrow, article_row, rejected, rejection, row_article, table

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema

_FILES, _BYTES = 16, 4_000_000
"""What a batch holds at most, unless a single file has more."""


@dataclass(frozen=True, slots=True)
class Taking:
    """How to take in: what a person knows, and how many bytes an article may have."""

    known: Knowledge
    max_bytes: int


def inputs_schema() -> "Schema":
    """A file a row: its name, its bytes, and the place of its source among those given, on which facts may depend."""
    pyarrow = arrow()
    return pyarrow.schema([("name", pyarrow.string()), ("data", pyarrow.large_binary()), ("place", pyarrow.int32())])


def articles_schema() -> "Schema":
    """READ, and the raw bytes."""
    pyarrow = arrow()
    return pyarrow.schema([*((name, pyarrow.string()) for name in READ), ("raw", pyarrow.large_binary())])


def ingest_step(taking: Taking) -> Step:
    """Files → articles."""
    from functools import partial

    return partial(ingest_batch, taking=taking)


def ingest_batch(files: "RecordBatch", taking: Taking) -> "RecordBatch":
    """``inputs_schema`` → ``articles_schema``: a row for each article and each rejection, as many as a file holds."""
    rows: list[dict[str, Any]] = []
    for row in files.to_pylist():
        given = Input(row["name"], row["data"])
        for one in articles_of(given, taking.known, row["place"], taking.max_bytes):
            if isinstance(one, Article):
                rows.append({**article_row(one), "raw": one.raw.data})
            else:
                rows.append({"rejection": rejected(one)})
    return table(rows, articles_schema())


def file_aside(row: "RecordBatch", why: str) -> "RecordBatch":
    """For a file that cannot be taken in by any process."""
    lost = Rejection(row.column("name")[0].as_py(), "broken", f"taking it in {why}", "save it anew, or give its text")
    return table([{"rejection": rejected(lost)}], articles_schema())


def taken_in(
    sources: Sequence[str],
    options: IngestOptions,
    stdin: BinaryIO | None,
    processes: int,
    told: Callable[[Died], None] = lambda _: None,
) -> Iterator[Article | Rejection]:
    """What ``ingest.streamed`` gives, streamed files and what cannot be opened last."""
    known = knowledge(tuple(sources), options)
    later: list[tuple[int, Input | Rejection]] = []
    given = (
        (place, one)
        for place, source in enumerate(sources)
        for one in inputs(source, options.max_bytes, stdin, options.sidecar)
    )
    seen: set[str] = set()
    work = Work(ingest_step, Taking(known, options.max_bytes), "name", file_aside)
    for answer in carried_out(work, _batches(given, later, seen), processes, told):
        for row in answer.to_pylist():
            found = rejection(row["rejection"]) if row["rejection"] else row_article(row, row["raw"])
            _note(found, known, seen)
            yield found
    for place, one in later:
        seen.add(one.name)
        for found in articles_of(one, known, place, options.max_bytes):
            _note(found, known, seen)
            yield found
    yield from unused(known, sorted(seen))


def _note(found: Article | Rejection, known: Knowledge, seen: set[str]) -> None:
    """What sidecars tell of is all that has to be remembered of the names."""
    if known.sidecars:
        seen.add(found.raw.name if isinstance(found, Article) else found.name)


def _batches(
    given: Iterator[tuple[int, Input | Rejection]], later: list[tuple[int, Input | Rejection]], seen: set[str]
) -> "Iterator[RecordBatch]":
    """Files in batches of bearable size; what is for this process goes to ``later``."""
    held: list[dict[str, Any]] = []
    for place, one in given:
        if isinstance(one, Rejection) or one.streamed:
            later.append((place, one))
            continue
        seen.add(one.name)
        held.append({"name": one.name, "data": one.data, "place": place})
        if len(held) == _FILES or sum(len(row["data"]) for row in held) > _BYTES:
            yield table(held, inputs_schema())
            held = []
    if held:
        yield table(held, inputs_schema())

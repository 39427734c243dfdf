"""Inputs → articles, or rejections with a reason: one format a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from conspectus.ingest import docx, feed, html, json, parquet, pdf, plain, warc
from conspectus.ingest.build import article
from conspectus.ingest.draft import Drafts, Input, Record, Records, told
from conspectus.ingest.kinds import format_of
from conspectus.ingest.knowledge import Knowledge, knowledge, unused
from conspectus.ingest.sources import inputs, too_large
from conspectus.model import Article, Ingested, Rejection
from conspectus.options import IngestOptions

__all__ = ["articles_in", "ingest", "pieces", "streamed"]

FORMATS = {
    "text": plain.drafts,
    "html": html.drafts,
    "json": json.drafts,
    "jsonl": json.line_drafts,
    "pdf": pdf.drafts,
    "docx": docx.drafts,
    "feed": feed.drafts,
}
STREAMED = {"jsonl": json.records, "warc": warc.records, "parquet": parquet.records}


def ingest(*sources: str | Path, options: IngestOptions = IngestOptions(), stdin: BinaryIO | None = None) -> Ingested:
    """Take in articles from files, folders, globs and ``-`` for standard input.

    What cannot be used becomes a Rejection, and the rest goes on. OptionError for options or a sidecar that
    cannot be used; nothing else is raised. Articles come in the order given; the same words twice are taken once.
    """
    taken: dict[str, Article] = {}
    rejections: list[Rejection] = []
    for one in streamed(*sources, options=options, stdin=stdin):
        if isinstance(one, Article) and one.id not in taken:
            taken[one.id] = one
        else:
            rejections.append(one if isinstance(one, Rejection) else _again(one, taken[one.id]))
    return Ingested(tuple(taken.values()), tuple(rejections))


def streamed(
    *sources: str | Path, options: IngestOptions = IngestOptions(), stdin: BinaryIO | None = None
) -> Iterator[Article | Rejection]:
    """What ``ingest`` takes in, one by one as it is read, with the same words as often as they come."""
    names = tuple(str(source) for source in sources)
    known = knowledge(names, options)
    # What sidecars tell of is all that has to be remembered of the names.
    seen: set[str] = set()
    for place, source in enumerate(names):
        for given in inputs(source, options.max_bytes, stdin, options.sidecar):
            seen.add(given.name)
            for piece in pieces(given):
                for one in articles_in(piece, known, place, options.max_bytes):
                    if known.sidecars:
                        seen.add(one.raw.name if isinstance(one, Article) else one.name)
                    yield one
    yield from unused(known, sorted(seen))


def pieces(given: Input | Rejection) -> Iterator[Input | Record | Rejection]:
    """What articles can be made of piece by piece: the records of a streamed file, else the input as it is."""
    if isinstance(given, Rejection) or not given.streamed:
        yield given
        return
    try:
        yield from _records(given)
    except Exception as error:
        yield _broken(given.name, error)


def articles_in(
    piece: Input | Record | Rejection, known: Knowledge, place: int, max_bytes: int
) -> Iterator[Article | Rejection]:
    """The articles of one of the ``pieces`` of what came from the source at ``place``.

    Parsers raise what they please on what is broken: it ends that piece alone.
    """
    if isinstance(piece, Rejection):
        yield piece
        return
    file = piece.file if isinstance(piece, Record) else piece.name
    try:
        for draft in _drafts(piece):
            if isinstance(draft, Rejection):
                yield draft
            elif len(draft.data) > max_bytes:
                yield too_large(draft.name, len(draft.data), max_bytes)
            else:
                yield article(draft, known.of(draft.name, file, place))
    except Exception as error:
        yield _broken(piece.name, error)


def _records(given: Input) -> Records:
    kind = format_of(given)
    if isinstance(kind, Rejection):
        return iter((kind,))
    if kind not in STREAMED:
        # Only its first bytes are held: as if they were all of it, the rest would be lost in silence.
        reason = f"its first bytes are those of another kind ({kind}) than its name says"
        return iter((Rejection(given.name, "unknown type", reason, "give it the ending of its kind"),))
    return STREAMED[kind](given)


def _drafts(piece: Input | Record) -> Drafts:
    if isinstance(piece, Record):
        return warc.page_drafts(piece) if piece.kind == "page" else iter((json.line_draft(piece),))
    kind = format_of(piece)
    return iter((kind,)) if isinstance(kind, Rejection) else FORMATS[kind](piece)


def _broken(name: str, error: Exception) -> Rejection:
    reason = told(f"this ({type(error).__name__})", error)
    return Rejection(name, "broken", reason, "save it anew, or give its text as .txt")


def _again(one: Article, first: Article) -> Rejection:
    """The same words once more. Another outlet's copy is told by name: the identity of an article is its words."""
    same = "is given twice" if one.raw.name == first.raw.name else f"has the same words as {first.raw.name}"
    other = f" (of {one.outlet.value})" if one.outlet.value and one.outlet.value != first.outlet.value else ""
    return Rejection(one.raw.name, "same article", f"this{other} {same}", "nothing to do: it is counted once")

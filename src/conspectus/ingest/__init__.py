"""Inputs → articles, or rejections with a reason: one format a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from conspectus.ingest import docx, html, json, pdf, plain
from conspectus.ingest.build import article, knowledge, unused
from conspectus.ingest.draft import Draft, Drafts, Input
from conspectus.ingest.kinds import Format, format_of
from conspectus.ingest.sources import inputs
from conspectus.model import Article, Ingested, Rejection
from conspectus.options import IngestOptions

__all__ = ["ingest"]

FORMATS = {
    "text": plain.drafts,
    "html": html.drafts,
    "json": json.drafts,
    "jsonl": json.line_drafts,
    "pdf": pdf.drafts,
    "docx": docx.drafts,
}


def ingest(*sources: str | Path, options: IngestOptions = IngestOptions(), stdin: BinaryIO | None = None) -> Ingested:
    """Take in articles from files, folders, globs and ``-`` for standard input.

    What cannot be used becomes a Rejection, and the rest goes on. OptionError for options or a sidecar that
    cannot be used. Articles come in the order given; the same words twice are taken once.
    """
    names = tuple(str(source) for source in sources)
    known = knowledge(names, options)
    articles: dict[str, Article] = {}
    rejections: list[Rejection] = []
    for place, draft in enumerate(_drafts(names, options, stdin)):
        if isinstance(draft, Rejection):
            rejections.append(draft)
            continue
        taken = article(draft, known, place)
        if taken.id in articles:
            first = articles[taken.id].raw.name
            rejections.append(
                Rejection(draft.name, "same article", f"the same words as {first}", "nothing to do: it is counted once")
            )
        else:
            articles[taken.id] = taken
    rejections += unused(known, [one.raw.name for one in articles.values()], [one.name for one in rejections])
    return Ingested(tuple(articles.values()), tuple(rejections))


def _drafts(names: tuple[str, ...], options: IngestOptions, stdin: BinaryIO | None) -> Iterator[Draft | Rejection]:
    for given in inputs(names, options.max_bytes, stdin):
        if isinstance(given, Rejection):
            yield given
            continue
        kind = format_of(given)
        yield from (kind,) if isinstance(kind, Rejection) else _read(kind, given)


def _read(kind: Format, given: Input) -> Drafts:
    return FORMATS[kind](given)

"""Draft + what a person knows → Article."""

import hashlib

from conspectus.ingest.dates import iso_date
from conspectus.ingest.draft import Draft, Given
from conspectus.ingest.knowledge import Told
from conspectus.ingest.language import language_of
from conspectus.model import Article, Fact, Note, Raw, article_id
from conspectus.text.blocks import blocks


def article(draft: Draft, told: Told) -> Article:
    """Build the article; a person's word wins over the file's, and what nobody gave stays unknown."""
    title = told.title if told.title is not None else draft.title
    identity = article_id(title, draft.body)
    published, odd = _published(draft, told)
    language = language_of(draft.body)
    raw = Raw(
        draft.name, draft.data, hashlib.sha256(draft.data).hexdigest(), draft.media_type, draft.encoding,
        draft.replaced, draft.extractor, draft.extractor_version,
    )  # fmt: skip
    return Article(
        id=identity, title=title, body=draft.body, blocks=blocks(identity, draft.body, title),
        outlet=_fact(told.outlet, draft.outlet, draft.looked_for), published=published,
        url=_fact(told.url, draft.url, draft.looked_for), authors=draft.authors, language=language, raw=raw,
        notes=(*_notes(draft), *odd, *_foreign(language.code)),
        origin=_fact(told.origin, None, "given by a person alone"),
    )  # fmt: skip


def _fact(person: Given | None, file: Given | None, looked_for: str) -> Fact:
    if person:
        return Fact(person.value, "person", person.where)
    if file:
        return Fact(file.value.strip(), "file", file.where)
    return Fact(None, "nobody", looked_for)


def _published(draft: Draft, told: Told) -> tuple[Fact, tuple[Note, ...]]:
    if told.date or draft.published is None:
        return _fact(told.date, None, draft.looked_for), ()
    written, where = draft.published.value, draft.published.where
    value = iso_date(written)
    if value:
        return Fact(value, "file", where), ()
    message = f"the date {written[:60]!r} ({where}) cannot be read for certain; it stays unknown"
    return Fact(None, "nobody", f"{where} is no readable date"), (Note("date", message),)


def _notes(draft: Draft) -> tuple[Note, ...]:
    notes = []
    if draft.replaced:
        count = "1 place" if draft.replaced == 1 else f"{draft.replaced} places"
        where = "the file" if draft.media_type != "text/plain" else "the text"
        message = f"{count} in {where} could not be decoded as {draft.encoding}; each is read as \ufffd"
        notes.append(Note("undecodable", message))
    nuls = draft.body.count("\x00")
    if nuls:
        count = "1 NUL character stands" if nuls == 1 else f"{nuls} NUL characters stand"
        notes.append(Note("nul", f"{count} in the text, to be passed over in reading"))
    return tuple(notes) + tuple(Note(code, message) for code, message in draft.notes)


def _foreign(code: str | None) -> tuple[Note, ...]:
    if code in (None, "en"):
        return ()
    return (Note("language", f"this article is in another language ({code}): it is read with what applies"),)

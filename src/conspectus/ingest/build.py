"""Draft + what a person knows → Article."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from conspectus.errors import OptionError
from conspectus.ingest.dates import iso_date
from conspectus.ingest.draft import Draft, Given
from conspectus.ingest.language import language_of
from conspectus.ingest.sidecar import NAME, Known, Sidecar, checked_date, read_sidecar
from conspectus.model import Article, Fact, Note, Raw, Rejection, article_id
from conspectus.options import IngestOptions
from conspectus.text.blocks import blocks


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a person gave: options in input order (or one for all), and sidecars by their folder."""

    outlet: tuple[str, ...]
    date: tuple[str, ...]
    sidecars: tuple[tuple[Path, Sidecar], ...]

    def of(self, name: str) -> Known:
        """What the sidecars say of an input, by its path from the sidecar's folder or its bare name."""
        path = Path(name)
        for folder, entries in self.sidecars:
            for key in (os.path.relpath(path, folder), path.name):
                if key in entries:
                    return entries[key]
        return Known()


def knowledge(sources: tuple[str, ...], options: IngestOptions) -> Knowledge:
    """Check and gather what a person gave; OptionError for what cannot be used."""
    dates = tuple(checked_date(written, "--date") for written in options.date)
    for flag, values in (("--outlet", options.outlet), ("--date", dates)):
        if len(values) > 1 and len(sources) == 1 and sources[0] != "-" and os.path.isfile(sources[0]):
            raise OptionError(f"{len(values)} values for one input", flag, "give one, or one for each input in order")
        if len(values) > len(sources) > 1:
            raise OptionError(
                f"{len(values)} values for {len(sources)} inputs", flag, "give one for each input in order, or one"
            )
    if options.sidecar:
        paths = [Path(options.sidecar)]
    else:
        folders = {Path(s) if os.path.isdir(s) else Path(s).parent for s in sources if s != "-"}
        paths = sorted(folder / NAME for folder in folders if (folder / NAME).is_file())
    return Knowledge(options.outlet, dates, tuple((path.parent, read_sidecar(path)) for path in paths))


def unused(known: Knowledge, taken: Sequence[str], rejected: Sequence[str]) -> list[Rejection]:
    """Sidecar entries that fit no input: said, since a slip in a name would lose a fact."""
    names = {Path(name) for name in (*taken, *rejected)}
    found = []
    for folder, entries in known.sidecars:
        seen = {os.path.relpath(path, folder) for path in names} | {path.name for path in names}
        for entry in sorted(set(entries) - seen):
            if not (folder / entry).exists():
                where = str(folder / NAME)
                found.append(
                    Rejection(where, "unused entry", f"{entry} fits no input", "check the file name in the sidecar")
                )
    return found


def article(draft: Draft, known: Knowledge, place: int) -> Article:
    """Build the article; a person's word wins over the file's, and what nobody gave stays unknown."""
    told = known.of(draft.name)
    title = told.title if told.title is not None else draft.title
    identity = article_id(title, draft.body)
    published, odd = _published(draft, told, known, place)
    language = language_of(draft.body)
    raw = Raw(
        draft.name, draft.data, hashlib.sha256(draft.data).hexdigest(), draft.media_type, draft.encoding,
        draft.replaced, draft.extractor, draft.extractor_version,
    )  # fmt: skip
    return Article(
        id=identity, title=title, body=draft.body, blocks=blocks(identity, draft.body, title),
        outlet=_fact(_person(told.outlet, known.outlet, "--outlet", place), draft.outlet, draft.looked_for),
        published=published, url=_fact(_person(told.url, (), "", place), draft.url, draft.looked_for),
        authors=draft.authors, language=language, raw=raw, notes=(*_notes(draft), *odd, *_foreign(language.code)),
    )  # fmt: skip


def _person(sidecar: str | None, option: tuple[str, ...], flag: str, place: int) -> Given | None:
    """What a person gave for the input at ``place``: an option before the sidecar, one option for all."""
    if option:
        if len(option) == 1:
            return Given(option[0], flag)
        if place < len(option) and option[place]:
            return Given(option[place], flag)
    return Given(sidecar, "sidecar") if sidecar else None


def _fact(person: Given | None, file: Given | None, looked_for: str) -> Fact:
    if person:
        return Fact(person.value, "person", person.where)
    if file:
        return Fact(file.value.strip(), "file", file.where)
    return Fact(None, "nobody", looked_for)


def _published(draft: Draft, told: Known, known: Knowledge, place: int) -> tuple[Fact, tuple[Note, ...]]:
    person = _person(told.date, known.date, "--date", place)
    if person or draft.published is None:
        return _fact(person, None, draft.looked_for), ()
    value = iso_date(draft.published.value)
    if value:
        return Fact(value, "file", draft.published.where), ()
    message = (
        f"the date {draft.published.value!r} ({draft.published.where}) cannot be read for certain; it stays unknown"
    )
    return Fact(None, "nobody", f"{draft.published.where} is no readable date"), (Note("date", message),)


def _notes(draft: Draft) -> tuple[Note, ...]:
    notes = []
    if draft.replaced:
        count = "1 place" if draft.replaced == 1 else f"{draft.replaced} places"
        notes.append(
            Note("undecodable", f"{count} could not be decoded as {draft.encoding}; each stands as \ufffd in the text")
        )
    nuls = draft.body.count("\x00")
    if nuls:
        count = "1 NUL character stands" if nuls == 1 else f"{nuls} NUL characters stand"
        notes.append(Note("nul", f"{count} in the text, to be passed over in reading"))
    return tuple(notes) + tuple(Note(code, message) for code, message in draft.notes)


def _foreign(code: str | None) -> tuple[Note, ...]:
    if code in (None, "en"):
        return ()
    return (Note("language", f"this article is in another language ({code}): it is read with what applies"),)

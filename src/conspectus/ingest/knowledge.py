"""What a person gave: options for each source in order, and sidecars beside the inputs or named."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from conspectus.errors import OptionError
from conspectus.ingest.draft import Given
from conspectus.ingest.sidecar import NAME, Known, Sidecar, checked_date, read_sidecar
from conspectus.ingest.sources import matches
from conspectus.model import Rejection
from conspectus.options import IngestOptions


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says of one article, each with where."""

    outlet: Given | None
    date: Given | None
    url: Given | None
    title: str | None
    origin: Given | None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """``outlet``, ``date`` and ``origin`` hold one value for all sources or one for each, empty where unknown."""

    outlet: tuple[str, ...]
    date: tuple[str, ...]
    origin: tuple[str, ...]
    sidecars: tuple[Sidecar, ...]

    def of(self, name: str, file: str, place: int) -> Told:
        """What is known of the article ``name`` in ``file``, which came from the source at ``place``."""
        known = self._noted(name, file)
        return Told(
            outlet=_given(_at(self.outlet, place), "--outlet") or _given(known.outlet, "sidecar"),
            date=_given(_at(self.date, place), "--date") or _given(known.date, "sidecar"),
            url=_given(known.url, "sidecar"),
            title=known.title,
            origin=_given(_at(self.origin, place), "--origin") or _given(known.origin, "sidecar"),
        )

    def _noted(self, name: str, file: str) -> Known:
        """The entry that fits best: of the nearest sidecar, for the article before its whole file."""
        for sidecar in self.sidecars:
            for key in (*_keys(sidecar, name), *_keys(sidecar, file)):
                if key in sidecar.entries:
                    return sidecar.entries[key]
        return Known()


def knowledge(sources: tuple[str, ...], options: IngestOptions) -> Knowledge:
    """Check and gather what a person gave; OptionError for what cannot be used."""
    dates = tuple(checked_date(written, "--date") if written else "" for written in options.date)
    for flag, values in (("--outlet", options.outlet), ("--date", dates), ("--origin", options.origin)):
        if len(values) > 1 and len(values) != len(sources):
            inputs = "1 input" if len(sources) == 1 else f"{len(sources)} inputs"
            advice = 'give one for all, or one for each in order ("" where unknown), or write a sidecar file'
            raise OptionError(f"{len(values)} values for {inputs}", flag, advice)
    if options.sidecar:
        return Knowledge(options.outlet, dates, options.origin, (read_sidecar(Path(options.sidecar), named=True),))
    # The nearest comes first: a folder's own sidecar is asked before that of the folder around it.
    paths = sorted(_beside(sources), key=lambda path: (-len(path.parts), path.parts))
    return Knowledge(options.outlet, dates, options.origin, tuple(read_sidecar(path, named=False) for path in paths))


def unused(known: Knowledge, names: Sequence[str]) -> list[Rejection]:
    """Sidecar entries that fit no input: said, since a slip in a name would lose a fact."""
    found = []
    for sidecar in known.sidecars:
        seen = {key for name in names for key in _keys(sidecar, name)}
        for entry in sorted(set(sidecar.entries) - seen):
            if not os.path.lexists(os.path.join(sidecar.path.parent, entry)):
                reason, advice = f"{entry} fits no input", "check the file name in the sidecar"
                found.append(Rejection(str(sidecar.path), "unused entry", reason, advice))
    return found


def _beside(sources: tuple[str, ...]) -> set[Path]:
    """The sidecars of these sources: in the folders given and below, and beside the files given."""
    found: set[Path] = set()
    for source in sources:
        if source == "-":
            continue
        if os.path.isdir(source):
            for place, folders, files in os.walk(source):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found |= {Path(place, name) for name in files if name == NAME}
        else:
            found |= {Path(path).parent / NAME for path in matches(source)}
    return {path for path in found if path.is_file()}


def _keys(sidecar: Sidecar, name: str) -> tuple[str, ...]:
    """The names under which a sidecar may tell of an input: its path from there, or its bare name."""
    here = os.path.relpath(name, sidecar.path.parent)
    return (here, os.path.basename(name)) if sidecar.named else (here,)


def _at(values: tuple[str, ...], place: int) -> str:
    if len(values) > 1:
        return values[place]
    return values[0] if values else ""


def _given(value: str | None, where: str) -> Given | None:
    return Given(value.strip(), where) if value and value.strip() else None

"""The sidecar file: what a person knows about the articles, kept beside them as JSON."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conspectus.errors import OptionError
from conspectus.ingest.dates import iso_date

NAME = "conspectus.json"
FIELDS = ("outlet", "date", "url", "title", "origin")
_FORM = 'write {"file.txt": {"outlet": "…"}}'


@dataclass(frozen=True, slots=True)
class Known:
    """What a sidecar says of one file."""

    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    title: str | None = None
    origin: str | None = None


Entries = dict[str, Known]


@dataclass(frozen=True, slots=True)
class Sidecar:
    """One sidecar file. ``named`` when a person gave its path: then bare file names fit in any folder."""

    path: Path
    entries: Entries
    named: bool


def read_sidecar(path: Path, named: bool) -> Sidecar:
    """File name → what is known. OptionError with the place for anything that cannot be used."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise OptionError(f"{twice} stands twice in one object of the sidecar", str(path), "keep one of them")
        return found

    try:
        entries = json.loads(path.read_text(encoding="utf-8-sig"), object_pairs_hook=once)
    except OSError as error:
        raise OptionError(f"the sidecar cannot be read ({error.strerror})", str(path), "check its path") from error
    except json.JSONDecodeError as error:
        where = f"{path}, line {error.lineno}, column {error.colno}"
        raise OptionError(f"the sidecar is not JSON: {error.msg}", where, "mend that place") from error
    except UnicodeDecodeError as error:
        raise OptionError("the sidecar is not UTF-8", str(path), "save it as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise OptionError("the sidecar is not JSON that can be read", str(path), _FORM) from error
    if not isinstance(entries, dict):
        raise OptionError("the sidecar is no object", str(path), _FORM)
    return Sidecar(path, {name: _known(path, name, entry) for name, entry in entries.items()}, named)


def _known(path: Path, name: str, entry: object) -> Known:
    where, advice = f"{path}, entry {name}", f"its fields are {', '.join(FIELDS)}, each a string"
    if not isinstance(entry, dict):
        raise OptionError("an entry is an object of strings", where, advice)
    for field, value in entry.items():
        if field not in FIELDS:
            raise OptionError(f"unknown field {field}", where, advice)
        if not isinstance(value, str):
            raise OptionError(f"an entry is an object of strings, and {field} is none", where, advice)
    if "date" in entry:
        entry = {**entry, "date": checked_date(entry["date"], where)}
    return Known(**entry)


def checked_date(written: str, where: str) -> str:
    """ISO 8601 of a date that a person gave; OptionError when it cannot be read for certain."""
    value = iso_date(written)
    if value is None:
        raise OptionError(f"{written!r} is no date that can be read for certain", where, "write it as 2031-05-23")
    return value

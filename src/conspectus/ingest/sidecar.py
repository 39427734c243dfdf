"""The sidecar file: what a person knows about the articles, kept beside them as JSON."""

import json
from dataclasses import dataclass
from pathlib import Path

from conspectus.errors import OptionError
from conspectus.ingest.dates import iso_date

NAME = "conspectus.json"
FIELDS = ("outlet", "date", "url", "title")


@dataclass(frozen=True, slots=True)
class Known:
    """What a sidecar says of one file."""

    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    title: str | None = None


Sidecar = dict[str, Known]


def read_sidecar(path: Path) -> Sidecar:
    """File name → what is known. OptionError with the place for anything that cannot be used."""
    try:
        entries = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise OptionError(f"the sidecar cannot be read ({error.strerror})", str(path), "check its path") from error
    except json.JSONDecodeError as error:
        where = f"{path}, line {error.lineno}, column {error.colno}"
        raise OptionError(f"the sidecar is not JSON: {error.msg}", where, "mend that place") from error
    except UnicodeDecodeError as error:
        raise OptionError("the sidecar is not UTF-8", str(path), "save it as UTF-8") from error
    if not isinstance(entries, dict):
        raise OptionError("the sidecar is no object", str(path), 'write {"file.txt": {"outlet": "…"}}')
    return {name: _known(path, name, entry) for name, entry in entries.items()}


def _known(path: Path, name: str, entry: object) -> Known:
    where = f"{path}, entry {name}"
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise OptionError("an entry is an object of strings", where, f"its fields are {', '.join(FIELDS)}")
    strange = sorted(set(entry) - set(FIELDS))
    if strange:
        raise OptionError(f"unknown field {strange[0]}", where, f"its fields are {', '.join(FIELDS)}")
    if "date" in entry:
        entry = {**entry, "date": checked_date(entry["date"], where)}
    return Known(**entry)


def checked_date(written: str, where: str) -> str:
    """ISO 8601 of a date that a person gave; OptionError when it cannot be read for certain."""
    value = iso_date(written)
    if value is None:
        raise OptionError(f"{written!r} is no date that can be read for certain", where, "write it as 2031-05-23")
    return value

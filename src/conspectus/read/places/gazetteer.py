"""The gazetteer that ships: places by their names. Made by ``training/places``; its card tells from what."""

import gzip
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from conspectus.errors import ModelError
from conspectus.model import PlaceKind

_FOLDER = Path(__file__).parents[2] / "weights" / "gazetteer"
_KEPT = 4096
"""Looked-up names that are kept: an article and its neighbours repeat theirs."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer. ``within`` are ids, nearest first; degrees; ``capital`` of a country.

    ``country`` is the id of its country: its own for a country, "" for a part of the world.
    """

    id: str
    kind: PlaceKind
    name: str
    within: tuple[str, ...]
    latitude: float
    longitude: float
    population: int
    capital: bool
    country: str


class Gazetteer:
    """Places by name. Two blocks of bytes are searched as they are: nothing is built when it is loaded."""

    def __init__(self, places: bytes, names: bytes) -> None:
        self._places = places
        self._names = names
        self._look_up = lru_cache(_KEPT)(self._found)

    def named(self, name: str) -> tuple[Entry, ...]:
        """The places of a name, whatever its case and accents: by its own name and the larger first."""
        return self._look_up(folded(name))

    def shortened(self, form: str) -> tuple[Entry, ...]:
        """The places that a short form ("U.S.", "Calif.") stands for, written exactly so."""
        return self._look_up(f"={form}")

    def of_people(self, word: str) -> tuple[Entry, ...]:
        """The places whose people or things a word tells ("French", "Texans")."""
        name = folded(word)
        return self._look_up(f"~{name}") or (self._look_up(f"~{name[:-1]}") if name.endswith("s") else ())

    def _found(self, key: str) -> tuple[Entry, ...]:
        return tuple(self._entry(int(start)) for start in self._starts(key.encode("utf8", "replace")))

    def _starts(self, key: bytes) -> list[bytes]:
        """Binary search for the line of a name."""
        names, low, high = self._names, 0, len(self._names)
        while low < high:
            start = names.rfind(b"\n", 0, (low + high) // 2) + 1
            end = names.index(b"\n", start)
            name, _, starts = names[start:end].partition(b"\t")
            if name == key:
                return starts.split(b",")
            if name < key:
                low = end + 1
            else:
                high = start
        return []

    def _entry(self, start: int) -> Entry:
        line = self._places[start : self._places.index(b"\n", start)].decode("utf8")
        code, kind, name, within, latitude, longitude, population, capital = line.split("\t")
        outer = tuple(within.split(",")) if within else ()
        country = next((one for one in (code, *outer) if len(one) == 2), "")
        known = (code, kind, name, outer, float(latitude), float(longitude), int(population), capital == "1", country)
        return Entry(*known)  # type: ignore[arg-type]


def folded(name: str) -> str:
    """A name in small letters without accents and marks."""
    if name.isascii():
        return " ".join(_WORD.findall(name.lower()))
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(bare.casefold()))


@cache
def load(folder: Path = _FOLDER) -> Gazetteer:
    """The gazetteer of a folder, read once (tenths of a second); ModelError when a file is missing or broken."""
    try:
        parts = [gzip.decompress((folder / name).read_bytes()) for name in ("places.tsv.gz", "names.tsv.gz")]
    except (OSError, EOFError, gzip.BadGzipFile) as error:
        told = f"the gazetteer cannot be loaded ({error})"
        raise ModelError(told, str(folder), "install the package again") from error
    return Gazetteer(*parts)

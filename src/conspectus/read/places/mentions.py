"""Which words of an article name places, and which places bear those names."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from conspectus.model import Name
from conspectus.read.parse import Paragraph
from conspectus.read.places.gazetteer import Entry, Gazetteer, folded
from conspectus.read.places.vocabulary import CITIES, REGIONS, SIDES, WHERE

_PLACES = frozenset({"GPE", "LOC"})
_SURE = _PLACES | {"NORP"}
_LARGE = 100_000
_WORD = r"[A-Z\u00c0-\u00de][\w.'’-]*"
_LYING_IN = re.compile(r",? \(?(?:in )?(?:the )?")
"""What stands between a place and the larger one that it lies in."""
_SHORT = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,4}|(?<![\w.-])[A-Z]{2,3}(?![\w-])")
_BESIDE = re.compile(r",? (?:and |or )?")
"""What stands between the places of a list."""
_POSSESSIVE = re.compile(r"['’]s?$")


# Made on first use, as the grammars are.
@cache
def _capitals() -> re.Pattern[str]:
    return re.compile(rf"{_WORD}(?: (?:of the |of |de |da |do |del |la |el |and )?{_WORD}){{0,3}}")


@cache
def _after_where() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{'|'.join(sorted(WHERE))}) (?:the )?(?={_WORD})")


@cache
def _state_of() -> re.Pattern[str]:
    return re.compile(rf"(?i:{'|'.join(sorted(REGIONS | CITIES))}) of (?:the )?(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Mention:
    """View offsets [start, end) in a paragraph, the name as it is looked up, and what bears it, likeliest first.

    ``demonym`` marks a word for people; ``outer`` are the places right behind it that a candidate lies in
    ("Springfield, Ohio").
    """

    start: int
    end: int
    key: str
    candidates: tuple[Entry, ...]
    demonym: bool = False
    outer: tuple[Entry, ...] = ()


def mentions(paragraph: Paragraph, names: Iterable[Name], book: Gazetteer) -> list[Mention]:
    """The mentions of one paragraph, in order and apart. A name that the gazetteer lacks has no candidates."""
    text = paragraph.view.text
    found: list[Mention] = []
    taken: set[int] = set()
    for name in names:
        start, end = _in_view(paragraph, name.span.start), _in_view(paragraph, name.span.end)
        end = _whole(text, start, end, book) if name.label in _PLACES else end
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            found += _of_name(text, start, end, name.label, book)
    starts = [match.end() for match in _after_where().finditer(text)]
    found += (mention for start in starts for mention in _here(text, start, taken, book))
    found += _short(text, taken, book)
    return _nested(text, sorted(found, key=lambda mention: mention.start), taken, book)


def _in_view(paragraph: Paragraph, raw: int) -> int:
    """The view offset of a raw one."""
    at = raw - paragraph.view.raw_start
    return bisect_left(paragraph.view.starts, at) if paragraph.view.starts else at


def _whole(text: str, start: int, end: int, book: Gazetteer) -> int:
    """Where a name ends of which the parse has but the beginning ("Democratic Republic" of the Congo)."""
    run = _capitals().match(text, start)
    words = _POSSESSIVE.sub("", run.group()).rstrip(".-'’") if run else ""
    return start + len(words) if start + len(words) > end and book.named(words) else end


def _short(text: str, taken: set[int], book: Gazetteer) -> Iterator[Mention]:
    """Short forms of countries ("U.S.", "UK") that the parse has not named; in a text all in capitals none."""
    if text.isupper():
        return
    for match in _SHORT.finditer(text):
        entries = tuple(entry for entry in book.shortened(match.group()) if entry.kind == "country")
        if entries and taken.isdisjoint(range(*match.span())):
            taken.update(range(*match.span()))
            yield Mention(match.start(), match.end(), folded(match.group()), entries)


def _of_name(text: str, start: int, end: int, label: str, book: Gazetteer) -> Iterator[Mention]:
    """The places in one name of the reading. A name of another kind is one where places stand ("in Malakal"), or where
    all of it names a large place and no person.
    """
    words = _POSSESSIVE.sub("", text[start:end])
    at, to, entries = looked_up(words, book)
    if label in _PLACES and not entries and "," in words:
        for part in re.finditer(r"[^,\s][^,]*", words):
            yield from _of_name(text, start + part.start(), start + part.end(), label, book)
        return
    stands = text[:start].rstrip().rpartition(" ")[2].lower() in WHERE
    people = () if entries and label in _PLACES else book.of_people(words)
    if people and label in ("NORP", *_PLACES):
        yield Mention(start, start + len(words), folded(words), people, demonym=True)
    elif entries and (label in _SURE or (stands and to - at == len(words)) or (label != "PERSON" and _large(entries))):
        yield Mention(start + at, start + to, folded(words[at:to]), entries)
    elif label in _PLACES:
        yield Mention(start, start + len(words), folded(words), ())


def _large(entries: tuple[Entry, ...]) -> bool:
    return any(entry.kind != "city" or entry.population >= _LARGE for entry in entries)


def looked_up(words: str, book: Gazetteer) -> tuple[int, int, tuple[Entry, ...]]:
    """Where in some words the name of a place stands, and what bears it: whole, or without what is no part of it."""
    if entries := book.shortened(words) or book.named(words):
        return 0, len(words), entries
    first, _, rest = words.partition(" ")
    led = len(words) - len(rest) if rest and first.lower() in SIDES else 0
    told = None if led else _state_of().match(words)
    led = told.end() if told else led
    if led:
        at, to, entries = looked_up(words[led:], book)
        return led + at, led + to, entries
    before, _, last = words.rpartition(" ")
    if not before or last.lower() not in REGIONS | CITIES:
        return 0, 0, ()
    kinds = ("city",) if last.lower() in CITIES else ("region", "country")
    return 0, len(before), tuple(entry for entry in book.named(before) if entry.kind in kinds)


def _here(text: str, start: int, taken: set[int], book: Gazetteer) -> Iterator[Mention]:
    """The longest name of a place that begins here, among words that belong to no name."""
    run = _capitals().match(text, start)
    cities = not text.endswith("the ", 0, start)
    words = _POSSESSIVE.sub("", run.group()) if run and taken.isdisjoint(range(*run.span())) else ""
    while words:
        entries = book.shortened(words)
        if not entries:
            words = words.rstrip(".-'’")
            entries = book.named(words)
        if entries and (cities or any(entry.kind != "city" for entry in entries)):
            taken.update(range(start, start + len(words)))
            yield Mention(start, start + len(words), folded(words), entries)
            return
        words = words.rpartition(" ")[0]


def _nested(text: str, found: list[Mention], taken: set[int], book: Gazetteer) -> list[Mention]:
    """Each mention with the larger place right behind it; places beside them that the parse has not named are added."""
    done: list[Mention] = []
    waiting = list(reversed(found))
    while waiting:
        mention = waiting.pop()
        if mention.candidates and not mention.demonym:
            link, beside = _LYING_IN.match(text, mention.end), _BESIDE.match(text, mention.end)
            if beside and not (waiting and waiting[-1].start < beside.end() + 1):
                named = next(_here(text, beside.end(), taken, book), None)
                waiting += [named] if named and (_large(named.candidates) or _containing(mention, named)) else []
            if link and waiting and waiting[-1].start == link.end():
                outer = _containing(mention, waiting[-1])
                lost = not outer and link.group() == ", " and _elsewhere(mention, waiting[-1])
                mention = replace(mention, outer=outer, candidates=() if lost else mention.candidates)
        done.append(mention)
    return done


def _containing(inner: Mention, outer: Mention) -> tuple[Entry, ...]:
    """The candidates of ``outer`` in which a candidate of ``inner`` lies; in a list ("Chad, Niger, Nigeria") none."""
    alike = {_sort(entry) for entry in inner.candidates if folded(entry.name) == inner.key}
    return tuple(
        entry
        for entry in outer.candidates
        if _sort(entry) not in alike and any(entry.id in one.within for one in inner.candidates)
    )


def _sort(entry: Entry) -> tuple[str, str]:
    """Countries are of one sort, and the regions of one country."""
    return entry.kind, entry.country if entry.kind == "region" else ""


def _elsewhere(inner: Mention, outer: Mention) -> bool:
    """Whether a city is said to lie in a region where the gazetteer has none of that name ("Turkey, Texas")."""
    regions = bool(outer.candidates) and all(entry.kind == "region" for entry in outer.candidates)
    return regions and not any(entry.kind == "region" for entry in inner.candidates)

"""The people of an article: which mentions are one person, what they are called and do, and "he" or "she"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from conspectus.model import Article, Name, Reading, Span
from conspectus.read.speakers.page import Page, Words, order
from conspectus.read.speakers.vocabulary import (
    ABBREVIATED,
    DEFINITE,
    FEMALE,
    FEMALE_NAMES,
    HONORIFICS,
    MALE,
    MALE_NAMES,
    RANKS,
)
from conspectus.read.voices.vocabulary import ROLES
from conspectus.text.juniors import juniors
from conspectus.text.nicknames import same_given

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md"))
_PREPOSITIONS = frozenset(("of", "for", "in", "at", "to", "on", "with", "from", "by", "who"))
_TITLES = frozenset(("president", "senator", "judge", "representative", "governor", "minister", "mayor", "sheriff"))
_BEFORE = 6
_AFTER = 14

_ANY_TITLE = ROLES | MALE | FEMALE | ABBREVIATED.keys()


@dataclass(slots=True)
class Person:
    """One person: mentions in document order, given names seen, surname, role words by head, gender or None.

    ``sorts`` holds for each role, each time it is given, of what sort it is (``sort_of``).
    """

    surname: str
    given: set[str] = field(default_factory=set)
    mentions: list[Span] = field(default_factory=list)
    roles: dict[str, set[str]] = field(default_factory=dict)
    sorts: dict[str, list[frozenset[str]]] = field(default_factory=dict)
    genders: set[str] = field(default_factory=set)
    fullest: Span | None = None

    @property
    def gender(self) -> str | None:
        return next(iter(self.genders)) if len(self.genders) == 1 else None


class People:
    """The people of one article. ``of`` maps each mention to its person, None where several share the name."""

    def __init__(self, page: Page, reading: Reading) -> None:
        self.all: list[Person] = []
        self.of: dict[Span, Person | None] = {}
        self._page, self._article = page, reading.article
        names = self._names(reading)
        full = [one for one in names if len(_parts(reading.article, one)) > 1]
        bare = [one for one in names if len(_parts(reading.article, one)) == 1]
        sons = juniors([reading])
        for name in full:
            *given, surname = _parts(reading.article, name)
            self._mention(self._with_full_name(given, f"{surname} jr" if name in sons else surname), name.span)
        for name in bare:
            self._bare(name, _parts(reading.article, name)[0])
        for person in self.all:
            person.mentions.sort(key=order)
            person.fullest = max(person.mentions, key=lambda s: (len(s), [-s.start]))
            person.genders |= _by_given_name(person.given) if not person.genders else set()
        self._ordered = sorted(self.of, key=order)
        self.pairs = tuple(self._pairs(reading.article))

    def _pairs(self, article: Article) -> Iterator[tuple[Span, Span]]:
        """Two names joined by "and", and no third: "Paul Dorn and Marek Hale"."""
        joined = [
            "" if one.part != other.part else article.part(one.part)[one.end : other.start]
            for one, other in pairwise(self._ordered)
        ]
        for at, between in enumerate(joined):
            before = joined[at - 1].strip() if at else "-"
            behind = joined[at + 1].strip() if at + 1 < len(joined) else "-"
            if between.split() == ["and"] and before not in (",", "and") and behind not in (",", "and", ", and"):
                yield self._ordered[at], self._ordered[at + 1]

    def _names(self, reading: Reading) -> list[Name]:
        """People's names, and single words called bodies or places that bear a person's title somewhere."""
        titled = set()
        for name in reading.names:
            if len(_parts(reading.article, name)) == 1 and name.label != "PERSON":
                words = self._page.words(name.span)
                if words and set(_lower(_before(words))) & (HONORIFICS | ABBREVIATED.keys() | _TITLES):
                    titled.add(reading.article.words(name.span).lower())
        return [n for n in reading.names if n.label == "PERSON" or reading.article.words(n.span).lower() in titled]

    def _with_full_name(self, given: Sequence[str], surname: str) -> Person:
        for person in self.all:
            if person.surname == surname and (
                not person.given or any(same_given(one, given[0]) for one in person.given)
            ):
                person.given.add(given[0])
                return person
        self.all.append(Person(surname, {given[0]}))
        return self.all[-1]

    def _bare(self, name: Name, word: str) -> None:
        bearers = [p for p in self.all if p.surname == word] or [p for p in self.all if word in p.given]
        if not bearers:
            self.all.append(Person(word))
            bearers = [self.all[-1]]
        if len(bearers) > 1:
            bearers = self._fitting(name.span, bearers)
        if len(bearers) == 1:
            self._mention(bearers[0], name.span)
        else:
            self.of[name.span] = None

    def _fitting(self, span: Span, bearers: list[Person]) -> list[Person]:
        """Of people of one surname, those whom the title before the name fits; then the only one named so far."""
        words = self._page.words(span)
        before = set(_lower(_before(words))) if words else set()
        gender = {"he"} if before & MALE else {"she"} if before & FEMALE else set()
        if gender:
            known = {id(p): p.genders or _by_given_name(p.given) for p in bearers}
            bearers = [p for p in bearers if known[id(p)] == gender] or [p for p in bearers if not known[id(p)]]
        titled = [p for p in bearers if before & ROLES & p.roles.keys()]
        if titled:
            return titled
        named = [p for p in bearers if any(order(one) < order(span) for one in p.mentions)]
        return named if len(named) == 1 else bearers

    def _mention(self, person: Person, span: Span) -> None:
        person.mentions.append(span)
        self.of[span] = person
        words = self._page.words(span)
        if words is None:
            return
        front, behind = _before(words), _after(words)
        before, after = _lower(front), _lower(behind)
        person.genders |= {"he"} if set(before) & MALE else {"she"} if set(before) & FEMALE else set()
        own = after[: next((n for n, word in enumerate(after) if word in _PREPOSITIONS), len(after))]
        for phrase, heads in ((before, before), (after, own)):
            for role in ROLES & {ABBREVIATED.get(word, word) for word in heads}:
                person.roles.setdefault(role, set()).update(phrase)
        for token in (*front, *behind[: len(own)]):
            role = ABBREVIATED.get(_plain(token), _plain(token))
            person.sorts.setdefault(role, []).append(sort_of(token))
        person.genders |= {"he"} if set(own) & MALE else {"she"} if set(own) & FEMALE else set()

    def named(self, span: Span) -> list[tuple[Span, Person | None]]:
        """The mentions inside a span, in order."""
        found: list[tuple[Span, Person | None]] = []
        for at in range(bisect_left(self._ordered, order(span), key=order), len(self._ordered)):
            one = self._ordered[at]
            if order(one) >= (span.part != "title", span.end):
                break
            if span.contains(one):
                found.append((one, self.of[one]))
        return found

    def with_role(self, role: str, modifiers: Iterable[str], sort: frozenset[str]) -> list[Person]:
        """The people to whom the article itself gives a role of this sort; those whose other words fit come first."""
        found = [p for p in self.all if role in p.roles and any(_one_sort(own, sort) for own in p.sorts[role])]
        wanted = set(modifiers)
        fitting = [p for p in found if wanted & p.roles[role]]
        return fitting or found


def _parts(article: Article, name: Name) -> list[str]:
    words = _WORD.findall(article.words(name.span).removesuffix("’s").removesuffix("'s"))
    parts = [word.lower().strip(".") for word in words]
    return [part for part in parts if part not in _SUFFIXES] or parts


def _by_given_name(given: Iterable[str]) -> set[str]:
    found = set()
    for name in given:
        found |= {"he"} if name in MALE_NAMES else {"she"} if name in FEMALE_NAMES else set()
    return found if len(found) == 1 else set()


def sort_of(role: "Token") -> frozenset[str]:
    """What right before a role says of which sort it is: "opposition" of "the opposition leader", "prime", "vice"."""
    doc, at = role.doc, role.i - 1
    if at > 0 and doc[at].text == "-":
        at -= 1
    found = set()
    while at >= 0 and (_plain(doc[at]) in RANKS or (doc[at].pos_ == "NOUN" and doc[at].dep_ == "compound")):
        found.add(_plain(doc[at]))
        at -= 1
    return frozenset(found)


def _one_sort(one: frozenset[str], other: frozenset[str]) -> bool:
    """Roles of one rank, and not of two sorts ("a union leader", "the opposition leader")."""
    if one & RANKS != other & RANKS:
        return False
    return not one - RANKS or not other - RANKS or bool((one & other) - RANKS)


def _plain(token: "Token") -> str:
    return str(token.lower_).rstrip(".")


def _lower(tokens: Iterable["Token"]) -> list[str]:
    """Lower case, without full stops."""
    return [_plain(token) for token in tokens]


def _before(words: Words) -> list["Token"]:
    """The title right before a name: "Committee Chairman Rep.", backwards from the name."""
    found: list[Token] = []
    doc = words.ground.doc
    if words.start > 2 and doc[words.start - 1].text == "," and doc[words.start - 2].lower_ in ROLES:
        # "the spokesman, Dana Orlu"
        phrase = doc[doc[words.start - 2].left_edge.i : words.start - 1]
        return list(phrase) if phrase and phrase[0].lower_ in DEFINITE else []
    for i in range(words.start - 1, max(words.start - 1 - _BEFORE, -1), -1):
        token = doc[i]
        if token.pos_ not in ("PROPN", "NOUN", "ADJ") or token.text in "’'" or _is_name_of_other(token):
            break
        found.append(token)
    return found


def _is_name_of_other(token: "Token") -> bool:
    return bool(token.ent_type_ == "PERSON" and token.lower_.rstrip(".") not in _ANY_TITLE)


def _after(words: Words) -> list["Token"]:
    """What stands in apposition behind a name: ", the interior secretary,"."""
    doc = words.ground.doc
    at = words.end
    if at >= len(doc) or doc[at].text != ",":
        return []
    found: list[Token] = []
    for token in doc[at + 1 : at + 1 + _AFTER]:
        if token.text in ',.;:—–(“"' or token.pos_ in ("VERB", "AUX", "PRON"):
            break
        found.append(token)
    # "Orlu, mayor of Hessel, …" and "Orlu, a trustee, …", not "Orlu, on Monday, …"
    return (
        found
        if found and set(_lower(found)) & ROLES and doc[at + 1].pos_ in ("DET", "NOUN", "ADJ", "PROPN", "PRON")
        else []
    )

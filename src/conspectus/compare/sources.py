"""Whether two credited sources may be one and the same.

The test is careful: names decide only against names of the same sort, a role ("the minister") is followed
to the one person the article itself gives that role, and a pronoun to the person that the reading found for it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from conspectus.compare.words import word_set
from conspectus.model import Attribution, Name, Reading, Span, Speaker, Voice
from conspectus.text.letters import without_accents

Sort = Literal["person", "body", "role", "unclear"]
Relation = Literal["same", "carrier", "different", "unclear"]

_KEPT = 20_000
"""So many printed names and surroundings of names are remembered with what they come to."""
_WORD = re.compile(r"[^\W_]+(?:[-.&][^\W_]+)*")
_BODY_LABELS = frozenset({"ORG", "GPE", "NORP", "FAC"})
_SUFFIX = word_set("jr sr ii iii iv phd md")
_BODY_NOUNS = word_set(
    """administration agency alliance army association authorities authority board body bureau cabinet campaign
    center centre chamber church city club coalition college commission committee company congress consortium
    corporation council court department directorate embassy federation firm foundation fund government group
    guild hospital inquest institute institution journal league magazine ministry mission movement network
    newspaper office opposition organisation organization outlet parliament party police presidency readout
    secretariat senate service society staff station syndicate team transcript tribunal union university"""
)
_ROLE_NOUNS = word_set(
    """activist actor adviser advisor aide ambassador analyst archbishop archivist attorney author bishop boss
    captain chair chairman chairperson chairwoman chancellor chief clerk coach colonel commander commissioner
    congressman congresswoman consul coroner critic curator deputy diplomat director doctor economist editor
    engineer envoy executive expert farmer father founder general governor head historian host inspector judge
    justice king lawmaker lawyer leader lieutenant manager mayor mediator member minister mother neighbor
    neighbour nominee officer official operator owner pastor pilot politician pope premier president priest
    prince princess principal producer professor prosecutor queen rector reporter representative researcher
    resident scholar scientist secretary senator sergeant sheriff singer speaker spokesman spokesperson
    spokeswoman student superintendent supervisor surgeon teacher treasurer victim warden witness worker writer"""
)
_KIN = word_set("barrister solicitor counsel agent brother sister wife husband son daughter widow widower friend")
_VOICES = word_set("spokesman spokeswoman spokesperson official aide lawyer attorney representative member")
_PRONOUNS = word_set("he she they it we i you who that this these those one some many others another")
_GENERIC = word_set("the a an of for and in at to its his her their new national former")


@dataclass(frozen=True, slots=True)
class Source:
    """A credited source as far as its words say who it is.

    ``keys`` are lower-case surnames, role nouns or words of a body's name; ``body`` the body that a person
    or role speaks for; ``short`` the initials of a body's names ("un"); ``single`` is False for a role that
    may be anybody's ("a spokesman", "officials"). ``sure`` is False for a person whom a pronoun or a role stands for:
    that can show two sources to be one, never to be two.
    """

    sort: Sort
    keys: frozenset[str]
    body: frozenset[str]
    credited: Attribution | Voice
    short: frozenset[str] = frozenset()
    single: bool = True
    sure: bool = True

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words that credit it: source and cue."""
        return (*self.credited.source, *self.credited.cue)


def source_of(reading: Reading, credited: Attribution | Voice) -> Source:
    """Who the source of an attribution or of a chain's level is: by its words, or whom its article means by them."""
    found = _by_words(reading, credited)
    speaker = next((one for one in reading.speakers if one.source == credited.source), None)
    if speaker and speaker.kind == "body" and found.sort == "person":
        # "The minister’s office" is not the minister.
        return Source("body", found.body, found.body, credited)
    if speaker is None or speaker.kind != "person":
        return found
    people = frozenset(_last_name(reading.article.words(name)) for name in speaker.names) - {""}
    inside = any(span.contains(name) for span in credited.source for name in speaker.names)
    if people and inside and found.sort == "person" and not people & found.keys:
        # "The committee's chairman, Representative Ilse Varga": another may be called a chairman elsewhere.
        return Source("person", people, found.body, credited)
    if found.sort not in ("unclear", "role"):
        return found
    return Source("person", people, found.body, credited, sure=False) if people else found


def called(reading: Reading, credited: Attribution | Voice) -> str:
    """How a source is named: by the fullest name of whom its article means, else by its own words."""
    speaker = next((one for one in reading.speakers if one.source == credited.source), None)
    own = " ".join(reading.article.words(span) for span in credited.source).strip(" ,")
    if speaker is None or not speaker.names:
        return own
    if own[:1].isupper() and " " in own and not _named_behind(reading, speaker):
        return own
    names = [reading.article.words(name) for name in speaker.names]
    fullest = max(names, key=lambda name: (len(name), name))
    return own if any(name in own for name in names) and not _named_behind(reading, speaker) else fullest


def _named_behind(reading: Reading, speaker: Speaker) -> bool:
    """Another's name comes first in the source: "Sentencing Dorn, Judge Ilse Varga".

    Not in "Dorn's lawyer, Ilse Varga", where it says whose lawyer she is.
    """
    heads = [_head(reading, span) for span in speaker.source]
    inside = [name for name in speaker.names if any(span.contains(name) for span in speaker.source)]
    if not inside or any(head.overlaps(name) for name in inside for head in heads):
        return False
    others = {name.span.end for name in reading.names if name.label == "PERSON"}
    return any(head.end in others for head in heads)


def _by_words(reading: Reading, credited: Attribution | Voice) -> Source:
    """Who the source is, from its own words and the roles given in its article."""
    heads = tuple(_head(reading, span) for span in credited.source)
    begin, end = min([head.start for head in heads], default=0), max([head.end for head in heads], default=0)
    near = [name for name in reading.names if name.span.start < end and begin < name.span.end]
    inside = [name for name in near for head in heads if head.overlaps(name.span)]
    persons = [name for name in inside if name.label == "PERSON" and not _owns(reading, name, heads)]
    # "Malo" is Malo Orlu here, and in another article somebody who has no other name.
    people = frozenset(_last_name(reading.article.words(name.span)) for name in persons)
    people = (people | {_surname(reading, name) for name in persons}) - {""}
    bodies = [reading.article.words(name.span) for name in inside if name.label in _BODY_LABELS]
    tokens = [word.lower() for head in heads for word in _WORD.findall(reading.article.words(head))]
    body = _tokens(bodies) | (frozenset(tokens) & _BODY_NOUNS)
    last = tokens[-1] if tokens else ""
    if not people and last in _ROLE_NOUNS:
        people = _apposed(reading, heads)
    if people:
        return Source("person", people, body, credited)
    if last in _ROLE_NOUNS:
        known = _holders(reading, {last}) if _definite(tokens) else frozenset()
        if len(known) == 1:
            return Source("person", known, body, credited)
        single = _definite(tokens) and last not in _VOICES
        return Source("role", frozenset({last}), body, credited, single=single)
    if last in _BODY_NOUNS or last in _tokens(bodies):
        return Source("body", body, body, credited, frozenset(_initials(words) for words in bodies) - {""})
    # A name that was not read as one ("Malo said") is still the same word in another article.
    printed = [reading.article.words(head) for head in heads]
    named = tokens if printed and all(words[:1].isupper() for words in printed) and last not in _PRONOUNS else []
    return Source("unclear", frozenset(named), frozenset(), credited)


def _owns(reading: Reading, name: Name, heads: Iterable[Span]) -> bool:
    """It only says whose somebody is: "Dorn" in "Dorn's lawyer, Ilse Varga"; "Dorn's view" is his own."""
    text = reading.article.part(name.span.part)
    if not (_GENITIVE.search(reading.article.words(name.span)) or _GENITIVE_BEHIND.match(text, name.span.end)):
        return False
    behind = (text[name.span.end : head.end].lower() for head in heads if head.contains(name.span))
    return any(not (_ROLE_NOUNS | _KIN).isdisjoint(_WORD.findall(words)) for words in behind)


def _apposed(reading: Reading, heads: Iterable[Span]) -> frozenset[str]:
    """The surname of the person who stands right behind a role ("a spokesman, Eric Orlu")."""
    return frozenset(
        _surname(reading, name)
        for name in reading.names
        for head in heads
        if name.label == "PERSON" and name.span.part == head.part and 0 < name.span.start - head.end <= _APPOSED
    ) - {""}


_GENITIVE, _GENITIVE_BEHIND = re.compile(r"[’']s?$"), re.compile(r"[’']s?\s")
_APPOSED = 3
"""Characters between a role and the name in apposition to it."""
_AFTER_HEAD = re.compile(r",|\s(?:on|of|in|at|for|from|with|to|who|which|that|and|as)\s")


def _head(reading: Reading, source: Span) -> Span:
    """The source up to what only tells more about it ("the minister | in a meeting with ...")."""
    found = _AFTER_HEAD.search(reading.article.words(source))
    return Span(source.article, source.part, source.start, source.start + found.start()) if found else source


def relation(one: Source, other: Source) -> Relation:
    """How two credited sources stand to each other.

    ``carrier``: one is a person, the other a body, whose release or statement may carry the person's words.
    """
    sorts = {one.sort, other.sort}
    if "unclear" in sorts:
        alike = sorts == {"unclear"} and one.keys and one.keys == other.keys
        return "same" if alike else "unclear"
    sure = one.sure and other.sure
    if sorts == {"person"}:
        return "same" if one.keys & other.keys else "different" if sure else "unclear"
    if sorts == {"body"}:
        return _bodies(one, other)
    if sorts == {"person", "body"}:
        # A surname alone is often read as a body's name.
        return "same" if one.keys & other.keys else "carrier" if sure else "unclear"
    if sorts == {"role", "body"} and one.single and other.single:
        return "carrier"
    return "same" if one.body & other.body - _BODY_NOUNS and one.keys & other.keys else "unclear"


def may_be_one(one: Source | None, other: Source | None) -> bool:
    """False only for two different people, or two different bodies."""
    return one is None or other is None or relation(one, other) != "different"


def are_one(one: Source | None, other: Source | None) -> bool:
    """True only where the words show it."""
    return one is not None and other is not None and relation(one, other) == "same"


def _bodies(one: Source, other: Source) -> Relation:
    if one.keys <= other.keys or other.keys <= one.keys or one.short & other.keys or other.short & one.keys:
        return "same"
    if one.keys & other.keys:
        return "unclear"
    # Two bodies are apart only when both have a name and say what sort of body they are.
    both_named = all(source.keys - _BODY_NOUNS and source.keys & _BODY_NOUNS for source in (one, other))
    return "different" if both_named else "unclear"


def _surname(reading: Reading, name: Name) -> str:
    return _last_name(reading.article.words(name.full or name.span))


@lru_cache(maxsize=_KEPT)
def _last_name(printed: str) -> str:
    words = _WORD.findall(without_accents(printed.removesuffix("’s").removesuffix("'s")))
    parts = [word.lower().strip(".") for word in words if word.lower().strip(".") not in _SUFFIX]
    return parts[-1] if parts else ""


def _tokens(texts: Iterable[str]) -> frozenset[str]:
    found = {word.lower().replace(".", "") for text in texts for word in _WORD.findall(text)}
    return frozenset(found - _GENERIC - {"s"})


def _definite(tokens: list[str]) -> bool:
    return bool(tokens) and tokens[0] not in {"a", "an", "one", "another", "some"}


def _initials(text: str) -> str:
    letters = [word[0].lower() for word in _WORD.findall(text) if word.lower() not in _GENERIC]
    return "".join(letters) if len(letters) > 1 else ""


_NEAR = 40
"""Characters around a name in which a role noun is taken to be its title or apposition."""


def _holders(reading: Reading, roles: set[str]) -> frozenset[str]:
    """Surnames of the people whom the article itself gives one of the roles."""
    found = set()
    for name in reading.names:
        if name.label == "PERSON" and roles & _roles_beside(reading, name.span):
            found.add(_surname(reading, name))
    return frozenset(found - {""})


def _roles_beside(reading: Reading, span: Span) -> frozenset[str]:
    """Role nouns right before a name ("Minister Dana Orlu") or in apposition after it."""
    text = reading.article.part(span.part)
    return _roles_around(text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + 70])


@lru_cache(maxsize=_KEPT)
def _roles_around(before: str, behind: str) -> frozenset[str]:
    words = _WORD.findall(re.split(r"[.;:!?\n,]", before)[-1])[-1:]
    after = re.match(r"\s*,\s*((?:[^\W\d_]|[ '’-]){1,60})", behind)
    beside = [*words, *_WORD.findall(after.group(1))] if after else words
    return frozenset(word.lower() for word in beside)

"""Whom an accusation blames: the words that name the accused, or none where nobody is named.

Whom a verb of judging blames is its object ("accused Orlu of", "criticized the council's plan") or, in the passive, its
subject ("Orlu was accused of"). Where the words themselves say what was wrong, it is who did it: whose it is called
("Orlu's lies", "the lies of the council"), or the subject of its clause. A thing is not accused; whose it is may be.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from conspectus.compare.accusations.sayings import Saying
from conspectus.compare.accusations.vocabulary import BEING, CALLING, CHARGES, GROUPS, JUDGED, JUDGING
from conspectus.compare.accusations.wrongs import wrongs
from conspectus.compare.entities.vocabulary import BODIES, PRONOUNS, is_person
from conspectus.compare.words import Word, stem, words
from conspectus.model import Name, Phrase, Reading, Span

_LABELS = frozenset(("PERSON", "ORG", "GPE", "NORP"))
"""Labels of names that somebody, a body or a state bears."""
_LINK = re.compile(r"[\s,:]*(?:(?:of|against|that|at|on|out|over|upon|by|for|about|back)\s+)*[“\"‘']*", re.IGNORECASE)
_BEHIND = re.compile(r"\s+(?:of|by|from)\s+")
_AT = frozenset(("in", "at", "near", "across", "outside", "inside", "to", "from"))
_GENITIVE = re.compile(r"['’]s?\s")
_OPENING = 12
"""Characters at the beginning of words within which what they are about is looked for."""
_BEFORE, _LATELY = 600, 3
"""So many characters before a pronoun whom it stands for is looked for, among so many mentions."""


@dataclass(frozen=True, slots=True)
class Blamed:
    """The words that name the accused, and the name where they are one or stand for one."""

    span: Span
    name: Name | None


@dataclass(frozen=True, slots=True)
class _Place:
    """The reading, the saying, and by what words each name of the article is known."""

    reading: Reading
    one: Saying
    known: Mapping[Span, str]
    phrases: Sequence[Phrase]

    def text(self, span: Span) -> str:
        return self.reading.article.words(span)


def whom(reading: Reading, one: Saying, known: Mapping[Span, str]) -> Blamed | None:
    """Whom a saying blames; None where it names nobody. ``known`` is that of ``people.names_of``."""
    place = _Place(reading, one, known, [p for p in reading.phrases if one.sentence.contains(p.core)])
    for span in (*_objects(place), *_subjects(place)):
        found = _blamed(place, span, 2)
        if found is not None:
            return found
    return None


def _objects(place: _Place) -> Iterator[Span]:
    """What verbs of judging govern, and what nouns for charges are about."""
    run = words(place.reading.article, place.one.sentence, False)
    for at, word in enumerate(run):
        cue = place.one.credited is not None and any(c.overlaps(word.span) for c in place.one.credited.cue)
        forms = {word.norm, stem(word.norm)}
        if not (cue or place.one.span.contains(word.span)):
            continue
        if word.norm in JUDGED and _passive(run, at):
            yield from _before(place, word.span)
        elif forms & JUDGING or forms & CHARGES or (cue and forms & CALLING):
            yield from _after(place, word.span)


def _passive(run: tuple[Word, ...], at: int) -> bool:
    """ "was accused", "has also been accused", "a man accused of"."""
    before = {part for word in run[max(0, at - 3) : at] for part in word.norm.split()}
    behind = run[at + 1].norm if at + 1 < len(run) else ""
    return bool(BEING & before) or behind in ("of", "with", "by")


def _before(place: _Place, verb: Span) -> Iterator[Span]:
    """The subject of a verb: that of its clause, or the phrase right before it."""
    around = [s for s in place.reading.statements if s.predicate.overlaps(verb)]
    for statement in around:
        yield from reversed([p for p in statement.participants if p.end <= verb.start])
    yield from [p.core for p in place.phrases if p.core.end <= verb.start][-1:]


def _after(place: _Place, word: Span) -> Iterator[Span]:
    """The phrase or pronoun that begins right behind a verb or noun."""
    text = place.reading.article.part(word.part)
    link = _LINK.match(text, word.end, place.one.sentence.end)
    start = link.end() if link else word.end
    near = [p.core for p in place.phrases if start - 1 <= p.core.start <= start + 1]
    yield from sorted(near, key=lambda core: (core.start, -core.end))[:1]
    if not near:
        following = re.compile(r"\w+").match(text, start, place.one.sentence.end)
        if following and following.group().lower() in PRONOUNS:
            yield Span(word.article, word.part, following.start(), following.end())


def _subjects(place: _Place) -> Iterator[Span]:
    """Who did what the words call wrong: whose it is, else the subject of its clause."""
    listed = wrongs()
    named = [(word.span, listed.get(word.norm) or listed.get(stem(word.norm))) for word in place.one.run]
    for span, _ in sorted(((s, kind) for s, kind in named if kind), key=lambda pair: (pair[1] == "event", pair[0])):
        yield from sorted((p.core for p in place.phrases if p.core.contains(span)), key=len)
        around = [s for s in place.reading.statements if s.span.contains(span)]
        for statement in sorted(around, key=lambda s: (len(s.span), s.span))[:2]:
            yield from reversed([p for p in statement.participants if p.end <= statement.predicate.start])
    # What the words begin with is what they are about.
    start = place.one.run[0].span.start if place.one.run else place.one.span.start
    yield from [p.core for p in place.phrases if start <= p.core.start <= start + _OPENING][-1:]


def _blamed(place: _Place, span: Span, deeper: int) -> Blamed | None:
    """Who is meant by a phrase: whose it is, itself where it is somebody, else of or by whom it is."""
    text = place.text(span)
    pronoun = PRONOUNS.get(text.split(" ", 1)[0].lower())
    if pronoun:
        first, _, rest = text.partition(" ")
        if rest and is_person(_head(rest)):
            # "his client", "her sister": somebody else, whom the words alone do not name.
            return None
        return _stood_for(place, Span(span.article, span.part, span.start, span.start + len(first)), pronoun)
    genitive = _GENITIVE.search(text)
    if genitive:
        return _somebody(place, Span(span.article, span.part, span.start, span.start + genitive.start()))
    found = _somebody(place, span)
    behind = _BEHIND.match(place.reading.article.part(span.part), span.end)
    if found is None and behind and deeper:
        further = [p.core for p in place.phrases if p.core.start == behind.end()]
        return _blamed(place, max(further, key=len), deeper - 1) if further else None
    return found


def _somebody(place: _Place, span: Span) -> Blamed | None:
    """The name that a phrase ends in, or the phrase where its head is a word for people; nobody who says it."""
    names = [n for n in place.reading.names if span.contains(n.span) and n.span.end >= span.end - 2]
    named = next((n for n in names if n.label in _LABELS), None)
    if named is not None:
        nobody = place.known.get(named.span) in place.one.by or _is_where(place, named)
        return None if nobody else Blamed(span, named)
    if names:
        return None
    head = _head(place.text(span))
    if place.text(span).lower().startswith(("a ", "an ")):
        # "called him a racist", "a lawsuit by a customer": nobody whom the words tell apart.
        return None
    if head in GROUPS or (" " in place.text(span) and (head in BODIES or is_person(head))):
        spoken = place.one.credited is not None and any(s.overlaps(span) for s in place.one.credited.source)
        return None if spoken else Blamed(span, None)
    return None


def _is_where(place: _Place, name: Name) -> bool:
    """A place where something is ("courts in New York"), or a word that only says of where ("a Saudi official")."""
    if name.label not in ("GPE", "NORP"):
        return False
    before = place.reading.article.part(name.span.part)[: name.span.start].split()[-1:]
    within = any(p.core.contains(name.span) and p.core.end > name.span.end + 2 for p in place.phrases)
    return within or bool(before and before[0].lower() in _AT)


def _head(text: str) -> str:
    """The last word of a phrase, in lower case."""
    return re.findall(r"\w+", text.lower())[-1:][0] if re.search(r"\w", text) else ""


def _stood_for(place: _Place, span: Span, pronoun: str) -> Blamed | None:
    """Whom a pronoun stands for, if not for who says it: of the people named lately the one named most, then last."""
    if pronoun == "relative":
        before = [p.core for p in place.phrases if 0 <= span.start - p.core.end <= 2]
        return _somebody(place, before[-1]) if before else None
    said = place.one.credited.source if place.one.credited else ()
    if pronoun not in ("he", "she") or any(PRONOUNS.get(place.text(s).lower()) == pronoun for s in said):
        return None
    people = [
        n
        for n in place.reading.names
        if n.label == "PERSON" and n.span.part == span.part and 0 < span.start - n.span.end < _BEFORE
    ]
    others = [n for n in people if place.known.get(n.span) not in place.one.by][-_LATELY:]
    if not others:
        return None
    often = Counter(place.known.get(n.span) for n in others)
    most = max(reversed(others), key=lambda n: often[place.known.get(n.span)])
    return Blamed(span, most)

"""Who a pronoun stands for, by what news writing does: the subject goes on being the subject.

"He" and "she" are followed through the article outside quotation marks: first to a subject earlier in the same
sentence, then to the subject of the sentence before, at most a few sentences back. What does not agree is passed over;
where nothing is left nobody is named. (The subject preference is that of Hobbs 1978 and of centering, Grosz, Joshi
and Weinstein 1995.)
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from conspectus.model import Reading, Span
from conspectus.read.attributions.ground import OUTSIDE
from conspectus.read.speakers.page import Order, Page, order
from conspectus.read.speakers.people import People, Person, sort_of
from conspectus.read.speakers.vocabulary import DEFINITE, HE, SHE
from conspectus.read.voices.vocabulary import ROLES

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_TITLE = 60
"""Characters of title that a source may have before its name."""
_BACK = 5
"""Sentences looked back over."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person is meant: by name, role or pronoun."""

    at: Order
    sentence: int
    person: Person
    subject: bool
    top: bool
    speaks: bool


class Pronouns:
    """All "he" and "she" outside quotation marks of one article, resolved in order."""

    def __init__(self, page: Page, people: People, reading: Reading) -> None:
        self._people = people
        self._sources = {order(one.source[0]): one.source[0] for one in reading.attributions if one.source}
        self._starts = sorted(self._sources)
        self.mentions: list[Mention] = []
        self._of: dict[Order, Person | None] = {}
        named = {
            order(span): person
            for span, person in people.of.items()
            if person is not None and not _names_a_thing(page, span)
        }
        sentence = 0
        for ground in page.grounds:
            for sent in ground.doc.sents:
                sentence += 1
                for token in sent:
                    if ground.inside[token.i] == OUTSIDE:
                        self._token(token, order(ground.span((token.i, token.i + 1))), sentence, named)

    def person(self, span: Span, spoken_of: Sequence[Person] = ()) -> Person | None:
        """The person a pronoun at ``span`` stands for; none of ``spoken_of``, whom its own words name."""
        found = self._of.get(order(span))
        if found is None or not any(found is one for one in spoken_of):
            return found
        before = [m for m in self.before(order(span)) if m.at < order(span)]
        recent = [m for m in before if m.sentence >= before[-1].sentence - 1 and m.subject]
        others = [m.person for m in recent if m.person.gender in (found.gender, None)]
        left = {id(one): one for one in others if not any(one is named for named in spoken_of)}
        return next(iter(left.values())) if len(left) == 1 else None

    def before(self, at: Order) -> list[Mention]:
        """The mentions before a place, in order."""
        return self.mentions[: bisect_right([mention.at for mention in self.mentions], at)]

    def _token(self, token: "Token", at: Order, sentence: int, named: dict[Order, Person]) -> None:
        person: Person | None = None
        head = token
        if at in named:
            person = named[at]
            while head.dep_ in ("compound", "nmod", "flat") and head.head.i != head.i:
                head = head.head
            if head.dep_ == "appos" and head.head.i < head.i:
                head = head.head  # "the attorney general, Ilse Varga, said": the name is the subject, too
        elif token.lower_ in HE | SHE:
            person = self._antecedent("he" if token.lower_ in HE else "she", sentence)
            self._of[at] = person
        elif token.pos_ == "NOUN" and token.dep_ in _SUBJECTS and token.lower_ in ROLES and _definite(token):
            words = (child.lower_ for child in token.children)
            found = self._people.with_role(token.lower_, words, sort_of(token))
            person = found[0] if len(found) == 1 else None
        if person is not None:
            subject = head.dep_ in _SUBJECTS
            speaks = subject and self._speaks(at)
            self.mentions.append(Mention(at, sentence, person, subject, subject and _top(head), speaks))

    def _speaks(self, at: Order) -> bool:
        """True for a mention that stands at the head of a source."""
        return any((part, start) <= at < (part, self._sources[part, start].end) for part, start in self._near(at))

    def _near(self, at: Order) -> list[Order]:
        first = bisect_right(self._starts, (at[0], at[1] - _TITLE))
        return self._starts[first : bisect_right(self._starts, at)]

    def _antecedent(self, gender: str, sentence: int) -> Person | None:
        recent = takewhile(lambda m: sentence - _BACK <= m.sentence, reversed(self.mentions))
        near = [m for m in recent if m.person.gender in (gender, None)][::-1]
        here = [m for m in near if m.sentence == sentence and m.subject]
        if here:
            return next((m.person for m in here if m.top), here[-1].person)
        for back in range(sentence - 1, sentence - _BACK - 1, -1):
            own = [m for m in near if m.sentence == back]
            subjects = [m for m in own if m.subject]
            if subjects:
                first = min(subjects, key=lambda m: (not m.speaks, not m.top, m.at))
                return first.person
            if own:
                return own[0].person
        return next((m.person for m in near if m.sentence == sentence), None)


def _names_a_thing(page: Page, name: Span) -> bool:
    """True for a name that only says which: "the Kesk bridge", "the Orlu plan"."""
    words = page.words(name)
    if words is None:
        return False
    head = words.tokens[-1]
    while head.dep_ in ("compound", "nmod") and head.head.i > head.i:
        head = head.head
    return head.i >= words.end and head.pos_ == "NOUN"


def _definite(token: "Token") -> bool:
    return any(child.lower_ in DEFINITE for child in token.children)


def _top(head: "Token") -> bool:
    """True for the subject of a sentence's main verb."""
    return head.head.dep_ == "ROOT" or (head.head.dep_ in ("ccomp", "conj") and head.head.head.dep_ == "ROOT")

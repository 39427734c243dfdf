"""Who a noun phrase speaks for: a name, a role, a body, a text, an outlet, somebody unnamed, a group."""

import re
from typing import TYPE_CHECKING

from conspectus.model import Reading, Span
from conspectus.read.speakers.page import Page, Words, order
from conspectus.read.speakers.people import People, Person, sort_of
from conspectus.read.speakers.record import CANNOT_TELL, Answer
from conspectus.read.speakers.vocabulary import COUNTED, DEFINITE, FEMALE, INDEFINITE, MALE, RELATIVES
from conspectus.read.voices.vocabulary import BODIES, OUTLET_NOUNS, ROLES, SOURCES, TEXTS
from conspectus.text.outlets import is_outlet

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODY_LABELS = frozenset(("ORG", "GPE", "FAC", "LOC"))
_CLAUSES = frozenset(("ROOT", "advcl", "ccomp", "parataxis", "dep"))
_WHERE = frozenset(("in", "at", "near", "from", "outside"))
_SHORT = 4
"""Words of "the two young men"."""
_TOGETHER = 1000
"""Characters within which two people who are named together are still "the two"."""
_LATER = 2500
"""Characters within which "a spokesman" may be named by "the spokesman, Dana Orlu"."""


class Nouns:
    """Answers for noun phrases of one article."""

    def __init__(self, page: Page, people: People, reading: Reading) -> None:
        self.page, self.people, self.reading = page, people, reading

    def answer(self, span: Span, words: Words) -> Answer:
        """Who the noun phrase ``span`` stands for."""
        root = _core_root(words)
        named = self._person(span, words, root)
        if named:
            return named
        lemma = root.lemma_.lower()
        body = self._body_name(span, words, root)
        if root.pos_ in ("PROPN", "ADJ", "X") or body or is_outlet(root.text):
            return self._proper(span, root, body)
        two = self._two(span, words, root) if _plural(root) or root.lower_ in ("both", "pair", "couple") else None
        if two:
            return two
        if _plural(root):
            return self._plural(words, root)
        return self._common(span, words, root, lemma)

    def _person(self, span: Span, words: Words, root: "Token") -> Answer | None:
        """A person's name that is the head, stands beside a role as its name, or is listed with it."""
        found: list[tuple[Span, Person | None]] = []
        heads = _heads(root, words)
        for mention, person in self.people.named(span):
            own = self.page.words(mention)
            if own is None:
                continue
            inside = any(own.start <= head.i < own.end for head in heads)
            beside = any(self._apposed(own, head) for head in heads) or self._at_end(own, words)
            if inside or beside:
                found.append((mention, person))
        astray = root.pos_ not in ("NOUN", "PROPN") and words.tokens[0].lower_ not in RELATIVES
        if not found and astray and len(self.people.named(span)) == 1:
            found = self.people.named(span)
        if not found:
            return None
        if any(person is None for _, person in found):
            return Answer(None, (), "several people in this article bear this name")
        names = tuple(self._best(person, mention) for mention, person in found if person)
        whole = len(found) == 1 or len(found) >= len(heads)
        why = "named here" if names[0] == found[0][0] else "the name in full elsewhere in the article"
        return Answer("person" if whole else "collective", tuple(dict.fromkeys(names)), why)

    def _apposed(self, own: Words, head: "Token") -> bool:
        """True for "the spokesman, Dana Orlu" and "one parent: Dana Orlu"."""
        root = own.root
        if root.dep_ == "appos" and root.head.i == head.i:
            return True
        between = own.ground.doc[head.i + 1 : own.start].text.strip().lower() if own.start > head.i else "-"
        return between in (",", ":", "") and head.lemma_.lower() in ROLES

    def _at_end(self, own: Words, words: Words) -> bool:
        """True for "Orlu's successor as mayor, Ilse Varga,": a name behind a comma with which the phrase ends.

        Not for "the mother of the victim, Ilse Varga,": either may bear the name.
        """
        doc, head = own.ground.doc, _core_root(words)
        behind = doc[own.end : words.end].text.strip(" ,")
        if own.start < words.start + 2 or doc[own.start - 1].text != "," or behind or _plural(head):
            return False
        noun = doc[own.start - 2]
        return noun.i == head.i or noun.lemma_.lower() not in ROLES or noun.head.lower_ == "as"

    def _best(self, person: Person, mention: Span) -> Span:
        return person.fullest if person.fullest is not None and len(person.fullest) > len(mention) else mention

    def _body_name(self, span: Span, words: Words, root: "Token") -> Span | None:
        """The name of a body that the head stands in."""
        for name in self.reading.names:
            if name.label in _BODY_LABELS and span.overlaps(name.span):
                own = self.page.words(name.span)
                if own is not None and own.start <= root.i < own.end:
                    return name.span
        return None

    def _proper(self, span: Span, root: "Token", body: Span | None) -> Answer:
        words = self.reading.article.words(body or span)
        if is_outlet(words):
            return Answer("outlet", (body or span,), "named here")
        if root.ent_type_ == "NORP" or root.tag_ == "NNPS":
            if root.tag_ in ("NNPS", "NNS") or root.lower_.endswith("s"):
                return Answer("collective", (), "a group of people")
            return Answer(None, (), CANNOT_TELL)
        if body is None and root.lower_ in ROLES:
            return Answer("unnamed", (), "somebody without a name")
        return Answer("body", (body or span,), "named here")

    def _plural(self, words: Words, root: "Token") -> Answer:
        lemma = root.lemma_.lower()
        if lemma in TEXTS or root.lower_ in TEXTS:
            return Answer("document", (), "a text")
        if len(heads := _heads(root, words)) > 1 and all(head.text[:1].isupper() for head in heads):
            # Names that nothing says are people's or bodies'.
            return Answer(None, (), CANNOT_TELL)
        first = words.tokens[0]
        counted = any(child.dep_ == "nummod" or child.lower_ in COUNTED for child in root.children)
        if lemma in SOURCES or (counted and first.lower_ not in ("the", "these", "those") and not _many(root)):
            return Answer("unnamed", (), "people without a name")
        return Answer("collective", (), "a group of people")

    def _two(self, span: Span, words: Words, root: "Token") -> Answer | None:
        """ "The two men", "the two", "the pair": the two people named together last, if only these are."""
        tokens = [token.lower_ for token in words.tokens]
        two = tokens[0] in ("the", "both") and (tokens[-1] in ("two", "both", "pair", "couple") or "two" in tokens[1:2])
        if tokens != ["both"] and not (two and len(tokens) <= _SHORT):
            return None
        if root.lemma_.lower() in BODIES or root.lemma_.lower() in TEXTS:
            return None
        pairs = [pair for pair in self.people.pairs if order(pair[1]) < order(span) and pair[1].part == span.part]
        near = {self._both(pair) for pair in pairs if span.start - pair[1].end < _TOGETHER}
        people = near.pop() if len(near) == 1 else ()
        sex = "he" if root.lemma_.lower() in MALE else "she" if root.lemma_.lower() in FEMALE else None
        if len(people) != 2 or any(sex and one.gender not in (sex, None) for one in self._persons(people)):
            return None
        return Answer("person", people, "the two named together before")

    def _both(self, pair: tuple[Span, Span]) -> tuple[Span, ...]:
        people = [self.people.of[one] for one in pair]
        return tuple(sorted({one.fullest for one in people if one and one.fullest}, key=order))

    def _persons(self, names: tuple[Span, ...]) -> list[Person]:
        return [person for person in self.people.all if person.fullest in names]

    def _common(self, span: Span, words: Words, root: "Token", lemma: str) -> Answer:
        first = words.tokens[0].lower_
        definite = first in DEFINITE or any(child.dep_ == "poss" for child in root.children) or first == root.lower_
        if lemma in OUTLET_NOUNS:
            return self._outlet_before(span)
        if lemma in TEXTS or root.lower_ in TEXTS:
            return Answer("document", (), "a text")
        named = self._named_behind(span, words)
        if named:
            return Answer("body", (named,), "named here")
        if lemma in ROLES and not (lemma in BODIES and not definite):
            role = self._role(span, words, root, definite)
            if role is not None:
                return role
            if definite and lemma not in BODIES and not self._introduced(span, lemma):
                return Answer(None, (), CANNOT_TELL)
        if lemma in BODIES:
            return Answer("body", self._possessor(span, words), "a body, by what it is")
        if lemma in SOURCES or lemma in ROLES or lemma in ("one", "man", "woman", "person") or first in INDEFINITE:
            return Answer("unnamed", (), "somebody without a name")
        return Answer(None, (), CANNOT_TELL)

    def _role(self, span: Span, words: Words, root: "Token", definite: bool) -> Answer | None:
        """The one person whom the article gives this role, for "the minister" and for "a spokesman" named later."""
        lemma = root.lemma_.lower()
        modifiers = {token.lower_.rstrip(".") for token in words.tokens if token.i != root.i and not token.is_stop}
        people = self.people.with_role(lemma, modifiers, sort_of(root))
        if definite and len(people) > 1:
            before = [p for p in people if any(order(one) < order(span) for one in p.mentions)]
            people = before if len(before) == 1 else people
        if definite and len(people) == 1 and people[0].fullest:
            return Answer("person", (people[0].fullest,), f"the article calls this person {lemma}")
        if definite and len(people) > 1:
            return Answer(None, (), f"several people are called {lemma} here")
        if not definite and len(words.tokens) < 14:
            later = [p for p in people if self._named_later(span, p, lemma)]
            if len(later) == 1 and later[0].fullest:
                return Answer("person", (later[0].fullest,), "named further on")
        return None

    def _introduced(self, span: Span, role: str) -> bool:
        """True when "the aide" has been "an aide" shortly before."""
        before = self.reading.article.part(span.part)[max(0, span.start - _LATER) : span.start].lower()
        return re.search(rf"\b(?:an?|one|another)\s(?:[\w’'.-]+\s){{0,5}}{re.escape(role)}\b", before) is not None

    def _named_later(self, span: Span, person: Person, role: str) -> bool:
        """True for "the spokesman, Dana Orlu" soon after "a spokesman", where that is the person's first mention."""
        first = person.mentions[0]
        if first.part != span.part or not 0 < first.start - span.end < _LATER:
            return False
        own = self.page.words(first)
        if own is None or own.start < 2:
            return False
        doc = own.ground.doc
        return doc[own.start - 1].text == "," and any(t.lower_ == role for t in doc[max(0, own.start - 8) : own.start])

    def _named_behind(self, span: Span, words: Words) -> Span | None:
        """The body's name with which the phrase ends: "the ferry's owner, Strait Lines,"."""
        for name in self.reading.names:
            if name.label == "ORG" and span.contains(name.span):
                own = self.page.words(name.span)
                if own is not None and self._at_end(own, words):
                    return name.span
        return None

    def _possessor(self, span: Span, words: Words) -> tuple[Span, ...]:
        """Names of bodies inside the phrase: "the Hessel council", "the council of Hessel".

        A place names its own authorities; the hospital in it is another body, and "a Hessel company" one of many.
        """
        if words.tokens[0].lower_ in INDEFINITE:
            return ()
        inside = (n for n in self.reading.names if n.label in _BODY_LABELS and span.contains(n.span))
        return tuple(n.span for n in inside if not self._only_where(n.span, words))[:1]

    def _only_where(self, name: Span, words: Words) -> bool:
        own = self.page.words(name)
        return own is not None and own.start > words.start and own.ground.doc[own.start - 1].lower_ in _WHERE

    def _outlet_before(self, span: Span) -> Answer:
        """ "The newspaper": the outlet named last."""
        last = None
        for name in self.reading.names:
            if order(name.span) < order(span) and is_outlet(self.reading.article.words(name.span)):
                last = name.span
        return Answer(
            "outlet", (last,) if last else (), "the outlet named last" if last else "an outlet without a name"
        )


def _core_root(words: Words) -> "Token":
    """The head noun; of a phrase that begins with another clause the subject ("Sentencing Dorn, Judge Varga" said)."""
    root = words.root
    if root.dep_ not in _CLAUSES:
        return root
    subjects = (
        token
        for token in words.tokens
        if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ != "PRON" and not words.start <= token.head.i < words.end
    )
    return next(subjects, root)


def _heads(root: "Token", words: Words) -> list["Token"]:
    """The head and what is joined to it by "and"."""
    found = [root]
    for token in found:
        found += [c for c in token.children if c.dep_ == "conj" and words.start <= c.i < words.end and c not in found]
    return found


def _plural(root: "Token") -> bool:
    return (
        root.tag_ in ("NNS", "NNPS")
        or root.lemma_.lower() in ("people", "police")
        or any(child.dep_ == "conj" for child in root.children)
        or (root.pos_ == "NUM" and root.lower_ != "one")
    )


def _many(root: "Token") -> bool:
    """True for counts too large for single people: "about 100 families"."""
    return any(child.dep_ == "nummod" and len(child.text) > 1 and child.text[:1].isdigit() for child in root.children)

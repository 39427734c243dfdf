"""One source after another: pronouns, relative words, nouns."""

from bisect import bisect_left
from collections.abc import Sequence

from conspectus.model import Reading, Span
from conspectus.read.attributions import sources
from conspectus.read.attributions.ground import OUTSIDE
from conspectus.read.speakers.nouns import Nouns
from conspectus.read.speakers.page import Page, Words, order
from conspectus.read.speakers.people import People, Person
from conspectus.read.speakers.pronouns import Pronouns
from conspectus.read.speakers.record import CANNOT_TELL, Answer
from conspectus.read.speakers.vocabulary import HE, IT, RELATIVES, SELVES, SHE, THEY

_DEEP = 4


class Resolver:
    """Answers for the sources of one article, in document order."""

    def __init__(self, page: Page, reading: Reading) -> None:
        self.page, self.reading = page, reading
        self.people = People(page, reading)
        self.nouns = Nouns(page, self.people, reading)
        self.pronouns = Pronouns(page, self.people, reading)
        self._said = {one.source[0]: one.content for one in reading.attributions if one.source and one.form == "direct"}
        self._known: list[tuple[Span, Answer]] = []
        self._sentences = sorted(order(sentence.span) for sentence in reading.sentences)

    def answer(self, source: Sequence[Span], depth: int = 0) -> Answer:
        """Who a source stands for. Answers are remembered: later pronouns look back at them."""
        span = source[0]
        words = self.page.words(span)
        found = Answer(None, (), CANNOT_TELL) if words is None else self._one(span, words, depth)
        self._known.append((span, found))
        return found

    def _one(self, span: Span, words: Words, depth: int) -> Answer:
        tokens = [token.lower_ for token in words.tokens if token.is_alpha or token.text == "I"]
        first = tokens[0] if tokens else ""
        if len(tokens) == 1 or (first in HE | SHE and tokens[-1] in HE | SHE):
            pronoun = self._pronoun(span, words, first, depth)
            if pronoun is not None:
                return pronoun
        if first in HE | SHE and len(tokens) > 1 and words.root.lemma_.lower() in ("comment", "remark", "word"):
            return self._person(self.pronouns.person(self._narrow(words)), "what somebody said stands for the speaker")
        return self.nouns.answer(span, words)

    def _narrow(self, words: Words) -> Span:
        return words.ground.span((words.start, words.start + 1))

    def _pronoun(self, span: Span, words: Words, word: str, depth: int) -> Answer | None:
        if word in SELVES:
            return self._self(span, words, depth)
        if word in HE | SHE:
            if words.ground.inside[words.start] != OUTSIDE:
                return Answer(None, (), "a pronoun inside a quotation")
            return self._person(self.pronouns.person(span, self._named_in(span)), "the person spoken of just before")
        if word in RELATIVES:
            return self._relative(words, depth)
        if word in THEY | IT:
            return self._thing(span, word)
        return None

    def _named_in(self, source: Span) -> list[Person]:
        """Who is named in the quoted words of a source: people do not speak of themselves by name."""
        return [person for span in self._said.get(source, ()) for _, person in self.people.named(span) if person]

    def _person(self, person: Person | None, why: str) -> Answer:
        if person is None or person.fullest is None:
            return Answer(None, (), CANNOT_TELL)
        return Answer("person", (person.fullest,), why)

    def _self(self, span: Span, words: Words, depth: int) -> Answer:
        """ "I" is who speaks around it; outside every attribution it is the article's own voice."""
        around = [one for one in self.reading.attributions if any(piece.contains(span) for piece in one.content)]
        around.sort(key=lambda one: sum(map(len, one.content)))
        for one in around:
            if one.source and not one.source[0].overlaps(span) and depth < _DEEP:
                return self.answer(one.source, depth + 1)
        if around or words.quoted():
            return Answer(None, (), CANNOT_TELL)
        return Answer("author", (), "the article speaks of itself")

    def _relative(self, words: Words, depth: int) -> Answer:
        """ "Who" is the noun it hangs on."""
        token = words.root
        verb = token.head
        while verb.dep_ not in ("relcl", "acl") and verb.head.i != verb.i and verb.i != token.head.head.i:
            verb = verb.head
        if verb.dep_ not in ("relcl", "acl") or depth >= _DEEP:
            return Answer(None, (), CANNOT_TELL)
        noun = verb.head
        phrase = sources.phrase(words.ground, noun, range(verb.left_edge.i, noun.right_edge.i + 1))
        if not phrase or words.ground.span(phrase[0]).overlaps(words.ground.span((token.i, token.i + 1))):
            return Answer(None, (), CANNOT_TELL)
        found = self.answer((words.ground.span(phrase[0]),), depth + 1)
        return Answer(None, (), CANNOT_TELL) if found.kind == "person" and token.lower_ == "which" else found

    def _thing(self, span: Span, word: str) -> Answer:
        """ "It" is the body or text that spoke last; "they" the group, or the body, that did."""
        kinds = ("body", "document", "outlet") if word in IT else ("collective", "unnamed", "body", "outlet")
        for where, answer in reversed(self._known):
            if order(where) < order(span) and where.part == span.part and self._near(where, span):
                if answer.kind in kinds or (word in THEY and answer.kind == "person" and len(answer.names) > 1):
                    return Answer(answer.kind, answer.names, "the source spoken of just before")
                if answer.kind is not None and word in IT:
                    continue
        return Answer(None, (), CANNOT_TELL)

    def _near(self, one: Span, other: Span) -> bool:
        """At most three sentences begin between the two, of which ``one`` stands first."""
        after, until = ((one.part != "title", place) for place in (one.end, other.start))
        return bisect_left(self._sentences, until) - bisect_left(self._sentences, after) <= 3

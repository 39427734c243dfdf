"""Names: spaCy's named entities, put right over the whole article.

A small model sees one paragraph at a time and calls a bare surname an organisation. Here the article decides:
a surname inherits the label of the full name, who bears a person's title somewhere is a person everywhere, a name
that was missed in one place is taken from another, and text in capitals, where every word looks like a name, gives
none of its own. A word that is plural and begins its sentence ("Survivors said") is no name.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from conspectus.model import Article, Name, Reading, Span
from conspectus.read.models import Models
from conspectus.read.parse import Paragraph, Parse
from conspectus.read.reader import Reader
from conspectus.read.speakers.vocabulary import FEMALE_NAMES, MALE_NAMES
from conspectus.text.juniors import apart
from conspectus.text.outlets import is_outlet

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LABELS = frozenset(
    ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "LAW", "LANGUAGE", "WORK_OF_ART")
)  # fmt: skip
_PLACES = frozenset(("GPE", "LOC", "NORP", "FAC"))
_HONORIFICS = frozenset((
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "reverend",
    "fr", "father", "sister", "brother", "pastor", "bishop", "archbishop", "cardinal", "pope", "imam", "rabbi",
    "sheikh", "president", "premier", "chancellor", "minister", "secretary", "senator", "sen", "representative",
    "rep", "congressman", "congresswoman", "governor", "gov", "mayor", "councillor", "councilor", "judge", "justice",
    "attorney", "ambassador", "king", "queen", "prince", "princess", "general", "gen", "colonel", "col", "major",
    "maj", "brigadier", "captain", "capt", "lieutenant", "lt", "sergeant", "sgt", "corporal", "officer", "detective",
    "inspector", "constable", "sheriff", "chief", "commander", "admiral", "adm", "coach", "vice", "deputy", "prime",
    "foreign", "former", "ex-president",
))  # fmt: skip
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md", "qc", "kc", "mp"))
_AT_A_PLACE = frozenset(("in", "from", "at", "to", "near", "across", "outside", "into", "through", "throughout"))
_BEFORE = _HONORIFICS | {"the", "a", "an"}
_BORNE = frozenset((
    "mr", "mrs", "ms", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "senator", "sen", "rep",
    "congressman", "congresswoman", "governor", "gov", "mayor", "councillor", "judge", "ambassador", "colonel",
    "col", "capt", "lieutenant", "lt", "sergeant", "sgt", "detective", "inspector", "constable", "sheriff",
))  # fmt: skip
"""Titles that a person alone bears: "President" and "Prince" may begin a body's or a place's name, too."""
_CALLINGS = ("er", "or", "ist", "man", "woman")
"""How words for what people do end: "Rancher Bill Odum"."""
_SHOUTED = 0.7


@dataclass(frozen=True, slots=True)
class _Mention:
    """Tokens [start, end) of paragraph ``place``, with the label they were given there."""

    place: int
    start: int
    end: int
    label: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Book:
    """What the whole article says about its names.

    ``labels`` holds names of two words or more, ``people`` for each part of a person's name that stands for the
    whole the first mention of every full name with it: the last word, and the first, which is the family name
    in much of the world. A surname that only a junior has in full is somebody's whose full name is not told.
    ``index`` are the known forms by their first word, ``common`` the words that the article prints in lower case.
    """

    labels: dict[tuple[str, ...], str]
    people: dict[str, list[_Mention]]
    index: dict[str, list[tuple[tuple[str, ...], str]]]
    common: frozenset[str]


def _run(article: Article, parse: Parse, _reading: Reading, _models: Models) -> tuple[Name, ...]:
    found_in = [[] if _shouted(p.doc) else list(_entities(i, p.doc)) for i, p in enumerate(parse.paragraphs)]
    heard = _people_by_title(parse.paragraphs, _without_words(parse.paragraphs, found_in))
    common = frozenset(token.text for p in parse.paragraphs for token in p.doc if token.is_lower)
    titles = {n for n, paragraph in enumerate(parse.paragraphs) if paragraph.block.role == "headline"}
    heard = _without_headlines(heard, titles, common)
    seen = [mention for mentions in heard for mention in mentions]
    body = [mention for mention in seen if mention.place not in titles]
    book = _book(seen, {body[n] for n in apart([mention.words for mention in body])}, common)
    found: list[Name] = []
    for place, paragraph in enumerate(parse.paragraphs):
        mentions = [*heard[place], *_missed(place, paragraph.doc, book, heard[place])]
        mentions.sort(key=lambda mention: mention.start)
        found.extend(_name(parse.paragraphs, mention, book) for mention in mentions)
    return tuple(found)


def _entities(place: int, doc: "Doc") -> Iterable[_Mention]:
    for entity in doc.ents:
        start, end = _core(doc, entity.start, entity.end)
        if entity.label_ in _LABELS and start < end and not doc[start:end].text.islower():
            yield _Mention(place, start, end, entity.label_, tuple(t.text for t in doc[start:end]))


def _without_headlines(heard: Sequence[Sequence[_Mention]], titles: Set[int], common: Set[str]) -> list[list[_Mention]]:
    """The names of headlines up to the first word that the article has in small letters: "Orlu | Wins Vote".

    What the text itself prints as a name stays whole.
    """
    printed = {one.words[:n] for own in heard for one in own if one.place not in titles for n in range(2, 9)}

    def cut(one: _Mention) -> _Mention:
        if one.place not in titles:
            return one
        size = next((n for n in range(1, len(one.words)) if one.words[n].lower() in common), len(one.words))
        size = max(size, *(n for n in range(1, len(one.words) + 1) if n == 1 or one.words[:n] in printed))
        return replace(one, end=one.start + size, words=one.words[:size])

    return [[cut(one) for one in own] for own in heard]


def _without_words(paragraphs: Sequence[Paragraph], heard: Sequence[Sequence[_Mention]]) -> list[list[_Mention]]:
    """The names, without plurals that have a capital only where a sentence begins: "Survivors said …"."""

    def doubtful(one: _Mention) -> bool:
        first = paragraphs[one.place].doc[one.start]
        alone = len(one.words) == 1 and one.label in ("ORG", "PERSON")
        return alone and first.tag_ == "NNS" and bool(first.is_sent_start)

    sure = {word for own in heard for one in own if not doubtful(one) for word in one.words}
    return [[one for one in own if not doubtful(one) or one.words[0] in sure] for own in heard]


def _people_by_title(paragraphs: Sequence[Paragraph], heard: Sequence[Sequence[_Mention]]) -> list[list[_Mention]]:
    """The names, with those of people told by their titles: "Judge Helena Orlu", the full name of a "Mr Orlu"."""
    titled = [list(_titled(place, paragraph.doc)) for place, paragraph in enumerate(paragraphs)]
    surnames = {one.words[-1:] for own in titled for one in own}
    whole = {one.words for own in titled for one in own}
    found = []
    for paragraph, mentions, own in zip(paragraphs, heard, titled, strict=True):
        taken = {i for one in mentions for i in range(one.start, one.end)}
        missed = [one for one in own if taken.isdisjoint(range(one.start, one.end))]
        # In a headline with capitals throughout, any word may stand before a surname.
        by_surname = surnames if paragraph.block.role == "text" else frozenset[tuple[str, ...]]()
        found.append([_as_person(one, whole, by_surname) for one in mentions] + missed)
    return found


def _titled(place: int, doc: "Doc") -> Iterable[_Mention]:
    """The words that a title makes a person's name: capitalised ones right behind it."""
    for at in range(1, len(doc)):
        if _bare(doc[at - 1].text) in _BORNE and doc[at - 1].text[0].isupper():
            end = at
            while end < min(len(doc), at + 3) and doc[end].pos_ == "PROPN" and doc[end].is_title:
                end += 1
            if end > at and not _BEFORE & {_bare(word.text) for word in doc[at:end]}:
                yield _Mention(place, at, end, "PERSON", tuple(word.text for word in doc[at:end]))


def _as_person(one: _Mention, whole: Set[tuple[str, ...]], surnames: Set[tuple[str, ...]]) -> _Mention:
    named = len(one.words) in (2, 3) and all(word[:1].isupper() for word in one.words)
    named = named and not is_outlet(" ".join(one.words))
    is_person = named and (one.words in whole or one.words[-1:] in surnames)
    return replace(one, label="PERSON") if is_person else one


def _core(doc: "Doc", start: int, end: int) -> tuple[int, int]:
    """The name itself: no article or honorific before it, no possessive or punctuation after it."""
    while start < end and (_bare(doc[start].text) in _BEFORE or not _wordy(doc[start].text)):
        start += 1
    if end - start > 2 and doc[start].is_sent_start and _is_calling(doc[start].lower_, doc[start + 1].lower_):
        start += 1
    while end > start and (doc[end - 1].tag_ == "POS" or not _wordy(doc[end - 1].text)):
        end -= 1
    return start, end


def _is_calling(word: str, following: str) -> bool:
    """ "Rancher" of "Rancher Bill Odum": a word for what people do before a given name, and no given name itself."""
    given = MALE_NAMES | FEMALE_NAMES
    return word.endswith(_CALLINGS) and word not in given and following in given


def _bare(text: str) -> str:
    return text.rstrip(".").lower()


def _wordy(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _shouted(doc: "Doc") -> bool:
    """True for a paragraph in capitals, where capitals say nothing."""
    words = [token.text for token in doc if len(token.text) > 1 and token.text.isalpha()]
    return len(words) > 1 and sum(word.isupper() for word in words) / len(words) > _SHOUTED


def _book(seen: Sequence[_Mention], juniors: Container[_Mention], common: frozenset[str]) -> _Book:
    labels = _labels(seen)
    people: dict[str, dict[tuple[str, ...], _Mention]] = defaultdict(dict)
    for mention in seen:
        if labels.get(mention.words) == "PERSON":
            for bare in {_surname(mention.words), mention.words[0]}:
                bearers = people[bare]
                if mention not in juniors or bare != _surname(mention.words):
                    bearers.setdefault(mention.words, mention)
    index: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for words, label in [*labels.items(), *(((bare,), "PERSON") for bare in people)]:
        for form in {words, tuple(word.upper() for word in words)}:
            index[form[0]].append((form, label))
    return _Book(labels, {bare: list(full.values()) for bare, full in people.items()}, index, common)


def _labels(seen: Iterable[_Mention]) -> dict[tuple[str, ...], str]:
    """For names of two words or more the label given most often; ties go to the first."""
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for mention in seen:
        if len(mention.words) > 1:
            votes[mention.words][mention.label] += 1
    return {words: count.most_common(1)[0][0] for words, count in votes.items()}


def _surname(words: Sequence[str]) -> str:
    kept = [word for word in words if _bare(word) not in _SUFFIXES and _wordy(word)]
    return (kept or list(words))[-1]


def _missed(place: int, doc: "Doc", book: _Book, heard: Iterable[_Mention]) -> Iterable[_Mention]:
    """Names known from elsewhere in the article, among the tokens that belong to none here."""
    taken = {i for mention in heard for i in range(mention.start, mention.end)}
    texts = [token.text for token in doc]
    at = 0
    while at < len(texts):
        fitting = [o for o in book.index.get(texts[at], ()) if tuple(texts[at : at + len(o[0])]) == o[0]]
        form, label = max(fitting, key=lambda option: len(option[0]), default=((texts[at],), ""))
        here = range(at, at + len(form))
        if fitting and taken.isdisjoint(here) and (len(form) > 1 or _may_name(doc, at, book)):
            yield _Mention(place, at, here.stop, label, form)
        at = here.stop


def _may_name(doc: "Doc", at: int, book: _Book) -> bool:
    """A single word may be a name when it is tagged as one, or as a noun that the article has only as a name."""
    token = doc[at]
    return token.pos_ == "PROPN" or (token.pos_ == "NOUN" and token.lower_ not in book.common)


def _name(paragraphs: Sequence[Paragraph], mention: _Mention, book: _Book) -> Name:
    """The record: labelled as the article as a whole has it, pointing to the full form of a bare surname."""
    span = _span(paragraphs, mention)
    if len(mention.words) > 1:
        return Name(span, book.labels.get(mention.words, mention.label))
    bearers = _bearers(mention.words[0], book)
    doc = paragraphs[mention.place].doc
    if bearers is None or _is_place(doc, mention, bearers):
        return Name(span, mention.label)
    full = _span(paragraphs, bearers[0]) if len(bearers) == 1 else None
    return Name(span, "PERSON", full)


def _bearers(word: str, book: _Book) -> list[_Mention] | None:
    """The full names that a word stands for; None where it is no part of any."""
    if word in book.people:
        return book.people[word]
    return book.people.get(word.title()) if word.isupper() else None


def _is_place(doc: "Doc", mention: _Mention, bearers: Sequence[_Mention]) -> bool:
    """A place that shares a person's name: called a place, and a forename only or standing where places stand."""
    if mention.label not in _PLACES:
        return False
    before = doc[mention.start - 1].lower_ if mention.start else ""
    return before in _AT_A_PLACE or all(_surname(bearer.words) != mention.words[0] for bearer in bearers)


def _span(paragraphs: Sequence[Paragraph], mention: _Mention) -> Span:
    paragraph = paragraphs[mention.place]
    first, last = paragraph.doc[mention.start], paragraph.doc[mention.end - 1]
    return paragraph.span(first.idx, last.idx + len(last.text))


READER = Reader("names", "1", (), "names", _run)

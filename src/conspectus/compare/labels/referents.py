"""Whom or what the noun phrases of a story stand for: one referent for all that mean the same.

Names, and the nouns that stand for a name or are said of it, are joined as the entities are. Nouns without a name are
joined by ``nouns``.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from conspectus.compare.entities.forms import form
from conspectus.compare.entities.mentions import Mention, clusters
from conspectus.compare.entities.vocabulary import BODIES, is_person
from conspectus.compare.labels.bearers import sure
from conspectus.compare.labels.gather import Key, gathered, opening, stems
from conspectus.compare.labels.named import in_title, named_referents, outlets_of, shared_names
from conspectus.compare.labels.nouns import noun_referents
from conspectus.compare.labels.records import Label, Referent
from conspectus.compare.labels.vocabulary import APART, BEARING, COUNTING, EMPTY, NEVER, ORGANIZED
from conspectus.compare.placed import placed
from conspectus.model import Entity, Reading, Span


def referents(readings: Sequence[Reading], right: Mapping[Span, Entity] | None = None) -> tuple[Referent, ...]:
    """All referents with labels in two articles or more; independent of the order of ``readings``.

    ``right`` are the mentions of entities that people put right.
    """
    ordered = sorted(readings, key=lambda one: one.article.id)
    keys = _put_right(_keys(ordered), right or {})
    named: dict[Key, list[tuple[Reading, Label]]] = defaultdict(list)
    nouns: list[Label] = []
    for reading in ordered:
        for label in gathered(reading, keys):
            key = _key(reading, label, keys)
            if key[0] == "name":
                named[key].append((reading, label))
            elif _stands_for_one(label) and not (label.phrase.about and is_person(label.lemma)):
                nouns.append(label)
    shared = shared_names(ordered)
    outlets = {reading.article.id: outlets_of(reading) for reading in ordered}
    made = [one for own in named.values() for one in named_referents(own, shared, outlets)]
    taken = {label.phrase.head for one in made for label in one.labels}
    # A noun that was not shown to stand for the name may still stand for what other nouns do.
    rest = (label for own in named.values() for _, label in own if label.name is None and _stands_for_one(label))
    nouns += [label for label in rest if label.phrase.head not in taken and not label.phrase.about]
    return tuple(one for one in (*made, *noun_referents(nouns, _near(ordered))) if len(one.articles) > 1)


def _near(readings: Sequence[Reading]) -> frozenset[frozenset[str]]:
    """Pairs of names of which the second tells where the first lies ("Haven, Orland")."""
    found = set()
    for reading in readings:
        for one, other in pairwise(reading.names):
            if (
                one.span.part == other.span.part
                and reading.article.part(one.span.part)[one.span.end : other.span.start] == ", "
            ):
                ends = [list(stems(reading, name.span))[-1:] for name in (one, other)]
                found.add(frozenset(stem for own in ends for stem in own))
    return frozenset(found)


def _stands_for_one(label: Label) -> bool:
    """Whether a noun can stand for one thing across articles: not so many of them, nor bodies of one sort, none set
    apart from others."""
    words = label.printed.lower().split()
    many = label.lemma in BODIES or label.lemma in ORGANIZED
    counted = label.phrase.plural and (many or words[0][0].isdigit() or words[0] in COUNTING)
    bulk = not label.phrase.plural and not label.more and words[0] == label.lemma and not in_title(label)
    return (
        label.lemma not in EMPTY
        and not bulk
        and words[0] not in NEVER
        and not APART.intersection(words)
        and not counted
    )


def _keys(readings: Sequence[Reading]) -> dict[Span, Key]:
    """The cluster of each phrase's head, and of the pronouns that phrases are said of."""
    texts, mentions = {}, {}
    for reading in readings:
        texts[reading.article.id] = reading.article.body
        names = placed((name.span, name) for name in reading.names)
        for phrase in reading.phrases:
            name = next(iter(names.touching(phrase.head)), None)
            mentions[phrase.head] = _mention(reading, phrase.core, name.label if name else None)
            first = reading.article.words(phrase.core).split()[0].lower()
            if first in BEARING:
                mentions[opening(phrase, first)] = _mention(reading, opening(phrase, first), None)
            if phrase.about and phrase.about not in mentions:
                mentions[phrase.about] = _mention(reading, phrase.about, None)
    found = clusters(list(mentions.values()), texts)
    return {span: found[mention] for span, mention in mentions.items()}


def _put_right(keys: dict[Span, Key], right: Mapping[Span, Entity]) -> dict[Span, Key]:
    """The names of an entity that people put right have one cluster: that of its fullest name, which is no other's."""
    named = [span for span, key in keys.items() if key[0] == "name"]
    heads: dict[Span, Entity] = {}
    for mention, entity in sorted(right.items(), key=lambda pair: (-len(pair[0]), pair[0])):
        heads |= {span: entity for span in named if span.overlaps(mention) and span not in heads}
    goals: dict[str, Key] = {}
    for span, entity in heads.items():
        taken = keys[span] in goals.values()
        goals.setdefault(entity.id, (*keys[span], entity.id) if taken else keys[span])
    return keys | {span: goals[entity.id] for span, entity in heads.items()}


def _mention(reading: Reading, span: Span, label: str | None) -> Mention:
    # Mentions know one text; the title goes before the body.
    place = len(reading.article.title) + 1 if span.part == "title" else 0
    return Mention(span.article, span.start - place, span.end - place, reading.article.words(span), label)


def _key(reading: Reading, label: Label, keys: Mapping[Span, Key]) -> Key:
    """The cluster of whom the phrase is said, else its own."""
    about = label.phrase.about
    if about is None or label.name not in (None, "NORP"):
        return keys[label.phrase.head]
    sort = form(reading.article.words(about)).sort
    if keys.get(about, ("",))[0] != "name":
        return ("",)
    known = sort == "name" or (sort == "pronoun" and sure(reading, about, keys[about], label.voice or ()))
    return keys[about] if known else ("",)

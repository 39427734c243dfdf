"""Who is heard: for each voice of a story what every article has from it, through whom, and in how many words.

People are one across articles when their family names agree and their given names do not differ; bodies and outlets
when the words of their names do. Who stays unnamed is counted by kind, never joined to anybody. A word belongs to
the first voice that says it (the innermost of its chain); what nobody is credited with is the article's own.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from conspectus.model import Entity, Heard, Made, Reading, Span, Speaker, SpeakerKind, Told
from conspectus.text.letters import without_accents

MADE = Made("compare.heard", "1")
_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_NAMED: frozenset[SpeakerKind | None] = frozenset(("person", "body", "outlet"))

Key = tuple[SpeakerKind | None, str]
"""Kind, and the name by which a voice is known across articles ("" for those that stand together)."""


@dataclass(slots=True)
class _Told:
    """What one article has from one voice, being gathered."""

    chains: list[str] = field(default_factory=list)
    named: set[Span] = field(default_factory=set)
    through: set[Span] = field(default_factory=set)
    words: int = 0


@dataclass(frozen=True, slots=True)
class _People:
    """Printed name → the name of its person across all articles; the mentions of entities that people put right."""

    names: Mapping[str, str]
    right: Mapping[Span, Entity]


def heard(readings: Sequence[Reading], right: Mapping[Span, Entity] | None = None) -> tuple[Heard, ...]:
    """The voices of a story: those in most articles first, then by their words; independent of the articles' order.

    ``right`` are the mentions of entities that people put right: each of these is one voice, whatever it is called.
    """
    people = _People(_people(readings), right or {})
    found: dict[Key, dict[str, _Told]] = defaultdict(lambda: defaultdict(_Told))
    names: dict[Key, str] = {}
    totals: dict[str, int] = {}
    for reading in readings:
        totals[reading.article.id] = _gather(reading, people, found, names)
    voices = [_heard(key, told, names.get(key, ""), totals) for key, told in found.items()]
    return tuple(sorted(voices, key=_place))


def _gather(reading: Reading, people: _People, found: dict[Key, dict[str, _Told]], names: dict[Key, str]) -> int:
    """Enter one article's voices; the number of words of its body."""
    article = reading.article
    speakers = {one.source: one for one in reading.speakers}
    painted: list[Key] = [("author", "")] * len(article.body)
    for chain in sorted(reading.chains, key=lambda one: (-sum(map(len, one.content)), one.id)):
        first = chain.voices[0]
        speaker = speakers.get(first.source)
        key = _key(reading, speaker, people)
        told = found[key][article.id]
        told.chains.append(chain.id)
        if speaker:
            told.named.update(speaker.names)
            names[key] = max(names.get(key, ""), _printed(reading, key, speaker), key=lambda name: (len(name), name))
        for voice in chain.voices[1:]:
            through = speakers.get(voice.source)
            if voice.source and (_key(reading, through, people) != key or not key[1]):
                # "He recalled": a reader wants the name.
                told.through.add(through.names[0] if through and through.names else voice.source[0])
        for span in chain.content:
            if span.part == "body":
                painted[span.start : span.end] = [key] * len(span)
    total = 0
    for word in _WORD.finditer(article.body):
        found[painted[word.start()]][article.id].words += 1
        total += 1
    return total


def _printed(reading: Reading, key: Key, speaker: Speaker) -> str:
    return max((reading.article.words(span) for span in speaker.names), key=len) if key[1] and speaker.names else ""


def _key(reading: Reading, speaker: Speaker | None, people: _People) -> Key:
    if speaker is None:
        return None, ""
    if speaker.kind not in _NAMED or not speaker.names:
        return speaker.kind, ""
    entity = people.right.get(speaker.names[0])
    if entity:
        return ("person" if entity.kind == "person" else "body"), entity.id
    words = _tokens(reading.article.words(speaker.names[0]))
    if speaker.kind == "person":
        return "person", people.names.get(" ".join(words), " ".join(words))
    return ("body" if speaker.kind == "outlet" else speaker.kind), " ".join(words)


def _people(readings: Iterable[Reading]) -> dict[str, str]:
    """Each printed name → the name of its person across all articles: the longest with the same family name.

    A bare family name is a person's only where one person bears it.
    """
    printed = {
        tuple(_tokens(reading.article.words(one.names[0])))
        for reading in readings
        for one in reading.speakers
        if one.kind == "person" and one.names
    }
    families: dict[str, list[list[tuple[str, ...]]]] = defaultdict(list)
    for name in sorted((n for n in printed if n), key=lambda n: (-len(n), n)):
        groups = families[name[-1]]
        fitting = [group for group in groups if _fits(name, group)]
        if len(fitting) == 1:
            fitting[0].append(name)
        else:
            groups.append([name])
    return {" ".join(name): " ".join(group[0]) for groups in families.values() for group in groups for name in group}


def _fits(name: tuple[str, ...], group: Sequence[tuple[str, ...]]) -> bool:
    """A bare family name fits every group; given names have to agree or begin alike."""
    if len(name) == 1:
        return True
    return any(len(one) == 1 or one[0].startswith(name[0]) or name[0].startswith(one[0]) for one in group)


def _tokens(printed: str) -> list[str]:
    words = [without_accents(word).lower() for word in _WORD.findall(printed.removesuffix("’s").removesuffix("'s"))]
    kept = [word.replace(".", "") for word in words if word not in ("the", "a", "an", *_SUFFIXES)]
    return kept or words


def _heard(key: Key, told: dict[str, _Told], name: str, totals: dict[str, int]) -> Heard:
    kind = key[0]
    return Heard(
        name,
        kind,
        tuple(
            Told(
                article,
                tuple(sorted(one.chains)),
                tuple(sorted(one.named)) if key[1] else (),
                tuple(sorted(one.through)),
                one.words,
                round(one.words / totals[article], 3) if totals[article] else 0.0,
            )
            for article, one in sorted(told.items())
        ),
    )


def _place(voice: Heard) -> tuple[bool, int, int, str, str]:
    words = sum(one.words for one in voice.told)
    return not voice.name, -len(voice.told), -words, voice.name, str(voice.kind)

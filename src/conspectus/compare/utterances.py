"""Utterances: all printings of one saying across the articles, quoted, reported or told.

Fragments are joined to the longest printing they share enough content words with, in order and in a run: a
star, never a chain, so that a phrase of two words cannot tie two sayings together. Strong evidence (many
shared words) joins whoever is credited; weak evidence only where the credited sources may be one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from conspectus.compare.fragments import Fragment, fragments
from conspectus.compare.likeness import STRONG, Link, Text, link, text
from conspectus.compare.sources import Source, are_one, may_be_one, source_of
from conspectus.compare.words import Word, stem, words
from conspectus.model import Reading, Span

Key = tuple[str, ...]
_NEAR = 160
"""Characters within which a few words belong to the quotation before or after them, broken by its cue."""
_ALL_SMALL = 3
"""So many words in a row, most of them small, are one utterance where the source is one ("it has to end")."""
_FEW = 5
"""Under this many shared words, one of them with a meaning of its own, only one source makes one utterance."""


@dataclass(frozen=True, slots=True)
class Printing:
    """One place where the utterance is printed. ``base`` is the stretch of the longest printing it matches.

    ``source`` is None where no source is credited. ``fragment.words`` may reach beyond the quotation marks,
    as far as the article's own words go on with the same words.
    """

    fragment: Fragment
    source: Source | None
    base: tuple[int, int]
    matched: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """One saying, printed in at least two articles. ``certainty`` is 0..1: the weakest link to the longest printing."""

    printings: tuple[Printing, ...]
    certainty: float

    @property
    def of_headlines(self) -> bool:
        """No article quotes it, and a headline is among the printings: what a headline tells is no saying."""
        forms = {p.fragment.form for p in self.printings}
        return "quoted" not in forms and any(p.fragment.span.part == "title" for p in self.printings)

    def by_article(self) -> dict[str, tuple[Printing, ...]]:
        """The printings of each article (by id), in document order."""
        found: dict[str, list[Printing]] = defaultdict(list)
        for one in self.printings:
            found[one.fragment.span.article].append(one)
        return {article: tuple(found[article]) for article in sorted(found)}


def utterances(readings: Sequence[Reading], threshold: float) -> tuple[Utterance, ...]:
    """Group the printings of each utterance. Independent of the order of ``readings``.

    ``threshold`` is the share of the shorter printing's content words that must recur in order.
    """
    by_article = {reading.article.id: reading for reading in readings}
    texts: dict[Key, list[Fragment]] = defaultdict(list)
    for reading in readings:
        for fragment in fragments(reading):
            texts[fragment.key].append(fragment)
    rank = {"quoted": 0, "reported": 1, "told": 2}
    for same in texts.values():
        same.sort(key=lambda f: (rank[f.form], f.span))
    groups = _stars(texts, threshold)
    found = [_utterance(base, members, texts, by_article) for base, members in groups.items()]
    kept = [one for one in found if one and len({p.fragment.span.article for p in one.printings}) > 1]
    return tuple(sorted(kept, key=lambda one: one.printings[0].fragment.span))


def _stars(texts: dict[Key, list[Fragment]], threshold: float) -> dict[Key, dict[Key, Link]]:
    """For each base text the texts joined to it, the base itself included."""
    index: dict[Key, list[int]] = defaultdict(list)
    bases: list[tuple[Key, Text]] = []
    prepared = {key: text(fragments) for key, fragments in texts.items()}
    groups: dict[Key, dict[Key, Link]] = {}
    rank = {"quoted": 0, "reported": 1, "told": 2}
    for key in sorted(texts, key=lambda k: (min(rank[f.form] for f in texts[k]), -prepared[k].content, -len(k), k)):
        own, content = prepared[key], texts[key][0].content
        forms = {f.form for f in texts[key]}
        entries = _entries(content)
        near = {number for entry in entries for number in index.get(entry, ())}
        links = ((base, link(printed, own, threshold)) for base, printed in (bases[number] for number in near))
        best = max(
            ((link.matched, link.certainty, base, link) for base, link in links if link),
            default=None,
            key=lambda x: x[:3],
        )
        if best:
            groups[best[2]][key] = best[3]
        elif forms != {"told"}:
            whole = (0, len(key))
            groups[key] = {key: Link(1.0, whole, whole, len(content), len(key), True, len(content) >= STRONG)}
            for entry in entries:
                index[entry].append(len(bases))
            bases.append((key, own))
    return groups


def _entries(content: Sequence[str]) -> set[Key]:
    """What a text is looked up by: neighbouring pairs of content stems, and single ones for short texts."""
    stems = [stem(norm) for norm in content]
    single = {(one,) for one in stems}
    return single | set(pairwise(stems))


def _utterance(
    base: Key, members: dict[Key, Link], texts: dict[Key, list[Fragment]], readings: dict[str, Reading]
) -> Utterance | None:
    found: list[Printing] = []
    sources: list[Source] = []
    certainty = 1.0
    for key in sorted(members, key=lambda k: (-members[k].matched, k)):
        link = members[key]
        for fragment in sorted(texts[key], key=lambda f: f.span):
            source = source_of(readings[fragment.span.article], fragment.credit) if fragment.credit else None
            fits = not found or _compatible(source, sources, link) or _goes_on(fragment, link, found)
            if not fits and not (link.whole and _named_beside(fragment, source, found, readings)):
                continue
            sources += [source] if source else []
            shown = _shown(fragment, link, base, readings[fragment.span.article])
            found.append(Printing(shown, source, link.base, link.matched))
            certainty = min(certainty, link.certainty)
    kept = _without_overlaps(found)
    return Utterance(tuple(sorted(kept, key=lambda p: p.fragment.span)), certainty) if len(kept) > 1 else None


def _compatible(source: Source | None, sources: Sequence[Source], link: Link) -> bool:
    """Whether the credited source lets a printing in: the weaker the words, the more it has to say."""
    if link.strong or link.verbatim:
        return True
    if link.matched <= 1 and link.words < _FEW and not (link.whole and link.words >= 3):
        return (link.whole or link.words >= _ALL_SMALL) and any(are_one(source, other) for other in sources)
    return all(may_be_one(source, other) for other in sources)


def _named_beside(
    fragment: Fragment, source: Source | None, found: Sequence[Printing], readings: dict[str, Reading]
) -> bool:
    """True where one article credits the words to somebody whom the sentence around them names in the other."""
    return any(
        who is not None and who.sort == "person" and where.credit is None and who.keys & _around_words(where, readings)
        for one in found
        if one.fragment.form == fragment.form == "quoted"
        for who, where in ((source, one.fragment), (one.source, fragment))
    )


def _around_words(fragment: Fragment, readings: dict[str, Reading]) -> frozenset[str]:
    """The words of the sentences that a fragment stands in, outside its marks."""
    reading, inside = readings[fragment.span.article], fragment.quotation or fragment.span
    around = (s.span for s in reading.sentences if s.span.overlaps(inside))
    return frozenset(
        word.norm for span in around for word in words(reading.article, span, False) if not word.span.overlaps(inside)
    )


def _goes_on(fragment: Fragment, link: Link, found: Sequence[Printing]) -> bool:
    """True for the rest of a sentence whose other part is already in ("The pier," she said, "is closed")."""
    for one in found:
        where, own = one.fragment.span, fragment.span
        if (where.article, where.part) == (own.article, own.part) and one.fragment.form == fragment.form == "quoted":
            after = where.end <= own.start <= where.end + _NEAR and one.base[1] <= link.base[0]
            before = own.end <= where.start <= own.end + _NEAR and link.base[1] <= one.base[0]
            if after or before:
                return True
    return False


def _without_overlaps(printings: Iterable[Printing]) -> list[Printing]:
    """Where two printings cover the same words of an article, the quoted one stays, else the fuller."""
    rank = {"quoted": 0, "reported": 1, "told": 2}
    kept: list[Printing] = []
    for one in sorted(printings, key=lambda p: (rank[p.fragment.form], -p.matched, p.fragment.span)):
        if not any(one.fragment.span.overlaps(other.fragment.span) for other in kept):
            kept.append(one)
    return kept


def _shown(fragment: Fragment, link: Link, base: Key, reading: Reading) -> Fragment:
    """The fragment as a printing: told sentences cut to the shared stretch, quotations drawn out to it."""
    if fragment.form == "told":
        own = fragment.words[link.own[0] : link.own[1]]
        return replace(fragment, words=(own[0]._replace(first=True), *own[1:]))
    if fragment.quotation is None:
        return fragment
    before, after = _around(fragment.quotation, reading)
    lead = _same_end(before, base[: link.base[0]]) if link.own[0] == 0 and _starts(fragment) else ()
    tail = _same_start(after, base[link.base[1] :]) if link.own[1] == len(fragment.words) and _ends(fragment) else ()
    if not lead and not tail:
        return fragment
    joined = (*lead, *(word._replace(first=False) for word in fragment.words), *tail)
    return replace(fragment, words=(joined[0]._replace(first=True), *joined[1:]))


def _starts(fragment: Fragment) -> bool:
    """True when the fragment begins right after its opening mark."""
    return fragment.quotation is not None and fragment.words[0].span.start <= fragment.quotation.start + 1


def _ends(fragment: Fragment) -> bool:
    """True when the fragment runs up to its closing mark."""
    return fragment.quotation is not None and fragment.words[-1].span.end >= fragment.quotation.end - 1


def _around(quotation: Span, reading: Reading) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words of the sentence before and after a quotation, outside its marks."""
    before: tuple[Word, ...] = ()
    after: tuple[Word, ...] = ()
    for sentence in reading.sentences:
        where = sentence.span
        if where.overlaps(quotation):
            if where.start < quotation.start:
                before = words(reading.article, replace(where, end=quotation.start), False)
            if where.end > quotation.end:
                after = words(reading.article, replace(where, start=quotation.end), False)
    return before, after


def _same_end(outside: Sequence[Word], base: Sequence[str]) -> tuple[Word, ...]:
    count = 0
    while count < min(len(outside), len(base)) and outside[-1 - count].norm == base[-1 - count]:
        count += 1
    own = tuple(outside[len(outside) - count :])
    return own if any(word.is_content for word in own) else ()


def _same_start(outside: Sequence[Word], base: Sequence[str]) -> tuple[Word, ...]:
    count = 0
    while count < min(len(outside), len(base)) and outside[count].norm == base[count]:
        count += 1
    own = tuple(outside[:count])
    return own if any(word.is_content for word in own) else ()

"""Nouns without a name, joined where they may mean one thing.

Phrases of one noun, or of nouns of one kind ("bill", "measure"), are joined where enough speaks for it and nothing
against any two of them (``links``). A noun alone ("the bill") stands for what its article told of by that noun, where
that is one thing.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from conspectus.compare.entities.vocabulary import TITLES
from conspectus.compare.labels.links import Story, against, bare, kindred, linked, story
from conspectus.compare.labels.records import Label, Referent
from conspectus.compare.labels.vocabulary import CALLINGS, KINDS, NEW, OFFICES, POINTING, SHOWING

Group = list[Label]
Kind = str | int
NEAR = 200
"""Characters within which a noun of the same kind points back ("the measure")."""
OFTEN = 3
"""Told so often, a noun is what its article is about."""


def noun_referents(labels: Sequence[Label], near: frozenset[frozenset[str]] = frozenset()) -> Iterator[Referent]:
    """Referents of labels without names, each with its labels in the order of the text."""
    told = story(labels, near)
    able = (label for label in labels if label.lemma in CALLINGS or label.lemma not in TITLES | OFFICES)
    for group in map(_once_new, _groups(sorted(able, key=lambda one: one.place), told)):
        yield Referent("", tuple(sorted(group, key=lambda one: one.place)))


def _once_new(group: Group) -> Group:
    """The group without what is brought in as new ("a bill") where its article has told of it before."""
    kept: Group = []
    for label in sorted(group, key=lambda one: one.place):
        known = any(one.article == label.article and one.phrase.span.part == "body" for one in kept)
        if label.first not in NEW or not known or label.early:
            kept.append(label)
    return kept


def _groups(labels: Sequence[Label], told: Story) -> list[Group]:
    """The labels, joined in each article and then across; those that nothing joins to another article are left out."""
    full = [label for label in labels if not bare(label)]
    homes = _joined([[label] for label in full], told, within=True)
    alone: dict[tuple[str, str, bool], Group] = defaultdict(list)
    for label in labels:
        if bare(label) and not _point(label, homes):
            alone[label.article, label.lemma, label.phrase.plural].append(label)
    found = _joined([*homes, *filter(_may_open, alone.values())], told, within=False)
    groups = [group for group in found if len({label.article for label in group}) > 1]
    for label in labels:
        if label.first in SHOWING and [label] in found:
            _point(label, groups)
    return groups


def _kinds(label: Label) -> frozenset[Kind]:
    """What a label's noun may be taken for: itself, and its kinds."""
    return KINDS.get(label.lemma, frozenset()) | {label.lemma}


def _may_open(group: Group) -> bool:
    """Whether nouns alone can be what a story is about: told early, or often."""
    pointing = [one for one in group if one.first in POINTING or one.phrase.span.part == "title" or one.phrase.plural]
    return any(one.early for one in pointing) or len(pointing) >= OFTEN


def _joined(groups: Sequence[Group], told: Story, within: bool) -> list[Group]:
    """The surest links first; no two of a group may have anything against each other.

    ``within`` joins what stands in one article, otherwise what stands in several.
    """
    home: dict[int, Group] = {at: list(group) for at, group in enumerate(groups)}
    kinds: dict[tuple[Kind, str], list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        for kind, article in {(kind, one.article if within else "") for one in group for kind in _kinds(one)}:
            kinds[kind, article].append(at)
    near = sorted({pair for own in kinds.values() for pair in combinations(own, 2)})
    main = frozenset() if within else _main(groups)
    pairs = [(-weight, at, to) for at, to in near if (weight := _link(groups[at], groups[to], told, main >= {at, to}))]
    for _, at, to in sorted(pairs):
        own, theirs = home[at], home[to]
        if own is theirs or any(against(one, other, told) for one in own for other in theirs):
            continue
        own += theirs
        home.update({place: own for place, group in home.items() if group is theirs})
    return list({id(group): group for group in home.values()}.values())


def _main(groups: Sequence[Group]) -> frozenset[int]:
    """Those that their article tells of most often by their noun, and often enough to be about it."""
    most: dict[tuple[str, str, bool], int] = {}
    for at, group in enumerate(groups):
        for key in {(one.article, one.lemma, one.phrase.plural) for one in group}:
            if key not in most or len(groups[most[key]]) < len(group):
                most[key] = at
    return frozenset(at for at in most.values() if len(groups[at]) >= OFTEN or any(one.opening for one in groups[at]))


def _link(own: Group, theirs: Group, told: Story, main: bool) -> float:
    """The weight of the best link of two groups; 0 where none is enough."""
    if own[0].article == theirs[0].article and len({one.article for one in (*own, *theirs)}) > 1:
        return 0.0
    best = 0.0
    for one in own:
        for other in theirs:
            if not against(one, other, told):
                best = max(best, linked(one, other, told, main))
    return best


def _point(label: Label, groups: Sequence[Group]) -> bool:
    """Put a noun that points back to the one group that its article told of before: by that noun, or one of its kind.

    True where there is one.
    """
    if label.first in NEW or not (label.first in POINTING or label.phrase.span.part == "title"):
        return False
    told = [(group, [one for one in group if _told_before(one, label)]) for group in groups]
    before = [(group, own) for group, own in told if own]
    same = [group for group, own in before if any(one.lemma == label.lemma for one in own)]
    near = [group for group, _ in before if any(_is_near(one, label) for one in group)]
    for own in (same, near if label.first == "the" and bare(label) else []):
        if own:
            if len(own) == 1:
                own[0].append(label)
            return len(own) == 1
    return False


def _is_near(one: Label, label: Label) -> bool:
    before = one.article == label.article and one.phrase.span.part == label.phrase.span.part
    return before and 0 < label.phrase.span.start - one.phrase.span.end < NEAR


def _told_before(one: Label, label: Label) -> bool:
    if one.article != label.article or one.phrase.plural != label.phrase.plural or not kindred(one.lemma, label.lemma):
        return False
    return one.place < label.place or label.phrase.span.part == "title"

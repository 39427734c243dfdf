"""Lanes → stories: batches in the order of days, then memberships and sagas."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from conspectus.group.days import day_of
from conspectus.group.kept import kept
from conspectus.group.lane import Item, Lane
from conspectus.group.meaning import Embed, Meaning
from conspectus.group.sagas import Sagas
from conspectus.group.seen import Seen, nothing_seen, see, weighted
from conspectus.group.signature import Signature, signature
from conspectus.model import Article, Membership, Story, story_id
from conspectus.options import GroupOptions

BATCH = 256


@dataclass(frozen=True, slots=True)
class Placed:
    """One story by the numbers of its articles, in the order of days; ``near`` tells each one's likest and how like."""

    numbers: tuple[int, ...]
    near: Mapping[int, tuple[float, int]]
    follows: int | None
    dated: bool


def grouped(articles: Sequence[Article], options: GroupOptions, embed: Embed | None = None) -> tuple[Story, ...]:
    """``articles`` without repetition, in the order of their ids."""
    seen, days = nothing_seen(), [day_of(article) for article in articles]
    with kept() as signatures:
        for article in articles:
            one = signature(article.title, article.body)
            signatures.put(one)
            seen = see(seen, one)
        meaning = None if embed is None else Meaning(embed, articles)
        placed = placing(days, signatures.__getitem__, seen, options, meaning)
    ids = [story_id(articles[number].id for number in one.numbers) for one in placed]
    return tuple(_story(name, one, ids, articles, days) for name, one in zip(ids, placed, strict=True))


def placing(
    days: Sequence[int | None],
    signature_of: Callable[[int], Signature],
    seen: Seen,
    options: GroupOptions,
    meaning: Meaning | None = None,
) -> list[Placed]:
    """The stories of articles known by their places in ``days``, dated ones first.

    Each signature is asked for once, when its day has come: no more than a window of them has to be held.
    """
    order = sorted((day, number) for number, day in enumerate(days) if day is not None)
    undated = [(0, number) for number, day in enumerate(days) if day is None]
    found: list[Placed] = []
    for lane, line in ((Lane(options, meaning=meaning), order), (Lane(options, dated=False, meaning=meaning), undated)):
        stories, near, sagas = [], [], Sagas(options.saga_threshold)
        for over in _swept(lane, line, signature_of, seen):
            closed = [_ordered(story, days) for story in over]
            stories += closed
            near += [_near(story, lane) for story in closed]
            sagas.close(closed, days, lane.forget(closed))
        follows = sagas.follows()
        # The order in which stories close is no order for people.
        ranked = sorted(range(len(stories)), key=sagas.keys.__getitem__)
        rank = {at: len(found) + place for place, at in enumerate(ranked)}
        found += [Placed(stories[at], near[at], rank.get(follows.get(at, -1)), lane.dated) for at in ranked]
    return found


def item(day: int, number: int, one: Signature, seen: Seen) -> Item:
    """What a lane takes of an article."""
    return Item(number, day, one.text, weighted(seen, one))


def _swept(
    lane: Lane, line: Sequence[tuple[int, int]], signature_of: Callable[[int], Signature], seen: Seen
) -> Iterator[list[list[int]]]:
    """The stories as they close."""
    for start in range(0, len(line), BATCH):
        held = line[start : start + BATCH]
        batch = [item(day, number, signature_of(number), seen) for day, number in held]
        yield lane.sweep(batch[0].day)
        lane.add(batch)
    yield lane.stories()


def _ordered(story: Sequence[int], days: Sequence[int | None]) -> tuple[int, ...]:
    return tuple(sorted(story, key=lambda number: (days[number] or 0, number)))


def _near(story: Sequence[int], lane: Lane) -> dict[int, tuple[float, int]]:
    """Each article's likest among those of its story."""
    inside = set(story)
    near: dict[int, tuple[float, int]] = {}
    for number in story:
        for score, other in lane.likest.get(number, ()):
            if other in inside and score > near.get(number, (0.0, 0))[0]:
                near[number] = (score, other)
    return near


def _story(
    name: str, one: Placed, ids: Sequence[str], articles: Sequence[Article], days: Sequence[int | None]
) -> Story:
    members = tuple(membership(number, one, articles, days) for number in one.numbers)
    held = tuple(articles[number] for number in one.numbers)
    follows = None if one.follows is None else ids[one.follows]
    return Story(name, held, reason(len(held), one.dated), members, follows)


def reason(articles: int, dated: bool) -> str:
    """How the articles of a story came to stand together, in words that go on from "they are"."""
    how = "grouped by their words and days" if dated else "grouped by their words alone, since they carry no day"
    return how if articles > 1 else "on its own: no other article is alike enough"


def membership(number: int, one: Placed, articles: Sequence[Article], days: Sequence[int | None]) -> Membership:
    """Why an article is in its story."""
    score, nearest = one.near.get(number, (0.0, None))
    likest = None if nearest is None else articles[nearest].id
    told = why(number, one, lambda at: articles[at].title or articles[at].raw.name, days)
    return Membership(articles[number].id, likest, round(score, 2), told)


def why(number: int, one: Placed, called: Callable[[int], str], days: Sequence[int | None]) -> str:
    """Why an article is in its story, in words."""
    score, nearest = one.near.get(number, (0.0, None))
    if nearest is None:
        return reason(len(one.numbers), one.dated)
    return f"most like “{called(nearest)}”, {apart(days[number], days[nearest])} (likeness {score:.2f})"


def apart(one: int | None, other: int | None) -> str:
    """How far apart two days are, in words."""
    if one is None or other is None:
        return "by text alone"
    days = abs(one - other)
    return "of the same day" if days == 0 else "a day apart" if days == 1 else f"{days} days apart"

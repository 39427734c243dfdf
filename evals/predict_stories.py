"""Dated articles → stories, all at once or day by day with the words counted so far, as score_stories.py wants them."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from conspectus import IngestOptions, group, ingest
from conspectus.group.days import day_of
from conspectus.group.lane import Lane
from conspectus.group.seen import nothing_seen, see
from conspectus.group.signature import signature
from conspectus.group.stories import item
from conspectus.model import Article, article_id
from conspectus.options import GroupOptions


def stories(source: Path, online: bool = False) -> dict[str, str]:
    """Id of each article in the file → its story. Articles with the same words are in one story."""
    taken = ingest(source, options=IngestOptions(max_bytes=50_000_000)).articles
    if online:
        found = {name: f"{at}" for at, story in enumerate(day_by_day(taken)) for name in story}
    else:
        found = {article.id: story.id for story in group(taken) for article in story.articles}
    lines = [json.loads(line) for line in source.read_text(encoding="utf8").split("\n") if line.strip()]
    names = {one["id"]: article_id(one.get("title") or "", one["text"]) for one in lines}
    return {given: found[name] for given, name in names.items() if name in found}


def day_by_day(articles: Sequence[Article], options: GroupOptions = GroupOptions()) -> Iterator[list[str]]:
    """The stories (as article ids) when each day's articles are added without knowing the next day's."""
    seen, lanes = nothing_seen(), {True: Lane(options), False: Lane(options, dated=False)}
    order = sorted((day_of(article) or 0, article.id, number) for number, article in enumerate(articles))
    over: list[list[int]] = []
    for day, line in groupby(order, lambda one: one[0]):
        numbers = [number for _, _, number in line]
        signatures = {number: signature(articles[number].title, articles[number].body) for number in numbers}
        for one in signatures.values():
            seen = see(seen, one)
        lane = lanes[day > 0]
        over += lane.sweep(day)
        lane.add([item(day, number, one, seen) for number, one in signatures.items()])
    for story in (*over, *lanes[True].stories(), *lanes[False].stories()):
        yield [articles[number].id for number in story]

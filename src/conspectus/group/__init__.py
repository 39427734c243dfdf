"""Articles → stories: signature → likeness → links → stories, with the reason for every article's place."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from conspectus.model import Article, Story, story_id
from conspectus.options import GroupOptions

__all__ = ["group", "together"]


def group(
    articles: Iterable[Article],
    options: GroupOptions = GroupOptions(),
    embed: Callable[[Sequence[str]], Any] | None = None,
) -> tuple[Story, ...]:
    """Group articles into stories, each article in exactly one; the order in which they are given changes nothing.

    An article's day is that of its publication. Those without one stand in a lane of their own, grouped by text alone,
    and their story says so. An article given twice counts once. Stories come in the order of their days, undated ones
    last; articles inside a story too. The method is described in ``group/lane.py``.

    ``embed`` (texts → vectors, a row a text) is asked, a text at a time, for articles with a pair of which their words
    leave open whether it is one event (``group/meaning.py``); without it nothing is.
    """
    from conspectus.group.stories import grouped

    held = {article.id: article for article in articles}
    return grouped([held[name] for name in sorted(held)], options, embed)


def together(articles: Iterable[Article]) -> tuple[Story, ...]:
    """One story of all that is given, because a person says that it is one; none for no article.

    The story's id is a hash of its articles' ids, whatever their order; articles stay in the order given.
    """
    members = tuple(articles)
    if not members:
        return ()
    name = story_id(article.id for article in members)
    return (Story(name, members, "taken as one story because they were given together"),)

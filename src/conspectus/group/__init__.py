"""Articles → stories. Until stories are told apart, everything given is one story, and says so."""

import hashlib
from collections.abc import Iterable

from conspectus.model import Article, Story
from conspectus.options import GroupOptions


def group(articles: Iterable[Article], options: GroupOptions = GroupOptions()) -> tuple[Story, ...]:
    """Group articles into stories: at present one story of all that is given, none for no article.

    The story's id is a hash of its articles' ids, whatever their order; articles stay in the order given.
    """
    members = tuple(articles)
    if not members:
        return ()
    ids = "\n".join(sorted({article.id for article in members}))
    name = hashlib.sha256(ids.encode()).hexdigest()[:12]
    return (Story(name, members, "taken as one story because they were given together"),)

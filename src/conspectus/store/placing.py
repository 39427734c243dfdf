"""What a person decides about stories: move, merge, split. It stays, whatever grouping finds later."""

from collections import Counter
from collections.abc import Sequence

from conspectus.errors import OptionError
from conspectus.model import story_id
from conspectus.store.grouping import depart
from conspectus.store.library import Library

NEW = "new"


def move(library: Library, articles: Sequence[str], story: str, who: str | None, now: str) -> str:
    """Put articles (ids) into a story, or for ``new`` into one of their own (a split); the story's id."""
    for name in articles:
        if not library.base.execute("SELECT 1 FROM articles WHERE id = ?", (name,)).fetchone():
            raise OptionError("no article has this id", name, "see the ids with: conspectus story STORY")
    target = story_id([*articles, now]) if story == NEW else story
    with library.writing() as base:
        if story == NEW:
            base.execute("INSERT OR IGNORE INTO stories VALUES (?, 'put together by a person', NULL)", (target,))
        stories = "SELECT story FROM articles WHERE id = ?"
        left = Counter(base.execute(stories, (name,)).fetchone()[0] for name in dict.fromkeys(articles))
        for name in articles:
            base.execute(
                "INSERT INTO placements (article, story, who, at) VALUES (?, ?, ?, ?)", (name, target, who, now)
            )
            base.execute(
                "UPDATE articles SET story = ?, nearest = NULL, likeness = NULL, why = ? WHERE id = ?",
                (target, _by(who, now), name),
            )
        for old in sorted(one for one in left if one and one != target):
            if base.execute("SELECT 1 FROM articles WHERE story = ?", (old,)).fetchone():
                depart(base, old, {target: left[old]}, _by(who, now), now)
            else:
                _forward(library, old, target, f"all its articles were moved ({_by(who, now)})", now)
    return target


def merge(library: Library, stories: Sequence[str], who: str | None, now: str) -> str:
    """Make one story of several: the first one's id stays, the others lead to it."""
    first, *others = stories
    ids = []
    for story in stories:
        ids += [
            name
            for (name,) in library.base.execute("SELECT id FROM articles WHERE story = ? ORDER BY number", (story,))
        ]
    move(library, ids, first, who, now)
    with library.writing():
        for old in others:
            if old != first:
                _forward(library, old, first, f"merged ({_by(who, now)})", now)
    return first


def _forward(library: Library, old: str, new: str, why: str, now: str) -> None:
    library.base.execute("INSERT OR REPLACE INTO forwards VALUES (?, ?, ?, ?)", (old, new, why, now))
    library.base.execute("DELETE FROM stories WHERE id = ?", (old,))


def _by(who: str | None, now: str) -> str:
    return f"placed by {who or 'somebody who gave no name'}, {now[:10]}"

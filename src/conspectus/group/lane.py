"""One lane of articles in the order of their days: scores against a window, stories as the window passes.

The score of two articles is their likeness less half of what each has in common with the days before (its level:
the mean of the five likest articles of 3 to 14 days earlier, which tell the same saga and hardly ever the same
event), faded by the days between them. Stories are what average linkage makes of the scores.
"""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from conspectus.group.likeness import Vector, products
from conspectus.group.linkage import clusters, parts
from conspectus.group.meaning import Meaning
from conspectus.group.sagas import Kin
from conspectus.group.sieve import Sieve
from conspectus.options import GroupOptions

_NEAREST, _LEVEL_OF = 3, 5
_USUAL_LEVEL = 0.08
"""The mean level of 1,425 news articles: what is taken where fewer than five articles went before."""
_LEAST = 0.02
_COPY = 0.95
_STEEPNESS = 1.5
"""Between an exponential fading (1) and a Gaussian one (2)."""
_LIKEST = 8
_ALL = 1000
"""So many articles without a day are all compared with a new one; of more, those that share its rare words."""


@dataclass(frozen=True, slots=True)
class Item:
    """What a lane takes: an article's number, day (proleptic ordinal; 0 where there is none), text hash, vector."""

    number: int
    day: int
    text: int
    vector: Vector


@dataclass(slots=True)
class Lane:
    """The window and what is open in it. ``add`` batches in the order of days, then take ``stories``.

    ``kin`` lists undecayed likenesses of articles on different days, for sagas. ``copies`` maps an article to
    the one whose place it shares: nearly the same words within a day.
    """

    options: GroupOptions
    dated: bool = True
    items: dict[int, Item] = field(default_factory=dict)
    levels: dict[int, float] = field(default_factory=dict)
    scores: dict[tuple[int, int], float] = field(default_factory=dict)
    likest: dict[int, list[tuple[float, int]]] = field(default_factory=dict)
    kin: list[Kin] = field(default_factory=list)
    copies: dict[int, int] = field(default_factory=dict)
    texts: dict[int, Item] = field(default_factory=dict)
    swept: int = 0
    sieve: Sieve = field(default_factory=Sieve)
    meaning: Meaning | None = None

    def add(self, batch: Sequence[Item]) -> None:
        """Score new articles against the window and among themselves."""
        import numpy as np

        batch = [one for one in batch if not self._repeats(one)]
        if not batch:
            return
        first = batch[0].day
        window = self._window(batch, first)
        likeness = products([one.vector for one in batch], [one.vector for one in (*window, *batch)])
        # Of the pairs inside the batch, only those with an earlier one.
        likeness[:, len(window) :] = np.tril(likeness[:, len(window) :], -1)
        taken = self._without_copies(batch, window, likeness)
        columns = [*range(len(window)), *(len(window) + row for row in taken)]
        new, known = [batch[row] for row in taken], [*window, *(batch[row] for row in taken)]
        self.items |= {one.number: one for one in new}
        if not self.dated:
            for one in new:
                self.sieve.add(one.number, one.vector)
        self._score(new, known, likeness[np.ix_(taken, columns)])

    def stories(self, before: int | None = None) -> list[list[int]]:
        """The stories of all that is open, or of what no article from the day ``before`` on can join any more.

        What a chain of likenesses ties to articles that are still open (a war, told every day) is open only for two
        windows: the scores that bear on what is older are all known.
        """
        threshold = self._threshold()
        held: dict[int, list[int]] = {}
        for copy in sorted(self.copies):
            first = copy
            while first in self.copies:  # a copy of what turned out to be a copy itself
                first = self.copies[first]
            held.setdefault(first, []).append(copy)
        sizes = {number: 1 + len(held.get(number, ())) for number in self.items}
        found = []
        for part, scores in parts(self.items, self.scores, threshold):
            over = self._over(part, before)
            for cluster in clusters(part, scores, sizes, threshold) if over else ():
                if all(number in over for number in cluster):
                    found.append(sorted([*cluster, *(copy for number in cluster for copy in held.get(number, ()))]))
        return found

    def _threshold(self) -> float:
        return self.options.threshold if self.dated else self.options.threshold_undated

    def _over(self, part: Sequence[int], before: int | None) -> set[int]:
        """The articles of a part that may be closed, if a whole cluster may."""
        window = self.options.window
        if before is None or max(self.items[number].day for number in part) < before - window:
            return set(part)
        return {number for number in part if self.items[number].day < before - 2 * window}

    def sweep(self, day: int) -> list[list[int]]:
        """The stories that are over by ``day``; they leave memory. Done once a window, not with every article."""
        if not self.dated or day - self.swept <= self.options.window:
            return []
        self.swept = day
        over = self.stories(day)
        gone = {number for story in over for number in story}
        for number in gone:
            self.levels.pop(number, None)
            self.copies.pop(number, None)
            self.items.pop(number, None)
        self.texts = {text: one for text, one in self.texts.items() if one.number in self.items}
        self.scores = {pair: score for pair, score in self.scores.items() if not gone.intersection(pair)}
        return over

    def forget(self, closed: Iterable[Sequence[int]]) -> list[Kin]:
        """Drop what is known of the articles of closed stories; the pairs of a saga found since the last call."""
        gone = [number for story in closed for number in story]
        for number in gone:
            self.likest.pop(number, None)
        if self.meaning:
            self.meaning.forget(gone)
        kin, self.kin = self.kin, []
        return kin

    def _window(self, batch: Sequence[Item], first: int) -> list[Item]:
        """What the batch is compared with: what is not too many days old; without days, all or what is worth it."""
        if self.dated:
            return [one for one in self.items.values() if one.day >= first - self.options.window]
        if len(self.items) <= _ALL:
            return list(self.items.values())
        return [self.items[number] for number in self.sieve.worth(one.vector for one in batch)]

    def _repeats(self, one: Item) -> bool:
        """Whether it has the text of one within a day, under whatever title; then it shares its place."""
        first = self.texts.setdefault(one.text, one)
        if first is one or abs(first.day - one.day) > 1:
            self.texts[one.text] = one
            return False
        self.copies[one.number] = first.number
        self._like(one.number, first.number, 1.0)
        return True

    def _without_copies(self, batch: Sequence[Item], window: Sequence[Item], likeness: Any) -> list[int]:
        """The rows of the batch that are no near copies of one before; the others share its place from now on."""
        import numpy as np

        known = [*window, *batch]
        near: dict[int, list[int]] = {}
        for row, column in np.argwhere(likeness >= _COPY).tolist():
            if abs(known[column].day - batch[row].day) <= 1:
                near.setdefault(row, []).append(column)
        gone: set[int] = set()
        for row, columns in sorted(near.items()):
            first = next((c for c in columns if c < len(window) or c - len(window) not in gone), None)
            if first is not None:
                gone.add(row)
                self.copies[batch[row].number] = known[first].number
                self._like(batch[row].number, known[first].number, float(likeness[row, first]))
        return [row for row in range(len(batch)) if row not in gone]

    def _score(self, new: Sequence[Item], known: Sequence[Item], likeness: Any) -> None:
        import numpy as np

        days = np.array([one.day for one in new])[:, None] - np.array([one.day for one in known])[None, :]
        level = self._level(days, likeness)
        self.levels |= dict(zip((one.number for one in new), level.tolist(), strict=True))
        if not self.dated:
            fading = np.ones_like(likeness)
            faded, scored = likeness, likeness
        else:
            fading = np.exp(-((np.abs(days) / self.options.fade_days) ** _STEEPNESS))
            levels = np.array([self.levels[one.number] for one in known])
            faded, scored = likeness * fading, (likeness - (level[:, None] + levels[None, :]) / 4) * fading
        if self.meaning:
            doubtful = self.meaning.doubtful(scored, self._threshold()) & (faded >= _LEAST)
            numbers = [[one.number for one in line] for line in (new, known)]
            scored = scored - self.meaning.losses(doubtful, *numbers) * fading
        for row, column in np.argwhere(faded >= _LEAST).tolist():
            one, other = new[row].number, known[column].number
            self._like(one, other, float(faded[row, column]))
            self.scores[min(one, other), max(one, other)] = float(scored[row, column])
        for row, column in np.argwhere((likeness >= self.options.saga_threshold) & (days > 0)).tolist():
            self.kin.append((new[row].number, known[column].number, float(likeness[row, column])))

    def _level(self, days: Any, likeness: Any) -> Any:
        import numpy as np

        before = (days >= _NEAREST) & (days <= self.options.window)
        level = np.full(len(days), _USUAL_LEVEL)
        enough = before.sum(axis=1) >= _LEVEL_OF
        if enough.any():
            held = np.where(before[enough], likeness[enough], 0)
            level[enough] = np.round(np.sort(held, axis=1)[:, -_LEVEL_OF:].mean(axis=1), 6)
        return level

    def _like(self, one: int, other: int, score: float) -> None:
        """Keep for both the few that speak most for their place."""
        for mine, its in ((one, other), (other, one)):
            held = self.likest.setdefault(mine, [])
            held.append((score, its))
            if len(held) > 2 * _LIKEST:
                held[:] = heapq.nlargest(_LIKEST, held)

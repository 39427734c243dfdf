"""Which story follows which: as stories close, the likenesses of their pairs across days add up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Kin = tuple[int, int, float]
"""Two articles on different days by their numbers, and how alike they are, undecayed."""
Key = tuple[int, tuple[int, ...]]
"""A story's first day and its articles: the order of stories."""


@dataclass(slots=True)
class Sagas:
    """A story follows the earlier one that it is most like over the mean of all their pairs, from ``threshold`` on.

    Only pairs of which an article is still open are held: no pair can come to what has closed.
    """

    threshold: float
    keys: list[Key] = field(default_factory=list)
    best: dict[int, tuple[float, Key, int]] = field(default_factory=dict)
    place: dict[int, int] = field(default_factory=dict)
    waiting: list[Kin] = field(default_factory=list)

    def close(self, stories: Sequence[Sequence[int]], days: Sequence[int | None], kin: Iterable[Kin]) -> None:
        """More stories are complete (articles in their order), and more pairs are known."""
        for story in stories:
            self.place |= dict.fromkeys(story, len(self.keys))
            self.keys.append((days[story[0]] or 0, tuple(story)))
        if not stories:
            self.waiting.extend(kin)
            return
        sums: dict[tuple[int, int], float] = {}
        waiting: list[Kin] = []
        for one, other, likeness in (*self.waiting, *kin):
            if one not in self.place or other not in self.place:
                waiting.append((one, other, likeness))
                continue
            later, earlier = sorted((self.place[one], self.place[other]), key=self.keys.__getitem__, reverse=True)
            if later != earlier:
                sums[later, earlier] = sums.get((later, earlier), 0.0) + likeness
        self._follow(sums)
        self.waiting = waiting
        still = {number for one, other, _ in waiting for number in (one, other)}
        self.place = {number: at for number, at in self.place.items() if number in still}

    def follows(self) -> Mapping[int, int]:
        """For stories (by the order in which they closed) the one that each follows."""
        return {later: earlier for later, (_, _, earlier) in self.best.items()}

    def _follow(self, sums: Mapping[tuple[int, int], float]) -> None:
        for (later, earlier), total in sums.items():
            mean = total / (len(self.keys[later][1]) * len(self.keys[earlier][1]))
            found = (mean, self.keys[earlier], earlier)
            if mean >= self.threshold and (later not in self.best or found > self.best[later]):
                self.best[later] = found

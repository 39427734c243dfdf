"""The letters that name the readings of a finding: sides with the same letter say the same."""

from collections.abc import Hashable


class Letters:
    """A letter for each key: the same for equal keys, a, b, ... z, aa, ab, ... in the order asked."""

    def __init__(self) -> None:
        self._places: dict[Hashable, int] = {}

    def of(self, key: Hashable) -> str:
        """The letter of ``key``."""
        place = self._places.setdefault(key, len(self._places))
        letters = ""
        while place >= 0:
            letters = chr(ord("a") + place % 26) + letters
            place = place // 26 - 1
        return letters

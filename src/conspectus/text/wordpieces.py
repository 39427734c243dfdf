"""Words → word pieces of an uncased BERT vocabulary: greedy longest match (Wu et al. 2016)."""

import unicodedata
from functools import cache
from pathlib import Path

_LONGEST = 100


class Vocabulary:
    """The pieces of a vocabulary file, one a line, by number."""

    def __init__(self, path: Path) -> None:
        lines = path.read_text(encoding="utf-8").split("\n")
        self._numbers = {line: number for number, line in enumerate(lines) if line}
        self.pieces = cache(self._pieces)

    def special(self, name: str) -> int:
        """The number of ``[CLS]``, ``[SEP]`` or ``[UNK]`` by its bare name."""
        return self._numbers[f"[{name}]"]

    def _pieces(self, word: str) -> tuple[int, ...]:
        unknown = (self.special("UNK"),)
        word = _plain(word)
        if not word or len(word) > _LONGEST:
            return unknown
        found: list[int] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            end = next((e for e in range(len(word), start, -1) if mark + word[start:e] in self._numbers), None)
            if end is None:
                return unknown
            found.append(self._numbers[mark + word[start:end]])
            start = end
        return tuple(found)


def _plain(word: str) -> str:
    """Lower case without accents, as the vocabulary was made."""
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if unicodedata.category(c) != "Mn")

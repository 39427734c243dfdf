"""What the words of a mention say by themselves: a name, a noun or a pronoun; its head; the roles before a name."""

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from conspectus.compare.entities.vocabulary import AFTER, BEFORE, PRONOUNS, SMALL, SPELLINGS, SUFFIXES, TITLES
from conspectus.text.letters import without_accents

Sort = Literal["name", "noun", "pronoun"]
_WORD = re.compile(r"[^\W_]+(?:[.&'’-][^\W_]+)*|&|[,(]")
_GENITIVE = re.compile(r"(?<=\w)['’]s?$")
_KEPT = 20_000
"""So many printed words are remembered with what they come to: a story names the same people again and again."""
_CONTRACTED = re.compile(r"['’](?:s|m|d|re|ve|ll)$")


@dataclass(frozen=True, slots=True)
class Form:
    """A mention by its words alone.

    ``words`` are the lower-case words of a name (letters without marks, one spelling), the single head noun, or the
    pronoun. ``roles`` are the nouns before a name ("the lawyer Dana Orlu") or the noun itself; ``head`` the last word.
    """

    sort: Sort
    words: tuple[str, ...]
    roles: tuple[str, ...]

    @property
    def head(self) -> str:
        return self.words[-1]


def form(text: str, common: Container[str] = frozenset()) -> Form:
    """The form of a mention's words; without a letter or digit it is its own noun.

    ``common`` are words that the story prints in lower case: a capital, as in a headline, makes none of them a name.
    """
    return _form(text, common) if common else _form_alone(text)


@lru_cache(maxsize=_KEPT)
def _form_alone(text: str) -> Form:
    return _form(text, frozenset())


def _form(text: str, common: Container[str]) -> Form:
    printed = [_GENITIVE.sub("", word) for word in _WORD.findall(text)]
    while len(printed) > 1 and (printed[0].lower() in BEFORE or printed[0] in ",("):
        printed = printed[1:]
    if not printed:
        return Form("noun", (text,), (text,))
    alone = _CONTRACTED.sub("", printed[0].lower())
    if len(printed) == 1 and alone in PRONOUNS:
        return Form("pronoun", (alone,), ())
    core = _core(printed)
    lone = len(core) == 1 or all(w[0].islower() for w in core[:-1]) or all(w.lower() in common for w in core)
    return _named([*core[:-1], core[-1].lower()] if lone and core[-1].lower() in common else core)


def _core(printed: list[str]) -> list[str]:
    """The words up to the first that only tell more about the head; "of" inside a name stays."""
    for at, word in enumerate(printed):
        if at and (word in ",(" or word.lower() in AFTER):
            if word.lower() in SMALL and printed[at - 1][0].isupper() and _capital(printed[at + 1 : at + 3]):
                continue
            return printed[:at]
    return printed


def _capital(following: list[str]) -> bool:
    return bool(following) and (following[0][0].isupper() or (following[0] == "the" and following[-1][0].isupper()))


def _named(core: list[str]) -> Form:
    if not core[-1][0].isupper():
        return Form("noun", (plain(core[-1]),), (plain(core[-1]),))
    begin = len(core) - 1
    while begin and (core[begin - 1][0].isupper() or core[begin - 1].lower() in SMALL):
        begin -= 1
    words = [plain(word) for word in core[begin:]]
    roles = tuple(plain(word) for word in core[max(0, begin - 1) : begin])
    while len(words) > 1 and (words[0] in TITLES or words[0] in SMALL):
        roles, words = (*roles, words[0]), words[1:]
    kept = [word for word in words if word not in SUFFIXES] or words
    return Form("name", tuple(kept), roles)


@lru_cache(maxsize=_KEPT)
def plain(word: str) -> str:
    """Lower case, without marks on letters and without dots, in one spelling ("São" → "sao", "U.N." → "un")."""
    bare = without_accents(word).lower().replace(".", "").replace("’", "'")
    return SPELLINGS.get(bare, bare)

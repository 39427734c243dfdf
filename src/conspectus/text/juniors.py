"""Father and son: when a name with "Jr." is another's than the surname alone.

An article that means one man gives the "Jr." with his first full name and leaves it out from there on. Where the
surname stands before, without it, the one who has it is somebody else.
"""

from collections.abc import Iterator, Sequence

from conspectus.model import Name, Reading

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


def juniors(readings: Sequence[Reading]) -> frozenset[Name]:
    """The names with "Jr." of those whom one of the articles of a story tells from their fathers."""
    told: set[str] = set()
    with_suffix: list[tuple[Name, str]] = []
    for reading in readings:
        people = [(n, reading.article.words(n.span).split()) for n in reading.names if n.label == "PERSON"]
        body = [words for name, words in people if name.span.part == "body"]
        told |= {_before_suffix(body[at]) for at in apart(body)}
        with_suffix += [(name, _before_suffix(words)) for name, words in people if _is_suffix(words[-1])]
    return frozenset(name for name, surname in with_suffix if surname in told)


def apart(names: Sequence[Sequence[str]]) -> frozenset[int]:
    """Places of the names that are another's than their surname alone: ``names`` are the words of each, in the order of
    an article's body."""
    return frozenset(_apart(names))


def _apart(names: Sequence[Sequence[str]]) -> Iterator[int]:
    plain: set[str] = set()
    first: dict[str, bool] = {}
    for place, words in enumerate(names):
        kept = [word.strip(".,").lower() for word in words if not _is_suffix(word)]
        if not kept:
            continue
        if len(kept) == len(words):
            plain.add(kept[-1])
        elif first.setdefault(kept[-1], kept[-1] in plain):
            yield place


def _is_suffix(word: str) -> bool:
    return word.strip(".,").lower() in _SUFFIXES


def _before_suffix(words: Sequence[str]) -> str:
    return words[-2].strip(",") if len(words) > 1 else ""

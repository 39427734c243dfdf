"""Ages and whose they are: right beside a person's name, in one of the ways that news has for it, or told of "the
61-year-old" or "he", where nobody else is named close before."""

import re
from collections.abc import Iterator

from conspectus.model import Amount, Name, Reading

_BEHIND = re.compile(
    r",?\s|,\s*(?:who\s+(?:is|was|turned|turns|(?:has\s+)?died(?:\s+at)?)|aged?)\s+|,?\s+(?:is|was|turned|died\s+at)\s+|\s*[,—–-]+\s*(?:an?|the)\s+"
)
"""Between a name and the age behind it: "Orlu, 61", "Orlu, who is 61", "Orlu, a 61-year-old nurse"."""
_BEFORE = re.compile(r"(?:\s+(?!(?:of|and|or|in|on|at|by|with|from|to|who|whose|said|told)\b)[\w’'-]+){0,3}?,?\s+")
"""Between an age and the name that it is told of: "the 61-year-old nurse, Dana Orlu"; "a son of" is another person."""
_MEANT = re.compile(r"(?:\b[Tt]he|\b[Hh]e (?:is|was)|\b[Ss]he (?:is|was))\s+$")
"""Before an age of somebody named before."""
_STATED = r"\b[HhSs]h?e (?:is|was|turned|died at) $"
"""Before a bare age of somebody named before."""
_FAR = 60
_SENTENCES = 4
"""Its own and three before."""


def ages(reading: Reading) -> Iterator[tuple[Amount, Name]]:
    """The ages that stand beside a person's name, each with that name."""
    people = [name for name in reading.names if name.label == "PERSON"]
    for amount in (one for one in reading.amounts if one.kind == "age"):
        near = [name for name in people if name.span.part == amount.span.part]
        name = _behind(reading, amount, near) or _before(reading, amount, near) or _meant(reading, amount, near)
        if name is not None:
            yield amount, name


def _behind(reading: Reading, amount: Amount, people: list[Name]) -> Name | None:
    """The person right before an age."""
    text = reading.article.part(amount.span.part)
    near = (name for name in reversed(people) if 0 < amount.span.start - name.span.end <= _FAR)
    return next((name for name in near if _BEHIND.fullmatch(text, name.span.end, amount.span.start)), None)


def _before(reading: Reading, amount: Amount, people: list[Name]) -> Name | None:
    """The person right behind an age that is told as a word of theirs ("61-year-old")."""
    text = reading.article.part(amount.span.part)
    if not text[amount.span.start : amount.span.end].endswith("old"):
        return None
    near = (name for name in people if 0 < name.span.start - amount.span.end <= _FAR)
    return next((name for name in near if _BEFORE.fullmatch(text, amount.span.end, name.span.start)), None)


def _meant(reading: Reading, amount: Amount, people: list[Name]) -> Name | None:
    """The only person named last before "the 61-year-old" and "he was 61": in the few sentences before or its own."""
    text = reading.article.part(amount.span.part)
    before = text[: amount.span.start]
    if not (text[: amount.span.end].endswith("old") and _MEANT.search(before)) and not re.search(_STATED, before):
        return None
    begun = [s.span for s in reading.sentences if s.span.part == amount.span.part and s.span.start <= amount.span.start]
    if any(one.inner.contains(amount.span) for one in reading.quotations) or len(begun) < 2:
        return None
    for first in reversed(begun[-_SENTENCES:-1]):
        near = [name for name in people if first.start <= name.span.start < amount.span.start]
        surnames = {reading.article.words(name.span).split()[-1] for name in near}
        if surnames:
            return near[-1] if len(surnames) == 1 else None
    return None

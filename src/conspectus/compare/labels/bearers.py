"""Whom a pronoun stands for, where the text leaves no doubt."""

from collections.abc import Iterator, Sequence

from conspectus.compare.entities.forms import form
from conspectus.compare.entities.vocabulary import PRONOUNS
from conspectus.compare.words import stem
from conspectus.model import Name, Reading, Span

Key = tuple[str, ...]
_PEOPLE = frozenset(("he", "she"))


def sure(reading: Reading, pronoun: Span, key: Key, voice: Sequence[Span]) -> bool:
    """Whether ``key``, whom a pronoun is taken for, is the only one it can be: nobody else is named in its sentence or
    the one before; inside marks it is not the speaker, who is "I" to themselves."""
    kind = PRONOUNS.get(reading.article.words(pronoun).lower())
    speaking = {family for span in voice for family in _family(reading, span)}
    meant = stem(key[-1])
    if kind == "speaker":
        return meant in speaking
    near = {family for name in _near(reading, pronoun) if _may(name, kind) for family in _family(reading, name.span)}
    quoted = any(one.inner.contains(pronoun) for one in reading.quotations)
    return (near - speaking if quoted else near) == {meant}


def _may(name: Name, kind: str | None) -> bool:
    return (name.label == "PERSON") == (kind in _PEOPLE)


def _family(reading: Reading, span: Span) -> Iterator[str]:
    words = form(reading.article.words(span)).words
    yield stem(words[-1])


def _near(reading: Reading, pronoun: Span) -> Iterator[Name]:
    """The names of the pronoun's sentence and of the one before it."""
    own = [one.span for one in reading.sentences if one.span.part == pronoun.part and one.span.start <= pronoun.start]
    first = own[-2:][0].start if own else pronoun.start
    last = own[-1].end if own else pronoun.end
    return (n for n in reading.names if n.span.part == pronoun.part and first <= n.span.start < last)

"""What a statement tells of whom: its act and its subject."""

from conspectus.compare.words import stem, word_set, words
from conspectus.model import Reading, Span, Statement

_VERB = 5
"""Letters from which on a stem is told from the beginning of another word."""
_NOUNS = word_set("ement ment ion ation al ance ence ure")


def act_of(statement: Statement, reading: Reading) -> str:
    """The stem of the predicate; of an irregular form ("met") that of its lemma, which the clause does not print."""
    own = stem(reading.article.words(statement.predicate).lower())
    lemmas = [stem(lemma) for lemma in statement.lemmas]
    if own in lemmas:
        return own
    printed = {stem(word.norm) for word in words(reading.article, statement.span, False)}
    return next((lemma for lemma in lemmas if lemma[:1] == own[:1] and lemma not in printed), own)


def akin(one: str, other: str) -> bool:
    """One stem, or the verb and its noun ("endorse", "endorsement")."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _VERB and long.startswith(short) and long[len(short) :] in _NOUNS)


def subject_of(statement: Statement) -> Span | None:
    """The last noun phrase before the predicate: nearer ones are rarely anything else than its subject."""
    before = [part for part in statement.participants if part.end <= statement.predicate.start]
    return before[-1] if before else None

"""How the words around a clause hold it: denied, or left open ("we cannot yet say that …")."""

import re

from conspectus.model import Reading, Span, Statement

_OPEN = (
    r"(?:\b(?:not|cannot|never|no|nor|without)\b|n[’']t\b)[^.;:“”\"]{0,40}"
    r"\b(?:say|know|tell|sure|certain|clear|proof|prove|proven|show|shown|evidence|sign|indication|confirm|confirmed)"
    r"(?:\s+(?:that|if|whether))?\s+$"
)
"""Right before a clause: nobody says so."""
_FAR = 80


def says_no(statement: Statement, reading: Reading) -> bool:
    """ "No live round was fired", and "he denied that a live round was fired"."""
    return (statement.polarity == "negated") != is_denied(statement.predicate, reading)


def is_denied(span: Span, reading: Reading) -> bool:
    """The words are what somebody denies."""
    return any(a.polarity == "negated" and any(c.contains(span) for c in a.content) for a in reading.attributions)


def is_left_open(span: Span, reading: Reading) -> bool:
    """The words stand behind "cannot say that", "no evidence that"."""
    text = reading.article.part(span.part)
    return re.search(_OPEN, text[max(0, span.start - _FAR) : span.start]) is not None

"""English words by which articles say who somebody is. Everything about one language that descriptions need."""

from conspectus.compare.roles.vocabulary import OFFICES
from conspectus.compare.words import word_set

EMPTY = word_set(
    """president vice senator sen representative rep congressman congresswoman lawmaker legislator governor gov mr mrs
    ms dr leader member man woman person one name official wife husband son daughter mother brother sister lady friend
    client politician spokesman
    spokeswoman spokesperson"""
)
"""Nouns that by themselves say too little, or what all know."""
SLIGHT = word_set(
    """mr mrs ms dr sir former ex then republican democrat democratic gop independent new current own who whose which
    u.s us american longtime veteran"""
)
"""Words that one outlet adds as a matter of style."""
_MORE = {
    "group": "group organization organisation outfit body association",
    "company": "company firm corporation business",
}
MEANINGS: dict[str, str] = {**OFFICES, **{word: name for name, listed in _MORE.items() for word in listed.split()}}
"""Noun → the sort of office or body it names; nouns of one sort may be two words for one thing."""
GROUPS = word_set(
    """group organization organisation outfit association company firm corporation business tank website site lobby
    charity nonprofit pac institute foundation advocate manufacturer maker retailer chain alliance coalition
    movement band"""
)
"""Nouns that say what a body is, besides those that entities know."""

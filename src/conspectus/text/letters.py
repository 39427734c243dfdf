"""Letters without the marks that one outlet prints and another leaves out."""

import unicodedata

_STRUCK = str.maketrans({
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H", "ı": "i",
    "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss", "þ": "th", "Þ": "Th",
})  # fmt: skip
"""Letters that are no base letter with an accent to Unicode."""


def without_accents(printed: str) -> str:
    """ "São Østby" as "Sao Ostby"."""
    struck = unicodedata.normalize("NFD", printed).translate(_STRUCK)
    return "".join(char for char in struck if not unicodedata.combining(char))

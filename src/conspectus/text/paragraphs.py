"""Where the paragraphs of a text lie."""

import re

_LINE = re.compile(r"[^\n\r\x85\u2028\u2029]+")


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open offsets of the paragraphs of ``text``, trimmed of white space; blank ones are left out."""
    found = []
    for line in _LINE.finditer(text):
        words = line.group().strip()
        if words:
            start = line.start() + line.group().index(words)
            found.append((start, start + len(words)))
    return tuple(found)

"""Text of strangers, made harmless for a terminal or a page without changing its length.

An article may hold escape sequences that repaint a terminal, or marks that turn the direction of
everything after them. For show, each such code point becomes one visible one, so offsets keep.
"""

import re

CONTROL_PICTURES = 0x2400
REPLACEMENT = "\ufffd"
BIDI = "\u202a-\u202e\u2066-\u2069"
"""Embeddings, overrides and isolates: they reach beyond the words they stand in."""

_CONTROLS = re.compile("[\x00-\x1f\x7f]")
_UNSEEN = re.compile(f"[\x80-\x9f{BIDI}\ud800-\udfff]")
_NOT_IN_HTML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_WHITE = re.compile(r"\s+")


def for_terminal(text: str) -> str:
    """Printable text on one line: white space becomes single spaces, controls become visible."""
    line = _WHITE.sub(" ", re.sub("[\x1c-\x1f]", REPLACEMENT, text)).strip()
    line = _CONTROLS.sub(lambda found: _picture(found[0]), line)
    return _UNSEEN.sub(REPLACEMENT, line)


def for_page(text: str) -> str:
    """The same text with what HTML forbids replaced; escaping comes after, white space stays."""
    return _NOT_IN_HTML.sub(REPLACEMENT, text)


def _picture(control: str) -> str:
    code = ord(control)
    return "\u2421" if code == 0x7F else chr(CONTROL_PICTURES + code)

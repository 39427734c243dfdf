"""Bytes → text. Nothing is deleted, newlines are never translated, what cannot be decoded is counted.

A byte order mark decides; then text in UTF-16 or UTF-32 without a mark; then UTF-8. What is not UTF-8 is
Windows-1252 when UTF-8 explains less than half of the bytes beyond ASCII, else UTF-8 with replacements.
"""

import codecs
import re

from conspectus.ingest.draft import Decoded
from conspectus.ingest.wide import wide

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MOSTLY = 0.5
_ODD_BYTES = frozenset(range(32)) - frozenset(b"\t\n\r\f\v\x1b\x1a")
_HIGH = bytes(range(0x80, 0x100))
_CUT = re.compile(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")


def decode(data: bytes) -> Decoded:
    """The text of ``data`` without its byte order mark."""
    encoding, body = marked(data)
    encoding = encoding or unmarked_wide(data)
    if encoding:
        return replacing(body, encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", 0)
    except UnicodeDecodeError:
        return _broken(data)


def marked(data: bytes) -> tuple[str | None, bytes]:
    """The encoding that a byte order mark states, if there is one, and the bytes after the mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    return None, data


def unmarked_wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark. Only bytes that text of one byte a letter does not have are looked at."""
    head = data[:4096]
    return wide(head) if odd_share(head) > 0 else None


def odd_share(data: bytes) -> float:
    """The share (0..1) of NULs and control characters that plain text does not have."""
    return 1 - len(data.translate(None, bytes(_ODD_BYTES))) / max(1, len(data))


def high_bytes(data: bytes) -> int:
    """How many bytes are beyond ASCII."""
    return len(data) - len(data.translate(None, _HIGH))


def replacing(data: bytes, encoding: str) -> Decoded:
    """Decode, with U+FFFD for what cannot be. Such characters of the input itself are no loss and not counted."""
    text = data.decode(encoding, "replace")
    if "\ufffd" not in text:
        return Decoded(text, encoding, 0)
    genuine = data.decode(encoding, "ignore").count("\ufffd")
    return Decoded(text, encoding, text.count("\ufffd") - genuine)


def _broken(data: bytes) -> Decoded:
    """Not UTF-8: whichever of UTF-8 and Windows-1252 explains more of the bytes beyond ASCII."""
    text = replacing(data, "utf-8")
    cut_short = text.replaced == 1 and bool(_CUT.search(data[-4:]))
    if cut_short or text.replaced < _MOSTLY * high_bytes(data):
        return text
    return replacing(data, "cp1252")

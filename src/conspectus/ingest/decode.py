"""Bytes → text. Nothing is deleted, newlines are never translated, what cannot be decoded is counted.

A byte order mark decides; then a pattern of NUL bytes (UTF-16 without a mark); then UTF-8. What is not UTF-8
is Windows-1252 when that explains every byte or most of the odd ones, else UTF-8 with replacements.
"""

import codecs

from conspectus.ingest.draft import Decoded

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NUL_SHARE = 0.3
_MOSTLY = 0.5


def decode(data: bytes) -> Decoded:
    """The text of ``data`` without its byte order mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding)
    wide = _wide(data[:4096])
    if wide:
        return _replacing(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", 0)
    except UnicodeDecodeError:
        return _broken(data)


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is NUL."""
    half = len(head) // 2
    if half < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > _NUL_SHARE * half and even < odd / 10:
        return "utf-16-le"
    if even > _NUL_SHARE * half and odd < even / 10:
        return "utf-16-be"
    return None


def _broken(data: bytes) -> Decoded:
    """Not UTF-8: whichever of UTF-8 and Windows-1252 explains more of the bytes beyond ASCII."""
    text = _replacing(data, "utf-8")
    high = sum(byte >= 0x80 for byte in data)
    if text.replaced < _MOSTLY * high:
        return text
    return _replacing(data, "cp1252")


def _replacing(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    if "\ufffd" not in text:
        return Decoded(text, encoding, 0)
    # U+FFFD may also stand in the input itself: those are no loss.
    genuine = data.count("\ufffd".encode(encoding)) if encoding != "cp1252" else 0
    return Decoded(text, encoding, text.count("\ufffd") - genuine)

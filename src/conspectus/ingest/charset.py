"""The text of a web page: the encoding it declares, as browsers take it, if the page really is in it."""

import re

from conspectus.ingest.decode import decode, marked, replacing, unmarked_wide
from conspectus.ingest.draft import Decoded

_DECLARED = re.compile(rb"""<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
_KNOWN = re.compile(
    r"utf-?8|iso-?8859-?\d{1,2}|latin-?1|us-ascii|windows-125\d|windows-874|cp125\d|koi8-[ru]|shift[_-]jis|euc-(?:jp|kr)"
    r"|iso-2022-jp|gb2312|gbk|gb18030|big5|macintosh"
)
_HEAD = 4096
_AS_CP1252 = re.compile(r"iso-?8859-?1|latin-?1|us-ascii|windows-1252")


def page_text(data: bytes, sent: str | None = None) -> Decoded:
    """The decoded page without its byte order mark; NUL, which no markup may hold, stands as U+FFFD and is counted.

    ``sent`` is the encoding that it was sent as, for a page that declares none.
    """
    found = _decoded(data, sent)
    nuls = found.text.count("\x00")
    if not nuls:
        return found
    return Decoded(found.text.replace("\x00", "\ufffd"), found.encoding, found.replaced + nuls)


def declared(data: bytes) -> str | None:
    """The encoding that a page declares in its head, if it is one that pages are in."""
    found = _DECLARED.search(data[:_HEAD])
    return _known(found[1].decode("ascii", "replace") if found else "")


def _known(name: str) -> str | None:
    return name.lower() if _KNOWN.fullmatch(name.lower()) else None


def _decoded(data: bytes, sent: str | None) -> Decoded:
    name = declared(data) or _known(sent or "")
    if name is None or name.startswith("utf") or marked(data)[0] or unmarked_wide(data):
        return decode(data)
    try:
        # Pages are often in UTF-8 whatever they say; other encodings hardly ever pass for it.
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return replacing(data, "cp1252" if _AS_CP1252.fullmatch(name) else name)
    return Decoded(text, "utf-8", 0) if not text.isascii() else _ascii(data, name)


def _ascii(data: bytes, name: str) -> Decoded:
    """Bytes of ASCII alone say nothing of the encoding, except in those that shift by escapes."""
    return replacing(data, name) if name == "iso-2022-jp" else Decoded(data.decode("ascii"), "utf-8", 0)

"""The body of an archived answer as the page it was (RFC 9112 on chunks, RFC 9110 on codings), whatever it unpacks to.

Some crawlers store bodies unpacked and leave the headers as they came: what is a page already is taken as it stands.
"""

import re
import zlib

_CHUNK = re.compile(rb"([0-9a-fA-F]+)[ \t]*(?:;[^\r\n]*)?\r?\n")
_MARKS = b"\xef\xbb\xbf \t\r\n"


class TooLarge(ValueError):
    """A body unpacks to more than it may."""


class Unreadable(ValueError):
    """A body is not what its headers say; the message says how."""


def unpacked(data: bytes, chunked: bool, codings: str, limit: int, cut: bool) -> bytes:
    """The body without chunks and codings, the outermost first; TooLarge for more than ``limit`` bytes.

    Unreadable for what breaks off, unless it is known to be ``cut``.
    """
    if chunked and _CHUNK.match(data):
        data = _without_chunks(data, cut)
    for coding in reversed([one.strip().lower() for one in codings.split(",")]):
        if data.lstrip(_MARKS)[:1] == b"<":
            break
        if coding in ("gzip", "x-gzip", "deflate"):
            data = _inflated(data, limit, cut)
        elif coding == "br":
            data = _brotli(data, limit)
        elif coding not in ("", "identity", "utf-8"):
            raise Unreadable(f"it is packed in a way that is not known ({coding[:20]})")
    if len(data) > limit:
        raise TooLarge
    return data


def _without_chunks(data: bytes, cut: bool) -> bytes:
    parts: list[bytes] = []
    at = 0
    while head := _CHUNK.match(data, at):
        size, at = int(head[1], 16), head.end()
        if not size:
            return b"".join(parts)
        parts.append(data[at : at + size])
        at += size
        at += 2 if data[at : at + 2] == b"\r\n" else 1
    if not cut:
        raise Unreadable("its chunks break off")
    return b"".join(parts)


def _inflated(data: bytes, limit: int, cut: bool) -> bytes:
    """gzip (of several members too), zlib, or what servers send as "deflate" without zlib's header."""
    parts: list[bytes] = []
    size = 0
    while data:
        packer = zlib.decompressobj(_form(data))
        try:
            parts.append(packer.decompress(data, limit + 1 - size))
        except zlib.error as error:
            raise Unreadable("it is not packed as its headers say") from error
        size += len(parts[-1])
        if size > limit:
            raise TooLarge
        if not packer.eof and not cut:
            raise Unreadable("it breaks off")
        data = packer.unused_data.lstrip(b"\x00") if packer.eof else b""
        if data[:2] != b"\x1f\x8b":
            break
    return b"".join(parts)


def _form(data: bytes) -> int:
    if data[:2] == b"\x1f\x8b":
        return 31
    zlibs = len(data) > 1 and data[0] & 15 == 8 and int.from_bytes(data[:2]) % 31 == 0
    return 15 if zlibs else -15


def _brotli(data: bytes, limit: int) -> bytes:
    import brotli

    packer, size = brotli.Decompressor(), 0
    parts: list[bytes] = []
    try:
        while not packer.is_finished():
            # The limit of one step: what is left over is asked for with nothing more put in.
            part = packer.process(data, output_buffer_limit=limit + 1 - size)
            parts.append(part)
            data, size = b"", size + len(part)
            if size > limit:
                raise TooLarge
            if not part:
                raise Unreadable("it breaks off")
    except brotli.error as error:
        raise Unreadable("it is not packed as its headers say") from error
    return b"".join(parts)

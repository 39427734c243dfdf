"""What an input is, by its first bytes and then by its name; and why it cannot be an article."""

from typing import Literal

from conspectus.ingest.draft import Input
from conspectus.model import Rejection

Format = Literal["text", "html", "json", "jsonl", "pdf", "docx"]

_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00")
_ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_TEXT_NULS = 0.01
_CONTROL_SHARE = 0.05
_HIGH_SHARE = 0.3
_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\r\f\v\x00\x1b\x1a")


def format_of(given: Input) -> Format | Rejection:
    """The format of an input, or the rejection that says what it is instead."""
    head = given.data[:1024]
    if not given.data.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf"):
        return Rejection(given.name, "empty", "the file is empty", "give a file with the article's text")
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zipped(given)
    if head.startswith(_IMAGES) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP"):
        return Rejection(
            given.name, "image", "this is an image", "give the text of the article, or a PDF with a text layer"
        )
    if head.startswith(_ARCHIVES):
        return Rejection(given.name, "archive", "this is an archive", "unpack it and give the files inside")
    if _binary(given.data[:65536]):
        return Rejection(
            given.name, "binary", "this is not text", "give a .txt, .html, .json, .jsonl, .pdf or .docx file"
        )
    if _unknown_letters(given.data[:65536]):
        advice = "save it as UTF-8"
        return Rejection(given.name, "encoding", "this is neither UTF-8 nor Windows-1252 text", advice)
    return _of_text(given.name.lower(), head.lstrip(b"\xef\xbb\xbf \t\r\n"))


def _zipped(given: Input) -> Format | Rejection:
    if b"word/" in given.data:
        return "docx"
    return Rejection(given.name, "archive", "this is a zip archive", "unpack it and give the files inside")


def _binary(data: bytes) -> bool:
    """Control characters where text has none; a few NULs are bad text, many in a row of text are UTF-16."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    even, odd = data[0::2].count(0), data[1::2].count(0)
    half = max(1, len(data) // 2)
    if max(even, odd) > 0.3 * half and min(even, odd) < max(even, odd) / 10:
        return False
    if data.count(0) > _TEXT_NULS * len(data):
        return True
    return sum(byte in _CONTROL for byte in data) > _CONTROL_SHARE * len(data)


def _unknown_letters(data: bytes) -> bool:
    """More bytes beyond ASCII than Western text has, and not UTF-8: another alphabet's encoding, or no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data.count(0) > len(data) / 4:
        return False
    high = sum(byte >= 0x80 for byte in data)
    if high <= _HIGH_SHARE * len(data):
        return False
    # The sample may end inside a character; a few bad bytes are bad text, not another encoding.
    return data.decode("utf-8", "replace").count("\ufffd") > high / 4


def _of_text(name: str, head: bytes) -> Format:
    if name.endswith((".jsonl", ".ndjson")):
        return "jsonl"
    if name.endswith(".json"):
        return "json"
    if name.endswith((".html", ".htm", ".xhtml")):
        return "html"
    if name.endswith((".txt", ".md", ".text")):
        return "text"
    if head[:1] == b"{":
        return "jsonl" if b"}\n{" in head else "json"
    if head[:2] in (b"[{", b"[\n") or head[:3] == b"[ {":
        return "json"
    start = head[:200].lower()
    return "html" if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")) else "text"

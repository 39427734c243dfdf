"""What an input is, by its first bytes and then by its name; and why it cannot be an article."""

import io
import json
import re
import unicodedata
import zipfile
from typing import Literal

from conspectus.ingest.charset import declared
from conspectus.ingest.decode import high_bytes, marked, odd_share, unmarked_wide
from conspectus.ingest.draft import Input
from conspectus.model import Rejection

Format = Literal["text", "html", "json", "jsonl", "pdf", "docx", "feed", "warc", "parquet"]

HEAD = 65536
"""Bytes of an input that its kind is told from."""
_FORMATS = "give a .txt, .html, .json, .jsonl, .pdf or .docx file"
_OWN = "keep results in another folder than articles"
_SAVE = "save it as .docx, PDF or plain text"
_UNPACK = "unpack it and give the files inside"
_IMAGE = "give the text of the article, or a PDF with a text layer"
_SIGNATURES: tuple[tuple[str, str, str, str], ...] = (
    (r"\x89PNG|\xff\xd8\xff|GIF8[79]a|BM.{4}\x00{4}|II\*\x00|MM\x00\*|\x00\x00\x01\x00|RIFF.{4}WEBP|.{4}ftypavif"
     r"|.{4}ftyphei", "image", "this is an image", _IMAGE),
    (r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]", "image", "this is an image",
     _IMAGE),
    (r"\x1f\x8b|7z\xbc\xaf|Rar!\x1a\x07|BZh[1-9]1AY|\xfd7zXZ|\x28\xb5\x2f\xfd|.{257}ustar", "archive",
     "this is an archive", _UNPACK),
    (r"ID3[\x02-\x04]|OggS|fLaC|RIFF.{4}(?:WAVE|AVI )|.{4}ftyp|\x1a\x45\xdf\xa3|\xff[\xfb\xf3]", "media",
     "this is sound or video", "give a transcript as text"),
    (r"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unknown type", "this is a document of the old Word kind", _SAVE),
    (r"\{\\rtf\d", "unknown type", "this is a rich text document (RTF)", _SAVE),
    (r"%!PS", "unknown type", "this is PostScript", "make a PDF of it"),
)  # fmt: skip
_COMPILED = [
    (re.compile(sign.encode("latin-1"), re.DOTALL), code, reason, advice) for sign, code, reason, advice in _SIGNATURES
]
_ZIPPED = (
    ("xl/", "this is a spreadsheet"),
    ("ppt/", "these are slides"),
    ("mimetype", "this is an OpenDocument file or an e-book"),
)
_HTML = re.compile(rb"(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype html|html|head|body)[\s>]", re.DOTALL | re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml\s")
_JSONL = re.compile(rb"\A\s*\{[^\n]*\}[ \t\r]*\n\s*\{")
_TEXT_NULS = 0.1
_CONTROL_SHARE = 0.05
_WIDE_ODD_SHARE = 0.1
_HIGH_SHARE = 0.3
_ENDINGS: dict[str, Format] = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".txt": "text", ".text": "text", ".md": "text", ".pdf": "pdf", ".docx": "docx",
}  # fmt: skip
SUFFIXES = tuple(_ENDINGS)
_RECORDS: dict[str, Format] = {".warc": "warc", ".warc.gz": "warc", ".parquet": "parquet"}
STREAMED = tuple(_RECORDS)
"""Endings of files that are read record by record, however large."""
LINES = (".jsonl", ".ndjson")
"""Endings of files that are read line by line, however large."""
_FEED = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL)


_OURS = (
    (b'{"format":"conspectus-decision/', "these are decisions about a comparison, no article"),
    (b'{"format":"conspectus-', "this is a result of Conspectus, no article"),
    (b'<!doctypehtml><htmllang="en"><head><metacharset="utf-8"><metaname="generator"content="Conspectus"',
     "this is a page that Conspectus made, no article"),
)  # fmt: skip
"""How what Conspectus writes begins, white space apart."""


def format_of(given: Input) -> Format | Rejection:
    """The format of an input, or the rejection that says what it is instead."""
    data, head = given.data, given.data[:HEAD]
    if not marked(data)[1].strip():
        return Rejection(given.name, "empty", "the file is empty", "give a file with the article's text")
    for ending, kind in _RECORDS.items() if given.streamed else ():
        if given.name.lower().endswith(ending):
            return kind
    if _FEED.match(marked(head)[1]):
        return "feed"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zipped(given)
    for sign, code, reason, advice in _COMPILED:
        if sign.match(head):
            return Rejection(given.name, code, reason, advice)
    begin = b"".join(head[:400].split())
    for start, reason in _OURS:
        if begin.startswith(start):
            return Rejection(given.name, "own result", reason, _OWN)
    if _binary(head):
        return Rejection(given.name, "binary", "this is not text", _FORMATS)
    if _unknown_letters(head) and not declared(head):
        return Rejection(given.name, "encoding", "this is neither UTF-8 nor Windows-1252 text", "save it as UTF-8")
    return _of_text(given)


def has_known_ending(name: str) -> bool:
    """Whether the name of a file ends as one of the formats does."""
    return name.lower().endswith((*SUFFIXES, *STREAMED))


def _zipped(given: Input) -> Format | Rejection:
    try:
        names = zipfile.ZipFile(io.BytesIO(given.data)).namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        if given.name.lower().endswith(".docx"):
            return "docx"
        return Rejection(given.name, "archive", "this is a zip archive", _UNPACK)
    if "word/document.xml" in names:
        return "docx"
    for start, what in _ZIPPED:
        if any(name.startswith(start) for name in names):
            return Rejection(given.name, "unknown type", what, _SAVE)
    return Rejection(given.name, "archive", "this is a zip archive", _UNPACK)


def _binary(head: bytes) -> bool:
    """Control characters where text has none; a few NULs are bad text."""
    encoding, body = marked(head)
    if encoding and encoding != "utf-8":
        text = body.decode(encoding, "replace")
        odd = [char for char in text if unicodedata.category(char) in ("Cc", "Cn", "Co", "Cs") or char == "\ufffd"]
        return sum(char not in "\t\n\r" for char in odd) > _WIDE_ODD_SHARE * len(text) + 1
    if unmarked_wide(head):
        return False
    nuls = head.count(0)
    return nuls > _TEXT_NULS * len(head) or odd_share(head.replace(b"\x00", b"")) > _CONTROL_SHARE


def _unknown_letters(head: bytes) -> bool:
    """More bytes beyond ASCII than Western text has, and not UTF-8: another alphabet's encoding, or no text."""
    encoding = marked(head)[0] or unmarked_wide(head)
    high = high_bytes(head)
    if encoding or high <= _HIGH_SHARE * len(head):
        return False
    # The sample may end inside a character; a few bad bytes are bad text, not another encoding.
    return head.decode("utf-8", "replace").count("\ufffd") > high / 4


def _of_text(given: Input) -> Format | Rejection:
    """The ending decides between the formats of text, unless the content says plainly that it errs."""
    head = marked(given.data[:HEAD])[1]
    ending = next((kind for end, kind in _ENDINGS.items() if given.name.lower().endswith(end)), None)
    if ending in ("json", "jsonl", "html"):
        return ending
    if _HTML.match(head):
        return "html"
    if _XML.match(head):
        return Rejection(given.name, "unknown type", "this is XML of an unknown kind", _FORMATS)
    if _JSONL.match(head):
        return "jsonl"
    if head.lstrip()[:1] in (b"{", b"[") and (ending is None or _is_objects(given.data)):
        return "json" if ending or re.match(rb"\s*(?:\{\s*[\"}]|\[\s*[{\]])", head) else "text"
    return "text"


def _is_objects(data: bytes) -> bool:
    """Whether a file of text holds JSON objects after all."""
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))

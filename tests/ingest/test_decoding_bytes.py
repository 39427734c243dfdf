"""Bytes → text: the right letters, nothing deleted, what cannot be decoded counted."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus import ingest
from conspectus.ingest.decode import decode
from conspectus.ingest.wide import wide

ENGLISH = "The bridge at Velmora will close on Monday, the mayor said. “It is old”, she said.\n"
RUSSIAN = "Мост в Вельморе закроют в понедельник, сказал мэр. Жители недовольны.\n"
CHINESE = "市长周一表示，维尔莫拉大桥将关闭一年，居民们对此表示不满。大桥已经很旧了。\n"
JAPANESE = "市長は月曜日に、ヴェルモラ橋を一年間閉鎖すると述べた。住民は不満を示した。\n"
KOREAN = "시장은 월요일에 벨모라 다리를 폐쇄한다고 말했다. 주민들은 불만을 나타냈다.\n"
ARABIC = "قال رئيس البلدية إن الجسر سيغلق يوم الاثنين. السكان غير راضين.\n"
TEXTS = [ENGLISH, RUSSIAN, CHINESE, JAPANESE, KOREAN, ARABIC, "Hi.\n", "Café 🌉 e\u0301\r\nnext line"]
UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]


@pytest.mark.parametrize("encoding", UNICODE)
@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_every_unicode_encoding_with_and_without_its_mark(tmp_path: Path, encoding: str, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (one,) = ingest(tmp_path / "a.txt").articles
    assert (one.body, one.raw.replaced) == (text, 0)


BROKEN = [
    ("one byte too many", b"\xff\xfe" + ENGLISH.encode("utf-16-le") + b"x", "utf-16-le", ENGLISH + "\ufffd", 1),
    ("half a letter at the end", ENGLISH.encode("utf-16-le")[:-1], "utf-16-le", ENGLISH[:-1] + "\ufffd", 1),
    ("lone surrogate", b"\xff\xfea\x00\x00\xd8b\x00", "utf-16-le", "a\ufffdb", 1),
    ("few bad bytes", RUSSIAN.encode() + b"\xff\xfe", "utf-8", RUSSIAN + "\ufffd\ufffd", 2),
    ("cut inside a letter", (ENGLISH + "é").encode()[:-1], "utf-8", ENGLISH + "\ufffd", 1),
    ("U+FFFD of the input", ("äöü\ufffd" + RUSSIAN).encode() + b"\xff", "utf-8", "äöü\ufffd" + RUSSIAN + "\ufffd", 1),
    ("undefined in Windows-1252", b"It\x92s a caf\xe9 \x81 at\x8d", "cp1252", "It’s a café \ufffd at\ufffd", 2),
    ("Windows-1252", "Café “quoted” – 5 €".encode("cp1252"), "cp1252", "Café “quoted” – 5 €", 0),
]  # fmt: skip


@pytest.mark.parametrize(("data", "encoding", "text", "replaced"), [b[1:] for b in BROKEN], ids=[b[0] for b in BROKEN])
def test_what_cannot_be_decoded_is_counted(data: bytes, encoding: str, text: str, replaced: int) -> None:
    found = decode(data)
    assert (found.encoding, found.text, found.replaced) == (encoding, text, replaced)


def test_the_encoding_stands_beside_the_text(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes("It’s an old café, she said, and it closes.".encode("cp1252"))
    (one,) = ingest(tmp_path).articles
    assert (one.raw.encoding, [note.code for note in one.notes]) == ("cp1252", [])


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_are_no_wide_text(seed: int) -> None:
    assert wide(random.Random(seed).randbytes(3000)) is None


@pytest.mark.parametrize("text", ["this app can break", "The bridge will close on Monday, she said. " * 20 + "\x00"])
def test_english_is_never_taken_for_han_characters(text: str) -> None:
    assert (decode(text.encode()).text, decode(text.encode()).encoding) == (text, "utf-8")


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes_can_be_decoded(data: bytes) -> None:
    found = decode(data)
    assert found.text.count("\ufffd") >= found.replaced >= 0

"""An article's words as counted numbers: what grouping compares, a few kB however long the text.

A word is hashed to one of 2^20 numbers (feature hashing, Weinberger et al. 2009), so that what has been seen can be
counted in a table of fixed size. The title counts once in the whole and twice in the opening.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any
from zlib import crc32

WORDS = 1 << 20
_SIGN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_BETWEEN = "“”„«»‘‚‹›—–―…·••\u00a0。、，！？：；「」『』（）،؟"
_ASCII = bytes(at if chr(at).isalnum() or chr(at) == "'" or at > 127 else 32 for at in range(256))
"""Of ASCII, letters, figures and the apostrophe make words."""
_PARAGRAPHS, _OPENING = 5, 1500
_MOST = 65535
_LAST = WORDS - 1

Numbers = Any
"""A numpy array of int64."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Word numbers (ascending) with their counts: of title and text, and of the opening (title and first paragraphs).

    ``text`` is a hash of the body but for its white space: the same for copies under other titles.
    """

    text: int
    whole: Numbers
    whole_counts: Numbers
    opening: Numbers
    opening_counts: Numbers


def words(text: str) -> Counter[bytes]:
    """Words as compared, counted: UTF-8 in small letters, without possessive; Chinese and Japanese sign by sign."""
    text = text.lower().replace("’", "'")
    for sign in _BETWEEN if not text.isascii() else "":
        text = text.replace(sign, " ")
    return Counter(text.encode("utf-8", "replace").translate(_ASCII).split())


def number(word: bytes) -> int:
    """The number of a word, 0 .. WORDS - 1."""
    return crc32(word) & _LAST


def signature(title: str, body: str) -> Signature:
    """Count the words of an article."""
    opening = "\n".join([line for line in body[: 4 * _OPENING].split("\n") if line.strip()][:_PARAGRAPHS])[:_OPENING]
    whole = _numbered(words(f"{title}\n{body}"))
    text = int.from_bytes(blake2b("".join(body.split()).encode("utf-8", "replace"), digest_size=7).digest())
    return Signature(text, *whole, *_numbered(words(f"{title}\n{title}\n{opening}")))


def packed(one: Signature) -> bytes:
    """The signature as bytes; ``unpacked`` gives it back."""
    import numpy as np

    sizes = np.array([one.text, len(one.whole), len(one.opening)], "<u8")
    numbers = np.concatenate([one.whole, one.opening]).astype("<u4")
    counts = np.concatenate([one.whole_counts, one.opening_counts]).astype("<u2")
    return bytes(sizes.tobytes() + numbers.tobytes() + counts.tobytes())


def unpacked(data: bytes) -> Signature:
    """The signature that ``packed`` made these bytes of."""
    import numpy as np

    text, whole, opening = (int(size) for size in np.frombuffer(data, "<u8", 3))
    total = whole + opening
    numbers = np.frombuffer(data, "<u4", total, 24).astype(np.int64)
    counts = np.frombuffer(data, "<u2", total, 24 + 4 * total).astype(np.int64)
    return Signature(text, numbers[:whole], counts[:whole], numbers[whole:], counts[whole:])


def _numbered(found: Counter[bytes]) -> tuple[Numbers, Numbers]:
    import numpy as np

    # Nearly all words are plain ones: only the others are looked at one by one.
    for word in [word for word in found if not word.isalnum()]:
        count = found.pop(word)
        for part in _parts(word):
            found[part] += count
    numbers = np.fromiter(map(crc32, found), np.int64, len(found)) & _LAST
    numbers, where = np.unique(numbers, return_inverse=True)
    counts = np.bincount(where, np.fromiter(found.values(), np.int64, len(found)), len(numbers)).astype(np.int64)
    return numbers, np.minimum(counts, _MOST)


def _parts(word: bytes) -> Sequence[bytes]:
    """A word without quotation marks and possessive; one of signs in its signs; nothing of marks alone."""
    word = word.strip(b"'").removesuffix(b"'s")
    if not word.isascii():
        signs = _SIGN.findall(word.decode("utf-8", "replace"))
        if signs:
            return [sign.encode() for sign in signs]
    return (word,) if word else ()

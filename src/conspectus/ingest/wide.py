"""UTF-16 and UTF-32 without a byte order mark, told from other bytes by what they decode to."""

import unicodedata

_ENCODINGS = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_SAMPLE = 4096
_ASCII = bytes(range(0x20, 0x7F)) + b"\t\n\r"
_MOST_ASCII = 0.75
_COMMON = frozenset(" \n,.!?0123456789eatoinsr。，、！？")
_FEWEST = 3
_TEXT = 0.97
_SCRIPTS = 3
_RARE = 0.05
"""A script with a smaller share of the letters is a name or a foreign word; text has few other scripts."""
_SAME = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "HALFWIDTH": "CJK", "FULLWIDTH": "CJK", "KATAKANA-HIRAGANA": "CJK"}


def wide(data: bytes) -> str | None:
    """The wide encoding in which ``data`` is text in few scripts, or None.

    Other bytes hit unassigned code points, lone surrogates or a medley of scripts when they are taken two or
    four at a time. ASCII does not always (two letters make one Han character), hence the first condition.
    """
    head = data[:_SAMPLE]
    if len(head) - len(head.translate(None, _ASCII)) > _MOST_ASCII * len(head):
        return None
    found = []
    for encoding in _ENCODINGS:
        width = 4 if "32" in encoding else 2
        try:
            text = head[: len(head) // width * width].decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            # Swapped bytes may give Han characters too, but neither spaces nor full stops.
            found.append((sum(char in _COMMON for char in text) / len(text), encoding))
    return max(found)[1] if found else None


def _is_text(text: str) -> bool:
    if len(text) < _FEWEST:
        return False
    fine = sum(char in "\t\n\r" or unicodedata.category(char)[0] in "LMNPSZ" for char in text)
    if fine < _TEXT * len(text):
        return False
    scripts: dict[str, int] = {}
    for char in text:
        if char.isalpha():
            name = unicodedata.name(char, "?").split(" ", 1)[0]
            name = _SAME.get(name, name)
            scripts[name] = scripts.get(name, 0) + 1
    letters = sum(scripts.values())
    return (
        letters > 0
        and len([n for n in scripts.values() if n > _RARE * letters]) <= _SCRIPTS
        and (max(scripts.values()) > letters / 2)
    )

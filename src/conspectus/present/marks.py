"""Quotation marks of ours around an article's words, which may carry marks of their own."""

_PAIRS = (("“", "”"), ("«", "»"), ("‘", "’"), ("„", "“"))


def in_marks(words: str) -> str:
    """``words`` as printed, in marks of ours; where they bring one end of a pair, or both, that end is theirs."""
    if len(words) > 1 and words[0] == '"' and words[-1] == '"' and words.count('"') == 2:
        return words
    if words.count('"') % 2:
        if words.startswith('"'):
            return f'{words}"'
        if words.endswith('"'):
            return f'"{words}'
    for opening, closing in _PAIRS:
        if words.startswith(opening) and words.endswith(closing) and _is_one(words, opening, closing):
            return words
    left_open = words.count("“") - words.count("”")
    if words.startswith("“") and left_open == 1:
        return f"{words}”"
    return f"“{words}" if words.endswith("”") and left_open == -1 else f"“{words}”"


def _is_one(words: str, opening: str, closing: str) -> bool:
    """The first mark is closed by the last, and by none before: not "“yes” and “no”"."""
    depth = 0
    for at, sign in enumerate(words):
        depth += (sign == opening) - (sign == closing)
        if depth == 0:
            return at == len(words) - 1
    return False

"""Direct, mixed or indirect; and the identity of an attribution."""

import hashlib
from collections.abc import Iterable, Sequence

from conspectus.model import Form, Span
from conspectus.read.attributions.ground import OUTSIDE, Ground, Range, is_word


def quoted_words(ground: Ground, content: Iterable[Range]) -> tuple[int, int]:
    """How many words of the content stand inside quotation marks, and how many there are."""
    tokens = [i for start, end in content for i in range(start, end) if is_word(ground.doc[i].text)]
    return sum(ground.inside[i] != OUTSIDE for i in tokens), len(tokens)


def form_of(quoted: int, words: int) -> Form:
    """Direct when all words of the content are quoted, mixed when some are, indirect when none."""
    if not quoted:
        return "indirect"
    return "direct" if quoted == words else "mixed"


def attribution_id(content: Sequence[Span]) -> str:
    """12 hex digits over the content's spans, which name their article."""
    lines = sorted(f"{s.article} {s.part} {s.start} {s.end}" for s in content)
    return hashlib.sha256("\n".join(["attribution", *lines]).encode()).hexdigest()[:12]

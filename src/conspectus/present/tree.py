"""A chain as a small tree: the outermost voice at the top, each voice it relays under it, the words at the foot."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from conspectus.model import Article, Chain, Voice
from conspectus.present.layout import BOLD, COLOURS, DIM, cut, quoted, styled, wrapped
from conspectus.present.safe import for_terminal

if TYPE_CHECKING:
    from rich.text import Text

UNNAMED = "somebody not named"
_TOLD = "was told"


def tree_lines(article: Article, chain: Chain, width: int, indent: str = "  ") -> Iterator["Text"]:
    """One line a voice, then the words; no line wider than ``width`` columns."""
    deeper = indent
    for depth, voice in enumerate(reversed(chain.voices)):
        line = styled(deeper, (cut(source_words(article, voice), 60), BOLD))
        line.append(f"  {cut(cue_words(article, voice), 40)}", COLOURS["differ"])
        line.truncate(width, overflow="ellipsis")
        yield line
        deeper = f"{indent}{'   ' * depth}└─ "
    where = ", ".join(f"{span.part} {span.start}–{span.end}" for span in chain.content)
    words = quoted([article.words(span) for span in chain.content])
    room = styled(deeper, words, (f"   {where}", DIM))
    yield from wrapped(room, width, " " * len(deeper), most=3)


def source_words(article: Article, voice: Voice) -> str:
    """Who, as printed; words of our own where nobody is named."""
    return for_terminal(" … ".join(article.words(span) for span in voice.source)) or UNNAMED


def cue_words(article: Article, voice: Voice) -> str:
    """By which words, as printed; an outlet that was told something has none of its own."""
    return for_terminal(" … ".join(article.words(span) for span in voice.cue)) or _TOLD

"""Page furniture among running text: the lines that a page prints below (or above) many articles.

What captions, bylines and update notes are, their roles tell. A footer has no role: it speaks of newsletters, terms and
cookies, and to the reader. It is looked for from the end of an article backwards, and a paragraph without such words
counts when it stands among ones that have them.
"""

import re
from collections.abc import Sequence

_LAST = 14
"""So many paragraphs from the end a footer may begin."""
_MOST = 0.6
"""Share of a footer's words that stand in paragraphs which sound like one."""
# A string: re compiles it when the first article is looked at, not while the package is imported.
_PAGE = (
    r"(?i)\b(?:newsletters?|subscri(?:be|bers?|ptions?)|unsubscribe|sign(?:ed)? up|(?:log|sign) in|cookies?|copyright"
    r"|all rights reserved|terms (?:of (?:use|service)|and conditions)|privacy policy|follow (?:us|our)"
    r"|click (?:here|on)|advertis(?:e|ers?|ements?|ing)|donat(?:e|ions?)|become a member|membership"
    r"|our (?:app|journalism|readers|editors"
    r"|newsroom|website|site|supporters)|your (?:inbox|e-?mail|browser|device|account|support|comments?)|e-?mail (?:us"
    r"|address|alerts?)|download (?:the|our)|may not be (?:published|copied|reproduced|redistributed)|read more|related"
    r" (?:stories|articles)|most read|share this|report a (?:typo|correction)|contact us|write to (?:us|the))\b"
)
_READER = r"(?i)\b(?:you|your|us|our|we)\b"


def footer(paragraphs: Sequence[str]) -> int:
    """The number of the first paragraph of the footer; how many there are where none is found."""
    start = max(0, len(paragraphs) - _LAST)
    sizes = [len(text.split()) for text in paragraphs]
    sounding = [sounds_like_a_page(text) for text in paragraphs[start:]]
    for at in range(start, len(paragraphs)):
        if not sounding[at - start]:
            continue
        whole = sum(sizes[at:])
        those = sum(size for size, one in zip(sizes[at:], sounding[at - start :], strict=True) if one)
        if those >= _MOST * whole:
            return at
    return len(paragraphs)


def sounds_like_a_page(text: str) -> bool:
    """Two set phrases of pages, or one in words to the reader; nothing quoted."""
    if any(mark in text for mark in '“"«„'):
        return False
    phrases = {found[0].lower() for found in re.finditer(_PAGE, text)}
    return len(phrases) > 1 or (len(phrases) == 1 and len(re.findall(_READER, text)) > 1)

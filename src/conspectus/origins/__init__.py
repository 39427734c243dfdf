"""Where words come from: passages that articles share, and what these say about their derivation.

Needs the articles alone. Whose words a passage is comes first, because two outlets that quote one speech share
text without one of them deriving from the other.
"""

from conspectus.origins.candidates import candidates
from conspectus.origins.credits import credits_of
from conspectus.origins.derivation import derivation
from conspectus.origins.direction import direction, related
from conspectus.origins.passages import passages
from conspectus.origins.texts import Text, text_of
from conspectus.origins.words import Words, words_of

__all__ = [
    "Text", "Words", "candidates", "credits_of", "derivation", "direction", "passages", "related", "text_of",
    "words_of",
]  # fmt: skip

"""Where words come from: passages that articles share, and what these say about their derivation.

Needs the articles alone. Whose words a passage is comes first, because two outlets that quote one speech share
text without one of them deriving from the other.
"""

from conspectus.origins.candidates import candidates
from conspectus.origins.derivation import derivation
from conspectus.origins.passages import passages
from conspectus.origins.words import Words, words_of

__all__ = ["Words", "candidates", "derivation", "passages", "words_of"]

"""What was read before: paragraphs that forty outlets print of one story are parsed, and looked at, once.

A paragraph's parse does not depend on what is parsed beside it, nor does what the networks find in a window of words
on where it stands: remembering them changes what reading costs, and nothing else.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

PARAGRAPHS, WINDOWS = 600, 400
"""So many parsed paragraphs and windows are remembered, those used last: forty near-copies', and 20 MB."""


class Known:
    """What the models that it is kept with have found. None of it is ever changed, so that articles may share it."""

    def __init__(self, paragraphs: int = PARAGRAPHS, windows: int = WINDOWS) -> None:
        self._room = paragraphs, windows
        self._docs: OrderedDict[str, Doc] = OrderedDict()
        self._found: OrderedDict[Hashable, Any] = OrderedDict()

    def docs(self, nlp: "Pipeline", texts: Sequence[str]) -> "list[Doc]":
        """The parses of ``texts`` in order; those not known are parsed in one batch."""
        found = {text: self._docs.get(text) for text in texts}
        new = [text for text, doc in found.items() if doc is None]
        made = dict(zip(new, nlp.pipe(new), strict=True))
        made |= {text: doc for text, doc in found.items() if doc is not None}
        for text, doc in made.items():
            _keep(self._docs, text, doc, self._room[0])
        return [made[text] for text in texts]

    def found[T](self, window: Hashable, look: Callable[[], T]) -> T:
        """What ``look`` finds in a window: it is called for one that is not known."""
        found: T = self._found[window] if window in self._found else look()
        _keep(self._found, window, found, self._room[1])
        return found


def _keep(held: OrderedDict[Any, Any], key: Hashable, value: object, room: int) -> None:
    """Remember as the last one used, and forget the first where there is no room."""
    held[key] = value
    held.move_to_end(key)
    if len(held) > room:
        held.popitem(last=False)

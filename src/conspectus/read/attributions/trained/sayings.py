"""An article's attributions as the networks find them, in spans of the article."""

from collections.abc import Iterator, Sequence
from functools import partial

from conspectus.model import Article, Quotation, Span
from conspectus.read.attributions.draft import Parts
from conspectus.read.attributions.trained.decode import Found, attributions
from conspectus.read.attributions.trained.network import Network
from conspectus.read.attributions.trained.windows import Window, windows
from conspectus.read.known import Known


def sayings(article: Article, quotations: Sequence[Quotation], network: Network, known: Known) -> Iterator[Parts]:
    """What the networks find, window by window; in one that is ``known`` they need not look again."""
    outer = [quotation for quotation in quotations if not quotation.depth]
    for window in windows(article, outer, network.vocabulary):
        for found in known.found(_anywhere(window), partial(_found, network, window)):
            yield _in_spans(found, window)


def _anywhere(window: Window) -> tuple[tuple[object, ...], ...]:
    """The window as the networks see it: the same words at another place, or in another article, are the same."""
    return tuple((slot.pieces, slot.feature, slot.paragraph, slot.span is None) for slot in window)


def _found(network: Network, window: Window) -> tuple[Found, ...]:
    """What the networks find in a window, in slots of it."""
    scores, layout = network.scores(window)
    return tuple(attributions(scores, layout, network.settings))


def _in_spans(found: Found, window: Window) -> Parts:
    source = _spans(*found.source, window) if found.source else ()
    content = tuple(span for piece in found.content for span in _spans(*piece, window))
    return Parts(source, _spans(*found.cue, window), content)


def _spans(first: int, end: int, window: Window) -> tuple[Span, ...]:
    """Slots [first, end) as spans: one, or two where they run from the title into the body."""
    parts: list[Span] = []
    for slot in window[first:end]:
        if slot.span is None:
            continue
        if parts and parts[-1].part == slot.span.part:
            parts[-1] = Span(slot.span.article, slot.span.part, parts[-1].start, slot.span.end)
        else:
            parts.append(slot.span)
    return tuple(parts)

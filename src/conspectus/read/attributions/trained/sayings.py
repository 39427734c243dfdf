"""An article's attributions as the networks find them, in spans of the article."""

from collections.abc import Iterator, Sequence

from conspectus.model import Article, Quotation, Span
from conspectus.read.attributions.draft import Parts
from conspectus.read.attributions.trained.decode import Found, attributions
from conspectus.read.attributions.trained.network import Network
from conspectus.read.attributions.trained.windows import Window, windows


def sayings(article: Article, quotations: Sequence[Quotation], network: Network) -> Iterator[Parts]:
    """What the networks find, window by window."""
    outer = [quotation for quotation in quotations if not quotation.depth]
    for window in windows(article, outer, network.vocabulary):
        scores, layout = network.scores(window)
        for found in attributions(scores, layout, network.settings):
            yield _in_spans(found, window)


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

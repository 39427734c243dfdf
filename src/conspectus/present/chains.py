"""A chain on one line: A › Foreign Ministry › Wang Yi; relays bold, implied names dotted, unnamed sources italic."""

from collections.abc import Sequence
from html import escape

from conspectus.model import Chain, Reading, Span, Speaker, Voice
from conspectus.present.layout import cut
from conspectus.present.safe import for_page

UNNAMED = "not named"
LONGEST = 60
_PLAIN = ("person", "body", "outlet", "document")


def chain_html(reading: Reading, chain: Chain, named: str = "") -> str:
    """The voices from the article inward, without its siglum; ``named`` stands for the innermost where it is given."""
    shown = [_voice(reading, voice) for voice in reversed(chain.voices)]
    if named:
        shown[-1] = f"<span><bdi>{escape(for_page(cut(named, LONGEST)), quote=True)}</bdi></span>"
    # The arrows between them are drawn by the style sheet, which also gives them a spoken word.
    return " ".join([*(f"<b>{one}</b>" for one in shown[:-1]), shown[-1]])


def around(reading: Reading, spans: Sequence[Span]) -> Chain | None:
    """The shortest chain whose words hold these spans."""
    holding = [c for c in reading.chains if all(any(one.contains(s) for one in c.content) for s in spans)]
    return min(holding, key=lambda chain: (sum(map(len, chain.content)), chain.id), default=None)


def _voice(reading: Reading, voice: Voice) -> str:
    printed = " … ".join(reading.article.words(span) for span in voice.source)
    if not printed:
        return f"<em>{UNNAMED}</em>"
    speaker = next((one for one in reading.speakers if one.source == voice.source), None)
    words = escape(for_page(cut(printed, LONGEST)), quote=True)
    if speaker is None or speaker.kind not in _PLAIN:
        return f"<em><bdi>{words}</bdi></em>"
    return f"<span><bdi>{words}</bdi></span>{_implied(reading, speaker, printed)}"


def _implied(reading: Reading, speaker: Speaker, printed: str) -> str:
    """The name that the article gives elsewhere, where the source itself does not say it."""
    name = max((reading.article.words(span) for span in speaker.names), key=len, default="")
    last = name.split()[-1] if name.split() else ""
    if not last or last.lower() in printed.lower():
        return ""
    return f' <bdi class="im">{escape(for_page(cut(name, LONGEST)), quote=True)}</bdi>'

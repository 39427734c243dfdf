"""Who said what, on the page: a row a voice, its cells how many sayings each article has from it, and its shares."""

from collections import Counter
from collections.abc import Iterator, Sequence

from conspectus.model import Chain, Circumstances, Comparison, Reading
from conspectus.present.aside import Aside, aside_html, text
from conspectus.present.bars import key, swatch
from conspectus.present.chains import chain_html
from conspectus.present.heard import Row, rows, sayings
from conspectus.present.layout import cut
from conspectus.present.outline import Outline
from conspectus.present.wording import number

HEADING = "Who said what, through whom"
SAYS = "The number of sayings each article has from a voice, and through whom they came."
FOLD = 8
LONGEST = 110
"""Characters of a saying in the list; the article beside it has the rest."""
CHAINS = 6
"""Different ways that lead to one voice which are shown before the rest is counted."""


def said_rows(comparison: Comparison) -> tuple[Aside, ...]:
    """A row for each voice that is credited with words."""
    return tuple(_row(comparison, n, row) for n, row in enumerate(rows(comparison), 1) if _chains(row))


def _chains(row: Row) -> int:
    return sum(len(told.chains) for told in row.voice.told)


def _row(comparison: Comparison, place: int, row: Row) -> Aside:
    counts = {told.article: len(told.chains) for told in row.voice.told}
    cells = tuple(str(counts[one.id]) if counts.get(one.id) else "–" for one in comparison.articles)
    words, ways, spans = [], [], []
    for told, reading, chains in sayings(comparison, row.voice):
        ways += list(_ways(comparison.siglum(told.article), row, reading, chains))
        for chain in chains:
            spans.append((comparison.siglum(told.article), chain.content[0]))
            words.append(_saying(reading, chain))
    more = f"<small>and {number(len(ways) - CHAINS, 'more way')}</small>" if len(ways) > CHAINS else ""
    return Aside("said", f"V{place}", row.title, "", cells, "".join(ways[:CHAINS]) + more, tuple(spans), tuple(words))


def _ways(siglum: str, row: Row, reading: Reading, chains: tuple[Chain, ...]) -> Iterator[str]:
    """Each way by which the words reached the article, equal ones counted; a voice with a name goes by it."""
    named = row.title if row.label else ""
    for way, times in Counter(chain_html(reading, chain, named) for chain in chains).items():
        counted = f" <small>× {times}</small>" if times > 1 else ""
        yield f'<span class="chn"><i class="sg">{siglum}</i> {way}{counted}</span>'


def _saying(reading: Reading, chain: Chain) -> str:
    """The words, cut, and what the article says of channel, occasion, addressee and time."""
    words = " … ".join(reading.article.words(span) for span in chain.content)
    own = next((one for one in reading.circumstances if one.attribution == chain.voices[0].attribution), None)
    told = f" <small>{text(', '.join(_circumstances(reading, own)))}</small>" if own else ""
    return f"<bdi>{text(cut(words, LONGEST))}</bdi>{told}"


def _circumstances(reading: Reading, own: Circumstances) -> Iterator[str]:
    for span in (own.channel, own.occasion, own.addressee, own.time):
        if span is not None:
            yield cut(reading.article.words(span), 60)


def said_html(comparison: Comparison, laid: Outline, found: Sequence[Aside]) -> Iterator[str]:
    """The section's rows, the rest folded, then the shares as a table."""
    yield from aside_html(laid, found, FOLD, "voices")
    yield from _shares(comparison, laid)


def _shares(comparison: Comparison, laid: Outline) -> Iterator[str]:
    drawn = key(comparison)
    yield '<div class="shares"><table>'
    yield "<caption>Share of each article’s words by the voice that says them first</caption>"
    yield '<thead><tr><th scope="col"><span class="vh">Voice</span></th>'
    yield from (f'<th scope="col">{siglum}</th>' for siglum in laid.sigla)
    yield "</tr></thead><tbody>"
    for row, pattern in zip(rows(comparison), drawn.patterns, strict=True):
        yield f'<tr><th scope="row" dir="auto">{swatch(pattern)}{text(cut(row.title, 80))}</th>'
        yield "".join(f"<td>{text(cell)}</td>" for cell in row.cells)
        yield "</tr>"
    yield "</tbody></table></div>"

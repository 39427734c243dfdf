"""Whose words fill each article, from first to last: one bar an article, patterned by the voice that says them first.

The bars are decoration with a text twin, the shares under "Who said what". A word belongs to the innermost voice of
the shortest chain around it, as in ``compare/heard.py``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from conspectus.model import Article, Comparison, Heard, Reading
from conspectus.present.outline import Outline
from conspectus.present.safe import for_page
from conspectus.present.wording import outlet

NAMED = 5
"""Voices with a pattern of their own: the five that say most."""
OTHERS, NAMELESS, OWN = "v6", "v7", "v0"
GAP = 3
"""Characters between two stretches of one voice that are drawn as one: marks and spaces."""
LENGTH = 1000

_PATTERNS = (
    '<pattern id="v1" width="4" height="4" patternUnits="userSpaceOnUse"><path class="ink" d="M0 0h4v4H0z"/></pattern>',
    '<pattern id="v2" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="skewX(-40)">'
    '<path class="own" d="M0 0h8v8H0z"/><path class="ink" d="M0 0h5v8H0z"/></pattern>',
    '<pattern id="v3" width="6" height="4" patternUnits="userSpaceOnUse">'
    '<path class="own" d="M0 0h6v4H0z"/><path class="ink" d="M0 0h2.4v4H0z"/></pattern>',
    '<pattern id="v4" width="4" height="4" patternUnits="userSpaceOnUse"><path class="mid" d="M0 0h4v4H0z"/></pattern>',
    '<pattern id="v5" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="skewX(40)">'
    '<path class="own" d="M0 0h8v8H0z"/><path class="mid" d="M0 0h3v8H0z"/></pattern>',
    '<pattern id="v6" width="9" height="5" patternUnits="userSpaceOnUse">'
    '<path class="own" d="M0 0h9v5H0z"/><path class="mid" d="M0 0h9v1.6H0z"/></pattern>',
    '<pattern id="v7" width="7" height="4" patternUnits="userSpaceOnUse">'
    '<path class="own" d="M0 0h7v4H0z"/><path class="mid" d="M1 1h3.4v2H1z"/></pattern>',
)


@dataclass(frozen=True, slots=True)
class Key:
    """The pattern of each voice (by its place in ``comparison.heard``) and what the legend says of each pattern."""

    patterns: tuple[str, ...]
    legend: tuple[tuple[str, str], ...]


def key(comparison: Comparison) -> Key:
    """Patterns for the voices that say most; the rest share one, and so do those without a name."""
    named = [n for n, voice in enumerate(comparison.heard) if voice.name]
    most = sorted(named, key=lambda n: (-sum(told.words for told in comparison.heard[n].told), n))[:NAMED]
    patterns = tuple(_pattern(n, voice, most) for n, voice in enumerate(comparison.heard))
    says = {f"v{place}": comparison.heard[n].name for place, n in enumerate(most, 1)}
    says |= {OTHERS: "others who are named", NAMELESS: "not named", OWN: "the article’s own words"}
    used = {*patterns, OWN}
    return Key(patterns, tuple((name, text) for name, text in says.items() if name in used))


def _pattern(place: int, voice: Heard, most: Sequence[int]) -> str:
    if place in most:
        return f"v{most.index(place) + 1}"
    return OTHERS if voice.name else OWN if voice.kind == "author" else NAMELESS


def stretches(comparison: Comparison, reading: Reading, patterns: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Pattern, start and end (code points of the body) of every stretch that is not the article's own."""
    chains = {chain.id: chain for chain in reading.chains}
    painted = [OWN] * len(reading.article.body)
    said = [
        (chains[name], patterns[n])
        for n, voice in enumerate(comparison.heard)
        for told in voice.told
        if told.article == reading.article.id
        for name in told.chains
    ]
    for chain, pattern in sorted(said, key=lambda one: (-sum(map(len, one[0].content)), one[0].id)):
        for span in chain.content:
            if span.part == "body":
                painted[span.start : span.end] = [pattern] * len(span)
    runs: list[tuple[str, int, int]] = []
    place = 0
    for pattern, run in groupby(painted):
        end = place + sum(1 for _ in run)
        if pattern != OWN:
            near = runs and runs[-1][0] == pattern and place - runs[-1][2] <= GAP
            start = runs.pop()[1] if near else place
            runs.append((pattern, start, end))
        place = end
    yield from runs


def bars_html(comparison: Comparison, laid: Outline) -> Iterator[str]:
    """The figure: siglum, outlet and bar of each article, and the legend; without voices the outlets alone."""
    drawn = key(comparison)
    heard = any(pattern != OWN for pattern in drawn.patterns)
    says = "Whose words fill each article, from first to last" if heard else "The articles"
    yield f'<figure class="voices"><figcaption>{says}</figcaption>'
    if heard:
        yield f'<svg class="vh" aria-hidden="true" width="0" height="0"><defs>{"".join(_PATTERNS)}</defs></svg>'
    for siglum, reading in zip(laid.sigla, comparison.readings, strict=True):
        name = escape(for_page(outlet(reading.article)), quote=True)
        yield f'<div class="vrow"><a class="sg" href="#article-{siglum}">{siglum}</a> '
        yield f'<span class="out" dir="auto">{name}</span>'
        if heard:
            yield _bar(siglum, reading.article, list(stretches(comparison, reading, drawn.patterns)))
        yield "</div>"
    if heard:
        yield '<p class="leg">'
        yield from (f'<span dir="auto">{swatch(name)}{escape(for_page(text))}</span> ' for name, text in drawn.legend)
        yield "</p>"
    yield "</figure>"


def swatch(pattern: str) -> str:
    """A small field with a pattern, for legend and table."""
    fill = f' fill="url(#{pattern})"' if pattern != OWN else ' class="own"'
    return f'<svg class="sw" viewBox="0 0 24 10" aria-hidden="true"><path d="M0 0h24v10H0z"{fill}/></svg>'


def _bar(siglum: str, article: Article, runs: Sequence[tuple[str, int, int]]) -> str:
    """One bar; the script goes from a click to the words at that place."""
    drawn: dict[str, str] = {}
    size = max(len(article.body), 1)
    for pattern, start, end in runs:
        x, width = round(start * LENGTH / size), max(round((end - start) * LENGTH / size), 2)
        drawn[pattern] = f"{drawn.get(pattern, '')}M{x} 0h{width}v14h-{width}z"
    paths = "".join(f'<path fill="url(#{pattern})" d="{path}"/>' for pattern, path in sorted(drawn.items()))
    return (
        f'<a class="bar" href="#article-{siglum}" tabindex="-1" aria-hidden="true">'
        f'<svg viewBox="0 0 {LENGTH} 14" preserveAspectRatio="none">{paths}</svg></a>'
    )

"""The origin graph on the page: which articles have their text from which, why, and the longest words they share."""

from collections.abc import Iterator
from html import escape

from conspectus.model import Comparison, Derivation, Origin
from conspectus.present.layout import cut
from conspectus.present.safe import for_page
from conspectus.present.wording import number

HEADING = "Which articles share text"
FOLD = 12
"""Pairs shown before the rest is folded into their number."""
LONGEST = 220


def sharing_html(comparison: Comparison) -> Iterator[str]:
    """A list under the origins; nothing where no article shares text and none is another's copy."""
    graph = comparison.origins
    whole = [one for one in graph.origins if any(drawn.all for drawn in one.drawn)]
    pairs = [found for found in graph.derivations if found.derived]
    if not whole and not pairs:
        return
    yield f'<p class="lv"><b>{HEADING}</b> <small>{len(pairs):,}</small></p><ul class="plain share">'
    yield from (f"<li>{_whole(comparison, one)}</li>" for one in whole)
    yield from (f"<li>{''.join(_pair(comparison, found))}</li>" for found in pairs[:FOLD])
    yield "</ul>"
    if len(pairs) > FOLD:
        yield f'<details class="more"><summary>and {number(len(pairs) - FOLD, "more pair")}</summary>'
        yield '<ul class="plain share">'
        yield from (f"<li>{''.join(_pair(comparison, found))}</li>" for found in pairs[FOLD:])
        yield "</ul></details>"


def _text(words: str) -> str:
    return escape(for_page(words), quote=True)


def _whole(comparison: Comparison, origin: Origin) -> str:
    sigla = "".join(_siglum(comparison, drawn.article) for drawn in origin.drawn if drawn.all)
    about = "as a person says" if origin.basis == "person" else "as credited"
    return f"{sigla} is the text of <bdi>{_text(origin.name or 'another')}</bdi> <small>{about}</small>"


def _pair(comparison: Comparison, found: Derivation) -> Iterator[str]:
    one, other, way = found.one, found.other, found.direction.way if found.direction else "cannot tell"
    if way == "other from one":
        one, other = other, one
    joined = "from" if way in ("one from other", "other from one") else "and"
    yield f"{_siglum(comparison, one)} {joined} {_siglum(comparison, other)} <b>{found.label}</b>"
    if found.direction and found.direction.origin:
        yield f", both from <bdi>{_text(found.direction.origin)}</bdi>"
    if way == "cannot tell":
        yield ", nobody can tell which from which"
    yield f" <small>{max(found.shares):.0%} of the one’s own words</small>"
    grounds = [ground.says for ground in found.direction.grounds if ground.way == way] if found.direction else []
    yield f"<br>{_text(' '.join(grounds))}" if grounds else ""
    if found.passages:
        longest = max(found.passages, key=lambda passage: passage.length).one
        article = next(article for article in comparison.articles if article.id == longest.article)
        yield f"<blockquote>“{_text(cut(article.words(longest), LONGEST))}”</blockquote>"


def _siglum(comparison: Comparison, article: str) -> str:
    siglum = comparison.siglum(article)
    return f'<a class="sg" href="#article-{siglum}">{siglum}</a>'

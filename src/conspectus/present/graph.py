"""The origin graph for the terminal: which articles derive from which and why, and what whole articles come from."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from conspectus.model import Comparison, Derivation, Origin
from conspectus.present.layout import BOLD, DIM, styled, wrapped
from conspectus.present.safe import for_terminal
from conspectus.present.wording import number

if TYPE_CHECKING:
    from rich.text import Text

HEADING = "Which articles share text"
FOLD = 12
"""Pairs shown before the rest is folded into their number."""


def graph_lines(comparison: Comparison, width: int) -> Iterator[list["Text"]]:
    """The section, or nothing where no article shares text and none is another's copy."""
    graph = comparison.origins
    whole = [one for one in graph.origins if any(drawn.all for drawn in one.drawn)]
    pairs = [found for found in graph.derivations if found.derived]
    spoken = [found for found in graph.derivations if found.label == "quotes only"]
    if not whole and not pairs:
        return
    says = number(len(pairs), "pair") + (
        f"; {number(len(spoken), 'more pair')} with quoted words alone" if spoken else ""
    )
    yield [styled(), styled(("⎇ ", BOLD), (HEADING, BOLD), (f"  {says}", DIM))]
    for one in whole:
        yield list(_whole(comparison, one, width))
    for found in pairs[:FOLD]:
        yield list(_pair(comparison, found, width))
    if len(pairs) > FOLD:
        yield [styled(" " * 4, (f"and {number(len(pairs) - FOLD, 'more pair')}", DIM))]


def _whole(comparison: Comparison, origin: Origin, width: int) -> Iterator["Text"]:
    sigla = " ".join(sorted(comparison.siglum(drawn.article) for drawn in origin.drawn if drawn.all))
    about = "as a person says" if origin.basis == "person" else "as credited"
    yield from wrapped(
        styled("    ", (sigla, BOLD), f"  {for_terminal(origin.name or '')}  ", (about, DIM)), width, "      "
    )


def _pair(comparison: Comparison, found: Derivation, width: int) -> Iterator["Text"]:
    """One pair: what it is, which way, the grounds that decide it."""
    one, other = (comparison.siglum(article) for article in (found.one, found.other))
    direction = found.direction
    way = direction.way if direction else "cannot tell"
    if way == "other from one":
        one, other = other, one
    joined = "from" if way in ("one from other", "other from one") else "and"
    third = f", both from {for_terminal(direction.origin)}" if direction and direction.origin else ""
    unsure = ", nobody can tell which from which" if way == "cannot tell" else ""
    share = f"{max(found.shares):.0%} of the one’s own words"
    line = styled("    ", (f"{one} {joined} {other}", BOLD), f"  {found.label}{third}{unsure}  ", (share, DIM))
    yield from wrapped(line, width, "      ")
    grounds = [ground.says for ground in direction.grounds if ground.way == way] if direction else []
    if grounds:
        yield from wrapped(styled(" " * 6, (for_terminal(" ".join(grounds)), DIM)), width, " " * 6, most=2)

"""``conspectus explain``: the evidence of one finding of a comparison that was written as JSON."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.cli.reviewing import say_refused
from conspectus.cli.speaking import DONE, EXIT_CODES
from conspectus.cli.streams import show_text, width
from conspectus.errors import InputError, OptionError

if TYPE_CHECKING:
    from rich.text import Text

    from conspectus.model import Comparison

EPILOG = f"""\b
Examples:
  conspectus compare articles/ --json story.json
  conspectus explain story.json D1
  conspectus explain story.json 9044b925f9e6

{EXIT_CODES}"""


@click.command(epilog=EPILOG, short_help="Print the evidence of one finding of a comparison.")
@click.argument("comparison", metavar="COMPARISON.json")
@click.argument("finding")
def explain(comparison: str, finding: str) -> int:
    """Print the whole evidence of one finding of a comparison, the file that compare --json wrote (- for standard
    input): the words in their sentences, the values, what fired, how sure it is, which versions, what people decided.

    FINDING is its label (D1, AG2, V1 for a voice), its id or the beginning of one. Nothing is read or compared anew.
    """
    from conspectus.review import beside, decided, load
    from conspectus.review.subject import subject
    from conspectus.store.records import comparison_from_json

    data = sys.stdin.buffer.read() if comparison == "-" else None
    subject(comparison, data)
    try:
        held = comparison_from_json(Path(comparison).read_bytes() if data is None else data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError("is a damaged comparison", comparison, "give what compare --json wrote") from error
    path = beside(comparison)
    if comparison != "-" and path.exists():
        found = load(path)
        say_refused(str(path), found)
        held = decided(held, found.decisions)
    show_text(evidence(held, finding, finding, f"see the labels in {comparison}"))
    return DONE


def evidence(comparison: "Comparison", finding: str, given: str, advice: str) -> "Text":
    """The evidence of a finding or voice; OptionError, with what was ``given`` and ``advice``, for none or several."""
    from conspectus.present.evidence import evidence_text

    found = evidence_text(comparison, finding, width())
    if found is None:
        raise OptionError("no single finding or voice has this label or id", given, advice)
    return found

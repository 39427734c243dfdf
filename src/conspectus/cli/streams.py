"""Where results go: files, standard output; and the progress on standard error."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from conspectus.cli.speaking import PIPE_CLOSED
from conspectus.errors import OutputError

if TYPE_CHECKING:
    from rich.text import Text


@dataclass(frozen=True, slots=True)
class Output:
    """Where results go: paths, ``-`` for standard output, None for not wanted."""

    html: str | None = None
    json: str | None = None
    rejections: str | None = None

    @property
    def files(self) -> list[str]:
        return [path for path in (self.html, self.json, self.rejections) if path and path != "-"]

    def check(self, inputs: Sequence[str]) -> None:
        """Refuse at once what would be refused after the work, or would destroy an input."""
        from conspectus.present.write import check_target

        named = [path for path in (self.html, self.json, self.rejections) if path]
        if len(named) > len(set(named)):
            raise click.UsageError(f"two results cannot both go to {next(p for p in named if named.count(p) > 1)}")
        for path in self.files:
            check_target(path)
        self.spare(inputs)

    def spare(self, inputs: Sequence[str]) -> None:
        """Refuse to write over an input, whatever path leads to it; "file:7" is a line of an input file."""
        taken = {os.path.realpath(path) for name in inputs for path in (name, name.rpartition(":")[0]) if path}
        for path in self.files:
            if os.path.isfile(path) and os.path.realpath(path) in taken:
                raise click.UsageError(f"{path} is one of the inputs; give the result another name")

    @property
    def takes_stdout(self) -> bool:
        return "-" in (self.html, self.json, self.rejections)


def width() -> int:
    """Columns to fill: those of the terminal up to 100, or 100 where the output is no terminal."""
    from conspectus.present.layout import NARROWEST, WIDTH

    return max(min(get_terminal_size((WIDTH, 24)).columns, WIDTH), NARROWEST) if sys.stdout.isatty() else WIDTH


def show_text(text: "Text") -> None:
    """Styled text on a terminal, plain text elsewhere."""
    import io

    from rich.console import Console

    held = io.StringIO()
    terminal = sys.stdout.isatty()
    console = Console(
        file=held, width=width(), force_terminal=terminal, no_color=not terminal or "NO_COLOR" in os.environ,
        highlight=False, markup=False, emoji=False, soft_wrap=True,
    )  # fmt: skip
    console.print(text)
    _out(held.getvalue().encode(sys.stdout.encoding or "utf-8", "replace"))


def put(path: str, data: bytes) -> None:
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

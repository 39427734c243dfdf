"""How the command line ends: exit codes, and one line for every error, never a traceback."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

import click

from conspectus.errors import ConspectusError, OptionError

if TYPE_CHECKING:
    from conspectus.run import Died

DONE, NOTHING, USAGE, SOME_REJECTED, INTERRUPTED, PIPE_CLOSED, TERMINATED = 0, 1, 2, 3, 130, 141, 143

EXIT_CODES = """\b
Exit codes:
  0    done
  1    nothing could be done: no comparison or reading, or a result could not be written
  2    the command was not understood
  3    done, but some inputs were rejected; each has its line on standard error
  130  interrupted (Ctrl-C); no half-written file is left
  141  whatever read standard output went away
  143  terminated; no half-written file is left
"""


class Speaking(click.Group):
    """A command group that turns every error into one line on standard error and an exit code."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        kwargs["standalone_mode"] = False
        try:
            with _terminable():
                code = super().main(*args, **kwargs)
            code = code if isinstance(code, int) else DONE
        except click.exceptions.Exit as left:
            code = left.exit_code
        except click.Abort:
            code = say("interrupted; nothing was left half written", INTERRUPTED)
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except ConspectusError as error:
            code = say(str(error), USAGE if isinstance(error, OptionError) else NOTHING)
        except Exception as error:
            if os.environ.get("CONSPECTUS_DEBUG"):
                raise
            what = " ".join(f"{type(error).__name__}: {error}".split())
            code = say(f"unexpected error ({what[:300]}); run again with CONSPECTUS_DEBUG=1 to see where", NOTHING)
        sys.exit(code)


def say(line: str, code: int) -> int:
    """One line on standard error, safe for a terminal."""
    from conspectus.present.safe import for_terminal

    click.echo(f"conspectus: {for_terminal(line)}", err=True)
    return code


def say_death(died: "Died") -> None:
    """A process that ended while it worked, and what comes of that."""
    rows = ", ".join(died.rows[:3]) + (f" and {len(died.rows) - 3} more" if len(died.rows) > 3 else "")
    next_ = "set aside" if died.aside else "tried again" if len(died.rows) == 1 else "tried again, each alone"
    say(f"a process ended ({died.how}) in batch {died.batch + 1}, on {rows}: {next_}", DONE)


@contextmanager
def _terminable() -> Iterator[None]:
    """Let SIGTERM unwind like Ctrl-C does, so that a file being written is cleaned up."""

    def leave(_number: int, _frame: FrameType | None) -> None:
        sys.exit(TERMINATED)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)

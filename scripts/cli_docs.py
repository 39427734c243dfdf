"""Write the help texts of the commands into docs/cli.md, between its markers.

    python scripts/cli_docs.py

A test compares the page with the commands, so that neither can drift.
"""

import re
from pathlib import Path

from click.testing import CliRunner

from conspectus.cli import main

PAGE = Path(__file__).parent.parent / "docs" / "cli.md"
BLOCK = re.compile(r"(<!-- help: (.*?) -->\n```text\n)(.*?)(```\n)", re.DOTALL)


def filled(page: str) -> str:
    """The page with every help text as the command prints it in 100 columns."""
    return BLOCK.sub(lambda found: found[1] + help_text(found[2].split()[1:]) + found[4], page)


def help_text(command: list[str]) -> str:
    done = CliRunner().invoke(main, [*command, "--help"], prog_name="conspectus", terminal_width=100)
    return done.output


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8")), encoding="utf-8")

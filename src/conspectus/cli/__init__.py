"""The command line: parse, call the four verbs, print. Everything heavy is imported when a command runs."""

from conspectus.cli.commands import main

__all__ = ["main"]

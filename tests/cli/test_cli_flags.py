"""Flags, help and documentation come from one source each."""

import dataclasses
import runpy
import subprocess
import sys
from pathlib import Path

import click
import pytest

from conspectus.cli import main
from conspectus.cli.flags import chosen
from conspectus.options import CompareOptions, IngestOptions, ReadOptions

ROOT = Path(__file__).parent.parent.parent
VERBS = {
    "compare": (IngestOptions, ReadOptions, CompareOptions),
    "read": (IngestOptions, ReadOptions),
}
FIELDS = [
    (verb, field) for verb, records in VERBS.items() for record in records for field in dataclasses.fields(record)
]


def parameters(verb: str) -> dict[str | None, click.Parameter]:
    return {parameter.name: parameter for parameter in main.commands[verb].params}


def context_of(verb: str, arguments: list[str]) -> click.Context:
    # As the group makes it: click remembers the first help option it made for a command.
    return main.commands[verb].make_context(verb, arguments, help_option_names=["-h", "--help"])


@pytest.mark.parametrize(("verb", "field"), FIELDS, ids=lambda one: getattr(one, "name", one))
def test_every_field_of_the_options_has_its_flag(verb: str, field: dataclasses.Field) -> None:
    option = parameters(verb)[field.name]
    assert isinstance(option, click.Option)
    assert option.opts == [f"--{field.name.replace('_', '-')}"]
    assert option.help == field.metadata["help"]


@pytest.mark.parametrize("verb", VERBS)
def test_without_flags_the_options_are_the_defaults(verb: str) -> None:
    with context_of(verb, ["a.txt"]) as context:
        for record in VERBS[verb]:
            assert chosen(record, context.params) == record()


def test_flags_reach_the_options() -> None:
    given = ["a.txt", "--outlet", "X", "--outlet", "Y", "--max-bytes", "9", "--align-threshold", "0.25"]
    with context_of("compare", given) as context:
        assert chosen(IngestOptions, context.params) == IngestOptions(outlet=("X", "Y"), max_bytes=9)
        assert chosen(CompareOptions, context.params).align_threshold == 0.25


def test_the_documentation_prints_the_help_as_it_is() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    filled = runpy.run_path(str(ROOT / "scripts" / "cli_docs.py"))["filled"]
    assert page.count("<!-- help:") == 1 + len(main.commands)
    assert filled(page) == page, "run python scripts/cli_docs.py"


@pytest.mark.parametrize("words", ["Examples:", "Exit codes:", "130", "nothing is sent anywhere"])
def test_help_has_examples_and_exit_codes(call, words: str) -> None:
    assert words in call("--help").output


def test_help_loads_little() -> None:
    """How long it takes is measured in benchmarks; what would make it long is seen here."""
    code = "import sys; sys.argv = ['conspectus', '--help']\nfrom conspectus.cli import main\n"
    code += "try:\n main()\nexcept SystemExit: pass\n"
    code += "own = [name for name in sys.modules if name.startswith('conspectus')]\n"
    code += "print(len(sys.modules) - len(own), len(own), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "Usage: conspectus" in done.stdout
    others, own = map(int, done.stderr.split())
    assert others < 180
    assert own < 300

"""Flags out of the options records: one for each field, with its name, type, default and help."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import click


def flags(*records: type) -> Callable[[Any], Any]:
    """One click option for each field of the options records: name, type, default and help come from the field."""

    def add(command: Any) -> Any:
        for record in reversed(records):
            for field in reversed(fields(record)):
                command = click.option(f"--{field.name.replace('_', '-')}", field.name, **_declared(field))(command)
        return command

    return add


def _declared(field: Any) -> dict[str, Any]:
    kind: Any = {int: click.IntRange(min=1), float: click.FloatRange(0, field.metadata.get("most", 1))}.get(
        field.type, str
    )
    several = field.type == tuple[str, ...]
    shown = not several and field.default is not None
    return {
        "type": kind, "multiple": several, "default": field.default, "show_default": shown,
        "help": field.metadata["help"],
    }  # fmt: skip


def chosen[Record](record: Callable[..., Record], given: dict[str, Any]) -> Record:
    """The options record that the flags of a command line make."""
    return record(**{field.name: given[field.name] for field in fields(record)})  # type: ignore[arg-type]

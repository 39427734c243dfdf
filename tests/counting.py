"""What a piece of work costs in steps of Python, the same on every machine, however busy it is."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType

_TOOL = 4
"""A tool number that neither debuggers, coverage nor profilers take."""


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python run and how often loops turn while ``work`` does; work inside C is not counted."""
    count = 0

    def step(code: CodeType, place: int, goal: int = 0) -> None:
        nonlocal count
        count += 1

    events = sys.monitoring.events
    with _watching(events.LINE | events.JUMP):
        sys.monitoring.register_callback(_TOOL, events.LINE, step)
        sys.monitoring.register_callback(_TOOL, events.JUMP, step)
        work()
    return count


@contextmanager
def _watching(events: int) -> Iterator[None]:
    sys.monitoring.use_tool_id(_TOOL, "steps")
    try:
        sys.monitoring.set_events(_TOOL, events)
        yield
    finally:
        sys.monitoring.set_events(_TOOL, 0)
        sys.monitoring.free_tool_id(_TOOL)

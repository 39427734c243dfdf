"""One machine: batches through this process, or through several that are watched over.

A process that dies is replaced and told, and so is one that hangs, which is ended. The rows of its batch are tried
again, each alone, so that the one which ends its process is known; after ``tries`` deaths of its own it is set aside
with why, and everything else goes on. Batches come out in the order given, whatever happened to them.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from multiprocessing import connection, get_all_start_methods, get_context
from time import monotonic
from typing import TYPE_CHECKING, Any

from conspectus.errors import RunError
from conspectus.options import RunOptions
from conspectus.run import worker

if TYPE_CHECKING:
    from pyarrow import RecordBatch

Step = Callable[["RecordBatch"], "RecordBatch"]
"""A pure function. What it makes of a row must not depend on the other rows of its batch."""
_AHEAD = 3
"""So many batches a process may be taken in before the earliest is done: what bounds memory."""
_LOADING = 600
"""Seconds that a process has at least for loading what its work needs."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done, in terms that another process understands: functions of modules, and options.

    ``make(options)`` loads what is needed, once a process, and gives the step. ``named`` is the column that names a
    row. ``aside(row, why)`` makes the answer for a row that cannot be answered: one row, in the schema of the step.
    """

    make: Callable[[Any], Step]
    options: Any
    named: str
    aside: Callable[["RecordBatch", str], "RecordBatch"]


@dataclass(frozen=True, slots=True)
class Died:
    """A process that ended while it worked: on which batch (from 0), with which rows, how, and if one row: how often.

    ``tries`` is 0 for a batch of several, whose rows are now tried one by one. ``aside``: it was the row's last time.
    """

    batch: int
    rows: tuple[str, ...]
    how: str
    tries: int
    aside: bool


@dataclass(frozen=True, slots=True)
class _Task:
    """``row`` is the place in its batch of a row that is tried alone, None for a whole batch."""

    batch: int
    rows: "RecordBatch"
    row: int | None = None
    tries: int = 0


@dataclass(slots=True, eq=False)
class _Worker:
    process: Any
    pipe: connection.Connection
    since: float
    ready: bool = False
    task: _Task | None = None


@dataclass(slots=True)
class _Crew:
    """The processes, and what is to be done again before anything new."""

    work: Work
    options: RunOptions
    tries: int
    told: Callable[[Died], None]
    workers: list[_Worker] = field(default_factory=list)
    again: deque[_Task] = field(default_factory=deque)
    whole: dict[int, "RecordBatch"] = field(default_factory=dict)
    apart: dict[int, list["RecordBatch | None"]] = field(default_factory=dict)
    stillborn: int = 0

    def start(self) -> None:
        context = _context()
        ours, theirs = context.Pipe()
        process = context.Process(target=worker.answer, args=(self.work, theirs), daemon=True)
        process.start()
        theirs.close()  # so that the pipe ends when the process does
        self.workers.append(_Worker(process, ours, monotonic()))

    def give(self) -> bool:
        """Hand the first task to a process that is free. False where none is; one more is started if there may be."""
        for one in [one for one in self.workers if one.ready and one.task is None]:
            try:
                one.pipe.send(worker.packed(self.again[0].rows))
            except OSError:
                self.lost(one)  # it ended while it had nothing to do
                continue
            one.task, one.since = self.again.popleft(), monotonic()
            return True
        if len(self.workers) < self.options.processes and sum(not one.ready for one in self.workers) < len(self.again):
            self.start()
        return False

    def listen(self) -> None:
        """Wait for an answer, a death or the end of patience, and take note of it."""
        busy = [one for one in self.workers if one.task or not one.ready]
        latest = min(map(self._latest, busy))
        for pipe in connection.wait([one.pipe for one in busy], max(0.0, latest - monotonic())):
            one = next(one for one in self.workers if one.pipe is pipe)
            try:
                said, what = one.pipe.recv()
            except (EOFError, OSError):
                self.lost(one)
                continue
            if said == worker.UNFIT:
                raise what
            if said == worker.READY:
                one.ready = True
                continue
            task, one.task, self.stillborn = one.task, None, 0
            assert task is not None
            if said == worker.DONE:
                self.take(task, worker.unpacked(what))
            elif task.rows.num_rows > 1:
                self.part(task)
            else:
                self.take(task, self.work.aside(task.rows, f"is beyond what can be done ({what.decode()})"))

        now = monotonic()
        for one in [one for one in self.workers if (one.task or not one.ready) and now > self._latest(one)]:
            one.process.kill()
            self.lost(one, f"no answer in {now - one.since:.0f} s")

    def _latest(self, one: _Worker) -> float:
        """Until when a process may work on what it has."""
        return one.since + (self.options.patience if one.ready else max(self.options.patience, _LOADING))

    def lost(self, one: _Worker, why: str | None = None) -> None:
        """A process has ended: let go of it, and see to its task."""
        one.pipe.close()
        one.process.join()
        self.workers.remove(one)
        how = why or _how(one.process.exitcode)
        if one.task is not None:
            self.killed(one.task, how)
            return
        self.stillborn += 1
        if self.stillborn >= self.tries:
            advice = "use fewer processes; a script of your own that starts them needs: if __name__ == '__main__'"
            raise RunError(f"processes end before they can work ({how})", "", advice)

    def killed(self, task: _Task, how: str) -> None:
        names = tuple(map(str, task.rows.column(self.work.named).to_pylist()))
        several = len(names) > 1
        tries = 0 if several else task.tries + 1
        aside = tries >= self.tries
        self.told(Died(task.batch, names, how, tries, aside))
        if several:
            self.part(task)
        elif aside:
            self.take(task, self.work.aside(task.rows, f"ended its process {tries} times ({how})"))
        else:
            self.again.append(replace(task, tries=tries))

    def part(self, task: _Task) -> None:
        """From now on each row of the batch stands alone."""
        self.apart[task.batch] = [None] * task.rows.num_rows
        self.again.extend(_Task(task.batch, task.rows.slice(at, 1), at) for at in range(task.rows.num_rows))

    def take(self, task: _Task, answer: "RecordBatch") -> None:
        if task.row is None:
            self.whole[task.batch] = answer
            return
        held = self.apart[task.batch]
        held[task.row] = answer
        if all(one is not None for one in held):
            self.whole[task.batch] = _together([one for one in self.apart.pop(task.batch) if one is not None])

    def dismiss(self) -> None:
        for one in self.workers:
            one.pipe.close()
            one.process.terminate()
        for one in self.workers:
            one.process.join()


def carried_out(
    work: Work,
    batches: Iterable["RecordBatch"],
    options: RunOptions = RunOptions(),
    told: Callable[[Died], None] = lambda _: None,
    tries: int = 3,
) -> Iterator["RecordBatch"]:
    """The step's answer to each batch, in their order. RunError where processes cannot be started at all.

    With one process the step runs in this one, where nothing can be set aside that kills it or hangs. With several,
    ``told`` hears of each death. What ``make`` raises in a process is raised here.
    """
    if options.processes == 1:
        yield from map(work.make(work.options), batches)
        return
    crew = _Crew(work, options, tries, told)
    try:
        yield from _watched(crew, (_Task(number, rows) for number, rows in enumerate(batches)))
    finally:
        crew.dismiss()


def _watched(crew: _Crew, tasks: Iterator[_Task]) -> Iterator["RecordBatch"]:
    due, taken, ended = 0, 0, False
    processes = crew.options.processes
    while True:
        while not ended and len(crew.again) < processes and taken - due < _AHEAD * processes:
            task = next(tasks, None)
            if task is None:
                ended = True
            else:
                crew.again.append(task)
                taken += 1
        if crew.again and crew.give():
            continue
        if ended and due == taken:
            return
        crew.listen()
        while due in crew.whole:
            yield crew.whole.pop(due)
            due += 1


def _context() -> Any:
    """How processes come to be: never as a copy of this one, which would take along the locks of its threads."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    # Loaded once for all processes; pandas where it is installed, since pyarrow then looks into it.
    context.set_forkserver_preload(["conspectus.run.steps", "pyarrow", "pandas"])
    return context


def _together(rows: list["RecordBatch"]) -> "RecordBatch":
    import pyarrow

    whole = pyarrow.Table.from_batches(rows).combine_chunks()
    return whole.to_batches()[0] if whole.num_rows else rows[0]


def _how(code: int | None) -> str:
    """How a process ended, by its exit code."""
    import signal

    if code is None or code >= 0:
        return f"exit code {code}"
    try:
        return f"killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"killed by signal {-code}"

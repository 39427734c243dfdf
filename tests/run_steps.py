"""Steps for the tests of processes: they count letters, and die or stay where a row says so. Found by other processes."""

import os
import signal
import time
from typing import Any

import pyarrow

from conspectus.run import Work

SCHEMA = pyarrow.schema([("name", pyarrow.string()), ("told", pyarrow.string())])


def batch(*names: str) -> pyarrow.RecordBatch:
    return pyarrow.RecordBatch.from_pylist(
        [{"name": name} for name in names], pyarrow.schema([("name", pyarrow.string())])
    )


def letters(folder: str) -> Any:
    """``deadly`` kills its process, ``broken`` raises, ``asleep`` never answers, ``slow`` waits for whoever kills it, the first time."""

    def step(given: pyarrow.RecordBatch) -> pyarrow.RecordBatch:
        rows = []
        for name in given.column("name").to_pylist():
            if name == "deadly":
                os.kill(os.getpid(), signal.SIGKILL)
            if name == "broken":
                raise ValueError("no letters")
            if name == "asleep":
                time.sleep(600)
            if name == "slow" and not os.path.exists(f"{folder}/slow"):
                with open(f"{folder}/part", "w") as file:
                    file.write(str(os.getpid()))
                os.rename(f"{folder}/part", f"{folder}/slow")
                time.sleep(60)
            rows.append({"name": name, "told": f"{len(name)} letters"})
        return pyarrow.RecordBatch.from_pylist(rows, SCHEMA)

    return step


def unfit(folder: str) -> Any:
    from conspectus.errors import ModelError

    raise ModelError("no model here", folder, "install it")


def stillborn(folder: str) -> Any:
    os._exit(9)


def aside(row: pyarrow.RecordBatch, why: str) -> pyarrow.RecordBatch:
    return pyarrow.RecordBatch.from_pylist([{"name": row.column("name")[0].as_py(), "told": why}], SCHEMA)


def work(folder: object, make: Any = letters) -> Work:
    return Work(make, str(folder), "name", aside)


def sparing(options: Any) -> Any:
    """Readings with nothing in them; an article with 212 in its title kills who reads it."""
    from conspectus.model import Reading
    from conspectus.run.tables import READINGS, row_article, strings, table
    from conspectus.store.records import to_json

    def step(given: pyarrow.RecordBatch) -> pyarrow.RecordBatch:
        articles = [row_article(row) for row in given.to_pylist()]
        if any("212" in one.title for one in articles):
            os.kill(os.getpid(), signal.SIGKILL)
        return table([{"id": one.id, "reading": to_json(Reading(one))} for one in articles], strings(READINGS))

    return step

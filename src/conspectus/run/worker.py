"""What a working process does: load what its work needs, then answer batch after batch until the pipe closes."""

import signal
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyarrow import RecordBatch

    from conspectus.run.local import Work

READY, DONE, BROKEN, UNFIT = "ready", "done", "broken", "unfit"


def answer(work: "Work", pipe: Connection) -> None:
    """``READY`` once everything is loaded (``UNFIT`` with the error if it cannot be); then for each batch ``DONE`` with
    one, or ``BROKEN`` with why. What kills the process is for its parent to see."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interruption ends
    try:
        step = work.make(work.options)
    except Exception as error:
        pipe.send((UNFIT, error))
        return
    pipe.send((READY, None))
    while True:
        try:
            given = unpacked(pipe.recv())
        except EOFError:
            return
        try:
            answered = (DONE, packed(step(given)))
        except Exception as error:
            answered = (BROKEN, f"{type(error).__name__}: {error}".encode("utf-8", "replace"))
        pipe.send(answered)


def packed(batch: "RecordBatch") -> bytes:
    """A record batch as an Arrow IPC stream."""
    import pyarrow

    sink = pyarrow.BufferOutputStream()
    with pyarrow.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    return bytes(sink.getvalue())


def unpacked(data: bytes) -> "RecordBatch":
    """The record batch that ``packed`` made these bytes of."""
    import pyarrow

    return pyarrow.ipc.open_stream(data).read_next_batch()

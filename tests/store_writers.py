"""Run as a program of its own by tests: it has one thread, and so may copy itself to be killed or kept from its space.

store_writers.py killed PATH     add to a library in a copy that is killed, twenty times; after each time tell how
                                 many articles it had told, how many there are, and what is wrong with the library
store_writers.py full PATH       add with files that may not grow, and tell the error
"""

import json
import os
import resource
import signal
import sys

from store_articles import NOW, ferry

from conspectus.errors import LibraryError
from conspectus.store import opened
from conspectus.store.adding import add
from conspectus.store.checking import verify
from conspectus.store.finding import articles


def killed(path: str) -> None:
    for round_ in range(20):
        reads, writes = os.pipe()
        child = os.fork()
        if not child:
            _adding(path, writes)
            os._exit(0)
        os.close(writes)
        with os.fdopen(reads) as heard:
            told = [int(heard.readline()) for _ in range(2 + round_ % 3)]
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            # What it told before it was killed; of its last line perhaps a part.
            told += [int(line) for line in heard.read().splitlines(keepends=True) if line.endswith("\n")]
        with opened(path) as library:
            sys.stdout.write(json.dumps([told[-1], len(list(articles(library))), verify(library)]) + "\n")


def _adding(path: str, writes: int) -> None:
    with opened(path) as library:
        given = (ferry(n) for n in range(100_000))
        add(library, given, NOW, batch=3, told=lambda one: os.write(writes, f"{one.articles + one.known}\n".encode()))


def full(path: str) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (250_000, 250_000))
    try:
        with opened(path, create=True) as library:
            add(library, [ferry(n) for n in range(200)], NOW, batch=20)
    except LibraryError as error:
        sys.stdout.write(str(error))


if __name__ == "__main__":
    {"killed": killed, "full": full}[sys.argv[1]](sys.argv[2])

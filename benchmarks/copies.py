#!/usr/bin/env python3
"""What forty copies of one story cost, as a ratio to reading one: the words of a copy are read and compared once.

    python benchmarks/copies.py FILE [--copies 40] [--rounds 3]

Two ratios: for copies that are the same word for word (budget 2), and, for the sake of knowing, what the comparison of
copies costs whose first line differs, their reading not counted. The median of the rounds.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from conspectus import compare, ingest, load_models, read


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--copies", type=int, default=40)
    arguments.add_argument("--rounds", type=int, default=3)
    given = arguments.parse_args()
    models = load_models()
    (article,) = ingest(str(given.file)).articles
    copies = [replace(article, raw=replace(article.raw, name=f"copy-{n}.txt")) for n in range(given.copies)]
    read(article, models)

    def same() -> None:
        once = read(article, models)
        compare([replace(once, article=copy) for copy in copies])

    alone = statistics.median(cpu(lambda: read(article, models)) for _ in range(given.rounds))
    forty = statistics.median(cpu(same) for _ in range(given.rounds))
    print(f"{given.copies} copies, word for word: {forty / alone:.2f} x reading one (budget 2)")
    with TemporaryDirectory() as folder:
        for n in range(given.copies):
            Path(folder, f"{n:03}.txt").write_text(f"Copy {n} of the desk\n\n{article.body}", encoding="utf-8")
        readings = [read(one, models) for one in ingest(folder).articles]
    spent = cpu(lambda: compare(readings))
    print(f"{given.copies} copies, first line apart: comparing them {spent / alone:.2f} x reading one")


if __name__ == "__main__":
    main()

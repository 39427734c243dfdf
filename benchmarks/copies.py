#!/usr/bin/env python3
"""What forty copies of one story cost, as a ratio to reading one: what they share is read and compared once.

    python benchmarks/copies.py FILE [--copies 40] [--rounds 3]

For copies that are the same word for word (budget 2), and for copies that differ in a line each: the first line, a
credit line at the end, one paragraph cut. Of these, reading and comparing are told apart. The median of the rounds.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from conspectus import Article, Comparison, Models, Reading, compare, ingest, load_models, read
from conspectus.read.known import Known


def cpu[T](work: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    done = work()
    return time.process_time() - start, done


def afresh(article: Article, models: Models) -> Reading:
    """Read with nothing remembered."""
    return read(article, replace(models, known=Known()))


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
        once = afresh(article, models)
        compare([replace(once, article=copy) for copy in copies])

    alone = statistics.median(cpu(lambda: afresh(article, models))[0] for _ in range(given.rounds))
    forty = statistics.median(cpu(same)[0] for _ in range(given.rounds))
    print(f"{given.copies} copies, word for word: {forty / alone:.2f} x reading one (budget 2)")
    for name, bodies in near(article, given.copies).items():
        with TemporaryDirectory() as folder:
            for n, body in enumerate(bodies):
                Path(folder, f"{n:03}.txt").write_text(body, encoding="utf-8")
            others = ingest(folder).articles
        told, readings = cpu(reading_of(others, replace(models, known=Known())))
        compared, _ = cpu(comparing(readings))
        print(f"{given.copies} copies, {name}: reading {told / alone:.2f} x, comparing {compared / alone:.2f} x")


def reading_of(articles: Sequence[Article], models: Models) -> Callable[[], list[Reading]]:
    return lambda: [read(one, models) for one in articles]


def comparing(readings: Sequence[Reading]) -> Callable[[], Comparison]:
    return lambda: compare(readings)


def near(article: Article, count: int) -> dict[str, list[str]]:
    """Bodies that differ from an article's in one line each."""
    told = [article.words(block.span) for block in article.blocks]
    return {
        "first line apart": ["\n\n".join([f"Copy {n} of the desk", *told]) for n in range(count)],
        "credit line apart": ["\n\n".join([*told, f"Reporting by desk {n} in town."]) for n in range(count)],
        "one paragraph cut": ["\n\n".join(told[: n % len(told)] + told[n % len(told) + 1 :]) for n in range(count)],
    }


if __name__ == "__main__":
    main()

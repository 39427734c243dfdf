#!/usr/bin/env python3
"""What reading costs, as a ratio to the parser's own time: same paragraphs, same components, one thread, one run.

    python benchmarks/reading.py FILE… [--rounds 5]

The ratio of all reading to ``nlp.pipe`` alone (the median of the rounds), and that of each stage in one more round.
Budgets: the attribution networks may cost 1.5 times the parser, the parse and all other stages together 1.5; times and
amounts together 0.15, places 0.05 (the gazetteer, which is loaded once, not counted).
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from conspectus import Models, Reading, ingest, load_models
from conspectus.model import Article
from conspectus.read import READERS, read
from conspectus.read.known import Known
from conspectus.read.parse import parse
from conspectus.text.view import view


def fresh(models: Models) -> Models:
    """The models with nothing remembered of what they read."""
    return replace(models, known=Known())


def cpu_seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def parser_alone(articles: tuple[Article, ...], models: Models) -> None:
    for article in articles:
        texts = [view(article.part(b.span.part), b.span.start, b.span.end).text for b in article.blocks]
        for _ in models.nlp.pipe([article.title, *texts] if article.title else texts):
            pass


def stages(articles: tuple[Article, ...], models: Models) -> dict[str, float]:
    """CPU seconds of each reader, the parse not counted."""
    spent = dict.fromkeys((reader.name for reader in READERS), 0.0)
    for article in articles:
        own = fresh(models)
        parsed, reading = parse(article, own), Reading(article)
        for reader in READERS:
            start = time.process_time()
            found = reader.run(article, parsed, reading, own)
            spent[reader.name] += time.process_time() - start
            reading = replace(reading, **{reader.provides: found})  # type: ignore[arg-type]
    return spent


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", nargs="+")
    arguments.add_argument("--rounds", type=int, default=5)
    given = arguments.parse_args()
    articles = ingest(*given.file).articles
    if not articles:
        print("no article could be read", file=sys.stderr)
        return 1
    models = load_models()
    parser_alone(articles, models)
    ratios = []
    for _ in range(given.rounds):
        base = cpu_seconds(lambda: parser_alone(articles, models))
        ratios.append(cpu_seconds(lambda: [read(article, fresh(models)) for article in articles]) / base)
    words = sum(len(article.body.split()) for article in articles)
    print(f"{len(articles)} articles, {words} words; parser alone {words / base:.0f} words a CPU second")
    low, middle, high = min(ratios), statistics.median(ratios), max(ratios)
    print(f"reading / parser alone: median {middle:.2f}  (min {low:.2f}, max {high:.2f})")
    stages(articles, models)
    spent = {name: seconds / base for name, seconds in stages(articles, models).items()}
    for name, ratio in spent.items():
        print(f"  {name:15} {ratio:.3f}")
    print(f"  attributions {spent['attributions']:.2f} of 1.5; the rest {middle - spent['attributions']:.2f} of 1.5")
    print(f"  times and amounts {spent['times'] + spent['amounts']:.3f} of 0.15; places {spent['places']:.3f} of 0.05")
    return 0


if __name__ == "__main__":
    sys.exit(main())

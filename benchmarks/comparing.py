#!/usr/bin/env python3
"""What comparing costs as a story grows: CPU for a pair of articles in stories of 3, 10, 20 and 40, and peak memory.

    python benchmarks/comparing.py [--profile] [STORY ...]

A STORY is a folder of articles on one event: it is read and compared, and both are given as multiples of its parse.
Further articles are made up with a fixed seed: each tells 24 of 70 facts in one of two wordings. Budgets: a pair of
articles costs no more in a story of 40 than 1.5 times what it costs in one of 10; reading and comparing three costs at
most 4 times their parse; 1.5 GB. ``--profile`` lists where a story of 20 spends its time.
"""

import argparse
import cProfile
import gc
import pstats
import random
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

from conspectus import Models, compare, ingest, load_models, read
from conspectus.model import Article, Fact, Language, Raw, article_id
from conspectus.read.known import Known
from conspectus.read.parse import parse
from conspectus.text.blocks import blocks

SEED, FACTS, TOLD, SIZES = 7, 70, 24, (3, 10, 20, 40)
NOBODY = Fact(None, "nobody", "made up")
PEOPLE = ("Ilse Varga", "Dana Orlu", "Tove Lindqvist", "Bram Oduya", "Odile Marchetti", "Jarek Wolny", "Mira Castellan")
PLACES = ("Port Hessel", "Aldmark", "Velden", "Saint Odile", "Corrin", "Lower Tarn", "Eastwick Bay")
ACTS = (
    ("closed the {n} bridges of {p}", "shut {n} bridges in {p}"),
    ("said the harbour of {p} lost {n} boats", "told reporters that {n} boats were lost in {p}"),
    ("promised {n} new houses to families in {p}", "pledged to build {n} houses for the families of {p}"),
    ("counted {n} broken windows at the school in {p}", "found {n} windows broken at a school of {p}"),
    ("will visit {p} with {n} engineers", "is to travel to {p} with {n} engineers"),
    ("denied that the mill of {p} dismissed {n} workers", "rejected a report that {n} workers in {p} lost their jobs"),
)  # fmt: skip


def facts(chance: random.Random) -> list[tuple[str, str]]:
    every = [(who, where, act) for who, where, act in product(PEOPLE, PLACES, ACTS)]
    found = []
    for who, where, act in chance.sample(every, FACTS):
        number, day = chance.randint(3, 90), chance.choice(("Monday", "Tuesday", "Friday"))
        one, other = (wording.format(n=number, p=where) for wording in act)
        found.append((f"{who} {one} on {day}.", f"On {day}, {who} {other}."))
    return found


def article(number: int, told: list[str]) -> Article:
    body = "\n\n".join(" ".join(told[at : at + 3]) for at in range(0, len(told), 3))
    raw = Raw(f"{number}.txt", b"", "", "text/plain", "utf-8", 0, "none", "1")
    own = article_id("", body)
    language = Language("en", 1.0, "made up")
    return Article(own, "", body, blocks(own, body, ""), NOBODY, NOBODY, NOBODY, (), language, raw)


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def measured(articles: Sequence[Article], models: Models) -> tuple[float, float, float]:
    """CPU seconds of the parse, of reading and of comparing; reading holds a parse of its own."""
    parsing = cpu(lambda: [parse(one, replace(models, known=Known())) for one in articles])
    reading = cpu(lambda: [read(one, replace(models, known=Known())) for one in articles])
    readings = [read(one, models) for one in articles]
    return parsing, reading, cpu(partial(compare, readings))


def told(name: str, costs: Sequence[float]) -> None:
    parsing, reading, comparing = costs
    together = (reading + comparing) / parsing
    print(
        f"{name}: reading {reading / parsing:.2f} x, comparing {comparing / parsing:.2f} x, {together:.2f} x the parse"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--profile", action="store_true")
    options.add_argument("stories", metavar="STORY", nargs="*")
    given = options.parse_args()
    chance = random.Random(SEED)  # noqa: S311 (the same words every time)
    known = facts(chance)
    articles = [article(n, [chance.choice(f) for f in chance.sample(known, TOLD)]) for n in range(max(SIZES))]
    models = load_models()
    gc.freeze()  # as the command does (cli/models.py)
    read(articles[0], models)
    compare([read(one, models) for one in articles[:2]])
    every = []
    for folder in given.stories:
        every.append(measured(ingest(folder).articles, models))
        told(Path(folder).name, every[-1])
    if every:
        told(f"all {len(every)}", [sum(costs) for costs in zip(*every, strict=True)])
    told("three made up (budget 4)", measured(articles[:3], models))
    readings = [read(one, models) for one in articles]
    costs = {}
    for size in SIZES:
        spent = cpu(partial(compare, readings[:size]))
        costs[size] = spent / (size * (size - 1) / 2)
        print(f"{size:3} articles: {spent:6.1f} CPU s, {1000 * costs[size]:6.1f} ms a pair of articles")
    print(f"a pair in 40 costs {costs[40] / costs[10]:.2f} x one in 10 (budget 1.5)")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB (budget 1.5)")
    if given.profile:
        profile = cProfile.Profile()
        profile.runcall(compare, readings[:20])
        pstats.Stats(profile).sort_stats("cumulative").print_stats(45)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""What grouping, adding and searching cost, as ratios.

    python benchmarks/library.py [--articles N] [--jsonl ARTICLES.jsonl] [--search N] [--memory N]

Made-up articles with a fixed seed: 40 a day, in stories of three. Grouping is shown in articles a CPU second (budget
500 from text to stories) and as the cost of ten times the articles (budget 12 times); adding beside a bare insert of
the same texts with a full-text index; search (the 95th percentile of 200 searches) beside the bare FTS5 query. With
``--search`` only that is measured, over so many short articles (budget 50 ms over 100,000; they take minutes to make);
with ``--memory`` what grouping holds at its peak beside the articles and the stories, for so many and for ten times.
"""

import argparse
import datetime
import itertools
import json
import random
import sqlite3
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from conspectus import GroupOptions, group
from conspectus.model import Article, Fact, Language, Raw, article_id
from conspectus.store import Library, opened
from conspectus.store.adding import add
from conspectus.store.finding import search
from conspectus.store.grouping import regroup

SEED, A_DAY, WORDS, SHORT = 7, 40, 300, 40
NOBODY = Fact(None, "nobody", "made up")


def article(title: str, body: str, day: str | None) -> Article:
    published = Fact(day, "person", "made up") if day else NOBODY
    raw = Raw("-", body.encode(), "", "text/plain", "utf-8", 0, "none", "1")
    english = Language("en", 1.0, "made up")
    return Article(article_id(title, body), title, body, (), NOBODY, published, NOBODY, (), english, raw)


def made_up(number: int, length: int = WORDS) -> Iterator[Article]:
    """Stories of three in a stock of words of which few are common, as in any language; 60 words over ``length``."""
    chance = random.Random(SEED)  # noqa: S311 (the same words every time)
    stock = ["".join(chance.choices("aeiourstlnmkdp", k=chance.randint(3, 9))) for _ in range(30_000)]
    weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(stock))))
    own: list[str] = []
    for n in range(number):
        if n % 3 == 0:
            own = chance.choices(stock[2000:], k=40)
        words = chance.choices(stock, cum_weights=weights, k=length) + chance.choices(own, k=60)
        chance.shuffle(words)
        day = (datetime.date(2031, 1, 1) + datetime.timedelta(days=n // A_DAY)).isoformat()
        yield article(" ".join(chance.choices(own, k=6)), " ".join(words), day)


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def adding(articles: Sequence[Article], folder: Path) -> None:
    """Adding and searching beside what SQLite alone needs."""
    with opened(str(folder / "a.library"), create=True) as library:
        own = cpu(lambda: add(library, articles, "2031-06-01T00:00:00Z"))
        grouping = cpu(lambda: regroup(library, GroupOptions(), "2031-06-01T00:00:00Z"))
        bare = sqlite3.connect(folder / "bare.db")
        bare.execute("CREATE VIRTUAL TABLE words USING fts5(title, body)")

        def insert() -> None:
            with bare:
                bare.executemany("INSERT INTO words VALUES (?, ?)", ((one.title, one.body) for one in articles))

        alone = cpu(insert)
        print(f"adding {own / alone:.1f} x a bare full-text insert, grouping {grouping / alone:.1f} x")
        print(searched(library, bare, articles[:: max(1, len(articles) // 200)], len(articles)))


def searching(number: int, folder: Path) -> None:
    """Searching alone, over more articles than are held at once."""
    sample: list[Article] = []

    def kept(articles: Iterator[Article]) -> Iterator[Article]:
        for at, one in enumerate(articles):
            if at % max(1, number // 200) == 0:
                sample.append(one)
            yield one

    with opened(str(folder / "a.library"), create=True) as library:
        add(library, kept(made_up(number, SHORT)), "2031-06-01T00:00:00Z", batch=2000)
        bare = sqlite3.connect(folder / "bare.db")
        bare.execute("CREATE VIRTUAL TABLE words USING fts5(title, body)")
        with bare:
            bare.executemany(
                "INSERT INTO words VALUES (?, ?)", ((one.title, one.body) for one in made_up(number, SHORT))
            )
        print(searched(library, bare, sample, number))


def memory(number: int) -> None:
    """Python's own count of what is held, which numpy's arrays are part of."""
    peaks = []
    for articles in (list(made_up(number)), list(made_up(10 * number))):
        group(articles[:10])
        tracemalloc.start()
        found = group(articles)
        held, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        peaks.append(peak - held)
        print(f"{len(articles):,} articles in {len(found):,} stories: {peaks[-1] / 1e6:.0f} MB beside these")
    print(f"ten times the articles hold {peaks[1] / peaks[0]:.2f} x")


def searched(library: Library, bare: sqlite3.Connection, sample: Sequence[Article], number: int) -> str:
    """200 searches for two words each, in turn by the library and by the bare index."""
    asked = [" ".join(one.title.split()[:2]) for one in sample][:200]
    query = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 20"
    ours, theirs = [], []
    for words in asked:
        ours.append(wall(lambda words=words: search(library, words, 20)))  # type: ignore[misc]
        theirs.append(wall(lambda words=words: bare.execute(query, (words,)).fetchall()))  # type: ignore[misc]
    own, alone = percentile(ours), percentile(theirs)
    return f"search p95 {own * 1000:.1f} ms over {number:,}, {own / alone:.1f} x the bare query ({alone * 1000:.1f} ms)"


def wall(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def percentile(times: Sequence[float]) -> float:
    return sorted(times)[int(0.95 * len(times))]


def from_lines(path: Path) -> Iterator[Article]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            date = one.get("date") or ""
            yield article(one["title"], one["text"], date if len(date) == 10 and date[4] == "-" else None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=500, help="how many, and then ten times as many")
    parser.add_argument("--jsonl", type=Path, help="articles with title, text and date to group instead")
    parser.add_argument("--search", type=int, help="measure searching alone, over so many articles")
    parser.add_argument("--memory", type=int, help="measure memory alone, of so many and ten times as many")
    options = parser.parse_args()
    if options.memory:
        memory(options.memory)
        return
    if options.search:
        with tempfile.TemporaryDirectory() as folder:
            searching(options.search, Path(folder))
        return
    if options.jsonl:
        real = list(from_lines(options.jsonl))
        print(f"grouping {len(real) / cpu(lambda: group(real)):,.0f} articles a CPU second (budget 500)")
        return
    many = list(made_up(10 * options.articles))
    few = many[: options.articles]
    group(few[:10])  # what is loaded once is not counted
    small, large = cpu(lambda: group(few)), cpu(lambda: group(many))
    print(f"grouping {len(many) / large:,.0f} articles a CPU second (budget 500)")
    print(f"ten times the articles cost {large / small:.1f} x (budget 12)")
    with tempfile.TemporaryDirectory() as folder:
        adding(many, Path(folder))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""What taking in costs: web pages beside trafilatura alone, and the memory of archives and lines that grow.

    python benchmarks/intake.py [--pages 150] [--megabytes 50] [--processes 1]

Made-up pages with a fixed seed. Two ratios: the CPU time of taking in pages over that of trafilatura's own extraction
of the same pages (budget 1.3; the median of five rounds in turn), and the peak memory of a process that takes in a
file four times as large over that of one that takes in the file (budget 1.1): a web archive, compressed record by
record, and JSON lines. With several processes the one that reads and unpacks is measured.
"""

import argparse
import gzip
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

SEED = 7
_PEAK = """
import resource, sys
from conspectus.ingest import streamed
from conspectus.options import IngestOptions, RunOptions
if sys.argv[2] == "1":
    given = streamed(sys.argv[1])
else:
    from conspectus.run.intake import taken_in
    given = taken_in([sys.argv[1]], IngestOptions(), None, RunOptions(processes=int(sys.argv[2])))
found = sum(1 for one in given if hasattr(one, "body"))
print(found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def texts() -> Iterator[list[str]]:
    """Paragraphs of made-up words, about 500 a text."""
    chance = random.Random(SEED)  # noqa: S311 (the same words every time)
    stock = ["".join(chance.choices("aeiourstlnmkdp", k=chance.randint(2, 9))) for _ in range(8000)]
    while True:
        yield [" ".join(chance.choices(stock, k=chance.randint(30, 70))).capitalize() + "." for _ in range(10)]


def page(number: int, paragraphs: list[str], state: int = 400) -> bytes:
    """A page as outlets have them: a menu, an article, links to others, a script with ``state`` numbers in it."""
    menu = "".join(f'<li><a href="/section/{n}">Section {n}</a></li>' for n in range(30))
    body = "".join(f"<p>{paragraph} <a href='/x'>more</a></p>" for paragraph in paragraphs)
    more = "".join(f'<div class="teaser"><a href="/story/{n}"><h3>Another story {n}</h3></a></div>' for n in range(40))
    script = f"<script>var state = {json.dumps({'items': list(range(state)), 'page': number})};</script>"
    return (
        f"<!DOCTYPE html><html><head><title>Made up {number}</title>{script}"
        '<meta property="article:published_time" content="2031-05-20T08:00:00Z"></head>'
        f"<body><nav><ul>{menu}</ul></nav><article><h1>Made up {number}</h1>{body}</article>"
        f"<aside>{more}</aside><footer>All rights</footer></body></html>"
    ).encode()


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def extraction(number: int, folder: Path) -> None:
    import trafilatura

    from conspectus import ingest

    made = texts()
    pages = [page(n, next(made)) for n in range(number)]
    for n, data in enumerate(pages):
        (folder / f"{n:05}.html").write_bytes(data)

    def alone() -> None:
        for data in pages:
            trafilatura.bare_extraction(data.decode(), include_comments=False, with_metadata=True)

    def ours() -> None:
        if len(ingest(folder).articles) != number:
            raise ValueError("a page was lost")

    for work in (alone, ours):  # what is loaded once is not counted
        work()
    ratios = []
    for _ in range(5):
        theirs = cpu(alone)
        ratios.append(cpu(ours) / theirs)
    print(f"taking in a page {statistics.median(ratios):.2f} x trafilatura's own time (budget 1.3)")


def archive(path: Path, size: int) -> None:
    """A WARC.gz with pages of ``size`` bytes before compression."""
    made, done, number = texts(), 0, 0
    with path.open("wb") as file:
        while done < size:
            block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(number, next(made), 20_000)
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/{number}\r\n"
                f"WARC-Date: 2031-05-22T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + block + b"\r\n\r\n", 1))
            done, number = done + len(block), number + 1


def lines(path: Path, size: int) -> None:
    made, done, number = texts(), 0, 0
    with path.open("wb") as file:
        while done < size:
            title, text = f"Made up {number}", "\n\n".join(next(made))
            done += file.write(json.dumps({"title": title, "text": text}).encode() + b"\n")
            number += 1


def memory(megabytes: int, processes: int, folder: Path) -> None:
    # Lines are all text, pages hardly a tenth: so the smaller file of lines has as many articles.
    for name, make, least in (("a.warc.gz", archive, megabytes), ("a.jsonl", lines, max(1, megabytes // 20))):
        peaks = []
        for size in (least, 4 * least):
            make(folder / name, size * 1_000_000)
            start = time.perf_counter()
            command = [sys.executable, "-c", _PEAK, str(folder / name), str(processes)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            took = time.perf_counter() - start
            articles, peak = map(int, done.stdout.split())
            peaks.append(peak)
            print(f"{name} of {size} MB: {articles:,} articles in {took:.0f} s, peak {peak / 1024:.0f} MB")
        print(f"{name}: four times the size takes {peaks[1] / peaks[0]:.2f} x the memory (budget 1.1)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=150)
    parser.add_argument("--megabytes", type=int, default=50, help="of the smaller file, before compression")
    parser.add_argument("--processes", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        extraction(options.pages, Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        memory(options.megabytes, options.processes, Path(folder))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""How big the page is and how soon it is seen: 12 articles of 1,000 words with 150 findings, made up with a fixed seed.

Each article credits ten sayings to people and dates five things, so that bars, voices and timeline are there.

    python benchmarks/page.py [--rounds 5]

Prints kilobytes and the median first paint in milliseconds, from disk in Chromium without a warm cache.
Budget: 500 kB, 400 ms.
"""

import argparse
import hashlib
import random
import shutil
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from conspectus import Comparison
from conspectus.compare.heard import heard
from conspectus.model import (
    Article,
    Block,
    Chain,
    Fact,
    Finding,
    Language,
    Made,
    Raw,
    Reading,
    Sentence,
    Side,
    Span,
    Speaker,
    Time,
    Voice,
    article_id,
    finding_id,
)
from conspectus.options import CompareOptions
from conspectus.present.page import page

ARTICLES, WORDS, FINDINGS, PARAGRAPH, SEED = 12, 1000, 150, 45, 7
SENTENCE, SAYINGS, DATES = 22, 10, 5
PEOPLE = ("Ana Kol", "Ber Lund", "Cai Mor", "Dov Nes", "Eli Orr", "Fay Pim", "Gus Qin", "Hal Rud")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
NOBODY = Fact(None, "nobody", "made up")


def article(number: int, chance: random.Random) -> Article:
    """Made-up words in paragraphs."""
    words = ["".join(chance.choices("aeiourstlnmk", k=chance.randint(2, 9))) for _ in range(WORDS)]
    for n in range(0, WORDS - 2, PARAGRAPH):
        words[n : n + 3] = [*PEOPLE[n // PARAGRAPH % len(PEOPLE)].split(), "said"]
    for n in range(SENTENCE - 1, WORDS, PARAGRAPH):
        words[n] += "."
    body = "\n\n".join(" ".join(words[n : n + PARAGRAPH]) + "." for n in range(0, WORDS, PARAGRAPH))
    title = " ".join(words[:8])
    name = article_id(title, body)
    starts = [n for n in range(len(body)) if n == 0 or body[n - 1] == "\n"]
    starts = [n for n in starts if body[n] != "\n"]
    ends = [body.find("\n", start) if "\n" in body[start:] else len(body) for start in starts]
    blocks = tuple(Block(Span(name, "body", a, b), "text") for a, b in zip(starts, ends, strict=True))
    data = body.encode()
    raw = Raw(f"{number}.txt", data, hashlib.sha256(data).hexdigest(), "text/plain", "utf-8", 0, "plain", "1")
    outlet = Fact(f"Outlet {number}", "person", "--outlet")
    return Article(name, title, body, blocks, outlet, NOBODY, NOBODY, (), Language("en", 1.0, "made up"), raw)


def sentences(article: Article, block: Span) -> list[Span]:
    """The two sentences of a paragraph."""
    half = article.body.find(". ", block.start, block.end)
    if half < 0:
        return [block]
    return [Span(article.id, "body", block.start, half + 1), Span(article.id, "body", half + 2, block.end)]


def finding(articles: list[Article], chance: random.Random) -> Finding:
    """A difference, an agreement or something only one tells, in two to four articles."""
    kind = chance.choice(("discrepancy", "agreement", "only"))
    having = chance.sample(articles, 1 if kind == "only" else chance.randint(2, 4))
    sides = []
    for n, one in enumerate(having):
        block = chance.choice(one.blocks).span
        around = chance.choice(sentences(one, block))
        start = chance.randrange(around.start, max(around.start + 1, around.end - 60))
        words = Span(one.id, "body", start, min(around.end, start + 40))
        sides.append(Side(one.id, (words,), (around,), None, "abcd"[n] if kind == "discrepancy" else "a"))
    spans = [span for side in sides for span in side.spans]
    compared = "number" if kind == "discrepancy" else "told"
    verdict = {"discrepancy": "differ", "agreement": "agree"}.get(kind, "only here")
    missing = tuple(one.id for one in articles if one not in having) if kind == "only" else ()
    return Finding(
        finding_id(kind, compared, spans), kind, compared, verdict,  # type: ignore[arg-type]
        "tension" if kind == "discrepancy" else None, having[0].words(spans[0]), tuple(sides), missing, None, 0.5,
        "Made up to measure the page.", None, (), Made("benchmark", "1"),
    )  # fmt: skip


def reading(number: int, article: Article, chance: random.Random) -> Reading:
    """Ten sayings by people whom the articles share, five dates."""
    chains, speakers, times = [], [], []
    for n, block in enumerate(chance.sample(article.blocks, SAYINGS)):
        start = block.span.start
        first = article.body.index(" said", start)
        who, cue = Span(article.id, "body", start, first), Span(article.id, "body", first + 1, first + 5)
        content = Span(article.id, "body", first + 6, block.span.end)
        chains.append(Chain(f"{number}-{n}", (content,), (Voice((who,), (cue,), None, "said"),)))
        speakers.append(Speaker((who,), "person", (who,), "made up", None))
        if n < DATES:
            times.append(Time(cue, "DATE", f"2031-03-{10 + n}", None, "stated"))
    told = tuple(Sentence(span) for block in article.blocks for span in sentences(article, block.span))
    return Reading(article, sentences=told, chains=tuple(chains), speakers=tuple(speakers), times=tuple(times))


def story() -> Comparison:
    chance = random.Random(SEED)  # noqa: S311 (the same words every time)
    articles = [article(n, chance) for n in range(1, ARTICLES + 1)]
    findings = {one.id: one for one in (finding(articles, chance) for _ in range(FINDINGS * 2))}
    readings = tuple(reading(n, one, chance) for n, one in enumerate(articles, 1))
    chosen = tuple(findings.values())[:FINDINGS]
    made = (Made("benchmark", "1"),)
    return Comparison(readings, (), chosen, (), (), CompareOptions(), made, heard(readings))


def first_paint(path: Path, rounds: int) -> float:
    """Median milliseconds until something is seen, a fresh browser context for each round."""
    seen = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
    times = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS.split())
        for _ in range(rounds):
            tab = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
            tab.goto(path.as_uri())
            tab.wait_for_selector("details.on")
            tab.wait_for_timeout(300)
            times.append(tab.evaluate(seen))
            tab.context.close()
        browser.close()
    return float(statistics.median(times))


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--rounds", type=int, default=5)
    rounds = given.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_bytes(page(story()))
        print(f"size {path.stat().st_size / 1000:.0f} kB (budget 500)")
        print(f"first paint {first_paint(path, rounds):.0f} ms (budget 400)")


if __name__ == "__main__":
    main()

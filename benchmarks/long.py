#!/usr/bin/env python3
"""What an article of 100,000 words costs to read, as a ratio to one of half the length; what one long paragraph costs.

    python benchmarks/long.py [--words 100000] [--paragraph 10000]

The texts are made here, from names, places and statements drawn with a fixed seed. Linear time is a ratio of 2 for
twice the words (budget 2.2), and of 1 for the words of one paragraph to as many in short paragraphs (budget 1.2).
Quotations of five words and more that the output lacks are counted (budget 0).
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from conspectus import Models, Reading, ingest, load_models, read
from conspectus.read.known import Known

NAMES = ("Dana", "Ilse", "Tomas", "Wera", "Odo", "Marit"), ("Orlu", "Vance", "Ketter", "Brandvik", "Sollo", "Aduro")
OFFICES = ("mayor of", "the minister for", "a doctor from", "the head of the port of", "a teacher in")
PLACES = ("Hallem", "Osterby", "Little Wenn", "Corrow", "Tavik", "Sundmark")
THINGS = ("bridge", "ferry line", "school", "river wall", "clinic", "tram depot", "market hall")
DEEDS = ("will close before the winter", "was never paid for", "cost more than anybody had planned", "is safe for now")
CUES = ("said", "told the council", "claimed", "denied that it was late and said", "insisted", "warned")


def sentences(seed: int) -> Iterator[str]:
    """News sentences without end: told, quoted, reported, with numbers and days."""
    draw = random.Random(seed)  # noqa: S311 - a text, not a secret
    while True:
        who = f"{draw.choice(NAMES[0])} {draw.choice(NAMES[1])}"
        place, thing, deed, cue = (draw.choice(words) for words in (PLACES, THINGS, DEEDS, CUES))
        number = draw.randint(2, 4000)
        yield draw.choice(
            (
                f"{who}, {draw.choice(OFFICES)} {place}, {cue} that the {thing} {deed}.",
                f"“The {thing} in {place} {deed}, and {number} people know it,” {who} {cue}.",
                f"According to {who}, {number} people used the {thing} in {place} on Monday.",
                f"The {thing} of {place} opened in {draw.randint(1901, 2015)} and has {number} seats.",
                f"“We do not believe it,” said {who}. “The {thing} {deed}, and {place} will pay for it.”",
                f"At least {number} letters about the {thing} reached {place} within {draw.randint(2, 9)} days.",
            )
        )


def text(words: int, paragraph: int, seed: int = 7) -> str:
    """So many words in paragraphs of about ``paragraph`` words."""
    out: list[list[str]] = [[]]
    total = held = 0
    for sentence in sentences(seed):
        if total >= words:
            break
        if held >= paragraph:
            out.append([])
            held = 0
        out[-1].append(sentence)
        total, held = total + len(sentence.split()), held + len(sentence.split())
    return "\n\n".join(" ".join(block) for block in out)


def spent(work: Callable[[], Reading]) -> tuple[float, Reading]:
    start = time.process_time()
    done = work()
    return time.process_time() - start, done


def measure(name: str, body: str, models: Models) -> float:
    """CPU seconds of a whole reading; prints what it found and lost."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "article.txt")
        file.write_text(body, encoding="utf-8")
        (article,) = ingest(str(file)).articles
    fresh = replace(models, known=Known())
    seconds, reading = spent(lambda: read(article, fresh))
    said = [span for attribution in reading.attributions for span in attribution.content]
    said.sort(key=lambda span: span.start)
    lost = 0
    for quotation in reading.quotations:
        if not quotation.depth and len(article.words(quotation.inner).split()) >= 5:
            lost += not any(span.overlaps(quotation.inner) for span in said)
    words = len(body.split())
    print(
        f"{name}: {words} words, {words / seconds:.0f} a CPU second, {len(reading.attributions)} attributions, "
        f"{len(reading.quotations)} quotations, {lost} of five words and more lost"
    )
    return seconds


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--words", type=int, default=100_000)
    arguments.add_argument("--paragraph", type=int, default=10_000)
    given = arguments.parse_args()
    models = load_models()
    measure("warming up", text(2_000, 45), models)
    short = measure("short paragraphs", text(given.paragraph, 45), models)
    one = measure("one paragraph", text(given.paragraph, given.paragraph), models)
    half = measure("half the article", text(given.words // 2, 45), models)
    whole = measure("the article", text(given.words, 45), models)
    print(f"one paragraph / short paragraphs: {one / short:.2f} of 1.2")
    print(f"the article / half of it: {whole / half:.2f} of 2.2")
    return 0


if __name__ == "__main__":
    sys.exit(main())

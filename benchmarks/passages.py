#!/usr/bin/env python3
"""What finding shared passages costs: article pairs of 1,000 words in a CPU second, once the words are indexed.

    python benchmarks/passages.py

Texts are made up with a fixed seed: a third of the pairs share nothing, a third a paragraph, a third are copies. The
budget is 3,000 pairs a CPU second; indexing is shown as a ratio to splitting the same texts into words.
"""

import random
import re
import time
from collections.abc import Callable
from itertools import combinations

from conspectus.model import Article, Fact, Language, Raw, article_id
from conspectus.origins import passages, words_of
from conspectus.text.blocks import blocks

SEED, ARTICLES, WORDS = 7, 90, 1000
NOBODY = Fact(None, "nobody", "made up")


def article(body: str) -> Article:
    name = article_id("", body)
    raw = Raw("-", b"", "", "text/plain", "utf-8", 0, "none", "1")
    return Article(
        name, "", body, blocks(name, body, ""), NOBODY, NOBODY, NOBODY, (), Language("en", 1.0, "made up"), raw
    )


def bodies() -> list[str]:
    """A third on their own, a third around one paragraph, a third copies of one text with small edits."""
    chance = random.Random(SEED)  # noqa: S311 (the same words every time)
    stock = ["".join(chance.choices("aeiourstlnmkdp", k=chance.randint(2, 9))) for _ in range(8000)]

    def words(number: int) -> list[str]:
        return chance.choices(stock, k=number)

    common, whole = words(60), words(WORDS)
    found = []
    for n in range(ARTICLES):
        if n % 3 == 0:
            mine = words(WORDS)
        elif n % 3 == 1:
            mine = [*words(400), *common, *words(WORDS - 460)]
        else:
            mine = [word if chance.random() > 0.03 else chance.choice(stock) for word in whole]
        found.append("\n\n".join(" ".join(mine[at : at + 50]) + "." for at in range(0, WORDS, 50)))
    return found


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    texts = bodies()
    articles = [article(text) for text in texts]
    split = cpu(lambda: [re.findall(r"\w+", text.lower()) for text in texts])
    indexing = cpu(lambda: [words_of(one) for one in articles])
    words = [words_of(one) for one in articles]
    pairs = list(combinations(words, 2))
    finding = cpu(lambda: [passages(one, other) for one, other in pairs])
    print(f"indexing {indexing / split:.1f} x splitting into words")
    print(f"{len(pairs) / finding:,.0f} pairs a CPU second (budget 3,000)")


if __name__ == "__main__":
    main()

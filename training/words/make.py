#!/usr/bin/env python3
"""In what share of news articles each common English word stands, for ``conspectus.group``.

    PYTHONPATH=src python training/words/make.py ARTICLES.jsonl src/conspectus/weights/words/shares.json

Words of fewer than 2 % of the articles are left out; what has been seen tells about those.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from conspectus.group.signature import words

LEAST = 0.02


def main(source: str, target: str) -> None:
    found: Counter[str] = Counter()
    articles = 0
    with open(source, encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            found.update(
                {word.decode().strip("'").removesuffix("'s") for word in words(one["title"] + "\n" + one["text"])}
            )
            articles += 1
    shares = {
        word: round(count / articles, 3) for word, count in sorted(found.items()) if word and count >= LEAST * articles
    }
    Path(target).write_text(json.dumps(shares, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

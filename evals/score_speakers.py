#!/usr/bin/env python3
"""Score resolved speakers. Standard library only.

    score_speakers.py --gold speakers.jsonl --articles FOLDER --pred PRED.jsonl

Gold (150 sources drawn with a fixed seed from the articles of compare/, each judged by a person who read it in context
and had not seen any answer): {"story", "article", "part", "source": [s, e], "kind", "names": [[part, s, e], ...]}.
Offsets only; FOLDER holds STORY/ARTICLE.json with title and text. Prediction: a line for each source, same fields, with
kind null for "cannot tell". A gold source is

  decided  the predicted source that overlaps it most has a kind
  right    decided, the kind is the same, and where gold names somebody, a predicted name is one with it: the words of
           one are among the words of the other
A source that is not predicted at all counts as not decided.
"""

import argparse
import collections
import json
import re
from pathlib import Path
from typing import Any

WORD = re.compile(r"[^\W_]+")
Line = dict[str, Any]


def lines(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def words(texts: dict[str, str], name: list[Any]) -> set[str]:
    part, start, end = name
    return {word.lower() for word in WORD.findall(texts[part][start:end])} - {"the", "s"}


def overlap(one: list[int], other: list[int]) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def best(gold: Line, predicted: list[Line]) -> Line | None:
    """The prediction for this source: the one that shares most with it."""
    near = [p for p in predicted if p["part"] == gold["part"] and overlap(p["source"], gold["source"]) > 0]
    length = gold["source"][1] - gold["source"][0]
    return max(
        near,
        key=lambda p: overlap(p["source"], gold["source"]) / max(p["source"][1] - p["source"][0], length),
        default=None,
    )


def right(gold: Line, predicted: Line, texts: dict[str, str]) -> bool:
    if predicted["kind"] != gold["kind"]:
        return False
    wanted = [words(texts, name) for name in gold["names"]]
    given = [words(texts, name) for name in predicted["names"]]
    return not wanted or any(one <= other or other <= one for one in wanted for other in given if one and other)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--pred", type=Path, required=True)
    options = parser.parse_args()
    by_article = collections.defaultdict(list)
    for line in lines(options.pred):
        by_article[line["story"], line["article"]].append(line)
    counts: collections.Counter[str] = collections.Counter()
    for gold in lines(options.gold):
        article = json.loads((options.articles / gold["story"] / f"{gold['article']}.json").read_text(encoding="utf8"))
        texts = {"title": article["title"], "body": article["text"]}
        found = best(gold, by_article[gold["story"], gold["article"]])
        counts["all"] += 1
        if found is not None and found["kind"] is not None:
            counts["decided"] += 1
            counts["right"] += right(gold, found, texts)
    print(f"decided {100 * counts['decided'] / counts['all']:.1f} of {counts['all']}")
    print(f"right {100 * counts['right'] / max(counts['decided'], 1):.1f} of {counts['decided']}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Draw label findings with a fixed seed and count those that hold a phrase for something else. Standard library only.

    score_labels.py --gold labels.jsonl --pred PRED.jsonl [--draw 60] [--seed 1]
    score_labels.py … --articles FOLDER --sheet SHEET.tsv       the findings drawn, to be read and judged
    score_labels.py … --take SHEET.tsv                          keep what the sheet's third column says

Prediction (``predict.py labels``): a line a finding, {"story", "phrases": [[article, part, start, end], …]}. Gold, made
by reading each phrase in its article: a line a phrase, {"story", "article", "part", "span": [start, end], "things": [n,
…]}. ``things`` are numbers of the story's people, groups, acts and things: phrases for the same have the same number, a
phrase that may stand for either of two has both, one that stands for nothing in particular none. Offsets only, so that
a phrase is judged once, whatever later findings it stands in. What most phrases of a finding may stand for is what the
finding is about; each phrase is

  right      it stands for that alone
  arguable   it may stand for that
  wrong      it stands for something else
  unjudged   nobody has read it, so that nothing is said for it

A finding with a wrong phrase is wrong; one with an unjudged and no wrong phrase is open, and may be wrong.
"""

import argparse
import collections
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

Place = tuple[str, str, str, int, int]
Judged = dict[Place, tuple[int, ...]]
KINDS = ("right", "arguable", "wrong", "unjudged")
ALIKE = 0.55
"""A judged stretch that shares so much with a phrase, of what either covers, is the phrase."""
_SEEN = 160
"""Characters shown before and behind a phrase on a sheet."""


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def judged(path: Path) -> Judged:
    gold = lines(path) if path.exists() else []
    return {(g["story"], g["article"], g["part"], *g["span"]): tuple(g["things"]) for g in gold}


def findings(path: Path) -> list[list[Place]]:
    """Each finding's phrases in order of place."""
    return [sorted({(one["story"], *phrase) for phrase in one["phrases"]}) for one in lines(path)]


def drawn(found: Sequence[list[Place]], count: int, seed: int) -> list[list[Place]]:
    """``count`` findings by a hash of the seed and their first phrase: a change elsewhere leaves them in the sample."""
    keys = {json.dumps([seed, *one[0]]): one for one in found}
    order = sorted(keys, key=lambda key: hashlib.sha256(key.encode()).digest())
    return sorted(keys[key] for key in order[:count])


def things(phrase: Place, gold: Judged) -> tuple[int, ...] | None:
    """What the phrase was read as standing for; None where nobody has read it."""
    if phrase in gold:
        return gold[phrase]
    near = [(_common(phrase, other), other) for other in gold if other[:3] == phrase[:3]]
    share, best = max(near, default=(0.0, phrase))
    return gold[best] if share >= ALIKE else None


def _common(one: Place, other: Place) -> float:
    shared = min(one[4], other[4]) - max(one[3], other[3])
    return max(0, shared) / (max(one[4], other[4]) - min(one[3], other[3]))


def verdicts(finding: Sequence[Place], gold: Judged) -> list[str]:
    """For each phrase one of ``KINDS``."""
    read = [things(phrase, gold) for phrase in finding]
    count = collections.Counter(thing for own in read for thing in own or ())
    about = min(count, key=lambda thing: (-count[thing], thing), default=None)
    return [_verdict(own, about) for own in read]


def _verdict(own: tuple[int, ...] | None, about: int | None) -> str:
    if own is None:
        return "unjudged"
    if about not in own:
        return "wrong"
    return "right" if len(own) == 1 else "arguable"


def figures(sample: Sequence[list[Place]], gold: Judged) -> Iterator[str]:
    """The table: findings wrong and open, in 100, then phrases by verdict."""
    found = [verdicts(finding, gold) for finding in sample]
    wrong = sum("wrong" in own for own in found)
    still = sum("unjudged" in own and "wrong" not in own for own in found)
    yield f"wrong {100 * wrong / max(1, len(found)):.1f} of {len(found)}"
    yield f"open {100 * still / max(1, len(found)):.1f} of {len(found)}"
    count = collections.Counter(one for own in found for one in own)
    yield from (f"phrases.{kind} {count[kind]} of {count.total()}" for kind in KINDS)


def sheet(sample: Sequence[list[Place]], gold: Judged, articles: Path) -> Iterator[str]:
    """A row a phrase: finding, place, things (empty: unjudged, -: for none), verdict, the words in their context."""
    for number, finding in enumerate(sample, 1):
        for phrase, verdict in zip(finding, verdicts(finding, gold), strict=True):
            own = things(phrase, gold)
            told = "" if own is None else ",".join(map(str, own)) or "-"
            story, name, part, start, end = phrase
            article = json.loads((articles / story / f"{name}.json").read_text(encoding="utf8"))
            text = article["title" if part == "title" else "text"]
            shown = f"{text[max(0, start - _SEEN) : start]}[[{text[start:end]}]]{text[end : end + _SEEN]}"
            yield "\t".join((str(number), json.dumps(phrase), told, verdict, " ".join(shown.split())))


def take(path: Path, gold: Judged) -> Judged:
    """``gold`` with the judgements of a sheet."""
    kept = dict(gold)
    for row in path.read_text(encoding="utf8").splitlines():
        _, place, told, *_ = row.split("\t")
        if told.strip():
            story, name, part, start, end = json.loads(place)
            numbers = () if told.strip() == "-" else tuple(int(one) for one in told.split(","))
            kept[story, name, part, start, end] = numbers
    return kept


def write(path: Path, gold: Judged) -> None:
    rows = (
        {"story": story, "article": name, "part": part, "span": [start, end], "things": list(own)}
        for (story, name, part, start, end), own in sorted(gold.items())
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--pred", type=Path, required=True)
    parser.add_argument("--draw", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--take", type=Path)
    options = parser.parse_args()
    gold = judged(options.gold)
    if options.take:
        gold = take(options.take, gold)
        write(options.gold, gold)
    sample = drawn(findings(options.pred), options.draw, options.seed)
    if options.sheet:
        rows = sheet(sample, gold, options.articles)
        options.sheet.write_text("".join(f"{row}\n" for row in rows), encoding="utf8")
    print("\n".join(figures(sample, gold)))


if __name__ == "__main__":
    main()

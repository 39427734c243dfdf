#!/usr/bin/env python3
"""Compare the two articles of data/seeds and hold what is found against their hand-made comparison.

    python evals/seeds.py --data FOLDER [--json OUT.json]

FOLDER holds ``data/seeds`` with two articles and ``gold.json``. Printed is a line for each gold item: the quotations
Q1–Q5; the clear discrepancies D1, D2, D3, D5, D6, D8, D12; that the two sentences of the ministry's release (Q1, Q2)
have one origin; and the nine words that came through a relay. Under each stand the finding's id and its spans.

How an item is matched
  A span touches a gold span when they overlap by at least half of the shorter one, in one article.
  An item is *found* when one finding of a fitting kind (see ``FITS``) touches at least two of its spans, one or more in
  every article that it names, says of a discrepancy that it is one, and is about as narrow: in each article its spans
  cover at most 2.5 times the characters of the gold's, or 120 (agreements 200, quotations and origins 800) if that is
  more. *in part*: a finding of another kind does so, or a fitting one that is less narrow. Else *not found*. D12 lies
  in one article, so that one is enough. One finding may answer several items: the gold lists a lead's few quoted words
  (Q3) apart from the sentence that they are from (Q2), and what is printed otherwise (D3, D12) with the quotations too.
  The origin has to touch two or more spans of Q1 and of Q2, in both articles, and the words that name the ministry.
  A relay is *found* when a chain shares at least 30 % of the characters of both contents, has as many voices, and the
  sources overlap at every level that the gold names; *in part* when only the contents are shared.
"""

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from conspectus import Comparison, Finding, compare, ingest, load_models, read
from conspectus.model import Chain

Verdict = Literal["found", "in part", "not found"]
FITS: dict[str, tuple[tuple[str, str], ...]] = {
    "Q": (("quote", "quote"), ("inside", "quote")),
    "D1": (("discrepancy", "duration"), ("inside", "duration")),
    "D2": (("discrepancy", "speaker_source"),),
    "D3": (("quote", "quote"), ("discrepancy", "quote")),
    "D5": (("discrepancy", "speaker_source"),),
    "D6": (("discrepancy", "status"),),
    "D8": (("discrepancy", "scope"),),
    "D12": (("inside", "quote"), ("quote", "quote")),
}
"""The kind and property of finding that an item asks for."""
WITHIN = {"D12": "A"}
"""Items that lie in one article, though the gold names a second beside it."""
_TIMES, _SHARED = 2.5, 0.3
_ROOM = {"agreement": 200, "only": 200, "quote": 800, "origin": 800, "allegation": 800}
_NARROW = 120


@dataclass(frozen=True, slots=True)
class Stretch:
    """Half-open code points of an article, by its letter in the gold."""

    doc: str
    start: int
    end: int

    def touches(self, other: "Stretch") -> bool:
        """Whether the two overlap by at least half of the shorter one."""
        inside = min(self.end, other.end) - max(self.start, other.start)
        shorter = min(self.end - self.start, other.end - other.start)
        return self.doc == other.doc and inside > 0 and 2 * inside >= shorter


@dataclass(frozen=True, slots=True)
class Row:
    """One gold item: what became of it, by which finding or chain (its id), and where that stands."""

    group: str
    item: str
    verdict: Verdict
    by: str
    spans: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding with its spans by the gold's letters."""

    finding: Finding
    spans: tuple[Stretch, ...]


def rows(data: Path) -> tuple[Row, ...]:
    """Read and compare the two articles and judge every item. Raises SystemExit where an article cannot be read."""
    folder = data / "data" / "seeds"
    gold = json.loads((folder / "gold.json").read_text(encoding="utf8"))
    files = {letter: folder / one["file"] for letter, one in gold["docs"].items()}
    taken = ingest(*map(str, files.values()))
    for rejection in taken.rejections:
        raise SystemExit(f"{rejection.name}: {rejection.reason}; {rejection.advice}")
    models = load_models()
    comparison = compare([read(article, models) for article in taken.articles])
    by_name = {path.name: letter for letter, path in files.items()}
    letters = {article.id: by_name[os.path.basename(article.raw.name)] for article in taken.articles}
    return tuple(judged(gold, comparison, letters))


def judged(gold: dict[str, Any], comparison: Comparison, letters: dict[str, str]) -> Iterator[Row]:
    """A row for each item asked for; ``letters`` are the gold's names of the articles (by id)."""
    seen = [
        Seen(finding, tuple(Stretch(letters[s.article], s.start, s.end) for side in finding.sides for s in side.spans))
        for finding in comparison.findings
    ]
    for item in gold["quote_variants"]:
        yield _row("quotation", item["id"], FITS["Q"], _spans(item["spans"]), seen)
    for item in gold["discrepancies"]:
        if item["id"] in FITS:
            spans = [s for s in _spans(item["spans"]) if s.doc == WITHIN.get(item["id"], s.doc)]
            yield _row("discrepancy", item["id"], FITS[item["id"]], spans, seen)
    yield _origin(gold, seen)
    chains = [(letters[r.article.id], chain) for r in comparison.readings for chain in r.chains]
    for item in gold["attributions"]:
        if item["relay"]:
            yield _relay(item, chains)


def _spans(spans: Iterable[dict[str, Any]]) -> list[Stretch]:
    return [Stretch(one["doc"], one["start"], one["end"]) for one in spans]


def _row(group: str, item: str, fits: Sequence[tuple[str, str]], gold: list[Stretch], seen: Sequence[Seen]) -> Row:
    asked = ("differ",) if group == "discrepancy" else ("differ", "agree")
    hits = [one for one in seen if one.finding.verdict in asked and _reaches(gold, one.spans)]

    def rank(one: Seen) -> tuple[bool, bool, int]:
        kind = (one.finding.kind, one.finding.property)
        return kind in fits, _narrow(gold, one.spans, one.finding.kind), -sum(s.end - s.start for s in one.spans)

    best = max(hits, key=rank, default=None)
    if best is None or not any(rank(best)[:2]):
        return Row(group, item, "not found", "", ())
    verdict: Verdict = "found" if all(rank(best)[:2]) else "in part"
    return Row(group, item, verdict, f"{best.finding.kind} {best.finding.id}", best.spans)


def _reaches(gold: Sequence[Stretch], spans: Sequence[Stretch]) -> bool:
    """At least two of the gold's spans, and one or more in each of its articles, are touched."""
    touched = [one for one in gold if any(one.touches(span) for span in spans)]
    return len(touched) > 1 and {one.doc for one in touched} == {one.doc for one in gold}


def _narrow(gold: Sequence[Stretch], spans: Sequence[Stretch], kind: str) -> bool:
    asked, given = _cover(gold), _cover(spans)
    room = _ROOM.get(kind, _NARROW)
    return all(size <= max(room, _TIMES * asked[doc]) for doc, size in given.items())


def _cover(spans: Iterable[Stretch]) -> Counter[str]:
    size: Counter[str] = Counter()
    for one in spans:
        size[one.doc] += one.end - one.start
    return size


def _origin(gold: dict[str, Any], seen: Sequence[Seen]) -> Row:
    """One origin for both sentences of the release, and named as the ministry's."""
    by_id = {one["id"]: _spans(one["spans"]) for one in gold["quote_variants"]}
    asked = [by_id["Q1"], by_id["Q2"]]
    through = [voice for one in gold["attributions"] if one["id"] == "B8" for voice in one["relay"]]
    ministry = _spans(voice["source"] for voice in through)
    origins = [one for one in seen if one.finding.kind == "origin"]
    both = [one for one in origins if all(_reaches(spans, one.spans) for spans in asked)]
    for one in both:
        named = any(span.touches(name) for span in one.spans for name in ministry)
        whole = named and _narrow([*asked[0], *asked[1]], one.spans, "origin")
        return Row("origin", "Q1+Q2", "found" if whole else "in part", f"origin {one.finding.id}", one.spans)
    return Row("origin", "Q1+Q2", "not found", "", ())


def _relay(item: dict[str, Any], chains: Sequence[tuple[str, Chain]]) -> Row:
    """The gold's relays run from the outermost voice inward; a chain's voices from the innermost outward."""
    voices = [item["source"], *(voice["source"] for voice in reversed(item["relay"]))]
    content = _characters((s["start"], s["end"]) for s in item["content"])
    best = Row("relay", item["id"], "not found", "", ())
    for doc, chain in chains:
        told = _characters((s.start, s.end) for s in chain.content)
        if doc != item["doc"] or len(content & told) < _SHARED * len(content | told):
            continue
        right = len(voices) == len(chain.voices) and all(
            voice is None or any(s.start < voice["end"] and voice["start"] < s.end for s in held.source)
            for voice, held in zip(voices, chain.voices, strict=True)
        )
        if best.verdict == "not found" or (right and best.verdict != "found"):
            spans = (*(s for v in chain.voices for s in v.source), *chain.content)
            shown = tuple(Stretch(doc, s.start, s.end) for s in spans)
            best = Row("relay", item["id"], "found" if right else "in part", f"chain {chain.id}", shown)
    return best


def _characters(stretches: Iterable[tuple[int, int]]) -> set[int]:
    return {place for start, end in stretches for place in range(start, end)}


def figures(judgements: Sequence[Row]) -> dict[str, float]:
    """Of each group how many are found, in points of 100: ``seeds.quotation``, ``seeds.discrepancy``, …"""
    asked = Counter(one.group for one in judgements)
    found = Counter(one.group for one in judgements if one.verdict == "found")
    return {f"seeds.{group}": 100 * found[group] / count for group, count in asked.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with data/seeds")
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    options = parser.parse_args()
    judgements = rows(options.data)
    for one in judgements:
        print(f"{one.group:12} {one.item:6} {one.verdict:10} {one.by}")
        for span in one.spans:
            print(f"{'':20} {span.doc}[{span.start}:{span.end}]")
    for group in dict.fromkeys(one.group for one in judgements):
        own = [one for one in judgements if one.group == group]
        counts = Counter(one.verdict for one in own)
        print(f"{group}: {counts['found']} of {len(own)} found, {counts['in part']} in part")
    if options.json:
        options.json.write_text(json.dumps(figures(judgements)), encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

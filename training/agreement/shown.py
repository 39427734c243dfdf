"""Pairs that a reader judged, and those that the gold covers → the lines that weigh what is to be shown.

    shown.py SCORES.jsonl READ.jsonl OUT STORIES...   (a Python that has conspectus installed)

SCORES.jsonl comes from ``pairs.py``: pairs with the scores of scorers that had not seen the story; they get the closer
look here, as in the package. READ.jsonl holds pairs that no gold agreement covers and that a strict reader judged:
``right`` is 1, .5 (partly) or 0. Pairs that the gold covers are right, and are what has to be found: they count twice
as much as others that are right. Writes told_clauses.npz and told_phrases.npz to OUT in the layout of
conspectus/compare/matters/likely.py, and prints how well each line ranks the pairs read (eight folds by story, arguable
ones left out), beside the score alone: the share of right and wrong ones that stand in the right order.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from pairs import _label, _names, stories

from conspectus.compare.agreement import same
from conspectus.compare.clauses.alike import Alike
from conspectus.compare.clauses.clause import clauses
from conspectus.compare.clauses.lexicon import lexicon
from conspectus.compare.closer.look import looked
from conspectus.compare.phrases.pair import Phrases
from conspectus.compare.telling.numbers import CLAUSES, PHRASES, around, of_clauses, of_phrases
from conspectus.compare.telling.weigh import ENOUGH
from conspectus.model import Span

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "matters"))
from line import fitted_line, on_line

_COUNTS = {1.0: 0.5, 0.5: 0.5, 0.0: 1.0}
"""What a pair counts that was read and found right, partly right, wrong; one that the gold covers counts one."""
LOOSE, FOLDS, SEED = 0.3, 8, 1


def _by_story(path: str) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = defaultdict(list)
    for line in Path(path).read_text(encoding="utf8").splitlines():
        found[json.loads(line)["story"]].append(json.loads(line))
    return found


def _looked(readings, lines):
    """The pairs of a story with their scores after a closer look."""
    told = {c.statement.id: c.statement for reading in readings for c in clauses(reading, lexicon())}
    like = [Alike(told[p["ids"][0]], told[p["ids"][1]], p["score"]) for p in lines if p["kind"] == "clauses"]
    parts = [
        Phrases(Span(*p["one"]), Span(*p["other"]), p["score"], p["mass"]) for p in lines if p["kind"] == "phrases"
    ]
    like.sort(key=lambda p: (-p.score, p.one.span, p.other.span))
    parts.sort(key=lambda p: (-p.score, p.one, p.other))
    return looked(like, parts, readings, same)


def _key(kind, one, other, names):
    sides = sorted((names[s.article] + ("#title" if s.part == "title" else ""), s.start, s.end) for s in (one, other))
    return (kind, *sides)


def rows_of(readings, gold, lines, read):
    """For every pair that was read or that the gold covers: kind, numbers, right, weight, whether it was read."""
    names, found = _names(readings), _looked(readings, lines)
    known = around(found.clauses, found.phrases, {r.article.id: r for r in readings}, lexicon())
    judged = {
        (p["kind"], *sorted((s["doc"], s["start"], s["end"]) for s in (p["one"], p["other"]))): (
            p["right"],
            _COUNTS[p["right"]],
        )
        for p in read
    }
    every = [("clauses", p.one.span, p.other.span, p) for p in found.clauses if p.score >= ENOUGH]
    every += [("phrases", p.one, p.other, p) for p in found.phrases if p.score >= ENOUGH]
    for kind, one, other, pair in every:
        own = judged.get(_key(kind, one, other, names))
        if own is None and _label(one, other, gold, names, kind == "phrases") == 1:
            own = (1.0, 1.0)
        if own is not None:
            measure = of_clauses if kind == "clauses" else of_phrases
            yield kind, measure(pair, known), *own, _key(kind, one, other, names) in judged


def in_order(scores, right) -> float:
    """The share of pairs of a right and a wrong one of which the right one scores more."""
    above = scores[right][:, None] - scores[~right][None, :]
    return float((above > 0).mean() + (above == 0).mean() / 2)


def main(scores: str, read: str, out: str, *folders: str) -> None:
    lines, judged = _by_story(scores), _by_story(read)
    rows = []
    for number, (name, readings, gold) in enumerate(stories(folders)):
        rows += [(number, *row) for row in rows_of(readings, gold, lines[name], judged[name])]
    for kind, signs in (("clauses", CLAUSES), ("phrases", PHRASES)):
        own = [row for row in rows if row[1] == kind]
        story, table, right, weight, was_read = (np.array([row[n] for row in own]) for n in (0, 2, 3, 4, 5))
        fold = np.random.default_rng(SEED).permutation(story.max() + 1)[story] % FOLDS
        held = np.zeros(len(own))
        for n in range(FOLDS):
            fit = fitted_line(table[fold != n], right[fold != n], weight[fold != n], LOOSE)
            held[fold == n] = on_line(fit, table[fold == n])
        told = was_read & (right != 0.5)
        line, alone = (in_order(own[told], right[told] > 0.5) for own in (held, table[:, 0]))
        print(f"{kind}: {len(own)} pairs, {was_read.sum()} read; in order {line:.3f}, by the score alone {alone:.3f}")
        fit = fitted_line(table, right, weight, LOOSE)
        np.savez_compressed(Path(out) / f"told_{kind}.npz", signs=np.array(signs), **fit)


if __name__ == "__main__":
    main(*sys.argv[1:])

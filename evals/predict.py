#!/usr/bin/env python3
"""Run Conspectus over any input of a scorer's form and write what that scorer reads.

    python evals/predict.py attribution IN.jsonl OUT.jsonl     lines with doc_id and text
    python evals/predict.py compare FOLDER OUT.jsonl           the files of one story
    python evals/predict.py chains FOLDER OUT.jsonl            the files of one story
    python evals/predict.py reuse PAIRS.json TEXTS.jsonl OUT.json   pairs with pair, a.id, b.id; lines with id and text
    python evals/predict.py speakers FOLDER OUT.jsonl          a folder of stories, a folder of articles each
    python evals/predict.py labels FOLDER OUT.jsonl            a folder of stories, a folder of articles each
    python evals/predict.py coreference IN.jsonl OUT.json      lines with doc, event, text, mentions (spans)
    python evals/predict.py stories IN.jsonl OUT.json [--online]    lines with id, date, title, text
    python evals/predict.py times IN.jsonl OUT.jsonl           lines with doc, dct (publication time) and text
    python evals/predict.py places IN.jsonl OUT.jsonl          lines with text

Only the fields named here are read: gold fields may be there or not, the output is the same. Needs only the
installed package. Spans in the output are half-open code points of the input's own text.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from conspectus import Article, Models, Span, load_models, read
from conspectus.model import Fact, Language, Raw, article_id
from conspectus.origins import derivation, words_of
from conspectus.text.blocks import blocks

sys.path.insert(0, str(Path(__file__).resolve().parent))
from predict_chains import chains as predict_chains_of
from predict_compare import findings as predict_compare_findings
from predict_coreference import coreference as predict_coreference_of
from predict_labels import labels as predict_labels_of
from predict_speakers import speakers as predict_speakers_of
from predict_stories import stories as predict_stories_of

NOBODY = Fact(None, "nobody", "an evaluation text")


def article(text: str) -> Article:
    """An article whose body is ``text`` exactly, so that spans stay in the input's own coordinates."""
    name = article_id("", text)
    data = text.encode("utf-8", "surrogatepass")
    raw = Raw("-", data, "", "text/plain", "utf-8", 0, "none", "1")
    english = Language("en", 1.0, "the corpora are English")
    return Article(name, "", text, blocks(name, text, ""), NOBODY, NOBODY, NOBODY, (), english, raw)


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file; blank lines are left out."""
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                try:
                    yield json.loads(line)
                except ValueError as error:
                    raise SystemExit(f"{path}, line {number}: not JSON ({error})") from error


def attribution(document: dict[str, Any], models: Models) -> dict[str, Any]:
    """One document as score_attribution.py wants it."""
    found = read(article(document["text"]), models).attributions
    told = [{"source": _pairs(a.source), "cue": _pairs(a.cue), "content": _pairs(a.content)} for a in found]
    return {"doc_id": document["doc_id"], "attributions": told}


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def write(path: Path, documents: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for document in documents:
            file.write(json.dumps(document, ensure_ascii=False) + "\n")


def predict_attribution(options: argparse.Namespace) -> None:
    models = load_models()
    write(options.output, (attribution(document, models) for document in lines(options.input)))


def times(document: dict[str, Any], models: Models) -> dict[str, Any]:
    """One document as score_times.py wants it; ``dct`` is its publication time, if that is known."""
    told = document.get("dct")
    published = Fact(told, "file", "field dct") if told else NOBODY
    dated = replace(article(document["text"]), published=published)
    found = [{"span": [t.span.start, t.span.end], "type": t.type, "value": t.value} for t in read(dated, models).times]
    return {"doc": document["doc"], "times": found}


def predict_times(options: argparse.Namespace) -> None:
    models = load_models()
    write(options.output, (times(document, models) for document in lines(options.input)))


def places(document: dict[str, Any], models: Models) -> dict[str, Any]:
    """One document as score_places.py wants it: the places that the gazetteer has, without words for people."""
    found = [place for place in read(article(document["text"]), models).places if place.id and not place.demonym]
    told = [{"span": [p.span.start, p.span.end], "lat": p.latitude, "lon": p.longitude, "id": p.id} for p in found]
    return {"places": told}


def predict_places(options: argparse.Namespace) -> None:
    models = load_models()
    write(options.output, (places(document, models) for document in lines(options.input)))


def predict_compare(options: argparse.Namespace) -> None:
    write(options.output, predict_compare_findings(options.input, load_models()))


def predict_chains(options: argparse.Namespace) -> None:
    write(options.output, predict_chains_of(options.input, load_models()))


def predict_reuse(options: argparse.Namespace) -> None:
    """Pair → label as score_reuse.py names them; of a pair only its name and the two ids are read."""
    texts = {line["id"]: line["text"] for line in lines(options.texts)}
    pairs = json.loads(options.input.read_text(encoding="utf-8"))
    wanted = {pair[side]["id"] for pair in pairs for side in ("a", "b")}
    words = {name: words_of(article(texts[name])) for name in sorted(wanted)}
    labels = {p["pair"]: derivation(words[p["a"]["id"]], words[p["b"]["id"]]).label.replace(" ", "_") for p in pairs}
    options.output.write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")


def predict_speakers(options: argparse.Namespace) -> None:
    write(options.output, predict_speakers_of(options.input, load_models()))


def predict_labels(options: argparse.Namespace) -> None:
    write(options.output, predict_labels_of(options.input, load_models()))


def predict_coreference(options: argparse.Namespace) -> None:
    found = predict_coreference_of(list(lines(options.input)), load_models())
    options.output.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def predict_stories(options: argparse.Namespace) -> None:
    found = predict_stories_of(options.input, options.online)
    options.output.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    tasks = parser.add_subparsers(dest="task", required=True)
    one = tasks.add_parser("attribution", help="who says what, for score_attribution.py")
    one.add_argument("input", type=Path, help="JSONL with doc_id and text")
    one.add_argument("output", type=Path, help="JSONL to write")
    one.set_defaults(run=predict_attribution)
    timed = tasks.add_parser("times", help="time expressions, for score_times.py")
    timed.add_argument("input", type=Path, help="JSONL with doc, dct and text")
    timed.add_argument("output", type=Path, help="JSONL to write")
    timed.set_defaults(run=predict_times)
    placed = tasks.add_parser("places", help="places with their coordinates, for score_places.py")
    placed.add_argument("input", type=Path, help="JSONL with text")
    placed.add_argument("output", type=Path, help="JSONL to write")
    placed.set_defaults(run=predict_places)
    story = tasks.add_parser("compare", help="the findings of one story, for score_compare.py")
    story.add_argument("input", type=Path, help="folder with the story's article files")
    story.add_argument("output", type=Path, help="JSONL to write")
    story.set_defaults(run=predict_compare)
    relayed = tasks.add_parser("chains", help="through whom words come, for score_chains.py")
    relayed.add_argument("input", type=Path, help="folder with the story's article files")
    relayed.add_argument("output", type=Path, help="JSONL to write")
    relayed.set_defaults(run=predict_chains)
    reuse = tasks.add_parser("reuse", help="how articles derive from one another, for score_reuse.py")
    reuse.add_argument("input", type=Path, help="JSON list of pairs: pair, a.id, b.id")
    reuse.add_argument("texts", type=Path, help="JSONL with id and text")
    reuse.add_argument("output", type=Path, help="JSON to write: pair → label")
    reuse.set_defaults(run=predict_reuse)
    said = tasks.add_parser("speakers", help="whom each source stands for, for score_speakers.py")
    said.add_argument("input", type=Path, help="folder of stories, a folder of article files each")
    said.add_argument("output", type=Path, help="JSONL to write")
    said.set_defaults(run=predict_speakers)
    called = tasks.add_parser("labels", help="what each article calls the same, for score_labels.py")
    called.add_argument("input", type=Path, help="folder of stories, a folder of article files each")
    called.add_argument("output", type=Path, help="JSONL to write")
    called.set_defaults(run=predict_labels)
    joined = tasks.add_parser("coreference", help="which mentions of an event are one, for score_stories.py")
    joined.add_argument("input", type=Path, help="JSONL with doc, event, text and mentions (span)")
    joined.add_argument("output", type=Path, help="JSON to write: doc:start:end → cluster")
    joined.set_defaults(run=predict_coreference)
    grouped = tasks.add_parser("stories", help="which articles tell one event, for score_stories.py")
    grouped.add_argument("input", type=Path, help="JSONL with id, date, title and text")
    grouped.add_argument("output", type=Path, help="JSON to write: id → story")
    grouped.add_argument("--online", action="store_true", help="add day by day, knowing nothing of later days")
    grouped.set_defaults(run=predict_stories)
    return parser


def main(argv: list[str] | None = None) -> int:
    options = arguments().parse_args(argv)
    options.run(options)
    return 0


if __name__ == "__main__":
    sys.exit(main())

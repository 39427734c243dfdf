#!/usr/bin/env python3
"""The stories read by hand: their offsets out of a folder of readers' notes, and that folder back out of the offsets.

    python training/stories/lay.py keep FOLDER              offsets of FOLDER into this folder
    python training/stories/lay.py lay STORIES.jsonl OUT    articles and gold into OUT (--of: of another folder)

FOLDER and OUT hold articles/STORY/LETTER.json (title, text, published, outlet, url; in FOLDER also origin, the id of
the article in STORIES.jsonl) and gold/STORY.jsonl, an item a line with spans {"doc", "start", "end"}, half-open
code points of the text, or of the title where doc ends in "#title". That is the form which the exporters of evals/ and
evals/allegations.py read. STORIES.jsonl has the articles: id, source, date, title, text, url a line.
Standard library only.

What is kept holds no word of any article: articles.jsonl names each by its id and the SHA-256 of its title and text,
gold/STORY.jsonl has the offsets. An article whose text is another now ends the run.
"""

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
KEPT = ("kind", "class", "severity", "same_utterance", "missing")
SPANS = ("spans", "allegation", "denial")
Line = dict[str, Any]


def lines(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def write(path: Path, made: Iterable[Line]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in made), encoding="utf8")


def sha256(article: Line) -> str:
    return hashlib.sha256(f"{article['title']}\n{article['text']}".encode()).hexdigest()


def offsets(item: Line) -> Line:
    """An item without a word of an article, nor of what its reader says of it."""
    places = {
        name: [{key: span[key] for key in ("doc", "start", "end")} for span in item[name]]
        for name in SPANS
        if name in item
    }
    return {name: item[name] for name in KEPT if name in item} | places


def keep(folder: Path, here: Path) -> None:
    named = []
    for gold in sorted((folder / "gold").glob("*.jsonl")):
        write(here / "gold" / gold.name, map(offsets, lines(gold)))
        for path in sorted((folder / "articles" / gold.stem).glob("*.json")):
            article = json.loads(path.read_text(encoding="utf8"))
            named.append({"story": gold.stem, "article": path.stem, "id": article["origin"], "sha256": sha256(article)})
    write(here / "articles.jsonl", named)


def lay(here: Path, stories: Path, out: Path) -> None:
    known = {one["id"]: one for one in lines(stories)}
    for name in lines(here / "articles.jsonl"):
        article = _laid(known[name["id"]])
        if sha256(article) != name["sha256"]:
            raise SystemExit(f"{name['story']}/{name['article']}: its text is not the one that was read")
        write(out / "articles" / name["story"] / f"{name['article']}.json", [article])
    for gold in sorted((here / "gold").glob("*.jsonl")):
        write(out / "gold" / gold.name, lines(gold))


def _laid(given: Line) -> Line:
    return {
        "outlet": given["source"], "title": given["title"], "published": _day(given["date"]), "url": given["url"],
        "text": given["text"],
    }  # fmt: skip


def _day(printed: str) -> str:
    """A date as YYYY-MM-DD; some are printed month/day/year."""
    turned = re.match(r"(\d+)/(\d+)/(\d+)$", printed[:10].strip())
    return f"20{turned[3][-2:]}-{int(turned[1]):02}-{int(turned[2]):02}" if turned else printed[:10]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("keep").add_argument("folder", type=Path)
    laying = commands.add_parser("lay")
    laying.add_argument("stories", type=Path)
    laying.add_argument("out", type=Path)
    laying.add_argument("--of", type=Path, default=HERE, help="another folder with articles.jsonl and gold/")
    given = parser.parse_args(argv)
    if given.command == "keep":
        keep(given.folder, HERE)
    else:
        lay(given.of, given.stories, given.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Readings and comparisons, kept under what they were made of: texts, options and everything that made them.

The key holds a hash of the code and weights that read and compare, not their version numbers alone: what has changed
in any way is computed anew and never shown as fresh.
"""

import hashlib
import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from conspectus.model import Article, Comparison, Decision, Reading, Rejection
from conspectus.options import CompareOptions, ReadOptions
from conspectus.review import bears, corrected, corrections, decided, line, parsed
from conspectus.store.finding import members, records
from conspectus.store.library import Library
from conspectus.store.records import from_json, to_json
from conspectus.version import __version__

if TYPE_CHECKING:
    from conspectus.read import Models

_MAKE = ("read", "compare", "origins", "text", "model", "weights")
Freshness = Literal["fresh", "stale", "none"]


@dataclass(frozen=True, slots=True)
class Asked:
    """How to read and compare, and how to load the models where something has to be read."""

    reading: ReadOptions
    comparing: CompareOptions
    models: "Callable[[], Models]"
    now: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A comparison that is to be made: of which articles, with which decisions, to be kept under which key."""

    story: str
    key: str
    articles: tuple[Article, ...]
    decisions: tuple[Decision, ...]


def compared(library: Library, story: str, asked: Asked) -> Comparison:
    """The comparison of a story: the kept one where nothing it was made of has changed, else made now and kept.

    What people decided is applied to either. An article that breaks a reader is among the comparison's rejections.
    In a library that may not be written nothing is kept.
    """
    one = wanted(library, story, asked)
    kept = _kept(library, "comparison", story, one.key)
    if kept is not None:
        found = from_json(Comparison, kept, {article.id: article for article in one.articles})
    else:
        from conspectus.compare import compare

        readings, failed = _readings(library, one.articles, asked)
        read_so, right = corrected(readings, one.decisions), corrections(one.decisions)
        found = compare(read_so, asked.comparing, failed, right)
        keep_comparison(library, story, one.key, to_json(found), asked)
    return decided(found, [decision for decision in one.decisions if bears(decision, found)])


def wanted(library: Library, story: str, asked: Asked) -> Wanted:
    """What a story's comparison is made of."""
    held = tuple(member.article for member in members(library, story))
    decisions = decisions_on(library, [article.id for article in held])
    return Wanted(story, _key([_facts(one) for one in held], asked, decisions), held, decisions)


def freshness(library: Library, story: str, asked: Asked) -> Freshness:
    """Whether the story's comparison is kept and still what it would be today. Neither texts nor bytes are loaded."""
    row = library.base.execute("SELECT key FROM results WHERE kind = 'comparison' AND subject = ?", (story,)).fetchone()
    if row is None:
        return "none"
    held = records(library, story)
    decisions = decisions_on(library, [one.id for one in held])
    return "fresh" if row[0] == _key([_facts(one) for one in held], asked, decisions) else "stale"


def decide(library: Library, decisions: Sequence[Decision]) -> int:
    """Keep decisions: lines are added and never changed. How many were new."""
    with library.writing() as base:
        before = base.total_changes
        for one in decisions:
            values = (one.story, one.finding, line(one))
            base.execute("INSERT OR IGNORE INTO decisions (story, finding, line) VALUES (?, ?, ?)", values)
        return base.total_changes - before


def decisions_on(library: Library, articles: Sequence[str]) -> tuple[Decision, ...]:
    """Every decision that may bear on these articles (ids), in the order they were made."""
    lines = "".join(one for (one,) in library.base.execute("SELECT line FROM decisions ORDER BY number"))
    ids = set(articles)
    found = parsed(lines).decisions
    return tuple(
        one for one in found if one.correction is None or all(span.article in ids for span in one.correction.spans)
    )


def _readings(library: Library, articles: Sequence[Article], asked: Asked) -> tuple[list[Reading], list[Rejection]]:
    readings, failed = [], []
    for article in articles:
        kept = kept_reading(library, article, asked)
        if kept is not None:
            readings.append(from_json(Reading, kept, {article.id: article}))
            continue
        from conspectus.read import read

        models = asked.models()
        try:
            reading = read(article, models)
        except Exception as error:
            why = f"could not be read ({type(error).__name__}: {error})"
            failed.append(Rejection(article.raw.name, "reading-failed", why, "tell the makers of Conspectus"))
            continue
        keep_reading(library, article, to_json(reading), asked)
        readings.append(reading)
    return readings, failed


def kept_reading(library: Library, article: Article, asked: Asked) -> str | None:
    """The reading of an article as JSON, where it is kept and fresh."""
    return _kept(library, "reading", article.id, _reading_key(article, asked))


def keep_reading(library: Library, article: Article, text: str, asked: Asked) -> None:
    """Keep a reading (as JSON) that was made now."""
    _keep(library, ("reading", article.id, _reading_key(article, asked)), text, asked.now)


def keep_comparison(library: Library, story: str, key: str, text: str, asked: Asked) -> None:
    """Keep a comparison (as JSON) under the key that was its ``Wanted``'s before it was made."""
    _keep(library, ("comparison", story, key), text, asked.now)


def _reading_key(article: Article, asked: Asked) -> str:
    facts = [article.id, article.published.value, article.outlet.value]
    return _hash(["reading", *facts, to_json(asked.reading), made(asked.reading)])


Facts = list[str | None]


def _facts(article: Article) -> Facts:
    return [article.id, article.published.value, article.outlet.value, article.url.value, article.origin.value]


def _key(facts: Sequence[Facts], asked: Asked, decisions: Sequence[Decision]) -> str:
    put_right = [line(one) for one in decisions if one.correction]
    return _hash([facts, to_json(asked.comparing), to_json(asked.reading), put_right, made(asked.reading)])


def _kept(library: Library, kind: str, subject: str, key: str) -> str | None:
    query = "SELECT data FROM results WHERE kind = ? AND subject = ? AND key = ?"
    row = library.base.execute(query, (kind, subject, key)).fetchone()
    return zlib.decompress(row[0]).decode("ascii") if row else None


def _keep(library: Library, at: tuple[str, str, str], text: str, now: str) -> None:
    if not library.writable:
        return
    data = zlib.compress(text.encode("ascii"), 6)
    with library.writing() as base:
        base.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?)", (*at, code(), data, now))


def made(options: ReadOptions) -> str:
    """Everything that makes a reading and a comparison, in one hash."""
    return _hash([__version__, code(), options.pipeline, _pipeline(options.pipeline), metadata.version("spacy")])


@cache
def code() -> str:
    """A hash over the sources and weight cards of what reads and compares."""
    root = Path(str(resources.files("conspectus")))
    digest = hashlib.sha256((root / "options.py").read_bytes())
    for folder in _MAKE:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".py", ".md", ".json", ".txt"):
                digest.update(path.relative_to(root).as_posix().encode() + b"\n" + path.read_bytes())
            elif path.suffix in (".onnx", ".npz", ".gz", ".bin"):
                digest.update(f"{path.relative_to(root).as_posix()} {path.stat().st_size}\n".encode())
    return digest.hexdigest()[:16]


def _pipeline(name: str) -> str:
    try:
        return metadata.version(name.replace("_", "-"))
    except (metadata.PackageNotFoundError, ValueError):
        meta = Path(name) / "meta.json"
        return hashlib.sha256(meta.read_bytes()).hexdigest() if meta.is_file() else "unknown"


def _hash(parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()

"""The evidence bundle: one zip with all that a story's findings rest on, and a manifest of hashes to check it by."""

import hashlib
import io
import json
import zipfile
from typing import Any

from conspectus.errors import InputError
from conspectus.model import Article, Comparison, article_id
from conspectus.present.json import comparison_object
from conspectus.present.page import page
from conspectus.review import line
from conspectus.version import __version__

FORMAT = "conspectus-bundle/1"
_WHEN = (1980, 1, 1, 0, 0, 0)
"""A zip's date for every file: the same evidence is the same bundle, to the byte."""
_MOST = 500_000_000


def bundle(story: str, comparison: Comparison, excerpts: bool = False) -> bytes:
    """The bundle of a compared story.

    It holds the page, the comparison (findings, options, versions) as JSON, people's decisions, each article's text
    and raw bytes. With ``excerpts`` there are neither texts nor raw bytes, only what findings point into (on the page).
    """
    content = comparison_object(comparison)
    if excerpts:
        content = _without_texts(content)
    files = {
        "page.html": page(comparison, excerpts),
        "comparison.json": _json(content),
        "decisions.jsonl": "".join(line(one) for one in comparison.decisions).encode("ascii"),
    }
    if not excerpts:
        for article in comparison.articles:
            files |= _article(article)
    manifest = {
        "format": FORMAT, "story": story, "excerpts": excerpts, "conspectus": __version__,
        "articles": [
            {"id": one.id, "raw_sha256": one.raw.sha256, "outlet": one.outlet.value, "url": one.url.value}
            for one in comparison.articles
        ],
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())},
    }  # fmt: skip
    return _zipped({"manifest.json": _json(manifest), **dict(sorted(files.items()))})


def verify_bundle(path: str) -> tuple[str, ...]:
    """What does not fit in a bundle, a line each, or nothing; InputError for a file that is none.

    Every file has its hash, none is beside them, raw bytes are those that the articles were made of, and texts have
    the ids that the findings name.
    """
    try:
        with zipfile.ZipFile(path) as held:
            if sum(one.file_size for one in held.infolist()) > _MOST:
                raise InputError("unpacks to more than a bundle may have", path, "check where it comes from")
            files = {one.filename: held.read(one) for one in held.infolist()}
        manifest = json.loads(files.pop("manifest.json"))
        if manifest["format"] != FORMAT:
            raise ValueError(manifest["format"])
        listed, articles = dict(manifest["files"]), list(manifest["articles"])
    except (zipfile.BadZipFile, OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
        raise InputError("is no evidence bundle", path, "give what conspectus bundle wrote") from error
    wrong = [f"{name}: it is not in the manifest" for name in sorted(set(files) - set(listed))]
    wrong += [f"{name}: it is missing" for name in sorted(set(listed) - set(files))]
    wrong += [
        f"{name}: it is not what was bundled"
        for name, data in sorted(files.items())
        if name in listed and hashlib.sha256(data).hexdigest() != listed[name]
    ]
    return tuple(wrong + ([] if manifest["excerpts"] else _unfit(files, articles)))


def _unfit(files: dict[str, bytes], articles: list[dict[str, Any]]) -> list[str]:
    wrong = []
    for one in articles:
        raw, text = files.get(f"raw/{one['raw_sha256']}"), files.get(f"articles/{one['id']}.json")
        if raw is None or hashlib.sha256(raw).hexdigest() != one["raw_sha256"]:
            wrong.append(f"raw bytes {one['raw_sha256'][:12]}: they are not those of article {one['id']}")
        try:
            held = json.loads(text or b"")
            fits = article_id(held["title"], held["body"]) == one["id"]
        except (ValueError, KeyError, TypeError):
            fits = False
        if not fits:
            wrong.append(f"article {one['id']}: its text is not the one that was read")
    return wrong


def _article(article: Article) -> dict[str, bytes]:
    held = {"title": article.title, "body": article.body}
    return {f"raw/{article.raw.sha256}": article.raw.data, f"articles/{article.id}.json": _json(held)}


def _without_texts(content: dict[str, Any]) -> dict[str, Any]:
    bare = [
        {name: value for name, value in one.items() if name not in ("title", "body")} for one in content["articles"]
    ]
    return {**content, "articles": bare}


def _json(content: object) -> bytes:
    # ASCII alone: a lone surrogate keeps its escape, so that texts come back exactly as they were.
    return json.dumps(content, ensure_ascii=True, indent=1).encode("ascii") + b"\n"


def _zipped(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files.items():
            target.writestr(zipfile.ZipInfo(name, _WHEN), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()

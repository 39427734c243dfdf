"""What a web page states of itself in its markup: meta elements, JSON-LD, canonical link, time elements.

Only what is written there counts: no date out of the address or the text, no outlet out of the host's name.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from conspectus.ingest.draft import Given

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
    "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date", "citation_publication_date", "pubdate",
    "publishdate", "publish_date", "publish-date", "publication_date", "date",
)  # fmt: skip
_OUTLET = ("og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "publisher")
_AUTHOR = ("author", "article:author", "parsely-author", "dc.creator", "citation_author")
_ARTICLES = ("article", "blogposting", "report")


@dataclass(frozen=True, slots=True)
class Stated:
    """The facts that a page's markup states."""

    outlet: Given | None
    published: Given | None
    url: Given | None
    authors: tuple[str, ...]


def stated(tree: Any) -> Stated:
    """Read the facts from a page's element tree (lxml)."""
    meta = _meta(tree)
    ld = next(_linked(tree), {})
    return Stated(
        outlet=_of_meta(meta, _OUTLET[:1]) or _of_ld(ld, "publisher") or _of_meta(meta, _OUTLET[1:]),
        published=_of_meta(meta, _PUBLISHED[:2]) or _of_ld(ld, "datePublished") or _of_meta(meta, _PUBLISHED[2:])
        or _of_time(tree),
        url=_canonical(tree) or _address(_of_meta(meta, ("og:url",))) or _address(_of_ld(ld, "url")),
        authors=_authors(meta, ld),
    )  # fmt: skip


def _meta(tree: Any) -> dict[str, str]:
    """Name of a meta element, in small letters → its content; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for key in ("property", "name", "itemprop"):
            name = (element.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _of_meta(meta: dict[str, str], names: tuple[str, ...]) -> Given | None:
    return next((Given(meta[name], f"meta {name}") for name in names if name in meta), None)


def _linked(tree: Any) -> Iterator[dict[str, Any]]:
    """The article objects of the page's JSON-LD; a script that is no JSON states nothing."""
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
            try:
                held = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            yield from (one for one in _objects(held) if _is_article(one))


def _objects(held: Any) -> Iterator[dict[str, Any]]:
    """The objects of a script: itself, those of a list, those under @graph."""
    for one in held if isinstance(held, list) else [held]:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            yield from (node for node in graph if isinstance(node, dict)) if isinstance(graph, list) else ()


def _is_article(one: dict[str, Any]) -> bool:
    kinds = one.get("@type")
    return any(
        isinstance(kind, str) and kind.lower().endswith(_ARTICLES)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _of_ld(ld: dict[str, Any], field: str) -> Given | None:
    held = ld.get(field)
    for one in held if isinstance(held, list) else [held]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and name.strip():
            return Given(name.strip(), f"JSON-LD {field}")
    return None


def _of_time(tree: Any) -> Given | None:
    for element in tree.iter("time"):
        written = (element.get("datetime") or "").strip()
        marked = (element.get("itemprop") or "").lower() == "datepublished" or element.get("pubdate") is not None
        if written and marked:
            return Given(written, "time element marked as published")
    return None


def _canonical(tree: Any) -> Given | None:
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            return _address(Given((element.get("href") or "").strip(), "canonical link"))
    return None


def _address(given: Given | None) -> Given | None:
    return given if given and given.value.lower().startswith(("http://", "https://")) else None


def _authors(meta: dict[str, str], ld: dict[str, Any]) -> tuple[str, ...]:
    held = ld.get("author")
    named = [one.get("name") if isinstance(one, dict) else one for one in (held if isinstance(held, list) else [held])]
    people = tuple(name.strip() for name in named if isinstance(name, str) and name.strip())
    found = _of_meta(meta, _AUTHOR)
    return people or ((found.value,) if found and not _address(found) else ())

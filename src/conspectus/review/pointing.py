"""Words that a person points at (A:WORDS, A:body:START-END) → what is put right there."""

import re
from collections.abc import Sequence

from conspectus.errors import OptionError
from conspectus.model import Correction, Span
from conspectus.review.subject import Json, Named, Subject

_OFFSETS = re.compile(r"(title|body):(\d+)[-–](\d+)")
_SIGLUM = re.compile(r"\s*([A-Za-z]{1,3})\s*:(.*)", re.DOTALL)
_SHOWN = 6
"""So many places are named where several have the words, or none has just these."""

Spans = tuple[Span, ...]


def speaker(about: Subject, at: str, name: str) -> Correction:
    """The source at ``at`` stands for whom ``name`` names in the same article; "" for the article does not tell."""
    source = source_at(about, at)
    if not name:
        return Correction("speaker", source)
    siglum = about.siglum(source[0].article)
    given = _SIGLUM.fullmatch(name)
    known = {one["siglum"] for one in about.articles}
    if given and given[1].upper() in known and given[1].upper() != siglum:
        advice = "a source can stand only for somebody whom its own article names; write it as a --note otherwise"
        raise OptionError(f"names somebody in {given[1].upper()}, the source is in {siglum}", f"--is {name}", advice)
    here = [one for one in about.names if one.span.article == source[0].article]
    chosen = _named(about, here, given[2].strip() if given and given[1].upper() in known else name, f"--is {name}")
    return Correction("speaker", source, (chosen.span,), chosen.kind)


def entities(about: Subject, at: str, name: str, every: bool = False) -> list[Correction]:
    """The name at ``at`` names whom ``name`` names (SIGLUM:WORDS, or WORDS that name one in all the articles).

    ``every``: one correction for each place where the article of ``at`` has these words. "" for somebody of their
    own. OptionError where both are read as one already.
    """
    spans = names_at(about, at, every)
    if not name:
        first, *others = spans
        return [Correction("entity", (first,)), *(Correction("entity", (one,), (first,)) for one in others)]
    given = _SIGLUM.fullmatch(name)
    known = {one["siglum"]: one["id"] for one in about.articles}
    article = known.get(given[1].upper()) if given else None
    here = [one for one in about.names if article in (None, one.span.article) and one.span not in spans]
    chosen = _named(about, here, given[2].strip() if given and article else name, f"--is {name}")
    own = {one.span: one.entity for one in about.names if one.span in spans}
    apart = [span for span in spans if not chosen.entity or own[span] != chosen.entity]
    if not apart:
        raise OptionError("both are read as one already", f"{at} --is {name}", "nothing is to be put right")
    return [Correction("entity", (span,), (chosen.span,)) for span in apart]


def source_at(about: Subject, at: str) -> Spans:
    """The source that stands at a place."""
    return _one(about, at, about.sources, "source")


def names_at(about: Subject, at: str, every: bool = False) -> Spans:
    """The name that stands at a place; with ``every`` those of all places of its article that have the words."""
    known = [(one.span,) for one in about.names]
    found = _at(about, at, known, "name") if every else [_one(about, at, known, "name")]
    return tuple(span for one in found for span in one)


def _named(about: Subject, names: Sequence[Named], words: str, where: str) -> Named:
    """The one whom the words name: several places are one where they are read as one."""
    found = [one for one in names if _fits(about, (one.span,), words)]
    if not found:
        near = _near(about, [(one.span,) for one in names], words)
        raise OptionError("no name is read so", where, near or "give a name as the article prints it")
    if len({one.entity or one.span for one in found}) > 1:
        places = _places(about, [(one.span,) for one in found])
        raise OptionError("several have this name", where, f"give one of {places}")
    return found[0]


def _one(about: Subject, at: str, known: Sequence[Spans], what: str) -> Spans:
    """The one of the known places that ``at`` points at."""
    found = _at(about, at, known, what)
    if len(found) > 1:
        more = ", or --every" if what == "name" else ""
        advice = f"give one of {_places(about, found)}{more}"
        raise OptionError(f"{len(found)} places have these words", at, advice)
    return found[0]


def _at(about: Subject, at: str, known: Sequence[Spans], what: str) -> list[Spans]:
    """The known places that ``at`` points at, one at least."""
    given = _SIGLUM.fullmatch(at)
    if not given or not given[2].strip():
        raise OptionError("names no place", at or "the place", "write SIGLUM:WORDS, or SIGLUM:body:START-END")
    article, words = _article(about, given[1].upper())["id"], given[2].strip()
    here = [one for one in known if one[0].article == article]
    found = [one for one in here if _fits(about, one, words)]
    if not found:
        advice = _near(about, here, words) or "see --json for what is read and where"
        raise OptionError(f"no {what} is read there", at, advice)
    return found


def _article(about: Subject, siglum: str) -> Json:
    found = next((one for one in about.articles if one["siglum"] == siglum), None)
    if found is None:
        raise OptionError("no such article", siglum, f"there are {', '.join(one['siglum'] for one in about.articles)}")
    return found


def _fits(about: Subject, spans: Spans, words: str) -> bool:
    offsets = _OFFSETS.fullmatch(words)
    if offsets:
        return any((s.part, s.start, s.end) == (offsets[1], int(offsets[2]), int(offsets[3])) for s in spans)
    return _plain(about, spans) == " ".join(words.lower().split())


def _plain(about: Subject, spans: Spans) -> str:
    return " ".join(" … ".join(about.words(span) for span in spans).lower().split())


def _near(about: Subject, known: Sequence[Spans], words: str) -> str:
    """The places that share a word with what was given, or overlap it."""
    offsets = _OFFSETS.fullmatch(words)
    wanted = set(re.findall(r"\w+", words.lower())) - {"the", "a", "an", "of"}
    near = [
        one
        for one in known
        if (wanted & set(re.findall(r"\w+", _plain(about, one))) and not offsets)
        or (
            offsets and any(s.part == offsets[1] and s.start < int(offsets[3]) and int(offsets[2]) < s.end for s in one)
        )
    ]
    return f"near it: {_places(about, near)}" if near else ""


def _places(about: Subject, found: Sequence[Spans]) -> str:
    told = [
        f"“{' … '.join(about.words(span) for span in one)}” "
        f"({about.siglum(one[0].article)}:{one[0].part}:{one[0].start}-{one[0].end})"
        for one in found[:_SHOWN]
    ]
    return ", ".join([*told, *([f"{len(found) - _SHOWN} more"] if len(found) > _SHOWN else [])])

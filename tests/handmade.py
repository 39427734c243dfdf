"""A comparison made by hand: invented articles whose spans are marked inside the text."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from conspectus.compare.heard import heard
from conspectus.model import (
    Accused,
    Article,
    Block,
    Chain,
    Column,
    Comparison,
    Fact,
    Finding,
    Language,
    Made,
    Note,
    Raw,
    Reading,
    Rejection,
    Sentence,
    Side,
    Span,
    Speaker,
    Time,
    Voice,
    article_id,
    finding_id,
)
from conspectus.options import CompareOptions

MARK = re.compile(r"⟦(\w+)\|([^⟦⟧]*)⟧")
NOBODY = Fact(None, "nobody", "no field of the file names one")

Marked = tuple[Article, dict[str, Span]]


def fact(value: str | None) -> Fact:
    return Fact(value, "person", "--outlet") if value else NOBODY


def article(
    marked: str, title: str = "", outlet: str | None = None, date: str | None = None, **known: object
) -> Marked:
    """An article out of a body with ``⟦name|words⟧`` marks, and where the marked words stand in it."""
    places, body = [], ""
    end = 0
    for mark in MARK.finditer(marked):
        body += marked[end : mark.start()]
        places.append((mark[1], len(body), len(body) + len(mark[2])))
        body += mark[2]
        end = mark.end()
    body += marked[end:]
    name = article_id(title, body)
    blocks = tuple(Block(Span(name, "body", p.start(), p.end()), "text") for p in re.finditer(r"[^\n]+", body))
    data = body.encode("utf-8", "surrogatepass")
    sha256 = hashlib.sha256(data).hexdigest()
    raw = Raw(f"{outlet or 'article'}.txt", data, sha256, "text/plain", "utf-8", 0, "plain", "1")
    made = Article(
        name, title, body, blocks, fact(outlet), fact(date), NOBODY, (), Language("en", 0.99, "by its words"), raw
    )
    spans = {mark: Span(name, "body", start, stop) for mark, start, stop in places}
    return replace(made, **known), spans


def side(span: Span, reading: str = "a", value: str | None = None, article: Article | None = None) -> Side:
    """A side that rests on one span; its context is the paragraph around it when the article is given."""
    around = [block.span for block in article.blocks if block.span.contains(span)] if article else []
    return Side(span.article, (span,), tuple(around), value, reading)


def finding(sides: Sequence[Side], **given: object) -> Finding:
    """A discrepancy about a number between the sides, unless told otherwise."""
    spans = [span for one in sides for span in one.spans]
    made = Finding(
        finding_id("discrepancy", "number", spans), "discrepancy", "number", "differ", "conflict",
        "How many were aboard", tuple(sides), (), None, 0.9, "The figures differ.", None, (), Made("compare.amounts", "1"),
    )  # fmt: skip
    return replace(made, **given)


def comparison(articles: Sequence[Article], findings: Sequence[Finding] = (), **given: object) -> Comparison:
    readings = tuple(Reading(one, made=(Made("read.sentences", "1"),)) for one in articles)
    made = (Made("conspectus", "0"), Made("compare.amounts", "1"))
    return replace(Comparison(readings, (), tuple(findings), (), (), CompareOptions(), made), **given)


def two() -> Comparison:
    """Two articles with a finding of every verdict."""
    a, at = article(
        "Ferry turns over off Port Tarn\n\nThe Odile carried ⟦n|212 people⟧, the ⟦who|harbour office⟧ said.\n\n"
        "“⟦q|We saw the car deck go under⟧,” said the cook. ⟦same|Fog stopped the search.⟧\n\n"
        "⟦only|The king sent his condolences.⟧ ⟦x|Some⟧ were from abroad.",
        title="Ferry turns over", outlet="Carrow Gazette", date="2031-03-11",
    )  # fmt: skip
    b, bt = article(
        "A ferry with ⟦n|208 people⟧ capsized, the ⟦who|coast guard⟧ said.\n\n"
        "“⟦q|We saw the whole car deck go under⟧,” a cook said. ⟦same|The search stopped because of fog.⟧ "
        "Dozens were taken to ⟦x|hospitals⟧."
    )
    words = [  # the collation of the cook's sentence
        Column("same", (word(at["q"], 0, 6), word(bt["q"], 0, 6))),
        Column("differs", (None, word(bt["q"], 7, 16))),
        Column("same", (word(at["q"], 7, 28), word(bt["q"], 17, 38))),
    ]
    both = {name: (side(at[name], "a", None, a), side(bt[name], "b", None, b)) for name in ("who", "q", "same", "x")}
    findings = [
        finding([side(at["n"], "a", "212..212 person", a), side(bt["n"], "b", "208..208 person", b)]),
        finding(both["who"], id="0" * 12, property="speaker_source", severity="tension", title="Who gave the number"),
        finding(both["q"], id="1" * 12, kind="quote", property="quote", severity="granularity",
                title="The cook’s sentence", collation=tuple(words), made=Made("compare.quotations", "2")),
        finding([replace(one, reading="a") for one in both["same"]], id="2" * 12, kind="agreement", property="told",
                verdict="agree", severity=None, title="Fog stopped the search"),
        finding([side(at["only"], "a", None, a)], id="3" * 12, kind="only", property="told", verdict="only here",
                severity=None, title="The king’s condolences", missing=(b.id,)),
        finding(both["x"], id="4" * 12, property="scope", verdict="cannot tell", severity=None,
                title="How many were injured", reason="Neither article gives a figure."),
    ]  # fmt: skip
    notes = (Note("undated", "One article carries no date, so no reading is called an update."),)
    rejected = (Rejection("photo.png", "image", "an image, not an article", "give a file with text"),)
    return comparison([a, b], findings, notes=notes, rejections=rejected)


def several(count: int = 12) -> Comparison:
    """Three or more articles that credit words to two voices and date them, with a finding of every kind."""
    made = [
        article(
            f"The Odile carried ⟦n|{200 + n % 3} people⟧. ⟦who|The harbour office⟧ ⟦cue|said⟧ ⟦what|on ⟦t⟧ that fog had "
            f"stopped the search⟧.\n\n⟦label|The {'tub' if n % 2 else 'ferry'}⟧ was old. ⟦blame|Critics blamed the owner⟧; "
            f"⟦answer|the owner denied it⟧. ⟦own|Only article {n} has this.⟧".replace("⟦t⟧", "Tuesday"),
            title=f"Ferry turns over, part {n}", outlet=f"Outlet {n}", date="2031-03-11",
        )
        for n in range(1, count + 1)
    ]  # fmt: skip
    readings = tuple(_read(n, one, at) for n, (one, at) in enumerate(made))
    sides = {
        name: [side(at[name], "abc"[n % 3] if name == "n" else "a", None, one) for n, (one, at) in enumerate(made)]
        for name in ("n", "what", "label", "blame", "answer")
    }
    ids = tuple(one.id for one, _ in made)
    first, at_first = made[0]
    own = [
        finding([side(word(at_first["own"], 3 * n, 3 * n + 3), "a", None, first)], id=f"{n:012x}", kind="only",
                property="told", verdict="only here", severity=None, title=f"Point {n} of the first", missing=ids[1:])
        for n in range(8)
    ]  # fmt: skip
    answers = [replace(one, reading="b") for one in sides["answer"][:1]]
    findings = [
        finding(sides["n"]),
        finding(sides["what"], id="a" * 12, kind="agreement", property="told", verdict="agree", severity=None,
                title="Fog stopped the search", origin="the harbour office"),
        *own,
        finding(sides["label"], id="b" * 12, kind="label", property="called", severity=None, title="The ferry"),
        finding([*sides["blame"], *answers], id="c" * 12, kind="allegation", property="accused", severity=None,
                title="The owner is blamed", accused=Accused((word(at_first["blame"], 15, 24),), None, "the owner")),
        finding(sides["blame"][:2], id="d" * 12, kind="allegation", property="accused", severity=None, title="Again"),
        finding(sides["what"][:3], id="e" * 12, kind="origin", property="came from", verdict="agree", severity=None,
                title="The harbour office", origin="the harbour office"),
        finding(sides["n"][:2], id="f" * 12, property="scope", verdict="cannot tell", severity=None, title="Who it was"),
    ]  # fmt: skip
    return replace(comparison([one for one, _ in made], findings), readings=readings, heard=heard(readings))


def _read(n: int, one: Article, at: dict[str, Span]) -> Reading:
    voice = Voice((at["who"],), (at["cue"],), None, "said")
    outer = (Voice((at["label"],), (), None, "said"),) if n % 4 == 0 else ()
    return Reading(
        one,
        sentences=tuple(Sentence(block.span) for block in one.blocks),
        chains=(Chain(f"c{n}", (at["what"],), (voice, *outer)),),
        speakers=(Speaker((at["who"],), "body", (at["who"],), "named", None),),
        times=(Time(word(at["what"], 3, 10), "DATE", "2031-03-11", None, "inferred"),),
    )


def word(span: Span, start: int, end: int) -> Span:
    return Span(span.article, span.part, span.start + start, span.start + end)


class Factory:
    """What the tests of this folder build comparisons with."""

    article = staticmethod(article)
    side = staticmethod(side)
    finding = staticmethod(finding)
    comparison = staticmethod(comparison)
    span = staticmethod(word)
    two: Callable[[], Comparison] = staticmethod(two)
    several: Callable[..., Comparison] = staticmethod(several)

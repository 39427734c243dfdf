"""The origin graph of a story: what its words go back to, and which of its articles derive from one another.

An origin is what a person names for a whole article; a statement, speech, post or document that several articles
print; an agency or outlet that an article credits; or a text that articles share, of which nobody says whose it is.
Passages that two pairs of articles share are one where they overlap, so that forty copies have one origin, while an
article that takes one paragraph from each of two others does not make those two one.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from conspectus.compare.shared import Shared, shared
from conspectus.compare.traces import Trace, reason
from conspectus.model import (
    Credit,
    Drawn,
    Made,
    Origin,
    OriginBasis,
    OriginGraph,
    OriginKind,
    Reading,
    Span,
)
from conspectus.origins import Text, candidates, related, text_of
from conspectus.text.outlets import is_agency, same_outlet

MADE = Made("compare.graph", "1")


def graph(readings: Sequence[Reading], traces: Sequence[Trace]) -> OriginGraph:
    """The graph; independent of the order of ``readings``."""
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    outlets = sorted({reading.article.outlet.value or "" for reading in ordered} - {""})
    texts = [text_of(reading.article, outlets) for reading in ordered]
    pairs = [related(texts[i], texts[j]) for i, j in candidates([text.words for text in texts])]
    derived = tuple(found for found in pairs if found.label != "independent")
    by_article = {reading.article.id: reading for reading in ordered}
    groups = list(shared(derived, {text.article.id: text for text in texts}))
    credited = list(_credited(texts, groups, by_article))
    origins = [*_given(texts), *_traced(traces), *credited, *_shared(groups, credited)]
    return OriginGraph(tuple(origins), derived)


def origin_id(what: str, spans: Iterable[Span]) -> str:
    """Identity of an origin: 12 hex digits over what it is and the words that go back to it."""
    lines = sorted(f"{s.article} {s.part} {s.start} {s.end}" for s in spans)
    return hashlib.sha256("\n".join([what, *lines]).encode("utf-8", "backslashreplace")).hexdigest()[:12]


def _origin(kind: OriginKind | None, name: str | None, basis: OriginBasis, why: str, drawn: Sequence[Drawn]) -> Origin:
    kept = tuple(sorted(drawn, key=lambda one: one.article))
    spans = [span for one in kept for span in (*one.passages, *one.stated)]
    what = "\n".join([str(kind), str(name), *(one.article for one in kept)])
    return Origin(origin_id(what, spans), kind, name, basis, why, kept)


def _given(texts: Sequence[Text]) -> Iterator[Origin]:
    """What people say that whole articles come from."""
    held: dict[str, list[Drawn]] = defaultdict(list)
    for text in texts:
        if text.article.origin.value:
            held[text.article.origin.value].append(Drawn(text.article.id, (), (), True))
    for name, drawn in sorted(held.items()):
        yield _origin(None, name, "person", "A person says so.", drawn)


def _traced(traces: Sequence[Trace]) -> Iterator[Origin]:
    """Statements, speeches, posts and documents that several articles print."""
    found = []
    for trace in traces:
        articles = {span.article for span in trace.words}
        stated = {span for one in trace.sayings for span in one.named}
        drawn = [
            Drawn(
                article,
                tuple(span for span in trace.words if span.article == article),
                tuple(sorted(span for span in stated if span.article == article)),
                False,
            )
            for article in sorted(articles)
        ]
        if len(drawn) > 1:
            basis: OriginBasis = "stated" if trace.stated else "inferred"
            found.append(_origin(trace.kind, trace.name, basis, reason(trace.kind, trace.stated), drawn))
    yield from sorted(found, key=lambda one: one.id)


def _credited(texts: Sequence[Text], groups: Sequence[Shared], readings: Mapping[str, Reading]) -> Iterator[Origin]:
    """Agencies and outlets that articles credit, with the passages that are theirs."""
    for name, held in _by_outlet(texts):
        own = next((text.article.id for text in texts if same_outlet(text.article.outlet.value or "", name)), None)
        common = [one.passages for one in groups if own in one.articles or one.third == name]
        common += [one.passages for one in groups if len(one.articles & held.keys()) > 1]
        articles = sorted({*held, *([own] if own and any(own in passages for passages in common) else ())})
        drawn = [_drawn(readings[article], held.get(article, ()), common) for article in articles]
        kind: OriginKind = "wire copy" if is_agency(name) else "outlet"
        yield _origin(kind, name, "stated", f"The articles credit {name}.", drawn)


def _by_outlet(texts: Sequence[Text]) -> Iterator[tuple[str, dict[str, list[Credit]]]]:
    """Each outlet credited, by its fullest name, with every article's credits. A short name that fits two fits none."""
    printed = {credit.name.removeprefix("the ").removeprefix("The ") for text in texts for credit in text.credits}
    names: list[str] = []
    for name in sorted(printed, key=lambda one: (-len(one), one)):
        if not any(same_outlet(full, name) for full in names):
            names.append(name)
    for name in sorted(names):
        held: dict[str, list[Credit]] = defaultdict(list)
        for text in texts:
            for credit in text.credits:
                if [full for full in names if same_outlet(full, credit.name)] == [name]:
                    held[text.article.id].append(credit)
        if held:
            yield name, held


def _drawn(reading: Reading, credits: Sequence[Credit], common: Sequence[Mapping[str, Sequence[Span]]]) -> Drawn:
    """What an article has from an outlet it credits: all, what others share of it, the sentences that pass it on."""
    article = reading.article.id
    whole = any(credit.how == "whole" for credit in credits)
    spans = {span for passages in common for span in passages.get(article, ())}
    relayed = [credit.span for credit in credits if credit.how == "relay"]
    spans |= {s.span for s in reading.sentences if any(s.span.contains(span) for span in relayed)}
    return Drawn(article, tuple(sorted(spans)), tuple(sorted({credit.span for credit in credits})), whole)


def _shared(groups: Sequence[Shared], credited: Sequence[Origin]) -> Iterator[Origin]:
    """Texts that articles share and that no credit explains."""
    for one in groups:
        explained = [origin for origin in credited if one.articles <= set(origin.articles)]
        if one.third or any(one.name and same_outlet(one.name, origin.name or "") for origin in explained):
            continue
        drawn = [Drawn(article, tuple(spans), (), False) for article, spans in one.passages.items()]
        if one.root:
            yield _origin("outlet", one.name, "inferred", "The others derive from one of them.", drawn)
        else:
            yield _origin("shared text", None, "inferred", "They share text; nobody says whose it is.", drawn)

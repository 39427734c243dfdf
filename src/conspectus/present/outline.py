"""What every presentation shows and in what order: title, sections, groups, rows, one cell an article.

Nothing is decided here that a finding does not say; the terminal and the page only dress an outline.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from conspectus.model import Comparison, Finding, Kind, Verdict
from conspectus.present import wording
from conspectus.present.title import title_of

Key = Literal["differ", "agree", "only", "accused", "called", "origins", "inside", "unknown"]
OWN: tuple[tuple[Kind, Key, str, str, str, str], ...] = (
    ("allegation", "accused", "AC", "⇄", "Who accuses whom, and what is answered", "no answer found is no admission"),
    ("label", "called", "L", "“", "What each calls the same", "the words are the articles’ or their sources’"),
    ("origin", "origins", "OR", "⊙", "Where words come from", "one origin, however many articles print it"),
    ("inside", "inside", "IN", "↺", "Inside one article", "the article against itself: a slip, or two things"),
)
"""Kinds that have a section of their own: kind, key, letters of its labels, glyph, heading, what it says."""
READINGS_SHOWN: tuple[Key, ...] = ("differ", "called", "accused", "inside")
"""Sections whose rows show what each article prints."""


@dataclass(frozen=True, slots=True)
class Row:
    """One finding: its label in this comparison (D1, AG2, UA3, X1) and a cell for each article in order.

    A cell holds reading letters, an origin number, ``?`` (origin not stated), ``•`` (told here), ``–``
    (looked for, not found) or nothing (not compared).
    """

    label: str
    finding: Finding
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading; ``says`` explains the heading, or is empty."""

    heading: str
    says: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One verdict: its glyph, heading and groups."""

    key: Key
    glyph: str
    heading: str
    says: str
    groups: tuple[Group, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for group in self.groups for row in group.rows)


@dataclass(frozen=True, slots=True)
class Outline:
    """A comparison laid out: ``sigla`` stand in the order of the articles, and so do all cells."""

    title: str
    sigla: tuple[str, ...]
    sections: tuple[Section, ...]

    def section(self, key: Key) -> "Section":
        """The section with this key; one that was left out because nothing was found is empty."""
        return next((one for one in self.sections if one.key == key), Section(key, "", "", "", ()))

    def row(self, name: str) -> Row | None:
        """The row with this label, finding id or unambiguous beginning (from 4 digits) of an id."""
        rows = [row for section in self.sections for row in section.rows]
        exact = [row for row in rows if name.upper() == row.label or name.lower() == row.finding.id]
        begins = [row for row in rows if len(name) >= 4 and row.finding.id.startswith(name.lower())]
        found = exact or begins
        return found[0] if len(found) == 1 else None


def outline(comparison: Comparison) -> Outline:
    """Lay a comparison out. Reading letters follow the order of the articles: the first one's reading is a."""
    comparison = replace(comparison, findings=tuple(_lettered(comparison, one) for one in comparison.findings))
    sigla = tuple(comparison.siglum(article.id) for article in comparison.articles)
    own = [_own(comparison, *one) for one in OWN]
    shown = (section for section in own if section.groups)
    sections = (_differ(comparison), _agree(comparison), _only(comparison), *shown, _unknown(comparison))
    return Outline(title_of(comparison), sigla, sections)


def _lettered(comparison: Comparison, finding: Finding) -> Finding:
    place = {article.id: n for n, article in enumerate(comparison.articles)}
    letters: dict[str, str] = {"a": "a", "b": "b"} if finding.kind == "allegation" else {}
    for side in sorted(finding.sides, key=lambda side: (place[side.article], side.spans)):
        n = len(letters)
        letters.setdefault(side.reading, chr(ord("a") + n % 26) + (str(n // 26) if n >= 26 else ""))
    sides = tuple(replace(side, reading=letters[side.reading]) for side in finding.sides)
    return replace(finding, sides=sides)


def _differ(comparison: Comparison) -> Section:
    findings = _ordered(comparison, "differ")
    labels = _labels("Q" if f.kind == "quote" else "D" for f in findings)
    rows = [Row(label, f, _cells(comparison, f)) for label, f in zip(labels, findings, strict=True)]
    headings = (*wording.SEVERITIES.values(), wording.UNGRADED, wording.PERHAPS)
    parts = ((*heading, tuple(row for row in rows if wording.group(row.finding) == heading)) for heading in headings)
    groups = tuple(Group(heading, says, own) for heading, says, own in parts if own)
    return Section("differ", "≠", "Where the articles differ", "", groups)


def _agree(comparison: Comparison) -> Section:
    """By what they rest on; what only perhaps agrees stands last."""
    findings = sorted(_ordered(comparison, "agree"), key=lambda f: (not wording.is_sure(f), ORIGINS.index(_resting(f))))
    labels = _labels("AG" for _ in findings)
    rows = [Row(label, f, _cells(comparison, f)) for label, f in zip(labels, findings, strict=True)]
    groups = []
    for heading in ORIGINS:
        own = tuple(row for row in rows if wording.is_sure(row.finding) and _resting(row.finding) == heading)
        if own or heading != ORIGINS[1]:
            groups.append(Group(heading, _RESTING[heading] if own else "none found", own))
    if unsure := tuple(row for row in rows if not wording.is_sure(row.finding)):
        groups.append(Group(*wording.PERHAPS_ALIKE, unsure))
    return Section("agree", "=", "Where they agree, and on how many origins", "", tuple(groups) if rows else ())


_RESTING = {
    "Two origins or more": "named, and shown to be apart",
    "Named sources that may be one": "nobody can tell whether they are one origin",
    "One origin": "",
    "Origin not stated": "not shown to be independent",
}
ORIGINS = tuple(_RESTING)
"""The groups of agreements, by what they rest on."""


def _resting(finding: Finding) -> str:
    stated = [rest for rest in finding.rests if rest.origin]
    if len(stated) > 1:
        return ORIGINS[0] if all(rest.apart for rest in stated) else ORIGINS[1]
    return ORIGINS[2] if stated or finding.origin else ORIGINS[3]


def _only(comparison: Comparison) -> Section:
    findings = _ordered(comparison, "only here")
    holders = {f.id: _sigla(comparison, (side.article for side in f.sides)) for f in findings}
    groups = sorted(set(holders.values()), key=lambda sigla: (len(sigla), [(len(s), s) for s in sigla]))
    ranked = sorted(findings, key=lambda f: groups.index(holders[f.id]))
    # UA1 is A's first; what several but not all tell counts as U1, U2 …, so that no two labels meet.
    labels = _labels("U" + "".join(holders[f.id] if len(holders[f.id]) == 1 else ()) for f in ranked)
    rows = [Row(label, f, _cells(comparison, f)) for label, f in zip(labels, ranked, strict=True)]
    laid = tuple(
        Group(f"Only in {' and '.join(who)}", "", tuple(row for row in rows if holders[row.finding.id] == who))
        for who in groups
    )
    others = "the other" if len(comparison.articles) == 2 else "the others"
    return Section("only", "1", "What only one article tells", f"not found in {others}", laid)


def _own(comparison: Comparison, kind: Kind, key: Key, letters: str, *words: str) -> Section:
    """The section of a kind that has its own, whatever the verdict."""
    glyph, heading, says = words
    findings = _sorted(comparison, [f for f in comparison.findings if f.kind == kind])
    labels = _labels(letters for _ in findings)
    rows = tuple(Row(label, f, _cells(comparison, f)) for label, f in zip(labels, findings, strict=True))
    mild = tuple(row for row in rows if row.finding.property == "challenged")
    own = tuple(row for row in rows if row not in mild)
    groups = (Group(heading, "", own), Group(*wording.CHALLENGED, mild))
    return Section(key, glyph, heading, says, tuple(group for group in groups if group.rows))


def _unknown(comparison: Comparison) -> Section:
    findings = _ordered(comparison, "cannot tell")
    labels = _labels("X" for _ in findings)
    rows = tuple(Row(label, f, _cells(comparison, f)) for label, f in zip(labels, findings, strict=True))
    groups = (Group("Could not tell", "", rows),) if rows else ()
    return Section("unknown", "?", "Could not tell", "", groups)


def _ordered(comparison: Comparison, verdict: Verdict) -> list[Finding]:
    """Findings of one verdict that have no section of their own."""
    apart = {kind for kind, *_ in OWN}
    return _sorted(comparison, [f for f in comparison.findings if f.verdict == verdict and f.kind not in apart])


def _sorted(comparison: Comparison, findings: Iterable[Finding]) -> list[Finding]:
    """By level, by what was compared, the surest first, then in reading order; what is not sure last, by how sure."""
    place = {article.id: n for n, article in enumerate(comparison.articles)}
    levels, properties = (*wording.SEVERITIES, None), list(wording.PROPERTIES)

    def key(finding: Finding) -> tuple[object, ...]:
        spots = sorted((place[s.article], s.part == "body", s.start) for side in finding.sides for s in side.spans)
        unsure = wording.group(finding) == wording.PERHAPS
        rank = (0, 0) if unsure else (levels.index(finding.severity), properties.index(finding.property))
        return unsure, rank, -finding.certainty, spots, finding.id

    return sorted(findings, key=key)


def _labels(prefixes: Iterable[str]) -> list[str]:
    """D1, D2, Q1, D3 …: each prefix counts for itself."""
    counts: dict[str, int] = {}
    labels = []
    for prefix in prefixes:
        counts[prefix] = counts.get(prefix, 0) + 1
        labels.append(f"{prefix}{counts[prefix]}")
    return labels


def _cells(comparison: Comparison, finding: Finding) -> tuple[str, ...]:
    return tuple(_cell(finding, article.id) for article in comparison.articles)


def _cell(finding: Finding, article: str) -> str:
    sides = [side for side in finding.sides if side.article == article]
    if not sides:
        return "–" if article in finding.missing else ""
    if finding.kind == "allegation":
        return "⇄" if len({side.reading for side in sides}) > 1 else "→" if sides[0].reading == "a" else "←"
    if finding.kind == "origin":
        return "•"
    if finding.verdict == "agree":
        places = [n for n, rest in enumerate(finding.rests, 1) if rest.origin and article in rest.articles]
        return str(places[0]) if places else "1" if finding.origin and not finding.rests else "?"
    if finding.verdict == "differ":
        return "".join(sorted({side.reading for side in sides}))
    return "•"


def _sigla(comparison: Comparison, articles: Iterable[str]) -> tuple[str, ...]:
    order = [article.id for article in comparison.articles]
    return tuple(comparison.siglum(article) for article in sorted(set(articles), key=order.index))

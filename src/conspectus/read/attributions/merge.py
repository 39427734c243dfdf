"""The trained reader's attributions, completed by the rules where a quotation would be lost.

The networks decide who says what. The rules add what the networks do not give: quotations of five words or more
that they leave out, the further paragraphs of a quotation, a source for quoted words that were left without one,
and sayings inside quoted words ("“Orlu noted that …,” the ministry said").
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from conspectus.model import Article, Attribution, Form, Made, Quotation, Span
from conspectus.read.attributions.draft import ByRule, Parts
from conspectus.read.attributions.forms import form_of
from conspectus.read.attributions.naming import is_title, only_names, takes_a_work
from conspectus.read.attributions.quoted import LONG
from conspectus.read.attributions.records import record
from conspectus.read.attributions.snap import snapped, without
from conspectus.read.nearby import Nearby

_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")


class _Work:
    """Sayings in the making, the rules' attributions and the outer quotations, each found by place."""

    def __init__(self, article: Article, quotations: Sequence[Quotation], rules: Sequence[Attribution]) -> None:
        self.article, self.quotations, self.rules = article, quotations, rules
        self.sayings: list[Parts] = []
        self._sayings, self._rules, self._quotations = Nearby(), Nearby(), Nearby()
        for number, rule in enumerate(rules):
            self._rules.add(number, (*rule.cue, *rule.content))
        for number, quotation in enumerate(quotations):
            self._quotations.add(number, [quotation.span])

    def add(self, saying: Parts) -> None:
        self._sayings.add(len(self.sayings), (*saying.cue, *saying.content))
        self.sayings.append(saying)

    def change(self, number: int, saying: Parts) -> None:
        self._sayings.add(number, (*saying.cue, *saying.content))
        self.sayings[number] = saying

    def sayings_at(self, spans: Iterable[Span]) -> list[int]:
        return self._sayings.at(spans)

    def rules_at(self, spans: Iterable[Span]) -> list[int]:
        return self._rules.at(spans)

    def quotations_at(self, spans: Iterable[Span]) -> list[Quotation]:
        return [self.quotations[number] for number in self._quotations.at(spans)]


def merged(
    article: Article,
    quotations: Sequence[Quotation],
    trained: Iterable[Parts],
    rules: ByRule,
    made: Made,
) -> tuple[Attribution, ...]:
    """All attributions of an article in order of their content; time grows with its length."""
    outer = [quotation for quotation in quotations if not quotation.depth]
    work = _Work(article, outer, rules.grammar)
    heads = [block.span for block in article.blocks if block.role in ("dateline", "byline")]
    for one in trained:
        content = snapped(article, outer, [piece for span in one.content for piece in without(span, heads)])
        if content and not _only_names(work, replace(one, content=content)):
            work.add(_with_source(work, replace(one, content=content)))
    for quotation in outer:
        _clear(work, quotation)
    _give(work, [one.span for one in outer if _kept(work, one) and not _covered(work, one.span)])
    for rule in rules.grammar:
        if _relay(work, rule) and not _known(work, rule):
            work.add(_saying(rule))
    trained_or_ruled = len(work.sayings)
    for said in rules.layout:
        _lay(work, said, trained_or_ruled)
    found = {saying.content: saying for saying in work.sayings if saying.content}
    records = [record(article, saying, _form(work, saying.content), made) for saying in found.values()]
    return tuple(sorted(records, key=lambda one: [(s.part != "title", s.start, s.end) for s in one.content]))


def _saying(rule: Attribution) -> Parts:
    return Parts(rule.source, rule.cue, rule.content)


def _kept(work: _Work, quotation: Quotation) -> bool:
    """Quotations of five words or more, and those that run on, are never lost."""
    return quotation.continues or len(_WORD.findall(work.article.words(quotation.inner))) >= LONG


def _common(one: Span, others: Sequence[Span]) -> int:
    """How much of a span others have, which are in document order and apart."""
    common = 0
    for at in range(bisect_right(others, (one.part != "title", one.start), key=_end), len(others)):
        other = others[at]
        if not one.overlaps(other):
            break
        common += min(one.end, other.end) - max(one.start, other.start)
    return common


def _end(span: Span) -> tuple[bool, int]:
    return span.part != "title", span.end


def _covered(work: _Work, span: Span) -> bool:
    return any(2 * _common(span, work.sayings[n].content) >= len(span) for n in work.sayings_at([span]))


def _only_names(work: _Work, saying: Parts) -> bool:
    """True for a saying that only sets off a name or a word with quotation marks and holds no quotation to be kept.

    Words set like a title are no saying where the cue is a verb for works, or none that the grammar takes for a cue.
    """
    near = [one for one in work.quotations_at(saying.content) if _common(one.span, saying.content)]
    if any(_kept(work, one) for one in near):
        return False
    if only_names(work.article, near, saying):
        return True
    whole = all(any(one.span.contains(span) for one in near) for span in saying.content)
    if not whole or not is_title(" ".join(work.article.words(span) for span in saying.content)):
        return False
    return takes_a_work(work.article, saying) or next(_by_cue(work, saying), None) is None


def _clear(work: _Work, quotation: Quotation) -> None:
    """Take the scraps of a quotation from sayings around it, where another has the most of it."""
    near = work.sayings_at([quotation.span])
    shares = {n: share for n in near if (share := 2 * _common(quotation.span, work.sayings[n].content))}
    if len(shares) < 2 or max(shares.values()) < len(quotation.span):
        return
    for number, share in shares.items():
        saying = work.sayings[number]
        if share < len(quotation.span) and not _touch(saying.cue, [quotation.span]):
            rest = [piece for span in saying.content for piece in without(span, [quotation.span])]
            work.change(number, replace(saying, content=snapped(work.article, work.quotations, rest)))


def _with_source(work: _Work, saying: Parts) -> Parts:
    """A saying in quotation marks with the source that the rules find, where the networks have none or pass it over.

    They pass it over in "'…,' said Orlu" when they take Orlu for part of the cue, or name who spoke before.
    """
    beside = next((rule for rule in _by_cue(work, saying) if _inverted(work, rule)), None)
    if beside and not _touch(beside.source, saying.source):
        return replace(saying, source=beside.source, cue=beside.cue)
    if saying.source or not any(_common(q.span, saying.content) for q in work.quotations_at(saying.content)):
        return saying
    rules = (work.rules[number] for number in work.rules_at(saying.content))
    rule = next((r for r in rules if r.source and _alike(r.content, saying.content)), None)
    return replace(saying, source=rule.source, cue=saying.cue or rule.cue) if rule else saying


def _by_cue(work: _Work, saying: Parts) -> Iterator[Attribution]:
    near = (work.rules[number] for number in work.rules_at(saying.cue))
    return (rule for rule in near if _touch(rule.cue, saying.cue) and _touch(rule.content, saying.content))


def _inverted(work: _Work, rule: Attribution) -> bool:
    """True for a quotation that its cue follows at once, and its source that: "'…,' said Orlu"."""
    if len(rule.cue) != 1 or len(rule.source) != 1 or rule.cue[0].part != rule.source[0].part:
        return False
    cue, source = rule.cue[0], rule.source[0]
    text = work.article.part(cue.part)
    ends = (quotation.span.end for quotation in work.quotations_at([cue, *rule.content]))
    return (
        cue.end < source.start
        and not text[cue.end : source.start].strip()
        and any(end <= cue.start and not text[end : cue.start].strip(" ,") for end in ends)
    )


def _alike(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """The two contents share more than half of the longer."""
    common = sum(_common(span, other) for span in one)
    return 2 * common > max(sum(map(len, one)), sum(map(len, other)))


def _give(work: _Work, lost: Sequence[Span]) -> None:
    """Give the quotations that no saying has to the sayings they go on, or make each one of its own."""
    held: dict[int, list[Span]] = {}
    for span in lost:
        number = next((n for n in work.rules_at([span]) if 2 * _common(span, work.rules[n].content) >= len(span)), None)
        if number is None:
            work.add(Parts((), (), (span,)))
        else:
            held.setdefault(number, []).append(span)
    for number, spans in held.items():
        _go_on(work, work.rules[number], [span for span in spans if not _covered(work, span)])


def _go_on(work: _Work, rule: Attribution, spans: Sequence[Span]) -> None:
    """Give quotations that the rules hold together to the saying that has another part of it, or make it one."""
    if not spans:
        return
    homes = work.sayings_at((*rule.cue, *rule.content))
    home = next((n for n in homes if _same_saying(work.sayings[n], rule)), None)
    if home is None:
        inside = tuple(span for span in rule.content if not _covered(work, span))
        work.add(replace(_saying(rule), content=inside or tuple(spans)))
    else:
        saying = work.sayings[home]
        rest = (piece for span in saying.content for piece in without(span, spans))
        work.change(home, replace(saying, content=snapped(work.article, work.quotations, [*rest, *spans])))


def _same_saying(saying: Parts, rule: Attribution) -> bool:
    """The saying has another part of what the rules hold together, by the same cue or in its words."""
    if saying.cue and rule.cue:
        return any(one.overlaps(other) for one in saying.cue for other in rule.cue)
    return any(_common(span, rule.content) for span in saying.content)


def _relay(work: _Work, rule: Attribution) -> bool:
    """True for a saying whose cue and content both stand inside one quotation."""
    spans = (*rule.cue, *rule.content)
    near = work.quotations_at(rule.cue)
    return bool(rule.cue) and any(all(q.inner.contains(span) for span in spans) for q in near)


def _known(work: _Work, rule: Attribution) -> bool:
    """The same cue is there already."""
    near = (work.sayings[n] for n in work.sayings_at(rule.cue))
    return any(one.overlaps(other) for saying in near for one in saying.cue for other in rule.cue)


def _lay(work: _Work, said: Parts, others: int) -> None:
    """Take in what the layout says. Sayings of these words without a source, or by the same one, are part of it.

    The first ``others`` sayings are not from the layout.
    """
    for number in work.sayings_at((*said.cue, *said.content)):
        saying = work.sayings[number]
        same = _touch(saying.cue, said.cue) or _touch(saying.source, said.source)
        if (same or not saying.source) and not _touch(saying.cue, said.content):
            rest = [piece for span in saying.content for piece in without(span, said.content)]
            if number < others and _touch(saying.cue, said.cue):
                # "In response, the council said:" brings in what the layout shows, no more.
                rest = []
            work.change(number, replace(saying, content=snapped(work.article, work.quotations, rest)))
    told = [work.sayings[n].content for n in work.sayings_at(said.content) if not _inside(work.sayings[n].cue, said)]
    if not any(2 * _common(span, content) >= len(span) for span in said.content for content in told):
        work.add(said)


def _inside(cue: Sequence[Span], said: Parts) -> bool:
    """The cue stands in the words said: somebody speaks of what another says."""
    return bool(cue) and _touch(cue, said.content)


def _touch(some: Iterable[Span], others: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)


def _place(span: Span) -> tuple[bool, int]:
    return span.part != "title", span.start


def _form(work: _Work, content: Sequence[Span]) -> Form:
    """By how many words of the content stand inside quotation marks."""
    marks = [q.span for q in work.quotations_at(content)]
    quoted = total = 0
    for span in content:
        for word in _WORD.finditer(work.article.words(span)):
            total += 1
            start, end = span.start + word.start(), span.start + word.end()
            quoted += any(m.part == span.part and m.start <= start and end <= m.end for m in marks)
    return form_of(quoted, total)

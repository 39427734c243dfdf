"""Labels: what each article calls the same person, group, act or thing, and in whose voice.

The noun phrases of all articles are joined where they stand for one referent: by a name, by what the grammar says of
a name ("Orlu, a former pilot"), or by one noun, or nouns that may mean the same, where what stands beside them bears it
out. Each phrase is shown as printed, with the voice it stands in: the article's own, or that of the source inside whose
words it stands. Words that take a side are marked by the list of Recasens et al. 2013: a mark says that a word is in
that list, not that the article leans. Two things of one noun may be taken for one.
"""

from collections.abc import Iterator, Mapping, Sequence

from conspectus.compare.check import Check, Evidence
from conspectus.compare.context import sentences_of
from conspectus.compare.labels.choice import Shown, consequence, contrast, shown
from conspectus.compare.labels.loaded import loaded
from conspectus.compare.labels.records import Label, Referent
from conspectus.compare.letters import Letters
from conspectus.model import Finding, Made, Reading, Side, finding_id

MADE = Made("compare.labels", "2")


def _run(evidence: Evidence) -> tuple[Finding, ...]:
    if len(evidence.readings) < 2:
        return ()
    readings = {reading.article.id: reading for reading in evidence.readings}
    chosen = [(one, _shown(one)) for one in evidence.referents]
    telling = [(one, labels) for one, labels in chosen if contrast(labels)]
    ranked = sorted(telling, key=lambda pair: (-consequence(*pair), pair[1][0].spans))
    return tuple(_finding(one, labels, readings) for one, labels in ranked)


def _shown(referent: Referent) -> list[Shown]:
    own = ([label for label in referent.labels if label.article == article] for article in referent.articles)
    return [one for labels in own for one in shown(labels)]


def _finding(referent: Referent, labels: Sequence[Shown], readings: Mapping[str, Reading]) -> Finding:
    spans = [span for one in labels for span in one.spans]
    articles = {span.article for span in spans}
    certainty, how = _ground(referent)
    return Finding(
        id=finding_id("label", "called", spans), kind="label", property="called", verdict="differ", severity=None,
        title=referent.name or _title(referent.labels), sides=tuple(_sides(labels, readings)),
        missing=tuple(a for a in sorted(readings) if a not in articles), reconciled=None, certainty=certainty,
        reason=f"The phrases are taken for one because {how}.", origin=None, collation=(), made=MADE,
    )  # fmt: skip


def _sides(labels: Sequence[Shown], readings: Mapping[str, Reading]) -> Iterator[Side]:
    letters = Letters()
    for one in labels:
        reading = readings[one.label.article]
        context = sentences_of(reading, one.spans[0])
        yield Side(
            one.label.article, one.spans, context, None, letters.of(one.label.says),
            one.label.voice, loaded(reading.article, one.spans[0]),
        )  # fmt: skip


def _ground(referent: Referent) -> tuple[float, str]:
    if referent.name:
        return 0.9, "they bear one name, or the grammar says them of it"
    if len({label.lemma for label in referent.labels}) == 1:
        return 0.8, "they have one noun, share what stands beside it or their place, and nothing speaks against it"
    return 0.6, "their nouns may mean the same, and what stands beside them, or their place, bears it out"


def _title(labels: Sequence[Label]) -> str:
    """The nouns, the commonest first: "bill, measure"."""
    nouns = [label.lemma for label in labels]
    return ", ".join(sorted(set(nouns), key=lambda noun: (-nouns.count(noun), noun))[:3])


CHECK = Check(MADE, __doc__ or "", _run)

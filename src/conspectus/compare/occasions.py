"""What articles say about how an utterance came to them: in translation, and through which channels."""

import re
from collections.abc import Mapping, Sequence

from conspectus.compare.channels import channels
from conspectus.compare.variants import Witness
from conspectus.model import OriginKind, Reading, Span

# A string: re compiles it when the first articles are compared, not while the package is imported.
_TRANSLATED = (
    r"\b(?:[Tt]ranslat(?:ed|ion|or|ors)|[Ii]nterpreters?)\b|\b(?:[Ss]peaking|[Ss]poke|[Ss]aid|[Ww]rote|[Tt]old"
    r"|[Pp]osted|[Tt]weeted|[Ss]tatement|[Ss]peech|[Ll]etter)\b[^.“”\"]{0,50}? in (?:his |her |their )?(?:native )?"
    r"(?:Arabic"
    r"|Farsi|Persian|Hebrew|Turkish|Kurdish|Russian|Ukrainian|Polish|Czech|Hungarian|Romanian|Bulgarian|Serbian|Croatian"
    r"|Greek|German|French|Spanish|Portuguese|Italian|Dutch|Swedish|Norwegian|Danish|Finnish|Chinese|Mandarin|Cantonese"
    r"|Japanese|Korean|Vietnamese|Thai|Hindi|Urdu|Bengali|Pashto|Dari|Swahili|Amharic|Somali|Armenian|Georgian|Albanian"
    r"|Burmese|Malay|Indonesian|Tagalog|Uyghur|Tibetan|Kazakh)\b"
)


def translated(witnesses: Sequence[Witness], readings: Mapping[str, Reading]) -> bool:
    """Whether an article says that its words are a translation, or is itself in another language than the others."""
    languages = {readings[one.article].article.language.code for one in witnesses} - {None}
    return len(languages) > 1 or any(_says_so(one, readings[one.article]) for one in witnesses)


def _says_so(one: Witness, reading: Reading) -> bool:
    quoted = [q.span for q in reading.quotations]
    for sentence in _sentences(one, reading):
        for found in re.finditer(_TRANSLATED, reading.article.words(sentence)):
            start = sentence.start + found.end() - 1
            at = Span(sentence.article, sentence.part, start, start + 1)
            if not any(span.overlaps(at) for span in quoted):
                return True
    return False


def _sentences(one: Witness, reading: Reading) -> list[Span]:
    """The sentences of the printings, and of the words that credit them."""
    spans = [p.fragment.span for p in one.printings]
    spans += [span for p in one.printings if p.source for span in p.source.spans]
    return [s.span for s in reading.sentences if any(s.span.overlaps(span) for span in spans)]


def told_through(witnesses: Sequence[Witness], readings: Mapping[str, Reading]) -> tuple[OriginKind, ...]:
    """The channels by which two articles tell it and have none in common; empty where no two stand apart so."""
    held = []
    for one in witnesses:
        credited = [p.fragment.credit for p in one.printings if p.fragment.credit]
        held.append({kind for credit in credited for kind, _ in channels(readings[one.article], credit)})
    apart = [(one, other) for n, one in enumerate(held) for other in held[n + 1 :] if one and other and not one & other]
    return tuple(sorted({kind for pair in apart for kinds in pair for kind in kinds}))

"""Finders: one kind of cue each. Ground → drafts, by the grammar of the parse."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from conspectus.read.attributions import predicates, sources
from conspectus.read.attributions.draft import Draft
from conspectus.read.attributions.ground import OUTSIDE, Ground, Range, runs, tidy
from conspectus.read.attributions.labels import labelled
from conspectus.read.attributions.lexicon import frames
from conspectus.read.attributions.participles import reattached

if TYPE_CHECKING:
    from spacy.tokens import Token

_VOICING = sources.GIVING | {"express", "voice", "have", "repeat", "raise", "share", "reiterate", "offer", "announce"}
_VIEWS = frozenset(
    ("view", "opinion", "word", "words", "judgment", "judgement", "estimation", "eye", "eyes", "account")
)
_RELAYING = frozenset(("according", "relayed", "label"))
_HEDGES = frozenset(("reportedly", "allegedly", "supposedly", "purportedly"))
_SORTS = frozenset(("VERB", "ADJ", "NOUN"))
_ALONE = _HEDGES | {"according"}


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue in the parse: its head, its words, the pattern that shows it, and whether it can introduce quoted words."""

    head: "Token"
    words: list[int]
    frame: str
    says: bool = False


def find(ground: Ground) -> list[Draft]:
    """All drafts of a paragraph in order of their cues."""
    found: list[Draft] = []
    for token, inside in zip(ground.doc, ground.inside, strict=True):
        if inside == OUTSIDE:
            if _may_head(token):
                found.extend(_at(ground, token))
        elif token.pos_ == "VERB":
            found.extend(_relayed(ground, token))
    found.extend(labelled(ground))
    return sorted(_spoken(reattached(ground, found)), key=lambda draft: draft.head)


def drafts(ground: Ground) -> Iterator[Draft]:
    """Every draft the grammar shows, nested ones too, in order of their cues."""
    for token in filter(_may_head, ground.doc):
        yield from _at(ground, token)


def _spoken(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Of the drafts inside another's content, those that relay somebody's words: "said he thinks" is one voice."""
    held = {i for draft in drafts if draft.says for start, end in draft.content for i in range(start, end)}
    for draft in drafts:
        if draft.head not in held or draft.frame in _RELAYING or draft.says:
            yield draft


def _relayed(ground: Ground, verb: "Token") -> Iterator[Draft]:
    """Somebody else's words inside quoted ones: "'The mayor told us that it would close,' said Orlu"."""
    known = frames("verb", verb.lemma_.lower())
    if not {"that", "quote"} <= known or predicates.is_passive(verb):
        return
    head = sources.subject_of(verb)
    content = next((content for frame, content in predicates.active(verb) if frame == "that"), None)
    if head is None or content is None or head.pos_ not in ("PROPN", "NOUN"):
        return
    start, end = ground.quotes[ground.inside[verb.i]]
    cue = predicates.cue_tokens(verb)
    kept = [i for a, b in content for i in range(max(a, start), min(b, end)) if i not in cue]
    source = [part for part in sources.phrase(ground, head, (*cue, *kept)) if start <= part[0] and part[1] <= end]
    pieces = tuple(piece for run in runs(kept) if (piece := tidy(ground, run)))
    if source and pieces:
        yield Draft(verb.i, "relayed", tuple(source), tuple(runs(cue)), pieces)


def _may_head(token: "Token") -> bool:
    """Most words head no cue."""
    return token.pos_ in _SORTS or token.lower_ in _ALONE


def _at(ground: Ground, token: "Token") -> Iterator[Draft]:
    if token.lower_ == "according":
        yield from _according(ground, token)
    elif token.pos_ == "VERB":
        yield from _verb(ground, token)
    elif token.pos_ == "ADJ" and token.head.lemma_ == "be" and token.dep_ == "acomp":
        yield from _adjective(ground, token)
    elif token.pos_ == "NOUN":
        yield from _noun(ground, token)
    elif token.lower_ in _HEDGES and token.dep_ == "advmod":
        yield from _hedge(ground, token)


def _verb(ground: Ground, verb: "Token") -> Iterator[Draft]:
    known = frames("verb", verb.lemma_.lower())
    if not known:
        return
    passive = predicates.is_passive(verb)
    if passive and any(_quoting(one) for child in verb.children for one in child.children):
        return
    says = "quote" in known and not passive
    head = sources.source_of(ground, verb, passive)
    cue = predicates.cue_tokens(verb)
    quoted = _quoting(verb)
    if quoted is not None:
        head = sources.subject_of(quoted) if predicates.is_passive(quoted) else sources.object_of(quoted)
        cue = [*predicates.cue_tokens(quoted), verb.head.i, *cue]
    for frame, content in predicates.passive(verb) if passive else predicates.active(verb):
        if frame in known:
            yield _draft(ground, _Cue(verb, [*cue, *_preposition(verb, frame)], frame, says), head, content)
            return
    host = _host(verb, known)
    if host is not None:
        rest = _without(predicates.edges(host), predicates.edges(verb))
        yield _draft(ground, _Cue(verb, cue, "aside", says), head, rest)
    elif says:
        draft = _draft(ground, _Cue(verb, cue, "quote", says), head, [])
        yield replace(draft, content=_trailed(ground, draft))


def _trailed(ground: Ground, draft: Draft) -> tuple[Range, ...]:
    """What stands before "…, mayor says" where the parse has lost it, as in headlines."""
    if not draft.source or draft.source[0][1] != draft.cue[0][0] or draft.source[0][0] < 3:
        return ()
    comma = draft.source[0][0] - 1
    start = ground.doc[comma].sent.start
    if ground.doc[comma].text != "," or any(ground.inside[i] != OUTSIDE for i in range(start, comma)):
        return ()
    found = tidy(ground, (start, comma))
    if not found or ground.doc[found[0]].tag_ in ("VBN", "VBG", "IN", "WRB"):
        return ()
    return (found,) if any(token.pos_ in ("VERB", "AUX") for token in ground.doc[start:comma]) else ()


def _quoting(verb: "Token") -> "Token | None":
    """The verb of "was quoted as saying", "quoted Orlu as saying"."""
    quoted = verb.head.head
    return quoted if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and quoted.lemma_ in ("quote", "cite") else None


def _host(verb: "Token", known: frozenset[str]) -> "Token | None":
    """The clause that "…, she said, …" or "as she said" is put into."""
    if "that" not in known:
        return None
    if any(child.dep_ in ("xcomp", "dobj", "prep") for child in verb.children if child.i > verb.i):
        return verb.head if verb.dep_ == "parataxis" and "quote" in known else None
    if verb.dep_ == "parataxis":
        return verb.head
    if verb.dep_ == "advcl" and any(child.lower_ == "as" and child.dep_ == "mark" for child in verb.children):
        return verb.head
    return None


def _adjective(ground: Ground, adjective: "Token") -> Iterator[Draft]:
    known = frames("adjective", adjective.lower_)
    if not known:
        return
    be = adjective.head
    head = sources.subject_of(be)
    cue = [*predicates.cue_tokens(be), *predicates.cue_tokens(adjective)]
    for frame, content in predicates.active(adjective):
        if frame in known:
            yield _draft(ground, _Cue(adjective, [*cue, *_preposition(adjective, frame)], frame), head, content)
            return


def _noun(ground: Ground, noun: "Token") -> Iterator[Draft]:
    if noun.lower_ in _VIEWS and noun.dep_ == "pobj" and noun.head.lower_ == "in":
        yield from _in_the_view_of(ground, noun)
    known = frames("noun", noun.lemma_.lower())
    if not known:
        return
    for frame, content in predicates.nominal(noun):
        if frame in known:
            cue = [noun.i, *_preposition(noun, frame)]
            yield _draft(ground, _Cue(noun, cue, frame), _holder(noun), content)
            return


def _preposition(head: "Token", frame: str) -> list[int]:
    """The preposition that belongs to the cue: "called for"."""
    return [child.i for child in head.children if child.dep_ == "prep" and child.lower_ == frame and child.i > head.i][
        :1
    ]


def _holder(noun: "Token") -> "Token | None":
    """Whose claim: "her claim", "a claim by Orlu", "Orlu made the claim"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "among"):
            return next((one for one in child.children if one.dep_ == "pobj"), None)
    if noun.dep_ == "dobj" and noun.head.lemma_ in _VOICING:
        return sources.subject_of(noun.head)
    return None


def _according(ground: Ground, according: "Token") -> Iterator[Draft]:
    to = next((child for child in according.children if child.lower_ == "to"), None)
    if to is None and according.i + 1 < len(ground.doc) and according.nbor().lower_ == "to":
        to = according.nbor()
    head = next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
    if to is None or head is None:
        return
    clause = according.head
    while clause.pos_ not in ("VERB", "AUX") and clause.head.i != clause.i:
        clause = clause.head
    rest = _without(predicates.edges(clause), predicates.edges(according))
    yield _draft(ground, _Cue(according, [according.i, to.i], "according"), head, rest)


def _in_the_view_of(ground: Ground, noun: "Token") -> Iterator[Draft]:
    """ "In Orlu's view, the bridge is safe"; "in the words of the mayor, …"."""
    owners = [child for child in noun.children if child.dep_ == "poss"]
    owners += [one for child in noun.children if child.lower_ == "of" for one in child.children if one.dep_ == "pobj"]
    clause = noun.head.head
    if owners and clause.pos_ in ("VERB", "AUX"):
        rest = _without(predicates.edges(clause), predicates.edges(noun.head))
        yield _draft(ground, _Cue(noun, [noun.head.i, noun.i], "according"), owners[0], rest)


def _hedge(ground: Ground, adverb: "Token") -> Iterator[Draft]:
    rest = _without(predicates.edges(adverb.head), (adverb.i, adverb.i + 1))
    yield _draft(ground, _Cue(adverb, [adverb.i], "hedge"), None, rest)


def _without(whole: Range, part: Range) -> list[Range]:
    return [(a, b) for a, b in ((whole[0], part[0]), (part[1], whole[1])) if a < b]


def _draft(ground: Ground, cue: _Cue, head: "Token | None", content: Iterable[Range]) -> Draft:
    """``head`` is the head of the source's phrase."""
    taken = {i for start, end in content for i in range(start, end)}
    barred = frozenset(cue.words) | (frozenset(taken) if head is None or head.i not in taken else frozenset())
    if head is not None and ground.inside[head.i] != OUTSIDE:
        head = None
    source = sources.phrase(ground, head, barred) if head is not None else ()
    used = set(cue.words) | {i for start, end in source for i in range(start, end)}
    pieces = _pieces(ground, taken - used, set(cue.words))
    return Draft(cue.head.i, cue.frame, source, tuple(runs(cue.words)), pieces, cue.says)


def _pieces(ground: Ground, tokens: set[int], cue: set[int]) -> tuple[Range, ...]:
    """Content as ranges that hold words; a quotation that is touched comes in whole unless the cue is in it."""
    touched = {ground.inside[i] for i in tokens} - {OUTSIDE}
    whole = set(tokens)
    for quote in touched:
        whole.update(range(*ground.quotes[quote]))
    found = (tidy(ground, run) for run in runs(whole - cue))
    return tuple(run for run in found if run is not None and ground.words(run))

"""Signs that two mentions of a story are one: numbers that a trained scorer weighs.

None is the same for all pairs of a story, as its size is: such a sign tells stories apart, and not what is one in them.
"""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from conspectus.compare.clauses.lexicon import lexicon
from conspectus.compare.entities.bearers import NAMES as BORNE
from conspectus.compare.entities.bearers import bearers
from conspectus.compare.entities.facts import Facts, Floats, Whole
from conspectus.compare.entities.names import one_name, spelt_alike
from conspectus.compare.entities.nearby import NAMES as NEARBY
from conspectus.compare.entities.nearby import nearby
from conspectus.compare.entities.standing import TELLING, Standing
from conspectus.compare.entities.vocabulary import KINDS, SMALL
from conspectus.compare.words import stem

_COUNTS = ("head_documents", "head_mentions", "key_documents", "key_mentions", "key_rank", "head_rarity")
_ORDERED = ("sort", "label", "opening", "plural")
NAMES = (
    "same_document", "same_sentence", "same_head", "same_stem", "same_key", "same_print", "head_alike", "kindred",
    "words_shared", "words_within", "beside_shared", "beside_apart", "name_variant", "plural_both",
    "plural_apart", "person_agree", "person_sum", "same_label", "context_alike", "document_alike", "mentions_between",
    "sentences_between", "kind_one", "kind_other", "same_kind", "sex_apart",
    *(f"{name}_{end}" for name in (*_COUNTS, "place", "words") for end in ("least", "most")),
    *(f"{name}_{end}" for name in _ORDERED for end in ("named", "other")),
    *(f"{name}_{end}" for name in TELLING for end in ("least", "most")), *BORNE, *NEARBY,
)  # fmt: skip
DIGITS = 4
_APART, _BRIDGED = -1, 0.5
"""Names without a word in common; those that a longer name of the story has together ("Veldt", "Rovers")."""


def signs(facts: Facts, stood: Standing, one: Whole, other: Whole) -> NDArray[np.float32]:
    """The signs of pairs of rows of both (``one`` before ``other``) → [pairs, len(NAMES)], rounded."""
    same = facts.document[one] == facts.document[other]
    equal = [codes[one] == codes[other] for codes in (facts.head, facts.stem, facts.key, facts.printed)]
    kinds = facts.kind[one], facts.kind[other]
    sexes = facts.sex[one], facts.sex[other]
    columns = [
        same, facts.sentence[one] == facts.sentence[other], *equal,
        (facts.vectors @ facts.vectors.T)[one, other], _kindred(facts)[one, other], *_words(facts, one, other),
        _variants(facts)[one, other],
        facts.plural[one] + facts.plural[other], facts.plural[one] != facts.plural[other],
        facts.person[one] * facts.person[other], facts.person[one] + facts.person[other],
        (facts.label[one] == facts.label[other]) & (facts.label[one] > 0),
        (facts.rows @ facts.rows.T)[facts.sentence[one], facts.sentence[other]],
        (facts.whole @ facts.whole.T)[facts.document[one], facts.document[other]],
        np.where(same, other - one, -1), np.where(same, facts.place[other] - facts.place[one], -1),
        *kinds, (kinds[0] == kinds[1]) & (kinds[0] > 0), (sexes[0] * sexes[1] > 0) & (sexes[0] != sexes[1]),
    ]  # fmt: skip
    lengths = np.array([len(own.words) for own in facts.forms])
    for values in (*facts.counts.T, facts.place, lengths):
        columns += [np.minimum(values[one], values[other]), np.maximum(values[one], values[other])]
    named = facts.sort[one] <= facts.sort[other]
    for values in (facts.sort, facts.label, facts.opening, facts.plural):
        columns += [np.where(named, values[one], values[other]), np.where(named, values[other], values[one])]
    for values in stood.telling.T:
        columns += [np.minimum(values[one], values[other]), np.maximum(values[one], values[other])]
    columns += [*bearers(facts, stood, one, other), *nearby(facts, stood, one, other)]
    return np.round(np.stack(columns, axis=1).astype(np.float32), DIGITS)


def _kindred(facts: Facts) -> Floats:
    """Whether the heads of two nouns are of one kind, and may stand for one and the same [mentions, mentions]."""
    kinds = 1 + max(at for of in KINDS.values() for at in of)
    held = np.zeros((len(facts.forms), kinds))
    for row, own in enumerate(facts.forms):
        if own.sort == "noun":
            held[row, list(KINDS.get(stem(own.head), ()))] = 1
    return np.asarray(held @ held.T > 0, np.float64)


def _words(facts: Facts, one: Whole, other: Whole) -> tuple[Floats, Floats, Floats, Floats]:
    """Shares of the words that two mentions have in common, by rarity; how many beside their heads are, and are not."""
    weights = lexicon()
    known = {name: at for at, name in enumerate(sorted({s for own in facts.stems for s in own}))}
    rare = np.array([weights.weight(name) for name in known])
    held, beside = np.zeros((2, len(facts.stems), len(known)))
    for row, (own, more) in enumerate(zip(facts.stems, facts.beside, strict=True)):
        held[row, [known[name] for name in own]] = 1
        beside[row, [known[name] for name in more]] = 1
    common, total = ((held * rare) @ held.T)[one, other], held @ rare
    fewer = np.minimum(total[one], total[other])
    both, count = (beside @ beside.T)[one, other], beside.sum(1)
    either = total[one] + total[other] - common
    return (
        common / np.maximum(either, 1e-6),
        common / np.maximum(fewer, 1e-6),
        both,
        count[one] + count[other] - 2 * both,
    )


def _variants(facts: Facts) -> Floats:
    """How two names go together [mentions, mentions], as ``_variant`` says; 0 where they are not two names."""
    found = np.zeros((len(facts.forms), len(facts.forms)))
    holders: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for own in facts.forms:
        for word in own.words if own.sort == "name" else ():
            holders[word].add(own.words)
    known: dict[tuple[tuple[str, ...], tuple[str, ...]], float] = {}
    names = [row for row, own in enumerate(facts.forms) if own.sort == "name"]
    for at, row in enumerate(names):
        for column in names[:at]:
            pair = facts.forms[row].words, facts.forms[column].words
            if pair not in known:
                known[pair] = _variant(*pair)
                if known[pair] == _APART and set.intersection(*(holders[word] for words in pair for word in words)):
                    known[pair] = _BRIDGED
            found[row, column] = found[column, row] = known[pair]
    return found


def _variant(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """5 the same words, 4 full names that may be one, 3 the last word, 2 another, 1.5 other spelling, 1 initials."""
    if one == other:
        return 5
    short, long = sorted((one, other), key=lambda words: (len(words), words))
    if len(short) > 1:
        return 4 if one_name(one, other) else -2 if short[-1] == long[-1] else _APART
    if short[0] in long:
        return 3 if short[0] == long[-1] else 2
    if spelt_alike(short[0], long[-1]):
        return 1.5
    initials = {"".join(word[0] for word in long if word not in SMALL), "".join(word[0] for word in long)}
    return 1 if len(long) > 1 and short[0] in initials else _APART

"""Signs that two mentions of a story are one: numbers that a trained scorer weighs."""

import numpy as np
from numpy.typing import NDArray

from conspectus.compare.clauses.lexicon import lexicon
from conspectus.compare.entities.facts import Facts, Floats, Whole
from conspectus.compare.entities.forms import Form
from conspectus.compare.entities.names import one_name
from conspectus.compare.entities.vocabulary import SMALL
from conspectus.compare.words import stem

_COUNTS = ("head_documents", "head_mentions", "key_documents", "key_mentions", "key_rank", "head_rarity")
_ORDERED = ("sort", "label", "opening", "plural")
NAMES = (
    "same_document", "same_sentence", "same_head", "same_stem", "same_key", "same_print", "head_alike",
    "words_shared", "words_within", "beside_shared", "beside_apart", "name_variant", "role_borne", "plural_both",
    "plural_apart", "person_agree", "person_sum", "same_label", "context_alike", "document_alike", "mentions_between",
    "sentences_between", "kind_one", "kind_other", "same_kind", "sex_apart", "mentions", "documents",
    *(f"{name}_{end}" for name in (*_COUNTS, "place", "words") for end in ("least", "most")),
    *(f"{name}_{end}" for name in _ORDERED for end in ("named", "other")),
)  # fmt: skip
DIGITS = 4


def signs(facts: Facts, one: Whole, other: Whole) -> NDArray[np.float32]:
    """The signs of pairs of rows of ``facts`` (``one`` before ``other``) → [pairs, len(NAMES)], rounded."""
    same = facts.document[one] == facts.document[other]
    equal = [codes[one] == codes[other] for codes in (facts.head, facts.stem, facts.key, facts.printed)]
    kinds = facts.kind[one], facts.kind[other]
    sexes = facts.sex[one], facts.sex[other]
    columns = [
        same, facts.sentence[one] == facts.sentence[other], *equal,
        (facts.vectors @ facts.vectors.T)[one, other], *_words(facts, one, other), _variants(facts)[one, other],
        _borne(facts)[one, other], facts.plural[one] + facts.plural[other], facts.plural[one] != facts.plural[other],
        facts.person[one] * facts.person[other], facts.person[one] + facts.person[other],
        (facts.label[one] == facts.label[other]) & (facts.label[one] > 0),
        (facts.rows @ facts.rows.T)[facts.sentence[one], facts.sentence[other]],
        (facts.whole @ facts.whole.T)[facts.document[one], facts.document[other]],
        np.where(same, other - one, -1), np.where(same, facts.place[other] - facts.place[one], -1),
        *kinds, (kinds[0] == kinds[1]) & (kinds[0] > 0), (sexes[0] * sexes[1] > 0) & (sexes[0] != sexes[1]),
        np.full(len(one), len(facts.forms)), np.full(len(one), len(facts.whole)),
    ]  # fmt: skip
    lengths = np.array([len(own.words) for own in facts.forms])
    for values in (*facts.counts.T, facts.place, lengths):
        columns += [np.minimum(values[one], values[other]), np.maximum(values[one], values[other])]
    named = facts.sort[one] <= facts.sort[other]
    for values in (facts.sort, facts.label, facts.opening, facts.plural):
        columns += [np.where(named, values[one], values[other]), np.where(named, values[other], values[one])]
    return np.round(np.stack(columns, axis=1).astype(np.float32), DIGITS)


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
    """How two names go together [mentions, mentions]: 5 the same ... 1 initials, 0 not two names, below 0 apart."""
    found = np.zeros((len(facts.forms), len(facts.forms)))
    known: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = {}
    names = [row for row, own in enumerate(facts.forms) if own.sort == "name"]
    for at, row in enumerate(names):
        for column in names[:at]:
            pair = facts.forms[row].words, facts.forms[column].words
            if pair not in known:
                known[pair] = _variant(*pair)
            found[row, column] = found[column, row] = known[pair]
    return found


def _variant(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    if one == other:
        return 5
    short, long = sorted((one, other), key=lambda words: (len(words), words))
    if len(short) > 1:
        return 4 if one_name(one, other) else -2 if short[-1] == long[-1] else -1
    if short[0] in long:
        return 3 if short[0] == long[-1] else 2
    initials = "".join(word[0] for word in long if word not in SMALL)
    return 1 if len(long) > 1 and initials == short[0] else -1


def _borne(facts: Facts) -> Floats:
    """Of the names that bear a noun as a role, the share that are of a name's cluster [mentions, mentions]."""
    bearers: dict[str, Floats] = {}
    clusters = int(facts.key.max()) + 1
    for own, key in zip(facts.forms, facts.key.tolist(), strict=True):
        for role in own.roles if own.sort == "name" else ():
            bearers.setdefault(stem(role), np.zeros(clusters))[key] += 1
    named = facts.sort == 0
    found = np.zeros((len(facts.forms), len(facts.forms)))
    for row, own in enumerate(facts.forms):
        borne = bearers.get(_noun(own))
        if borne is not None:
            found[row] = np.where(named, borne[facts.key] / borne.sum(), 0)
    return np.maximum(found, found.T)


def _noun(own: Form) -> str:
    return stem(own.head) if own.sort == "noun" else ""

"""What is known of each mention of a story: its words, what it may be, and how much of the story is about it."""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from conspectus.compare.clauses.lexicon import lexicon
from conspectus.compare.entities.forms import Form, form, plain
from conspectus.compare.entities.vocabulary import BEFORE, BODIES, MEN, PRONOUNS, THINGS, WOMEN, is_person
from conspectus.compare.words import is_function, stem

if TYPE_CHECKING:
    from conspectus.compare.entities.mentions import Key, Mention

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_END = re.compile(r"[.!?]['\")”’]*\s+|\n+")
_GAP = re.compile(r"\s*$")
_SORTS = ("name", "noun", "pronoun")
KINDS = ("", "he", "she", "they", "it", "speaker", "relative", "there")
_LABELS = {"PERSON": 1, "ORG": 2, "GPE": 3, "LOC": 3, "FAC": 3, "NORP": 4}
_MANY = frozenset(("they", "them", "their", "themselves", "we", "us", "our"))
_OWNERS = frozenset(("his", "her", "its", "their", "my", "our", "your"))
_SEEN = 3
"""Words right before a mention that are looked at."""
_LAST = 30
"""From this sentence, or this rank, on all count alike."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A row a mention, in the order given; codes are equal where what they stand for is.

    ``stems`` are those of the mention's words and of those right before that belong to it, ``beside`` the same
    without its head. ``rows`` are sentences as weighted stems [sentences, stems], of length one; ``whole`` the same
    for documents. ``counts`` [mentions, 6]: share of documents and of mentions with its head, with the cluster that
    the rules give it; that cluster's rank by size; how rare its head is in news.
    """

    forms: tuple[Form, ...]
    stems: tuple[frozenset[str], ...]
    beside: tuple[frozenset[str], ...]
    vectors: Floats
    rows: Floats
    whole: Floats
    counts: Floats
    document: Whole
    sentence: Whole
    place: Whole
    sort: Whole
    kind: Whole
    label: Whole
    opening: Whole
    plural: Whole
    person: Whole
    sex: Whole
    head: Whole
    stem: Whole
    key: Whole
    printed: Whole


def facts(mentions: Sequence["Mention"], keys: Mapping["Mention", "Key"], texts: Mapping[str, str]) -> Facts:
    """The facts of mentions in document order; ``keys`` are the clusters that the rules give, ``texts`` as there."""
    from conspectus.compare.entities.mentions import common_words

    common = common_words(texts)
    forms = tuple(form(m.words, common) for m in mentions)
    names = sorted(texts)
    ends = {name: [0, *(m.end() for m in _END.finditer(texts[name]))] for name in names}
    where = [(m.document, bisect_right(ends[m.document], m.start) - 1) for m in mentions]
    sentences = sorted(set(where))
    pieces = [texts[d][ends[d][at] : (ends[d][at + 1 :] or [len(texts[d])])[0]] for d, at in sentences]
    before = [_before(texts[d][ends[d][at] : m.start], f) for (d, at), m, f in zip(where, mentions, forms, strict=True)]
    stems = tuple(frozenset(_stems(f"{' '.join(b)} {m.words}")) for m, (b, _) in zip(mentions, before, strict=True))
    plural = [_plural(f) for f in forms]
    own = [stem(f.head) for f in forms]
    document = _codes([m.document for m in mentions], names)
    key = _codes([keys[m] for m in mentions])
    alone = _codes(own)
    lexical = lexicon()
    return Facts(
        forms, stems, tuple(s - {h} for s, h in zip(stems, own, strict=True)),
        np.array([lexical.vector(h) for h in own], np.float64), *_weighed(pieces, [texts[name] for name in names]),
        np.c_[_shares(alone, document, len(names)), _shares(key, document, len(names)), _ranks(key),
              [lexical.weight(h) for h in own]],
        document, _codes(where, sentences), np.minimum([at for _, at in where], _LAST),
        _codes([f.sort for f in forms], _SORTS),
        _codes([PRONOUNS[f.head] if f.sort == "pronoun" else "" for f in forms], KINDS),
        np.array([_LABELS.get(m.label or "", 0) for m in mentions], np.int64), np.array([o for _, o in before]),
        np.array(plural, np.int64),
        np.array([_person(f, m.label, p) for f, m, p in zip(forms, mentions, plural, strict=True)]),
        np.array([_sex(f) for f in forms], np.int64), _codes([f.head for f in forms]), alone, key,
        _codes([plain(m.words) for m in mentions]),
    )  # fmt: skip


def _codes[T: Hashable](values: Sequence[T], known: Sequence[T] = ()) -> Whole:
    number = {value: at for at, value in enumerate(known or dict.fromkeys(values))}
    return np.array([number[value] for value in values], np.int64)


def _stems(text: str) -> list[str]:
    return [stem(word.lower()) for word in _WORD.findall(text) if not is_function(word.lower())]


def _before(text: str, own: Form) -> tuple[list[str], int]:
    """The words right before a mention that belong to it, and what opens it: 0 nothing, 1 the, 2 a, 3 an owner."""
    kept: list[str] = []
    at = len(text)
    for word in list(_WORD.finditer(text))[::-1][: _SEEN + 1]:
        low = word.group().lower()
        if not _GAP.fullmatch(text, word.end(), at):
            break
        if low in BEFORE:
            opening = 2 if low in ("a", "an") else 3 if low in _OWNERS else int(low in ("the", "this", "that"))
            return kept, opening
        if own.sort == "pronoun" or (own.sort == "name" and low == word.group()):
            break
        kept.insert(0, word.group())
        at = word.start()
    return [word for word in kept if word[:1].isupper()], 0


def _plural(own: Form) -> bool:
    if own.sort == "pronoun":
        return own.head in _MANY
    return own.sort == "noun" and own.head.endswith("s") and not own.head.endswith("ss")


def _person(own: Form, label: str | None, plural: bool) -> int:
    """1 a person, -1 something else, 0 unknown."""
    if own.sort == "pronoun":
        return int(PRONOUNS[own.head] in ("he", "she"))
    if label == "PERSON" or (own.sort == "noun" and is_person(own.head[:-1] if plural else own.head)):
        return 1
    return -1 if _LABELS.get(label or "") in (2, 3) or own.head in BODIES or own.head in THINGS else 0


def _sex(own: Form) -> int:
    """1 a man, 2 a woman, 0 unknown."""
    kind = PRONOUNS.get(own.head) if own.sort == "pronoun" else None
    return 1 if kind == "he" or own.head in MEN else 2 if kind == "she" or own.head in WOMEN else 0


def _shares(codes: Whole, document: Whole, documents: int) -> Floats:
    """For each mention the share of documents and of mentions with its code [mentions, 2]."""
    seen = np.unique(np.c_[codes, document], axis=0)[:, 0]
    return np.asarray(np.c_[np.bincount(seen)[codes] / documents, np.bincount(codes)[codes] / len(codes)], np.float64)


def _ranks(codes: Whole) -> Whole:
    """For each mention the rank of its code by size; the earlier one first where two are alike."""
    order = np.argsort(-np.bincount(codes), kind="stable")
    return np.minimum(np.argsort(order)[codes], _LAST)


def _weighed(pieces: Sequence[str], documents: Sequence[str]) -> tuple[Floats, Floats]:
    """Sentences and documents as stems weighted by how rare they are in news, each of length one."""
    counted = [[Counter(_stems(text)) for text in texts] for texts in (pieces, documents)]
    known = {one: at for at, one in enumerate(sorted({s for counts in counted for c in counts for s in c}))}
    lexical = lexicon()
    made = []
    for counts in counted:
        table = np.zeros((len(counts), len(known)))
        for row, count in enumerate(counts):
            for one, times in count.items():
                table[row, known[one]] = (1 + math.log(times)) * lexical.weight(one)
        made.append(table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9))
    return made[0], made[1]

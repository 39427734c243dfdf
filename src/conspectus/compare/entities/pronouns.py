"""What a pronoun stands for, by the mentions before it in its own document."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice

from conspectus.compare.entities.forms import Form
from conspectus.compare.entities.vocabulary import BODIES, MEN, PRONOUNS, WOMEN, is_person

Key = tuple[str, ...]
_NEAR = 3
"""So many fitting mentions are looked back at; the one that recurs among them is meant."""
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_NEVER = Counter[str]()


def standing_for(
    rows: Sequence[tuple[Form, Key | None, str | None]], people: frozenset[Key], document: str
) -> list[Key]:
    """The cluster of each mention (form, its cluster or None for a pronoun, label), in document order."""
    found: list[Key] = []
    sexes: dict[Key, Counter[str]] = defaultdict(Counter)
    for at, (own, known, _label) in enumerate(rows):
        if known is not None:
            found.append(known)
            continue
        kind = PRONOUNS[own.head]
        back = range(at - 1, -1, -1)
        nearest = (found[n] for n in back if fits(kind, rows[n][0], found[n] in people, sexes.get(found[n], _NEVER)))
        fitting = list(islice(nearest, _NEAR))[::-1]
        if not fitting and kind in ("he", "she"):
            named = (found[n] for n in back if rows[n][0].sort == "name" and rows[n][2] not in _PLACES)
            fitting = list(islice(named, 1))
        key = _choice(kind, fitting) or ("pronoun", document, kind)
        sexes[key][kind] += 1
        found.append(key)
    return found


def _choice(kind: str, fitting: Sequence[Key]) -> Key | None:
    """A relative or "there" takes the nearest; others the one that recurs, then the nearest."""
    if not fitting or kind in ("relative", "there"):
        return fitting[-1] if fitting else None
    near = Counter(fitting)
    last = {key: at for at, key in enumerate(fitting)}
    return max(near, key=lambda key: (near[key], last[key]))


def fits(kind: str, before: Form, person: bool, sexes: Mapping[str, int]) -> bool:
    """Whether a pronoun of this kind can stand for the mention ``before``, whose cluster may be a person."""
    if before.sort == "pronoun":
        return PRONOUNS[before.head] == kind
    head = before.head
    plural = before.sort == "noun" and head.endswith("s") and not head.endswith("ss")
    if kind in ("he", "she"):
        if sexes.get("she" if kind == "he" else "he", 0) > sexes.get(kind, 0) or head in (
            WOMEN if kind == "he" else MEN
        ):
            return False
        return person if before.sort == "name" else is_person(head) and not plural
    if kind == "they":
        return plural or head in BODIES or head in ("people", "men", "women")
    if kind == "it":
        return not person if before.sort == "name" else not plural and not is_person(head)
    return kind != "speaker"

"""Which names are outlets, and whether two names are one outlet's. English names, told by their words alone."""

import re

_WORD = re.compile(r"[^\W_]+(?:[-.&][^\W_]+)*")
_LAST = frozenset(
    """
    agency broadcaster broadcasting bulletin chronicle courier daily dispatch examiner gazette globe guardian
    herald independent inquirer journal magazine mail mirror monitor network news newspaper newswire observer
    post press radio record register reporter review standard star sun telegraph television times tribune tv
    weekly wire
    """.split()  # noqa: SIM905 (a list of words reads better as running text)
)
"""The last word of a name that is an outlet's, where the name is a body's: "Hessel Chronicle", "the Times"."""
_NAMES = frozenset(
    """
    abc afp jazeera ap axios bbc bloomberg breitbart buzzfeed cbc cbs cnbc cnn c-span espn huffpost itv msnbc
    nbc newsmax newsweek npr pbs politico propublica reuters rt slate tass tmz univision upi usa vice vox wired
    xinhua
    """.split()  # noqa: SIM905
)
"""Outlets whose names hold no word that tells it."""
_AGENCIES = frozenset(("afp", "ap", "reuters", "tass", "upi", "xinhua"))
_FULL = re.compile(r"\b(?:Al Jazeera|Associated Press|Agence France-Presse|USA Today|The Hill|Fox News)\b")
_SITE = re.compile(r"\.(?:com|org|net|co\.uk)\b")
_FORMS = (("associated press", "ap"), ("agence france presse", "afp"), ("united press international", "upi"))


def is_outlet(words: str, *, strict: bool = False) -> bool:
    """True for a name whose last word is an outlet's ("Hessel Chronicle"), or that is known as one.

    ``strict``: a word that is one by itself has to come first ("Bloomberg News", not "Michael Bloomberg").
    """
    if _FULL.search(words):
        return not strict or bool(_FULL.fullmatch(words.removeprefix("the ").removeprefix("The ")))
    tokens = [token.lower() for token in _WORD.findall(words) if token.lower() not in ("the", "a", "an")]
    if not tokens or not _capitals(words):
        return False
    return tokens[-1] in _LAST or any(token in _NAMES for token in (tokens[:1] if strict else tokens))


def outlet_part(name: str) -> str:
    """The beginning of an outlet's name as it runs on into another's ("BBC" of "BBC Director Ada Brenk")."""
    words = name.split(" ")
    first = 2 if words[0].lower() == "the" else 1
    for end in range(len(words), first, -1):
        head = " ".join(words[:end])
        bare = head.removeprefix("the ").removeprefix("The ")
        if words[end - 1].lower() in _LAST or _FULL.fullmatch(bare):
            return head
    return " ".join(words[:first])


def _capitals(words: str) -> bool:
    found = [token for token in _WORD.findall(words) if token.lower() not in ("the", "a", "an")]
    return all(token[:1].isupper() or token[:1].isdigit() for token in found)


def is_agency(name: str) -> bool:
    """True for a news agency, whose copy other outlets print."""
    tokens = _tokens(name)
    return bool(_AGENCIES.intersection(tokens)) or tokens[-1:] in (["wire"], ["newswire"], ["agency"])


def same_outlet(one: str, other: str) -> bool:
    """True when two names are one outlet's: in full, in part, run together or in initials.

    Without its last word, or one that makes it an outlet's, a part is a town or a region ("Hessel" of "Hessel Echo").
    """
    own, named = _tokens(one), _tokens(other)
    if not own or not named:
        return False
    return _part(own, named) or _part(named, own) or _short(own, named) or _short(named, own)


def _part(own: list[str], named: list[str]) -> bool:
    if not set(named) <= set(own):
        return False
    return own[-1] in named or not _LAST.isdisjoint(named) or not _NAMES.isdisjoint(named)


def _short(own: list[str], named: list[str]) -> bool:
    """``named`` is ``own`` run together ("HesselNews" for "Hessel News") or its initials."""
    if len(named) != 1 or len(own) < 2:
        return False
    initials = "".join(word[0] for word in own)
    run_together = named[0].startswith(own[0][:3]) and named[0].endswith(own[-1])
    return run_together or named[0] in (initials, "".join(own))


def _tokens(words: str) -> list[str]:
    bare = _SITE.sub("", words.lower())
    found = [word.replace(".", "") for word in _WORD.findall(bare) if word not in ("the", "s", "online")]
    text = " ".join(found).replace("-", " ")
    return [short for full, short in _FORMS if full in text] or found

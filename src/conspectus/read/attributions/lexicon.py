"""Cue words and the complements that make them cues, from the packaged list ``cues.txt``."""

from functools import cache
from importlib.resources import files


@cache
def cues() -> dict[str, frozenset[str]]:
    """Word class and lemma ("verb say") → the frames in which the word is a cue."""
    found: dict[str, frozenset[str]] = {}
    text = files("conspectus.read.attributions").joinpath("cues.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, lemma, *frames = line.split()
            found[f"{kind} {lemma}"] = frozenset(frames)
    return found


def frames(kind: str, lemma: str) -> frozenset[str]:
    """The frames of a word; empty when it is no cue."""
    return cues().get(f"{kind} {lemma}", frozenset())

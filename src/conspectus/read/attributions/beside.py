"""What stands beside a quotation: the unquoted words around it, and whether it is a sentence of its own."""

from conspectus.read.attributions.ground import OUTSIDE, Ground, Range

REACH = 40
"""How many tokens away from a quotation its cue may stand."""

STOPS = frozenset((".", "!", "?", ";"))
_MARKS = frozenset(('"', "'", "''", "``"))


def stretch(ground: Ground, at: int, step: int) -> Range:
    """The unquoted tokens beside a quotation up to the end of the sentence or the next quotation."""
    place = at
    while 0 <= place < len(ground.doc) and abs(place - at) < REACH and ground.inside[place] == OUTSIDE:
        if ground.doc[place].text in STOPS:
            break
        place += step
    return (at, place) if step > 0 else (place + 1, at + 1)


def ended(ground: Ground, quote: Range) -> bool:
    """True when the quotation ends its sentence: a full stop inside, and no lower-case word after it."""
    words = [token for token in ground.doc[max(quote[0], quote[1] - 4) : quote[1]] if token.text not in _MARKS]
    if not words or words[-1].text != ".":
        return False
    return quote[1] >= len(ground.doc) or not ground.doc[quote[1]].text[:1].islower()


def stands_alone(ground: Ground, quote: Range) -> bool:
    """True when the quotation begins after the end of a sentence, not inside one."""
    place = quote[0] - 1
    while place >= 0 and ground.doc[place].is_space:
        place -= 1
    return place < 0 or ground.inside[place] != OUTSIDE or ground.doc[place].text in STOPS | {")", "]"}


def goes_on(ground: Ground, quote: Range) -> bool:
    """True for a quotation that no verb outside it holds: alone, or behind "Instead," or "And:"."""
    if stands_alone(ground, quote):
        return True
    around = (stretch(ground, quote[0] - 1, -1), stretch(ground, quote[1], +1))
    return not any(ground.doc[i].pos_ in ("VERB", "AUX", "NOUN", "PROPN") for a, b in around for i in range(a, b))

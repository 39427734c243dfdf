"""What a difference found by likeness is called."""

from collections.abc import Callable
from dataclasses import replace

from conspectus.compare.matters.title import rarities, title
from conspectus.compare.matters.units import Unit, units
from conspectus.model import Reading, Span

Read = Callable[..., Reading]


def _called(reading_of: Read, one: str, other: str, *further: str) -> str:
    """The title of what two articles tell in their first sentences, all of which is shown; both go on with the rest."""
    texts = [" ".join((own, *further)) for own in (one, other)]
    readings = {r.article.id: _begun(r, own) for r, own in zip(map(reading_of, texts), (one, other), strict=True)}
    firsts = [_first(reading) for reading in readings.values()]
    shown = Span(firsts[0].sentence.article, "body", 0, firsts[0].sentence.end)
    return title(firsts, (shown,), readings, rarities(readings.values()))


def _begun(reading: Reading, sentence: str) -> Reading:
    """The reading with these words as its first sentence, whatever full stops stand in them."""
    first = replace(reading.sentences[0], span=Span(reading.article.id, "body", 0, len(sentence)))
    rest = [one for one in reading.sentences if one.span.start > len(sentence)]
    return replace(reading, sentences=(first, *rest))


def _first(reading: Reading) -> Unit:
    return min(units([reading]), key=lambda unit: unit.span.start)


def test_a_phrase_that_both_share_is_printed_as_it_stands(reading_of: Read) -> None:
    one = "On Monday the former harbour master sold his boat."
    other = "A former harbour master wants to keep the boat of his son."
    assert _called(reading_of, one, other) == "About former harbour master"


def test_an_abbreviation_does_not_tear_a_name_apart(reading_of: Read) -> None:
    one = "Gov. Ilse Varga vetoed the plan."
    other = "The plan has no friend in Gov. Ilse Varga now."
    assert _called(reading_of, one, other) == "About Gov. Ilse Varga"


def test_what_the_story_is_about_gives_way_to_what_is_rarer(reading_of: Read) -> None:
    one = "Ilse Varga spoke at length to the Tarn Bridge Society, to Pavel Runge and to others in the small hall."
    other = "Ilse Varga would not meet the Tarn Bridge Society, nor see Pavel Runge, and left by the small hall."
    further = [f"Ilse Varga {did}." for did in ("wept", "slept", "ate", "sang", "rowed", "rested", "read")]
    assert "Ilse Varga" not in _called(reading_of, one, other, *further)


def test_where_one_plain_word_is_shared_it_is_called_by_what_is_shown(reading_of: Read) -> None:
    one = "The group was met by an angry crowd of farmers on the quay near Tarn."
    other = "Nobody knows where the group is now."
    assert _called(reading_of, one, other) == "“The group was met by an angry crowd …”"

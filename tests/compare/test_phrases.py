"""Phrases that tell the same inside clauses that do not: where words meet, and what of it is shown."""

import pytest
from factories import article

from conspectus import Models, compare, read
from conspectus.compare.phrases.pair import Phrases
from conspectus.compare.phrases.scorer import measured
from conspectus.compare.phrases.signs import NAMES
from conspectus.compare.phrases.told import told
from conspectus.model import Span


def span(article: str, start: int, end: int) -> Span:
    return Span(article, "body", start, end)


def fits(_one: Span, _other: Span) -> bool:
    return True


A, B, C = span("a", 0, 20), span("b", 0, 20), span("c", 0, 20)


def test_a_third_article_joins_only_where_it_makes_a_pair_with_both() -> None:
    two = [Phrases(A, B, 0.9), Phrases(A, C, 0.8)]
    assert told(two, [], fits) == (((A, B), 0.9), ((A, C), 0.8))
    assert told([*two, Phrases(B, C, 0.7)], [], fits) == (((A, B, C), 0.9),)


@pytest.mark.parametrize(
    ("shown", "left"),
    [
        pytest.param([span("a", 5, 60), span("b", 2, 18)], 0, id="both sides stand in it"),
        pytest.param([span("a", 5, 60), span("b", 40, 60)], 1, id="one side does not"),
        pytest.param([span("a", 5, 60), span("c", 0, 20)], 1, id="another article"),
    ],
)
def test_what_an_agreement_shows_already_is_not_shown_again(shown: list[Span], left: int) -> None:
    assert len(told([Phrases(A, B, 0.9)], [shown], fits)) == left


def test_a_pair_that_something_speaks_against_is_left_out() -> None:
    assert told([Phrases(A, B, 0.9)], [], lambda one, other: False) == ()


FIRST = (
    "Ilse Varga, a retired naval engineer, opened the lock at Hessel on Tuesday.\n\n"
    "The council will pay for the repairs of the harbour wall."
)
OTHER = (
    "The choir of Hessel has a new patron in Ilse Varga, the retired naval engineer from Lund.\n\n"
    "Nobody spoke about money in the town hall."
)


def test_words_that_stand_together_in_both_articles_meet(models: Models) -> None:
    readings = [read(article(FIRST), models), read(article(OTHER), models)]
    met, numbers = measured(readings, ())
    texts = {r.article.id: r.article for r in readings}
    shown = {frozenset((texts[m.one.article].words(m.one), texts[m.other.article].words(m.other))) for m in met}
    assert frozenset(("Ilse Varga, a retired naval engineer", "Ilse Varga, the retired naval engineer")) in shown
    assert numbers.shape == (len(met), len(NAMES))


def test_names_alone_make_no_agreement_known_or_not(models: Models) -> None:
    one = "The crew of the Grey Odile waved to the children, who stood on the quay for an hour."
    other = "Nobody who had ever sailed on the Grey Odile was surprised, an old captain told the town council."
    readings = [read(article(text), models) for text in (one, other)]
    texts = {r.article.id: r.article for r in readings}
    met = {texts[m.one.article].words(m.one) for m in measured(readings, ())[0]}
    assert not any("Odile" in words for words in met)
    low = [read(article(text.replace("Grey Odile", "grey Odile")), models) for text in (one, other)]
    texts = {r.article.id: r.article for r in low}
    assert "grey Odile" in {texts[m.one.article].words(m.one) for m in measured(low, ())[0]}


def test_the_order_of_articles_changes_no_number(models: Models) -> None:
    readings = [read(article(FIRST), models), read(article(OTHER), models)]
    here, there = measured(readings, ()), measured(readings[::-1], ())
    assert (here[0], here[1].tolist()) == (there[0], there[1].tolist())


def test_a_phrase_agrees_inside_clauses_that_tell_different_things(models: Models) -> None:
    found = compare([read(article(FIRST), models), read(article(OTHER), models)])
    texts = {a.id: a for a in found.articles}
    agreed = [[texts[s.article].words(s.spans[0]) for s in f.sides] for f in found.findings if f.kind == "agreement"]
    assert any(all("retired naval engineer" in words for words in sides) for sides in agreed)


def test_words_told_a_second_time_are_a_further_place_of_the_first(models: Models) -> None:
    again = (
        "Asked about the price, the retired naval engineer only laughed.",
        "Children had painted a boat for the retired naval engineer and her sister.",
    )
    plain = [read(article(FIRST), models), read(article(OTHER), models)]
    more = [read(article(f"{text}\n\n{own}"), models) for text, own in zip((FIRST, OTHER), again, strict=True)]
    texts = {r.article.id: r.article for r in (*plain, *more)}
    shown = []
    for readings in (plain, more):
        agreed = [f for f in compare(readings).findings if f.kind == "agreement"]
        shown.append([f for f in agreed if "naval engineer" in f.title])
    (once,), both = shown
    assert [len(side.spans) for side in once.sides] == [1, 1]
    (twice,) = [f for f in both if "Varga" in f.title]
    assert [len(side.spans) for side in twice.sides] == [2, 2]
    for side in twice.sides:
        assert all("naval engineer" in texts[side.article].words(span) for span in side.spans)
        assert len(side.context) == 2

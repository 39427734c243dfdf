"""How pairs of clauses are scored and grouped, and the roles that articles agree on."""

from collections.abc import Callable

import pytest
from factories import article

from conspectus import Models, compare, read
from conspectus.compare.clauses.alike import Alike
from conspectus.compare.clauses.figures import figures_of
from conspectus.compare.clauses.groups import groups
from conspectus.compare.clauses.lexicon import lexicon
from conspectus.compare.clauses.scorer import alike
from conspectus.compare.words import stem
from conspectus.model import Span, Statement


def statement(article: str, start: int) -> Statement:
    span = Span(article, "body", start, start + 10)
    return Statement(f"{article}{start}", span, (), "affirmed", "stated", span, (), (), ())


def grouped(*pairs: tuple[Statement, Statement, float]) -> list[tuple[str, ...]]:
    found = [Alike(*pair) for pair in pairs]
    return [tuple(s.id for s in members) for members, _ in groups(found, 0.3, 0.5)]


def test_a_group_holds_one_clause_of_each_article_and_every_pair_in_it_is_near() -> None:
    a, b, c, far = statement("a", 0), statement("b", 0), statement("c", 0), statement("c", 50)
    assert grouped((a, b, 0.9), (a, c, 0.6), (b, c, 0.4)) == [("a0", "b0", "c0")]
    assert grouped((a, b, 0.9), (a, far, 0.4)) == [("a0", "b0")]


def test_only_a_sure_pair_lets_a_clause_into_a_second_group() -> None:
    a, b, later = statement("a", 0), statement("b", 0), statement("b", 50)
    assert grouped((a, b, 0.9), (a, later, 0.6)) == [("a0", "b0"), ("a0", "b50")]
    assert grouped((a, b, 0.9), (a, later, 0.4)) == [("a0", "b0")]


def test_words_that_mean_the_same_are_near() -> None:
    known = lexicon()
    attorney, lawyer, ferry = (known.vector(stem(word)) for word in ("attorney", "lawyer", "ferry"))
    assert float(attorney @ lawyer) > 0.6 > float(attorney @ ferry)
    assert known.weight(stem("ferry")) > known.weight(stem("year"))
    assert known.weight("zzyzx") == known.rarest


SAME = [
    ("Ilse Varga, the minister, quit her post on Tuesday.", "Minister Ilse Varga resigned from her office on Tuesday."),
    ("The ferry Saint Odile went down near Hessel.", "The Saint Odile, a ferry, sank off Hessel."),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_paraphrase_scores_above_another_clause_about_the_same_people(models: Models, one: str, other: str) -> None:
    more = "Ilse Varga praised the divers of Hessel and the old ferry Saint Odile at length."
    found = alike([read(article(f"{one}\n\n{more}"), models), read(article(other), models)])
    best = max(found, key=lambda pair: pair.score)
    assert {best.one.span.start, best.other.span.start} == {0}


@pytest.fixture
def titles(models: Models) -> Callable[..., list[str]]:
    def told(*texts: str) -> list[str]:
        found = compare([read(article(text), models) for text in texts]).findings
        return [f.title for f in found if f.kind == "agreement" and "office or role" in f.reason]

    return told


def test_an_office_told_alike_is_an_agreement(titles: Callable[..., list[str]]) -> None:
    one = "The harbour was closed by Dana Orlu, the state’s chief prosecutor, after the ferry sank off Port Hessel."
    other = "Prosecutor Dana Orlu closed the harbour of Port Hessel after the ferry sank there."
    assert titles(one, other) == ["Prosecutor Dana Orlu"]


def test_a_mere_title_or_another_office_is_none(titles: Callable[..., list[str]]) -> None:
    assert titles("The harbour was closed by Mr. Dana Orlu.", "Mr. Dana Orlu closed the harbour.") == []
    assert titles("Coach Dana Orlu closed the harbour.", "Surgeon Dana Orlu closed the harbour.") == []


def agreed(models: Models, *texts: str) -> list[tuple[str, ...]]:
    comparison = compare([read(article(text), models) for text in texts])
    by_id = {one.id: one for one in comparison.articles}
    found = [f for f in comparison.findings if f.kind == "agreement"]
    return [tuple(by_id[s.article].words(span) for s in f.sides for span in s.spans) for f in found]


def test_one_day_and_one_name_are_not_enough(models: Models) -> None:
    one = "Dana Orlu opened the bridge on Tuesday. A clerk said in a statement that it rained."
    other = "Dana Orlu declined lunch on Tuesday. A baker said in a statement that it rained."
    assert not any("declined" in words for found in agreed(models, one, other) for words in found)
    assert not any("clerk" in words for found in agreed(models, one, other) for words in found)


def test_a_figure_given_alike_is_an_agreement_where_its_clauses_are_none(models: Models) -> None:
    one = "Orlu's panel, whose 225-page report on the ferry was late, met in the rain for hours."
    other = "Nobody in Port Hessel has praised the 225-page report on the ferry yet."
    assert ["225-page" in words for found in agreed(models, one, other) for words in found] == [True, True]


def test_a_long_clause_is_cut_to_what_the_other_tells_too(models: Models) -> None:
    tail = (
        ", near the old mill, the new school, the market hall, two inns, a long row of poplars and the yard of a smith"
    )
    short = "The ferry Saint Odile sank off Port Hessel on Tuesday."
    long = f"The ferry Saint Odile sank off Port Hessel on Tuesday{tail}{tail.replace('old', 'burnt')}."
    (found,) = [one for one in agreed(models, short, long) if any("sank" in words for words in one)]
    assert all(len(words) < 80 for words in found)
    assert all("Saint Odile sank" in words for words in found)


def test_a_figure_in_a_name_is_no_figure(models: Models) -> None:
    texts = [
        "The mayor spoke about the harbour on “60 Minutes” with Lesley Orlu on Sunday night.",
        "In an interview with Lesley Orlu on “60 Minutes” the mayor did not name the harbour on Sunday night.",
    ]
    readings = [read(article(text), models) for text in texts]
    shown = [reading.article.words(figure.shown) for reading in readings for figure in figures_of(reading)]
    assert not any("60" in words for words in shown)
    plain = read(article("The mayor owns 60 boats."), models)
    assert len(list(figures_of(plain))) == 1

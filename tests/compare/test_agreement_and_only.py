"""What articles agree on and what only some tell, on whole small articles read for real."""

import pytest
from factories import article

from conspectus import Comparison, Models, compare, read
from conspectus.compare.align import align
from conspectus.compare.clauses.held import is_denied, is_left_open
from conspectus.model import Span

FIRST = (
    "The ferry Saint Odile sank off Port Hessel on Tuesday morning.\n\n"
    "Transport Minister Ilse Varga said the ferry had been overloaded.\n\n"
    "Farmers in the lower valley lost a third of their barley harvest to hail last summer."
)
SECOND = (
    "The Saint Odile, a ferry, sank on Tuesday off Port Hessel.\n\n"
    "The ferry had been overloaded, Transport Minister Ilse Varga said.\n\n"
    "King Aldous visited the new observatory on the northern island with his daughters."
)


def compared(models: Models, *texts: str) -> Comparison:
    return compare([read(article(text), models) for text in texts])


def words(comparison: Comparison, kind: str) -> list[tuple[str, ...]]:
    by_id = {one.id: one for one in comparison.articles}
    found = [f for f in comparison.findings if f.kind == kind]
    return [tuple(by_id[s.article].words(span) for s in f.sides for span in s.spans) for f in found]


def test_the_same_told_in_other_words_is_an_agreement(models: Models) -> None:
    found = words(compared(models, FIRST, SECOND), "agreement")
    assert any("sank" in one and "sank" in other for one, other in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The old ferry sank off Port Hessel harbour.", "The old ferry did not sink off Port Hessel harbour."),
        ("The old ferry sank off Port Hessel harbour.", "The old ferry may have sunk off Port Hessel harbour."),
        ("The crash at Port Hessel killed 12 sailors.", "The crash at Port Hessel killed 30 sailors."),
        ("The ferry left Port Hessel on May 3, 2031.", "The ferry left Port Hessel on May 9, 2031."),
        ("The old captain showed no remorse in court.", "The old captain showed little remorse in court."),
        ("The crash at Port Hessel killed at least 23 sailors.", "The crash at Port Hessel killed 38 sailors."),
    ],
    ids=["polarity", "certainty", "number", "date", "none", "bound"],
)
def test_what_differs_is_no_agreement(models: Models, one: str, other: str) -> None:
    assert words(compared(models, one, other), "agreement") == []


def test_a_claim_does_not_agree_with_its_denial(models: Models) -> None:
    said = "Inspector Ivo Resk said that live rounds were fired at the harbour gate on Monday."
    denied = "Mayor Dana Orlu denied that live rounds were fired at the harbour gate on Monday."
    assert not words(compared(models, said, denied), "agreement")
    twice = compared(models, denied, "Dana Orlu, the mayor, denied that live rounds were fired at the harbour gate.")
    told = [f for f in twice.findings if f.kind == "agreement" and "rounds were fired" in f.title]
    assert told
    assert all(f.title.startswith("Denied: ") for f in told)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The team cannot yet say that the dye harms the fish.", "open"),
        ("There was no evidence that the dye harms the fish.", "open"),
        ("The team can say that the dye harms the fish.", ""),
        ("Nobody fishes here. The team knows the dye harms the fish.", ""),
        ("Dana Orlu denied that the dye harms the fish.", "denied"),
    ],
)
def test_how_a_clause_is_held(models: Models, text: str, held: str) -> None:
    reading = read(article(text), models)
    at = text.index("the dye")
    span = Span(reading.article.id, "body", at, len(text) - 1)
    assert is_left_open(span, reading) == (held == "open")
    assert is_denied(span, reading) == (held == "denied")


def test_clauses_that_share_only_names_are_not_aligned(models: Models) -> None:
    texts = ("Dana Orlu of Port Hessel painted boats.", "Dana Orlu of Port Hessel rejected accusations.")
    assert align([read(article(text), models) for text in texts], 0.24) == ()


def test_what_only_one_tells_is_found_with_where_it_was_looked_for(models: Models) -> None:
    comparison = compared(models, FIRST, SECOND)
    only = [f for f in comparison.findings if f.kind == "only"]
    told = {one[0] for one in words(comparison, "only")}
    assert any("barley harvest" in one for one in told)
    assert any("observatory" in one for one in told)
    assert not any("overloaded" in one or "sank" in one for one in told)
    for finding in only:
        assert finding.missing
        assert finding.verdict == "only here"
        assert not {side.article for side in finding.sides} & set(finding.missing)


def test_what_lies_inside_another_of_them_is_told_once(models: Models) -> None:
    extra = " Marek Orlu, who joined the observatory from the Velmora academy two winters ago, has counted seventeen comets."
    comparison = compared(models, FIRST + extra, SECOND)
    first = comparison.articles[0]
    spans = [s.spans[0] for f in comparison.findings if f.kind == "only" for s in f.sides if s.article == first.id]
    assert any(first.words(span).startswith("Marek Orlu") for span in spans)
    assert not any(one != other and one.contains(other) for one in spans for other in spans)


def test_an_article_with_another_figure_has_not_left_it_out(models: Models) -> None:
    texts = (
        "The storm off Port Hessel killed 12 people in small boats.",
        "Officials counted 30 deaths after the weekend.",
    )
    comparison = compared(models, *texts)
    assert not any("12" in piece for one in words(comparison, "only") for piece in one)


def test_an_article_with_the_same_figure_has_not_left_it_out(models: Models) -> None:
    second = SECOND + "\n\nFarm losses reached 412 tonnes."
    for figure, kept in (("412", False), ("637", True)):
        comparison = compared(models, f"{FIRST}\n\nHail cost growers {figure} tonnes of their finest barley.", second)
        assert any(figure in piece for one in words(comparison, "only") for piece in one) is kept


def test_an_article_that_prints_one_phrase_of_a_saying_has_not_told_the_rest(models: Models) -> None:
    phrase = "“the harbour board ignored every letter that the barley farmers of the valley sent”"
    saying = "“It is reckless, and the harbour board ignored every letter that the barley farmers of the valley sent,”"
    texts = (
        f"The ferry Saint Odile sank off Port Hessel on Tuesday.\n\n{saying} said Ilse Varga, the transport minister.",
        f"The Saint Odile sank on Tuesday off Port Hessel.\n\nIlse Varga, the transport minister, said {phrase}.",
        "The ferry Saint Odile sank off Port Hessel.\n\nIlse Varga, the transport minister, called it “reckless”.",
    )
    comparison = compared(models, *texts)
    third = comparison.articles[2].id
    by_id = {one.id: one for one in comparison.articles}
    untold = [f for f in comparison.findings if f.kind == "only" and third in f.missing]
    assert any("ignored every letter" in by_id[s.article].words(x) for f in untold for s in f.sides for x in s.spans)


def test_one_article_alone_is_said_to_be_alone(models: Models) -> None:
    comparison = compared(models, FIRST)
    assert comparison.findings == ()
    assert [note.code for note in comparison.notes] == ["one article"]


def test_articles_without_words_have_no_part(models: Models) -> None:
    assert [note.code for note in compared(models, "Yes.", "No.").notes] == ["no statements", "no statements"]

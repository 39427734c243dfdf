"""Inputs that are no good story: what is kept out, what is said of it, and that the rest is still compared."""

from dataclasses import replace

from factories import article

from conspectus import Comparison, Models, compare, read
from conspectus.model import Article, Language

FERRY = (
    "The ferry Saint Odile sank off Port Hessel on Tuesday, the coast guard said.\n\n"
    "Transport Minister Ilse Varga said the ferry had been overloaded with barley.\n\n"
    "Divers found the wreck of the Saint Odile near the lighthouse of Port Hessel."
)
SHIP = (
    "The Saint Odile, a ferry loaded with barley, sank on Tuesday near the lighthouse of Port Hessel.\n\n"
    "Ilse Varga, the transport minister, said that it had been overloaded.\n\n"
    "The coast guard of Port Hessel sent divers to the wreck."
)
CHESS = (
    "Grandmaster Tove Lindqvist won the chess championship of Aldmark after nine hours.\n\n"
    "Her opponent, Bram Oduya, resigned a rook down in the endgame.\n\n"
    "The federation of Aldmark pays the champion a prize of silver coins."
)
HARVEST = (
    "Hail ruined a third of the apple harvest in the Velden valley, farmers told the cooperative.\n\n"
    "Insurers will send assessors to the orchards of Velden in autumn."
)
FRENCH = "Le traversier Saint Odile a coulé mardi au large de Port Hessel, selon la garde côtière."


def compared(models: Models, *articles: Article) -> Comparison:
    return compare([read(one, models) for one in articles])


def named(text: str, name: str, published: str | None = None, title: str = "") -> Article:
    return article(text, title, published=published, name=name)


def used(comparison: Comparison) -> set[str]:
    """The articles that any finding shows or calls silent."""
    shown = {side.article for finding in comparison.findings for side in finding.sides}
    return shown | {one for finding in comparison.findings for one in finding.missing}


def test_a_stray_article_is_named_and_kept_out(models: Models) -> None:
    stray = named(CHESS, "chess.txt")
    comparison = compared(models, named(FERRY, "a.txt"), stray, named(SHIP, "b.txt"))
    (note,) = [one for one in comparison.notes if one.code == "stray article"]
    assert "chess.txt" in note.message
    assert note.span is not None
    assert note.span.article == stray.id
    assert stray.id not in used(comparison)
    assert any(one.kind == "agreement" for one in comparison.findings)
    assert comparison.siglum(stray.id) == "B"


def test_two_that_share_only_a_headline(models: Models) -> None:
    title = "What happened this week in Aldmark"
    comparison = compared(models, named(CHESS, "a.txt", title=title), named(HARVEST, "b.txt", title=title))
    assert [one.code for one in comparison.notes] == ["little in common"]
    assert all(one.kind != "only" for one in comparison.findings)


def test_articles_years_apart(models: Models) -> None:
    comparison = compared(models, named(FERRY, "a.txt", "2029-05-01"), named(SHIP, "b.txt", "2031-06-01"))
    assert [one.message for one in comparison.notes if one.code == "far apart in time"] == [
        "the first and the last article are 2 years apart: what differs may be what has changed since"
    ]
    assert any(one.kind == "agreement" for one in comparison.findings)


def test_an_article_of_one_paragraph(models: Models) -> None:
    short = named("The ferry Saint Odile sank off Port Hessel on Tuesday, Ilse Varga said.", "c.txt")
    comparison = compared(models, named(FERRY, "a.txt"), named(SHIP, "b.txt"), short)
    assert comparison.notes == ()
    assert short.id in used(comparison)


def test_another_language_among_english_ones(models: Models) -> None:
    foreign = replace(named(FRENCH, "fr.txt"), language=Language("fr", 0.98, "given by the test"))
    comparison = compared(models, named(FERRY, "a.txt"), foreign, named(SHIP, "b.txt"))
    (note,) = comparison.notes
    assert note.code == "another language"
    assert "fr.txt" in note.message
    assert foreign.id not in used(comparison)
    assert any(one.kind == "agreement" for one in comparison.findings)


def test_a_story_without_a_number_or_a_quotation(models: Models) -> None:
    comparison = compared(models, named(FERRY, "a.txt", "2031-05-07"), named(SHIP, "b.txt", "2031-05-07"))
    assert comparison.notes == ()
    assert {one.kind for one in comparison.findings} >= {"agreement"}
    graver = [f for f in comparison.findings if f.kind in ("discrepancy", "quote") and f.severity != "granularity"]
    assert graver == []


def test_another_order_changes_neither_strays_nor_findings(models: Models) -> None:
    articles = [named(FERRY, "a.txt"), named(CHESS, "b.txt"), named(SHIP, "c.txt"), named(HARVEST, "d.txt")]
    first, again = compared(models, *articles), compared(models, *articles[::-1])
    assert {one.id for one in first.findings} == {one.id for one in again.findings} != set()
    assert {one.message for one in first.notes} == {one.message for one in again.notes}
    assert len(first.notes) == 2

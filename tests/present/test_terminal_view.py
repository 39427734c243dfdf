"""What the terminal prints: lines that fit, words as printed, nothing dropped in silence."""

from dataclasses import replace
from decimal import Decimal

import pytest
from factories import article
from rich.cells import cell_len

from conspectus import Models, compare, read
from conspectus.model import Amount, Attribution, Comparison, Made, Note, Quotation, Reading
from conspectus.present.evidence import evidence_text
from conspectus.present.layout import cut
from conspectus.present.limits import LIMITS
from conspectus.present.reading import amount_value, reading_text
from conspectus.present.safe import for_page, for_terminal
from conspectus.present.terminal import comparison_text

LONG = "A very long headline about the harbour of Port Tarn " * 40


def lines(comparison: Comparison, width: int = 100, everything: bool = False) -> list[str]:
    return comparison_text(comparison, width, everything).plain.splitlines()


def test_the_whole_view(ferry: Comparison) -> None:
    text = comparison_text(ferry).plain
    for expected in (
        " A  Carrow Gazette      38 words   2031-03-11   sha256 ",
        " B  outlet not stated   32 words   no date      sha256 ",
        "≠ Where the articles differ  3",
        "  Conflict: as worded, both cannot hold",
        "          a A “212 people”  212 (person)",
        "  Two origins or more  0  none found",
        "1 What only one article tells  1  not found in the other",
        "  note  One article carries no date",
        "  not read  photo.png: an image, not an article; give a file with text",
        "3 differ · 1 agree · 1 only one · 1 could not tell · 1 rejected",
    ):
        assert expected in text


def test_each_section_says_how_much_it_finds_also_where_it_found_nothing(ferry: Comparison) -> None:
    for comparison in (ferry, replace(ferry, findings=())):
        text = comparison_text(comparison).plain
        for key in ("differ", "agree", "only"):
            assert LIMITS[key].split(";")[0][:60] in text


def test_cells_stand_under_their_sigla(ferry: Comparison) -> None:
    text = lines(ferry)
    head = next(line for line in text if line.startswith("≠"))
    row = next(line for line in text if line.strip().startswith("D1 "))
    assert (head.rindex("A"), head.rindex("B")) == (row.rindex("a"), row.rindex("b"))


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_the_terminal(ferry: Comparison, width: int) -> None:
    assert all(cell_len(line) <= width for line in lines(ferry, width))


def many(make, count: int) -> Comparison:
    made = [make.article(f"On day {n} the ⟦n|{n} boats⟧ of Tarn sailed.", outlet=f"Outlet {n}") for n in range(count)]
    sides = [make.side(at["n"], "abc"[n % 3], f"{n} boat") for n, (_, at) in enumerate(made)]
    only = make.finding(
        sides[:1], kind="only", verdict="only here", severity=None, id="7" * 12,
        missing=tuple(one.id for one, _ in made[1:]),
    )  # fmt: skip
    return make.comparison([one for one, _ in made], [make.finding(sides), only])


@pytest.mark.parametrize("count", [2, 6, 7, 12, 13, 40])
def test_up_to_forty_articles_fit(make, count: int) -> None:
    comparison = many(make, count)
    assert all(cell_len(line) <= 100 for line in lines(comparison))
    text = comparison_text(comparison).plain
    assert all(f" {comparison.siglum(article.id)} " in text for article in comparison.articles)


def test_beyond_twelve_articles_cells_are_listed_by_siglum(make) -> None:
    text = comparison_text(many(make, 14)).plain
    assert "a A D G J M" in text
    assert "– B C D E F" in text


def test_long_groups_are_folded_with_their_number(make) -> None:
    a, at = make.article(" ".join(f"⟦m{n}|Point {n}.⟧" for n in range(9)))
    b, _ = make.article("Nothing of it.")
    known = {"kind": "only", "verdict": "only here", "severity": None, "missing": (b.id,)}
    comparison = make.comparison([a, b], [make.finding([make.side(at[f"m{n}"])], **known) for n in range(9)])
    assert "and 5 more only in A" in comparison_text(comparison).plain
    unfolded = comparison_text(comparison, everything=True).plain
    assert "more only in" not in unfolded
    assert all(f" UA{n} " in unfolded for n in range(1, 10))


def test_differences_are_never_folded(make) -> None:
    a, at = make.article(" ".join(f"⟦m{n}|{n} men⟧" for n in range(30)))
    b, bt = make.article(" ".join(f"⟦m{n}|{n} women⟧" for n in range(30)))
    found = [make.finding([make.side(at[f"m{n}"]), make.side(bt[f"m{n}"], "b")]) for n in range(30)]
    text = comparison_text(make.comparison([a, b], found)).plain
    assert all(f"D{n} " in text for n in range(1, 31))


STRANGE = {
    "long title": ("Text.", LONG),
    "right to left": ("قال الوزير إن الجسر ⟦x|سيغلق⟧ يوم الثلاثاء.", "الجسر"),
    "emoji": ("The crowd wrote ⟦x|👩‍👩‍👧‍👦🇪🇺 bravo⟧ on the wall.", "🚢🚢"),
    "combining": ("Cafe\u0301 ⟦x|Zoe\u0308 o\u0302\u0323⟧ closed.", "Cafe\u0301"),
    "wide": ("部長は「⟦x|橋を閉鎖する⟧」と述べた。", "橋" * 200),
    "escapes": ("He ⟦x|\x1b[2J\x1b]0;owned\x07 said⟧ \u202eso.", "\x1b[31mred"),
    "empty": ("", ""),
}


@pytest.mark.parametrize("name", STRANGE)
def test_strange_text_stays_on_its_line(make, name: str) -> None:
    body, title = STRANGE[name]
    a, at = make.article(body, title=title, outlet=title)
    b, bt = make.article("Plain ⟦x|words⟧.")
    found = [make.finding([make.side(at["x"]), make.side(bt["x"], "b")], title=title)] if at else []
    comparison = make.comparison([a, b], found, notes=(Note("n", title),))
    for text in (comparison_text(comparison), evidence_text(comparison, "D1"), reading_text(comparison.readings[0])):
        if text is not None:
            assert all(cell_len(line) <= 100 for line in text.plain.split("\n"))
            assert not {"\x1b", "\x07", "\r", "\u202e"} & set(text.plain)


def test_the_evidence_of_a_quotation(ferry: Comparison) -> None:
    text = evidence_text(ferry, "Q1")
    assert text is not None
    for expected in (
        "Q1  The cook’s sentence",
        "Detail: one says more than the other   quotation",
        "a A  Carrow Gazette   body 89–117",
        "“⟦We saw the car deck go under⟧,” said the cook.",
        "We saw [A – / B the whole] the car deck go under",
        "finding 111111111111   certainty 0.90",
        "made by compare.quotations 2",
    ):
        assert expected in text.plain


def test_the_evidence_of_what_only_one_tells_names_who_lacks_it(ferry: Comparison) -> None:
    text = evidence_text(ferry, "UA1")
    assert text is not None
    assert "Not found in this article: B" in text.plain


def test_the_evidence_of_what_is_found_by_likeness_says_so_and_claims_no_absence(ferry: Comparison) -> None:
    first = next(f for f in ferry.findings if f.kind == "discrepancy")
    lacking = ferry.articles[1].id
    likely = replace(first, made=Made("compare.differences", "5"), missing=(lacking,))
    text = evidence_text(replace(ferry, findings=(likely,)), first.id)
    assert text is not None
    assert "Perhaps: found by likeness" in text.plain
    assert f"Nothing set beside it in this article: {ferry.siglum(lacking)}" in text.plain


def test_evidence_without_context_shows_the_words_in_their_surroundings(make) -> None:
    a, at = make.article("Of all the boats in Tarn ⟦x|nine⟧ were lost.")
    text = evidence_text(make.comparison([a], [make.finding([make.side(at["x"])])]), "D1")
    assert text is not None
    assert "Of all the boats in Tarn ⟦nine⟧ were lost." in text.plain


def test_no_evidence_for_an_unknown_name(ferry: Comparison) -> None:
    assert evidence_text(ferry, "D99") is None


def test_a_cut_ends_at_a_word_and_shows_itself() -> None:
    assert cut("one two three four", 100) == "one two three four"
    assert cut("one two three four", 12) == "one two …"
    assert cell_len(cut("橋" * 50, 11)) <= 11


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\n\tb", "a b"),
        ("\x1b[2J", "␛[2J"),
        ("\x00", "␀"),
        ("\u202eabc", "\ufffdabc"),
        ("\ud800", "\ufffd"),
        ("\x9b", "\ufffd"),
    ],
)
def test_controls_become_visible(text: str, shown: str) -> None:
    assert for_terminal(text) == shown


def test_text_for_the_page_keeps_its_length() -> None:
    text = "a\x00b\ud800\n\x1b\x85"
    assert len(for_page(text)) == len(text)
    assert for_page(text) == "a\ufffdb\ufffd\n\ufffd\ufffd"


def test_a_reading_with_and_without_a_speaker(make) -> None:
    a, at = make.article(
        "“⟦q|We lost them⟧,” said ⟦who|the mayor⟧. “⟦p|Never again⟧.” The “⟦s|accident⟧” cost ⟦n|12 boats⟧."
    )
    made = Made("hand", "1")
    marks = {"style": "curly", "depth": 0, "closed": True, "continues": False}
    reading = Reading(
        a,
        quotations=tuple(Quotation(at[name], at[name], **marks) for name in "qps"),
        attributions=(
            Attribution("1", (at["who"],), (), (at["q"],), "direct", None, "neutral", "affirmed", "stated", made),
            Attribution(
                "2", (), (), (at["p"],), "direct", "no source in the paragraph", "neutral", "affirmed", "stated", made
            ),
        ),
        amounts=(Amount(at["n"], "count", Decimal(12), Decimal(12), "exact", "", None, "boat"),),
    )
    text = reading_text(reading).plain
    for expected in (
        "Who says what  1\n  the mayor  direct   body 1–13\n    “We lost them”",
        "Speaker unknown  1\n  no source in the paragraph  direct   body 33–44",
        "Other words in quotation marks  1\n  “accident”  curly",
        "Times  0  none found",
        "“12 boats”  count 12 boat   body",
    ):
        assert expected in text


@pytest.mark.parametrize(
    ("low", "high", "bound", "shown"),
    [(12, 12, "exact", "count 12 boat"), (12, None, "at_least", "count at least 12 boat"),
     (None, 1000, "less_than", "count less than 1,000 boat"), (10, 20, "between", "count 10–20 boat"),
     (9, 11, "about", "count about 9–11 boat")],
)  # fmt: skip
def test_amounts_are_written_with_their_bounds(make, low: int | None, high: int | None, bound: str, shown: str) -> None:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    span = make.article("⟦n|boats⟧")[1]["n"]
    assert amount_value(Amount(span, "count", *ends, bound, "", None, "boat")) == shown


def test_a_rate_and_a_change_say_so(make) -> None:
    span = make.article("⟦n|boats⟧")[1]["n"]
    twelve = Amount(span, "count", Decimal(12), Decimal(12), "exact", "", None, "boat", "P1D", True)
    assert amount_value(twelve) == "count changed by 12 boat per P1D"


def test_a_printing_without_quotation_marks_says_so(models: Models) -> None:
    said = "Has the water come over the wall of the harbour again"
    texts = (f"VARGA: {said}? ORLU: Nobody knows.", f"“{said}?” Ilse Varga asked on Tuesday.")
    found = compare([read(article(text), models) for text in texts])
    shown = comparison_text(found, 200, False).plain.splitlines()
    lines = [line for line in shown if said in line and line.strip()[:4] in ("a A ", "b B ")]
    assert ["without quotation marks" in line for line in lines] == [True, False]

"""Matters told differently: what is set side by side, what is left alone, and what is said about it."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

from conspectus.compare import differences, trees
from conspectus.compare.check import Evidence
from conspectus.compare.clauses.alike import Alike
from conspectus.compare.matters.agreed import NAMES as AGREED
from conspectus.compare.matters.agreed import numbers, weighed
from conspectus.compare.matters.choose import Matter, matters
from conspectus.compare.matters.likely import Line
from conspectus.compare.matters.likely import line as load_line
from conspectus.compare.matters.marks import MARKS, marks, of_kinds
from conspectus.compare.matters.signs import NAMES, Candidates, candidates
from conspectus.compare.matters.stretches import against_mean, chosen_stretches, of_sentences
from conspectus.compare.matters.units import WIDEST, Unit, units
from conspectus.compare.phrases.pair import Phrases
from conspectus.compare.runs import longest_run, longest_runs
from conspectus.compare.settle import settled
from conspectus.errors import ModelError
from conspectus.model import Amount, Finding, Reading, Side, Span, Statement, Time
from conspectus.options import CompareOptions
from conspectus.text.blocks import blocks

Read = Callable[..., Reading]


def _stated(reading: Reading, *clauses: str) -> Reading:
    """The reading with these words of its body as statements; the last word of each is its predicate."""
    found = []
    for number, clause in enumerate(clauses):
        start = reading.article.body.index(clause)
        span = Span(reading.article.id, "body", start, start + len(clause))
        predicate = Span(span.article, "body", span.end - len(clause.split()[-1]), span.end)
        name = f"{reading.article.id[:6]}{number}"
        found.append(Statement(name, span, (), "affirmed", "stated", predicate, ("x", "y"), (), ()))
    return replace(reading, statements=tuple(found))


def _three(reading_of: Read) -> tuple[Reading, ...]:
    texts = (
        ("The harbour council vetoed the ferry plan on Monday.", "Gulls were seen near the quay."),
        ("The ferry plan was put off by the harbour council.", "A choir sang in the town hall."),
        ("Harbour council members quarrelled over the ferry plan.", "Bread will cost more in spring."),
    )
    return tuple(_stated(reading_of(" ".join(own)), *(clause.rstrip(".") for clause in own)) for own in texts)


def _matter(likelihood: float, *members: Unit) -> Matter:
    pairs = (likelihood,) * (len(members) * (len(members) - 1) // 2)
    return Matter(members, likelihood, (0, 1), (0.0,) * len(NAMES), pairs)


@pytest.fixture
def all_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left out because it is not likely enough."""
    monkeypatch.setattr(differences, "_LEAST", 0.0)
    monkeypatch.setattr(differences, "_RIGHT", 0.0)


def _run(*readings: Reading) -> tuple[Finding, ...]:
    return differences.CHECK.run(Evidence(readings, (), (), CompareOptions()))


def test_a_long_clause_is_cut_at_words_into_even_stretches(reading_of: Read) -> None:
    clause = "the council " + "again and again " * 18 + "put off the plan"
    found = units([_stated(reading_of(clause + "."), clause)])
    printed = [clause[unit.span.start : unit.span.end] for unit in found]
    assert " ".join(printed) == clause
    assert len(printed) == 3
    assert all(60 < len(words) <= WIDEST for words in printed)


def test_words_between_statements_are_units_of_their_own(reading_of: Read) -> None:
    reading = reading_of("In a radio interview on Tuesday, Mayor Orrin Vail said that the ferry would sail.")
    found = units([_stated(reading, "the ferry would sail")])
    printed = [reading.article.words(unit.span) for unit in found]
    assert printed == ["In a radio interview on Tuesday, Mayor Orrin Vail said that", "the ferry would sail."]
    assert [unit.statement is None for unit in found] == [True, False]


@pytest.mark.parametrize(
    "words", ["council", "the first", "quay in spring", "the harbour council, which had met twice"]
)
def test_a_unit_is_shown_with_its_neighbours_as_far_as_there_is_room(reading_of: Read, words: str) -> None:
    text = (
        "After the first "
        + "long " * 15
        + "winter the harbour council, which had met twice before, closed the quay in spring."
    )
    reading = reading_of(text)
    unit = next(u for u in units([_stated(reading, words)]) if u.statement)
    shown = reading.article.words(unit.shown)
    assert unit.shown.contains(unit.span)
    assert WIDEST - len("council,") < len(shown) <= WIDEST
    assert f" {shown} " in f" {text} "


def test_units_and_signs_do_not_depend_on_the_order_of_articles(reading_of: Read) -> None:
    readings = _three(reading_of)
    first = candidates(units(readings))
    assert first.signs.shape == (len(first.pairs), len(NAMES))
    for order in permutations(readings):
        again = candidates(units(order))
        assert again.pairs == first.pairs
        assert np.array_equal(again.signs, first.signs)


def test_the_likeliest_pair_tells_of_one_matter(reading_of: Read) -> None:
    readings = _three(reading_of)[:2]
    found = units(readings)
    i, j = candidates(found).pairs[0]
    assert {"ferr", "council"} <= found[i].content & found[j].content


def test_how_like_two_statements_tell_is_a_sign_of_their_units_and_of_their_sentences(reading_of: Read) -> None:
    one, other = (_stated(reading_of(text), *parts) for text, *parts in (
        ("The council met and the ferry sank.", "The council met", "the ferry sank"),
        ("A ferry went down, the council said.", "A ferry went down"),
    ))  # fmt: skip
    told = Alike(one.statements[1], other.statements[0], 0.8)
    found = units([one, other])
    tried = candidates(found, [told])
    said = {}
    for (i, j), row in zip(tried.pairs, tried.signs, strict=True):
        sign = dict(zip(NAMES, row.tolist(), strict=True))
        ids = {u.statement.id for u in (found[i], found[j]) if u.statement}
        said[frozenset(ids)] = round(sign["telling"], 3), round(sign["telling_around"], 3)
    assert said[frozenset((told.one.id, told.other.id))] == (0.8, 0.8)
    assert said[frozenset((one.statements[0].id, told.other.id))] == (0.0, 0.8)


def test_one_article_has_no_pairs(reading_of: Read) -> None:
    (one, *_) = _three(reading_of)
    assert candidates(units([one])).pairs == ()
    assert _run(one) == ()


@pytest.mark.parametrize(("one", "other", "length"), [("a b c", "x b c", 2), ("a", "b", 0), ("a b a b", "b a b", 3)])
def test_the_longest_run(one: str, other: str, length: int) -> None:
    assert longest_run(one.split(), other.split()) == length


def test_no_run_goes_on_into_the_next_text() -> None:
    assert longest_runs(["abcd", ""], ["xab", "cd", ""]).tolist() == [[2, 2, 0], [0, 0, 0]]


def _tried(
    found: tuple[Unit, ...], scores: dict[tuple[int, int], float], **signs: float
) -> tuple[Candidates, list[float]]:
    row = [signs.get(name, 0.0) for name in NAMES]
    return Candidates(tuple(scores), np.array([row] * len(scores), np.float32)), list(scores.values())


def _across(found: tuple[Unit, ...], word: str) -> list[int]:
    return [n for n, unit in enumerate(found) if word in unit.content]


def test_a_third_article_joins_when_it_is_as_near_to_both(reading_of: Read) -> None:
    found = units(_three(reading_of))
    a, b, c = _across(found, "ferr")
    near = {(a, b): 0.6, (a, c): 0.5, (b, c): 0.46}
    (matter,) = matters(found, *_tried(found, near), 0.2)
    assert matter.units == (found[a], found[b], found[c])
    (matter,) = matters(found, *_tried(found, near | {(b, c): 0.1, (a, c): 0.1}), 0.2)
    assert matter.units == (found[a], found[b])


@pytest.mark.parametrize("signs", [{"run": 7}, {"run_share": 0.8}])
def test_one_wording_is_no_difference(reading_of: Read, signs: dict[str, float]) -> None:
    found = units(_three(reading_of))
    a, b, _ = _across(found, "ferr")
    assert matters(found, *_tried(found, {(a, b): 0.9}), 0.2)
    assert not matters(found, *_tried(found, {(a, b): 0.9}, **signs), 0.2)


def test_what_would_show_one_wording_twice_is_no_difference(reading_of: Read) -> None:
    found = units(_three(reading_of))
    a, b, _ = _across(found, "ferr")
    said = ("the", "plan", "will", "never", "pass")
    for wide, chosen in (((*said, "she", "wrote"), 0), (("she", "wrote", *said[:2], "x", "y", "z"), 1)):
        pair = list(found)
        pair[a] = replace(found[a], wide=(*said, "he", "added"))
        pair[b] = replace(found[b], wide=wide)
        assert len(matters(pair, *_tried(found, {(a, b): 0.9}), 0.2)) == chosen


def test_one_pair_of_two_sentences_takes_over_the_most_that_is_likely_of_them(reading_of: Read) -> None:
    one = _stated(reading_of("The council met and the ferry sank."), "The council met", "the ferry sank")
    other = _stated(reading_of("A ferry went down near the quay."), "A ferry went down near the quay")
    found = units([one, other])
    tried = candidates(found)
    assert len(tried.pairs) == 2
    assert of_sentences(found, tried).tolist() == [0, 0]
    for given in ([0.6, 0.2], [0.2, 0.6]):
        moved = chosen_stretches(found, tried, np.array(given, np.float32)).tolist()
        assert max(moved) == pytest.approx(0.6)
        assert min(moved) in (pytest.approx(0.54), pytest.approx(0.18))


def test_signs_are_seen_against_their_mean_over_two_sentences() -> None:
    signs = np.array([[1, 4], [3, 4], [9, 9]], np.float32)
    assert against_mean(signs, np.array([0, 0, 1])).tolist() == [[-1, 0], [1, 0], [0, 0]]


def test_trees_go_down_to_a_leaf_and_sum_by_class() -> None:
    tree = trees.Trees(
        roots=np.array([0, 3]), owner=np.array([0, 1]), sign=np.array([1, 0, 0, 0]),
        limit=np.array([0.5, 0, 0, 0], np.float32), least=np.array([1, 1, 2, 3]), more=np.array([2, 1, 2, 3]),
        value=np.array([0, -1, 2, 5], np.float32), classes=2,
    )  # fmt: skip
    signs = np.array([[9, 0.5], [9, 0.6]], np.float32)
    assert tree.sums(signs).tolist() == [[-1, 5], [2, 5]]
    assert tree.likely(signs).tolist() == pytest.approx([0.269, 0.881])


def test_trees_of_unlike_depth_lead_each_row_to_its_leaf() -> None:
    tree = trees.Trees(  # first: 0 ? (1 ? a : (0 ? b : c)) : d, and a tree that is one leaf
        roots=np.array([0, 7]), owner=np.array([0, 0]), sign=np.array([0, 1, 0, 0, 0, 0, 0, 0]),
        limit=np.array([5, 2, 0, 3, 0, 0, 0, 0], np.float32), least=np.array([1, 2, 2, 4, 4, 5, 6, 7]),
        more=np.array([6, 3, 2, 5, 4, 5, 6, 7]), value=np.array([0, 0, 10, 0, 20, 30, 40, 1], np.float32), classes=1,
    )  # fmt: skip
    signs = np.array([[5, 2], [3, 2.5], [4, 2.5], [5.5, 0]], np.float32)
    assert tree.sums(signs)[:, 0].tolist() == [11, 21, 31, 41]


def test_a_line_counts_no_sign_beyond_its_reach() -> None:
    line = Line(np.array([1.0, 0.0]), np.array([2.0, 1.0]), np.array([0.5, -1.0]), 0.25)
    assert line.odds(np.array([[1, 0], [3, 1], [99, 0]], np.float32)).tolist() == [0.25, -0.25, 2.25]


def test_missing_weights_are_a_model_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        trees.load("matter", NAMES, tmp_path)
    with pytest.raises(ModelError):
        load_line("line", NAMES, tmp_path)


def test_weights_of_other_signs_are_refused(tmp_path: Path) -> None:
    for name in ("matter", "line"):
        np.savez(tmp_path / f"{name}.npz", signs=np.array(["other"]))
    with pytest.raises(ModelError, match="other signs"):
        trees.load("matter", NAMES, tmp_path)
    with pytest.raises(ModelError, match="other signs"):
        load_line("line", NAMES, tmp_path)


def test_what_agrees_in_the_stretches_makes_a_matter_likelier(reading_of: Read) -> None:
    found = units(_three(reading_of))
    a, b, _ = (found[n] for n in _across(found, "ferr"))
    matter = _matter(0.2, a, b)
    inside, elsewhere = Phrases(a.shown, b.shown, 0.6), Phrases(a.shown, found[-1].shown, 0.9)
    assert a.statement
    assert b.statement
    told = Alike(a.statement, b.statement, 0.8)
    for clauses, phrases in (([told], [inside]), ([], [])):
        row = dict(zip(AGREED, numbers([matter], clauses, [*phrases, elsewhere])[0].tolist(), strict=True))
        assert (row["articles"], row["rank"], row["quoted"]) == (2, 0, 0)
        assert row["clause"] == pytest.approx(0.8 if clauses else 0)
        assert row["phrase"] == row["phrases"] == pytest.approx(0.6 if phrases else 0)
        assert row["phrases_beside"] == 0
    agreeing = weighed(numbers([matter], [told], [inside]))
    assert agreeing > weighed(numbers([matter], [], []))
    turned = numbers([matter], [Alike(b.statement, a.statement, 0.8)], [Phrases(inside.other, inside.one, 0.6)])
    assert weighed(turned) == agreeing


@pytest.mark.usefixtures("all_shown")
def test_the_same_words_are_shown_once_of_a_kind(reading_of: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    found = units(_three(reading_of))
    a, b, c = (found[n] for n in _across(found, "ferr"))
    told = (_matter(0.6, a, b, c), _matter(0.4, a, b))
    monkeypatch.setattr(differences, "likely_matters", lambda evidence: told)
    (shown,) = _run(*_three(reading_of))
    assert len(shown.sides) == 3
    monkeypatch.setattr(differences, "likely_matters", lambda evidence: (*told, _matter(0.3, found[-1], b)))
    assert len(_run(*_three(reading_of))) == 2


@pytest.mark.usefixtures("all_shown")
def test_a_finding_shows_each_clause_in_its_sentence_and_never_claims_a_conflict(reading_of: Read) -> None:
    readings = _three(reading_of)
    printed = {r.article.id: r.article for r in readings}
    found = _run(*readings)
    assert found
    for finding in found:
        assert (finding.kind, finding.verdict) == ("discrepancy", "differ")
        assert finding.severity in ("tension", "granularity")
        assert len({side.article for side in finding.sides}) == len(finding.sides) > 1
        for side in finding.sides:
            assert side.context[0].contains(side.spans[0])
            assert printed[side.article].words(side.spans[0])
    assert any(finding.title == "About ferry plan, harbour council" for finding in found)


def test_a_copied_sentence_is_no_reading_of_its_own(reading_of: Read) -> None:
    copied = "The harbour council vetoed the ferry plan on Monday after a long and bitter debate"
    texts = (f"{copied}.", f"{copied}, it said.", "The ferry plan was put off by the council.")
    told = [reading_of(text) for text in texts]
    spans = [(Span(one.article.id, "body", 0, len(one.article.body)),) for one in told]
    assert differences._wordings(spans, {one.article.id: one for one in told}) == [0, 0, 2]


def test_a_headline_that_a_page_prints_above_its_text_is_compared_once(reading_of: Read) -> None:
    title = "Ferry plan vetoed by council"
    one = reading_of(f"{title}\n\nThe council met on Monday.")
    again = blocks(one.article.id, one.article.body, title)
    titled = replace(one, article=replace(one.article, title=title, blocks=again))
    assert any("veto" in unit.content or "vetoed" in unit.run for unit in units([one]))
    assert all(unit.span.start for unit in units([titled]) if unit.span.part == "body")


def test_the_reason_names_what_was_compared(reading_of: Read) -> None:
    one, other, _ = _three(reading_of)
    at = one.article.body.index("Monday")
    day = Time(Span(one.article.id, "body", at, at + 6), "DATE", "2031-05-19", None, "inferred")
    first = next(unit for unit in units([replace(one, times=(day,))]) if unit.times)
    second = next(unit for unit in units([other]) if "council" in unit.content)
    denied = replace(second, times=(replace(day, value="2031-05-20"),))
    denied = replace(denied, statement=replace(denied.statement, polarity="negated", holders=("x",)))
    reason = differences._reason((first, denied), "date")
    assert reason == (
        "The articles tell of one matter and seem to differ in when: the times exclude each other if they are of one "
        "thing; only one of them says no; one gives it in the words of a source, another in its own."
    )


def test_marks_count_what_only_one_shows(reading_of: Read) -> None:
    one = reading_of("Chief engineer Vail may not close the quay before spring.")
    other = reading_of("Mayor Vail will close the quay, all 3 berths.")
    (first,), (second,) = units([one]), units([other])
    row = marks(first, second, {r.article.id: r for r in (one, other)})
    said = dict(zip(MARKS, row.tolist(), strict=True))
    assert (said["role_least"], said["role_most"], said["role_shared"]) == (1, 2, 0)
    assert (said["denial_least"], said["denial_most"]) == (0, 1)
    assert (said["reserve_least"], said["reserve_most"]) == (1, 1)
    assert (said["digits_most"], said["extent_most"], said["when_most"]) == (1, 1, 1)
    assert marks(second, first, {r.article.id: r for r in (one, other)}).tolist() == row.tolist()


@pytest.mark.usefixtures("all_shown")
def test_one_figure_printed_in_two_ways_is_left_out(reading_of: Read) -> None:
    one = _stated(reading_of("The council bought 12 ferries."), "The council bought 12 ferries")
    other = _stated(reading_of("The council ordered a dozen ferries."), "The council ordered a dozen ferries")
    assert len(_run(one, other)) == 1
    told = []
    for reading, words in ((one, "12"), (other, "a dozen")):
        at = reading.article.body.index(words)
        span = Span(reading.article.id, "body", at, at + len(words))
        told.append(
            replace(reading, amounts=(Amount(span, "count", Decimal(12), Decimal(12), "exact", "", None, None),))
        )
    assert _run(*told) == ()


@pytest.mark.usefixtures("all_shown")
def test_what_a_surer_check_shows_is_not_said_again(reading_of: Read) -> None:
    likely = _run(*_three(reading_of))[0]
    sides = tuple(Side(s.article, s.spans, s.context, "1", s.reading) for s in likely.sides)
    sure = replace(likely, id="f" * 12, property="number", sides=sides, made=replace(likely.made, component="other"))
    assert settled([sure, likely]) == (sure,)
    assert settled([replace(sure, sides=sides[:1]), likely])[1] == likely


def _half_shown(likely: Finding, share: float) -> tuple[Side, ...]:
    """The sides with this share of what each shows, from its beginning."""
    cut = [(side, side.spans[0]) for side in likely.sides]
    return tuple(
        Side(
            side.article, (replace(span, end=span.start + round(share * len(span))),), side.context, None, side.reading
        )
        for side, span in cut
    )


@pytest.mark.usefixtures("all_shown")
@pytest.mark.parametrize(("share", "kept"), [(0.5, True), (0.9, False)])
def test_a_quotation_hides_what_stands_beside_it_only_where_it_is_most_of_it(
    reading_of: Read, share: float, kept: bool
) -> None:
    likely = _run(*_three(reading_of))[0]
    made = replace(likely.made, component="other")
    quote = replace(likely, id="f" * 12, kind="quote", property="quote", sides=_half_shown(likely, share), made=made)
    assert (likely in settled([quote, likely])) is kept


@pytest.mark.usefixtures("all_shown")
@pytest.mark.parametrize(("share", "same", "kept"), [(0.2, False, True), (0.5, False, False), (0.2, True, False)])
def test_two_kinds_of_difference_may_lie_in_one_sentence(
    reading_of: Read, share: float, same: bool, kept: bool
) -> None:
    likely = replace(_run(*_three(reading_of))[0], property="status")
    kind = "status" if same else "number"
    made = replace(likely.made, component="other")
    sure = replace(likely, id="f" * 12, property=kind, sides=_half_shown(likely, share), made=made)
    assert (likely in settled([sure, likely])) is kept


@pytest.mark.usefixtures("all_shown")
def test_what_is_found_by_likeness_denies_no_silence(reading_of: Read) -> None:
    likely = _run(*_three(reading_of))[0]
    checked = replace(likely.made, component="other")
    missing = (likely.sides[1].article,)
    alone = replace(likely, id="e" * 12, kind="only", sides=likely.sides[:1], missing=missing, made=checked)
    assert settled([likely, alone]) == (likely, alone)
    sure = replace(likely, made=checked)
    assert settled([sure, alone]) == (sure,)


def test_a_kind_that_values_have_needs_a_value() -> None:
    kinds = ("number", "date", "status")
    row = np.zeros((2, len(MARKS)), np.float32)
    row[1, MARKS.index("digits_most")] = 1
    assert of_kinds(row, kinds).tolist() == [[False, False, True], [True, False, True]]


def test_a_value_that_has_its_equal_is_held_against_nothing_else(reading_of: Read) -> None:
    one = reading_of("Divers found 3 hulls and 7 masts.")

    def figure(words: str, value: int) -> Amount:
        at = one.article.body.index(words)
        return Amount(
            Span(one.article.id, "body", at, at + 1), "count", Decimal(value), Decimal(value), "exact", "", None, None
        )

    three, seven, other = figure("3", 3), figure("7", 7), figure("m", 3)
    assert differences._without_equals([(three, other, "equal"), (seven, other, "different")]) == {"equal"}
    assert differences._without_equals([(seven, other, "different")]) == {"different"}


@pytest.mark.usefixtures("all_shown")
@pytest.mark.parametrize(("certainty", "kept"), [(0.9, False), (0.6, True)])
def test_what_surely_agrees_with_an_article_is_not_missing_in_it(
    reading_of: Read, certainty: float, kept: bool
) -> None:
    likely = _run(*_three(reading_of))[0]
    first, *others = likely.sides
    made = replace(likely.made, component="other")
    agreed = replace(likely, id="f" * 12, kind="agreement", certainty=certainty, made=made)
    alone = replace(likely, id="e" * 12, kind="only", sides=(first,), missing=(others[0].article,), made=made)
    assert (alone in settled([agreed, alone])) is kept

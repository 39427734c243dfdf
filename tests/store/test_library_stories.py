"""Stories in a library: their ids survive, what a person placed stays, what was compared is never shown stale."""

from dataclasses import replace

import pytest
from store_articles import NOW, ferry, placed, told, trial

from conspectus import CompareOptions, Models, ReadOptions
from conspectus.errors import OptionError
from conspectus.model import Decision
from conspectus.options import GroupOptions
from conspectus.store import Library, undated
from conspectus.store.adding import add
from conspectus.store.checking import verify
from conspectus.store.finding import departed, members, search, state, stories, story_named, versions
from conspectus.store.grouping import regroup
from conspectus.store.placing import merge, move
from conspectus.store.results import Asked, compared, decide, freshness


def ids(library: Library) -> dict[str, str]:
    return dict(library.base.execute("SELECT title, id FROM articles"))


def grow(library: Library, *articles: object) -> None:
    add(library, articles, NOW)  # type: ignore[arg-type]
    regroup(library, GroupOptions(), NOW)


def test_articles_on_one_event_are_one_story_with_reasons(filled: Library) -> None:
    big, small = stories(filled, 2, 10)
    assert {big.articles, small.articles} == {3, 2}
    for story in (big, small):
        for member in members(filled, story.id):
            assert "most like" in member.why
            assert member.article.raw.data == member.article.body.encode()
    assert verify(filled) == ()


def test_a_story_that_grows_keeps_its_id(filled: Library) -> None:
    before = placed(filled)
    grow(filled, ferry(209, "2031-05-21", "Evening Sheet"), trial(44, "2031-05-21"))
    after = placed(filled)
    assert {title: after[title] for title in before} == before
    assert after["Ferry turns over, 209 on board"] == before["Ferry turns over, 212 on board"]


def test_adding_one_by_one_gives_the_stories_of_adding_at_once(filled: Library, tmp_path) -> None:
    from conspectus.store import opened

    with opened(str(tmp_path / "slow.library"), create=True) as slow:
        for one in (trial(41), ferry(211, "2031-05-21"), ferry(212), trial(40), ferry(208, outlet="Northern Wire")):
            grow(slow, one)
        found = {frozenset(t for t in placed(slow) if placed(slow)[t] == s) for s in placed(slow).values()}
    assert found == {frozenset(t for t in placed(filled) if placed(filled)[t] == s) for s in placed(filled).values()}


def test_merged_stories_lead_on_and_stay_merged(filled: Library) -> None:
    before = placed(filled)
    one, other = before["Ferry turns over, 212 on board"], before["Auditor heard, 40 invoices"]
    assert merge(filled, [one, other], "A. Editor", NOW) == one
    assert story_named(filled, other) == one
    grow(filled, trial(45, "2031-05-21"), ferry(207))
    assert set(placed(filled).values()) == {one}
    assert "placed by" in members(filled, one)[0].why
    assert verify(filled) == ()


def test_a_split_stays_split(filled: Library) -> None:
    title = "Ferry turns over, 208 on board"
    new = move(filled, [ids(filled)[title]], "new", None, NOW)
    grow(filled, ferry(206, "2031-05-21"))
    after = placed(filled)
    assert after[title] == new
    assert [t for t, story in after.items() if story == new] == [title]
    with pytest.raises(OptionError, match="no article"):
        move(filled, ["nobody"], new, None, NOW)


def test_a_story_that_ends_leads_on_to_where_its_articles_went(filled: Library) -> None:
    old = placed(filled)["Auditor heard, 40 invoices"]
    both = [name for title, name in ids(filled).items() if title.startswith("Auditor")]
    target = placed(filled)["Ferry turns over, 212 on board"]
    move(filled, both, target, None, NOW)
    assert story_named(filled, old) == target
    with pytest.raises(OptionError, match="no story"):
        story_named(filled, "ffffffffffff")


APART, TOGETHER = GroupOptions(threshold=0.99), GroupOptions()


def test_stories_that_grouping_merges_lead_on(library: Library) -> None:
    add(library, [ferry(212), ferry(208), trial(40)], NOW)
    regroup(library, APART, NOW)
    before = placed(library)
    assert len(set(before.values())) == 3
    add(library, [ferry(211)], NOW)
    regroup(library, TOGETHER, NOW)
    after = placed(library)
    (story,) = {after[title] for title in after if title.startswith("Ferry")}
    assert {story_named(library, old) for title, old in before.items() if title.startswith("Ferry")} == {story}
    assert story in before.values()
    assert after["Auditor heard, 40 invoices"] == before["Auditor heard, 40 invoices"]
    assert verify(library) == ()


def test_a_story_that_grouping_splits_keeps_its_id_and_tells_where_the_others_went(library: Library) -> None:
    grow(library, ferry(212), ferry(208), ferry(211))
    (story,) = set(placed(library).values())
    add(library, [trial(40)], NOW)
    regroup(library, APART, NOW)
    after = placed(library)
    others = {one for title, one in after.items() if title.startswith("Ferry")} - {story}
    assert len(others) == 2
    assert {(one.new, one.articles, one.why) for one in departed(library, story)} == {
        (other, 1, "split by grouping") for other in others
    }
    grow(library, ferry(209))
    assert set(placed(library).values()) == {story, after["Auditor heard, 40 invoices"]}
    assert departed(library, story) == ()
    assert {story_named(library, other) for other in others} == {story}


def test_a_person_who_splits_a_story_leaves_a_trace(filled: Library) -> None:
    title = "Ferry turns over, 208 on board"
    story = placed(filled)[title]
    new = move(filled, [ids(filled)[title]], "new", "A. Editor", NOW)
    assert [(one.new, one.articles, one.why) for one in departed(filled, story)] == [
        (new, 1, "placed by A. Editor, 2031-06-01")
    ]


def test_versions_of_an_address_are_kept_as_versions(library: Library) -> None:
    url = "https://news.example/ferry"
    grow(library, ferry(212, url=url), ferry(214, "2031-05-21", url=url))
    first, second = versions(library, url)
    assert (first[1], second[1]) == ("2031-05-20", "2031-05-21")
    (story,) = stories(library, 2, 5)
    assert [member.versions for member in members(library, story.id)] == [2, 2]


def test_the_same_words_of_another_outlet_are_kept_with_the_article(filled: Library) -> None:
    one = ferry(212)
    copy = replace(one, outlet=replace(one.outlet, value="Harbour News"), raw=replace(one.raw, name="harbour.txt"))
    added = add(filled, [copy], NOW)
    assert (added.articles, added.known, added.appearances) == (0, 1, 1)
    story = placed(filled)["Ferry turns over, 212 on board"]
    assert any(member.appearances == ("Tarn Post", "Harbour News") for member in members(filled, story))


def test_undated_and_future_articles_are_counted_and_grouped(library: Library) -> None:
    grow(library, ferry(212, None), ferry(213, None), trial(40, "2931-05-20"))
    found = state(library, 741_000)
    assert (found.undated, found.future, found.pending) == (2, 1, 0)
    story = next(one for one in stories(library, 2, 5))
    assert story.first is None
    assert "carry no day" in story.reason


def test_undated_articles_are_grouped_with_those_that_they_bear_on_alone(
    filled: Library, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from conspectus.store import opened

    given = [told(f"{subject} " * 20 + f"{subject} report {n}", n, None, f"{subject} {n}", "Tarn Post") for subject in
             ("apple harvest frost", "fund bridge auditor", "strait ferry lifeboat") for n in range(5)]  # fmt: skip
    with opened(str(tmp_path / "whole.library"), create=True) as whole:
        grow(whole, *given)
        once = {frozenset(t for t in placed(whole) if placed(whole)[t] == s) for s in placed(whole).values()}
    monkeypatch.setattr(undated, "FEW", 0)
    with opened(str(tmp_path / "parts.library"), create=True) as parts:
        grow(parts, *given[:3], *given[5:12])
        names = placed(parts)
        add(parts, given[3:5], NOW)
        assert regroup(parts, GroupOptions(), NOW) == 5
        grow(parts, given[12])
        grow(parts, given[13], given[14])
        after = placed(parts)
        assert {title: after[title] for title in names} == names
        assert {frozenset(t for t in after if after[t] == s) for s in after.values()} == once
        assert verify(parts) == ()
        parts.base.execute("DELETE FROM rare")  # as in a library from before there was the table
        grow(parts, ferry(300, None))
        assert {title: placed(parts)[title] for title in after} == after


def test_search_takes_any_sign_for_words(filled: Library) -> None:
    assert len(search(filled, "coast guard", 10)) == 3
    assert len(search(filled, '"fund bridge" AND* (', 10)) == 0
    assert len(search(filled, '"bridge fund" (', 10)) == 2
    assert search(filled, "invoices", 10)[0].excerpt.count("[invoices]") == 1
    with pytest.raises(OptionError, match="no word"):
        search(filled, "*", 10)


def test_odd_signs_survive_the_library(library: Library) -> None:
    odd = replace(ferry(1), title="lone \ud800 sign, NUL \x00")
    from conspectus.model import article_id

    odd = replace(odd, id=article_id(odd.title, odd.body))
    grow(library, odd)
    (story,) = stories(library, 1, 5)
    (member,) = members(library, story.id)
    assert member.article == odd
    assert verify(library) == ()


def test_a_comparison_is_kept_until_anything_it_was_made_of_changes(
    filled: Library, models: Models, monkeypatch
) -> None:
    from conspectus.store import results

    loads: list[int] = []

    def load() -> Models:
        loads.append(1)
        return models

    asked = Asked(ReadOptions(), CompareOptions(), load, NOW)
    story = placed(filled)["Auditor heard, 40 invoices"]
    assert freshness(filled, story, asked) == "none"
    once = compared(filled, story, asked)
    assert freshness(filled, story, asked) == "fresh"
    assert len(loads) == 2
    assert compared(filled, story, asked) == once
    assert len(loads) == 2
    assert freshness(filled, story, replace(asked, comparing=CompareOptions(align_threshold=0.9))) == "stale"
    monkeypatch.setattr(results, "code", lambda: "another")
    assert freshness(filled, story, asked) == "stale"
    monkeypatch.undo()
    grow(filled, trial(46, "2031-05-21"))
    assert freshness(filled, story, asked) == "stale"
    assert len(compared(filled, story, asked).articles) == 3
    unwritten = replace(asked, comparing=CompareOptions(align_threshold=0.8))
    assert len(compared(replace(filled, writable=False), story, unwritten).articles) == 3
    assert freshness(filled, story, asked) == "fresh"


def test_a_decision_follows_its_finding_into_a_grown_story(filled: Library, models: Models) -> None:
    asked = Asked(ReadOptions(), CompareOptions(), lambda: models, NOW)
    story = placed(filled)["Auditor heard, 40 invoices"]
    comparison = compared(filled, story, asked)
    finding = comparison.findings[0]
    decision = Decision("0" * 12, finding.id, "reject", "two audits", "A. Editor", NOW)
    assert decide(filled, [decision, decision]) == 1
    assert [one.note for one in compared(filled, story, asked).decisions] == ["two audits"]

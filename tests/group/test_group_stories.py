"""Which articles tell one event: by words and days, in any order, each with the reason for its place."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from factories import article

from conspectus import GroupOptions, group
from conspectus.group import kept, lane, stories, together
from conspectus.group.lane import Lane
from conspectus.group.linkage import clusters, parts
from conspectus.group.sagas import Sagas
from conspectus.group.sieve import Sieve
from conspectus.model import Article, Fact

FERRY = (
    "A ferry with {} people on board turned over in the Carrow Strait on {}. The coast guard at Port Tarn sent four "
    "lifeboats, and the master of the ferry, Tomas Brandl, was among the last to leave the car deck."
)
TRIAL = (
    "The court of Belmark heard the auditor Mira Kosta on {}. She told the judges that {} invoices of the bridge fund "
    "had been signed by nobody, and the defence asked for a second audit of the fund."
)
HARVEST = (
    "Growers around Lake Ostra expect the smallest apple harvest in {} years. Frost in {} killed the blossom, and the "
    "presses at Veld will stand still for a month, the growers' union said."
)


def telling(text: str, first: object, second: object, day: str | None, title: str = "") -> Article:
    return article(text.format(first, second), title, published=day, name=f"{title or text[:9]}-{day}-{first}.txt")


@pytest.fixture(scope="module")
def week() -> list[Article]:
    return [
        telling(FERRY, 212, "Tuesday", "2031-05-20", "Ferry turns over off Port Tarn"),
        telling(FERRY, 208, "Tuesday night", "2031-05-21", "Ferry capsizes in the Carrow Strait"),
        telling(FERRY, 211, "Tuesday evening", "2031-05-21T08:10+02:00", "Lifeboats reach capsized ferry"),
        telling(TRIAL, "Wednesday", 40, "2031-05-21", "Auditor heard in Belmark"),
        telling(TRIAL, "the second day", 41, "2031-05-21", "Bridge fund: invoices signed by nobody"),
        telling(HARVEST, 30, "April", "2031-05-22", "Small apple harvest expected"),
    ]


def names(stories: object) -> list[list[str]]:
    return [[one.title for one in story.articles] for story in stories]  # type: ignore[attr-defined]


def test_articles_on_one_event_are_one_story(week) -> None:
    ferry, trial, harvest = names(group(week))
    assert ferry == [
        "Ferry turns over off Port Tarn", "Ferry capsizes in the Carrow Strait", "Lifeboats reach capsized ferry",
    ] or len(ferry) == 3  # fmt: skip
    assert sorted(trial) == ["Auditor heard in Belmark", "Bridge fund: invoices signed by nobody"]
    assert harvest == ["Small apple harvest expected"]


def test_the_order_given_changes_nothing(week) -> None:
    once = group(week)
    for seed in range(5):
        shuffled = [*week, week[0]]
        random.Random(seed).shuffle(shuffled)
        assert group(shuffled) == once


def test_every_article_has_a_place_and_a_reason(week) -> None:
    for story in group(week):
        assert [one.article for one in story.members] == [one.id for one in story.articles]
        inside = {one.id for one in story.articles}
        for member in story.members:
            assert member.why
            assert (member.nearest is None) == (len(inside) == 1)
            assert member.nearest is None or member.nearest in inside - {member.article}


def test_the_same_event_told_years_later_is_another_story(week) -> None:
    later = telling(FERRY, 90, "Monday", "2039-05-20", "Ferry turns over again")
    assert ["Ferry turns over again"] in names(group([*week, later]))


def test_two_articles_alone_can_be_one_story(week) -> None:
    assert len(group(week[:2])) == 1
    assert len(group([week[0], week[3]])) == 2


def test_articles_without_a_day_are_grouped_by_text_and_say_so(week) -> None:
    undated = [telling(FERRY, n, "Tuesday", None) for n in (1, 2)] + [telling(TRIAL, "Friday", 9, "2031-05")]
    *_, ferry, trial = group([*week, *undated])
    found = {len(ferry.articles), len(trial.articles)}
    assert found == {1, 2}
    both = ferry if len(ferry.articles) == 2 else trial
    assert "carry no day" in both.reason
    assert all("by text alone" in member.why for member in both.members)


def test_a_story_follows_an_earlier_one_of_its_saga(week) -> None:
    later = telling(FERRY, 212, "a Tuesday of May", "2031-05-30", "Ferry to be raised")
    stories = {story.articles[0].title: story for story in group([*week, later])}
    ferry = next(story for story in stories.values() if len(story.articles) == 3)
    assert stories["Ferry to be raised"].follows == ferry.id
    assert stories["Small apple harvest expected"].follows is None


def test_many_undated_articles_are_found_by_their_rare_words(week, monkeypatch: pytest.MonkeyPatch) -> None:
    nobody = Fact(None, "nobody", "the test")
    undated = [replace(one, published=nobody) for one in week]
    whole = group(undated)
    assert max(len(story.articles) for story in whole) > 1
    monkeypatch.setattr(lane, "_ALL", 0)
    assert group(undated) == whole


def test_the_sieve_names_few_however_many_there_are() -> None:
    import numpy as np

    sieve = Sieve()
    for number in range(500):
        sieve.add(number, (np.array([1, 2, 3, 1000 + number]), np.array([0.1, 0.1, 0.1, 0.9])))
    found = sieve.worth([(np.array([1, 2, 1007]), np.array([0.1, 0.1, 0.9]))])
    assert len(found) == 40
    assert 499 in found
    assert sieve.worth([(np.array([4, 5]), np.array([0.5, 0.5]))]) == []


def test_ten_thousand_copies_are_one_story_at_the_cost_of_one_place() -> None:
    copies = [telling(FERRY, 200, "Tuesday", "2031-05-20", f"Ferry {n}") for n in range(1500)]
    edited = [telling(FERRY, n, "Tuesday", "2031-05-20", f"Boat {n}") for n in (*range(40), *range(40))]
    stories = group([*copies, *edited, telling(HARVEST, 30, "April", "2031-05-22")])
    assert [len(story.articles) for story in stories] == [1540, 1]


def test_a_model_is_asked_only_where_words_leave_it_open(week) -> None:
    asked: list[str] = []

    def sizes(stories: object) -> list[int]:
        return [len(story.articles) for story in stories]  # type: ignore[attr-defined]

    def nothing_alike(texts: Sequence[str]) -> list[list[float]]:
        asked.extend(texts)
        return [[float(len(text) % 7 == at) for at in range(7)] for text in texts]

    in_doubt = GroupOptions(threshold=0.4)
    assert sizes(group(week, in_doubt)) == [3, 2, 1]
    apart = group(week, in_doubt, nothing_alike)
    assert max(sizes(apart)) == 2
    assert {text.split()[0] for text in asked} == {"Ferry", "Lifeboats"}
    assert len(asked) == len(set(asked)) == 3
    assert group(week[::-1], in_doubt, nothing_alike) == apart
    assert group(week, in_doubt, lambda texts: [[1.0, 2.0] for _ in texts]) == group(week, in_doubt)
    assert group(week, GroupOptions(), nothing_alike) == group(week)  # far from the threshold nothing is asked


def saga(days: int) -> list[Article]:
    """A ferry that turns over every third day, and a trial every day."""
    start = date(2031, 5, 1)
    found = []
    for n in range(days):
        day = (start + timedelta(days=n)).isoformat()
        found.append(telling(TRIAL, f"day {n}", 40 + n, day, f"Trial {n}"))
        found += [telling(FERRY, 200 + n, f"night {n} {m}", day, f"Ferry {n} {m}") for m in range(2) if n % 3 == 0]
    return found


def test_signatures_on_disk_are_those_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    given = saga(40)
    whole = group(given)
    assert any(story.follows for story in whole)
    monkeypatch.setattr(kept, "IN_MEMORY", 5000)
    assert group(given) == whole
    monkeypatch.setattr(kept, "TemporaryFile", no_room)
    assert group(given) == whole


def no_room(**_: object) -> None:
    raise OSError("no space left")


def test_what_grouping_holds_is_bounded_by_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    lanes: list[Lane] = []
    most: dict[str, int] = {}

    def counted(self: Sagas, *given: object) -> None:
        whole(self, *given)  # type: ignore[arg-type]
        now = {"items": lanes[0].items, "likest": lanes[0].likest, "scores": lanes[0].scores, "waiting": self.waiting}
        most.update({name: max(most.get(name, 0), len(held)) for name, held in now.items()})

    whole = Sagas.close
    monkeypatch.setattr(Sagas, "close", counted)
    monkeypatch.setattr(stories, "BATCH", 4)
    monkeypatch.setattr(stories, "Lane", lambda *given, **more: lanes.append(Lane(*given, **more)) or lanes[-1])
    found = []
    for days in (60, 240):
        lanes.clear()
        most.clear()
        group(saga(days), GroupOptions(window=5))
        found.append(dict(most))
    # The trial is told every day, and so ties all days to the last one.
    assert all(found[1][name] <= 1.25 * held for name, held in found[0].items())
    assert found[0]["waiting"] > 0


def test_nothing_given_is_no_story() -> None:
    assert group([]) == ()
    assert together([]) == ()


def test_a_higher_threshold_keeps_stories_apart(week) -> None:
    assert len(group(week, GroupOptions(threshold=0.99, threshold_undated=0.99))) == len(week)


def test_average_linkage_joins_by_the_mean_of_all_pairs() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.5, (3, 4): 0.2}
    sizes = dict.fromkeys(range(5), 1)
    found = parts(range(5), scores, 0.4)
    assert [nodes for nodes, _ in found] == [[0, 1, 2], [3], [4]]
    nodes, inside = found[0]
    assert clusters(nodes, inside, sizes, 0.4) == [[0, 1], [2]]  # (0.5 + 0) / 2 is below
    assert clusters(nodes, inside, sizes, 0.25) == [[0, 1, 2]]

"""Near-duplicates: all that share four fifths of their words are found, none that do not, and nothing is lost."""

import random
from itertools import combinations

from factories import article

from conspectus.group.copies import jaccard, near_duplicates, word_runs


def texts(chance: random.Random) -> list[str]:
    """Thirty texts, each with ten versions in which more and more words are replaced."""
    stock = ["".join(chance.choices("aeiourstlnm", k=6)) for _ in range(800)]
    found = []
    for _ in range(30):
        words = chance.choices(stock, k=chance.randint(40, 160))
        for n in range(10):
            edited = [word if chance.random() > n / 120 else chance.choice(stock) for word in words]
            found.append(" ".join(edited))
    return list(dict.fromkeys(found))


def test_every_pair_that_shares_four_fifths_is_found_and_no_other_is_tied() -> None:
    given = [article(text) for text in texts(random.Random(3))]
    runs = {one.id: word_runs(f"\n{one.body}") for one in given}
    groups = near_duplicates(given)
    at = {name: place for place, group in enumerate(groups) for name in group.articles}
    alike = [(a, b) for a, b in combinations(runs, 2) if jaccard(runs[a], runs[b]) >= 0.8]
    assert len(alike) > 150
    found = [at.get(a, -1) == at.get(b, -2) for a, b in alike]
    assert sum(found) >= 0.99 * len(found)
    for group in groups:
        for name in group.articles:
            assert max(jaccard(runs[name], runs[other]) for other in group.articles if other != name) >= 0.8
        assert group.least >= 0.8


def test_many_copies_of_one_text_are_one_group() -> None:
    words = " ".join(f"word{n}" for n in range(60))
    copies = [article(f"{words} {n}") for n in range(800)]
    (group,) = near_duplicates([*copies, article("Something else stands here.")])
    assert group.articles == tuple(one.id for one in copies)


def test_short_and_empty_texts_are_no_copies_of_each_other() -> None:
    assert near_duplicates([article("One."), article("Two words."), article(" ")]) == ()
    assert near_duplicates([]) == ()

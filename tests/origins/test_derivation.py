"""How articles derive from one another: texts of our own, about invented events."""

import pytest
from factories import article
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.model import Derivation
from conspectus.origins import candidates, derivation, passages, related, text_of, words_of

LEDE = "The bridge over the Sorn at Velmora was closed on Monday after a diver found a crack in its third pier.\n\n"
SPEECH = "“We will not open it again until every stone of that pier has been looked at by someone who knows piers”"
BODY = (
    "The crack runs for two metres below the water line, engineers of the county wrote in a note to the council. "
    "Lorries have been sent over the ford at Tarn since the morning, which adds half an hour to the way.\n\n"
    "The bridge was built in 1931 and was last mended after the flood of 1978. It carries four thousand cars a day. "
    "The council had put off a survey twice, in 2024 and in 2027, because it had no money for one.\n\n"
)
OTHER = (
    "Shopkeepers in Velmora fear for the summer. Trade on the east bank fell by half within a day, Orla Penn of the "
    "traders’ guild said, and the ferry that the town once had was sold long ago.\n\n"
    "A temporary crossing would cost more than the guild and the town can raise between them, she said.\n\n"
)
END = (
    "\n\nNobody at the county would say on Tuesday how long the work might take, or who is going to pay for it. A "
    "meeting has been called for the evening in the hall of the fire brigade, where there are chairs for ninety.\n\n"
)
CAPTION = (
    "Photo: Workers look at the third pier of the bridge at Velmora from a boat on Monday morning, before the rain.\n\n"
)
FOOTER = (
    "Follow our newsroom on every service and sign up for the letter that we send out on weekday mornings at six.\n\n"
)


def written_through(text: str) -> str:
    """The text with a word in nine changed, paragraph by paragraph."""
    paragraphs = [paragraph.split() for paragraph in text.split("\n\n") if paragraph]
    return "\n\n".join(" ".join("thus" if n % 9 == 5 else w for n, w in enumerate(words)) for words in paragraphs)


def relation(one: str, other: str) -> Derivation:
    return derivation(words_of(article(one)), words_of(article(other)))


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        (LEDE + BODY, LEDE + BODY, "copy"),
        (LEDE + BODY, LEDE.replace("Monday", "Mon.") + BODY, "copy"),
        (LEDE + BODY + OTHER, LEDE + BODY, "copy"),
        (LEDE + BODY + FOOTER, CAPTION + LEDE + BODY, "copy"),
        (LEDE + BODY + OTHER, "Velmora has lost its bridge.\n\n" + written_through(BODY) + END, "rewrite"),
        (LEDE + BODY, OTHER * 2 + BODY.split("\n\n")[0], "partial"),
        (LEDE + f"{SPEECH}, the surveyor said.\n\n", OTHER + f"The surveyor was blunt. {SPEECH}, he said.\n\n", "quotes only"),
        (LEDE + BODY, OTHER, "independent"),
        (LEDE + CAPTION, OTHER + CAPTION, "independent"),
        ("", LEDE, "independent"),
        ("", "", "independent"),
        ("“”", "“” ‘’ \"\"", "independent"),
    ],
    ids=[
        "same", "copy-edited", "cut tail", "other furniture", "a word in nine changed", "one block taken",
        "one speech", "one event", "one photo gallery", "nothing and something", "nothing", "empty marks",
    ],
)  # fmt: skip
def test_labels(one: str, other: str, label: str) -> None:
    assert relation(one, other).label == label
    assert relation(other, one).label == label


def test_speech_that_one_prints_in_marks_is_speech_where_the_other_prints_it_without() -> None:
    bare = SPEECH.strip("“”")
    found = relation(f"{LEDE}{SPEECH}, the surveyor said.", f"{OTHER}{bare}.")
    assert found.label == "quotes only"
    assert {passage.standing for passage in found.passages} == {"speech"}


def test_an_announced_block_of_the_others_own_words_is_an_excerpt() -> None:
    found = relation(LEDE + BODY, f"{OTHER}The county paper has this:\n\n{BODY.split(chr(10))[0]}\n\n{OTHER}")
    assert found.label == "partial"


def test_a_passage_is_cut_where_speech_begins() -> None:
    text = f"{LEDE}The surveyor of the county told a crowd of some hundred people {SPEECH} before he left in a van.\n\n"
    found = passages(words_of(article(text)), words_of(article(text + OTHER)))
    assert [p.standing for p in found] == ["own", "speech", "own"]


def test_passages_point_at_the_same_words_in_both() -> None:
    one, other = article(LEDE + BODY + OTHER), article("🌉 " + OTHER + "\n\n" + BODY)
    found = derivation(words_of(one), words_of(other)).passages
    assert found
    for passage in found:
        assert one.words(passage.one).lower().split() == other.words(passage.other).lower().split()
        assert passage.length >= 1


def test_an_article_that_repeats_itself_is_matched_once() -> None:
    one, other = words_of(article(LEDE + BODY + BODY)), words_of(article(LEDE + BODY))
    found = derivation(one, other)
    assert sum(p.length for p in found.passages) <= len(other.norms)


def test_many_copies_are_all_candidates_and_a_stranger_is_none() -> None:
    words = [words_of(article(LEDE + BODY + f"Edition {n}."[: n + 8])) for n in range(40)]
    stranger = words_of(article(OTHER))
    assert set(candidates([*words, stranger])) == {(n, m) for n in range(40) for m in range(n + 1, 40)}


WORDS = st.lists(
    st.sampled_from(["amber", "birch", "cedar", "delta", "ember", "frost", "grove", "heath", "inlet", "jetty"]),
    max_size=60,
)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS, WORDS)
def test_a_common_stretch_of_twelve_words_is_always_a_candidate(
    before: list[str], after: list[str], rest: list[str]
) -> None:
    common = [f"word{n}" for n in range(12)]
    one, other = (words_of(article(" ".join(words))) for words in ([*before, *common, *after], [*rest, *common]))
    assert list(candidates([one, other])) == [(0, 1)]
    assert max(p.length for p in passages(one, other)) >= 12


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS)
def test_no_word_is_used_twice_and_the_order_of_the_two_does_not_matter(one: list[str], other: list[str]) -> None:
    left, right = words_of(article(" ".join(one))), words_of(article(" ".join(other)))
    found = passages(left, right)
    places = [place for p in found for place in range(p.one.start, p.one.end)]
    assert len(places) == len(set(places))
    assert derivation(left, right).label == derivation(right, left).label


def told(one: str, other: str) -> list[tuple[str, str]]:
    """How each passage of own words is told again, and its words in the other."""
    left, right = article(one), article(other)
    found = related(text_of(left), text_of(right))
    return [(p.match, right.words(p.other)) for p in found.passages if p.standing == "own" and p.length > 6]


def test_small_edits_do_not_divide_a_passage() -> None:
    edited = BODY.replace("two metres", "about two metres").replace("a note to", "a letter to")
    assert told(LEDE + BODY, LEDE + edited) == [("near", (LEDE + edited).strip().removesuffix("."))]


def test_the_same_words_are_exact() -> None:
    assert [match for match, _ in told(LEDE + BODY, END + BODY)] == ["exact"]


def test_a_sentence_told_again_in_other_words_is_found() -> None:
    again = "On Monday the county closed the bridge over the Sorn, after a crack had been found in its third pier by a diver at Velmora.\n\n"
    assert ("reworded", again.strip().removesuffix(".")) in told(LEDE + BODY, again + BODY)
    assert not [match for match, _ in told(LEDE + BODY, END + BODY) if match == "reworded"]

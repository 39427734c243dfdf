"""The share of what is shown that accuses nobody: what nobody read is neither right nor wrong."""

import sys
from pathlib import Path

EVALS = Path(__file__).parents[2] / "evals"
sys.path.insert(0, str(EVALS))

from score_accusations import JUDGED, judged, table  # noqa: E402


def test_what_nobody_read_counts_as_unjudged() -> None:
    places = [("harbour", "a", "body", start, start + 5) for start in (0, 10, 20, 30)]
    rows = table(places, {places[0]: 1, places[1]: 0.5, places[2]: 0})
    assert [row.split()[-1] for row in rows] == ["1", "1", "1", "1", "33"]


def test_nothing_judged_gives_no_share() -> None:
    assert table([("harbour", "a", "body", 0, 5)], {})[-1].endswith("-")


def test_what_was_read_is_offsets_with_a_verdict_each() -> None:
    read = judged(JUDGED)
    assert len(read) >= 50
    assert set(read.values()) <= {0, 0.5, 1}
    assert all(0 <= start < end and part in ("title", "body") for _, _, part, start, end in read)

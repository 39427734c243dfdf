"""Work in several processes: the same answers as in one, and a process that dies costs nobody else theirs."""

import multiprocessing
import os
import re
import signal
import threading
import time
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

from run_steps import batch, stillborn, unfit, work

from conspectus.errors import ModelError, RunError
from conspectus.options import RunOptions
from conspectus.run import Died, carried_out

TWO = RunOptions(processes=2)
NAMES = ["a", "bb", "ccc", "dddd", "eeeee", "ffffff", "ggggggg"]
BATCHES = [batch(*NAMES[:3]), batch(*NAMES[3:5]), batch(), batch(*NAMES[5:])]


def told(answers: object) -> list[tuple[str, str]]:
    return [(row["name"], row["told"]) for one in answers for row in one.to_pylist()]  # type: ignore[attr-defined]


def test_several_processes_answer_what_one_does_and_in_its_order(tmp_path: Path) -> None:
    one = list(carried_out(work(tmp_path), BATCHES))
    two = list(carried_out(work(tmp_path), BATCHES, TWO))
    assert two == one
    assert [name for name, _ in told(two)] == NAMES
    assert list(carried_out(work(tmp_path), [], TWO)) == []


def test_a_process_killed_in_the_middle_is_named_and_nothing_is_lost(tmp_path: Path) -> None:
    heard: list[Died] = []

    def kill() -> None:
        while not (tmp_path / "slow").exists():
            time.sleep(0.01)
        os.kill(int((tmp_path / "slow").read_text()), signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    given = [batch("a", "bb"), batch("ccc", "slow", "dddd"), batch("eeeee")]
    answers = told(carried_out(work(tmp_path), given, TWO, told=heard.append))
    killer.join()
    assert answers == [(name, f"{len(name)} letters") for name in ("a", "bb", "ccc", "slow", "dddd", "eeeee")]
    assert heard == [Died(1, ("ccc", "slow", "dddd"), "killed by SIGKILL", 0, False)]


def test_a_row_that_always_kills_is_set_aside_by_name(tmp_path: Path) -> None:
    heard: list[Died] = []
    given = [batch("a", "deadly", "bb"), batch("ccc")]
    answers = told(carried_out(work(tmp_path), given, TWO, told=heard.append, tries=2))
    assert answers == [
        ("a", "1 letters"), ("deadly", "ended its process 2 times (killed by SIGKILL)"), ("bb", "2 letters"),
        ("ccc", "3 letters"),
    ]  # fmt: skip
    assert [(one.rows, one.tries, one.aside) for one in heard] == [
        (("a", "deadly", "bb"), 0, False), (("deadly",), 1, False), (("deadly",), 2, True),
    ]  # fmt: skip


def test_a_row_that_hangs_is_ended_and_named(tmp_path: Path) -> None:
    heard: list[Died] = []
    given = [batch("a", "bb"), batch("asleep"), batch("ccc")]
    hasty = RunOptions(processes=2, patience=4)
    first, second, (name, late), last = told(carried_out(work(tmp_path), given, hasty, told=heard.append, tries=1))
    assert (first, second, last) == (("a", "1 letters"), ("bb", "2 letters"), ("ccc", "3 letters"))
    assert name == "asleep"
    assert re.fullmatch(r"ended its process 1 times \(no answer in \d+ s\)", late)
    assert [(one.batch, one.rows, one.tries, one.aside) for one in heard] == [(1, ("asleep",), 1, True)]
    assert multiprocessing.active_children() == []


def test_a_row_that_raises_is_set_aside_at_once(tmp_path: Path) -> None:
    heard: list[Died] = []
    answers = told(carried_out(work(tmp_path), [batch("a", "broken")], TWO, told=heard.append))
    assert answers[0] == ("a", "1 letters")
    assert "no letters" in answers[1][1]
    assert heard == []


def test_what_cannot_start_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model here"):
        list(carried_out(work(tmp_path, unfit), BATCHES, TWO))
    with pytest.raises(RunError, match="end before they can work"):
        list(carried_out(work(tmp_path, stillborn), BATCHES, TWO))


def test_leaving_early_leaves_no_process(tmp_path: Path) -> None:
    answers = carried_out(work(tmp_path), BATCHES * 50, TWO)
    next(answers)
    answers.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []

"""The gate judges, moves and guards its floors."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from conspectus.present.limits import MEASURED


@pytest.fixture(scope="module")
def gate() -> ModuleType:
    path = Path(__file__).parents[2] / "evals" / "gate.py"
    spec = importlib.util.spec_from_file_location("gate", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["gate"] = module
    spec.loader.exec_module(module)
    return module


def floor(bound: float, side: str = "at least", **more: str) -> dict[str, object]:
    return {"bound": bound, "side": side, **more}


@pytest.mark.parametrize(
    ("measured", "side", "holds"),
    [(50.0, "at least", True), (49.9, "at least", False), (50.0, "at most", True), (50.1, "at most", False)],
)
def test_a_figure_is_held_against_its_bound(gate: ModuleType, measured: float, side: str, holds: bool) -> None:
    assert gate.judge({"x": measured}, {"x": floor(50, side)})[0][3] is holds


def test_a_floor_without_a_figure_does_not_hold(gate: ModuleType) -> None:
    assert gate.judge({}, {"x": floor(50)})[0][3] is False


def test_a_better_figure_raises_its_floor(gate: ModuleType) -> None:
    floors = {"up": floor(50), "down": floor(10, "at most")}
    assert gate.moved(floors, {"up": 61.23, "down": 4.0}, None) == []
    assert (floors["up"]["bound"], floors["down"]["bound"]) == (60.2, 5.0)


def test_a_figure_within_the_slack_leaves_its_floor(gate: ModuleType) -> None:
    floors = {"up": floor(50), "down": floor(10, "at most")}
    assert gate.moved(floors, {"up": 50.6, "down": 9.4}, None) == []
    assert (floors["up"]["bound"], floors["down"]["bound"]) == (50, 10)


def test_a_floor_is_not_lowered_without_a_reason(gate: ModuleType) -> None:
    floors = {"up": floor(50), "down": floor(10, "at most")}
    assert gate.moved(floors, {"up": 49.0, "down": 11.0}, None) == ["up", "down"]
    assert (floors["up"]["bound"], floors["down"]["bound"]) == (50, 10)


def test_a_reason_lowers_a_floor_and_stays_beside_it(gate: ModuleType) -> None:
    floors = {"up": floor(50)}
    assert gate.moved(floors, {"up": 49.0}, "gold was corrected") == []
    assert floors["up"] == {"bound": 48.0, "side": "at least", "because": "gold was corrected"}


def test_a_limit_set_beforehand_does_not_move(gate: ModuleType) -> None:
    floors = {"many": floor(25, "at most") | {"fixed": True}}
    assert gate.moved(floors, {"many": 0.3}, None) == []
    assert floors["many"]["bound"] == 25
    assert gate.judge({"many": 26.0}, floors)[0][3] is False


def test_a_floor_lowered_by_hand_is_named(gate: ModuleType) -> None:
    old = {"a": floor(50), "b": floor(50), "c": floor(50), "d": floor(5, "at most")}
    new = {"a": floor(40), "b": floor(40, because="why"), "d": floor(6, "at most")}
    assert gate.eased(old, new) == ["a", "c", "d"]


def test_pages_promise_no_more_than_is_measured(gate: ModuleType) -> None:
    stated = MEASURED["agreement_recall"]
    assert gate.promised({"compare.agreement_recall": stated - 0.9}) == []
    assert len(gate.promised({"compare.agreement_recall": stated - 3.0})) == 1
    assert len(gate.promised({"compare.silence_contradicted": MEASURED["silence_contradicted"] + 3.0})) == 1


def test_a_corpus_hash_sees_names_and_bytes(gate: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "a").write_text("one")
    first = gate.corpus_hash(tmp_path / "c")
    (tmp_path / "c" / "a").rename(tmp_path / "c" / "b")
    second = gate.corpus_hash(tmp_path / "c")
    (tmp_path / "c" / "b").write_text("two")
    assert len({first, second, gate.corpus_hash(tmp_path / "c")}) == 3


def test_printed_scores_become_figures(gate: ModuleType) -> None:
    printed = "strict   P  70.1  R  60.2  F1  64.8\nnoise\nvalue    P  1.0  R  2.0  F1   1.3\n"
    assert gate._printed_figures(printed) == {"strict_f1": 64.8, "value_f1": 1.3}

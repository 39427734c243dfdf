"""evals/score_labels.py: a finding is wrong by one phrase for something else, and never right by what nobody read."""

import json
import sys
from pathlib import Path

import pytest

from conspectus import Models, read
from conspectus.compare import compare

sys.path.insert(0, str(Path(__file__).parents[2] / "evals"))
from predict_labels import called
from score_labels import Place, drawn, figures, sheet, take, verdicts, write
from score_labels import judged as kept
from tests.factories import article

TEXT = "The ferry sank. The old boat was late. The mayor wept."
STORY = "haven"


def phrase(words: str) -> Place:
    start = TEXT.index(words)
    return (STORY, "north", "body", start, start + len(words))


FERRY, BOAT, MAYOR = phrase("The ferry"), phrase("The old boat"), phrase("The mayor")
GOLD = {FERRY: (1,), BOAT: (1, 2), MAYOR: (3,)}
CASES = [
    ([FERRY, BOAT], ["right", "arguable"]),
    ([FERRY, BOAT, MAYOR], ["right", "arguable", "wrong"]),
    ([FERRY, phrase("sank")], ["right", "unjudged"]),
    ([phrase("ferry"), BOAT], ["right", "arguable"]),
    ([phrase("late")], ["unjudged"]),
]


@pytest.mark.parametrize(("finding", "expected"), CASES)
def test_a_phrase_is_judged_against_what_most_of_its_finding_stands_for(
    finding: list[Place], expected: list[str]
) -> None:
    assert verdicts(finding, GOLD) == expected


def test_what_stands_for_nothing_in_particular_is_wrong() -> None:
    assert verdicts([FERRY, BOAT], {FERRY: (1,), BOAT: ()}) == ["right", "wrong"]


def test_findings_are_counted_wrong_or_open_never_right_unread() -> None:
    sample = [[FERRY, MAYOR], [FERRY, phrase("late")], [FERRY, BOAT], [FERRY, BOAT]]
    table = dict(line.split(" ", 1) for line in figures(sample, GOLD))
    assert (table["wrong"], table["open"]) == ("25.0 of 4", "25.0 of 4")
    assert [table[f"phrases.{kind}"] for kind in ("right", "arguable", "wrong", "unjudged")] == [
        f"{count} of 8" for count in (4, 2, 1, 1)
    ]


def test_a_finding_stays_drawn_when_another_comes_or_grows() -> None:
    found = [[(STORY, "north", "body", at, at + 3)] for at in range(50)]
    sample = drawn(found, 5, 1)
    grown = [[*own, (STORY, "south", "body", 0, 4)] for own in found]
    assert [own[0] for own in drawn(grown, 5, 1)] == [own[0] for own in sample]
    assert len({own[0] for own in drawn(found[:-1], 5, 1)} & {own[0] for own in sample}) >= 4
    assert drawn(found, 5, 2) != sample


def test_a_sheet_is_taken_in_as_judgements(tmp_path: Path) -> None:
    (tmp_path / STORY).mkdir()
    (tmp_path / STORY / "north.json").write_text(json.dumps({"title": "", "text": TEXT}), encoding="utf8")
    rows = list(sheet([[FERRY, MAYOR]], {FERRY: (1,)}, tmp_path))
    assert rows[0].endswith("\t1\tright\t[[The ferry]] sank. The old boat was late. The mayor wept.")
    number, place, told, verdict, shown = rows[1].split("\t")
    assert (told, verdict) == ("", "unjudged")
    (tmp_path / "sheet.tsv").write_text("\n".join([rows[0], "\t".join((number, place, "-", verdict, shown))]))
    write(tmp_path / "gold.jsonl", take(tmp_path / "sheet.tsv", {}))
    assert kept(tmp_path / "gold.jsonl") == {FERRY: (1,), MAYOR: ()}
    assert "ferry" not in (tmp_path / "gold.jsonl").read_text(encoding="utf8")


def test_predictions_name_every_phrase_of_every_label(models: Models) -> None:
    north = article("Former pilot Dana Orlu spoke.", "Orlu speaks", name="north.txt")
    south = article("Dana Orlu, the founder of a ferry line, spoke.", name="south.txt")
    comparison = compare([read(one, models) for one in (north, south)])
    phrases = [phrase for line in called(STORY, comparison) for phrase in line["phrases"]]
    texts = {"north": north, "south": south}
    assert {texts[name].part(part)[start:end] for name, part, start, end in phrases} >= {
        "Former pilot Dana Orlu",
        "the founder of a ferry line",
    }

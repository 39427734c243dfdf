"""Files shared out among processes give what one process takes in."""

import json
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

from conspectus import IngestOptions
from conspectus.ingest import sources, streamed
from conspectus.ingest.knowledge import knowledge
from conspectus.model import Article
from conspectus.run.intake import Taking, file_aside, ingest_batch, inputs_schema, taken_in
from conspectus.run.tables import rejection, table

TEXT = "The ferry {} turned over in the Carrow Strait on Tuesday, the coast guard said in the evening."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("Alma", "Bera"):
        (tmp_path / f"{name}.txt").write_text(TEXT.format(name))
    several = [{"title": name, "text": TEXT.format(name)} for name in ("Cole", "Dora")]
    (tmp_path / "several.json").write_text(json.dumps(several))
    (tmp_path / "lines.jsonl").write_text("\n".join(map(json.dumps, several)).replace("Dora", "Eida"))
    (tmp_path / "empty.txt").write_text("")
    facts = {"Alma.txt": {"outlet": "Tarn Post"}, "several.json[1]": {"date": "2031-05-20"}, "no.txt": {"outlet": "X"}}
    (tmp_path / "conspectus.json").write_text(json.dumps(facts))
    return tmp_path


def test_several_processes_take_in_what_one_does(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "HEAD", 100)  # so that the lines are streamed
    names, options = (str(folder), str(folder / "gone.txt")), IngestOptions()
    one = list(streamed(*names, options=options))
    two = list(taken_in(names, options, None, 2))
    assert len([found for found in one if isinstance(found, Article)]) == 6
    assert sorted(map(repr, two)) == sorted(map(repr, one))
    by_id = {found.id: found for found in one if isinstance(found, Article)}
    assert all(by_id[found.id].raw.data == found.raw.data for found in two if isinstance(found, Article))


def test_a_file_may_hold_many_articles_or_none(folder: Path) -> None:
    files = [{"name": path.name, "data": path.read_bytes(), "place": 0} for path in sorted(folder.glob("*.[tj][xs]*"))]
    taking = Taking(knowledge((), IngestOptions()), 1000)
    rows = ingest_batch(table(files, inputs_schema()), taking).to_pylist()
    assert len([row for row in rows if row["rejection"] is None]) == 6
    (lost,) = file_aside(table(files[:1], inputs_schema()), "ended its process 3 times").to_pylist()
    assert rejection(lost["rejection"]).name == files[0]["name"]

"""What a person knows wins: options for each source, sidecars beside the inputs; slips are told."""

import io
import json
from pathlib import Path

import pytest

from conspectus import ingest
from conspectus.errors import OptionError
from conspectus.model import Fact
from conspectus.options import IngestOptions

TEXT = "The bridge at Velmora will close on Monday, the mayor said. It is old and weak."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """a.txt and b.txt in a folder, c.txt beside it."""
    (tmp_path / "in").mkdir()
    for name in ("in/a.txt", "in/b.txt", "c.txt"):
        (tmp_path / name).write_text(f"{TEXT} So says {name}.")
    return tmp_path


def sidecar(folder: Path, entries: object, name: str = "conspectus.json") -> Path:
    (folder / name).write_text(entries if isinstance(entries, str) else json.dumps(entries), encoding="utf-8")
    return folder / name


def test_a_value_belongs_to_all_articles_of_its_source(folder: Path) -> None:
    (folder / "in/0.png").write_bytes(b"\x89PNG....")  # a rejection takes no place
    options = IngestOptions(outlet=("Tarn Post", "Northern Wire"), date=("2031", ""))
    taken = ingest(folder / "in", folder / "c.txt", options=options)
    assert [one.outlet.value for one in taken.articles] == ["Tarn Post", "Tarn Post", "Northern Wire"]
    assert [one.published.value for one in taken.articles] == ["2031", "2031", None]
    assert taken.articles[0].outlet == Fact("Tarn Post", "person", "--outlet")


@pytest.mark.parametrize("count", [2, 4])
def test_neither_fewer_nor_more_values_than_inputs(folder: Path, count: int) -> None:
    given = [folder / "in/a.txt", folder / "in/b.txt", folder / "c.txt"]
    with pytest.raises(OptionError, match=f"--outlet: {count} values for 3 inputs"):
        ingest(*given, options=IngestOptions(outlet=("x",) * count))


def test_a_sidecar_is_found_beside_files_globs_and_in_folders_below(folder: Path) -> None:
    sidecar(folder / "in", {"a.txt": {"outlet": "Near"}})
    sidecar(folder, {"in/a.txt": {"outlet": "Far"}, "in/b.txt": {"outlet": "Far"}, "c.txt": {"outlet": "Here"}})
    for sources, outlets in (
        ([folder], ["Here", "Near", "Far"]),
        ([folder / "in" / "a.txt"], ["Near"]),
        ([folder / "in" / "*.txt"], ["Near", None]),
        ([folder / "in", folder / "c.txt"], ["Near", "Far", "Here"]),
    ):
        taken = ingest(*sources)
        assert [one.outlet.value for one in taken.articles] == outlets
        assert taken.rejections == ()


def test_a_named_sidecar_stands_alone_knows_bare_names_and_is_no_article(folder: Path) -> None:
    sidecar(folder / "in", {"b.txt": {"outlet": "Beside"}})
    named = sidecar(folder / "in", {"c.txt": {"outlet": "Named"}, "-": {"outlet": "Piped"}}, "known.json")
    stdin = io.BytesIO(b"It closes, she said.")
    taken = ingest(folder, "-", options=IngestOptions(sidecar=str(named)), stdin=stdin)
    assert [one.outlet.value for one in taken.articles] == ["Named", None, None, "Piped"]
    assert taken.rejections == ()


def test_an_entry_for_one_of_many_articles_and_for_all_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"text": f"{TEXT} {n}"}) for n in range(3)))
    sidecar(tmp_path, {"a.jsonl": {"outlet": "All"}, "a.jsonl:2": {"outlet": "Second"}})
    assert [one.outlet.value for one in ingest(tmp_path).articles] == ["All", "Second", "All"]


BAD = [
    ('{"a.txt":\n {"outlet": "x",}}', "line 2, column"),
    ("[" * 100_000, "not JSON that can be read"),
    ('{"a.txt": {"outlet": ["x"]}}', "entry a.txt: an entry is an object of strings, and outlet is none"),
    ('{"a.txt": {}, "a.txt": {}}', "a.txt stands twice"),
]


@pytest.mark.parametrize(("entries", "says"), BAD, ids=range(len(BAD)))
def test_a_sidecar_that_cannot_be_used_stops_with_its_place(folder: Path, entries: str, says: str) -> None:
    path = sidecar(folder / "in", entries)
    with pytest.raises(OptionError) as told:
        ingest(folder / "in")
    assert str(path) in str(told.value)
    assert says in str(told.value)


def test_a_person_says_what_texts_come_from(folder: Path) -> None:
    sidecar(folder, {"in/a.txt": {"origin": "Northern Wire"}, "c.txt": {"origin": "a letter"}})
    taken = ingest(folder / "in" / "*.txt", folder / "c.txt", options=IngestOptions(origin=("", "Northern Wire")))
    assert [one.origin.value for one in taken.articles] == ["Northern Wire", None, "Northern Wire"]
    assert [one.origin.where for one in taken.articles] == ["sidecar", "given by a person alone", "--origin"]
